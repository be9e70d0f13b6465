//! Stopping, going on, giving up; and what a crash leaves behind.

use kernel::{Failure, Fault};
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use super::{
    ItemAction, JobAction, Pause, PrintJobId, PrintJobRefusal, PrintJobRow,
    next::stand_still,
    print_job_by_id,
    store::{self, Retry, StoredJob},
};
use crate::printer::PrinterId;

/// Names a print job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OfPrintJob {
    /// Its id.
    pub job: String,
}

/// The job that a request names.
pub(super) fn named(view: &View<'_>, job: &str) -> Result<StoredJob, Failure> {
    let id: PrintJobId = job.parse()?;
    store::job(view, id)?.ok_or_else(|| PrintJobRefusal::UnknownJob.into())
}

/// Stops a job after the sheet that is on its way.
///
/// # Errors
/// A refusal when it is through, or a fault of the file.
pub fn pause_print_job(tx: &Tx<'_>, request: &OfPrintJob) -> Result<PrintJobRow, Failure> {
    let job = named(tx, &request.job)?;
    let pause = Pause::new("by_hand", "somebody stopped it", "Continue when you are ready.");
    store::set_job(tx, &job, job.status.after(JobAction::Pause)?, Some(&pause))?;
    print_job_by_id(tx, job.id)
}

/// Goes on with the next sheet that is certainly not printed. What nobody knows stays as it is.
///
/// # Errors
/// A refusal when the job does not stand still, or a fault of the file.
pub fn resume_print_job(tx: &Tx<'_>, request: &OfPrintJob) -> Result<PrintJobRow, Failure> {
    let job = named(tx, &request.job)?;
    let status = job.status.after(JobAction::Resume)?;
    for item in store::retryable(tx, job.id)? {
        store::set_item(tx, &item, item.status.after(ItemAction::Repeat)?, 0, "", Retry::WithJob)?;
    }
    store::set_job(tx, &job, status, None)?;
    print_job_by_id(tx, job.id)
}

/// Gives a job up; what waits is not printed.
///
/// # Errors
/// A refusal when it is through, or a fault of the file.
pub fn cancel_print_job(tx: &Tx<'_>, request: &OfPrintJob) -> Result<PrintJobRow, Failure> {
    let job = named(tx, &request.job)?;
    store::set_job(tx, &job, job.status.after(JobAction::Cancel)?, None)?;
    print_job_by_id(tx, job.id)
}

/// Whether something was being printed when the program ended: only asked while nothing is.
///
/// # Errors
/// A fault of the file.
pub fn has_interrupted(view: &View<'_>) -> Result<bool, Fault> {
    Ok(!store::printing(view)?.is_empty() || !store::sending(view, None)?.is_empty())
}

/// Sheets that were on their way when the program ended, or when a printer's turn broke off, become unknown, and
/// their jobs stand still; says how many. `printer` limits it to one whose turn it is: nothing of it can be on its
/// way then.
///
/// # Errors
/// A fault of the file.
pub fn lose_interrupted(tx: &Tx<'_>, printer: Option<PrinterId>) -> Result<usize, Failure> {
    let pause = Pause::new(
        "interrupted",
        "the program ended while this was being printed",
        "Look at the last sheet: continue after it, or repeat it.",
    );
    let lost = store::sending(tx, printer)?;
    for item in &lost {
        let status = item.status.after(ItemAction::Lose)?;
        store::set_item(tx, item, status, item.copy, &pause.message, Retry::WithJob)?;
        if let Some(job) = store::job(tx, item.job)? {
            stand_still(tx, &job, &pause)?;
        }
    }
    // Between two turns a job is printing with nothing on its way; only when the program ends does that stop it.
    if printer.is_none() {
        for job in store::printing(tx)? {
            stand_still(tx, &job, &pause)?;
        }
    }
    Ok(lost.len())
}
