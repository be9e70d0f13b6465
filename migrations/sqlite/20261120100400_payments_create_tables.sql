-- The double-entry ledger and the payments that post to it (domain.md, 2.9).

create table ledger_accounts (
  id blob primary key check (length(id) = 16),
  code text not null check (length(code) between 1 and 80),
  name text not null,
  kind text not null check (kind in ('asset', 'liability', 'income', 'expense', 'equity')),
  currency text not null check (length(currency) = 3),
  event_id blob references events (id),
  created_at integer not null
) strict, without rowid;
create unique index ledger_accounts_once on ledger_accounts (code, currency, coalesce(event_id, x'00'));

create table ledger_transactions (
  id blob primary key check (length(id) = 16),
  kind text not null check (kind in ('sale', 'refund', 'payment', 'reversal', 'import', 'adjustment')),
  order_id blob references orders (id) deferrable initially deferred,
  event_id blob references events (id),
  reverses_transaction_id blob references ledger_transactions (id),
  memo text not null default '',
  created_by_user_id blob,
  created_at integer not null
) strict, without rowid;
create index ledger_transactions_by_event on ledger_transactions (event_id, order_id);
-- What was posted once is reversed at most once.
create unique index ledger_transactions_reversed_once on ledger_transactions (reverses_transaction_id)
  where reverses_transaction_id is not null;

create table ledger_entries (
  id blob primary key check (length(id) = 16),
  transaction_id blob not null references ledger_transactions (id),
  account_id blob not null references ledger_accounts (id),
  amount_minor integer not null check (amount_minor <> 0),
  currency text not null check (length(currency) = 3),
  created_at integer not null
) strict, without rowid;
create index ledger_entries_by_transaction on ledger_entries (transaction_id);

-- Balance at commit: every entry moves its transaction's open sum, a zero sum removes the row, and a row that is
-- still there at commit breaks a deferred foreign key to a table that is never filled.
create table ledger_never (id integer primary key check (id is null)) strict;
create table ledger_open_sums (
  transaction_id blob not null,
  currency text not null,
  sum_minor integer not null,
  must_be_gone integer not null default 1 references ledger_never (id) deferrable initially deferred,
  primary key (transaction_id, currency)
) strict, without rowid;
create trigger ledger_entries_move_open_sum after insert on ledger_entries begin
  insert into ledger_open_sums (transaction_id, currency, sum_minor)
    values (new.transaction_id, new.currency, new.amount_minor)
    on conflict (transaction_id, currency) do update set sum_minor = sum_minor + excluded.sum_minor;
  delete from ledger_open_sums
    where transaction_id = new.transaction_id and currency = new.currency and sum_minor = 0;
end;

create table payments (
  id blob primary key check (length(id) = 16),
  order_id blob not null references orders (id) deferrable initially deferred,
  method text not null check (method in ('cash', 'card', 'transfer', 'voucher', 'wallet', 'comp', 'other')),
  status text not null check (status in ('created', 'confirmed', 'reversed', 'cancelled')),
  amount_minor integer not null check (amount_minor >= 0),
  currency text not null check (length(currency) = 3),
  tendered_minor integer check (tendered_minor >= amount_minor),
  change_minor integer check (change_minor = tendered_minor - amount_minor),
  reference text not null default '' check (length(reference) <= 200),
  confirmed_at integer,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create index payments_by_order on payments (order_id);
