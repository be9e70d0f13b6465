//! What keeps a document from being made.

use kernel::Refuse;

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// No ticket was given; a PDF needs a page.
    #[error("there is nothing to print")]
    NothingToPrint,
    /// A ticket has no text for its QR code.
    #[error("ticket {position} has no code to print")]
    PayloadEmpty {
        /// Which ticket, counted from 1.
        position: usize,
    },
    /// A QR code for this text would be too fine for a scanner.
    #[error(
        "the code of ticket {position} has {bytes} bytes; a QR code that scans well holds at most {bytes_max}"
    )]
    PayloadTooLong {
        /// Which ticket, counted from 1.
        position: usize,
        /// The length asked for.
        bytes: usize,
        /// The longest text that is printed.
        bytes_max: usize,
    },
    /// An embedded font is damaged: a defect of this build.
    #[error("the font {font} cannot be used: {reason}")]
    Font {
        /// The font's file name.
        font: String,
        /// What the font library says.
        reason: String,
    },
}

impl Refuse for DocumentError {
    fn code(&self) -> &'static str {
        match self {
            Self::NothingToPrint => "nothing_to_print",
            Self::PayloadEmpty { .. } => "ticket_without_code",
            Self::PayloadTooLong { .. } => "ticket_code_too_long",
            Self::Font { .. } => "font_unusable",
        }
    }

    fn fix(&self) -> String {
        match self {
            Self::NothingToPrint => "Choose at least one ticket.".to_owned(),
            Self::PayloadEmpty { .. } => "Issue the ticket again so that it gets a code.".to_owned(),
            Self::PayloadTooLong { .. } => "Give the ticket a shorter code.".to_owned(),
            Self::Font { .. } => "Install the program again; this copy of it is damaged.".to_owned(),
        }
    }
}
