//! Setting printers up.

use identity::wording;
use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::{Conflict, Tx};

use super::{
    Acknowledgement, CodePage, DocumentKind, Paper, Printer, PrinterId, PrinterKind, PrinterRefusal,
    QrMethod, find_printer,
    rules::{checked_label, checked_paper, checked_pin, usual},
    store,
};

const NAME_CHARACTERS_MAX: usize = 120;
const ADDRESS_CHARACTERS_MAX: usize = 300;

/// A printer to add. What is left out is what is usual for its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PrinterDraft {
    /// What people call it.
    pub name: String,
    /// How it is reached.
    pub kind: PrinterKind,
    /// Where: `host:port`, a device's path, `PATH@BAUD`, a queue's name, a folder.
    pub address: String,
    /// Its paper.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<Paper>,
    /// Width of its labels; 80.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub label_width_mm: Option<i64>,
    /// Height of its labels; 50.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub label_height_mm: Option<i64>,
    /// The table of its letters; `cp437`.
    #[serde(default)]
    #[ts(optional)]
    pub code_page: Option<CodePage>,
    /// Who draws QR codes; the printer.
    #[serde(default)]
    #[ts(optional)]
    pub qr: Option<QrMethod>,
    /// When a document counts as printed; when it answers, but for cables.
    #[serde(default)]
    #[ts(optional)]
    pub acknowledgement: Option<Acknowledgement>,
    /// Whether it cuts; rolls do.
    #[serde(default)]
    #[ts(optional)]
    pub has_cutter: Option<bool>,
    /// The pin of the drawer's plug; 2 on rolls, 0 for no drawer.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub drawer_pin: Option<i64>,
    /// The documents it prints unless another printer is named; the first printer prints everything it can.
    #[serde(default)]
    #[ts(optional)]
    pub default_for: Option<Vec<DocumentKind>>,
}

/// Changes a printer. What is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdatePrinter {
    /// The printer: its id or its name.
    pub printer: String,
    /// The version that was looked at; any when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub version: Option<i64>,
    /// What people call it.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// How it is reached.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<PrinterKind>,
    /// Where.
    #[serde(default)]
    #[ts(optional)]
    pub address: Option<String>,
    /// Its paper.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<Paper>,
    /// Width of its labels.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub label_width_mm: Option<i64>,
    /// Height of its labels.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub label_height_mm: Option<i64>,
    /// The table of its letters.
    #[serde(default)]
    #[ts(optional)]
    pub code_page: Option<CodePage>,
    /// Who draws QR codes.
    #[serde(default)]
    #[ts(optional)]
    pub qr: Option<QrMethod>,
    /// When a document counts as printed.
    #[serde(default)]
    #[ts(optional)]
    pub acknowledgement: Option<Acknowledgement>,
    /// Whether it cuts.
    #[serde(default)]
    #[ts(optional)]
    pub has_cutter: Option<bool>,
    /// The pin of the drawer's plug; 0 for no drawer.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub drawer_pin: Option<i64>,
    /// The documents it prints unless another printer is named.
    #[serde(default)]
    #[ts(optional)]
    pub default_for: Option<Vec<DocumentKind>>,
}

/// Names a printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OfPrinter {
    /// Its id or its name.
    pub printer: String,
}

/// Adds a printer.
///
/// # Errors
/// [`PrinterRefusal`], or a fault of the file.
pub fn create_printer(tx: &Tx<'_>, draft: &PrinterDraft) -> Result<Printer, Failure> {
    let usual = usual(draft.kind);
    let paper = checked_paper(draft.kind, draft.paper.unwrap_or(usual.paper))?;
    let label = checked_label(paper, draft.label_width_mm, draft.label_height_mm)?;
    let others = store::printers(tx)?;
    let id: PrinterId = tx.new_id()?;
    let printer = Printer {
        id,
        name: checked_name(&others, id, &draft.name)?,
        kind: draft.kind,
        address: checked_address(&draft.address)?,
        paper,
        label_width_mm: label.map(|(width, _)| width),
        label_height_mm: label.map(|(_, height)| height),
        code_page: draft.code_page.unwrap_or(usual.code_page),
        qr: draft.qr.unwrap_or(usual.qr),
        acknowledgement: draft.acknowledgement.unwrap_or(usual.acknowledgement),
        has_cutter: draft.has_cutter.unwrap_or(usual.has_cutter),
        drawer_pin: match draft.drawer_pin {
            Some(pin) => checked_pin((pin != 0).then_some(pin))?,
            None => usual.drawer_pin,
        },
        default_for: match &draft.default_for {
            Some(documents) => distinct(documents),
            None => still_homeless(&others),
        },
        version: 1,
    };
    store::insert(tx, &printer)?;
    store::set_defaults(tx, printer.id, &printer.default_for)?;
    Ok(printer)
}

/// Changes a printer.
///
/// # Errors
/// [`PrinterRefusal`], [`Conflict`] when it was changed meanwhile, or a fault of the file.
pub fn update_printer(tx: &Tx<'_>, change: &UpdatePrinter) -> Result<Printer, Failure> {
    let old = find_printer(tx, &change.printer)?;
    if change.version.is_some_and(|version| version != old.version) {
        return Err(Conflict { noun: "printer" }.into());
    }
    let kind = change.kind.unwrap_or(old.kind);
    let paper = match change.paper {
        None if kind != old.kind => usual(kind).paper,
        None => old.paper,
        Some(paper) => paper,
    };
    let paper = checked_paper(kind, paper)?;
    let label = checked_label(
        paper,
        change.label_width_mm.or(old.label_width_mm),
        change.label_height_mm.or(old.label_height_mm),
    )?;
    let others = store::printers(tx)?;
    let printer = Printer {
        name: checked_name(&others, old.id, change.name.as_ref().unwrap_or(&old.name))?,
        address: checked_address(change.address.as_ref().unwrap_or(&old.address))?,
        kind,
        paper,
        label_width_mm: label.map(|(width, _)| width),
        label_height_mm: label.map(|(_, height)| height),
        code_page: change.code_page.unwrap_or(old.code_page),
        qr: change.qr.unwrap_or(old.qr),
        acknowledgement: change.acknowledgement.unwrap_or(old.acknowledgement),
        has_cutter: change.has_cutter.unwrap_or(old.has_cutter),
        drawer_pin: match change.drawer_pin {
            Some(pin) => checked_pin((pin != 0).then_some(pin))?,
            None => old.drawer_pin,
        },
        default_for: change.default_for.as_deref().map_or_else(|| old.default_for.clone(), distinct),
        version: old.version + 1,
        ..old
    };
    store::update(tx, &printer)?;
    store::set_defaults(tx, printer.id, &printer.default_for)?;
    Ok(printer)
}

/// Removes a printer that has nothing left to print.
///
/// # Errors
/// [`PrinterRefusal`], or a fault of the file.
pub fn remove_printer(tx: &Tx<'_>, request: &OfPrinter) -> Result<Printer, Failure> {
    let printer = find_printer(tx, &request.printer)?;
    if store::has_open_jobs(tx, printer.id)? {
        return Err(PrinterRefusal::Busy(printer.name).into());
    }
    store::set_defaults(tx, printer.id, &[])?;
    store::remove(tx, &printer)?;
    Ok(Printer { default_for: Vec::new(), version: printer.version + 1, ..printer })
}

fn checked_name(others: &[Printer], own: PrinterId, name: &str) -> Result<String, PrinterRefusal> {
    let name = wording::line("name", name, NAME_CHARACTERS_MAX)?;
    let is_taken = others.iter().any(|other| other.id != own && other.name == name);
    if is_taken { Err(PrinterRefusal::Taken(name)) } else { Ok(name) }
}

fn checked_address(address: &str) -> Result<String, PrinterRefusal> {
    Ok(wording::line("address", address, ADDRESS_CHARACTERS_MAX)?)
}

fn distinct(documents: &[DocumentKind]) -> Vec<DocumentKind> {
    DocumentKind::ALL.iter().copied().filter(|kind| documents.contains(kind)).collect()
}

/// Documents that no printer is set up for yet.
fn still_homeless(others: &[Printer]) -> Vec<DocumentKind> {
    let is_homeless = |kind: &DocumentKind| !others.iter().any(|other| other.default_for.contains(kind));
    DocumentKind::ALL.iter().copied().filter(is_homeless).collect()
}

#[cfg(test)]
mod tests {
    use kernel::Refusal;
    use testkit::{TestWorkspace, as_test};

    use super::*;
    use crate::printer::{list_printers, printer_for};

    fn file() -> TestWorkspace {
        testkit::workspace(&[identity::TABLES, crate::TABLES].concat())
    }

    fn draft(name: &str, kind: PrinterKind) -> PrinterDraft {
        let json = serde_json::json!({ "name": name, "kind": kind, "address": "192.0.2.7" });
        serde_json::from_value(json).unwrap()
    }

    fn write<T>(
        file: &TestWorkspace,
        work: impl FnOnce(&Tx<'_>) -> Result<T, Failure>,
    ) -> Result<T, Refusal> {
        file.transact(&as_test(), work).map_err(|failure| failure.to_refusal())
    }

    #[test]
    fn the_first_printer_prints_everything_and_the_next_takes_what_it_is_told() {
        let file = file();
        let till = write(&file, |tx| create_printer(tx, &draft("Till", PrinterKind::EscposTcp))).unwrap();
        assert_eq!(till.default_for, DocumentKind::ALL);
        assert_eq!((till.paper, till.drawer_pin, till.has_cutter), (Paper::Roll80, Some(2), true));
        let office = PrinterDraft {
            default_for: Some(vec![DocumentKind::Report]),
            ..draft("Office", PrinterKind::System)
        };
        write(&file, |tx| create_printer(tx, &office)).unwrap();
        let printers = file.read(|view| list_printers(view, &crate::printer::ListPrinters {})).unwrap();
        assert_eq!(printers.len(), 2);
        let report = file.read(|view| printer_for(view, DocumentKind::Report, None)).unwrap();
        let ticket = file.read(|view| printer_for(view, DocumentKind::Ticket, None)).unwrap();
        assert_eq!((report.name.as_str(), ticket.name.as_str()), ("Office", "Till"));
    }

    #[test]
    fn a_printer_is_changed_by_who_saw_its_latest_version_and_removed() {
        let file = file();
        let made = write(&file, |tx| create_printer(tx, &draft("Till", PrinterKind::EscposTcp))).unwrap();
        let change = UpdatePrinter {
            printer: "Till".to_owned(),
            version: Some(made.version),
            paper: Some(Paper::Roll58),
            drawer_pin: Some(0),
            ..UpdatePrinter::default()
        };
        let changed = write(&file, |tx| update_printer(tx, &change)).unwrap();
        assert_eq!((changed.paper, changed.drawer_pin, changed.version), (Paper::Roll58, None, 2));
        let late = write(&file, |tx| update_printer(tx, &change)).unwrap_err();
        assert_eq!(late.code, "changed_meanwhile");
        write(&file, |tx| remove_printer(tx, &OfPrinter { printer: "Till".to_owned() })).unwrap();
        let gone = file.read(|view| printer_for(view, DocumentKind::Ticket, None)).unwrap_err();
        assert_eq!(gone.code(), "no_printer");
        write(&file, |tx| create_printer(tx, &draft("Till", PrinterKind::EscposTcp))).unwrap();
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_field() {
        let file = file();
        write(&file, |tx| create_printer(tx, &draft("Till", PrinterKind::EscposTcp))).unwrap();
        let cases = [
            (draft("Till", PrinterKind::System), "printer_name_taken", "name"),
            (draft(" ", PrinterKind::System), "text_missing", "name"),
            (
                PrinterDraft { paper: Some(Paper::A4), ..draft("A", PrinterKind::EscposTcp) },
                "printer_paper",
                "paper",
            ),
            (
                PrinterDraft { drawer_pin: Some(9), ..draft("A", PrinterKind::EscposTcp) },
                "drawer_pin",
                "drawer_pin",
            ),
        ];
        for (draft, code, field) in cases {
            let refusal = write(&file, |tx| create_printer(tx, &draft)).unwrap_err();
            assert_eq!(refusal.field.as_deref(), Some(field));
            assert!(code == "text_missing" || refusal.code == code, "{refusal:?}");
        }
    }
}
