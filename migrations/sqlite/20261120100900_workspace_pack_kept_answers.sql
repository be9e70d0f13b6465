-- Kept answers were half of what a sale wrote: they are packed from now on (the first byte says how), and the audit
-- log numbers itself without a second table, because no row of it is ever removed.

create table idempotency_keys_packed (
  key text primary key check (length(key) between 1 and 200),
  command text not null,
  request_hash blob not null check (length(request_hash) = 32),
  answer blob not null check (length(answer) > 0),
  created_at integer not null
) strict;
insert into idempotency_keys_packed (key, command, request_hash, answer, created_at)
  select key, command, request_hash, cast(response_json as blob), created_at from idempotency_keys;
drop table idempotency_keys;
alter table idempotency_keys_packed rename to idempotency_keys;

create table entity_audit_log_numbered (
  lseq integer primary key,
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
insert into entity_audit_log_numbered
    (lseq, command_id, command, actor_user_id, entity_type, entity_id, op, before_json, after_json, created_at, hash)
  select lseq, command_id, command, actor_user_id, entity_type, entity_id, op, before_json, after_json, created_at, hash
  from entity_audit_log order by lseq;
drop table entity_audit_log;
alter table entity_audit_log_numbered rename to entity_audit_log;
create index entity_audit_log_by_entity on entity_audit_log (entity_id, lseq);
