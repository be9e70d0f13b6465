//! What a person says who looked at the paper.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    ItemAction, ItemStatus, JobAction, JobStatus, PrintItemId, PrintJobRefusal, PrintJobRow, PrintOutcome,
    print_job_by_id,
    store::{self, Retry},
};

/// Answers for a sheet of which nobody knows whether it came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ResolveItem {
    /// The sheet's id.
    pub item: String,
    /// What is true of it.
    pub answer: Seen,
}

/// What a person saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// It came out, and is good.
    Printed,
    /// It did not, or is spoilt: print it again. The new sheet is marked, for the old one may be about.
    Repeat,
}

/// Stores what a person saw. Repeating puts the sheet back into its place; a job that was through is taken up again.
///
/// # Errors
/// A refusal when there is no such sheet or it needs no answer, or a fault of the file.
pub fn resolve_item(tx: &Tx<'_>, request: &ResolveItem) -> Result<PrintJobRow, Failure> {
    let id: PrintItemId = request.item.parse()?;
    let item = store::item(tx, id)?.ok_or(PrintJobRefusal::UnknownItem)?;
    let job = store::job(tx, item.job)?.ok_or(PrintJobRefusal::UnknownJob)?;
    match request.answer {
        Seen::Printed => {
            store::set_item(
                tx,
                &item,
                item.status.after(ItemAction::Confirm)?,
                item.copy,
                "",
                Retry::WithJob,
            )?;
            store::record_print(tx, &job, &item, PrintOutcome::Confirmed)?;
        }
        Seen::Repeat => {
            let status = item.status.after(ItemAction::Repeat)?;
            if matches!(job.status, JobStatus::Done | JobStatus::Cancelled) {
                store::set_job(tx, &job, job.status.after(JobAction::Reopen)?, None)?;
            }
            // A copy that may be about counts, so that the next one says that it is not the first.
            let mut copy = 0;
            if item.status == ItemStatus::Unknown {
                store::record_print(tx, &job, &item, PrintOutcome::Unknown)?;
                copy = item.copy;
            }
            store::set_item(tx, &item, status, copy, "", Retry::WithJob)?;
        }
    }
    print_job_by_id(tx, job.id)
}
