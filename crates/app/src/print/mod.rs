//! From what is stored to what is printed.

mod drawer;
pub(crate) mod press;
mod receipt;
mod ticket;

use ::documents::Printed;
use base64::{Engine, prelude::BASE64_STANDARD};
use kernel::{Failure, Fault, FaultKind, Refuse};
use serde_json::Value;
use ticketing::{
    signing::{KeyVault, fill_payloads},
    ticket::TicketRow,
};
use workspace::View;

pub(crate) use drawer::drawer_report;
pub(crate) use receipt::{PrintReceipt, receipt};
pub(crate) use ticket::{PrintTickets, tickets};

use crate::commands::Document;

/// Why nothing was printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PrintRefused {
    /// The request names neither an order, nor an event, nor tickets.
    #[error("nothing was named to print")]
    NothingNamed,
    /// What was named has no valid ticket.
    #[error("there is no valid ticket to print")]
    NoTickets,
    /// The order has no receipt.
    #[error("order {0} has no receipt")]
    NoReceipt(String),
    /// The private key is on another computer.
    #[error("this computer does not have the event's key, so it cannot sign ticket {0}")]
    NoKey(String),
    /// The document could not be set.
    #[error("{0}")]
    Document(String),
}

impl Refuse for PrintRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NothingNamed => "nothing_to_print",
            Self::NoTickets => "no_tickets",
            Self::NoReceipt(_) => "no_receipt",
            Self::NoKey(_) => "no_signing_key",
            Self::Document(_) => "document_refused",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NothingNamed => "Name an order, an event or tickets.".to_owned(),
            Self::NoTickets => "Refunded and voided tickets are not printed; choose others.".to_owned(),
            Self::NoReceipt(_) => "Only paid and refunded orders have receipts.".to_owned(),
            Self::NoKey(_) => {
                "Print on the computer that created the event, or bring its keys here.".to_owned()
            }
            Self::Document(_) => "Correct the event's texts and print again.".to_owned(),
        }
    }
}

impl From<documents::DocumentError> for PrintRefused {
    fn from(error: documents::DocumentError) -> Self {
        Self::Document(error.to_string())
    }
}

/// Writes the QR text into tickets that are shown or printed.
pub(crate) fn with_payloads(
    view: &View<'_>,
    vault: &dyn KeyVault,
    tickets: &mut [TicketRow],
) -> Result<(), Fault> {
    fill_payloads(view, vault, tickets)
}

fn document(name: &str, printed: &Printed) -> Document {
    Document {
        file_name: format!("{}.pdf", safe(name)),
        media_type: "application/pdf".to_owned(),
        base64: BASE64_STANDARD.encode(&printed.bytes),
        pages: printed.pages,
    }
}

/// A file name that every system takes: letters, digits, hyphens.
fn safe(name: &str) -> String {
    let kept: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(80).collect();
    let trimmed = kept.trim_matches('-');
    if trimmed.is_empty() { "document".to_owned() } else { trimmed.to_owned() }
}

/// The bytes of a printed document, as the registry answers it.
///
/// # Errors
/// A fault when the answer is no document.
pub fn decode(document: &Value) -> Result<Vec<u8>, Failure> {
    let text = document["base64"].as_str().unwrap_or_default();
    BASE64_STANDARD
        .decode(text)
        .map_err(|error| Fault::new(FaultKind::Bug, "the answer is no document").caused_by(error).into())
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn file_names_are_safe_whatever_the_event_is_called() {
        assert_eq!(safe("../../etc/passwd"), "etc-passwd");
        assert_eq!(safe("Nachtklang — Jazz"), "Nachtklang---Jazz");
        assert_eq!(safe("///"), "document");
        assert!(safe(&"x".repeat(10_000)).len() <= 80);
    }
}
