//! A receipt on A4: a letter-like head, a table that may run over pages, sums and payments at the right.

use super::{
    ReceiptLine, ReceiptSlip,
    parts::{
        Row, facts, fit, fit_paragraphs, fit_value, heading, line_text, next_baseline, notice, payment, rate,
        signed, total,
    },
};
use crate::{
    Colour,
    pdf::{Anchor, Canvas, Composer, PdfFile, Pen, mm},
    text::{Frame, Typeface},
};

const PAGE: [f32; 2] = [mm(210.0), mm(297.0)];
const LEFT: f32 = mm(22.0);
const RIGHT: f32 = mm(188.0);
const TOP: f32 = mm(20.0);
const BOTTOM: f32 = mm(272.0);
const FIRST: f32 = 0.86;
const LEADING: f32 = 1.35;
/// Where the figures of the table end: count, unit price, tax rate, amount.
const ENDS: [f32; 4] = [mm(122.0), mm(146.0), mm(160.0), RIGHT];
/// How wide each of them may be.
const WIDTHS: [f32; 4] = [mm(11.0), mm(22.0), mm(12.0), mm(26.0)];
const ITEM_WIDTH: f32 = mm(87.0);
/// Sums and payments stand from here to the right edge.
const SUM_LEFT: f32 = mm(104.0);

struct Paper<'c, 'f> {
    canvas: Canvas<'c, 'f>,
    y: f32,
    pages: Vec<Vec<u8>>,
}

pub(super) fn print(composer: &mut Composer<'_>, file: &mut PdfFile, slip: &ReceiptSlip) {
    let mut paper = Paper { canvas: Canvas::new(composer, PAGE[1]), y: TOP, pages: Vec::new() };
    paper.head(slip);
    paper.table_head();
    for line in &slip.lines {
        if paper.ensure(mm(18.0)) {
            paper.table_head();
        }
        paper.item(line);
    }
    paper.sum(slip);
    paper.taxes(slip);
    paper.payments(slip);
    paper.terms(slip);
    for content in paper.finish(slip) {
        file.add_page(&content, PAGE[0], PAGE[1]);
    }
}

impl Paper<'_, '_> {
    /// Begins a new page when less than `height` is left; tells whether it did.
    fn ensure(&mut self, height: f32) -> bool {
        if self.y + height <= BOTTOM {
            return false;
        }
        self.pages.push(self.canvas.turn_over());
        self.y = TOP;
        true
    }

    /// All pages, each with its number at the foot.
    fn finish(mut self, slip: &ReceiptSlip) -> Vec<Vec<u8>> {
        self.pages.push(self.canvas.turn_over());
        let mut pages = std::mem::take(&mut self.pages);
        let words = self.canvas.composer.words;
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            let frame = Frame { typeface: Typeface::Text, sizes: &[8.0], width: mm(110.0), lines_max: 1 };
            let foot = format!("{} {}", heading(words, slip), slip.number);
            let foot = fit(&mut self.canvas, &foot, frame);
            self.canvas.lines(&foot, [LEFT, mm(284.0)], Anchor::Left, 1.0, Colour::INK_SOFT);
            let (number, all) = ((index + 1).to_string(), count.to_string());
            let text = words.with("receipt-page", [("page", &number), ("pages", &all)]);
            let pen = Pen::new(8.0, Colour::INK_SOFT);
            self.canvas.write(&text, Typeface::Text, [RIGHT, mm(284.0)], Anchor::Right, pen);
            page.push(b'\n');
            page.extend_from_slice(&self.canvas.turn_over());
        }
        pages
    }

    fn head(&mut self, slip: &ReceiptSlip) {
        let words = self.canvas.composer.words;
        let half = mm(82.0);
        let mut y = TOP;
        let frame =
            Frame { typeface: Typeface::Strong, sizes: &[14.0, 12.0, 10.0], width: half, lines_max: 3 };
        let name = fit(&mut self.canvas, &slip.issuer.name, frame);
        y = self.canvas.lines(&name, [LEFT, y + mm(6.0)], Anchor::Left, 1.2, Colour::INK);
        let tax_number = slip
            .issuer
            .tax_number
            .as_ref()
            .map(|number| words.with("receipt-tax-number", [("number", number)]));
        for text in [slip.issuer.address.as_ref(), tax_number.as_ref()].into_iter().flatten() {
            let frame = Frame { typeface: Typeface::Text, sizes: &[9.0, 8.0], width: half, lines_max: 4 };
            let fitted = fit_paragraphs(&mut self.canvas, text, frame);
            y = self.canvas.lines(&fitted, [LEFT, y], Anchor::Left, LEADING, Colour::INK_SOFT);
        }
        let mut right = TOP + mm(6.0);
        let pen = Pen::new(22.0, Colour::ACCENT);
        self.canvas.write(&heading(words, slip), Typeface::Heavy, [RIGHT, right], Anchor::Right, pen);
        right += mm(5.0);
        if let Some(watermark) = slip.watermark {
            let text = notice(words, watermark);
            let frame =
                Frame { typeface: Typeface::Strong, sizes: &[10.0, 8.5], width: half - 14.0, lines_max: 1 };
            let fitted = fit(&mut self.canvas, &text, frame);
            let width = fitted.lines.first().map_or(0.0, |line| line.width * fitted.size) + 14.0;
            self.canvas.card([RIGHT - width, right, width, 17.0], [3.0; 4], Some(Colour::BLACK), None);
            self.canvas.lines(&fitted, [RIGHT - 7.0, right + 12.0], Anchor::Right, 1.0, Colour::WHITE);
            right += mm(9.0);
        }
        right += mm(4.0);
        for row in facts(words, slip) {
            right = self.row(&row, [SUM_LEFT, right], [9.0, 9.5], mm(24.0));
        }
        self.y = y.max(right) + mm(10.0);
    }

    fn table_head(&mut self) {
        let words = self.canvas.composer.words;
        let keys = ["receipt-quantity", "receipt-unit-price", "receipt-tax", "receipt-amount"];
        let pen = Pen::new(8.0, Colour::INK_SOFT);
        self.canvas.write(&words.get("receipt-item"), Typeface::Strong, [LEFT, self.y], Anchor::Left, pen);
        for (key, end) in keys.into_iter().zip(ENDS) {
            self.canvas.write(&words.get(key), Typeface::Strong, [end, self.y], Anchor::Right, pen);
        }
        self.y += mm(2.0);
        self.canvas.rule([LEFT, self.y], [RIGHT, self.y], 0.9, Colour::INK);
        self.y += mm(2.2);
    }

    fn item(&mut self, line: &ReceiptLine) {
        let words = self.canvas.composer.words;
        let first = self.y + 10.0 * FIRST;
        let figure = |money| words.locale.figure(money);
        let cells = [
            signed(line.quantity),
            line.unit_price.map(figure).unwrap_or_default(),
            line.tax_rate.map(|percent| rate(words, percent)).unwrap_or_default(),
            figure(line.amount),
        ];
        for ((cell, end), width) in cells.iter().zip(ENDS).zip(WIDTHS) {
            let frame =
                Frame { typeface: Typeface::Figures, sizes: &[10.0, 8.0, 6.5, 5.0], width, lines_max: 1 };
            let fitted = fit(&mut self.canvas, cell, frame);
            self.canvas.lines(&fitted, [end, first], Anchor::Right, 1.0, Colour::INK);
        }
        let frame =
            Frame { typeface: Typeface::Strong, sizes: &[10.0, 9.0], width: ITEM_WIDTH, lines_max: 2 };
        let text = fit(&mut self.canvas, &line_text(words, line), frame);
        let mut after = self.canvas.lines(&text, [LEFT, first], Anchor::Left, LEADING, Colour::INK);
        if let Some(detail) = line.detail.as_ref().filter(|detail| !detail.trim().is_empty()) {
            let frame =
                Frame { typeface: Typeface::Text, sizes: &[8.5, 7.5], width: ITEM_WIDTH, lines_max: 3 };
            let detail = fit_paragraphs(&mut self.canvas, detail, frame);
            after = self.canvas.lines(&detail, [LEFT, after], Anchor::Left, LEADING, Colour::INK_SOFT);
        }
        self.y = after.max(first + 10.0 * LEADING) - 10.0 * FIRST + mm(0.6);
        self.canvas.rule([LEFT, self.y], [RIGHT, self.y], 0.4, Colour::LINE);
        self.y += mm(2.0);
    }

    fn sum(&mut self, slip: &ReceiptSlip) {
        self.ensure(mm(16.0));
        self.y += mm(5.0);
        let row = total(self.canvas.composer.words, slip);
        self.y = self.row(&row, [SUM_LEFT, self.y + mm(2.0)], [13.0, 15.0], mm(32.0)) - mm(2.0);
        self.canvas.rule([SUM_LEFT, self.y], [RIGHT, self.y], 0.9, Colour::INK);
        self.y += mm(5.0);
    }

    fn taxes(&mut self, slip: &ReceiptSlip) {
        if slip.taxes.is_empty() {
            return;
        }
        self.ensure(mm(20.0));
        let words = self.canvas.composer.words;
        let keys = ["receipt-rate", "receipt-net", "receipt-tax", "receipt-gross"];
        self.columns(&keys.map(|key| words.get(key)), Typeface::Text, Colour::INK_SOFT);
        for tax in &slip.taxes {
            self.ensure(mm(8.0));
            let figure = |money| words.locale.figure(money);
            let cells = [rate(words, tax.rate), figure(tax.net), figure(tax.tax), figure(tax.gross)];
            self.columns(&cells, Typeface::Figures, Colour::INK);
        }
        self.y += mm(4.0);
    }

    fn columns(&mut self, cells: &[String; 4], typeface: Typeface, colour: Colour) {
        const STEPS: [f32; 4] = [mm(122.0), mm(145.0), mm(166.0), RIGHT];
        let mut start = SUM_LEFT;
        for (index, (cell, end)) in cells.iter().zip(STEPS).enumerate() {
            let width = end - start - mm(1.5);
            let frame = Frame { typeface, sizes: &[9.0, 7.5, 6.0, 4.5], width, lines_max: 1 };
            let fitted = fit(&mut self.canvas, cell, frame);
            let (x, anchor) = if index == 0 { (start, Anchor::Left) } else { (end, Anchor::Right) };
            self.canvas.lines(&fitted, [x, self.y], anchor, 1.0, colour);
            start = end;
        }
        self.y += 9.0 * LEADING;
    }

    fn payments(&mut self, slip: &ReceiptSlip) {
        let words = self.canvas.composer.words;
        for paid in &slip.payments {
            for row in payment(words, slip, paid) {
                self.ensure(mm(10.0));
                self.y = self.row(&row, [SUM_LEFT, self.y], [9.5, 10.0], mm(38.0));
            }
        }
    }

    fn terms(&mut self, slip: &ReceiptSlip) {
        let Some(terms) = slip.terms.as_deref().filter(|terms| !terms.trim().is_empty()) else { return };
        self.y += mm(8.0);
        let frame = Frame { typeface: Typeface::Text, sizes: &[8.5], width: RIGHT - LEFT, lines_max: 30 };
        let fitted = fit_paragraphs(&mut self.canvas, terms, frame);
        self.ensure(fitted.lines.len() as f32 * fitted.size * LEADING);
        self.y = self.canvas.lines(&fitted, [LEFT, self.y], Anchor::Left, LEADING, Colour::INK_SOFT);
    }

    /// A label from `x` and its value at the right edge, on the baseline `y`; gives the next baseline.
    fn row(
        &mut self,
        (label, value): &Row,
        [x, y]: [f32; 2],
        [small, size]: [f32; 2],
        label_width: f32,
    ) -> f32 {
        let sizes = [small, small * 0.85, small * 0.7];
        let width = if value.is_empty() { RIGHT - x } else { label_width };
        let frame = Frame { typeface: Typeface::Text, sizes: &sizes, width, lines_max: 2 };
        let label = fit(&mut self.canvas, label, frame);
        let value = fit_value(&mut self.canvas, value, size, RIGHT - x - label_width - mm(2.0));
        self.canvas.lines(&label, [x, y], Anchor::Left, LEADING, Colour::INK_SOFT);
        self.canvas.lines(&value, [RIGHT, y], Anchor::Right, LEADING, Colour::INK);
        next_baseline(y, [&label, &value], size, LEADING)
    }
}
