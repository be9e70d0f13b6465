-- What changes a price: vouchers, fees, group discounts; what is kept when money goes back (domain.md, 2.5).

create table vouchers (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  code text not null check (length(code) between 1 and 60),
  note text not null default '' check (length(note) <= 500),
  kind text not null check (kind in ('none', 'percent', 'amount', 'set_price', 'balance')),
  percent text not null default '0',
  amount_minor integer not null default 0 check (amount_minor >= 0),
  currency text not null check (length(currency) = 3),
  budget_minor integer check (budget_minor is null or budget_minor >= 0),
  max_usages integer not null default 1 check (max_usages between 1 and 10000000),
  min_usages integer not null default 1 check (min_usages between 1 and max_usages),
  max_usages_per_customer integer check (max_usages_per_customer is null or max_usages_per_customer > 0),
  valid_from integer,
  valid_until integer,
  quota_id blob references quotas (id),
  block_quota integer not null default 0 check (block_quota in (0, 1)),
  allow_ignore_quota integer not null default 0 check (allow_ignore_quota in (0, 1)),
  show_hidden integer not null default 0 check (show_hidden in (0, 1)),
  is_active integer not null default 1 check (is_active in (0, 1)),
  -- The hold that keeps its places, when it keeps any.
  hold_id blob references ticket_holds (id),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  check (valid_from is null or valid_until is null or valid_from < valid_until)
) strict, without rowid;
create unique index vouchers_living_code on vouchers (event_id, code collate nocase) where deleted_at is null;
create index vouchers_by_hold on vouchers (hold_id) where hold_id is not null;

-- The tiers that a voucher is for; none means all, or those of its quota.
create table voucher_tiers (
  voucher_id blob not null references vouchers (id),
  tier_id blob not null references ticket_tiers (id),
  created_at integer not null,
  primary key (voucher_id, tier_id)
) strict, without rowid;

-- One ticket bought with a voucher, and what it took off. A ticket that is refunded or withdrawn gives both back.
create table voucher_redemptions (
  id blob primary key check (length(id) = 16),
  voucher_id blob not null references vouchers (id),
  order_id blob not null references orders (id),
  ticket_id blob not null references tickets (id),
  customer text not null default '',
  discount_minor integer not null check (discount_minor >= 0),
  currency text not null check (length(currency) = 3),
  returned_at integer,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0)
) strict, without rowid;
create index voucher_redemptions_by_voucher on voucher_redemptions (voucher_id, returned_at, customer, discount_minor);
create index voucher_redemptions_by_ticket on voucher_redemptions (ticket_id);

-- Usages of a voucher that lie in a customer's basket.
create table ticket_hold_vouchers (
  hold_id blob not null references ticket_holds (id),
  voucher_id blob not null references vouchers (id),
  tier_id blob not null references ticket_tiers (id),
  quantity integer not null check (quantity > 0),
  created_at integer not null,
  primary key (hold_id, voucher_id, tier_id)
) strict, without rowid;
create index ticket_hold_vouchers_by_voucher on ticket_hold_vouchers (voucher_id);

create table fee_rules (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  kind text not null check (kind in ('payment', 'shipping', 'service', 'insurance', 'late', 'other')),
  name text not null check (length(name) between 1 and 120),
  charge text not null check (charge in ('amount', 'percent')),
  amount_minor integer not null default 0 check (amount_minor >= 0),
  percent text not null default '0',
  currency text not null check (length(currency) = 3),
  per text not null check (per in ('order', 'ticket')),
  -- Absent: split over the rates of the order's tickets.
  tax_rate text,
  method text check (method in ('cash', 'card', 'transfer', 'voucher', 'wallet')),
  channel text check (channel in ('till', 'online')),
  is_active integer not null default 1 check (is_active in (0, 1)),
  position integer not null default 0,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob
) strict, without rowid;
create index fee_rules_by_event on fee_rules (event_id, position);

create table group_discounts (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  name text not null check (length(name) between 1 and 120),
  min_quantity integer not null default 0 check (min_quantity between 0 and 100000),
  min_value_minor integer not null default 0 check (min_value_minor >= 0),
  benefit text not null check (benefit in ('percent', 'amount', 'set_price')),
  percent text not null default '0',
  amount_minor integer not null default 0 check (amount_minor >= 0),
  currency text not null check (length(currency) = 3),
  -- Absent: every ticket that counts. Else only so many of the cheapest in each full group.
  cheapest_quantity integer check (cheapest_quantity is null or cheapest_quantity between 1 and min_quantity),
  skips_vouchers integer not null default 1 check (skips_vouchers in (0, 1)),
  available_from integer,
  available_until integer,
  is_active integer not null default 1 check (is_active in (0, 1)),
  position integer not null default 0,
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  deleted_at integer,
  deleted_by_user_id blob,
  check ((min_quantity > 0) <> (min_value_minor > 0))
) strict, without rowid;
create index group_discounts_by_event on group_discounts (event_id, position);

create table group_discount_tiers (
  group_discount_id blob not null references group_discounts (id),
  tier_id blob not null references ticket_tiers (id),
  created_at integer not null,
  primary key (group_discount_id, tier_id)
) strict, without rowid;

-- What is kept when tickets are given back, by how long it is until the event starts.
create table refund_policy_bands (
  id blob primary key check (length(id) = 16),
  event_id blob not null references events (id),
  hours_before integer not null check (hours_before between 0 and 100000),
  keep_percent text not null default '0',
  keep_fixed_minor integer not null default 0 check (keep_fixed_minor >= 0),
  keep_per_ticket_minor integer not null default 0 check (keep_per_ticket_minor >= 0),
  keep_at_most_minor integer check (keep_at_most_minor is null or keep_at_most_minor >= 0),
  currency text not null check (length(currency) = 3),
  keep_fees text not null default '[]' check (json_valid(keep_fees)),
  created_at integer not null,
  updated_at integer not null,
  created_by_user_id blob,
  updated_by_user_id blob,
  version integer not null default 1 check (version > 0),
  unique (event_id, hours_before)
) strict, without rowid;

-- Cash that was rounded to what coins can pay: paid less owed. What a discount took off a line. Why no tax was charged.
alter table orders add column rounding_minor integer not null default 0;
alter table orders add column tax_exemption text not null default '' check (length(tax_exemption) <= 200);
alter table order_items add column discount_minor integer not null default 0 check (discount_minor >= 0);
alter table refunds add column rounding_minor integer not null default 0;

alter table ticket_tiers add column comp_quantity_max integer
  check (comp_quantity_max is null or comp_quantity_max between 0 and 10000000);
-- Sold only with a voucher that shows it.
alter table ticket_tiers add column is_hidden integer not null default 0 check (is_hidden in (0, 1));

-- A voucher may let someone in although the house is full. The movement says so, and only it passes the second wall.
alter table inventory_operations add column ignores_bounds integer not null default 0 check (ignores_bounds in (0, 1));
drop trigger inventory_operations_stay_within_bounds;
create trigger inventory_operations_stay_within_bounds after insert on inventory_operations
  when new.issued_delta + new.held_delta > 0 and new.kind <> 'import' and new.ignores_bounds = 0 begin
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
