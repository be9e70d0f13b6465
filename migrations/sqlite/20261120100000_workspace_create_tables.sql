-- The file's own bookkeeping: who it is, what has been applied, what was asked twice, and who changed what.
-- These tables never leave this device except the audit log, from which synchronisation reads.

create table workspace_facts (
  name text primary key,
  value text not null
) strict, without rowid;

-- A key that was used once returns its first answer for ever (domain.md, complete_order).
create table idempotency_keys (
  key text primary key check (length(key) between 1 and 200),
  command text not null,
  request_hash blob not null check (length(request_hash) = 32),
  response_json text not null check (json_valid(response_json)),
  created_at integer not null
) strict;

-- Every change of every business record, written by triggers inside the change's own transaction.
-- `hash` chains each row to the one before it, so that an edit behind the app's back shows.
create table entity_audit_log (
  lseq integer primary key autoincrement,
  command_id blob not null check (length(command_id) = 16),
  command text not null,
  actor_user_id blob check (length(actor_user_id) = 16),
  entity_type text not null,
  entity_id blob not null,
  op text not null check (op in ('I', 'U', 'D', 'F')),
  before_json text,
  after_json text,
  created_at integer not null,
  hash blob not null check (length(hash) = 32)
) strict;
create index entity_audit_log_by_entity on entity_audit_log (entity_id, lseq);

-- Numbers that people see: without gaps, because the counter moves in the transaction that uses it.
create table number_series (
  name text primary key,
  last_number integer not null check (last_number >= 0)
) strict;
