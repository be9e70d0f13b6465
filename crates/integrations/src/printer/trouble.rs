//! What goes wrong with printers, in the words of who stands beside one.

use kernel::Refuse;

/// Why a printer did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The address is none.
    #[error("“{address}” is no address of a printer")]
    Address {
        /// As it was given.
        address: String,
    },
    /// Nothing answers there.
    #[error("{address} cannot be reached: {reason}")]
    Unreachable {
        /// Where.
        address: String,
        /// What the system says.
        reason: String,
    },
    /// The paper is out.
    #[error("the paper is out")]
    PaperOut,
    /// The cover is open.
    #[error("the cover is open")]
    CoverOpen,
    /// It is switched off line, paused or stopped.
    #[error("the printer is not ready: {reason}")]
    NotReady {
        /// In the printer's words, as far as it has any.
        reason: String,
    },
    /// The connection broke.
    #[error("the connection broke after {sent} of {total} bytes: {reason}")]
    Broken {
        /// Bytes that went out.
        sent: usize,
        /// Bytes of the document.
        total: usize,
        /// What the system says.
        reason: String,
    },
    /// It took everything and said nothing.
    #[error("the printer did not answer within {seconds} s")]
    NoAnswer {
        /// How long it was waited for.
        seconds: u64,
    },
    /// The system's queue has no such printer.
    #[error("this computer has no printer “{queue}”")]
    UnknownQueue {
        /// Its name.
        queue: String,
    },
    /// The queue gave the job up.
    #[error("the print queue gave up: {reason}")]
    GivenUp {
        /// In the queue's words.
        reason: String,
    },
    /// A file cannot be written.
    #[error("{path} cannot be written: {reason}")]
    Folder {
        /// Which.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// It has no use for such bytes.
    #[error("this kind of printer has no drawer")]
    NoDrawer,
}

impl Refuse for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Self::Address { .. } => "printer_address",
            Self::Unreachable { .. } => "printer_unreachable",
            Self::PaperOut => "paper_out",
            Self::CoverOpen => "cover_open",
            Self::NotReady { .. } => "printer_not_ready",
            Self::Broken { .. } => "printer_connection_broken",
            Self::NoAnswer { .. } => "printer_silent",
            Self::UnknownQueue { .. } => "unknown_print_queue",
            Self::GivenUp { .. } => "print_given_up",
            Self::Folder { .. } => "folder_unwritable",
            Self::NoDrawer => "printer_without_drawer",
        }
    }

    fn fix(&self) -> String {
        match self {
            Self::Address { .. } => {
                "Write host:port, the path of a device, a serial line as PATH@BAUD, or a queue's name."
                    .to_owned()
            }
            Self::Unreachable { .. } => {
                "Check that the printer is on, its cable, and its address; then continue.".to_owned()
            }
            Self::PaperOut => {
                "Put in a new roll, look at the last ticket, then continue or repeat it.".to_owned()
            }
            Self::CoverOpen => "Close the cover, look at the last ticket, then continue.".to_owned(),
            Self::NotReady { .. } => "Bring the printer on line, then continue.".to_owned(),
            Self::Broken { .. } | Self::NoAnswer { .. } => {
                "Look whether the ticket came out, then continue after it or repeat it.".to_owned()
            }
            Self::UnknownQueue { .. } => "Choose a printer from the list of found printers.".to_owned(),
            Self::GivenUp { .. } => "Look into the system's print queue, then repeat.".to_owned(),
            Self::Folder { .. } => "Choose a folder that exists and can be written to.".to_owned(),
            Self::NoDrawer => "Choose the roll printer that the drawer's cable is plugged into.".to_owned(),
        }
    }
}
