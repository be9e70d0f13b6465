//! What other contexts ask of ticketing about an event, counted in few statements: sales for lists, what readiness and
//! health need to know.

pub(crate) mod store;

use events::EventId;
use kernel::{Fault, Money, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use crate::{inventory, order, search::json_of_ids};

/// What an event sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EventSales {
    /// The event.
    pub event_id: EventId,
    /// Places sold.
    #[ts(type = "number")]
    pub sold: i64,
    /// What paid orders cost, less what went back.
    pub revenue: Money,
}

/// What readiness asks of tiers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TierFacts {
    /// Tiers that are active.
    pub tier_count: i64,
    /// Active tiers whose sales window is open now or opens later.
    pub sellable_tier_count: i64,
    /// Active tiers with a quantity or a quota that limits them.
    pub limited_tier_count: i64,
    /// Public keys of the event.
    pub public_key_count: i64,
    /// Admission places that are issued or held.
    pub places_taken: i64,
}

/// What health asks of ticketing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TicketingHealth {
    /// Tiers whose running balance differs from what stands behind it.
    pub drifted_tiers: i64,
    /// Holds that are past their end and were not swept.
    pub stuck_holds: i64,
    /// Paid orders with fewer tickets than they bought.
    pub paid_orders_without_tickets: i64,
    /// Places sold beyond a tier, a quota or the event's capacity.
    pub places_over_capacity: i64,
    /// Orders whose money does not add up.
    pub orders_out_of_balance: i64,
}

/// What each of `events` sold, in one statement.
///
/// # Errors
/// A fault when the database fails.
pub fn event_sales(view: &View<'_>, events: &[EventId]) -> Result<Vec<EventSales>, Fault> {
    store::sales(view, &json_of_ids(events))
}

/// What readiness asks of an event's tiers at `now`.
///
/// # Errors
/// A fault when the database fails.
pub fn tier_facts(view: &View<'_>, event: EventId, now: Timestamp) -> Result<TierFacts, Fault> {
    store::tier_facts(view, event, now)
}

/// What health asks of an event at `now`.
///
/// # Errors
/// A fault when the database fails.
pub fn ticketing_health(view: &View<'_>, event: EventId, now: Timestamp) -> Result<TicketingHealth, Fault> {
    let places = inventory::reconcile(view, Some(event))?;
    let money = order::reconcile_money(view, Some(event))?;
    let mut drifted: Vec<_> = places.differences.iter().map(|difference| difference.tier_id).collect();
    drifted.dedup();
    let mut troubled: Vec<_> = money.sums.iter().chain(&money.books).map(|order| &order.order_code).collect();
    troubled.sort_unstable();
    troubled.dedup();
    Ok(TicketingHealth {
        drifted_tiers: count(drifted.len()),
        stuck_holds: store::stuck_holds(view, event, now)?,
        paid_orders_without_tickets: store::orders_without_tickets(view, event)?,
        places_over_capacity: places.overfull.iter().map(|pool| pool.used - pool.size).max().unwrap_or(0),
        orders_out_of_balance: count(troubled.len()),
    })
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
