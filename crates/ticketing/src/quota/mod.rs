//! Quotas: pools of places that several tiers draw on.

mod create;
mod list;
pub(crate) mod store;
mod update;

pub use create::{CreateQuota, QuotaRefusal, create_quota};
pub use list::{ListQuotas, list_quotas};
pub(crate) use store::tiers_of;
pub use update::{UnknownQuota, UpdateQuota, update_quota};

use events::EventId;
use serde::{Deserialize, Serialize};

use crate::tier::TierId;

kernel::id_type!(QuotaId, "quota", "Names one shared pool of places.");

/// A quota as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct QuotaRow {
    /// Its id.
    pub id: QuotaId,
    /// Its event.
    pub event_id: EventId,
    /// Its name.
    pub name: String,
    /// Its places; unlimited when absent.
    #[ts(type = "number | null")]
    pub size: Option<i64>,
    /// Places sold or set aside, over its tiers.
    #[ts(type = "number")]
    pub used: i64,
    /// Places left; unlimited when absent.
    #[ts(type = "number | null")]
    pub available: Option<i64>,
    /// The tiers that draw on it.
    pub tiers: Vec<TierId>,
    /// Its version, to change it from.
    #[ts(type = "number")]
    pub version: i64,
}
