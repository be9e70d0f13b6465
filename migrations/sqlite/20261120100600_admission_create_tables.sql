-- Check-in lists, gates and the scan log (domain.md, 2.5 "Door").

create table gates (
  id blob primary key check (length(id) = 16),
  event_id blob references events (id),
  name text not null check (length(name) between 1 and 120),
  code text not null check (length(code) between 1 and 40),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create unique index gates_living_code on gates (coalesce(event_id, x'00'), code) where deleted_at is null;

create table checkin_lists (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  name text not null check (length(name) between 1 and 120),
  covers_all_tiers integer not null default 1 check (covers_all_tiers in (0, 1)),
  allows_multiple_entries integer not null default 0 check (allows_multiple_entries in (0, 1)),
  allows_reentry_after_exit integer not null default 1 check (allows_reentry_after_exit in (0, 1)),
  includes_pending integer not null default 0 check (includes_pending in (0, 1)),
  matches_addons integer not null default 0 check (matches_addons in (0, 1)),
  rules_json text not null default '{}' check (json_valid(rules_json)),
  exit_all_at integer,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create unique index checkin_lists_living_name on checkin_lists (event_id, name) where deleted_at is null;

create table checkin_list_tiers (
  list_id blob not null references checkin_lists (id),
  tier_id blob not null references ticket_tiers (id),
  created_at integer not null,
  primary key (list_id, tier_id)
) strict, without rowid;

-- What happened at a door. Rows are facts: appended, never changed; an annulment is a fact of its own.
create table scan_logs (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  list_id blob references checkin_lists (id),
  gate_id blob references gates (id),
  ticket_id blob references tickets (id),
  raw_code text not null check (length(raw_code) <= 512),
  direction text not null check (direction in ('entry', 'exit')),
  verdict text not null,
  is_admitted integer not null check (is_admitted in (0, 1)),
  is_forced integer not null default 0 check (is_forced in (0, 1)),
  is_force_requested integer not null default 0 check (is_force_requested in (0, 1)),
  override_reason text not null default '',
  basis text not null default 'local' check (basis in ('local', 'server', 'signature', 'import')),
  was_server_reachable integer not null default 0 check (was_server_reachable in (0, 1)),
  nonce text,
  device text not null default '',
  operator_user_id blob,
  scanned_at integer not null,
  created_at integer not null
) strict;
create index scan_logs_by_ticket on scan_logs (ticket_id, list_id, scanned_at) where ticket_id is not null;
create index scan_logs_by_list on scan_logs (list_id, created_at);
-- Who is in: the counters of a list walk its passes ticket by ticket and read nothing else.
create index scan_logs_passes on scan_logs (list_id, ticket_id, scanned_at, direction, id) where is_admitted = 1;

create table scan_annulments (
  scan_id blob primary key references scan_logs (id),
  reason text not null default '',
  operator_user_id blob,
  annulled_at integer not null,
  created_at integer not null
) strict;

-- Questions asked at the door, and what the guest said.
create table door_questions (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  identifier text not null,
  question text not null,
  answer_kind text not null check (answer_kind in ('text', 'number', 'yes_no', 'choice', 'choices', 'date', 'time', 'date_time', 'other')),
  is_required integer not null default 0 check (is_required in (0, 1)),
  is_asked_at_door integer not null default 0 check (is_asked_at_door in (0, 1)),
  options_json text not null default '[]' check (json_valid(options_json)),
  position integer not null default 0,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create unique index door_questions_once on door_questions (event_id, identifier) where deleted_at is null;

create table door_question_tiers (
  question_id blob not null references door_questions (id),
  tier_id blob not null references ticket_tiers (id),
  created_at integer not null,
  primary key (question_id, tier_id)
) strict, without rowid;

create table door_answers (
  id blob primary key check (length(id) = 16),
  question_id blob not null references door_questions (id),
  ticket_id blob not null references tickets (id),
  answer text not null,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create unique index door_answers_once on door_answers (question_id, ticket_id) where deleted_at is null;
