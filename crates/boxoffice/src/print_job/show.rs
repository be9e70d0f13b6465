//! Looking at the queue.

use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use ticketing::{OrderId, ticket::TicketId};
use workspace::View;

use super::{
    ItemStatus, JobStatus, Pause, PrintItemId, PrintJobId, PrintJobRefusal, PrintReason, control, store,
};
use crate::printer::{DocumentKind, PrinterId};

/// Sheets shown at a time.
const ITEMS: i64 = 500;
/// Jobs shown.
const JOBS: i64 = 100;

/// Asks for the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListPrintJobs {
    /// Whether jobs that are through are left out.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub is_open: bool,
}

/// Asks for one job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ShowPrintJob {
    /// Its id.
    pub job: String,
    /// Only sheets after this place.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub after: Option<i64>,
}

/// A job as people see it: “213 of 500”.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PrintJobRow {
    /// Which.
    pub id: PrintJobId,
    /// Its printer.
    pub printer_id: PrinterId,
    /// Its printer's name.
    pub printer_name: String,
    /// What is printed.
    pub document: DocumentKind,
    /// What people call it.
    pub title: String,
    /// Why it is printed.
    pub reason: PrintReason,
    /// The language of its sheets.
    pub locale: String,
    /// Where it stands.
    pub status: JobStatus,
    /// Why it stands still.
    pub pause: Option<Pause>,
    /// How many sheets it has.
    #[ts(type = "number")]
    pub item_count: i64,
    /// How many came out.
    #[ts(type = "number")]
    pub printed: i64,
    /// How many certainly did not.
    #[ts(type = "number")]
    pub failed: i64,
    /// Of how many nobody knows.
    #[ts(type = "number")]
    pub unknown: i64,
    /// How many wait or are on their way.
    #[ts(type = "number")]
    pub waiting: i64,
    /// The place of the sheet that is printed next; absent when none is left.
    #[ts(type = "number | null")]
    pub next_position: Option<i64>,
    /// The sheets that nobody knows of, at most ten: each is answered by `print_job.resolve`.
    pub unknown_items: Vec<PrintItemRow>,
    /// When it was asked for.
    #[ts(type = "string")]
    pub created_at: Timestamp,
    /// When something last happened to it.
    #[ts(type = "string")]
    pub updated_at: Timestamp,
}

/// A sheet as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PrintItemRow {
    /// Which.
    pub id: PrintItemId,
    /// Its place in the job, from 1.
    #[ts(type = "number")]
    pub position: i64,
    /// What people call it.
    pub label: String,
    /// The ticket on it.
    pub ticket_id: Option<TicketId>,
    /// The order of the receipt on it.
    pub order_id: Option<OrderId>,
    /// The number of the receipt on it.
    #[ts(type = "number | null")]
    pub receipt_number: Option<i64>,
    /// Where it stands.
    pub status: ItemStatus,
    /// Which print of its ticket or receipt it is, from 1; 0 before it is sent.
    #[ts(type = "number")]
    pub copy: i64,
    /// What went wrong; empty when nothing did.
    pub message: String,
    /// When it was sent.
    #[ts(type = "string | null")]
    pub sent_at: Option<Timestamp>,
    /// When it was known what became of it.
    #[ts(type = "string | null")]
    pub settled_at: Option<Timestamp>,
}

/// A job with its sheets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PrintJobDetail {
    /// The job.
    pub job: PrintJobRow,
    /// Its sheets, at most 500; ask for more `after` the last place.
    pub items: Vec<PrintItemRow>,
}

/// The queue, the newest job first.
///
/// # Errors
/// A fault of the file.
pub fn list_print_jobs(view: &View<'_>, request: &ListPrintJobs) -> Result<Vec<PrintJobRow>, Failure> {
    Ok(store::job_rows(view, request.is_open, JOBS)?)
}

/// A job with its sheets.
///
/// # Errors
/// An unknown job as a refusal, or a fault of the file.
pub fn show_print_job(view: &View<'_>, request: &ShowPrintJob) -> Result<PrintJobDetail, Failure> {
    let id = control::named(view, &request.job)?.id;
    let items = store::item_rows(view, id, request.after.unwrap_or(0), ITEMS)?;
    Ok(PrintJobDetail { job: print_job_by_id(view, id)?, items })
}

/// A job.
///
/// # Errors
/// An unknown job as a refusal, or a fault of the file.
pub fn print_job_by_id(view: &View<'_>, id: PrintJobId) -> Result<PrintJobRow, Failure> {
    store::job_row(view, id)?.ok_or_else(|| PrintJobRefusal::UnknownJob.into())
}
