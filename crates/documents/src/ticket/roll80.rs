//! A thermal roll 80 mm wide: black only, the page as long as the ticket.

use super::{
    TicketSheet,
    parts::{
        Badge, FIRST_LINE, LOOSE, Moments, Notice, TIGHT, bearer, draw_code, fit, fit_paragraphs, fit_title,
        price,
    },
    print::Press,
};
use crate::{
    Colour, QrMatrix,
    pdf::{Anchor, Canvas, mm},
    text::{Frame, Typeface},
};

const WIDTH: f32 = mm(80.0);
/// Print heads of 80 mm printers reach 72 mm.
const LEFT: f32 = mm(5.0);
const RIGHT: f32 = mm(75.0);
const INNER: f32 = RIGHT - LEFT;
const MIDDLE: f32 = mm(40.0);
/// The side of the QR code with its quiet zone: about 46 mm of symbol.
pub(super) const QR_SIDE: f32 = mm(55.0);
/// No part grows beyond this; what a part may hold is limited in lines.
const PART_MAX: f32 = mm(900.0);
const FOOT: f32 = mm(7.0);

pub(super) fn print<'s>(press: &mut Press<'s>, sheet: &'s TicketSheet, code: &QrMatrix) {
    let head = press.keep(sheet, 0, [WIDTH, PART_MAX], |canvas| draw_head(canvas, sheet));
    let tail = press.keep(sheet, 1, [WIDTH, PART_MAX], |canvas| draw_tail(canvas, sheet));
    // The own part is drawn on a page that is long enough, and its length tells how long the page has to be.
    let mut canvas = Canvas::new(&mut press.composer, PART_MAX);
    let own = draw_own(&mut canvas, sheet, code);
    let drawn = canvas.finish();
    let height = head.height + own + tail.height + FOOT;
    let mut canvas = Canvas::new(&mut press.composer, height);
    canvas.form(head.form, PART_MAX, [0.0, 0.0]);
    canvas.form(tail.form, PART_MAX, [0.0, head.height + own]);
    let mut content = canvas.finish();
    let drop = height - head.height - PART_MAX;
    content.extend_from_slice(format!("\nq 1 0 0 1 0 {drop:.2} cm\n").as_bytes());
    content.extend_from_slice(&drawn);
    content.extend_from_slice(b"\nQ");
    press.file.add_page(&content, WIDTH, height);
}

/// Organizer, badge, title, when and where; gives its height.
fn draw_head(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet) -> f32 {
    let mut y = mm(5.0);
    let frame = Frame { typeface: Typeface::Strong, sizes: &[9.5, 8.5], width: INNER, lines_max: 2 };
    let organizer = fit(canvas, &sheet.organizer_name, frame);
    y = centred(canvas, &organizer, y, TIGHT) + mm(1.5);
    if let Some(notice) = Notice::new(canvas, sheet, INNER, 9.0) {
        notice.draw(canvas, [LEFT, y]);
        y += notice.height + mm(2.0);
    }
    canvas.rule([LEFT, y], [RIGHT, y], 1.0, Colour::BLACK);
    y += mm(4.0);
    let badge = Badge::filled(canvas, sheet, Colour::BLACK, 12.0, INNER);
    if !badge.is_empty() {
        badge.draw(canvas, [MIDDLE - badge.width / 2.0, y]);
        y += badge.height + mm(3.0);
    }
    let frame =
        Frame { typeface: Typeface::Heavy, sizes: &[19.0, 17.0, 15.0, 13.0], width: INNER, lines_max: 4 };
    let title = fit_title(canvas, &sheet.event_title, frame);
    y = centred(canvas, &title, y, TIGHT) + mm(2.0);
    let words = canvas.composer.words;
    let date = words.locale.date(sheet.times.starts_at, sheet.times.zone);
    let frame = Frame { typeface: Typeface::Strong, sizes: &[12.0, 10.5], width: INNER, lines_max: 1 };
    let date = fit(canvas, &date, frame);
    y = centred(canvas, &date, y, TIGHT) + mm(2.5);
    let choices = [(15.0, mm(6.0)), (12.5, mm(4.0)), (10.0, mm(3.0))];
    let moments = Moments::fitting(canvas, sheet, &choices, INNER);
    let left = MIDDLE - moments.width / 2.0;
    y = moments.draw(canvas, [left, y + mm(2.0)], Colour::BLACK, Colour::BLACK) + mm(4.0);
    if let Some(venue) = &sheet.venue {
        let frame = Frame { typeface: Typeface::Strong, sizes: &[10.5, 9.5], width: INNER, lines_max: 2 };
        let name = fit(canvas, &venue.name, frame);
        y = centred(canvas, &name, y, TIGHT);
        if let Some(address) = &venue.address {
            let frame = Frame { typeface: Typeface::Text, sizes: &[9.0, 8.0], width: INNER, lines_max: 4 };
            let address = fit_paragraphs(canvas, address, frame);
            y = centred(canvas, &address, y, 1.3);
        }
    }
    y + mm(2.0)
}

/// The code, and what belongs to this one ticket; gives its height.
fn draw_own(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet, code: &QrMatrix) -> f32 {
    let mut y = mm(1.0);
    canvas.dashes([LEFT, y], [RIGHT, y], 0.8, [3.0, 2.5], Colour::BLACK);
    y += mm(1.0);
    canvas.qr(code, [MIDDLE - QR_SIDE / 2.0, y], QR_SIDE);
    y = draw_code(canvas, &sheet.code, [MIDDLE, y + QR_SIDE], 23.0, INNER) + mm(2.5);
    canvas.dashes([LEFT, y], [RIGHT, y], 0.8, [3.0, 2.5], Colour::BLACK);
    y += mm(3.0);
    let words = canvas.composer.words;
    if let Some((key, name)) = bearer(sheet) {
        y = row(canvas, &words.get(key), name, y);
    }
    for (key, value) in [("order", &sheet.order_code), ("serial", &sheet.serial)] {
        if let Some(value) = value {
            y = row(canvas, &words.get(key), value, y);
        }
    }
    y
}

/// Kind, price and terms; gives its height.
fn draw_tail(canvas: &mut Canvas<'_, '_>, sheet: &TicketSheet) -> f32 {
    let words = canvas.composer.words;
    let mut y = row(canvas, &words.get("tier"), &sheet.tier_name, 0.0);
    if let Some((price, tax)) = price(words, sheet) {
        y = row(canvas, &words.get("price"), &price, y);
        if let Some(tax) = tax {
            let frame =
                Frame { typeface: Typeface::Text, sizes: &[8.5, 7.0, 5.5], width: INNER, lines_max: 1 };
            let tax = canvas.fit(&tax, &frame);
            canvas.lines(&tax, [RIGHT, y + mm(1.6)], Anchor::Right, 1.0, Colour::BLACK);
            y += mm(4.0);
        }
    }
    if let Some(terms) = sheet.terms.as_deref().filter(|terms| !terms.trim().is_empty()) {
        y += mm(2.0);
        canvas.rule([LEFT, y], [RIGHT, y], 0.6, Colour::BLACK);
        let frame = Frame { typeface: Typeface::Text, sizes: &[7.5], width: INNER, lines_max: 40 };
        let terms = fit_paragraphs(canvas, terms, frame);
        let first = y + mm(2.0) + terms.size * FIRST_LINE;
        y = canvas.lines(&terms, [LEFT, first], Anchor::Left, LOOSE, Colour::BLACK) - terms.size * FIRST_LINE;
    }
    y
}

/// A label at the left and its value at the right, on up to three lines; gives the lower edge.
fn row(canvas: &mut Canvas<'_, '_>, label: &str, value: &str, y: f32) -> f32 {
    let label_width = mm(22.0);
    let frame = Frame {
        typeface: Typeface::Strong,
        sizes: &[10.5, 9.0],
        width: INNER - label_width - mm(2.0),
        lines_max: 3,
    };
    let value = fit(canvas, value, frame);
    let baseline = y + 10.5 * FIRST_LINE;
    let frame = Frame { typeface: Typeface::Text, sizes: &[9.0, 8.0, 7.0], width: label_width, lines_max: 1 };
    let label = fit(canvas, label, frame);
    canvas.lines(&label, [LEFT, baseline], Anchor::Left, 1.0, Colour::BLACK);
    let after = canvas.lines(&value, [RIGHT, baseline], Anchor::Right, TIGHT, Colour::BLACK);
    after.max(baseline + 10.5 * TIGHT) - 10.5 * FIRST_LINE + mm(0.8)
}

/// Draws lines in the middle below `y`; gives the lower edge.
fn centred(canvas: &mut Canvas<'_, '_>, fit: &crate::text::Fit, y: f32, leading: f32) -> f32 {
    let first = y + fit.size * FIRST_LINE;
    canvas.lines(fit, [MIDDLE, first], Anchor::Middle, leading, Colour::BLACK) - fit.size * FIRST_LINE
}
