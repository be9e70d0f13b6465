-- Tiers, shared quotas, inventory, holds, orders, tickets, refunds (domain.md, 2.5).

create table ticket_tiers (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  tier_number integer not null check (tier_number between 1 and 65535),
  name text not null check (length(name) between 1 and 120),
  badge_label text not null default '' check (length(badge_label) <= 40),
  description text not null default '',
  price_minor integer not null check (price_minor >= 0),
  currency text not null check (length(currency) = 3),
  tax_rate text not null default '0',
  quantity integer check (quantity is null or quantity between 0 and 10000000),
  order_quantity_max integer not null default 20 check (order_quantity_max between 1 and 10000),
  sales_start_at integer,
  sales_end_at integer,
  is_active integer not null default 1 check (is_active in (0, 1)),
  is_admission integer not null default 1 check (is_admission in (0, 1)),
  needs_attention integer not null default 0 check (needs_attention in (0, 1)),
  door_note text not null default '',
  valid_from integer,
  valid_until integer,
  position integer not null default 0,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  unique (event_id, tier_number),
  check (sales_start_at is null or sales_end_at is null or sales_start_at < sales_end_at),
  check (valid_from is null or valid_until is null or valid_from <= valid_until)
) strict, without rowid;
create unique index ticket_tiers_living_name on ticket_tiers (event_id, name) where deleted_at is null;

-- A pool that several tiers draw on. A tier's own quantity and the event's capacity bound it besides.
create table quotas (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  name text not null check (length(name) between 1 and 120),
  size integer check (size is null or size between 0 and 10000000),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create index quotas_by_event on quotas (event_id);

create table quota_tiers (
  quota_id blob not null references quotas (id),
  tier_id blob not null references ticket_tiers (id),
  created_at integer not null,
  primary key (quota_id, tier_id)
) strict, without rowid;
create index quota_tiers_by_tier on quota_tiers (tier_id);

create table orders (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  code text not null unique check (length(code) between 1 and 40),
  status text not null check (status in ('pending', 'paid', 'partially_refunded', 'refunded', 'cancelled', 'expired')),
  channel text not null check (channel in ('till', 'import', 'online')),
  currency text not null check (length(currency) = 3),
  total_minor integer not null check (total_minor >= 0),
  tax_minor integer not null,
  refunded_minor integer not null default 0 check (refunded_minor >= 0),
  buyer_name text not null default '' check (length(buyer_name) <= 300),
  buyer_email text not null default '' check (length(buyer_email) <= 254),
  buyer_phone text not null default '' check (length(buyer_phone) <= 60),
  locale text not null default 'en',
  is_approval_pending integer not null default 0 check (is_approval_pending in (0, 1)),
  is_valid_while_pending integer not null default 0 check (is_valid_while_pending in (0, 1)),
  ordered_at integer not null,
  expires_at integer,
  paid_at integer,
  status_reason text not null default '' check (length(status_reason) <= 500),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
-- Carries what a list of events sums up, so that revenue never reads the orders themselves.
create index orders_by_event on orders (event_id, ordered_at, id, status, total_minor, refunded_minor);
create index orders_by_email on orders (buyer_email collate nocase) where buyer_email <> '';
create index orders_pending_by_expiry on orders (expires_at) where status = 'pending';

-- One row per line of an order: so many places of a tier, with the price and tax that were charged for them.
create table order_items (
  id blob primary key check (length(id) = 16),
  order_id blob not null references orders (id),
  line_number integer not null check (line_number > 0),
  tier_id blob not null references ticket_tiers (id),
  quantity integer not null check (quantity > 0),
  unit_price_minor integer not null check (unit_price_minor >= 0),
  gross_minor integer not null check (gross_minor >= 0),
  tax_rate text not null,
  tax_minor integer not null,
  created_at integer not null,
  unique (order_id, line_number)
) strict, without rowid;

create table order_fees (
  id blob primary key check (length(id) = 16),
  order_id blob not null references orders (id),
  kind text not null check (kind in ('payment', 'shipping', 'service', 'cancellation', 'insurance', 'late', 'other')),
  name text not null default '',
  gross_minor integer not null,
  tax_rate text not null,
  tax_minor integer not null,
  is_cancelled integer not null default 0 check (is_cancelled in (0, 1)),
  created_at integer not null
) strict, without rowid;
create index order_fees_by_order on order_fees (order_id);

create table tickets (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  order_id blob not null references orders (id),
  order_item_id blob not null references order_items (id),
  tier_id blob not null references ticket_tiers (id),
  code text not null check (length(code) between 1 and 300),
  is_foreign_code integer not null default 0 check (is_foreign_code in (0, 1)),
  serial integer not null check (serial > 0),
  status text not null check (status in ('issued', 'transferred', 'refunded', 'void')),
  holder_name text not null default '',
  holder_email text not null default '',
  holder_company text not null default '',
  gross_minor integer not null check (gross_minor >= 0),
  tax_minor integer not null,
  currency text not null check (length(currency) = 3),
  addon_to_ticket_id blob references tickets (id),
  valid_from integer,
  valid_until integer,
  block_reason text not null default '',
  status_reason text not null default '' check (length(status_reason) <= 500),
  replaced_by_ticket_id blob references tickets (id),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  unique (code, event_id),
  unique (event_id, serial)
) strict, without rowid;
create index tickets_by_order on tickets (order_id, serial);
create index tickets_by_email on tickets (holder_email collate nocase) where holder_email <> '';
create index tickets_by_addon on tickets (addon_to_ticket_id) where addon_to_ticket_id is not null;

-- Codes that once opened a door and no longer do.
create table revoked_codes (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  code text not null,
  ticket_id blob references tickets (id),
  reason text not null default '',
  created_at integer not null,
  unique (event_id, code)
) strict, without rowid;

create table ticket_holds (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  status text not null check (status in ('active', 'released', 'expired', 'converted')),
  expires_at integer not null,
  note text not null default '',
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create index ticket_holds_active on ticket_holds (expires_at) where status = 'active';

create table ticket_hold_lines (
  hold_id blob not null references ticket_holds (id),
  tier_id blob not null references ticket_tiers (id),
  quantity integer not null check (quantity > 0),
  created_at integer not null,
  primary key (hold_id, tier_id)
) strict, without rowid;
create index ticket_hold_lines_by_tier on ticket_hold_lines (tier_id);

-- Places move only by appending here. Each row carries the tier's running balance, which the database checks
-- against the row before it: the latest row answers "how many" and nothing can drift.
create table inventory_operations (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  tier_id blob not null references ticket_tiers (id),
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('issue', 'return', 'hold', 'release', 'expire', 'convert', 'reserve', 'unreserve', 'import')),
  issued_delta integer not null,
  held_delta integer not null,
  issued_after integer not null check (issued_after >= 0),
  held_after integer not null check (held_after >= 0),
  order_id blob references orders (id),
  hold_id blob references ticket_holds (id),
  created_at integer not null,
  unique (tier_id, seq)
) strict, without rowid;
create trigger inventory_operations_continue_the_balance before insert on inventory_operations begin
  select raise(abort, 'inventory: the balance does not continue the one before it')
    where new.seq <> 1 + coalesce((select max(seq) from inventory_operations where tier_id = new.tier_id), 0)
      or new.issued_after <> new.issued_delta
        + coalesce((select issued_after from inventory_operations where tier_id = new.tier_id order by seq desc limit 1), 0)
      or new.held_after <> new.held_delta
        + coalesce((select held_after from inventory_operations where tier_id = new.tier_id order by seq desc limit 1), 0);
end;
create trigger inventory_operations_stay_within_bounds after insert on inventory_operations
  when new.issued_delta + new.held_delta > 0 and new.kind <> 'import' begin
  select raise(abort, 'inventory: the tier has no places left')
    from ticket_tiers tier
    where tier.id = new.tier_id and tier.quantity is not null and new.issued_after + new.held_after > tier.quantity;
  select raise(abort, 'inventory: the quota has no places left')
    from quota_tiers mine
    join quotas quota on quota.id = mine.quota_id and quota.deleted_at is null and quota.size is not null
    where mine.tier_id = new.tier_id
      and quota.size < (
        select sum(latest.issued_after + latest.held_after)
        from quota_tiers other
        join inventory_operations latest on latest.tier_id = other.tier_id
          and latest.seq = (select max(seq) from inventory_operations where tier_id = other.tier_id)
        where other.quota_id = quota.id
      );
  select raise(abort, 'inventory: the event has no places left')
    from events event
    where event.id = new.event_id and event.capacity is not null
      and event.capacity < (
        select sum(latest.issued_after + latest.held_after)
        from ticket_tiers tier
        join inventory_operations latest on latest.tier_id = tier.id
          and latest.seq = (select max(seq) from inventory_operations where tier_id = tier.id)
        where tier.event_id = event.id and tier.is_admission = 1
      )
      and exists (select 1 from ticket_tiers mine where mine.id = new.tier_id and mine.is_admission = 1);
end;

create table refunds (
  id blob primary key check (length(id) = 16),
  order_id blob not null references orders (id),
  payment_id blob references payments (id),
  status text not null check (status in ('created', 'in_transit', 'done', 'failed', 'cancelled')),
  method text not null check (method in ('cash', 'card', 'transfer', 'voucher', 'wallet', 'comp', 'other')),
  amount_minor integer not null check (amount_minor >= 0),
  currency text not null check (length(currency) = 3),
  reason text not null default '',
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create index refunds_by_order on refunds (order_id);

-- Receipts are numbered without gaps and never change; a refund writes a receipt of its own.
create table receipts (
  id blob primary key check (length(id) = 16),
  number integer not null unique check (number > 0),
  order_id blob not null references orders (id),
  refund_id blob references refunds (id),
  kind text not null check (kind in ('sale', 'refund')),
  total_minor integer not null,
  currency text not null check (length(currency) = 3),
  created_by_user_id blob,
  created_at integer not null
) strict, without rowid;
create index receipts_by_order on receipts (order_id);

-- Public halves of an event's signing keys; several may be valid at a time. Private halves are never in this file.
create table event_signing_keys (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  scheme text not null check (scheme in ('stagedoor1', 'pretix_sig1')),
  key_hint blob not null check (length(key_hint) = 4),
  public_key blob not null check (length(public_key) = 32),
  is_active integer not null default 1 check (is_active in (0, 1)),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create index event_signing_keys_by_hint on event_signing_keys (key_hint);
create index event_signing_keys_by_event on event_signing_keys (event_id);

-- Where an imported record came from, so that a second import changes nothing.
create table import_references (
  source text not null,
  kind text not null,
  source_key text not null,
  entity_id blob not null check (length(entity_id) = 16),
  content_hash blob not null check (length(content_hash) = 32),
  created_at integer not null,
  primary key (source, kind, source_key)
) strict, without rowid;

-- People found by two letters: a row for each ticket, or one for all tickets of an order when ticket_id is null.
-- Text is folded (accents, case, ligatures) before it gets here. Matches are not ranked, so no sizes are kept.
create virtual table guest_search using fts5 (
  ticket_id unindexed, event_id unindexed, order_id unindexed, words,
  prefix = '2 3 4', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
