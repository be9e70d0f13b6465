//! What the door's screen shows beside verdicts: how many are in, the last scans, and guests without a ticket in hand.

mod counters;
mod recent;
mod store;
#[cfg(test)]
mod tests;

pub use counters::{DoorCounters, DoorCountersRequest, TierCount, door_counters};
pub use recent::{DoorRecentRequest, RecentScan, door_recent};

#[cfg(test)]
pub(crate) use store::STATEMENTS;
