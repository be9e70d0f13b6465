//! A report into a file.

use super::{
    DrawerSheet,
    paper::{A4, Paper, ROLL80},
    sections::{heading, sections},
};
use crate::{
    DocumentError, Locale, ReceiptLayout,
    pdf::{Composer, Inks, PdfFile, Printed},
    text::{Faces, Shaper, clean},
    wording::Words,
};

/// Prints an X or a Z.
///
/// # Errors
/// When a built-in font is damaged.
pub fn render_drawer_report(
    sheet: &DrawerSheet,
    layout: ReceiptLayout,
    locale: Locale,
) -> Result<Printed, DocumentError> {
    let words = Words::of(locale);
    let mut composer = Composer { shaper: Shaper::new(Faces::shared()), inks: Inks::default(), words };
    let mut file = PdfFile::new();
    let geometry = match layout {
        ReceiptLayout::A4 => &A4,
        ReceiptLayout::Roll80 => &ROLL80,
    };
    let mut paper = Paper::new(geometry, &mut composer);
    paper.head(sheet);
    sections(words, sheet).iter().for_each(|section| paper.section(section));
    paper.finish(&mut file, sheet);
    let title = clean::one_line(&format!("{} · {}", heading(words, sheet), sheet.till_code), 120);
    file.finish(&composer.inks, Faces::shared(), &title, locale)
}
