//! Check-in lists: who may enter, how often, and on which further conditions.

mod create;
mod find;
mod refused;
mod show;
mod store;
#[cfg(test)]
mod tests;
mod update;

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

pub use create::{CreateCheckinList, create_checkin_list};
pub(crate) use find::{ListAtDoor, find_list};
pub use refused::ListRefused;
pub use show::{ListCheckinLists, list_checkin_lists};
pub(crate) use store::{Stamp, StoredList, stamp_of};
pub use update::{UpdateCheckinList, update_checkin_list};

#[cfg(test)]
pub(crate) use store::STATEMENTS;

use crate::{
    ids::{CheckinListId, EventId, TierId},
    rules::Rule,
};

/// A tier that a list admits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CoveredTier {
    /// Which.
    pub id: TierId,
    /// Its name.
    pub name: String,
}

/// A check-in list as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListRow {
    /// Which.
    pub id: CheckinListId,
    /// Its event.
    pub event_id: EventId,
    /// Its name, unique in the event.
    pub name: String,
    /// It admits every tier of the event.
    pub covers_all_tiers: bool,
    /// Otherwise these.
    pub tiers: Vec<CoveredTier>,
    /// A ticket may enter any number of times.
    pub allows_multiple_entries: bool,
    /// A ticket may enter again after it was scanned out.
    pub allows_reentry_after_exit: bool,
    /// Unpaid tickets may enter when the operator says so.
    pub includes_pending: bool,
    /// The code of a main ticket stands for its add-on.
    pub matches_addons: bool,
    /// Further conditions on an entry.
    pub rules: Option<Rule>,
    /// When everybody inside counts as gone.
    #[ts(type = "string | null")]
    pub exit_all_at: Option<Timestamp>,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}
