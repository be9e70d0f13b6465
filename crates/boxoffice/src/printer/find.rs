//! Finding printers.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{DocumentKind, Printer, PrinterRefusal, store};

/// Asks for all printers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListPrinters {}

/// All printers, by name.
///
/// # Errors
/// A fault of the file.
pub fn list_printers(view: &View<'_>, _: &ListPrinters) -> Result<Vec<Printer>, Failure> {
    Ok(store::printers(view)?)
}

/// The printer of this id or name.
///
/// # Errors
/// [`PrinterRefusal::Unknown`], or a fault of the file.
pub fn find_printer(view: &View<'_>, reference: &str) -> Result<Printer, Failure> {
    let found = store::printers(view)?.into_iter().find(|printer| printer.answers_to(reference));
    found.ok_or_else(|| PrinterRefusal::Unknown(reference.trim().chars().take(120).collect()).into())
}

/// The printer for a document: the named one, else the one set up for it, else the only one there is.
///
/// # Errors
/// [`PrinterRefusal::Unknown`] or [`PrinterRefusal::NoneFor`], or a fault of the file.
pub fn printer_for(view: &View<'_>, document: DocumentKind, named: Option<&str>) -> Result<Printer, Failure> {
    if let Some(named) = named {
        return find_printer(view, named);
    }
    let mut printers = store::printers(view)?;
    let chosen = printers.iter().position(|printer| printer.default_for.contains(&document));
    match chosen {
        Some(place) => Ok(printers.swap_remove(place)),
        None if printers.len() == 1 => Ok(printers.swap_remove(0)),
        None => Err(PrinterRefusal::NoneFor(document).into()),
    }
}
