//! A receipt on a thermal roll 80 mm wide: black only, the page as long as the receipt.

use super::{
    ReceiptLine, ReceiptSlip,
    parts::{
        count, facts, fit, fit_paragraphs, fit_value, heading, line_text, next_baseline, notice, payment,
        rate, total,
    },
};
use crate::{
    Colour,
    pdf::{Anchor, Canvas, Composer, PdfFile, Pen, mm},
    text::{Fit, Frame, Typeface},
};

const WIDTH: f32 = mm(80.0);
const LEFT: f32 = mm(5.0);
const RIGHT: f32 = mm(75.0);
const INNER: f32 = RIGHT - LEFT;
const MIDDLE: f32 = mm(40.0);
/// PDF readers refuse pages beyond 14,400 points; a longer receipt goes on on the next page.
const PAGE_MAX: f32 = 14_000.0;
/// Room for everything below the lines.
const TAIL_MAX: f32 = mm(1_200.0);
const FOOT: f32 = mm(7.0);
/// Baseline of a line's first row below its top, and height of a row, in font sizes.
const FIRST: f32 = 0.86;
const LEADING: f32 = 1.25;

struct Roll<'r, 'c, 'f> {
    canvas: Canvas<'c, 'f>,
    file: &'r mut PdfFile,
    y: f32,
}

pub(super) fn print(composer: &mut Composer<'_>, file: &mut PdfFile, slip: &ReceiptSlip) {
    let mut roll = Roll { canvas: Canvas::new(composer, PAGE_MAX), file, y: mm(5.0) };
    roll.head(slip);
    for line in &slip.lines {
        if roll.y > PAGE_MAX - TAIL_MAX {
            roll.cut();
        }
        roll.item(line);
    }
    roll.rule();
    roll.sum(slip);
    roll.taxes(slip);
    roll.payments(slip);
    roll.terms(slip);
    roll.cut();
}

impl Roll<'_, '_, '_> {
    /// Ends the page here.
    fn cut(&mut self) {
        let height = self.y + FOOT;
        let drawn = self.canvas.turn_over();
        let mut content = format!("1 0 0 1 0 {:.2} cm\n", height - PAGE_MAX).into_bytes();
        content.extend_from_slice(&drawn);
        self.file.add_page(&content, WIDTH, height);
        self.y = mm(5.0);
    }

    fn rule(&mut self) {
        self.y += mm(1.2);
        self.canvas.rule([LEFT, self.y], [RIGHT, self.y], 0.8, Colour::BLACK);
        self.y += mm(2.0);
    }

    fn head(&mut self, slip: &ReceiptSlip) {
        self.centred(&slip.issuer.name, Typeface::Strong, &[12.5, 11.0, 9.5], 3);
        if let Some(address) = &slip.issuer.address {
            self.centred(address, Typeface::Text, &[9.0, 8.0], 4);
        }
        let words = self.canvas.composer.words;
        if let Some(number) = &slip.issuer.tax_number {
            self.centred(
                &words.with("receipt-tax-number", [("number", number)]),
                Typeface::Text,
                &[9.0, 8.0],
                2,
            );
        }
        self.y += mm(3.0);
        if let Some(watermark) = slip.watermark {
            let text = notice(words, watermark);
            let frame = Frame {
                typeface: Typeface::Heavy,
                sizes: &[11.0, 9.5, 8.0],
                width: INNER - 8.0,
                lines_max: 1,
            };
            let fitted = fit(&mut self.canvas, &text, frame);
            self.canvas.card([LEFT, self.y, INNER, 18.0], [3.0; 4], Some(Colour::BLACK), None);
            self.canvas.lines(&fitted, [MIDDLE, self.y + 12.8], Anchor::Middle, 1.0, Colour::WHITE);
            self.y += 18.0 + mm(2.5);
        }
        self.centred(&heading(words, slip), Typeface::Heavy, &[15.0, 13.0], 1);
        self.y += mm(1.5);
        for (label, value) in facts(words, slip) {
            self.row(&label, &value, [9.0, 9.5]);
        }
        self.rule();
    }

    fn item(&mut self, line: &ReceiptLine) {
        let words = self.canvas.composer.words;
        let amount = words.locale.figure(line.amount);
        let frame = Frame {
            typeface: Typeface::StrongFigures,
            sizes: &[10.0, 8.0, 6.5],
            width: INNER * 0.6,
            lines_max: 1,
        };
        let amount = fit(&mut self.canvas, &amount, frame);
        let taken = width(&amount);
        let frame = Frame {
            typeface: Typeface::Strong,
            sizes: &[10.0, 9.0],
            width: INNER - taken - mm(3.0),
            lines_max: 3,
        };
        let text = fit(&mut self.canvas, &line_text(words, line), frame);
        let first = self.y + 10.0 * FIRST;
        self.canvas.lines(&amount, [RIGHT, first], Anchor::Right, 1.0, Colour::BLACK);
        let after = self.canvas.lines(&text, [LEFT, first], Anchor::Left, LEADING, Colour::BLACK);
        self.y = after.max(first + 10.0 * LEADING) - 10.0 * FIRST;
        let rate = line.tax_rate.map(|percent| rate(words, percent));
        let counted = [count(words, line), rate].into_iter().flatten().collect::<Vec<_>>().join("  ·  ");
        for small in [Some(counted.as_str()), line.detail.as_deref()].into_iter().flatten() {
            if small.trim().is_empty() {
                continue;
            }
            let frame = Frame { typeface: Typeface::Figures, sizes: &[8.5, 7.5], width: INNER, lines_max: 4 };
            let small = fit_paragraphs(&mut self.canvas, small, frame);
            let first = self.y + small.size * FIRST;
            self.y = self.canvas.lines(&small, [LEFT, first], Anchor::Left, LEADING, Colour::BLACK)
                - small.size * FIRST;
        }
        self.y += mm(1.4);
    }

    fn sum(&mut self, slip: &ReceiptSlip) {
        let (label, amount) = total(self.canvas.composer.words, slip);
        self.row(&label, &amount, [14.0, 15.0]);
        self.rule();
    }

    fn taxes(&mut self, slip: &ReceiptSlip) {
        if slip.taxes.is_empty() {
            return;
        }
        let words = self.canvas.composer.words;
        let heads = ["receipt-rate", "receipt-net", "receipt-tax", "receipt-gross"].map(|key| words.get(key));
        self.columns(&heads, Typeface::Text, 8.5);
        for tax in &slip.taxes {
            let figure = |money| words.locale.figure(money);
            let cells = [rate(words, tax.rate), figure(tax.net), figure(tax.tax), figure(tax.gross)];
            self.columns(&cells, Typeface::Figures, 9.0);
        }
        self.rule();
    }

    fn columns(&mut self, cells: &[String; 4], typeface: Typeface, size: f32) {
        const ENDS: [f32; 4] = [mm(12.0), mm(33.0), mm(52.0), mm(70.0)];
        let baseline = self.y + size * FIRST;
        let mut start = 0.0;
        for (cell, end) in cells.iter().zip(ENDS) {
            let sizes = [size, size * 0.8, size * 0.6, size * 0.45];
            let frame = Frame { typeface, sizes: &sizes, width: end - start - mm(1.0), lines_max: 1 };
            let fitted = fit(&mut self.canvas, cell, frame);
            let (x, anchor) = if start == 0.0 { (LEFT, Anchor::Left) } else { (LEFT + end, Anchor::Right) };
            self.canvas.lines(&fitted, [x, baseline], anchor, 1.0, Colour::BLACK);
            start = end;
        }
        self.y += size * LEADING * 1.1;
    }

    fn payments(&mut self, slip: &ReceiptSlip) {
        let words = self.canvas.composer.words;
        for paid in &slip.payments {
            for (label, value) in payment(words, slip, paid) {
                self.row(&label, &value, [9.5, 10.0]);
            }
        }
    }

    fn terms(&mut self, slip: &ReceiptSlip) {
        let Some(terms) = slip.terms.as_deref().filter(|terms| !terms.trim().is_empty()) else { return };
        self.rule();
        self.centred(terms, Typeface::Text, &[8.5], 30);
    }

    /// A label at the left, its value at the right.
    fn row(&mut self, label: &str, value: &str, [small, size]: [f32; 2]) {
        let sizes = [small, small * 0.85, small * 0.7];
        let frame = Frame { typeface: Typeface::Text, sizes: &sizes, width: INNER * 0.55, lines_max: 2 };
        let label = fit(&mut self.canvas, label, frame);
        let taken = label.lines.iter().map(|line| line.width * label.size).fold(0.0, f32::max);
        let value = fit_value(&mut self.canvas, value, size, INNER - taken - mm(3.0));
        let first = self.y + size * FIRST;
        self.canvas.lines(&label, [LEFT, first], Anchor::Left, LEADING, Colour::BLACK);
        self.canvas.lines(&value, [RIGHT, first], Anchor::Right, LEADING, Colour::BLACK);
        self.y = next_baseline(first, [&label, &value], size, LEADING) - size * FIRST;
    }

    fn centred(&mut self, text: &str, typeface: Typeface, sizes: &[f32], lines_max: usize) {
        let fitted =
            fit_paragraphs(&mut self.canvas, text, Frame { typeface, sizes, width: INNER, lines_max });
        let first = self.y + fitted.size * FIRST;
        for (index, line) in fitted.lines.iter().enumerate() {
            let baseline = first + index as f32 * fitted.size * LEADING;
            self.canvas.line(line, [MIDDLE, baseline], Anchor::Middle, Pen::new(fitted.size, Colour::BLACK));
        }
        self.y += fitted.lines.len() as f32 * fitted.size * LEADING;
    }
}

fn width(fitted: &Fit) -> f32 {
    fitted.lines.first().map_or(0.0, |line| line.width * fitted.size)
}
