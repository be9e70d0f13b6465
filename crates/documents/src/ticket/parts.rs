//! Pieces that every ticket layout draws: badge, times, code, labels, watermark.

use super::{TicketSheet, Watermark};
use crate::{
    Colour,
    pdf::{Anchor, Canvas, Pen},
    text::{Fit, Frame, Line, Typeface, clean},
    wording::{
        Words,
        moment::{is_same_day, zone_label},
    },
};

/// How much of a hostile text is looked at, per line it may fill.
const CHARS_PER_LINE: usize = 160;

/// Line height of titles and of running text, in font sizes.
pub(super) const TIGHT: f32 = 1.18;
pub(super) const LOOSE: f32 = 1.4;

/// Space between small capitals, in font sizes.
const TRACKING: f32 = 0.06;

/// Baseline of the first line below the top of a text block, in font sizes: the height of a capital and an accent.
pub(super) const FIRST_LINE: f32 = 0.86;

/// Sets a field of the ticket into `frame`.
pub(super) fn fit(canvas: &mut Canvas<'_, '_>, text: &str, frame: Frame<'_>) -> Fit {
    let clean = clean::one_line(text, CHARS_PER_LINE * frame.lines_max);
    canvas.fit(&clean, &frame)
}

/// Sets a title into `frame`, its lines of about one width.
pub(super) fn fit_title(canvas: &mut Canvas<'_, '_>, text: &str, frame: Frame<'_>) -> Fit {
    let clean = clean::one_line(text, CHARS_PER_LINE * frame.lines_max);
    canvas.composer.shaper.fit_balanced(&clean, &frame)
}

/// Sets a field of several lines, such as an address or terms, into `frame`.
pub(super) fn fit_paragraphs(canvas: &mut Canvas<'_, '_>, text: &str, frame: Frame<'_>) -> Fit {
    let clean = clean::paragraphs(text.trim(), CHARS_PER_LINE * frame.lines_max);
    canvas.fit(&clean, &frame)
}

/// The height of fitted lines in points.
pub(super) fn height(fit: &Fit, leading: f32) -> f32 {
    fit.size * leading * fit.lines.len() as f32
}

/// A label in small wide capitals above a value.
pub(super) fn label(canvas: &mut Canvas<'_, '_>, key: &str, at: [f32; 2], size: f32) -> f32 {
    let text = canvas.composer.words.get(key).to_uppercase();
    canvas.write(
        &text,
        Typeface::Strong,
        at,
        Anchor::Left,
        Pen::tracked(size, Colour::INK_SOFT, size * TRACKING),
    )
}

/// The badge of the tier: filled with its colour, framed in ink so that a pale one shows in black and white too.
pub(super) struct Badge {
    line: Fit,
    pub(super) width: f32,
    pub(super) height: f32,
    fill: Colour,
}

impl Badge {
    /// A badge at most `width_max` wide with text of `size` points, in the tier's colour.
    pub(super) fn new(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, size: f32, width_max: f32) -> Self {
        let fill = sheet.badge_colour.or(sheet.accent).unwrap_or(Colour::ACCENT);
        Self::filled(canvas, sheet, fill, size, width_max)
    }

    /// The same in another colour.
    pub(super) fn filled(
        canvas: &mut Canvas<'_, '_>,
        sheet: &TicketSheet,
        fill: Colour,
        size: f32,
        width_max: f32,
    ) -> Self {
        let label = match sheet.badge_label.as_deref().map(str::trim) {
            Some(label) if !label.is_empty() => label,
            Some(_) | None => &sheet.tier_name,
        };
        let padding = size * 0.9;
        let sizes = [size, size * 0.85, size * 0.7];
        let frame = Frame {
            typeface: Typeface::Heavy,
            sizes: &sizes,
            width: width_max - 2.0 * padding,
            lines_max: 1,
        };
        let line = fit(canvas, label, frame);
        let text_width = line.lines.first().map_or(0.0, |first| first.width * line.size);
        Self { line, width: text_width + 2.0 * padding, height: size * 1.95, fill }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.line.lines.iter().all(|line| line.runs.is_empty())
    }

    /// Draws it with its top left corner at `x`, `y`.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_, '_>, [x, y]: [f32; 2]) {
        if self.is_empty() {
            return;
        }
        let frame = Some((0.8, if self.fill == Colour::BLACK { Colour::BLACK } else { Colour::INK }));
        canvas.card([x, y, self.width, self.height], [self.height * 0.28; 4], Some(self.fill), frame);
        let baseline = y + self.height / 2.0 + self.line.size * 0.36;
        let colour = self.fill.readable_on();
        canvas.lines(&self.line, [x + self.width / 2.0, baseline], Anchor::Middle, 1.0, colour);
    }
}

/// One of the moments of an event, set but not yet drawn.
struct Moment {
    label: Line,
    time: Line,
    /// What stands small behind the time: the zone, or another day.
    note: Option<Line>,
    width: f32,
}

/// Doors, start and end, as far as they are known, side by side. The start carries the zone.
pub(super) struct Moments {
    moments: Vec<Moment>,
    size: f32,
    gap: f32,
    pub(super) width: f32,
}

const LABEL: f32 = 0.42;
const NOTE: f32 = 0.55;
const NOTE_GAP: f32 = 0.25;

impl Moments {
    fn new(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, size: f32, gap: f32) -> Self {
        let words = canvas.composer.words;
        let times = &sheet.times;
        let known = [("doors", times.doors_at), ("starts", Some(times.starts_at)), ("ends", times.ends_at)];
        let mut moments = Vec::new();
        for (key, at) in known {
            let Some(at) = at else { continue };
            let note = if key == "starts" {
                Some(zone_label(words, at, times.zone))
            } else if is_same_day(at, times.starts_at, times.zone) {
                None
            } else {
                Some(words.locale.short_date(at, times.zone))
            };
            let shaper = &mut canvas.composer.shaper;
            let label = shaper.line(Typeface::Strong, &words.get(key).to_uppercase());
            let time = shaper.line(Typeface::StrongFigures, &words.locale.time(at, times.zone));
            let note = note.map(|note| shaper.line(Typeface::Text, &note));
            let note_width = note.as_ref().map_or(0.0, |note| note.width * NOTE + NOTE_GAP);
            let width = size * (time.width + note_width).max((label.width + 0.5) * LABEL);
            moments.push(Moment { label, time, note, width });
        }
        let gaps = gap * moments.len().saturating_sub(1) as f32;
        let width = gaps + moments.iter().map(|moment| moment.width).sum::<f32>();
        Self { moments, size, gap, width }
    }

    /// The first of `choices` (size, gap) that is no wider than `width`, else the last.
    pub(super) fn fitting(
        canvas: &mut Canvas<'_, '_>,
        sheet: &TicketSheet,
        choices: &[(f32, f32)],
        width: f32,
    ) -> Self {
        let mut moments = Self { moments: Vec::new(), size: 1.0, gap: 0.0, width: 0.0 };
        for (size, gap) in choices {
            moments = Self::new(canvas, sheet, *size, *gap);
            if moments.width <= width {
                break;
            }
        }
        moments
    }

    /// Draws them, the labels on the baseline `y`; gives the baseline of the times.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_, '_>,
        [x, y]: [f32; 2],
        ink: Colour,
        soft: Colour,
    ) -> f32 {
        let mut left = x;
        let baseline = y + self.size * 1.25;
        for moment in &self.moments {
            let size = self.size * LABEL;
            canvas.line(&moment.label, [left, y], Anchor::Left, Pen::tracked(size, soft, size * TRACKING));
            let width = canvas.line(&moment.time, [left, baseline], Anchor::Left, Pen::new(self.size, ink));
            if let Some(note) = &moment.note {
                let at = [left + width + self.size * NOTE_GAP, baseline];
                canvas.line(note, at, Anchor::Left, Pen::new(self.size * NOTE, soft));
            }
            left += moment.width + self.gap;
        }
        baseline
    }
}

/// The price, and the tax in it: `12.50 EUR` and `incl. 7 % tax 0.82`.
pub(crate) fn price(words: &Words, sheet: &TicketSheet) -> Option<(String, Option<String>)> {
    let price = sheet.price?;
    if price.is_zero() {
        return Some((words.get("price-free"), None));
    }
    let tax = sheet.tax.map(|tax| {
        let (rate, amount) = (words.locale.rate(tax.rate), words.locale.figure(tax.amount));
        words.with("price-tax", [("rate", &rate), ("tax", &amount)])
    });
    Some((words.locale.amount(price), tax))
}

/// Draws the price line from `x` on the baseline `y`, no wider than `width`.
pub(super) fn draw_price(
    canvas: &mut Canvas<'_, '_>,
    sheet: &TicketSheet,
    [x, y]: [f32; 2],
    [size, small]: [f32; 2],
    width: f32,
) {
    let Some((price, tax)) = price(canvas.composer.words, sheet) else { return };
    let sizes = [size, size * 0.8, size * 0.6];
    let fitted =
        canvas.fit(&price, &Frame { typeface: Typeface::Strong, sizes: &sizes, width, lines_max: 1 });
    let taken = fitted.lines.first().map_or(0.0, |line| line.width * fitted.size);
    canvas.lines(&fitted, [x, y], Anchor::Left, 1.0, Colour::INK);
    let Some(tax) = tax else { return };
    let gap = size * 0.4;
    let sizes = [small, small * 0.85];
    let fitted = canvas.fit(
        &tax,
        &Frame {
            typeface: Typeface::Text,
            sizes: &sizes,
            width: (width - taken - gap).max(1.0),
            lines_max: 1,
        },
    );
    canvas.lines(&fitted, [x + taken + gap, y], Anchor::Left, 1.0, Colour::INK_SOFT);
}

/// Who the ticket is for: the label's key and the name.
pub(crate) fn bearer(sheet: &TicketSheet) -> Option<(&'static str, &str)> {
    let named = |name: &'static str, text: &'_ Option<String>| text.as_ref().map(|_| name);
    match (named("holder", &sheet.holder_name), named("buyer", &sheet.buyer_name)) {
        (Some(key), _) => Some((key, sheet.holder_name.as_deref().unwrap_or_default())),
        (None, Some(key)) => Some((key, sheet.buyer_name.as_deref().unwrap_or_default())),
        (None, None) => None,
    }
}

/// The human code: `ABCD-EFGH` for the product's own, anything else as it is.
pub(crate) fn grouped(code: &str) -> String {
    let is_own =
        code.len() == 8 && code.bytes().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit());
    if is_own { format!("{}-{}", &code[..4], &code[4..]) } else { code.to_owned() }
}

/// Draws the code centred at `x` below `y`, large for the product's own and smaller, on up to three lines, for a
/// foreign one; gives the lower edge.
pub(super) fn draw_code(
    canvas: &mut Canvas<'_, '_>,
    code: &str,
    [x, y]: [f32; 2],
    size: f32,
    width: f32,
) -> f32 {
    let sizes = [size, size * 0.62, size * 0.5, size * 0.4];
    let lines_max = if code.len() <= 8 { 1 } else { 3 };
    let sizes = if code.len() <= 8 { &sizes[..] } else { &sizes[2..] };
    let fitted = fit(canvas, &grouped(code), Frame { typeface: Typeface::Mono, sizes, width, lines_max });
    let after =
        canvas.lines(&fitted, [x, y + fitted.size * FIRST_LINE], Anchor::Middle, TIGHT, Colour::BLACK);
    after - fitted.size * FIRST_LINE
}

impl Watermark {
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Demo => "notice-demo",
            Self::Training => "notice-training",
            Self::Reprint => "notice-reprint",
            Self::Void => "notice-void",
        }
    }

    pub(crate) const fn detail_key(self) -> &'static str {
        match self {
            Self::Demo => "notice-demo-detail",
            Self::Training => "notice-training-detail",
            Self::Reprint => "notice-reprint-detail",
            Self::Void => "notice-void-detail",
        }
    }
}

/// The large pale word behind the ticket.
pub(super) fn draw_watermark(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, area: [f32; 4], degrees: f32) {
    if let Some(watermark) = sheet.watermark {
        let word = canvas.composer.words.get(watermark.key());
        canvas.slanted(&word, area, degrees, Pen::new(90.0, Colour::WATERMARK));
    }
}

/// The notice in words, white on black: what makes this no ordinary ticket, and what that means.
pub(super) struct Notice {
    text: Fit,
    width: f32,
    pub(super) height: f32,
}

impl Notice {
    /// The notice of a ticket that has one, `width` wide with text of `size` points.
    pub(super) fn new(
        canvas: &mut Canvas<'_, '_>,
        sheet: &TicketSheet,
        width: f32,
        size: f32,
    ) -> Option<Self> {
        let watermark = sheet.watermark?;
        let words = canvas.composer.words;
        let text = format!("{} · {}", words.get(watermark.key()), words.get(watermark.detail_key()));
        let sizes = [size, size * 0.85, size * 0.7];
        let frame =
            Frame { typeface: Typeface::Strong, sizes: &sizes, width: width - size * 1.4, lines_max: 2 };
        let text = fit_title(canvas, &text, frame);
        let height = height(&text, TIGHT) + size * 0.8;
        Some(Self { text, width, height })
    }

    /// Draws it with its top left corner at `x`, `y`.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_, '_>, [x, y]: [f32; 2]) {
        let size = self.text.size;
        canvas.card([x, y, self.width, self.height], [size * 0.3; 4], Some(Colour::BLACK), None);
        let padding = (self.height - height(&self.text, TIGHT)) / 2.0;
        let at = [x + self.width / 2.0, y + padding + size * 0.94];
        canvas.lines(&self.text, at, Anchor::Middle, TIGHT, Colour::WHITE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_codes_are_grouped_and_foreign_ones_left_alone() {
        assert_eq!(grouped("7K3M9QXT"), "7K3M-9QXT");
        for code in ["7k3m9qxt", "ABCDEFG", "ABCDEFGHJ", "ABCD EFG", "übergrö"] {
            assert_eq!(grouped(code), code);
        }
    }
}
