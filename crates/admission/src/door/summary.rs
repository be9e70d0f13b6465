//! A night at one list in figures: for the end of the door.

use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{DoorCounters, DoorCountersRequest, counters, store::summary as store};
use crate::{list::find_list, verdict::Verdict};

/// How often something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct VerdictCount {
    /// What was said.
    pub verdict: Verdict,
    /// How often.
    #[ts(type = "number")]
    pub scans: i64,
    /// To how many tickets; codes that led to none count once each time.
    #[ts(type = "number")]
    pub tickets: i64,
}

/// Entries in one minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MinuteCount {
    /// When the minute began.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// How many entered in it.
    #[ts(type = "number")]
    pub entries: i64,
}

/// A night at one list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DoorSummary {
    /// How many are in, as the counters say.
    pub counters: DoorCounters,
    /// Refusals by their reason, the most frequent first.
    pub refused: Vec<VerdictCount>,
    /// Verdicts that were overruled.
    #[ts(type = "number")]
    pub forced: i64,
    /// Scans that were taken back.
    #[ts(type = "number")]
    pub annulled: i64,
    /// Guests who left.
    #[ts(type = "number")]
    pub exits: i64,
    /// The first entry.
    #[ts(type = "string | null")]
    pub first_entry_at: Option<Timestamp>,
    /// The last entry.
    #[ts(type = "string | null")]
    pub last_entry_at: Option<Timestamp>,
    /// The busiest minute.
    pub peak: Option<MinuteCount>,
    /// Every minute in which somebody entered: the curve of arrivals.
    pub arrivals: Vec<MinuteCount>,
}

/// The night at a list, as of `now`.
///
/// # Errors
/// A refusal when event or list are unknown, or a fault of the file.
pub fn summary(
    view: &View<'_>,
    request: &DoorCountersRequest,
    now: Timestamp,
) -> Result<DoorSummary, Failure> {
    let list = find_list(view, &request.event, &request.list)?.facts.list;
    let totals = store::totals(view, list)?;
    let arrivals = store::arrivals(view, list)?;
    // The earliest of the busiest minutes.
    let peak = arrivals.iter().rev().max_by_key(|minute| minute.entries).copied();
    Ok(DoorSummary {
        counters: counters(view, request, now)?,
        refused: store::refused(view, list)?,
        forced: totals.forced,
        annulled: totals.annulled,
        exits: totals.exits,
        first_entry_at: totals.first_entry_at,
        last_entry_at: totals.last_entry_at,
        peak,
        arrivals,
    })
}
