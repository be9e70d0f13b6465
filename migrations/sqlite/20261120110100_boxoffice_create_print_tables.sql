-- Printers, and the queue of what they are to print (domain.md, 2.5). A ticket is money: the queue knows of each sheet
-- whether it came out, and what nobody knows is never printed again unasked.

create table printers (
  id blob primary key check (length(id) = 16),
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('system', 'file', 'escpos_tcp', 'escpos_device', 'zpl_tcp', 'zpl_device')),
  address text not null check (length(address) between 1 and 300),
  paper text not null check (paper in ('58', '80', 'label', 'a4')),
  label_width_mm integer check (label_width_mm between 20 and 104),
  label_height_mm integer check (label_height_mm between 15 and 300),
  code_page text not null check (code_page in ('cp437', 'cp858', 'wpc1252', 'drawn')),
  qr text not null check (qr in ('printer', 'picture')),
  acknowledgement text not null check (acknowledgement in ('answered', 'written')),
  has_cutter integer not null check (has_cutter in (0, 1)),
  drawer_pin integer check (drawer_pin in (2, 5)),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  check ((paper = 'label') = (label_width_mm is not null)),
  check ((paper = 'label') = (label_height_mm is not null))
) strict, without rowid;
create unique index printers_living_name on printers (name) where deleted_at is null;

-- Which printer takes which kind of document on this computer.
create table printer_defaults (
  document text primary key check (document in ('ticket', 'receipt', 'report', 'label')),
  printer_id blob not null references printers (id),
  updated_at integer not null
) strict, without rowid;

create table print_jobs (
  id blob primary key check (length(id) = 16),
  printer_id blob not null references printers (id),
  document text not null check (document in ('ticket', 'receipt', 'report', 'label')),
  title text not null check (length(title) between 1 and 200),
  reason text not null check (reason in ('first', 'printer', 'lost')),
  locale text not null check (length(locale) between 2 and 35),
  status text not null check (status in ('queued', 'printing', 'paused', 'done', 'cancelled')),
  pause_code text not null default '' check ((pause_code <> '') = (status = 'paused')),
  pause_message text not null default '',
  pause_fix text not null default '',
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0)
) strict, without rowid;
create index print_jobs_open on print_jobs (created_at, id) where status in ('queued', 'printing', 'paused');
create index print_jobs_by_time on print_jobs (created_at, id);

-- One sheet of a job. `copy` says which print of its ticket or receipt it is, from 1.
create table print_job_items (
  id blob primary key check (length(id) = 16),
  job_id blob not null references print_jobs (id),
  position integer not null check (position > 0),
  label text not null check (length(label) <= 200),
  ticket_id blob references tickets (id),
  order_id blob references orders (id),
  receipt_number integer check (receipt_number > 0),
  slip_json text check (json_valid(slip_json)),
  status text not null check (status in ('queued', 'sending', 'printed', 'failed', 'unknown')),
  copy integer not null default 0 check (copy >= 0),
  attempts integer not null default 0 check (attempts >= 0),
  can_retry integer not null default 1 check (can_retry in (0, 1)),
  message text not null default '',
  sent_at integer,
  settled_at integer,
  unique (job_id, position),
  -- Exactly one thing is printed: a ticket, a receipt, or a slip that was set when it was queued.
  check ((ticket_id is not null) + (order_id is not null) + (slip_json is not null) = 1),
  check ((order_id is null) = (receipt_number is null))
) strict, without rowid;
create index print_job_items_by_status on print_job_items (job_id, status, position);
create index print_job_items_by_ticket on print_job_items (ticket_id) where ticket_id is not null;
create index print_job_items_by_receipt on print_job_items (order_id, receipt_number) where order_id is not null;
-- A printer prints one sheet at a time, so at most one sheet of a job can be in doubt after a crash.
create unique index print_job_items_one_sending on print_job_items (job_id) where status = 'sending';

-- Every print of a ticket that came out, or may have: how many copies of a code are about. The queue stays on its
-- computer, so the job and the sheet are named, not referenced.
create table ticket_prints (
  id blob primary key check (length(id) = 16),
  ticket_id blob not null references tickets (id),
  job_id blob not null check (length(job_id) = 16),
  item_id blob not null check (length(item_id) = 16),
  copy integer not null check (copy > 0),
  reason text not null check (reason in ('first', 'printer', 'lost')),
  outcome text not null check (outcome in ('printed', 'confirmed', 'unknown')),
  printer_name text not null,
  operator_user_id blob,
  created_at integer not null,
  unique (ticket_id, copy)
) strict, without rowid;
