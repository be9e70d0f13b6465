//! ESC/POS, the commands that roll printers of nearly every maker take. Each command stands here once.

use super::{
    Align, Block, CodePage, Roll, Size, Slip, Style,
    draw::{Easel, module},
    typed::{row, wrapped},
};
use crate::{Bitmap, DocumentError, qr::encode_at, text::clean};

const ESC: u8 = 0x1b;
const GS: u8 = 0x1d;
const LF: u8 = 0x0a;
/// Rows of one picture command: small printers keep no more in memory. Bands join without a seam.
const BAND_ROWS: usize = 128;
/// White between lines of the printer's letters, in dots.
const LINE_GAP: usize = 6;
/// Lines fed to the tear bar of a printer without a cutter.
const TEAR_LINES: u8 = 4;
const CHARS_MAX: usize = 4_000;

/// What a roll printer can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EscPos {
    /// Its paper.
    pub roll: Roll,
    /// The table of its letters.
    pub code_page: CodePage,
    /// Who draws QR codes.
    pub qr: QrMethod,
    /// Whether it cuts.
    pub has_cutter: bool,
}

/// Who draws QR codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QrMethod {
    /// The printer (`GS ( k`): sharp and quick.
    Printer,
    /// We, as a picture: for printers that lack the command.
    Picture,
}

/// The pin of the drawer's plug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawerPin {
    /// Pin 2, where most drawers listen.
    Two,
    /// Pin 5, for a second drawer.
    Five,
}

/// Opens the drawer: 50 ms of current, half a second of rest (`ESC p`).
#[must_use]
pub const fn drawer_pulse(pin: DrawerPin) -> [u8; 5] {
    let pin = match pin {
        DrawerPin::Two => 0,
        DrawerPin::Five => 1,
    };
    [ESC, b'p', pin, 25, 250]
}

/// Writes a slip for `printer`.
///
/// # Errors
/// When a QR code's text is empty or too long to scan.
pub fn encode_slip(slip: &Slip, printer: &EscPos) -> Result<Vec<u8>, DocumentError> {
    let mut press = Press { printer, easel: Easel::new(), bytes: vec![ESC, b'@'] };
    press.send(&[ESC, b't', printer.code_page.number()]);
    for block in &slip.blocks {
        press.block(block)?;
    }
    Ok(press.bytes)
}

struct Press<'p> {
    printer: &'p EscPos,
    easel: Easel,
    bytes: Vec<u8>,
}

impl Press<'_> {
    fn send(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn block(&mut self, block: &Block) -> Result<(), DocumentError> {
        match block {
            Block::Text { text, align, style } => match self.typed_text(text, *style) {
                Some(lines) => self.lines(&lines, *align, *style),
                None => self.drawn(block)?,
            },
            Block::Columns { columns, style } => {
                let letters = self.letters(style.size);
                let cleaned: Vec<_> = columns
                    .iter()
                    .map(|column| super::Column {
                        text: clean::paragraphs(&column.text, CHARS_MAX),
                        ..column.clone()
                    })
                    .collect();
                match self.in_code_page(row(&cleaned, letters)) {
                    Some(lines) => self.lines(&lines, Align::Left, *style),
                    None => self.drawn(block)?,
                }
            }
            Block::Qr { payload } => match self.printer.qr {
                QrMethod::Printer => self.qr(payload)?,
                QrMethod::Picture => self.drawn(block)?,
            },
            Block::Rule => {
                let letters = self.letters(Size::Normal);
                let line = |mark: &str| self.in_code_page(vec![mark.repeat(letters)]);
                match line("─").or_else(|| line("-")) {
                    Some(lines) => self.lines(&lines, Align::Left, Style::default()),
                    None => self.drawn(block)?,
                }
            }
            Block::Space => self.send(&[LF]),
            Block::Cut if self.printer.has_cutter => self.send(&[GS, b'V', 66, 0]),
            Block::Cut => self.send(&[ESC, b'd', TEAR_LINES]),
        }
        Ok(())
    }

    fn letters(&self, size: Size) -> usize {
        self.printer.roll.dots() / size.cell().0
    }

    fn typed_text(&self, text: &str, style: Style) -> Option<Vec<Vec<u8>>> {
        // White on black needs a blank at both ends to be read.
        let edge = usize::from(style.is_inverse);
        let letters = self.letters(style.size) - 2 * edge;
        let lines = wrapped(&clean::paragraphs(text.trim_end(), CHARS_MAX), letters).into_iter();
        let blank = " ".repeat(edge);
        self.in_code_page(lines.map(|line| format!("{blank}{line}{blank}")).collect())
    }

    fn in_code_page(&self, lines: Vec<String>) -> Option<Vec<Vec<u8>>> {
        lines.iter().map(|line| self.printer.code_page.encode(line)).collect()
    }

    /// Prints lines of the printer's own letters.
    fn lines(&mut self, lines: &[Vec<u8>], align: Align, style: Style) {
        let (font, scale) = match style.size {
            Size::Small => (1, 0x00),
            Size::Normal => (0, 0x00),
            Size::Tall => (0, 0x01),
            Size::Double => (0, 0x11),
        };
        let spacing = u8::try_from(style.size.cell().1 + LINE_GAP).unwrap_or(u8::MAX);
        self.send(&[ESC, b'M', font, GS, b'!', scale, ESC, b'3', spacing]);
        // The printer aligns: its letters may be of another width than we think.
        let place = match align {
            Align::Left => 0,
            Align::Centre => 1,
            Align::Right => 2,
        };
        self.send(&[ESC, b'a', place]);
        self.send(&[ESC, b'E', u8::from(style.is_bold), GS, b'B', u8::from(style.is_inverse)]);
        for line in lines {
            self.send(line);
            self.send(&[LF]);
        }
        self.send(&[ESC, b'M', 0, GS, b'!', 0, ESC, b'2', ESC, b'a', 0, ESC, b'E', 0, GS, b'B', 0]);
    }

    fn drawn(&mut self, block: &Block) -> Result<(), DocumentError> {
        let picture = self.easel.block(block, self.printer.roll.dots())?;
        self.picture(&picture);
        Ok(())
    }

    /// `GS v 0`, band by band.
    fn picture(&mut self, picture: &Bitmap) {
        let row = picture.row_bytes();
        for band in picture.bytes().chunks(row * BAND_ROWS) {
            self.send(&[GS, b'v', b'0', 0]);
            self.send(&short(row));
            self.send(&short(band.len() / row));
            self.send(band);
        }
    }

    /// `GS ( k`: model 2, size of a module, level M, the text, print.
    fn qr(&mut self, payload: &str) -> Result<(), DocumentError> {
        let code = encode_at(payload, 1)?;
        let module = u8::try_from(module(&code, self.printer.roll.dots())).unwrap_or(1);
        self.send(&[ESC, b'a', 1]);
        self.symbol(&[49, 65, 50, 0]);
        self.symbol(&[49, 67, module]);
        self.symbol(&[49, 69, 49]);
        self.symbol(&[&[49, 80, 48][..], payload.as_bytes()].concat());
        self.symbol(&[49, 81, 48]);
        self.send(&[LF, ESC, b'a', 0]);
        Ok(())
    }

    fn symbol(&mut self, parameters: &[u8]) {
        self.send(&[GS, b'(', b'k']);
        self.send(&short(parameters.len()));
        self.send(parameters);
    }
}

/// A count in two bytes, the low one first. Nothing here counts beyond 4,000.
fn short(count: usize) -> [u8; 2] {
    u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTER: EscPos =
        EscPos { roll: Roll::Mm80, code_page: CodePage::Cp858, qr: QrMethod::Printer, has_cutter: true };

    fn bytes(block: Block, printer: &EscPos) -> Vec<u8> {
        encode_slip(&Slip { blocks: vec![block] }, printer).unwrap()
    }

    fn text(text: &str) -> Block {
        Block::Text { text: text.to_owned(), align: Align::Left, style: Style::default() }
    }

    fn has(bytes: &[u8], part: &[u8]) -> bool {
        bytes.windows(part.len()).any(|window| window == part)
    }

    #[test]
    fn a_slip_begins_with_a_reset_and_the_code_page() {
        let bytes = bytes(Block::Cut, &PRINTER);
        assert_eq!(bytes, [0x1b, b'@', 0x1b, b't', 19, 0x1d, b'V', 66, 0]);
    }

    #[test]
    fn a_printer_without_a_cutter_feeds_to_its_tear_bar() {
        assert!(bytes(Block::Cut, &EscPos { has_cutter: false, ..PRINTER }).ends_with(&[0x1b, b'd', 4]));
    }

    #[test]
    fn names_that_the_table_has_are_typed_and_others_are_drawn() {
        assert!(has(&bytes(text("Zoë"), &PRINTER), &[b'Z', b'o', 0x89, b'\n']));
        let drawn = bytes(text("김민준"), &PRINTER);
        assert!(has(&drawn, &[0x1d, b'v', b'0', 0, 72, 0]), "a picture of 72 bytes across");
    }

    #[test]
    fn the_printer_is_told_to_draw_the_code() {
        let bytes = bytes(Block::Qr { payload: "S1ABC".to_owned() }, &PRINTER);
        assert!(has(&bytes, &[0x1d, b'(', b'k', 4, 0, 49, 65, 50, 0]), "model 2");
        assert!(has(&bytes, &[0x1d, b'(', b'k', 3, 0, 49, 69, 49]), "level M");
        assert!(has(&bytes, b"\x1d(k\x08\x001P0S1ABC"), "the text");
        assert!(has(&bytes, &[0x1d, b'(', b'k', 3, 0, 49, 81, 48]), "print");
    }

    #[test]
    fn no_text_can_smuggle_a_command_in() {
        let slip = bytes(text("Mia\u{1b}p\u{0}\u{19}\u{fa} \u{1d}V\u{0}"), &PRINTER);
        assert!(!has(&slip, b"\x1bp") && !has(&slip, b"\x1dV"));
        assert!(has(&slip, b"Miap"));
    }

    #[test]
    fn the_drawer_opens_by_its_pin() {
        assert_eq!(drawer_pulse(DrawerPin::Two), [0x1b, b'p', 0, 25, 250]);
        assert_eq!(drawer_pulse(DrawerPin::Five)[2], 1);
    }
}
