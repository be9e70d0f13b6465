//! Queueing what a person asks for.

use boxoffice::{
    drawer::{TillReprint, record_reprint},
    print_job::{
        NewItem, NewJob, PrintJobRefusal, PrintJobRow, PrintReason, Subject, is_printed_or_waiting,
        queue_print_job,
    },
    printer::{DocumentKind, printer_for},
};
use events::{EventRef, event::event_by_id};
use kernel::{Failure, Permission};
use serde::{Deserialize, Serialize};
use ticketing::{
    order::{order_detail, order_id},
    ticket::{ReissueTicket, TicketRow, TicketStatus, reissue_ticket},
};
use workspace::Tx;

use super::super::{PrintRefused, receipt, ticket};
use crate::desk::Desk;

/// What to print, and where. One of `order`, `event`, `tickets` names it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct CreatePrintJob {
    /// The tickets or the receipt of this order: its code or id.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) order: Option<String>,
    /// All valid tickets of this event: its slug or id.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) event: Option<EventRef>,
    /// These tickets: codes or ids.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) tickets: Option<Vec<String>>,
    /// `ticket` when absent; `receipt` needs an order.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) document: Option<DocumentKind>,
    /// The receipt's number, when the order has several; the sale's when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub(crate) receipt_number: Option<i64>,
    /// The printer: its name or id; the one set up for the document when absent.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) printer: Option<String>,
    /// Why it is printed again. Without it, what was printed before or waits to be is left out. `lost` takes the old
    /// codes back and prints new ones, which needs the permission to refund.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) reason: Option<PrintReason>,
    /// The language; English when absent.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) locale: Option<String>,
    /// The till at which it is printed again; its report then names the reprint.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) till: Option<String>,
}

/// A job that was queued. `print_job.step` prints it.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct PrintJobCreated {
    /// The job.
    pub(crate) job: PrintJobRow,
    /// How many tickets were left out, because they were printed before or wait to be.
    #[ts(type = "number")]
    pub(crate) skipped: usize,
}

/// Queues a job.
///
/// # Errors
/// A refusal when nothing is to be printed, no printer is set up or the permission is missing; a fault of the file.
pub(crate) fn create_print_job(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    request: &CreatePrintJob,
) -> Result<PrintJobCreated, Failure> {
    match request.document.unwrap_or(DocumentKind::Ticket) {
        DocumentKind::Receipt => queue_receipt(tx, request),
        document @ (DocumentKind::Ticket | DocumentKind::Label) => queue_tickets(desk, tx, request, document),
        // A report is queued by who made it, as a slip.
        DocumentKind::Report => Err(PrintRefused::NothingNamed.into()),
    }
}

fn queue_receipt(tx: &Tx<'_>, request: &CreatePrintJob) -> Result<PrintJobCreated, Failure> {
    let order = request.order.as_deref().ok_or(PrintRefused::NothingNamed)?;
    let order = order_detail(tx, order_id(tx, order)?)?;
    let number = receipt::chosen_number(&order, request.receipt_number)
        .ok_or_else(|| PrintRefused::NoReceipt(order.summary.code.clone()))?;
    let printer = printer_for(tx, DocumentKind::Receipt, request.printer.as_deref())?;
    let job = queue_print_job(
        tx,
        &NewJob {
            printer: &printer,
            document: DocumentKind::Receipt,
            title: order.summary.code.clone(),
            reason: request.reason.unwrap_or(PrintReason::Printer),
            locale: locale(request),
            items: vec![NewItem {
                label: number.to_string(),
                subject: Subject::Receipt { order: order.summary.id, number },
            }],
        },
    )?;
    Ok(PrintJobCreated { job, skipped: 0 })
}

fn queue_tickets(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    request: &CreatePrintJob,
    document: DocumentKind,
) -> Result<PrintJobCreated, Failure> {
    let reason = request.reason.unwrap_or(PrintReason::First);
    let named = ticket::Named {
        order: request.order.as_deref(),
        event: request.event.as_ref(),
        tickets: request.tickets.as_deref(),
    };
    let mut rows = ticket::named(tx, &named)?;
    rows.retain(|row| row.status == TicketStatus::Issued);
    let found = rows.len();
    let mut skipped = 0;
    match reason {
        PrintReason::First => {
            let mut kept = Vec::with_capacity(found);
            for row in rows {
                if is_printed_or_waiting(tx, row.id)? { skipped += 1 } else { kept.push(row) }
            }
            rows = kept;
            if rows.is_empty() && skipped > 0 {
                return Err(PrintJobRefusal::PrintedBefore(skipped).into());
            }
        }
        PrintReason::Printer => {}
        PrintReason::Lost => {
            desk.session.require(Permission::Refund)?;
            rows = rows.iter().map(|row| replaced(tx, row)).collect::<Result<_, _>>()?;
        }
    }
    let first = rows.first().ok_or(PrintRefused::NoTickets)?;
    let title = title(tx, request, first)?;
    if reason != PrintReason::First && request.till.is_some() {
        record_reprint(
            tx,
            &TillReprint {
                till: request.till.clone(),
                order: None,
                tickets: rows.iter().map(|row| row.id.to_string()).collect(),
                reason: Some(reason.to_string()),
            },
        )?;
    }
    let printer = printer_for(tx, document, request.printer.as_deref())?;
    let items = rows
        .iter()
        .map(|row| NewItem {
            label: format!("{} · {}", row.serial, row.code),
            subject: Subject::Ticket(row.id),
        })
        .collect();
    let job = NewJob { printer: &printer, document, title, reason, locale: locale(request), items };
    Ok(PrintJobCreated { job: queue_print_job(tx, &job)?, skipped })
}

/// A lost ticket's code opens nothing any more; the new one takes its place.
fn replaced(tx: &Tx<'_>, row: &TicketRow) -> Result<TicketRow, Failure> {
    reissue_ticket(tx, &ReissueTicket { ticket: row.id.to_string(), reason: "lost".to_owned() })
}

fn title(tx: &Tx<'_>, request: &CreatePrintJob, first: &TicketRow) -> Result<String, Failure> {
    if request.event.is_some() && request.order.is_none() {
        return Ok(event_by_id(tx, first.event_id)?.map_or_else(String::new, |event| event.title));
    }
    Ok(first.order_code.clone())
}

fn locale(request: &CreatePrintJob) -> String {
    documents::Locale::from_tag(request.locale.as_deref().unwrap_or("en")).tag().to_owned()
}
