//! A4, four tickets a page: strips with a stub to tear off, cut marks in the margins.

use super::{
    TicketSheet,
    parts::{
        Badge, FIRST_LINE, Moments, Notice, TIGHT, bearer, draw_code, draw_price, draw_watermark, fit,
        fit_paragraphs, fit_title, label,
    },
    print::Press,
};
use crate::{
    Colour, QrMatrix,
    pdf::{Anchor, Canvas, mm},
    text::{Frame, Typeface},
};

pub(super) const TICKETS_PER_PAGE: usize = 4;

const PAGE: [f32; 2] = [mm(210.0), mm(297.0)];
/// The strip: inside the 8 mm that office printers leave white.
const LEFT: f32 = mm(10.0);
const RIGHT: f32 = mm(200.0);
const TOP: f32 = mm(11.5);
const STRIP: f32 = mm(68.5);
const SPINE: f32 = mm(5.0);
const STUB_LEFT: f32 = mm(144.0);
const STUB_MIDDLE: f32 = mm(172.0);
const INNER_LEFT: f32 = mm(20.0);
const INNER_RIGHT: f32 = mm(139.0);
const INNER_WIDTH: f32 = INNER_RIGHT - INNER_LEFT;
const VENUE_LEFT: f32 = mm(86.0);
/// The side of the QR code with its quiet zone: about 37 mm of symbol.
pub(super) const QR_SIDE: f32 = mm(45.0);

/// Draws one page of up to four tickets.
pub(super) fn print<'s>(press: &mut Press<'s>, page: &[(&'s TicketSheet, QrMatrix)]) {
    let kept: Vec<_> = page
        .iter()
        .map(|(sheet, _)| press.keep(sheet, 0, [PAGE[0], STRIP], |canvas| draw_shared(canvas, sheet)))
        .collect();
    let mut canvas = Canvas::new(&mut press.composer, PAGE[1]);
    draw_marks(&mut canvas, page.len());
    for (index, ((sheet, code), kept)) in page.iter().zip(kept).enumerate() {
        let top = TOP + index as f32 * STRIP;
        canvas.form(kept.form, STRIP, [0.0, top]);
        draw_own(&mut canvas, sheet, top, code);
    }
    let content = canvas.finish();
    press.file.add_page(&content, PAGE[0], PAGE[1]);
}

/// Marks where the knife goes, outside the tickets, and hairlines for scissors.
fn draw_marks(canvas: &mut Canvas<'_, '_>, tickets: usize) {
    let mark = |canvas: &mut Canvas<'_, '_>, from: [f32; 2], to: [f32; 2]| {
        canvas.rule(from, to, 0.5, Colour::BLACK);
    };
    for edge in 0..=tickets {
        let y = TOP + edge as f32 * STRIP;
        mark(canvas, [mm(3.0), y], [mm(8.0), y]);
        mark(canvas, [mm(202.0), y], [mm(207.0), y]);
        canvas.dashes([LEFT, y], [RIGHT, y], 0.35, [2.0, 2.0], Colour::LINE);
    }
    let bottom = TOP + tickets as f32 * STRIP;
    for x in [LEFT, STUB_LEFT, RIGHT] {
        mark(canvas, [x, mm(4.5)], [x, mm(9.5)]);
        mark(canvas, [x, bottom + mm(2.0)], [x, bottom + mm(7.0)]);
    }
}

/// Draws what tickets share on a strip whose top is 0; gives the strip's height.
fn draw_shared(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet) -> f32 {
    let accent = sheet.accent.unwrap_or(Colour::ACCENT);
    draw_watermark(canvas, sheet, [INNER_LEFT, mm(2.0), INNER_WIDTH, STRIP - mm(4.0)], 20.0);
    canvas.block([LEFT, mm(3.0), SPINE, STRIP - mm(6.0)], accent);
    canvas.dashes([STUB_LEFT, mm(2.0)], [STUB_LEFT, STRIP - mm(2.0)], 1.1, [1.1, 3.6], Colour::INK_SOFT);

    let badge = Badge::new(canvas, sheet, 9.0, mm(48.0));
    badge.draw(canvas, [INNER_RIGHT - badge.width, mm(4.0)]);
    let width = INNER_WIDTH - badge.width - mm(4.0);
    let frame = Frame { typeface: Typeface::Strong, sizes: &[8.5, 7.5], width, lines_max: 1 };
    let organizer = fit(canvas, &sheet.organizer_name, frame);
    canvas.lines(&organizer, [INNER_LEFT, mm(8.0)], Anchor::Left, 1.0, Colour::INK_SOFT);

    let frame = Frame {
        typeface: Typeface::Heavy,
        sizes: &[18.0, 16.0, 14.0, 12.5],
        width: INNER_WIDTH,
        lines_max: 2,
    };
    let title = fit_title(canvas, &sheet.event_title, frame);
    // One line stands in the middle of the place for two.
    let drop = if title.lines.len() < 2 { title.size * TIGHT * 0.4 } else { 0.0 };
    let y = mm(11.5) + drop + title.size * FIRST_LINE;
    canvas.lines(&title, [INNER_LEFT, y], Anchor::Left, TIGHT, Colour::INK);

    draw_when_and_where(canvas, sheet, mm(31.0));
    draw_facts(canvas, sheet);
    STRIP
}

fn draw_when_and_where(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, y: f32) {
    let words = canvas.composer.words;
    let date = words.locale.date(sheet.times.starts_at, sheet.times.zone);
    let width = VENUE_LEFT - INNER_LEFT - mm(4.0);
    let frame = Frame { typeface: Typeface::Strong, sizes: &[10.5, 9.5], width, lines_max: 1 };
    let date = fit(canvas, &date, frame);
    let accent = sheet.accent.unwrap_or(Colour::ACCENT);
    let colour = if accent.readable_on() == Colour::WHITE { accent } else { Colour::INK };
    canvas.lines(&date, [INNER_LEFT, y], Anchor::Left, 1.0, colour);
    let choices = [(12.5, mm(5.0)), (11.0, mm(4.0)), (9.5, mm(2.5))];
    let moments = Moments::fitting(canvas, sheet, &choices, VENUE_LEFT - INNER_LEFT - mm(3.0));
    moments.draw(canvas, [INNER_LEFT, y + mm(5.5)], Colour::INK, Colour::INK_SOFT);

    let Some(venue) = &sheet.venue else { return };
    let width = INNER_RIGHT - VENUE_LEFT;
    let frame = Frame { typeface: Typeface::Strong, sizes: &[10.5, 9.5, 8.5], width, lines_max: 1 };
    let name = fit(canvas, &venue.name, frame);
    canvas.lines(&name, [VENUE_LEFT, y], Anchor::Left, 1.0, Colour::INK);
    if let Some(address) = &venue.address {
        let frame = Frame { typeface: Typeface::Text, sizes: &[8.5, 7.5], width, lines_max: 3 };
        let address = fit_paragraphs(canvas, address, frame);
        canvas.lines(&address, [VENUE_LEFT, y + mm(4.6)], Anchor::Left, 1.3, Colour::INK_SOFT);
    }
}

const NAME_TOP: f32 = mm(44.5);
const FACTS_TOP: f32 = mm(54.8);

fn draw_facts(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet) {
    canvas.rule([INNER_LEFT, NAME_TOP], [INNER_RIGHT, NAME_TOP], 0.6, Colour::LINE);
    let [order, serial] = columns();
    if let Some((key, _)) = bearer(sheet) {
        label(canvas, key, [INNER_LEFT, NAME_TOP + mm(3.6)], 5.2);
    }
    if sheet.order_code.is_some() {
        label(canvas, "order", [order, NAME_TOP + mm(3.6)], 5.2);
    }
    if sheet.serial.is_some() {
        label(canvas, "serial", [serial, NAME_TOP + mm(3.6)], 5.2);
    }
    let frame = Frame { typeface: Typeface::Strong, sizes: &[9.0, 8.0], width: mm(42.0), lines_max: 1 };
    let tier = fit(canvas, &sheet.tier_name, frame);
    let y = FACTS_TOP + mm(4.0);
    let taken = tier.lines.first().map_or(0.0, |line| line.width * tier.size);
    canvas.lines(&tier, [INNER_LEFT, y], Anchor::Left, 1.0, Colour::INK);
    let left = INNER_LEFT + if taken > 0.0 { taken + mm(4.0) } else { 0.0 };
    draw_price(canvas, sheet, [left, y], [9.0, 7.5], INNER_RIGHT - left);

    let y = mm(61.4);
    if let Some(terms) = sheet.terms.as_deref().filter(|terms| !terms.trim().is_empty()) {
        let frame = Frame { typeface: Typeface::Text, sizes: &[6.0, 5.3], width: INNER_WIDTH, lines_max: 2 };
        let terms = fit_paragraphs(canvas, &terms.replace('\n', " "), frame);
        canvas.lines(&terms, [INNER_LEFT, y + mm(2.4)], Anchor::Left, 1.25, Colour::INK_SOFT);
    }
}

const fn columns() -> [f32; 2] {
    [VENUE_LEFT, mm(116.0)]
}

/// What belongs to the ticket whose strip begins at `top`.
fn draw_own(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, top: f32, code: &QrMatrix) {
    canvas.qr(code, [STUB_MIDDLE - QR_SIDE / 2.0, top + mm(2.5)], QR_SIDE);
    let after = draw_code(canvas, &sheet.code, [STUB_MIDDLE, top + mm(47.5)], 14.5, mm(50.0));
    let room = top + STRIP - mm(3.5) - after;
    let badge = Badge::new(canvas, sheet, 8.0, mm(50.0));
    if let Some(notice) = Notice::new(canvas, sheet, mm(50.0), 7.5) {
        notice.draw(canvas, [STUB_MIDDLE - mm(25.0), after + mm(1.2)]);
    } else if room >= badge.height {
        badge.draw(canvas, [STUB_MIDDLE - badge.width / 2.0, after + (room - badge.height) / 2.0]);
    }
    let [order, serial] = columns();
    let y = top + NAME_TOP + mm(3.6);
    if let Some((_, name)) = bearer(sheet) {
        let width = order - INNER_LEFT - mm(4.0);
        let frame = Frame { typeface: Typeface::Strong, sizes: &[10.5, 9.0, 7.5], width, lines_max: 1 };
        let name = fit(canvas, name, frame);
        canvas.lines(&name, [INNER_LEFT, y + mm(4.4)], Anchor::Left, 1.0, Colour::INK);
    }
    let values = [(&sheet.order_code, order, serial - mm(3.0)), (&sheet.serial, serial, INNER_RIGHT)];
    for (value, left, end) in values {
        if let Some(value) = value {
            let frame = Frame {
                typeface: Typeface::Strong,
                sizes: &[9.0, 8.0, 6.5],
                width: end - left,
                lines_max: 1,
            };
            let fitted = fit(canvas, value, frame);
            canvas.lines(&fitted, [left, y + mm(4.4)], Anchor::Left, 1.0, Colour::INK);
        }
    }
}
