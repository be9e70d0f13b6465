//! A receipt into a file.

use super::{ReceiptLayout, ReceiptSlip, a4, roll80};
use crate::{
    DocumentError, Locale,
    pdf::{Composer, Inks, PdfFile, Printed},
    text::{Faces, Shaper, clean},
    wording::Words,
};

use super::parts::heading;

/// Prints `slip`.
///
/// # Errors
/// When a built-in font is damaged.
pub fn render_receipt(
    slip: &ReceiptSlip,
    layout: ReceiptLayout,
    locale: Locale,
) -> Result<Printed, DocumentError> {
    let words = Words::of(locale);
    let mut composer = Composer { shaper: Shaper::new(Faces::shared()), inks: Inks::default(), words };
    let mut file = PdfFile::new();
    match layout {
        ReceiptLayout::A4 => a4::print(&mut composer, &mut file, slip),
        ReceiptLayout::Roll80 => roll80::print(&mut composer, &mut file, slip),
    }
    let title = clean::one_line(&format!("{} {}", heading(words, slip), slip.number), 120);
    file.finish(&composer.inks, Faces::shared(), &title, locale)
}
