//! Slips as dots, by the product's own fonts: any script, any printer that takes a picture.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use super::{Align, Bitmap, Block, Column, ColumnWidth, Roll, Size, Slip, Style};
use crate::{
    DocumentError, QrMatrix,
    qr::encode_at,
    text::{Faces, Fit, Frame, Line, Run, Shaper, Typeface, clean},
};

/// How much of a hostile text is looked at.
const CHARS_MAX: usize = 4_000;
/// No block has more lines.
const LINES_MAX: usize = 120;
/// Height of a line and its baseline below the top, in font sizes: room for marks above and below every script.
const LEADING: f32 = 1.36;
const BASELINE: f32 = 1.02;
/// From which share of a dot is black: a print head's dot is a little larger than its square.
const INK: f32 = 0.42;
/// Largest module of a QR code in dots: one millimetre.
const MODULE_MAX: usize = 8;
/// Light modules around a QR code on each side.
const QUIET: usize = 4;
/// White between columns.
pub(super) const GUTTER: usize = 12;
/// A rule's height and the white above and below.
const RULE: [usize; 2] = [2, 11];

/// Draws a whole slip; a cut shows as a dashed line.
///
/// # Errors
/// When a QR code's text is empty or too long to scan.
pub fn draw_slip(slip: &Slip, roll: Roll) -> Result<Bitmap, DocumentError> {
    let mut easel = Easel::new();
    let mut paper = Bitmap::new(roll.dots(), 0);
    for block in &slip.blocks {
        paper.append(&easel.block(block, roll.dots())?);
    }
    Ok(paper)
}

/// Draws blocks; keeps the shaper's rules between them.
pub(super) struct Easel {
    shaper: Shaper<'static>,
}

impl Easel {
    pub(super) fn new() -> Self {
        Self { shaper: Shaper::new(Faces::shared()) }
    }

    /// A block as wide as the paper.
    pub(super) fn block(&mut self, block: &Block, width: usize) -> Result<Bitmap, DocumentError> {
        Ok(match block {
            Block::Text { text, align, style } => self.text(text, *align, *style, width),
            Block::Columns { columns, style } => self.columns(columns, *style, width),
            Block::Qr { payload } => {
                let code = encode_at(payload, 1)?;
                centred(&draw_qr(&code, module(&code, width)), width)
            }
            Block::Rule => {
                let mut rule = Bitmap::new(width, RULE[0] + 2 * RULE[1]);
                rule.fill([0, RULE[1]], [width, RULE[0]]);
                rule
            }
            Block::Space => Bitmap::new(width, 24),
            Block::Cut => {
                let mut cut = Bitmap::new(width, 48);
                (0..width / 16).for_each(|dash| cut.fill([dash * 16, 23], [8, 1]));
                cut
            }
        })
    }

    fn text(&mut self, text: &str, align: Align, style: Style, width: usize) -> Bitmap {
        let edge = if style.is_inverse { GUTTER } else { 0 };
        let fit = self.fit(text, style, Figures::Proportional, width - 2 * edge);
        let mut bitmap = self.set(&fit, align, width, edge);
        if style.is_inverse {
            bitmap.invert();
        }
        bitmap
    }

    fn columns(&mut self, columns: &[Column], style: Style, width: usize) -> Bitmap {
        let widths = self.widths(columns, style, width);
        let cells: Vec<Bitmap> = columns
            .iter()
            .zip(&widths)
            .map(|(column, width)| {
                let fit = self.fit(&column.text, style, Figures::Tabular, *width);
                self.set(&fit, column.align, *width, 0)
            })
            .collect();
        let height = cells.iter().map(Bitmap::height).max().unwrap_or_default();
        let mut row = Bitmap::new(width, height);
        let mut left = 0;
        for (cell, width) in cells.iter().zip(&widths) {
            row.place(cell, [left, 0]);
            left += width + GUTTER;
        }
        if style.is_inverse {
            row.invert();
        }
        row
    }

    fn widths(&mut self, columns: &[Column], style: Style, width: usize) -> Vec<usize> {
        let letter = style.size.cell().0;
        let mut measure = |text: &str| {
            let line = self.shaper.line(typeface(style, Figures::Tabular), &clean::one_line(text, CHARS_MAX));
            // A letter more than measured, so that rounding is no reason to wrap.
            dots(line.width * em(style.size)) + 2
        };
        share(columns, width, GUTTER, |column| match column.width {
            ColumnWidth::Rest => None,
            ColumnWidth::Letters(letters) => Some(usize::from(letters) * letter),
            ColumnWidth::Fit => Some(measure(&column.text).min(width * 2 / 3)),
        })
    }

    fn fit(&mut self, text: &str, style: Style, figures: Figures, width: usize) -> Fit {
        let clean = clean::paragraphs(text.trim_end(), CHARS_MAX);
        let frame = Frame {
            typeface: typeface(style, figures),
            sizes: &[em(style.size)],
            width: width as f32,
            lines_max: LINES_MAX,
        };
        self.shaper.fit(&clean, &frame)
    }

    /// Sets `text` on one line as large as fits, from `largest` font size down, at most `lines_max` lines.
    pub(super) fn label(&mut self, text: &str, is_bold: bool, sizes: &[f32], box_: [usize; 2]) -> Bitmap {
        let [width, lines_max] = box_;
        let style = Style { is_bold, ..Style::default() };
        let typeface = typeface(style, Figures::Proportional);
        let clean = clean::one_line(text, CHARS_MAX);
        let fit = self.shaper.fit(&clean, &Frame { typeface, sizes, width: width as f32, lines_max });
        self.set(&fit, Align::Left, width, 0)
    }

    /// Draws fitted lines, `edge` dots away from both sides.
    fn set(&self, fit: &Fit, align: Align, width: usize, edge: usize) -> Bitmap {
        let leading = fit.size * LEADING;
        let mut bitmap = Bitmap::new(width, dots(leading * fit.lines.len() as f32));
        let inner = (width - 2 * edge) as f32;
        for (index, line) in fit.lines.iter().enumerate() {
            let slack = (inner - line.width * fit.size).max(0.0);
            let left = edge as f32
                + match align {
                    Align::Left => 0.0,
                    Align::Centre => slack / 2.0,
                    Align::Right => slack,
                };
            let baseline = leading * index as f32 + fit.size * BASELINE;
            draw_line(&mut bitmap, line, [left.round(), baseline.round()], fit.size);
        }
        bitmap
    }
}

/// Whether figures stand in columns.
#[derive(Clone, Copy)]
enum Figures {
    Proportional,
    Tabular,
}

const fn typeface(style: Style, figures: Figures) -> Typeface {
    match (style.is_bold, figures) {
        (false, Figures::Proportional) => Typeface::Text,
        (false, Figures::Tabular) => Typeface::Figures,
        (true, Figures::Proportional) => Typeface::Strong,
        (true, Figures::Tabular) => Typeface::StrongFigures,
    }
}

/// Font size in dots. A tall letter of the printer is narrow; ours is a little smaller and as wide as it should be.
const fn em(size: Size) -> f32 {
    match size {
        Size::Small => 19.0,
        Size::Normal => 25.0,
        Size::Tall => 37.0,
        Size::Double => 48.0,
    }
}

/// Column widths from their own wishes; the columns without one share the rest. Nothing goes beyond `width`.
pub(super) fn share(
    columns: &[Column],
    width: usize,
    gutter: usize,
    mut wish: impl FnMut(&Column) -> Option<usize>,
) -> Vec<usize> {
    let wishes: Vec<Option<usize>> = columns.iter().map(&mut wish).collect();
    let gutters = gutter * columns.len().saturating_sub(1);
    let wished: usize = wishes.iter().flatten().sum();
    let open = wishes.iter().filter(|wish| wish.is_none()).count();
    let rest = width.saturating_sub(gutters + wished).checked_div(open).unwrap_or_default();
    let mut left = width.saturating_sub(gutters);
    let widths = wishes.into_iter().map(|wish| {
        let width = wish.unwrap_or(rest).min(left);
        left -= width;
        width.max(1)
    });
    widths.collect()
}

/// Dots of a module so that the code with its quiet zone fits `width`.
pub(super) fn module(code: &QrMatrix, width: usize) -> usize {
    (width / (code.size() + 2 * QUIET)).clamp(1, MODULE_MAX)
}

/// A QR code with its quiet zone.
pub(super) fn draw_qr(code: &QrMatrix, module: usize) -> Bitmap {
    let side = (code.size() + 2 * QUIET) * module;
    let mut bitmap = Bitmap::new(side, side);
    for row in 0..code.size() {
        for column in 0..code.size() {
            if code.is_dark(column, row) {
                bitmap.fill([(column + QUIET) * module, (row + QUIET) * module], [module, module]);
            }
        }
    }
    bitmap
}

fn centred(inner: &Bitmap, width: usize) -> Bitmap {
    let mut bitmap = Bitmap::new(width, inner.height());
    bitmap.place(inner, [width.saturating_sub(inner.width()) / 2, 0]);
    bitmap
}

/// Draws one line from `left` on `baseline`.
fn draw_line(bitmap: &mut Bitmap, line: &Line, [left, baseline]: [f32; 2], size: f32) {
    // Glyphs may reach beyond their advance; the margin keeps them out of the rasterizer's edges.
    let margin = size.ceil();
    let (width, height) = (dots(line.width * size + 2.0 * margin) + 1, dots(3.0 * margin) + 1);
    let mut rasterizer = Rasterizer::new(width, height);
    let mut x = margin;
    for run in &line.runs {
        draw_run(&mut rasterizer, run, [x, 2.0 * margin], size);
        x += run.width() * size;
    }
    let [left, top] = [left - margin, baseline - 2.0 * margin];
    rasterizer.for_each_pixel_2d(|x, y, coverage| {
        let (x, y) = (x as f32 + left, y as f32 + top);
        if coverage.abs() > INK && x >= 0.0 && y >= 0.0 {
            bitmap.darken(dots(x), dots(y));
        }
    });
}

fn draw_run(rasterizer: &mut Rasterizer, run: &Run, [mut x, baseline]: [f32; 2], size: f32) {
    let Some(face) = Faces::shared().get(run.font) else { return };
    let em = size * run.scale;
    let scale = em / face.units_per_em() as f32;
    for glyph in &run.glyphs {
        let origin = [x + glyph.dx * em, baseline - glyph.dy * em];
        // A font without a bold one is drawn twice, a dot apart.
        for shift in 0..=u8::from(run.is_emboldened) {
            let mut outline = Outline {
                rasterizer,
                origin: [origin[0] + f32::from(shift), origin[1]],
                scale,
                start: point(0.0, 0.0),
                last: point(0.0, 0.0),
            };
            face.outline_glyph(GlyphId(glyph.id), &mut outline);
        }
        x += glyph.advance * em;
    }
}

/// A length that is not negative, in whole dots.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths on paper are small and positive"
)]
fn dots(length: f32) -> usize {
    length.max(0.0).ceil() as usize
}

/// Brings a glyph's outline to its place.
struct Outline<'r> {
    rasterizer: &'r mut Rasterizer,
    origin: [f32; 2],
    scale: f32,
    start: Point,
    last: Point,
}

impl Outline<'_> {
    fn at(&self, x: f32, y: f32) -> Point {
        let (width, height) = self.rasterizer.dimensions();
        // Outside the margin nothing is drawn, and a point there would spill into the next row.
        let x = (self.origin[0] + x * self.scale).clamp(0.0, width as f32 - 1.0);
        let y = (self.origin[1] - y * self.scale).clamp(0.0, height as f32);
        point(x, y)
    }
}

impl OutlineBuilder for Outline<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.at(x, y);
        self.last = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.rasterizer.draw_line(self.last, to);
        self.last = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, to) = (self.at(x1, y1), self.at(x, y));
        self.rasterizer.draw_quad(self.last, control, to);
        self.last = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.rasterizer.draw_cubic(self.last, first, second, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.rasterizer.draw_line(self.last, self.start);
        self.last = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_never_reach_beyond_the_paper() {
        let column = |width| Column { text: "12,345.00".to_owned(), width, align: Align::Right };
        for widths in [
            vec![ColumnWidth::Rest, ColumnWidth::Fit],
            vec![ColumnWidth::Letters(200), ColumnWidth::Rest, ColumnWidth::Fit],
            vec![ColumnWidth::Fit; 9],
            vec![ColumnWidth::Rest; 3],
        ] {
            let columns: Vec<Column> = widths.into_iter().map(column).collect();
            let block = Block::Columns { columns, style: Style::default() };
            let drawn = Easel::new().block(&block, 384).unwrap();
            assert_eq!(drawn.width(), 384);
        }
    }

    #[test]
    fn a_code_keeps_its_quiet_zone_on_the_narrow_roll() {
        let code = encode_at(&"A".repeat(123), 1).unwrap();
        let side = (code.size() + 8) * module(&code, 384);
        assert!((300..=384).contains(&side), "{side}");
    }

    #[test]
    fn nothing_that_can_be_typed_draws_outside_or_panics() {
        let tower = format!("Z{} {}", "\u{30d}".repeat(60), "﷽".repeat(9));
        for text in [tower.as_str(), "", "\u{202e}", "👩‍🎤🎉", "q\u{0}\u{7}", &"W".repeat(5_000)] {
            for size in [Size::Small, Size::Double] {
                let block =
                    Block::Text { text: text.to_owned(), align: Align::Centre, style: Style::sized(size) };
                assert_eq!(Easel::new().block(&block, 384).unwrap().width(), 384);
            }
        }
    }
}
