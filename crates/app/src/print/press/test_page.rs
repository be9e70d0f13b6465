//! A page that shows what a printer can do: its width, its letters, drawn names, a code, the cut.

use boxoffice::printer::{Printer, find_printer};
use documents::{Copy, EventTimes, Locale, Size, Slip, Style, TicketSheet, Watermark, encode_slip};
use integrations::printer::Print;
use kernel::{Failure, Zone};
use workspace::Workspace;

use super::{
    super::PrintRefused,
    port,
    sheet::{roll_of, ticket_bytes},
    turn::Turn,
};

/// Names in letters that no printer has of its own.
const NAMES: &str = "Zoë Łukasiewicz · Ольга\nअनुपमा क्षत्रिय\nمحمد عبد الرحمن\n田中直美 · 김민준";
/// What the code on a test page says: no door knows it.
const CODE: &str = "TEST PAGE";

/// Prints a test page past the queue.
///
/// # Errors
/// A refusal with the printer's trouble; a fault of the file.
pub(crate) fn print_test_page(
    workspace: &Workspace,
    printer: &str,
    now: kernel::Timestamp,
) -> Result<Printer, Failure> {
    let printer = workspace.read(|view| find_printer(view, printer))?;
    let bytes = match roll_of(&printer) {
        Some(roll) => encode_slip(&slip(&printer), &roll).map_err(PrintRefused::from)?,
        None => page(&printer, now)?,
    };
    let _turn = Turn::at(&printer)?;
    // Each test page is a paper of its own: a folder never overwrites one.
    let name = format!("test-page-{}", now.timestamp_millis());
    let mut port = port::open(&printer)?;
    port.print(&Print { name: &name, bytes: &bytes }).map_err(|failure| failure.trouble().clone())?;
    Ok(printer)
}

/// A test page for a roll.
fn slip(printer: &Printer) -> Slip {
    let mut slip = Slip::default();
    slip.centred("Stagedoor", Style::heavy(Size::Double));
    slip.centred(&printer.name, Style::bold());
    slip.centred(
        format!("{} · {} mm · {}", printer.kind, printer.paper, printer.code_page),
        Style::default(),
    );
    slip.rule();
    slip.left("1234567890".repeat(7), Style::default());
    slip.pair("left", "right", Style::bold());
    slip.left("äöüß éèêç ñ å ø € £ ¥", Style::default());
    slip.left(NAMES, Style::default());
    slip.centred(CODE, Style::notice());
    slip.qr(CODE);
    slip.cut();
    slip
}

/// A test page for sheets and labels: a ticket that no door admits.
fn page(printer: &Printer, now: kernel::Timestamp) -> Result<Vec<u8>, Failure> {
    let sheet = TicketSheet {
        organizer_name: "Stagedoor".to_owned(),
        event_title: printer.name.clone(),
        venue: None,
        times: EventTimes { zone: Zone::UTC, doors_at: None, starts_at: now, ends_at: None },
        tier_name: CODE.to_owned(),
        badge_label: None,
        badge_colour: None,
        holder_name: Some(NAMES.replace('\n', " ")),
        buyer_name: None,
        price: None,
        tax: None,
        code: CODE.to_owned(),
        qr_payload: CODE.to_owned(),
        order_code: None,
        serial: None,
        terms: Some(NAMES.to_owned()),
        watermark: Some(Watermark::Void),
        accent: None,
    };
    ticket_bytes(printer, &sheet, Copy::First, Locale::En)
}
