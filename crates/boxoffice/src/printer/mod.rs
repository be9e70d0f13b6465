//! Printers: where they are, what paper they take, which of them prints what.

mod change;
mod find;
pub(crate) mod rules;
pub(crate) mod store;

pub use change::{OfPrinter, PrinterDraft, UpdatePrinter, create_printer, remove_printer, update_printer};
pub use find::{ListPrinters, find_printer, list_printers, printer_for};
pub use rules::PrinterRefusal;
pub use store::printer_by_id;

use payments::stored_words;
use serde::{Deserialize, Serialize};

kernel::id_type!(PrinterId, "printer", "Names one printer.");

stored_words! {
    /// How a printer is reached and what it speaks.
    pub enum PrinterKind: "kind of printer" {
        /// A queue of the system, by its name.
        System = "system",
        /// A folder that PDF files are written to.
        File = "file",
        /// A roll printer in the network.
        EscposTcp = "escpos_tcp",
        /// A roll printer at a cable.
        EscposDevice = "escpos_device",
        /// A label printer in the network.
        ZplTcp = "zpl_tcp",
        /// A label printer at a cable.
        ZplDevice = "zpl_device",
    }
}

stored_words! {
    /// What a printer prints on.
    pub enum Paper: "paper" {
        /// A roll 58 mm wide.
        Roll58 = "58",
        /// A roll 80 mm wide.
        Roll80 = "80",
        /// Labels of a size of their own.
        Label = "label",
        /// Sheets of A4.
        A4 = "a4",
    }
}

stored_words! {
    /// The table of a roll printer's own letters.
    pub enum CodePage: "code page" {
        /// The first table of every printer.
        Cp437 = "cp437",
        /// Western Europe with the euro sign.
        Cp858 = "cp858",
        /// Windows' Western Europe.
        Wpc1252 = "wpc1252",
        /// None: everything is drawn.
        Drawn = "drawn",
    }
}

stored_words! {
    /// Who draws QR codes.
    pub enum QrMethod: "way to draw QR codes" {
        /// The printer.
        Printer = "printer",
        /// The product, as a picture.
        Picture = "picture",
    }
}

stored_words! {
    /// When a document counts as printed.
    pub enum Acknowledgement: "acknowledgement" {
        /// When the printer says so.
        Answered = "answered",
        /// When the printer has taken every byte.
        Written = "written",
    }
}

stored_words! {
    /// What is printed.
    pub enum DocumentKind: "kind of document" {
        /// Tickets.
        Ticket = "ticket",
        /// Receipts.
        Receipt = "receipt",
        /// Reports of drawers, and other slips.
        Report = "report",
        /// Labels and badges.
        Label = "label",
    }
}

/// A printer as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Printer {
    /// Which.
    pub id: PrinterId,
    /// What people call it.
    pub name: String,
    /// How it is reached.
    pub kind: PrinterKind,
    /// Where: `host:port`, a device's path, `PATH@BAUD`, a queue's name, a folder.
    pub address: String,
    /// Its paper.
    pub paper: Paper,
    /// Width of its labels.
    #[ts(type = "number | null")]
    pub label_width_mm: Option<i64>,
    /// Height of its labels.
    #[ts(type = "number | null")]
    pub label_height_mm: Option<i64>,
    /// The table of its letters; of no meaning but for rolls.
    pub code_page: CodePage,
    /// Who draws QR codes; of no meaning but for rolls.
    pub qr: QrMethod,
    /// When a document counts as printed; of no meaning but for rolls and labels.
    pub acknowledgement: Acknowledgement,
    /// Whether it cuts.
    pub has_cutter: bool,
    /// The pin of the drawer's plug, 2 or 5; absent when no drawer is plugged in.
    #[ts(type = "number | null")]
    pub drawer_pin: Option<i64>,
    /// The documents it prints unless another printer is named.
    pub default_for: Vec<DocumentKind>,
    /// Counts changes.
    #[ts(type = "number")]
    pub version: i64,
}

impl Printer {
    /// Whether `reference` names this printer: its id or its name.
    #[must_use]
    pub fn answers_to(&self, reference: &str) -> bool {
        let text = reference.trim();
        text.parse() == Ok(self.id) || self.name == text
    }
}
