//! The queue of what is to be printed: one job for what was asked, one item for each sheet.
//!
//! The rule that everything here serves: **a sheet is sent only after it is stored that it is being sent, and what
//! became of it is stored before the next.** So after a crash at most one sheet is in doubt; it is *unknown* then,
//! and stays so until a person who looked at the paper says what it is ([`resolve`]). Nothing prints twice unasked.
//!
//! [`state`] is pure. A host takes items by [`begin_next`], sends them, and reports by [`settle`].

mod control;
mod create;
mod next;
mod resolve;
mod show;
pub mod state;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub use control::{
    OfPrintJob, cancel_print_job, has_interrupted, lose_interrupted, pause_print_job, resume_print_job,
};
pub use create::{NewItem, NewJob, PrintJobRefusal, Subject, is_printed_or_waiting, queue_print_job};
pub use next::{Outcome, SendingItem, begin_next, settle};
pub use resolve::{ResolveItem, Seen, resolve_item};
pub use show::{
    ListPrintJobs, PrintItemRow, PrintJobDetail, PrintJobRow, ShowPrintJob, list_print_jobs, print_job_by_id,
    show_print_job,
};
pub use state::{ItemAction, ItemStatus, JobAction, JobStatus};

use payments::stored_words;
use serde::{Deserialize, Serialize};

kernel::id_type!(PrintJobId, "print job", "Names one job of the print queue.");
kernel::id_type!(PrintItemId, "print item", "Names one sheet of a print job.");

stored_words! {
    /// Why something is printed.
    pub enum PrintReason: "reason for printing" {
        /// For the first time.
        First = "first",
        /// Again, because the printer spoilt it: the code stays.
        Printer = "printer",
        /// Again, because the ticket was lost: it has a new code.
        Lost = "lost",
    }
}

stored_words! {
    /// What is known of a print of a ticket.
    pub enum PrintOutcome: "outcome of a print" {
        /// The printer said that it came out.
        Printed = "printed",
        /// A person saw it.
        Confirmed = "confirmed",
        /// It may be about: it was repeated because nobody knew of it.
        Unknown = "unknown",
    }
}

/// Why a job stands still, for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Pause {
    /// `by_hand`, `interrupted`, or the printer's trouble: `paper_out`, `printer_unreachable` …
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to do now.
    pub fix: String,
}

impl Pause {
    pub(crate) fn new(code: &str, message: &str, fix: &str) -> Self {
        Self { code: code.to_owned(), message: message.to_owned(), fix: fix.to_owned() }
    }
}
