//! Drawing in points from the top left corner, the way a page is read; PDF itself counts from the bottom.

use std::borrow::Cow;

use pdf_writer::{Content, Finish, Name, Str, TextStr, types::TextRenderingMode};

use super::{
    file::FormId,
    ink::{Inks, resource_name},
};
use crate::{
    Colour, QrMatrix,
    text::{Fit, Frame, Line, Run, Shaper, Typeface},
    wording::Words,
};

/// How strong the outline is that stands in for a missing bold, in ems.
const EMBOLDEN: f32 = 0.028;

/// `millimetres` in points.
pub(crate) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// What every drawing of one file shares: shaping, the glyphs in use, the language.
pub(crate) struct Composer<'f> {
    pub(crate) shaper: Shaper<'f>,
    pub(crate) inks: Inks,
    pub(crate) words: &'static Words,
}

/// Which point of a line of text stands at the given place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// A drawing in the making, `height` points high.
pub(crate) struct Canvas<'c, 'f> {
    pub(crate) composer: &'c mut Composer<'f>,
    content: Content,
    /// Inline images, which the content writer has no words for; they are appended.
    images: Vec<u8>,
    height: f32,
    fill: Option<Colour>,
    stroke: Option<Colour>,
}

impl<'c, 'f> Canvas<'c, 'f> {
    pub(crate) fn new(composer: &'c mut Composer<'f>, height: f32) -> Self {
        Self { composer, content: Content::new(), images: Vec::new(), height, fill: None, stroke: None }
    }

    /// The drawing's operators.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.turn_over()
    }

    /// The operators of the drawing so far; the canvas is blank again.
    pub(crate) fn turn_over(&mut self) -> Vec<u8> {
        let mut bytes = std::mem::replace(&mut self.content, Content::new()).finish().to_vec();
        if !self.images.is_empty() {
            bytes.push(b'\n');
            bytes.append(&mut self.images);
        }
        (self.fill, self.stroke) = (None, None);
        bytes
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            let [red, green, blue] = colour.parts();
            self.content.set_fill_rgb(red, green, blue);
            self.fill = Some(colour);
        }
    }

    fn stroke(&mut self, colour: Colour) {
        if self.stroke != Some(colour) {
            let [red, green, blue] = colour.parts();
            self.content.set_stroke_rgb(red, green, blue);
            self.stroke = Some(colour);
        }
    }

    /// A filled rectangle.
    pub(crate) fn block(&mut self, [x, y, width, height]: [f32; 4], colour: Colour) {
        self.fill(colour);
        self.content
            .rect(short(x), short(self.height - y - height), short(width), short(height))
            .fill_nonzero();
    }

    /// A straight line.
    pub(crate) fn rule(&mut self, from: [f32; 2], to: [f32; 2], width: f32, colour: Colour) {
        self.stroke(colour);
        self.content.set_line_width(width).set_dash_pattern([], 0.0);
        self.path(from, to);
    }

    /// A dashed line: `dash` drawn, `gap` not.
    pub(crate) fn dashes(
        &mut self,
        from: [f32; 2],
        to: [f32; 2],
        width: f32,
        [dash, gap]: [f32; 2],
        colour: Colour,
    ) {
        self.stroke(colour);
        self.content.set_line_width(width).set_dash_pattern([dash, gap], 0.0);
        self.path(from, to);
        self.content.set_dash_pattern([], 0.0);
    }

    fn path(&mut self, from: [f32; 2], to: [f32; 2]) {
        self.content.move_to(short(from[0]), short(self.height - from[1]));
        self.content.line_to(short(to[0]), short(self.height - to[1])).stroke();
    }

    /// A rectangle whose corners (from the top left, clockwise) are round, filled and framed as asked.
    pub(crate) fn card(
        &mut self,
        area: [f32; 4],
        radii: [f32; 4],
        fill: Option<Colour>,
        frame: Option<(f32, Colour)>,
    ) {
        if let Some(inside) = fill {
            self.fill(inside);
        }
        if let Some((width, line)) = frame {
            self.stroke(line);
            self.content.set_line_width(width);
        }
        self.outline(area, radii);
        match (fill.is_some(), frame.is_some()) {
            (true, true) => self.content.fill_nonzero_and_stroke(),
            (true, false) => self.content.fill_nonzero(),
            (false, true) => self.content.stroke(),
            (false, false) => self.content.end_path(),
        };
    }

    fn outline(
        &mut self,
        [x, y, width, height]: [f32; 4],
        [top_left, top_right, bottom_right, bottom_left]: [f32; 4],
    ) {
        // How far the control points of a quarter circle stand from its ends, as a share of the radius.
        const QUARTER: f32 = 0.552_3;
        let (left, right) = (x, x + width);
        let (top, bottom) = (self.height - y, self.height - y - height);
        let corners = [
            ([right, top], [-1.0, 0.0], [0.0, -1.0], top_right),
            ([right, bottom], [0.0, 1.0], [-1.0, 0.0], bottom_right),
            ([left, bottom], [1.0, 0.0], [0.0, 1.0], bottom_left),
            ([left, top], [0.0, -1.0], [1.0, 0.0], top_left),
        ];
        self.content.move_to(short(left + top_left), short(top));
        for ([cx, cy], [ax, ay], [bx, by], radius) in corners {
            self.content.line_to(short(cx + ax * radius), short(cy + ay * radius));
            if radius > 0.0 {
                let rest = radius * (1.0 - QUARTER);
                self.content.cubic_to(
                    short(cx + ax * rest),
                    short(cy + ay * rest),
                    short(cx + bx * rest),
                    short(cy + by * rest),
                    short(cx + bx * radius),
                    short(cy + by * radius),
                );
            }
        }
        self.content.close_path();
    }

    /// Sets `text` into `frame`; nothing is drawn yet.
    pub(crate) fn fit(&mut self, text: &str, frame: &Frame<'_>) -> Fit {
        self.composer.shaper.fit(text, frame)
    }

    /// Draws `line` with its `anchor` at `x` on the baseline `y`; gives its width in points.
    pub(crate) fn line(&mut self, line: &Line, [x, y]: [f32; 2], anchor: Anchor, pen: Pen) -> f32 {
        let glyphs: usize = line.runs.iter().map(|run| run.glyphs.len()).sum();
        let width = line.width * pen.size + pen.tracking * glyphs as f32;
        let left = match anchor {
            Anchor::Left => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::Right => x - width,
        };
        self.fill(pen.colour);
        self.content.begin_text().next_line(short(left), short(self.height - y));
        if pen.tracking != 0.0 {
            self.content.set_char_spacing(pen.tracking);
        }
        for run in &line.runs {
            self.run(run, pen);
        }
        if pen.tracking != 0.0 {
            self.content.set_char_spacing(0.0);
        }
        self.content.end_text();
        width
    }

    /// Draws `text` as one line, however long; gives its width in points.
    pub(crate) fn write(
        &mut self,
        text: &str,
        typeface: Typeface,
        at: [f32; 2],
        anchor: Anchor,
        pen: Pen,
    ) -> f32 {
        let line = self.composer.shaper.line(typeface, text);
        self.line(&line, at, anchor, pen)
    }

    /// Draws fitted lines, the first on the baseline `y`; gives the baseline after the last.
    pub(crate) fn lines(
        &mut self,
        fit: &Fit,
        [x, y]: [f32; 2],
        anchor: Anchor,
        leading: f32,
        colour: Colour,
    ) -> f32 {
        let mut baseline = y;
        for line in &fit.lines {
            self.line(line, [x, baseline], anchor, Pen::new(fit.size, colour));
            baseline += fit.size * leading;
        }
        baseline
    }

    fn run(&mut self, run: &Run, pen: Pen) {
        let mut is_faithful = run.stands_for.is_none();
        let mut codes = Vec::with_capacity(run.glyphs.len());
        for glyph in &run.glyphs {
            let spoken = run.text.get(glyph.from as usize..glyph.to as usize).unwrap_or_default();
            let (code, is_known) = self.composer.inks.note(run.font, glyph.id, &without_isolates(spoken));
            is_faithful &= is_known;
            codes.push(code);
        }
        if !is_faithful {
            let text = run.stands_for.as_deref().unwrap_or(&run.text);
            let mut mark = self.content.begin_marked_content_with_properties(Name(b"Span"));
            mark.properties().actual_text(TextStr(&without_isolates(text)));
        }
        let size = pen.size * run.scale;
        self.content.set_font(Name(resource_name(run.font).as_bytes()), short(size));
        if run.is_emboldened {
            self.stroke(pen.colour);
            self.content
                .set_text_rendering_mode(TextRenderingMode::FillStroke)
                .set_line_width(short(size * EMBOLDEN));
        }
        self.glyphs(run, &codes, size);
        if run.is_emboldened {
            self.content.set_text_rendering_mode(TextRenderingMode::Fill);
        }
        if !is_faithful {
            self.content.end_marked_content();
        }
    }

    fn glyphs(&mut self, run: &Run, codes: &[u16], size: f32) {
        let mut rest = run.glyphs.iter().zip(codes).peekable();
        let mut shift = 0.0_f32;
        while let Some(rise) = rest.peek().map(|(glyph, _)| glyph.dy) {
            if rise != 0.0 {
                self.content.set_rise(short(rise * size));
            }
            let mut shown = self.content.show_positioned();
            let mut items = shown.items();
            let mut letters: Vec<u8> = Vec::with_capacity(2 * codes.len());
            while let Some((glyph, code)) = rest.next_if(|(glyph, _)| glyph.dy == rise) {
                shift -= glyph.dx * 1000.0;
                if shift.abs() >= 0.5 {
                    if !letters.is_empty() {
                        items.show(Str(&letters));
                        letters.clear();
                    }
                    items.adjust(shift.round());
                    shift -= shift.round();
                }
                letters.extend_from_slice(&code.to_be_bytes());
                shift += (glyph.dx + glyph.natural - glyph.advance) * 1000.0;
            }
            items.show(Str(&letters));
            items.finish();
            shown.finish();
            if rise != 0.0 {
                self.content.set_rise(0.0);
            }
        }
        // What the last glyph left over must move the run after it.
        if shift.abs() >= 0.5 {
            self.content.show_positioned().items().adjust(shift.round());
        }
    }

    /// A word across the middle of `area`, turned by `degrees`: a watermark.
    pub(crate) fn slanted(&mut self, text: &str, [x, y, width, height]: [f32; 4], degrees: f32, pen: Pen) {
        let line = self.composer.shaper.line(Typeface::Heavy, text);
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (middle_x, middle_y) = (x + width / 2.0, self.height - y - height / 2.0);
        // The word may reach from edge to edge of the area, no further.
        let size = pen.size.min(width / (line.width.max(0.1) * cos + 0.75 * sin.abs())).min(height);
        self.content.save_state();
        self.content.transform([cos, sin, -sin, cos, short(middle_x), short(middle_y)]);
        let height = std::mem::replace(&mut self.height, 0.0);
        self.line(&line, [0.0, size * 0.36], Anchor::Middle, Pen { size, ..pen });
        self.height = height;
        self.content.restore_state();
        (self.fill, self.stroke) = (None, None);
    }

    /// Shows a kept drawing, `height` points high, with its top left corner at `x`, `y`.
    pub(crate) fn form(&mut self, form: FormId, height: f32, [x, y]: [f32; 2]) {
        let FormId(index) = form;
        let below = self.height - y - height;
        if x != 0.0 || below != 0.0 {
            self.content.save_state();
            self.content.transform([1.0, 0.0, 0.0, 1.0, short(x), short(below)]);
            self.content.x_object(Name(format!("X{index}").as_bytes())).restore_state();
        } else {
            self.content.x_object(Name(format!("X{index}").as_bytes()));
        }
    }

    /// A QR code in a square of `side` points, which includes its quiet zone of four modules.
    ///
    /// It is an image of one bit a module that paints black only where it is dark; as hexadecimal digits, because
    /// some readers look for the end of an inline image by its letters.
    pub(crate) fn qr(&mut self, matrix: &QrMatrix, [x, y]: [f32; 2], side: f32) {
        const QUIET: usize = 4;
        let size = matrix.size();
        let module = side / (size + 2 * QUIET) as f32;
        let inside = module * size as f32;
        let left = x + module * QUIET as f32;
        let bottom = self.height - y - module * QUIET as f32 - inside;
        let head = format!(
            "q 0 g {inside:.3} 0 0 {inside:.3} {left:.3} {bottom:.3} cm\nBI /W {size} /H {size} /IM true /D [1 0] /F /AHx ID\n"
        );
        self.images.extend_from_slice(head.as_bytes());
        for row in matrix.rows() {
            for byte in row.chunks(8) {
                let bits = byte
                    .iter()
                    .enumerate()
                    .fold(0_u8, |bits, (at, dark)| bits | (u8::from(*dark) << (7 - at)));
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                self.images.extend([DIGITS[usize::from(bits >> 4)], DIGITS[usize::from(bits & 15)]]);
            }
        }
        self.images.extend_from_slice(b">\nEI Q\n");
    }
}

/// How text is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pen {
    /// Font size in points.
    pub(crate) size: f32,
    pub(crate) colour: Colour,
    /// Points added after each letter.
    pub(crate) tracking: f32,
}

impl Pen {
    pub(crate) const fn new(size: f32, colour: Colour) -> Self {
        Self { size, colour, tracking: 0.0 }
    }

    /// Wide letters, for small capitals.
    pub(crate) const fn tracked(size: f32, colour: Colour, tracking: f32) -> Self {
        Self { size, colour, tracking }
    }
}

/// Text as it should be copied out: the isolates around values of a message have done their work.
fn without_isolates(text: &str) -> Cow<'_, str> {
    let is_isolate = |letter: char| matches!(letter, '\u{2066}'..='\u{2069}');
    if text.contains(is_isolate) { Cow::Owned(text.replace(is_isolate, "")) } else { Cow::Borrowed(text) }
}

/// Hundredths of a point are finer than any printer; more digits would only fill the file.
fn short(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
