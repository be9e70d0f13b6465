//! Putting something into the queue.

use kernel::{Failure, Fault, Refuse};
use ticketing::{OrderId, ticket::TicketId};
use workspace::{Tx, View};

use super::{PrintJobId, PrintJobRow, PrintReason, print_job_by_id, store};
use crate::printer::{DocumentKind, Printer};

/// Most sheets of one job: a stadium, and a bound for what a mistaken request can do.
const ITEMS_MAX: usize = 100_000;

/// A job to queue.
#[derive(Debug, Clone)]
pub struct NewJob<'p> {
    /// Where it is printed.
    pub printer: &'p Printer,
    /// What is printed.
    pub document: DocumentKind,
    /// What people call the job: the order, the event.
    pub title: String,
    /// Why.
    pub reason: PrintReason,
    /// The language of the sheets.
    pub locale: String,
    /// The sheets, in their order.
    pub items: Vec<NewItem>,
}

/// A sheet to queue.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// What people call it: the ticket's number and code.
    pub label: String,
    /// What is on it.
    pub subject: Subject,
}

/// What is on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A ticket, as it stands when it is printed.
    Ticket(TicketId),
    /// A receipt.
    Receipt {
        /// Of which order.
        order: OrderId,
        /// Its number.
        number: i64,
    },
    /// A slip that was set when it was queued, as JSON.
    Slip(String),
}

/// Why a job is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintJobRefusal {
    /// There is nothing on it.
    #[error("there is nothing to print")]
    Empty,
    /// It is too large.
    #[error("{0} sheets are too many for one job")]
    TooLarge(usize),
    /// Everything on it was printed before.
    #[error("all {0} were printed before, or are about to be")]
    PrintedBefore(usize),
    /// No job has this id.
    #[error("there is no such print job")]
    UnknownJob,
    /// No sheet has this id.
    #[error("there is no such sheet")]
    UnknownItem,
}

impl Refuse for PrintJobRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "nothing_to_print",
            Self::TooLarge(_) => "print_job_too_large",
            Self::PrintedBefore(_) => "printed_before",
            Self::UnknownJob => "unknown_print_job",
            Self::UnknownItem => "unknown_print_item",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Empty => "Choose at least one valid ticket.".to_owned(),
            Self::TooLarge(_) => format!("Print at most {ITEMS_MAX} at a time."),
            Self::PrintedBefore(_) => {
                "Say why they are printed again: the printer spoilt them, or they were lost.".to_owned()
            }
            Self::UnknownJob => "Look into the list of print jobs.".to_owned(),
            Self::UnknownItem => "Look into the print job again.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Empty | Self::TooLarge(_) => Some("tickets".to_owned()),
            Self::PrintedBefore(_) => Some("reason".to_owned()),
            Self::UnknownJob => Some("job".to_owned()),
            Self::UnknownItem => Some("item".to_owned()),
        }
    }
}

/// Queues a job.
///
/// # Errors
/// [`PrintJobRefusal`], or a fault of the file.
pub fn queue_print_job(tx: &Tx<'_>, job: &NewJob<'_>) -> Result<PrintJobRow, Failure> {
    match job.items.len() {
        0 => return Err(PrintJobRefusal::Empty.into()),
        count if count > ITEMS_MAX => return Err(PrintJobRefusal::TooLarge(count).into()),
        _ => {}
    }
    let id: PrintJobId = tx.new_id()?;
    store::insert_job(tx, id, job)?;
    for (index, item) in job.items.iter().enumerate() {
        store::insert_item(tx, tx.new_id()?, id, index + 1, item)?;
    }
    print_job_by_id(tx, id)
}

/// Whether a print of this ticket came out, may have, or waits in a job that was not given up.
///
/// # Errors
/// A fault of the file.
pub fn is_printed_or_waiting(view: &View<'_>, ticket: TicketId) -> Result<bool, Fault> {
    store::is_printed_or_waiting(view, ticket)
}
