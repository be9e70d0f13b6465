//! How many are in.

use chrono::TimeDelta;
use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::store;
use crate::list::find_list;

const RATE_WINDOW: TimeDelta = TimeDelta::minutes(1);

/// Asks how many are in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DoorCountersRequest {
    /// The event: its id or its slug.
    pub event: String,
    /// The check-in list: its id or its name.
    pub list: String,
}

/// How many of a tier are in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TierCount {
    /// The tier's name.
    pub tier_name: String,
    /// Tickets with at least one entry on the list.
    #[ts(type = "number")]
    pub admitted: i64,
    /// Tickets that the list may admit.
    #[ts(type = "number")]
    pub expected: i64,
}

/// How many are in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DoorCounters {
    /// Tickets with at least one entry on the list.
    #[ts(type = "number")]
    pub admitted: i64,
    /// Tickets whose latest pass on the list is an entry.
    #[ts(type = "number")]
    pub inside: i64,
    /// Tickets that the list may admit.
    #[ts(type = "number")]
    pub expected: i64,
    /// Entries scanned within the last minute.
    #[ts(type = "number")]
    pub entries_last_minute: i64,
    /// The same by tier.
    pub per_tier: Vec<TierCount>,
    /// Most guests of the event, if it has a limit.
    #[ts(type = "number | null")]
    pub capacity: Option<i64>,
}

/// The counters of a list at `now`.
///
/// # Errors
/// A refusal when event or list are unknown, or a fault of the file.
pub fn counters(
    view: &View<'_>,
    request: &DoorCountersRequest,
    now: Timestamp,
) -> Result<DoorCounters, Failure> {
    let list = find_list(view, &request.event, &request.list)?;
    let passed = store::passed_by_tier(view, list.facts.list)?;
    let expected = store::expected_by_tier(view, list.facts.event, list.facts.includes_pending)?;
    let covered = expected.into_iter().filter(|tier| list.facts.tiers.covers(tier.tier));
    let per_tier: Vec<TierCount> = covered
        .map(|tier| TierCount {
            admitted: passed
                .iter()
                .find(|passed| passed.tier == tier.tier)
                .map_or(0, |passed| passed.admitted),
            expected: tier.expected,
            tier_name: tier.name,
        })
        .collect();
    Ok(DoorCounters {
        admitted: passed.iter().map(|tier| tier.admitted).sum(),
        inside: passed.iter().map(|tier| tier.inside).sum(),
        expected: per_tier.iter().map(|tier| tier.expected).sum(),
        entries_last_minute: store::entries_since(view, list.facts.list, now - RATE_WINDOW)?,
        per_tier,
        capacity: list.event.capacity,
    })
}
