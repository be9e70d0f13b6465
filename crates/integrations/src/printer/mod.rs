//! Printers: one trait, and what stands behind it.
//!
//! - [`raw`]: roll and label printers that are sent their own language over TCP ([`connect_tcp`]), a serial line
//!   ([`connect_serial`]) or a device file ([`open_device`]).
//! - [`system`]: queues of CUPS and printers that speak IPP, by the `ipp` crate: its answers are typed job states,
//!   where `lpstat` prints prose that does not tell a printed job from a failed one.
//! - [`folder`]: PDF files.
//!
//! The one distinction that matters is in [`PrintFailure`]: whether paper may have come out. A port claims
//! [`PrintFailure::NotPrinted`] only when it is certain; everything else is [`PrintFailure::Unknown`].

pub mod discover;
pub mod folder;
pub mod raw;
pub mod system;
mod trouble;

pub use folder::FolderPort;
pub use raw::{Acknowledgement, Language, RawPort, Waits, connect_serial, connect_tcp, open_device};
pub use system::SystemPort;
pub use trouble::Trouble;

/// One document for a printer.
#[derive(Debug, Clone, Copy)]
pub struct Print<'d> {
    /// What it is called in queues and folders: letters, digits, hyphens.
    pub name: &'d str,
    /// What is sent, in the printer's language.
    pub bytes: &'d [u8],
}

/// A printer that can be reached.
pub trait PrinterPort: Send {
    /// Prints one document and waits until the printer says that it did.
    ///
    /// # Errors
    /// [`PrintFailure`], which says whether paper may have come out.
    fn print(&mut self, document: &Print<'_>) -> Result<(), PrintFailure>;

    /// Sends bytes that print nothing, such as the pulse that opens a drawer.
    ///
    /// # Errors
    /// [`Trouble`] when the printer cannot be reached or has no use for them.
    fn command(&mut self, bytes: &[u8]) -> Result<(), Trouble>;
}

/// What became of a document that was not acknowledged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintFailure {
    /// Certainly nothing was printed: it may be sent again.
    #[error("not printed: {0}")]
    NotPrinted(Trouble),
    /// It may have been printed, whole or in part. A person looks.
    #[error("nobody knows whether it was printed: {0}")]
    Unknown(Trouble),
}

impl PrintFailure {
    /// What went wrong.
    #[must_use]
    pub fn trouble(&self) -> &Trouble {
        match self {
            Self::NotPrinted(trouble) | Self::Unknown(trouble) => trouble,
        }
    }
}
