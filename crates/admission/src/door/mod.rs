//! What the door's screen shows beside verdicts: how many are in, the last scans, and guests without a ticket in hand.

mod conflicts;
mod counters;
mod recent;
mod search;
mod store;
mod summary;
#[cfg(test)]
mod tests;

pub use conflicts::{ConflictKind, DoorConflict, DoorConflictsRequest, conflicts};
pub use counters::{DoorCounters, DoorCountersRequest, TierCount, counters};
pub use recent::{DoorRecentRequest, RecentScan, recent};
pub use search::{DoorSearchRequest, FoundGuest, search};
pub use summary::{DoorSummary, MinuteCount, VerdictCount, summary};

#[cfg(test)]
pub(crate) use store::all_statements;
