-- Badges for sign-in by one scan, and who stood beside whom: a supervisor's approval of one command of a clerk
-- (ux.md, section 3, B4). Badges are local to the device like PINs; a badge's code is 80 random bits, so its plain
-- SHA-256 gives nothing away.

create table user_badges (
  user_id blob primary key references users (id),
  code_hash blob not null unique check (length(code_hash) = 32),
  created_at integer not null
) strict, without rowid;

create table command_approvals (
  id blob primary key check (length(id) = 16),
  command text not null check (length(command) between 1 and 80),
  permission text not null,
  approved_by_user_id blob not null references users (id),
  asked_by_user_id blob not null references users (id),
  created_at integer not null
) strict, without rowid;
