//! A4, one ticket a page: a card with a stub for the code, the terms below it.

use super::{
    TicketSheet,
    parts::{
        Badge, FIRST_LINE, LOOSE, Moments, Notice, TIGHT, bearer, draw_code, draw_price, draw_watermark, fit,
        fit_paragraphs, fit_title, height, label, price,
    },
    print::Press,
};
use crate::{
    Colour, QrMatrix,
    pdf::{Anchor, Canvas, Pen, mm},
    text::{Fit, Frame, Typeface},
};

const PAGE: [f32; 2] = [mm(210.0), mm(297.0)];
const CARD_LEFT: f32 = mm(15.0);
const CARD_TOP: f32 = mm(16.0);
const CARD_WIDTH: f32 = mm(180.0);
const BAND: f32 = mm(14.0);
const RADIUS: f32 = mm(3.5);
/// Where the stub with the code begins.
const STUB_LEFT: f32 = mm(133.0);
const STUB_MIDDLE: f32 = mm(164.0);
const INNER_LEFT: f32 = mm(24.0);
const INNER_WIDTH: f32 = mm(102.0);
/// The side of the QR code with its quiet zone: about 47 mm of symbol.
pub(super) const QR_SIDE: f32 = mm(56.0);
/// Where the code in letters begins, below the QR code.
const CODE_TOP: f32 = CARD_TOP + BAND + mm(3.0) + QR_SIDE;
/// The stub needs this much below the band: code, letters, badge, hint.
const STUB_HEIGHT_MIN: f32 = mm(98.0);
/// The place kept for a name of up to two lines.
const NAME_HEIGHT: f32 = mm(17.0);
const FACTS_HEIGHT: f32 = mm(12.5);

/// Where, down the page, the parts of the card begin. Only what tickets share decides on it.
#[derive(Clone, Copy)]
struct Rows {
    name: f32,
    facts: f32,
    bottom: f32,
}

/// The texts at the top of the card, set but not yet drawn.
struct Head {
    badge: Badge,
    title: Fit,
    venue: Fit,
    address: Fit,
}

pub(super) fn print<'s>(press: &mut Press<'s>, sheet: &'s TicketSheet, code: &QrMatrix) {
    let kept = press.keep(sheet, 0, PAGE, |canvas| draw_shared(canvas, sheet));
    let mut canvas = Canvas::new(&mut press.composer, PAGE[1]);
    canvas.form(kept.form, PAGE[1], [0.0, 0.0]);
    // A kept drawing reports its lower edge, from which the rows above it follow.
    draw_own(&mut canvas, sheet, rows_above(sheet, kept.height), code);
    let content = canvas.finish();
    press.file.add_page(&content, PAGE[0], PAGE[1]);
}

fn rows_above(sheet: &TicketSheet, bottom: f32) -> Rows {
    let price = if sheet.price.is_some() { FACTS_HEIGHT } else { 0.0 };
    let facts = bottom - mm(4.0) - price - FACTS_HEIGHT;
    let name = if bearer(sheet).is_some() { facts - NAME_HEIGHT } else { facts };
    Rows { name, facts, bottom }
}

/// Draws what tickets share; gives the card's lower edge.
fn draw_shared(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet) -> f32 {
    let head = set_head(canvas, sheet);
    let notice = Notice::new(canvas, sheet, INNER_WIDTH, 8.5);
    let notice_height = notice.as_ref().map_or(0.0, |notice| notice.height + mm(3.0));
    let venue = height(&head.venue, TIGHT) + height(&head.address, LOOSE);
    let head_height =
        mm(7.0) + head.badge.height + mm(4.5) + height(&head.title, TIGHT) + mm(28.0) + venue + mm(4.0);
    let rows = rows_above(sheet, 0.0);
    let natural = CARD_TOP + BAND + notice_height + head_height - rows.name;
    let bottom = natural.max(CARD_TOP + BAND + STUB_HEIGHT_MIN);
    let rows = rows_above(sheet, bottom);

    let main = [CARD_LEFT, CARD_TOP + BAND, STUB_LEFT - CARD_LEFT, bottom - CARD_TOP - BAND];
    draw_watermark(canvas, sheet, main, 32.0);
    draw_frame(canvas, sheet, bottom);
    let top = CARD_TOP + BAND + mm(7.0);
    if let Some(notice) = notice {
        notice.draw(canvas, [INNER_LEFT, top - mm(1.0)]);
    }
    let top = top + notice_height;
    draw_head(canvas, sheet, &head, top);
    draw_facts(canvas, sheet, rows);
    draw_stub(canvas, sheet, bottom);
    draw_terms(canvas, sheet, bottom + mm(12.0));
    bottom
}

fn set_head(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet) -> Head {
    let width = INNER_WIDTH;
    let badge = Badge::new(canvas, sheet, 10.5, width);
    let frame = Frame { typeface: Typeface::Heavy, sizes: &[25.0, 22.0, 19.0, 16.5], width, lines_max: 3 };
    let title = fit_title(canvas, &sheet.event_title, frame);
    let (name, address) =
        sheet.venue.as_ref().map_or(("", ""), |venue| (&*venue.name, venue.address.as_deref().unwrap_or("")));
    let frame = Frame { typeface: Typeface::Strong, sizes: &[11.5, 10.0], width, lines_max: 2 };
    let venue = if name.trim().is_empty() { Fit::default() } else { fit(canvas, name, frame) };
    let frame = Frame { typeface: Typeface::Text, sizes: &[9.5, 8.5], width, lines_max: 3 };
    let address =
        if address.trim().is_empty() { Fit::default() } else { fit_paragraphs(canvas, address, frame) };
    Head { badge, title, venue, address }
}

/// The card, its band with the organizer's name, and the perforation before the stub.
fn draw_frame(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, bottom: f32) {
    let accent = sheet.accent.unwrap_or(Colour::ACCENT);
    let area = [CARD_LEFT, CARD_TOP, CARD_WIDTH, bottom - CARD_TOP];
    canvas.card([CARD_LEFT, CARD_TOP, CARD_WIDTH, BAND], [RADIUS, RADIUS, 0.0, 0.0], Some(accent), None);
    canvas.card(area, [RADIUS; 4], None, Some((0.9, Colour::LINE)));
    let pen = accent.readable_on();
    let frame =
        Frame { typeface: Typeface::Strong, sizes: &[12.0, 10.5, 9.0], width: INNER_WIDTH, lines_max: 1 };
    let organizer = fit(canvas, &sheet.organizer_name, frame);
    let baseline = CARD_TOP + BAND / 2.0 + 4.2;
    canvas.lines(&organizer, [INNER_LEFT, baseline], Anchor::Left, 1.0, pen);
    let word = canvas.composer.words.get("ticket").to_uppercase();
    let at = [STUB_MIDDLE, baseline - 0.4];
    canvas.write(&word, Typeface::Strong, at, Anchor::Middle, Pen::tracked(9.5, pen, 1.4));

    let notch = mm(2.6);
    canvas.dashes(
        [STUB_LEFT, CARD_TOP + BAND + mm(4.5)],
        [STUB_LEFT, bottom - mm(4.5)],
        1.1,
        [1.1, 4.2],
        Colour::INK_SOFT,
    );
    for (middle, colour) in [(CARD_TOP, Colour::WHITE), (bottom, Colour::WHITE)] {
        let circle = [STUB_LEFT - notch, middle - notch, 2.0 * notch, 2.0 * notch];
        canvas.card(circle, [notch; 4], Some(colour), Some((0.9, Colour::LINE)));
        // The half outside the card is wiped, so that the edge looks punched.
        let outside = if middle == bottom { middle + 0.5 } else { middle - notch - 1.0 };
        canvas.block([STUB_LEFT - notch - 1.0, outside, 2.0 * notch + 2.0, notch + 0.5], Colour::WHITE);
    }
}

fn draw_head(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, head: &Head, top: f32) {
    head.badge.draw(canvas, [INNER_LEFT, top]);
    let y = top + head.badge.height + mm(4.5);
    let after = canvas.lines(
        &head.title,
        [INNER_LEFT, y + head.title.size * FIRST_LINE],
        Anchor::Left,
        TIGHT,
        Colour::INK,
    );
    let y = after - head.title.size * FIRST_LINE + mm(1.5);
    let words = canvas.composer.words;
    let date = words.locale.date(sheet.times.starts_at, sheet.times.zone);
    let accent = sheet.accent.unwrap_or(Colour::ACCENT);
    let colour = if accent.readable_on() == Colour::WHITE { accent } else { Colour::INK };
    let frame = Frame { typeface: Typeface::Strong, sizes: &[13.0, 11.0], width: INNER_WIDTH, lines_max: 1 };
    let date = fit(canvas, &date, frame);
    canvas.lines(&date, [INNER_LEFT, y + mm(4.5)], Anchor::Left, 1.0, colour);
    let choices = [(17.0, mm(9.0)), (15.0, mm(7.0)), (12.0, mm(4.0))];
    let moments = Moments::fitting(canvas, sheet, &choices, INNER_WIDTH);
    let baseline = moments.draw(canvas, [INNER_LEFT, y + mm(12.0)], Colour::INK, Colour::INK_SOFT);
    let y = baseline + mm(6.5);
    let after = canvas.lines(
        &head.venue,
        [INNER_LEFT, y + head.venue.size * FIRST_LINE],
        Anchor::Left,
        TIGHT,
        Colour::INK,
    );
    let y = after - head.venue.size * FIRST_LINE + mm(0.6);
    canvas.lines(
        &head.address,
        [INNER_LEFT, y + head.address.size * FIRST_LINE],
        Anchor::Left,
        LOOSE,
        Colour::INK_SOFT,
    );
}

/// Labels and what tickets share of the facts: kind and price.
fn draw_facts(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, rows: Rows) {
    let right = INNER_LEFT + INNER_WIDTH;
    canvas.rule([INNER_LEFT, rows.name], [right, rows.name], 0.7, Colour::LINE);
    if let Some((key, _)) = bearer(sheet) {
        label(canvas, key, [INNER_LEFT, rows.name + mm(5.0)], 6.8);
    }
    let [kind, order, serial] = columns();
    let y = rows.facts + mm(4.0);
    label(canvas, "tier", [kind, y], 6.8);
    let frame = Frame {
        typeface: Typeface::Strong,
        sizes: &[10.5, 9.0, 8.0],
        width: order - kind - mm(3.0),
        lines_max: 1,
    };
    let tier = fit(canvas, &sheet.tier_name, frame);
    canvas.lines(&tier, [kind, y + mm(5.0)], Anchor::Left, 1.0, Colour::INK);
    if sheet.order_code.is_some() {
        label(canvas, "order", [order, y], 6.8);
    }
    if sheet.serial.is_some() {
        label(canvas, "serial", [serial, y], 6.8);
    }
    if price(canvas.composer.words, sheet).is_some() {
        let y = rows.facts + FACTS_HEIGHT + mm(4.0);
        label(canvas, "price", [INNER_LEFT, y], 6.8);
        draw_price(canvas, sheet, [INNER_LEFT, y + mm(5.2)], [12.5, 9.0], INNER_WIDTH);
    }
}

const fn columns() -> [f32; 3] {
    [INNER_LEFT, INNER_LEFT + mm(46.0), INNER_LEFT + mm(78.0)]
}

fn draw_stub(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, bottom: f32) {
    let width = mm(50.0);
    let badge = Badge::new(canvas, sheet, 9.5, width);
    badge.draw(canvas, [STUB_MIDDLE - badge.width / 2.0, CODE_TOP + mm(14.5)]);
    let hint = canvas.composer.words.get("scan-hint");
    let frame = Frame { typeface: Typeface::Text, sizes: &[7.0], width, lines_max: 2 };
    let hint = fit(canvas, &hint, frame);
    canvas.lines(&hint, [STUB_MIDDLE, bottom - mm(10.0)], Anchor::Middle, 1.3, Colour::INK_SOFT);
}

/// The terms in two columns below the card.
fn draw_terms(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, top: f32) {
    let Some(terms) = sheet.terms.as_deref().filter(|terms| !terms.trim().is_empty()) else { return };
    let (size, gap) = (7.6, mm(8.0));
    let width = (CARD_WIDTH - gap) / 2.0;
    let first = top + mm(6.0);
    let room = ((PAGE[1] - mm(14.0) - first) / (size * LOOSE)).max(1.0) as usize;
    let frame = Frame { typeface: Typeface::Text, sizes: &[size], width, lines_max: 2 * room };
    let fitted = fit_paragraphs(canvas, terms, frame);
    if fitted.lines.is_empty() {
        return;
    }
    label(canvas, "terms", [CARD_LEFT, top], 6.8);
    let half = if fitted.lines.len() <= 4 { fitted.lines.len() } else { fitted.lines.len().div_ceil(2) };
    for (column, lines) in fitted.lines.chunks(half).enumerate() {
        let part = Fit { lines: lines.to_vec(), size, is_cut: false };
        let x = CARD_LEFT + column as f32 * (width + gap);
        canvas.lines(&part, [x, first], Anchor::Left, LOOSE, Colour::INK_SOFT);
    }
}

/// What belongs to this one ticket.
fn draw_own(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, rows: Rows, code: &QrMatrix) {
    canvas.qr(code, [STUB_MIDDLE - QR_SIDE / 2.0, CODE_TOP - QR_SIDE], QR_SIDE);
    draw_code(canvas, &sheet.code, [STUB_MIDDLE, CODE_TOP], 20.0, mm(55.0));
    if let Some((_, name)) = bearer(sheet) {
        let frame = Frame {
            typeface: Typeface::Strong,
            sizes: &[15.0, 13.0, 11.5],
            width: INNER_WIDTH,
            lines_max: 1,
        };
        let mut fitted = fit(canvas, name, frame);
        if fitted.is_cut {
            let frame = Frame { sizes: &[10.5, 9.5], lines_max: 2, ..frame };
            fitted = fit(canvas, name, frame);
        }
        let y = rows.name + mm(6.8) + fitted.size * FIRST_LINE;
        canvas.lines(&fitted, [INNER_LEFT, y], Anchor::Left, TIGHT, Colour::INK);
    }
    let [_, order, serial] = columns();
    let right = INNER_LEFT + INNER_WIDTH;
    let values = [(&sheet.order_code, order, serial - mm(3.0)), (&sheet.serial, serial, right)];
    for (value, left, end) in values {
        if let Some(value) = value {
            let frame = Frame {
                typeface: Typeface::Strong,
                sizes: &[10.5, 9.0, 7.5],
                width: end - left,
                lines_max: 1,
            };
            let fitted = fit(canvas, value, frame);
            canvas.lines(&fitted, [left, rows.facts + mm(9.0)], Anchor::Left, 1.0, Colour::INK);
        }
    }
    debug_assert!(rows.bottom > rows.facts, "rows stand above the card's edge");
}
