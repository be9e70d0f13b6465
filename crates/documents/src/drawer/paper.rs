//! The two papers of a report: one way of drawing, two geometries.

use super::{
    DrawerSheet,
    sections::{Body, Row, Section, facts, heading, notice},
};
use crate::{
    Colour,
    pdf::{Anchor, Canvas, Composer, PdfFile, Pen, mm},
    text::{Fit, Frame, Typeface, clean},
};

/// How much of a hostile text is looked at, per line it may fill.
const CHARS_PER_LINE: usize = 200;
/// Baseline of a line below its top, in font sizes.
const FIRST: f32 = 0.86;

/// Where things stand on one kind of paper, in points.
pub(super) struct Geometry {
    pub(super) width: f32,
    /// The paper's height; for a roll, the most that one page may have.
    pub(super) height: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    /// Nothing but the foot stands below.
    pub(super) bottom: f32,
    /// Where counts end.
    pub(super) count_end: f32,
    /// Where values begin at most.
    pub(super) value_width: f32,
    /// Ends of the four columns of the taxes.
    pub(super) columns: [f32; 4],
    pub(super) title: f32,
    pub(super) text: f32,
    pub(super) leading: f32,
    pub(super) soft: Colour,
    pub(super) accent: Colour,
    pub(super) is_roll: bool,
}

/// A sheet of A4.
pub(super) const A4: Geometry = Geometry {
    width: mm(210.0),
    height: mm(297.0),
    left: mm(30.0),
    right: mm(180.0),
    top: mm(20.0),
    bottom: mm(274.0),
    count_end: mm(136.0),
    value_width: mm(38.0),
    columns: [mm(60.0), mm(100.0), mm(140.0), mm(180.0)],
    title: 20.0,
    text: 9.5,
    leading: 1.38,
    soft: Colour::INK_SOFT,
    accent: Colour::ACCENT,
    is_roll: false,
};

/// A thermal roll 80 mm wide, black only.
pub(super) const ROLL80: Geometry = Geometry {
    width: mm(80.0),
    height: 14_000.0,
    left: mm(5.0),
    right: mm(75.0),
    top: mm(5.0),
    bottom: 13_500.0,
    count_end: mm(48.0),
    value_width: mm(25.0),
    columns: [mm(17.0), mm(37.0), mm(56.0), mm(75.0)],
    title: 15.0,
    text: 9.5,
    leading: 1.26,
    soft: Colour::BLACK,
    accent: Colour::BLACK,
    is_roll: true,
};

/// A report in the making.
pub(super) struct Paper<'g, 'c, 'f> {
    geometry: &'g Geometry,
    canvas: Canvas<'c, 'f>,
    y: f32,
    /// Finished pages with how far they are filled.
    pages: Vec<(Vec<u8>, f32)>,
}

impl<'g, 'c, 'f> Paper<'g, 'c, 'f> {
    pub(super) fn new(geometry: &'g Geometry, composer: &'c mut Composer<'f>) -> Self {
        let canvas = Canvas::new(composer, geometry.height);
        Self { geometry, canvas, y: geometry.top, pages: Vec::new() }
    }

    /// Begins a new page when less than `height` is left.
    fn ensure(&mut self, height: f32) {
        if self.y + height > self.geometry.bottom {
            self.pages.push((self.canvas.turn_over(), self.y));
            self.y = self.geometry.top;
        }
    }

    /// The house, the report's name, and what makes it no ordinary report.
    pub(super) fn head(&mut self, sheet: &DrawerSheet) {
        let (g, words) = (self.geometry, self.canvas.composer.words);
        let width = g.right - g.left;
        self.paragraph(&sheet.issuer_name, Typeface::Strong, g.text * 1.2, width, g.soft);
        self.y += mm(1.5);
        self.paragraph(&heading(words, sheet), Typeface::Heavy, g.title, width, g.accent);
        if let Some(watermark) = sheet.watermark {
            self.y += mm(1.5);
            let text = notice(words, watermark);
            let fitted = self.fit(&text, Typeface::Strong, g.text, width - 14.0, 1);
            let filled = fitted.lines.first().map_or(0.0, |line| line.width * fitted.size) + 14.0;
            self.canvas.card([g.left, self.y, filled, 17.0], [3.0; 4], Some(Colour::BLACK), None);
            self.canvas.lines(&fitted, [g.left + 7.0, self.y + 12.0], Anchor::Left, 1.0, Colour::WHITE);
            self.y += mm(7.0);
        }
        self.y += mm(2.0);
        let label_width = if g.is_roll { mm(24.0) } else { mm(46.0) };
        for (label, value) in facts(words, sheet) {
            let label = self.fit(&label, Typeface::Text, g.text, label_width - mm(2.0), 2);
            let value = self.fit(&value, Typeface::Figures, g.text, width - label_width, 3);
            let first = self.y + g.text * FIRST;
            let below = self.canvas.lines(&label, [g.left, first], Anchor::Left, g.leading, g.soft);
            let x = g.left + label_width;
            let after = self.canvas.lines(&value, [x, first], Anchor::Left, g.leading, Colour::INK);
            self.y = below.max(after) - g.text * FIRST;
        }
    }

    /// One section under its heading.
    pub(super) fn section(&mut self, section: &Section) {
        let g = self.geometry;
        self.ensure(mm(22.0));
        self.y += mm(4.0);
        self.paragraph(&section.title, Typeface::Strong, g.text * 1.1, g.right - g.left, Colour::INK);
        self.y += mm(0.6);
        self.canvas.rule([g.left, self.y], [g.right, self.y], 0.8, Colour::INK);
        self.y += mm(1.4);
        match &section.body {
            Body::Rows(rows) => rows.iter().for_each(|row| self.row(row)),
            Body::Columns(rows) => self.columns(rows),
            Body::Codes(codes) => codes.iter().for_each(|(label, code)| self.code(label, code)),
        }
    }

    fn row(&mut self, row: &Row) {
        let g = self.geometry;
        self.ensure(mm(if row.detail.is_empty() { 7.0 } else { 12.0 }));
        let (plain, figures) = match row.is_strong {
            true => (Typeface::Strong, Typeface::StrongFigures),
            false => (Typeface::Text, Typeface::Figures),
        };
        let value = self.fit(&row.value, figures, g.text, g.value_width, 1);
        let count = self.fit(&row.count, figures, g.text, mm(14.0), 1);
        let label_end = match (row.count.is_empty(), row.value.is_empty()) {
            (true, true) => g.right,
            (true, false) => g.right - width_of(&value) - mm(2.0),
            (false, _) => g.count_end - width_of(&count) - mm(2.0),
        };
        let label = self.fit(&row.label, plain, g.text, label_end - g.left, 2);
        let first = self.y + g.text * FIRST;
        let after = self.canvas.lines(&label, [g.left, first], Anchor::Left, g.leading, Colour::INK);
        self.canvas.lines(&count, [g.count_end, first], Anchor::Right, 1.0, Colour::INK);
        self.canvas.lines(&value, [g.right, first], Anchor::Right, 1.0, Colour::INK);
        self.y = after.max(first + g.text * g.leading) - g.text * FIRST;
        if !row.detail.trim().is_empty() {
            self.paragraph(&row.detail, Typeface::Text, g.text * 0.88, g.right - g.left, g.soft);
        }
    }

    fn columns(&mut self, rows: &[[String; 4]]) {
        let g = self.geometry;
        for (index, row) in rows.iter().enumerate() {
            self.ensure(mm(7.0));
            let first = self.y + g.text * FIRST;
            let mut start = g.left;
            for (column, (cell, end)) in row.iter().zip(g.columns).enumerate() {
                let fitted = self.fit(cell, Typeface::Figures, g.text, end - start - mm(1.0), 1);
                let (x, anchor) = if column == 0 { (start, Anchor::Left) } else { (end, Anchor::Right) };
                let colour = if index == 0 { g.soft } else { Colour::INK };
                self.canvas.lines(&fitted, [x, first], anchor, 1.0, colour);
                start = end;
            }
            self.y += g.text * g.leading;
        }
    }

    /// A hash, in two lines of equal length, so that it can be compared.
    fn code(&mut self, label: &str, code: &str) {
        let g = self.geometry;
        self.ensure(mm(16.0));
        let width = g.right - g.left;
        self.paragraph(label, Typeface::Text, g.text * 0.88, width, g.soft);
        let middle =
            code.char_indices().nth(code.chars().count().div_ceil(2)).map_or(code.len(), |(at, _)| at);
        let (one, other) = code.split_at(middle);
        for half in [one, other] {
            self.paragraph(half, Typeface::Mono, g.text * 0.9, width, Colour::INK);
        }
        self.y += mm(1.0);
    }

    /// Text over the whole width, smaller when it does not fit.
    fn paragraph(&mut self, text: &str, typeface: Typeface, size: f32, width: f32, colour: Colour) {
        let g = self.geometry;
        let fitted = self.fit(text, typeface, size, width, 3);
        let first = self.y + fitted.size * FIRST;
        let after = self.canvas.lines(&fitted, [g.left, first], Anchor::Left, g.leading, colour);
        self.y = after - fitted.size * FIRST;
    }

    fn fit(&mut self, text: &str, typeface: Typeface, size: f32, width: f32, lines_max: usize) -> Fit {
        let clean = clean::one_line(text, CHARS_PER_LINE * lines_max);
        let sizes = [size, size * 0.86, size * 0.72, size * 0.55];
        self.canvas.fit(&clean, &Frame { typeface, sizes: &sizes, width, lines_max })
    }

    /// Puts the pages into `file`: of a roll as long as they are filled, of A4 each with its number.
    pub(super) fn finish(mut self, file: &mut PdfFile, sheet: &DrawerSheet) {
        self.pages.push((self.canvas.turn_over(), self.y));
        let (g, pages) = (self.geometry, std::mem::take(&mut self.pages));
        let count = pages.len();
        for (index, (mut content, filled)) in pages.into_iter().enumerate() {
            if g.is_roll {
                let height = filled + mm(7.0);
                let mut moved = format!("1 0 0 1 0 {:.2} cm\n", height - g.height).into_bytes();
                moved.append(&mut content);
                file.add_page(&moved, g.width, height);
                continue;
            }
            content.push(b'\n');
            content.append(&mut self.foot(sheet, index + 1, count));
            file.add_page(&content, g.width, g.height);
        }
    }

    fn foot(&mut self, sheet: &DrawerSheet, page: usize, count: usize) -> Vec<u8> {
        let (g, words) = (self.geometry, self.canvas.composer.words);
        let (page, count) = (page.to_string(), count.to_string());
        let text = words.with("receipt-page", [("page", &page), ("pages", &count)]);
        let y = mm(284.0);
        self.canvas.write(&text, Typeface::Text, [g.right, y], Anchor::Right, Pen::new(8.0, g.soft));
        let name = format!("{} · {}", heading(words, sheet), sheet.till_code);
        let fitted = self.fit(&name, Typeface::Text, 8.0, mm(100.0), 1);
        self.canvas.lines(&fitted, [g.left, y], Anchor::Left, 1.0, g.soft);
        self.canvas.turn_over()
    }
}

fn width_of(fitted: &Fit) -> f32 {
    fitted.lines.iter().map(|line| line.width * fitted.size).fold(0.0, f32::max)
}
