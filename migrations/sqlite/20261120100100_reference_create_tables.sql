-- Words shared by every context: ISO lists, the event taxonomy, genres, skills, places and rates (domain.md, 2.1).
-- They are tables and not only code, so that reports can join them and a copy of the file explains itself.
-- The lists come with a release and are written again by the app, never by a person: their natural code is the key,
-- and they carry no author and no version. Rates are different: a person may change them, so they are business records.

create table countries (
  code text primary key check (code glob '[A-Z][A-Z]'),
  alpha3 text not null unique check (alpha3 glob '[A-Z][A-Z][A-Z]'),
  numeric_code text not null unique check (numeric_code glob '[0-9][0-9][0-9]'),
  name text not null check (length(name) between 1 and 100),
  -- Uninhabited places have no dialling code.
  phone_prefix text check (phone_prefix glob '+[1-9]*')
) strict, without rowid;

create table currencies (
  code text primary key check (code glob '[A-Z][A-Z][A-Z]'),
  numeric_code text unique check (numeric_code glob '[0-9][0-9][0-9]'),
  name text not null check (length(name) between 1 and 100),
  symbol text,
  -- Gold and its like have no minor unit: ISO 4217 writes N.A.
  exponent integer check (exponent between 0 and 4),
  kind text not null check (kind in ('money', 'fund', 'special', 'credits')),
  -- Withdrawn currencies stay, because old orders name them.
  replaced_by_code text references currencies (code) deferrable initially deferred
) strict, without rowid;

create table timezones (
  name text primary key check (length(name) between 2 and 60)
) strict, without rowid;

create table languages (
  code text primary key check (code glob '[a-z][a-z]'),
  name text not null check (length(name) between 1 and 100),
  own_name text not null check (length(own_name) between 1 and 100)
) strict, without rowid;

create table industries (
  code text primary key check (code glob '[a-z]*'),
  name text not null unique,
  position integer not null check (position > 0)
) strict, without rowid;

-- Main categories have no parent; `code` of a subcategory is its taxonomy code, such as CORP_1_1.
create table event_categories (
  code text primary key check (code glob '[A-Z][A-Z][A-Z][A-Z]*'),
  parent_code text references event_categories (code) deferrable initially deferred,
  name text not null check (length(name) between 1 and 100),
  skills_required text not null check (json_valid(skills_required) and json_type(skills_required) = 'array'),
  position integer not null check (position > 0),
  check (parent_code is null or code glob parent_code || '_[0-9]*_[0-9]*')
) strict, without rowid;
create index event_categories_by_parent on event_categories (parent_code);

create table genres (
  slug text primary key check (slug glob '[a-z0-9]*'),
  parent_slug text references genres (slug) deferrable initially deferred check (parent_slug <> slug),
  name text not null unique,
  position integer not null check (position > 0)
) strict, without rowid;
create index genres_by_parent on genres (parent_slug);

create table skill_categories (
  slug text primary key check (slug glob '[a-z0-9]*'),
  name text not null unique,
  description text not null,
  position integer not null check (position > 0)
) strict, without rowid;

create table skills (
  slug text primary key check (slug glob '[a-z0-9]*'),
  skill_category_slug text not null references skill_categories (slug),
  name text not null,
  position integer not null check (position > 0),
  unique (skill_category_slug, name)
) strict, without rowid;

create table destinations (
  slug text primary key check (slug glob '[a-z]*'),
  name text not null check (length(name) between 1 and 100),
  city text not null check (length(city) between 1 and 100),
  country_code text not null references countries (code),
  currency text not null references currencies (code),
  time_zone text not null references timezones (name),
  language_codes text not null check (json_valid(language_codes) and json_type(language_codes) = 'array'),
  region text not null check (region in ('americas', 'asia_pacific', 'europe', 'middle_east_africa'))
) strict, without rowid;
create index destinations_by_country on destinations (country_code);

-- Starting values of sales taxes. `percent` is decimal text, because a rate is never a float.
create table tax_rates (
  id blob primary key check (length(id) = 16),
  country_code text not null references countries (code),
  kind text not null check (kind in ('standard', 'reduced', 'reduced_second')),
  name text not null check (length(name) between 1 and 60),
  percent text not null check (percent glob '[0-9]*' and percent not glob '*[^0-9.]*'),
  valid_from text not null check (valid_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  unique (country_code, kind, valid_from)
) strict;

-- What one major unit of a currency buys in credits, from a day on. The sources contradict each other, so it is data.
create table credit_rates (
  id blob primary key check (length(id) = 16),
  currency text not null references currencies (code),
  credits_per_unit text not null check (credits_per_unit glob '[0-9]*' and credits_per_unit not glob '*[^0-9.]*'),
  valid_from text not null check (valid_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  unique (currency, valid_from)
) strict;
