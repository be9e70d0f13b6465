//! The SQL that counts for others.

use events::EventId;
use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{View, params};

use super::{EventSales, TierFacts};

const SALES: &str = "select event.id, event.currency,
      coalesce((
        select sum((select issued_after from inventory_operations where tier_id = tier.id order by seq desc limit 1))
        from ticket_tiers tier where tier.event_id = event.id
      ), 0) as sold,
      coalesce((
        select sum(ordered.total_minor - ordered.refunded_minor) from orders ordered
        where ordered.event_id = event.id and ordered.status in ('paid', 'partially_refunded', 'refunded')
      ), 0) as revenue_minor
    from json_each(?1) wanted
    join events event on event.id = unhex(wanted.value)
    order by wanted.key";

const TIER_FACTS: &str = "select
      coalesce(sum(tier.is_active), 0) as tier_count,
      coalesce(sum(tier.is_active and (tier.sales_end_at is null or tier.sales_end_at > ?2)), 0) as sellable_tier_count,
      coalesce(sum(tier.is_active and (tier.quantity is not null or exists (
        select 1 from quota_tiers link join quotas quota on quota.id = link.quota_id
        where link.tier_id = tier.id and quota.size is not null and quota.deleted_at is null
      ))), 0) as limited_tier_count,
      coalesce(sum(case when tier.is_admission = 1 then coalesce((
        select issued_after + held_after from inventory_operations where tier_id = tier.id order by seq desc limit 1
      ), 0) else 0 end), 0) as places_taken,
      (select count(*) from event_signing_keys key
        where key.event_id = ?1 and key.is_active = 1 and key.deleted_at is null) as public_key_count
    from ticket_tiers tier
    where tier.event_id = ?1 and tier.deleted_at is null";

const STUCK_HOLDS: &str = "select count(*) as holds from ticket_holds
    where status = 'active' and expires_at <= ?2 and event_id = ?1";

/// Tickets end but never vanish, so an order always has as many rows as it bought, and more where one was replaced.
const WITHOUT_TICKETS: &str = "select count(*) as orders from orders ordered
    where ordered.event_id = ?1 and ordered.status in ('paid', 'partially_refunded')
      and ordered.deleted_at is null
      and (select coalesce(sum(item.quantity), 0) from order_items item where item.order_id = ordered.id)
        > (select count(*) from tickets ticket where ticket.order_id = ordered.id)";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[SALES, TIER_FACTS, STUCK_HOLDS, WITHOUT_TICKETS];

pub(super) fn sales(view: &View<'_>, wanted_json: &str) -> Result<Vec<EventSales>, Fault> {
    view.all(SALES, params![wanted_json], |row| {
        Ok(EventSales {
            event_id: row.id("id")?,
            sold: row.int("sold")?,
            revenue: row.money("revenue_minor", "currency")?,
        })
    })
}

pub(super) fn tier_facts(view: &View<'_>, event: EventId, now: Timestamp) -> Result<TierFacts, Fault> {
    view.one(TIER_FACTS, params![event.bytes(), to_micros(now)], |row| {
        Ok(TierFacts {
            tier_count: row.int("tier_count")?,
            sellable_tier_count: row.int("sellable_tier_count")?,
            limited_tier_count: row.int("limited_tier_count")?,
            public_key_count: row.int("public_key_count")?,
            places_taken: row.int("places_taken")?,
        })
    })
}

pub(super) fn stuck_holds(view: &View<'_>, event: EventId, now: Timestamp) -> Result<i64, Fault> {
    view.one(STUCK_HOLDS, params![event.bytes(), to_micros(now)], |row| row.int("holds"))
}

pub(super) fn orders_without_tickets(view: &View<'_>, event: EventId) -> Result<i64, Fault> {
    view.one(WITHOUT_TICKETS, params![event.bytes()], |row| row.int("orders"))
}
