-- People, the one organization of this workspace, and who may do what (domain.md, 2.2 and 2.3).

create table users (
  id blob primary key check (length(id) = 16),
  name text not null check (length(name) between 1 and 200),
  email text check (email is null or length(email) between 3 and 254),
  email_verified integer not null default 0 check (email_verified in (0, 1)),
  phone text,
  archetype text check (archetype in ('artist', 'expert', 'fan', 'super_admin')),
  locale text not null default 'en',
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
-- An e-mail address is unique among the living, whatever its case.
create unique index users_living_email on users (lower(email)) where email is not null and deleted_at is null;

create table organizations (
  id blob primary key check (length(id) = 16),
  name text not null check (length(name) between 1 and 200),
  handle text not null unique check (length(handle) between 1 and 60),
  type text not null check (type in ('event_organizer', 'venue', 'agency', 'corporate', 'collective', 'other')),
  country_code text not null check (length(country_code) = 2),
  currency text not null check (length(currency) = 3),
  time_zone text not null,
  is_demo integer not null default 0 check (is_demo in (0, 1)),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
-- A workspace is one organization (domain.md, section 1).
create unique index organizations_only_one on organizations ((1)) where deleted_at is null;

create table org_memberships (
  id blob primary key check (length(id) = 16),
  organization_id blob not null references organizations (id),
  user_id blob not null references users (id),
  role text not null check (role in ('owner', 'admin', 'manager', 'member', 'viewer')),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create unique index org_memberships_once on org_memberships (organization_id, user_id) where deleted_at is null;
-- There is exactly one owner; ownership is handed over, never doubled.
create unique index org_memberships_one_owner on org_memberships (organization_id) where role = 'owner' and deleted_at is null;

-- PINs for quick sign-in at a shared till. This table is local to the device: a short PIN can be guessed from its
-- hash, so the hash stands neither in the audit log nor in anything that synchronises. Failed attempts are counted
-- before the PIN is checked, so that ending the program cannot give an attempt back.
create table user_pins (
  user_id blob primary key references users (id),
  pin_hash text not null,
  failed_attempts integer not null default 0 check (failed_attempts >= 0),
  locked_until integer,
  created_at integer not null,
  updated_at integer not null
) strict, without rowid;
