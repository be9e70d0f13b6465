-- How an event rounds tax, how many places it may give away, and whether its prices know more than its tiers say.

alter table events add column tax_rounding text not null default 'line'
  check (tax_rounding in ('line', 'sum_by_net', 'sum_by_net_keep_gross'));
alter table events add column comp_quantity_max integer
  check (comp_quantity_max is null or comp_quantity_max between 0 and 10000000);
-- Set once fees or group discounts exist, so that a sale without them reads nothing more than it did.
alter table events add column has_price_rules integer not null default 0 check (has_price_rules in (0, 1));
