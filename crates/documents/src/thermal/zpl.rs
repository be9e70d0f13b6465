//! ZPL, the language of label printers: one label with a name, a kind, a code and its QR symbol.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::{
    Bitmap, CodePage, Copy,
    draw::{Easel, module},
};
use crate::{
    DocumentError, Locale, TicketSheet, Watermark,
    qr::encode_at,
    text::clean,
    ticket::parts::{bearer, grouped},
    wording::Words,
};

/// The paper of a label printer at 203 dots an inch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LabelSize {
    /// Millimetres across, 20 to 104: no 4-inch head prints wider.
    pub width_mm: u16,
    /// Millimetres down, 15 to 300.
    pub height_mm: u16,
}

/// What a label says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The event, small.
    pub title: String,
    /// Who it is for; may be empty.
    pub name: String,
    /// The kind of ticket, white on black.
    pub tier: String,
    /// The code as people read it.
    pub code: String,
    /// What the QR code says.
    pub qr_payload: String,
    /// What makes it no ordinary ticket.
    pub notice: Option<String>,
}

const DOTS_PER_MM: usize = 8;
const MARGIN: usize = 16;
/// The QR symbol takes no more than this share of the width, in per cent; the rest is for the name.
const CODE_SHARE: usize = 45;
/// Largest module that `^BQ` knows.
const MODULE_MAX: usize = 10;
/// `^BQ` sets its symbol this many dots below where it was told to.
const CODE_DROP: usize = 10;
const CHARS_MAX: usize = 120;

/// A ticket as a label.
#[must_use]
pub fn label_of_ticket(sheet: &TicketSheet, copy: Copy, locale: Locale) -> Label {
    let words = Words::of(locale);
    let mark = |watermark: Watermark| words.get(watermark.key());
    let watermark = sheet.watermark.filter(|watermark| *watermark != Watermark::Reprint).map(mark);
    let reprint = match copy {
        Copy::First => None,
        Copy::Reprint(number) => Some(format!("{} {number}", mark(Watermark::Reprint))),
    };
    let notices: Vec<String> = [watermark, reprint].into_iter().flatten().collect();
    let badge = sheet.badge_label.as_deref().map(str::trim).filter(|label| !label.is_empty());
    Label {
        title: sheet.event_title.clone(),
        name: bearer(sheet).map_or_else(String::new, |(_, name)| name.to_owned()),
        tier: badge.unwrap_or(&sheet.tier_name).to_owned(),
        code: grouped(&sheet.code),
        qr_payload: sheet.qr_payload.clone(),
        notice: (!notices.is_empty()).then(|| notices.join(" · ")),
    }
}

/// Writes one label.
///
/// # Errors
/// When the QR code's text is empty or too long to scan.
pub fn encode_label(label: &Label, size: LabelSize) -> Result<Vec<u8>, DocumentError> {
    let width = usize::from(size.width_mm.clamp(20, 104)) * DOTS_PER_MM;
    let height = usize::from(size.height_mm.clamp(15, 300)) * DOTS_PER_MM;
    let code = encode_at(&label.qr_payload, 1)?;
    let side = (width * CODE_SHARE / 100).min(height.saturating_sub(2 * MARGIN));
    let module = module(&code, side).min(MODULE_MAX);
    let mut sheet = Sheet { easel: Easel::new(), text: String::new() };
    let _ = write!(sheet.text, "^XA^CI28^PW{width}^LL{height}^LH0,0");
    let [left, top] = [MARGIN + 4 * module, MARGIN + 4 * module];
    let drop = top.saturating_sub(CODE_DROP);
    let payload = escaped(&label.qr_payload);
    let _ = write!(sheet.text, "^FO{left},{drop}^BQN,2,{module}^FH^FDMA,{payload}^FS");
    let x = MARGIN + (code.size() + 8) * module + MARGIN;
    let column = width.saturating_sub(x + MARGIN).max(8 * DOTS_PER_MM);
    let mut y = MARGIN;
    if let Some(notice) = &label.notice {
        y += sheet.bar(notice, [x, y], [column, height / 9]);
    }
    y += sheet.bar(&label.tier, [x, y], [column, height / 7]) + MARGIN / 2;
    let large = (height / 5).min(72);
    y += sheet.line(&label.name, [x, y], Place { width: column, largest: large, lines: 2 });
    let small = (height / 10).clamp(18, 34);
    let foot = height.saturating_sub(MARGIN + small + small / 2);
    if y + small <= foot {
        sheet.line(&label.title, [x, y], Place { width: column, largest: small, lines: 1 });
    }
    sheet.line(&label.code, [x, foot], Place { width: column, largest: small + small / 3, lines: 1 });
    sheet.text.push_str("^XZ\n");
    Ok(sheet.text.into_bytes())
}

/// Where a text may stand.
struct Place {
    width: usize,
    largest: usize,
    lines: usize,
}

struct Sheet {
    easel: Easel,
    text: String,
}

impl Sheet {
    /// Sets a text as large as it fits; gives the height it takes.
    fn line(&mut self, text: &str, at: [usize; 2], place: Place) -> usize {
        let clean = clean::one_line(text, CHARS_MAX);
        if clean.is_empty() {
            return 0;
        }
        let [x, y] = at;
        // The printer's own font has the letters of Western Europe; anything else is drawn.
        if CodePage::Wpc1252.encode(&clean).is_none() {
            let sizes = [1.0, 0.8, 0.65, 0.5].map(|share| place.largest as f32 * share);
            let picture = self.easel.label(&clean, true, &sizes, [place.width, place.lines]);
            self.picture(&picture, at);
            return picture.height();
        }
        // The font's letters are on average half as wide as high; a line that is guessed too long is broken.
        let letters = clean.chars().count();
        let fits = place.width * 2 * place.lines / letters.max(1);
        let size = fits.clamp(place.largest / 2, place.largest).max(12);
        let lines = if letters * size / 2 > place.width { place.lines } else { 1 };
        let _ = write!(
            self.text,
            "^FO{x},{y}^A0N,{size},{size}^FB{},{lines},0,L^FH^FD{}^FS",
            place.width,
            escaped(&clean)
        );
        lines * size + size / 4
    }

    /// A bar of white on black, drawn by us so that it looks alike on every printer; gives its height.
    fn bar(&mut self, text: &str, at: [usize; 2], [width, height]: [usize; 2]) -> usize {
        let size = height.clamp(20, 48);
        let sizes = [0.8, 0.65, 0.5].map(|share| size as f32 * share);
        let letters = self.easel.label(text, true, &sizes, [width.saturating_sub(MARGIN), 1]);
        let mut bar = Bitmap::new(width, size + size / 4);
        bar.place(&letters, [MARGIN / 2, bar.height().saturating_sub(letters.height()) / 2]);
        bar.invert();
        self.picture(&bar, at);
        bar.height() + MARGIN / 4
    }

    /// `^GFA`: a picture in hexadecimal.
    fn picture(&mut self, picture: &Bitmap, [x, y]: [usize; 2]) {
        let (bytes, row) = (picture.bytes().len(), picture.row_bytes());
        let _ = write!(self.text, "^FO{x},{y}^GFA,{bytes},{bytes},{row},");
        for byte in picture.bytes() {
            let _ = write!(self.text, "{byte:02X}");
        }
        self.text.push_str("^FS");
    }
}

/// Text for `^FH^FD`: what ZPL would read as its own is written in hexadecimal.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '^' | '~' | '_' | '\\') || letter.is_control() {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                let _ = write!(safe, "_{byte:02X}");
            }
        } else {
            safe.push(letter);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(name: &str) -> Label {
        Label {
            title: "Nachtklang".to_owned(),
            name: name.to_owned(),
            tier: "VIP".to_owned(),
            code: "7K3M 9QXT".to_owned(),
            qr_payload: "S1ABCDEF".to_owned(),
            notice: None,
        }
    }

    fn zpl(label: &Label) -> String {
        String::from_utf8(encode_label(label, LabelSize { width_mm: 80, height_mm: 50 }).unwrap()).unwrap()
    }

    #[test]
    fn a_label_is_one_format_of_the_paper_size_in_utf_8() {
        let text = zpl(&label("Zoë Brandt"));
        assert!(text.starts_with("^XA^CI28^PW640^LL400"), "{text}");
        assert!(text.ends_with("^XZ\n") && text.matches("^XA").count() == 1);
        assert!(text.contains("^FDMA,S1ABCDEF^FS") && text.contains("^FDZoë Brandt^FS"));
    }

    #[test]
    fn scripts_beyond_the_printers_font_are_drawn() {
        let drawn = |name: &str| zpl(&label(name)).matches("^GFA").count();
        assert_eq!(drawn("김민준"), drawn("Ida Brandt") + 1);
    }

    #[test]
    fn no_text_can_smuggle_a_command_in() {
        let hostile = Label { code: "^XZ~JR".to_owned(), ..label("^XA_5E~") };
        let text = zpl(&Label { qr_payload: "A^FS~_".to_owned(), ..hostile });
        assert_eq!((text.matches("^XZ").count(), text.matches('~').count()), (1, 0), "{text}");
        assert!(text.contains("_5EXA_5F5E_7E"));
    }

    #[test]
    fn every_size_of_paper_takes_a_label() {
        for (width_mm, height_mm) in [(0, 0), (20, 15), (57, 32), (104, 300), (999, 999)] {
            let size = LabelSize { width_mm, height_mm };
            assert!(encode_label(&label(&"Wanda ".repeat(30)), size).is_ok());
        }
    }
}
