//! Holds: places set aside for some minutes. When the time is up the places are free; a sweep closes the rows.

mod create;
mod end;
mod keep;
pub mod state;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub use create::{CreateHold, HoldRefusal, create_hold};
pub(crate) use end::{HeldForSale, close_for_sale, held_for_sale};
pub use end::{ReleaseHold, Sweep, SweepOutcome, release_hold, sweep_expired, sweep_holds};
pub(crate) use keep::{KeptPlaces, keep, let_go, take_kept};
pub use state::{HoldAction, HoldStatus, InvalidHoldTransition};

use events::EventId;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::tier::TierId;

kernel::id_type!(HoldId, "hold", "Names places that are set aside.");

/// A hold as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Hold {
    /// Its id.
    pub id: HoldId,
    /// Its event.
    pub event_id: EventId,
    /// Where it stands.
    pub status: HoldStatus,
    /// When its places are free again.
    #[ts(type = "string")]
    pub expires_at: Timestamp,
    /// For whom, or why.
    pub note: String,
    /// What is set aside.
    pub lines: Vec<HoldLine>,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}

/// Places of one tier that are set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct HoldLine {
    /// The tier.
    pub tier_id: TierId,
    /// How many.
    #[ts(type = "number")]
    pub quantity: i64,
}
