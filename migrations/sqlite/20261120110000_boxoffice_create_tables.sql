-- Tills, the sessions of their drawers, what happened at them, and their numbered reports (domain.md, 2.5).

create table tills (
  id blob primary key check (length(id) = 16),
  -- Part of the code of the drawer's ledger account, so it is never given away again.
  code text not null unique check (length(code) between 1 and 8),
  name text not null check (length(name) between 1 and 120),
  currency text not null check (length(currency) = 3),
  is_training integer not null default 0 check (is_training in (0, 1)),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;

create table till_sessions (
  id blob primary key check (length(id) = 16),
  till_id blob not null references tills (id),
  status text not null check (status in ('open', 'counting', 'closed')),
  currency text not null check (length(currency) = 3),
  float_minor integer not null check (float_minor >= 0),
  opened_at integer not null,
  opened_by_user_id blob,
  counting_at integer,
  closed_at integer,
  closed_by_user_id blob,
  expected_minor integer,
  counted_minor integer check (counted_minor >= 0),
  counts_json text not null default '[]' check (json_valid(counts_json)),
  over_short_reason text not null default '' check (length(over_short_reason) <= 500),
  next_float_minor integer check (next_float_minor >= 0),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  check (status = 'open' or counting_at is not null),
  check ((status = 'closed') = (closed_at is not null)),
  check ((status = 'closed') = (counted_minor is not null)),
  check ((counted_minor is null) = (expected_minor is null)),
  check ((counted_minor is null) = (next_float_minor is null)),
  check (counted_minor is null or counted_minor = expected_minor or over_short_reason <> '')
) strict, without rowid;
create index till_sessions_by_till on till_sessions (till_id, opened_at, id);
-- A drawer is open once.
create unique index till_sessions_open_once on till_sessions (till_id) where status <> 'closed';
create trigger till_sessions_stay_closed before update on till_sessions when old.status = 'closed' begin
  select raise(abort, 'till: a closed session does not change');
end;

-- Everything that happened at a till. `amount_minor` is the signed effect on its tender: the cash amounts of a session
-- sum to the cash in its drawer. `lines_json` keeps what was sold or given back as it was charged, so that a report
-- stays the same whatever becomes of the order.
create table till_entries (
  id blob primary key check (length(id) = 16),
  till_id blob not null references tills (id),
  session_id blob not null references till_sessions (id),
  kind text not null check (kind in ('float', 'sale', 'comp', 'refund', 'void', 'reprint', 'no_sale', 'paid_in',
    'paid_out', 'cash_count', 'lift')),
  method text check (method in ('cash', 'card', 'transfer', 'voucher', 'wallet', 'comp', 'other')),
  amount_minor integer not null,
  worth_minor integer not null default 0 check (worth_minor >= 0),
  currency text not null check (length(currency) = 3),
  ticket_count integer not null default 0 check (ticket_count >= 0),
  lines_json text not null default '[]' check (json_valid(lines_json)),
  order_id blob references orders (id),
  payment_id blob references payments (id),
  refund_id blob references refunds (id),
  ticket_id blob references tickets (id),
  receipt_number integer check (receipt_number > 0),
  ledger_transaction_id blob references ledger_transactions (id),
  operator_user_id blob,
  authorised_by_user_id blob,
  reason text not null default '' check (length(reason) <= 500),
  created_at integer not null,
  check (kind not in ('float', 'sale', 'paid_in') or amount_minor >= 0),
  check (kind not in ('refund', 'paid_out', 'lift') or amount_minor <= 0),
  check (kind not in ('comp', 'void', 'reprint', 'no_sale') or amount_minor = 0),
  check (kind not in ('float', 'paid_in', 'paid_out', 'cash_count', 'lift') or method = 'cash'),
  check (kind not in ('sale', 'refund') or (method is not null and order_id is not null)),
  check (kind not in ('paid_in', 'paid_out', 'no_sale', 'void', 'refund') or reason <> ''),
  -- Cash is provable: what moves it stands in the ledger.
  check (method is not 'cash' or amount_minor = 0 or ledger_transaction_id is not null)
) strict, without rowid;
create index till_entries_by_session on till_entries (session_id, created_at, id);
create index till_entries_by_order on till_entries (order_id) where order_id is not null;
create trigger till_entries_need_an_open_drawer before insert on till_entries begin
  select raise(abort, 'till: the session is closed or another till''s')
    where not exists (
      select 1 from till_sessions session
      where session.id = new.session_id and session.till_id = new.till_id and session.status <> 'closed'
        and session.currency = new.currency
    );
end;

-- Z reports: one for each closed session, numbered without gaps for each till, each sealed over the one before it.
create table till_reports (
  id blob primary key check (length(id) = 16),
  till_id blob not null references tills (id),
  session_id blob not null unique references till_sessions (id),
  number integer not null check (number > 0),
  report_json text not null check (json_valid(report_json)),
  previous_hash blob not null check (length(previous_hash) = 32),
  hash blob not null check (length(hash) = 32),
  created_by_user_id blob,
  created_at integer not null,
  unique (till_id, number)
) strict, without rowid;
create trigger till_reports_continue_the_chain before insert on till_reports begin
  select raise(abort, 'till: the report does not continue the one before it')
    where new.number <> 1 + coalesce((select max(number) from till_reports where till_id = new.till_id), 0)
      or new.previous_hash <> coalesce(
        (select hash from till_reports where till_id = new.till_id order by number desc limit 1), zeroblob(32));
  select raise(abort, 'till: only a closed session is reported')
    where not exists (
      select 1 from till_sessions session
      where session.id = new.session_id and session.till_id = new.till_id and session.status = 'closed'
    );
end;
