//! Import of one event from an export of pretix's REST API.
//!
//! Two phases. Reading ([`read_export`]) takes the files to checked records and refuses a broken export with file,
//! line and field, before anything is written. Writing ([`write_export`]) takes the records into the workspace in one
//! transaction: all or nothing, and nothing at all the second time. What a changed export changes is said in
//! `write/mod.rs`.

#[cfg(test)]
mod fixture;
mod read;
mod records;
mod refusal;
mod report;
#[cfg(test)]
mod shared;
mod store;
#[cfg(test)]
mod tests;
mod wire;
mod write;

use std::path::Path;

use kernel::Failure;
use ticketing::signing::KeyVault;
use workspace::Tx;

pub use refusal::{ImportRefused, Place};
pub use report::{ImportCount, ImportReport, ImportedEvent, NotImported};

/// An export that was read and checked, ready to be written.
#[derive(Debug)]
pub struct Export(records::Export);

/// Reads and checks the export in the folder at `path`, or in the folder around it when `path` is one of its files.
/// Needs no workspace.
///
/// # Errors
/// [`ImportRefused`] with the file, line and field of the first thing that is wrong.
pub fn read_export(path: &Path) -> Result<Export, ImportRefused> {
    records::read_export(path).map(Export)
}

/// Writes an export in the transaction of the command. The event gets a key pair, so that tickets sold here can be
/// signed.
///
/// # Errors
/// [`ImportRefused`] as a refusal when the export contradicts what is here; a fault when the database or the vault
/// fails. Either way nothing was written.
pub fn write_export(tx: &Tx<'_>, vault: &dyn KeyVault, export: &Export) -> Result<ImportReport, Failure> {
    write::write_export(tx, vault, &export.0)
}
