-- Venues and events (domain.md, 2.4).

create table venues (
  id blob primary key check (length(id) = 16),
  name text not null check (length(name) between 1 and 200),
  address text not null default '',
  city text not null default '',
  country_code text check (length(country_code) = 2),
  capacity integer check (capacity is null or capacity between 1 and 10000000),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;

-- `search_text` is title, slug, venue and city without accents or case, written by the store: SQLite folds ASCII only.
create table events (
  id blob primary key check (length(id) = 16),
  title text not null check (length(title) between 1 and 200),
  slug text not null check (length(slug) between 1 and 80),
  description text not null default '',
  category_code text,
  status text not null check (status in ('draft', 'published', 'postponed', 'completed', 'cancelled')),
  visibility text not null check (visibility in ('public', 'unlisted', 'private')),
  currency text not null check (length(currency) = 3),
  time_zone text not null,
  doors_at integer,
  starts_at integer not null,
  ends_at integer not null,
  venue_id blob references venues (id),
  capacity integer check (capacity is null or capacity between 1 and 10000000),
  terms text not null default '',
  prices_include_tax integer not null default 1 check (prices_include_tax in (0, 1)),
  is_training integer not null default 0 check (is_training in (0, 1)),
  cancel_reason text not null default '',
  search_text text not null default '',
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  check (starts_at < ends_at),
  check (doors_at is null or doors_at <= starts_at)
) strict, without rowid;
create unique index events_living_slug on events (slug) where deleted_at is null;
create index events_by_start on events (starts_at, id);

-- What someone may do at one event, on top of the role in the organization.
create table event_roles (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  user_id blob not null references users (id),
  role text not null check (role in ('manager', 'box_office', 'scanner', 'finance', 'viewer')),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create unique index event_roles_once on event_roles (event_id, user_id, role) where deleted_at is null;
