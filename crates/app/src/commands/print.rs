//! Paper: tickets, receipts and drawer reports as PDF.

use ::workspace::View;
use kernel::{Failure, Permission};
use serde::{Deserialize, Serialize};

use crate::{
    desk::Desk,
    print::{self, PrintReceipt, PrintTickets},
    registry::{Command, read},
};

pub(super) fn commands() -> Vec<Command> {
    vec![
        read("print.tickets", Permission::Sell, tickets),
        read("print.receipt", Permission::Sell, receipt),
        read("print.drawer_report", Permission::Sell, print::drawer_report),
    ]
}

/// A document, ready to be saved or printed.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Document {
    /// A name for the file, safe on every system.
    pub(crate) file_name: String,
    /// `application/pdf`.
    pub(crate) media_type: String,
    /// The bytes, in base64.
    pub(crate) base64: String,
    /// How many pages it has.
    #[ts(type = "number")]
    pub(crate) pages: usize,
}

fn tickets(desk: &Desk<'_>, view: &View<'_>, request: PrintTickets) -> Result<Document, Failure> {
    print::tickets(view, desk.vault, &request)
}

fn receipt(_: &Desk<'_>, view: &View<'_>, request: PrintReceipt) -> Result<Document, Failure> {
    print::receipt(view, &request)
}
