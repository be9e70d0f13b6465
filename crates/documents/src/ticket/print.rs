//! Tickets into one file. What tickets share is drawn once and kept.

use std::collections::HashMap;

use super::{Layout, TicketSheet, a4, four_up, roll80, sheet::SharedPart};
use crate::{
    DocumentError, Locale, QrMatrix,
    pdf::{Canvas, Composer, FormId, Inks, PdfFile, Printed},
    qr::encode_at,
    text::{Faces, Shaper, clean},
    wording::Words,
};

/// A kept drawing and how high it is in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kept {
    pub(super) form: FormId,
    pub(super) height: f32,
}

/// Tickets being printed.
pub(super) struct Press<'s> {
    pub(super) composer: Composer<'static>,
    pub(super) file: PdfFile,
    kept: HashMap<(SharedPart<'s>, u8), Kept>,
}

impl<'s> Press<'s> {
    /// The drawing of `part` (a layout may have several) for tickets like `sheet`, made at the first need. `draw`
    /// tells how high it came out.
    pub(super) fn keep(
        &mut self,
        sheet: &'s TicketSheet,
        part: u8,
        [width, height_max]: [f32; 2],
        draw: impl FnOnce(&mut Canvas<'_, 'static>) -> f32,
    ) -> Kept {
        let key = (sheet.shared(), part);
        if let Some(kept) = self.kept.get(&key) {
            return *kept;
        }
        let mut canvas = Canvas::new(&mut self.composer, height_max);
        let height = draw(&mut canvas);
        let content = canvas.finish();
        let form = self.file.add_form(&content, [0.0, 0.0, width, height_max]);
        let kept = Kept { form, height };
        self.kept.insert(key, kept);
        kept
    }
}

/// Prints `sheets` in their order.
///
/// # Errors
/// When there is no ticket, or a ticket's QR text is empty or too long to scan.
pub fn render_tickets(
    sheets: &[TicketSheet],
    layout: Layout,
    locale: Locale,
) -> Result<Printed, DocumentError> {
    let first = sheets.first().ok_or(DocumentError::NothingToPrint)?;
    let composer =
        Composer { shaper: Shaper::new(Faces::shared()), inks: Inks::default(), words: Words::of(locale) };
    let mut press = Press { composer, file: PdfFile::new(), kept: HashMap::new() };
    match layout {
        Layout::A4 => {
            for (sheet, code) in coded(sheets, 1) {
                a4::print(&mut press, sheet, &code?);
            }
        }
        Layout::A4FourUp => {
            for (index, page) in sheets.chunks(four_up::TICKETS_PER_PAGE).enumerate() {
                let codes = coded(page, index * four_up::TICKETS_PER_PAGE + 1);
                let page = codes
                    .map(|(sheet, code)| Ok((sheet, code?)))
                    .collect::<Result<Vec<_>, DocumentError>>()?;
                four_up::print(&mut press, &page);
            }
        }
        Layout::Roll80 => {
            for (sheet, code) in coded(sheets, 1) {
                roll80::print(&mut press, sheet, &code?);
            }
        }
    }
    let title = clean::one_line(&first.event_title, 120);
    press.file.finish(&press.composer.inks, Faces::shared(), &title, locale)
}

fn coded(
    sheets: &[TicketSheet],
    first_position: usize,
) -> impl Iterator<Item = (&TicketSheet, Result<QrMatrix, DocumentError>)> {
    let numbered = sheets.iter().enumerate();
    numbered.map(move |(index, sheet)| (sheet, encode_at(&sheet.qr_payload, first_position + index)))
}
