//! What the door's screen shows beside verdicts: how many are in, the last scans, and guests without a ticket in hand.

mod counters;
mod recent;
mod search;
mod store;
#[cfg(test)]
mod tests;

pub use counters::{DoorCounters, DoorCountersRequest, TierCount, counters};
pub use recent::{DoorRecentRequest, RecentScan, recent};
pub use search::{DoorSearchRequest, FoundGuest, search};

#[cfg(test)]
pub(crate) use store::STATEMENTS;
