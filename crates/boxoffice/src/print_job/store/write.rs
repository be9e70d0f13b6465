//! Writing the print queue.

use kernel::{Fault, id::Id};
use workspace::{Tx, params};

use super::{Retry, StoredItem, StoredJob};
use crate::print_job::{
    ItemStatus, JobStatus, NewItem, NewJob, Pause, PrintItemId, PrintJobId, PrintOutcome, Subject,
};

const INSERT_JOB: &str = "insert into print_jobs
    (id, printer_id, document, title, reason, locale, status, created_at, updated_at, created_by_user_id,
      updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, 'queued', ?7, ?7, ?8, ?8)";
const INSERT_ITEM: &str = "insert into print_job_items
    (id, job_id, position, label, ticket_id, order_id, receipt_number, slip_json, status)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'queued')";
const SET_JOB: &str = "update print_jobs
    set status = ?3, pause_code = ?4, pause_message = ?5, pause_fix = ?6, updated_at = ?7, updated_by_user_id = ?8,
      version = version + 1
    where id = ?1 and version = ?2";
const SEND_ITEM: &str = "update print_job_items
    set status = 'sending', copy = ?2, attempts = attempts + 1, message = '', sent_at = ?3, settled_at = null
    where id = ?1 and status = 'queued'";
const SET_ITEM: &str = "update print_job_items
    set status = ?3, copy = ?4, message = ?5, can_retry = ?6, settled_at = ?7
    where id = ?1 and status = ?2";
const INSERT_PRINT: &str = "insert into ticket_prints
    (id, ticket_id, job_id, item_id, copy, reason, outcome, printer_name, operator_user_id, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[INSERT_JOB, INSERT_ITEM, SET_JOB, SEND_ITEM, SET_ITEM, INSERT_PRINT];

const TITLE_MAX: usize = 200;

pub(crate) fn insert_job(tx: &Tx<'_>, id: PrintJobId, job: &NewJob<'_>) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_JOB,
        params![
            id.bytes(),
            job.printer.id.bytes(),
            job.document.as_str(),
            job.title.chars().take(TITLE_MAX).collect::<String>(),
            job.reason.as_str(),
            job.locale,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(crate) fn insert_item(
    tx: &Tx<'_>,
    id: PrintItemId,
    job: PrintJobId,
    position: usize,
    item: &NewItem,
) -> Result<(), Fault> {
    let (ticket, order, number, slip) = match &item.subject {
        Subject::Ticket(ticket) => (Some(ticket.bytes()), None, None, None),
        Subject::Receipt { order, number } => (None, Some(order.bytes()), Some(*number), None),
        Subject::Slip(slip) => (None, None, None, Some(slip.as_str())),
    };
    let label: String = item.label.chars().take(TITLE_MAX).collect();
    let position = i64::try_from(position).unwrap_or(i64::MAX);
    tx.execute_one(
        INSERT_ITEM,
        params![id.bytes(), job.bytes(), position, label, ticket, order, number, slip],
    )
}

/// Writes where a job stands, and why it stands still if it does.
pub(crate) fn set_job(
    tx: &Tx<'_>,
    job: &StoredJob,
    status: JobStatus,
    pause: Option<&Pause>,
) -> Result<(), Fault> {
    let [code, message, fix] = pause.map_or(["", "", ""], |pause| [&pause.code, &pause.message, &pause.fix]);
    tx.execute_one(
        SET_JOB,
        params![
            job.id.bytes(),
            job.version,
            status.as_str(),
            code,
            message,
            fix,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Moves a sheet on from where it was read. Sending counts as an attempt.
pub(crate) fn set_item(
    tx: &Tx<'_>,
    item: &StoredItem,
    status: ItemStatus,
    copy: i64,
    message: &str,
    retry: Retry,
) -> Result<(), Fault> {
    match status {
        ItemStatus::Sending => tx.execute_one(SEND_ITEM, params![item.id.bytes(), copy, tx.now_micros()]),
        ItemStatus::Queued | ItemStatus::Printed | ItemStatus::Failed | ItemStatus::Unknown => {
            let settled_at = (status != ItemStatus::Queued).then(|| tx.now_micros());
            tx.execute_one(
                SET_ITEM,
                params![
                    item.id.bytes(),
                    item.status.as_str(),
                    status.as_str(),
                    copy,
                    message,
                    retry == Retry::WithJob,
                    settled_at
                ],
            )
        }
    }
}

/// Appends that a print of a ticket came out, or may have.
pub(crate) fn record_print(
    tx: &Tx<'_>,
    job: &StoredJob,
    item: &StoredItem,
    outcome: PrintOutcome,
) -> Result<(), Fault> {
    let Subject::Ticket(ticket) = &item.subject else { return Ok(()) };
    let id: PrintItemId = tx.new_id()?;
    tx.execute_one(
        INSERT_PRINT,
        params![
            id.bytes(),
            ticket.bytes(),
            item.job.bytes(),
            item.id.bytes(),
            item.copy,
            job.reason.as_str(),
            outcome.as_str(),
            job.printer_name,
            tx.actor(),
            tx.now_micros()
        ],
    )
}
