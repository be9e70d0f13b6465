//! One sheet after another: taken from the queue, and what became of it.

use kernel::Failure;
use workspace::Tx;

use super::{
    ItemAction, ItemStatus, JobAction, JobStatus, Pause, PrintItemId, PrintJobId, PrintJobRefusal,
    PrintOutcome, PrintReason, Subject,
    store::{self, Retry, StoredItem, StoredJob},
};

/// A sheet on its way to the printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendingItem {
    /// Which.
    pub id: PrintItemId,
    /// Its job.
    pub job: PrintJobId,
    /// Its place in the job, from 1.
    pub position: i64,
    /// What people call it.
    pub label: String,
    /// What is on it.
    pub subject: Subject,
    /// Which print of its ticket or receipt it is, from 1.
    pub copy: u32,
    /// Why it is printed.
    pub reason: PrintReason,
}

/// What became of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It came out.
    Printed,
    /// Certainly it did not; the printer is in trouble, so the job stands still.
    NotPrinted(Pause),
    /// Nobody knows; the job stands still.
    Unknown(Pause),
    /// It must not be printed at all, such as a ticket that was refunded meanwhile; the job goes on.
    Unprintable(String),
}

/// Takes the job's next sheet and stores that it is being sent. `None` when the job stands still or is through.
/// The sheet may be sent only once this transaction is durable.
///
/// # Errors
/// An unknown job as a refusal, or a fault of the file.
pub fn begin_next(tx: &Tx<'_>, job: PrintJobId) -> Result<Option<SendingItem>, Failure> {
    let job = store::job(tx, job)?.ok_or(PrintJobRefusal::UnknownJob)?;
    let Ok(status) = job.status.after(JobAction::Start) else { return Ok(None) };
    while let Some(item) = store::first_queued(tx, job.id)? {
        let copy = next_copy(tx, &item)?;
        store::set_item(tx, &item, item.status.after(ItemAction::Send)?, copy, "", Retry::WithJob)?;
        let item = StoredItem { status: ItemStatus::Sending, copy, ..item };
        // Somebody printed it by another job since it was queued here, and nobody asked for a second copy.
        if job.reason == PrintReason::First && item.attempts == 0 && copy > 1 {
            store::set_item(
                tx,
                &item,
                item.status.after(ItemAction::Refuse)?,
                copy,
                PRINTED_MEANWHILE,
                Retry::Never,
            )?;
            continue;
        }
        store::set_job(tx, &job, status, None)?;
        return Ok(Some(SendingItem {
            id: item.id,
            job: job.id,
            position: item.position,
            label: item.label,
            subject: item.subject,
            copy: u32::try_from(copy).unwrap_or(u32::MAX),
            reason: job.reason,
        }));
    }
    store::set_job(tx, &job, job.status.after(JobAction::Finish)?, None)?;
    Ok(None)
}

const PRINTED_MEANWHILE: &str = "it was printed by another job";

/// Stores what became of a sheet that was being sent.
///
/// # Errors
/// A refusal when the sheet was not being sent, or a fault of the file.
pub fn settle(tx: &Tx<'_>, item: PrintItemId, outcome: &Outcome) -> Result<(), Failure> {
    let item = store::item(tx, item)?.ok_or(PrintJobRefusal::UnknownItem)?;
    let job = store::job(tx, item.job)?.ok_or(PrintJobRefusal::UnknownJob)?;
    match outcome {
        Outcome::Printed => {
            store::set_item(
                tx,
                &item,
                item.status.after(ItemAction::Acknowledge)?,
                item.copy,
                "",
                Retry::WithJob,
            )?;
            store::record_print(tx, &job, &item, PrintOutcome::Printed)?;
        }
        Outcome::NotPrinted(pause) => {
            let status = item.status.after(ItemAction::Refuse)?;
            store::set_item(tx, &item, status, item.copy, &pause.message, Retry::WithJob)?;
            stand_still(tx, &job, pause)?;
        }
        Outcome::Unknown(pause) => {
            let status = item.status.after(ItemAction::Lose)?;
            store::set_item(tx, &item, status, item.copy, &pause.message, Retry::WithJob)?;
            stand_still(tx, &job, pause)?;
        }
        Outcome::Unprintable(message) => {
            let status = item.status.after(ItemAction::Refuse)?;
            store::set_item(tx, &item, status, item.copy, message, Retry::Never)?;
        }
    }
    Ok(())
}

/// Pauses a job unless it was ended meanwhile.
pub(super) fn stand_still(tx: &Tx<'_>, job: &StoredJob, pause: &Pause) -> Result<(), Failure> {
    if job.status != JobStatus::Paused
        && let Ok(status) = job.status.after(JobAction::Pause)
    {
        store::set_job(tx, job, status, Some(pause))?;
    }
    Ok(())
}

fn next_copy(tx: &Tx<'_>, item: &StoredItem) -> Result<i64, Failure> {
    let last = match &item.subject {
        Subject::Ticket(ticket) => store::last_copy_of_ticket(tx, *ticket)?,
        Subject::Receipt { order, number } => store::last_copy_of_receipt(tx, *order, *number)?,
        Subject::Slip(_) => 0,
    };
    // A sheet that is repeated because nobody knew of it keeps its number until now: that copy may be about.
    Ok(last.max(item.copy) + 1)
}
