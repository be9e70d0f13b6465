//! What an import did, for the person who asked for it.

use std::collections::BTreeMap;

use kernel::{Currency, Money};
use serde::{Deserialize, Serialize};

/// What an import did. A second import of the same export counts everything as unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportReport {
    /// The event that the export is of.
    pub event: ImportedEvent,
    /// How many records of each kind were new, the same as before, or brought up to date.
    pub counts: Vec<ImportCount>,
    /// Orders of the export by their status here.
    #[ts(type = "Record<string, number>")]
    pub orders_by_status: BTreeMap<String, u32>,
    /// Sum of the totals of the paid orders.
    pub paid_total: Money,
    /// What a person should know about what was imported.
    pub warnings: Vec<String>,
    /// What was left out, and why.
    pub not_imported: Vec<NotImported>,
}

/// The event an export was imported into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportedEvent {
    /// Id, as text.
    pub id: String,
    /// Short name, for commands.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Currency of everything.
    pub currency: Currency,
}

/// How many records of a kind an import met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ImportCount {
    /// `orders`, `tickets`, `scans` and so on.
    pub kind: String,
    /// Written now.
    pub new: u32,
    /// Here already, with the same content.
    pub unchanged: u32,
    /// Here already, brought up to date now.
    pub changed: u32,
}

/// Something that the export has and the workspace has no place for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NotImported {
    /// `vouchers`, `seats` and so on.
    pub what: String,
    /// How many.
    pub count: u32,
    /// Why.
    pub reason: String,
}
