//! How an event stands, from all contexts together: what readiness and health are judged by.

mod store;

use events::{
    EventId,
    event::{HealthFacts, ReadinessFacts},
};
use kernel::{Fault, Timestamp};
use ticketing::facts::{ticketing_health, tier_facts};
use workspace::View;

/// What still keeps an event from going on sale, counted.
pub(crate) fn readiness_facts(
    view: &View<'_>,
    event: EventId,
    now: Timestamp,
) -> Result<ReadinessFacts, Fault> {
    let tiers = tier_facts(view, event, now)?;
    Ok(ReadinessFacts {
        tier_count: tiers.tier_count,
        sellable_tier_count: tiers.sellable_tier_count,
        limited_tier_count: tiers.limited_tier_count,
        signing_key_count: tiers.public_key_count,
        checkin_list_count: store::checkin_list_count(view, event)?,
    })
}

/// What is wrong with an event right now, counted.
pub(crate) fn health_facts(view: &View<'_>, event: EventId, now: Timestamp) -> Result<HealthFacts, Fault> {
    let ticketing = ticketing_health(view, event, now)?;
    Ok(HealthFacts {
        drifted_tiers: ticketing.drifted_tiers,
        stuck_holds: ticketing.stuck_holds,
        paid_orders_without_tickets: ticketing.paid_orders_without_tickets,
        places_over_capacity: ticketing.places_over_capacity,
        scans_of_refunded_tickets: store::scans_of_refunded_tickets(view, event)?,
        orders_out_of_balance: ticketing.orders_out_of_balance,
    })
}
