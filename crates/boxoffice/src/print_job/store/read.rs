//! Reading the print queue.

use kernel::{Fault, id::Id};
use ticketing::{OrderId, ticket::TicketId};
use workspace::{Row, View, params};

use super::{StoredItem, StoredJob};
use crate::{
    print_job::{Pause, PrintItemId, PrintItemRow, PrintJobId, PrintJobRow, Subject},
    printer::PrinterId,
};

/// The columns of a [`StoredJob`]; `$tail` says which.
macro_rules! jobs {
    ($tail:literal) => {
        concat!(
            "select job.id, job.status, job.reason, printer.name as printer_name, job.version
    from print_jobs job
    join printers printer on printer.id = job.printer_id
    ",
            $tail
        )
    };
}

/// The columns of a [`StoredItem`]; `$tail` says which.
macro_rules! items {
    ($tail:literal) => {
        concat!(
            "select item.id, item.job_id, item.position, item.label, item.ticket_id, item.order_id, item.receipt_number,
      item.slip_json, item.status, item.copy, item.attempts
    from print_job_items item
    ",
            $tail
        )
    };
}

/// The columns of a [`PrintJobRow`]; `$tail` says which.
macro_rules! job_rows {
    ($tail:literal) => {
        concat!(
            "select job.id, job.printer_id, printer.name as printer_name, job.document, job.title, job.reason,
      job.locale, job.status, job.pause_code, job.pause_message, job.pause_fix, job.created_at, job.updated_at,
      (select count(*) from print_job_items where job_id = job.id) as item_count,
      (select count(*) from print_job_items where job_id = job.id and status = 'printed') as printed,
      (select count(*) from print_job_items where job_id = job.id and status = 'failed') as failed,
      (select count(*) from print_job_items where job_id = job.id and status = 'unknown') as unknown,
      (select min(position) from print_job_items
        where job_id = job.id and (status in ('queued', 'sending') or (status = 'failed' and can_retry = 1))
      ) as next_position
    from print_jobs job
    join printers printer on printer.id = job.printer_id
    ",
            $tail
        )
    };
}

/// The columns of a [`PrintItemRow`]; `$tail` says which.
macro_rules! item_rows {
    ($tail:literal) => {
        concat!(
            "select id, position, label, ticket_id, order_id, receipt_number, status, copy, message, sent_at, settled_at
    from print_job_items
    ",
            $tail
        )
    };
}

const JOB: &str = jobs!("where job.id = ?1");
const PRINTING: &str = jobs!("where job.status = 'printing' order by job.created_at, job.id");
const ITEM: &str = items!("where item.id = ?1");
const FIRST_QUEUED: &str =
    items!("where item.job_id = ?1 and item.status = 'queued' order by item.position limit 1");
const RETRYABLE: &str =
    items!("where item.job_id = ?1 and item.status = 'failed' and item.can_retry = 1 order by item.position");
const SENDING: &str = items!(
    "join print_jobs job on job.id = item.job_id
    where item.status = 'sending' and (?1 is null or job.printer_id = ?1)
    order by item.job_id, item.position"
);
const COPY_OF_TICKET: &str = "select max(
      coalesce((select max(copy) from ticket_prints where ticket_id = ?1), 0),
      coalesce((select max(copy) from print_job_items
        where ticket_id = ?1 and status in ('sending', 'printed', 'unknown')), 0)
    ) as copy";
const COPY_OF_RECEIPT: &str = "select coalesce(max(copy), 0) as copy from print_job_items
    where order_id = ?1 and receipt_number = ?2 and status in ('sending', 'printed', 'unknown')";
const PRINTED_OR_WAITING: &str = "select 1 as found from ticket_prints where ticket_id = ?1
    union all
    select 1 from print_job_items item
    join print_jobs job on job.id = item.job_id
    where item.ticket_id = ?1
      and (item.status in ('sending', 'printed', 'unknown')
        or (job.status <> 'cancelled' and (item.status = 'queued' or (item.status = 'failed' and item.can_retry = 1))))
    limit 1";
const JOB_ROW: &str = job_rows!("where job.id = ?1");
const JOB_ROWS: &str = job_rows!(
    "where ?1 = 0 or job.status in ('queued', 'printing', 'paused')
    order by job.created_at desc, job.id desc
    limit ?2"
);
const ITEM_ROWS: &str = item_rows!("where job_id = ?1 and position > ?2 order by position limit ?3");
const UNKNOWN_ROWS: &str = item_rows!("where job_id = ?1 and status = 'unknown' order by position limit 10");

#[cfg(test)]
pub(super) const STATEMENTS: &[&str] = &[
    JOB,
    PRINTING,
    ITEM,
    FIRST_QUEUED,
    RETRYABLE,
    SENDING,
    COPY_OF_TICKET,
    COPY_OF_RECEIPT,
    PRINTED_OR_WAITING,
    JOB_ROW,
    JOB_ROWS,
    ITEM_ROWS,
    UNKNOWN_ROWS,
];

pub(crate) fn job(view: &View<'_>, id: PrintJobId) -> Result<Option<StoredJob>, Fault> {
    view.optional(JOB, params![id.bytes()], stored_job)
}

/// Jobs that have begun and are not through.
pub(crate) fn printing(view: &View<'_>) -> Result<Vec<StoredJob>, Fault> {
    view.all(PRINTING, params![], stored_job)
}

pub(crate) fn item(view: &View<'_>, id: PrintItemId) -> Result<Option<StoredItem>, Fault> {
    view.optional(ITEM, params![id.bytes()], stored_item)
}

pub(crate) fn first_queued(view: &View<'_>, job: PrintJobId) -> Result<Option<StoredItem>, Fault> {
    view.optional(FIRST_QUEUED, params![job.bytes()], stored_item)
}

/// Sheets that certainly did not come out because of the printer.
pub(crate) fn retryable(view: &View<'_>, job: PrintJobId) -> Result<Vec<StoredItem>, Fault> {
    view.all(RETRYABLE, params![job.bytes()], stored_item)
}

/// Sheets on their way, of one printer or of all.
pub(crate) fn sending(view: &View<'_>, printer: Option<PrinterId>) -> Result<Vec<StoredItem>, Fault> {
    view.all(SENDING, params![printer.map(|printer| printer.bytes())], stored_item)
}

/// The number of the latest print that came out or may have; 0 for none.
pub(crate) fn last_copy_of_ticket(view: &View<'_>, ticket: TicketId) -> Result<i64, Fault> {
    view.one(COPY_OF_TICKET, params![ticket.bytes()], |row| row.int("copy"))
}

/// The same of a receipt.
pub(crate) fn last_copy_of_receipt(view: &View<'_>, order: OrderId, number: i64) -> Result<i64, Fault> {
    view.one(COPY_OF_RECEIPT, params![order.bytes(), number], |row| row.int("copy"))
}

pub(crate) fn is_printed_or_waiting(view: &View<'_>, ticket: TicketId) -> Result<bool, Fault> {
    Ok(view.optional(PRINTED_OR_WAITING, params![ticket.bytes()], |row| row.int("found"))?.is_some())
}

pub(crate) fn job_row(view: &View<'_>, id: PrintJobId) -> Result<Option<PrintJobRow>, Fault> {
    let found = view.optional(JOB_ROW, params![id.bytes()], shown_job)?;
    found.map(|job| with_unknown(view, job)).transpose()
}

/// The newest jobs, only open ones if so wished.
pub(crate) fn job_rows(view: &View<'_>, is_open: bool, rows: i64) -> Result<Vec<PrintJobRow>, Fault> {
    let found = view.all(JOB_ROWS, params![is_open, rows], shown_job)?;
    found.into_iter().map(|job| with_unknown(view, job)).collect()
}

pub(crate) fn item_rows(
    view: &View<'_>,
    job: PrintJobId,
    after: i64,
    rows: i64,
) -> Result<Vec<PrintItemRow>, Fault> {
    view.all(ITEM_ROWS, params![job.bytes(), after, rows], shown_item)
}

fn with_unknown(view: &View<'_>, job: PrintJobRow) -> Result<PrintJobRow, Fault> {
    if job.unknown == 0 {
        return Ok(job);
    }
    let unknown_items = view.all(UNKNOWN_ROWS, params![job.id.bytes()], shown_item)?;
    Ok(PrintJobRow { unknown_items, ..job })
}

fn stored_job(row: &Row<'_>) -> Result<StoredJob, Fault> {
    Ok(StoredJob {
        id: row.id("id")?,
        status: row.parsed("status")?,
        reason: row.parsed("reason")?,
        printer_name: row.text("printer_name")?,
        version: row.int("version")?,
    })
}

fn stored_item(row: &Row<'_>) -> Result<StoredItem, Fault> {
    let id: PrintItemId = row.id("id")?;
    let receipt = (row.id_opt::<OrderId>("order_id")?, row.int_opt("receipt_number")?);
    let subject = match (row.id_opt("ticket_id")?, receipt, row.text_opt("slip_json")?) {
        (Some(ticket), _, _) => Subject::Ticket(ticket),
        (None, (Some(order), Some(number)), _) => Subject::Receipt { order, number },
        (None, _, Some(slip)) => Subject::Slip(slip),
        (None, _, None) => return Err(Fault::inconsistent("print_job_items", "slip_json", id)),
    };
    Ok(StoredItem {
        id,
        job: row.id("job_id")?,
        position: row.int("position")?,
        label: row.text("label")?,
        subject,
        status: row.parsed("status")?,
        copy: row.int("copy")?,
        attempts: row.int("attempts")?,
    })
}

fn shown_job(row: &Row<'_>) -> Result<PrintJobRow, Fault> {
    let pause = Pause {
        code: row.text("pause_code")?,
        message: row.text("pause_message")?,
        fix: row.text("pause_fix")?,
    };
    let [item_count, printed, failed, unknown] =
        [row.int("item_count")?, row.int("printed")?, row.int("failed")?, row.int("unknown")?];
    Ok(PrintJobRow {
        id: row.id("id")?,
        printer_id: row.id("printer_id")?,
        printer_name: row.text("printer_name")?,
        document: row.parsed("document")?,
        title: row.text("title")?,
        reason: row.parsed("reason")?,
        locale: row.text("locale")?,
        status: row.parsed("status")?,
        pause: (!pause.code.is_empty()).then_some(pause),
        item_count,
        printed,
        failed,
        unknown,
        waiting: item_count - printed - failed - unknown,
        next_position: row.int_opt("next_position")?,
        unknown_items: Vec::new(),
        created_at: row.at("created_at")?,
        updated_at: row.at("updated_at")?,
    })
}

fn shown_item(row: &Row<'_>) -> Result<PrintItemRow, Fault> {
    Ok(PrintItemRow {
        id: row.id("id")?,
        position: row.int("position")?,
        label: row.text("label")?,
        ticket_id: row.id_opt("ticket_id")?,
        order_id: row.id_opt("order_id")?,
        receipt_number: row.int_opt("receipt_number")?,
        status: row.parsed("status")?,
        copy: row.int("copy")?,
        message: row.text("message")?,
        sent_at: row.at_opt("sent_at")?,
        settled_at: row.at_opt("settled_at")?,
    })
}
