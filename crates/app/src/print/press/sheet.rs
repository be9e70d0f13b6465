//! From a sheet of the queue to what its printer is sent.

use boxoffice::{
    print_job::{SendingItem, Subject},
    printer::{CodePage, Paper, Printer, PrinterKind, QrMethod},
};
use documents::{
    Copy, EscPos, LabelSize, Layout, Locale, ReceiptLayout, ReceiptSlip, Roll, Slip, TicketSheet, Watermark,
    encode_label, encode_slip, label_of_ticket, receipt_slip, render_receipt, render_tickets, ticket_slip,
};
use kernel::{Failure, Fault, FaultKind};
use ticketing::{
    order::order_detail,
    signing::KeyVault,
    ticket::{TicketId, TicketStatus, ticket_row},
};
use workspace::View;

use super::super::{PrintRefused, receipt, safe, ticket::Scene, with_payloads};

/// A sheet in its printer's language.
pub(super) struct Sheet {
    /// A name for queues and folders.
    pub(super) name: String,
    /// What is sent.
    pub(super) bytes: Vec<u8>,
}

/// What a sheet came to.
pub(super) enum Made {
    /// It can be sent.
    Sheet(Sheet),
    /// It must not be printed: why.
    Unprintable(String),
}

/// Makes a sheet as things stand now.
///
/// # Errors
/// A refusal that would meet every sheet alike, such as a missing key; a fault of the file.
pub(super) fn make(
    view: &View<'_>,
    vault: &dyn KeyVault,
    printer: &Printer,
    item: &SendingItem,
    locale: Locale,
) -> Result<Made, Failure> {
    match &item.subject {
        Subject::Ticket(ticket) => make_ticket(view, vault, printer, item, (*ticket, locale)),
        Subject::Receipt { order, number } => {
            let order = order_detail(view, *order)?;
            let mut slip = receipt::slip(view, &order, Some(*number))?;
            if item.copy > 1 {
                slip.watermark = slip.watermark.or(Some(Watermark::Reprint));
            }
            let name = format!("receipt-{number}-{}", item.copy);
            Ok(Made::Sheet(Sheet { name, bytes: receipt_bytes(printer, &slip, locale)? }))
        }
        Subject::Slip(json) => {
            let slip: Slip = serde_json::from_str(json).map_err(|error| {
                Fault::inconsistent("print_job_items", "slip_json", item.id).caused_by(error)
            })?;
            let Some(roll) = roll_of(printer) else {
                return Ok(Made::Unprintable("this printer has no roll".to_owned()));
            };
            let bytes = encode_slip(&slip, &roll).map_err(PrintRefused::from)?;
            Ok(Made::Sheet(Sheet { name: safe(&item.label), bytes }))
        }
    }
}

fn make_ticket(
    view: &View<'_>,
    vault: &dyn KeyVault,
    printer: &Printer,
    item: &SendingItem,
    (ticket, locale): (TicketId, Locale),
) -> Result<Made, Failure> {
    let row = ticket_row(view, ticket)?
        .ok_or_else(|| Fault::new(FaultKind::Inconsistent, "a queued ticket is not there"))?;
    if row.status != TicketStatus::Issued {
        return Ok(Made::Unprintable(format!("ticket {} is {}", row.code, row.status)));
    }
    let mut rows = [row];
    with_payloads(view, vault, &mut rows)?;
    let [row] = &rows;
    let scene = Scene::of(view, row.event_id)?;
    let sheet = scene.sheet(row, scene.watermark(item.copy > 1))?;
    let name = format!("ticket-{}-{}-{}", safe(&row.order_code), row.serial, item.copy);
    let copy = if item.copy > 1 { Copy::Reprint(item.copy - 1) } else { Copy::First };
    Ok(Made::Sheet(Sheet { name, bytes: ticket_bytes(printer, &sheet, copy, locale)? }))
}

/// A ticket in the printer's language.
pub(super) fn ticket_bytes(
    printer: &Printer,
    sheet: &TicketSheet,
    copy: Copy,
    locale: Locale,
) -> Result<Vec<u8>, Failure> {
    if let Some(roll) = roll_of(printer) {
        return Ok(encode_slip(&ticket_slip(sheet, copy, locale), &roll).map_err(PrintRefused::from)?);
    }
    if let Some(size) = label_of(printer) {
        return Ok(encode_label(&label_of_ticket(sheet, copy, locale), size).map_err(PrintRefused::from)?);
    }
    let layout = match printer.paper {
        Paper::Roll58 | Paper::Roll80 => Layout::Roll80,
        Paper::A4 | Paper::Label => Layout::A4,
    };
    let sheets = std::slice::from_ref(sheet);
    Ok(render_tickets(sheets, layout, locale).map_err(PrintRefused::from)?.bytes)
}

fn receipt_bytes(printer: &Printer, slip: &ReceiptSlip, locale: Locale) -> Result<Vec<u8>, Failure> {
    if let Some(roll) = roll_of(printer) {
        return Ok(encode_slip(&receipt_slip(slip, locale), &roll).map_err(PrintRefused::from)?);
    }
    let layout = match printer.paper {
        Paper::Roll58 | Paper::Roll80 => ReceiptLayout::Roll80,
        Paper::A4 => ReceiptLayout::A4,
        Paper::Label => {
            return Err(PrintRefused::Document("a receipt does not fit on a label".to_owned()).into());
        }
    };
    Ok(render_receipt(slip, layout, locale).map_err(PrintRefused::from)?.bytes)
}

/// What a roll printer can do; `None` for any other.
pub(super) fn roll_of(printer: &Printer) -> Option<EscPos> {
    let roll = match (printer.kind, printer.paper) {
        (PrinterKind::EscposTcp | PrinterKind::EscposDevice, Paper::Roll58) => Roll::Mm58,
        (PrinterKind::EscposTcp | PrinterKind::EscposDevice, Paper::Roll80 | Paper::A4 | Paper::Label) => {
            Roll::Mm80
        }
        (PrinterKind::System | PrinterKind::File | PrinterKind::ZplTcp | PrinterKind::ZplDevice, _) => {
            return None;
        }
    };
    let code_page = match printer.code_page {
        CodePage::Cp437 => documents::CodePage::Cp437,
        CodePage::Cp858 => documents::CodePage::Cp858,
        CodePage::Wpc1252 => documents::CodePage::Wpc1252,
        CodePage::Drawn => documents::CodePage::Drawn,
    };
    let qr = match printer.qr {
        QrMethod::Printer => documents::QrMethod::Printer,
        QrMethod::Picture => documents::QrMethod::Picture,
    };
    Some(EscPos { roll, code_page, qr, has_cutter: printer.has_cutter })
}

fn label_of(printer: &Printer) -> Option<LabelSize> {
    let millimetres = |length: Option<i64>| length.and_then(|length| u16::try_from(length).ok());
    match printer.kind {
        PrinterKind::ZplTcp | PrinterKind::ZplDevice => Some(LabelSize {
            width_mm: millimetres(printer.label_width_mm)?,
            height_mm: millimetres(printer.label_height_mm)?,
        }),
        PrinterKind::System | PrinterKind::File | PrinterKind::EscposTcp | PrinterKind::EscposDevice => None,
    }
}
