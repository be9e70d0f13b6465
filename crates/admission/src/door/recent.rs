//! The last scans of a list.

use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::store;
use crate::{
    ids::{ScanId, TicketId},
    list::find_list,
    verdict::{Direction, Verdict},
};

const ROWS: u32 = 20;
const ROWS_MAX: u32 = 500;

/// Asks for the last scans of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DoorRecentRequest {
    /// The event: its id or its slug.
    pub event: String,
    /// The check-in list: its id or its name.
    pub list: String,
    /// How many; 20 when absent, 500 at most.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<u32>,
}

/// One of the last scans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RecentScan {
    /// Its entry in the log.
    pub scan_id: ScanId,
    /// The verdict.
    pub verdict: Verdict,
    /// The guest passed.
    pub is_admitted: bool,
    /// A force was needed.
    pub is_forced: bool,
    /// It was taken back.
    pub is_annulled: bool,
    /// Which way.
    pub direction: Direction,
    /// What was scanned.
    pub code: String,
    /// The ticket, if the code led to one.
    pub ticket_id: Option<TicketId>,
    /// Its tier.
    pub tier_name: Option<String>,
    /// Who holds it.
    pub holder_name: Option<String>,
    /// The code of its order.
    pub order_code: Option<String>,
    /// At which gate.
    pub gate: Option<String>,
    /// By which device.
    pub device: String,
    /// Who held the scanner.
    pub operator: Option<String>,
    /// When.
    #[ts(type = "string")]
    pub scanned_at: Timestamp,
}

/// The last scans of a list, newest first. Refusals appear once they are written: within 100 ms.
///
/// # Errors
/// A refusal when event or list are unknown, or a fault of the file.
pub fn recent(view: &View<'_>, request: &DoorRecentRequest) -> Result<Vec<RecentScan>, Failure> {
    let list = find_list(view, &request.event, &request.list)?;
    let rows = request.first.unwrap_or(ROWS).clamp(1, ROWS_MAX);
    Ok(store::last_scans(view, list.facts.list, rows)?)
}
