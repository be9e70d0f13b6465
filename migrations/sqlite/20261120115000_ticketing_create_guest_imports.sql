-- Guest lists that came in as files: what was taken from which line, so that an import that stopped goes on where it
-- was, takes no line twice, and can be taken back as a whole.

create table guest_imports (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  taken_as text not null check (taken_as in ('guest_list', 'attendees')),
  status text not null check (status in ('running', 'done', 'undone')),
  file_name text not null check (length(file_name) <= 120),
  content_hash blob not null check (length(content_hash) = 32),
  idempotency_key text not null unique check (length(idempotency_key) between 1 and 200),
  row_count integer not null check (row_count >= 0),
  skipped_count integer not null default 0 check (skipped_count between 0 and row_count),
  undo_reason text not null default '' check (length(undo_reason) <= 500),
  undone_at integer,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0)
) strict, without rowid;
create index guest_imports_by_event on guest_imports (event_id, created_at);

-- The order that a line of the file became.
create table guest_import_rows (
  import_id blob not null references guest_imports (id),
  line integer not null check (line > 0),
  order_id blob not null unique references orders (id),
  created_at integer not null,
  primary key (import_id, line)
) strict, without rowid;
