//! Scans: judging a code at a list, writing it down, taking it back.
//!
//! A scan runs through a [`ScanStation`], one for each open workspace. It keeps lists ready while they do not change
//! and the refusals that wait to be written. An admitted scan is durable before the answer is given. A refusal changes
//! nothing for anybody, so it is written with the next commit or within [`REFUSAL_DELAY_MAX`], whichever comes
//! first, and before the workspace is closed: a crash can lose the last refusals, never an admission.

mod annul;
mod group;
mod log;
mod outcome;
mod request;
mod resolve;
mod station;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use log::{LogLine, Passage};

pub use annul::{ANNUL_BY_SCANNER_WITHIN, AnnulAuthority, AnnulRefused, AnnulScan, AnnulledScan, annul_scan};
pub use group::{GroupChanged, GroupOutcome, ScanGroup, scan_group};
pub use outcome::{AskedQuestion, FirstUse, ScanOutcome, ScannedTicket};
pub use request::{ScanRefused, ScanRequest};
pub use station::{REFUSAL_DELAY_MAX, RefusalsDue, ScanStation};

#[cfg(test)]
pub(crate) use store::STATEMENTS;
