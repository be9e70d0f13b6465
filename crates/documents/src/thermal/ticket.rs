//! A ticket on a roll.

use super::{Align, Block, Column, ColumnWidth, Size, Slip, Style};
use crate::{
    Locale, TicketSheet, Watermark,
    ticket::parts::{bearer, grouped, price},
    wording::{Words, moment::zone_label},
};

/// Longest code that is set large.
const CODE_LETTERS_MAX: usize = 9;

/// Which print of a ticket this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copy {
    /// Nobody has another.
    First,
    /// There is an earlier print with the same code; the number counts these prints from 1.
    Reprint(u32),
}

/// Sets one ticket, up to and with its cut.
#[must_use]
pub fn ticket_slip(sheet: &TicketSheet, copy: Copy, locale: Locale) -> Slip {
    let words = Words::of(locale);
    let mut slip = Slip::default();
    notices(&mut slip, words, sheet, copy);
    slip.centred(&sheet.organizer_name, Style::bold());
    slip.rule();
    head(&mut slip, words, sheet);
    slip.qr(&sheet.qr_payload);
    let code = grouped(&sheet.code);
    let is_short = code.chars().count() <= CODE_LETTERS_MAX;
    slip.centred(code, if is_short { Style::heavy(Size::Double) } else { Style::bold() });
    slip.rule();
    facts(&mut slip, words, sheet);
    if let Some(terms) = sheet.terms.as_deref().filter(|terms| !terms.trim().is_empty()) {
        slip.rule();
        slip.left(terms.trim(), Style::sized(Size::Small));
    }
    slip.cut();
    slip
}

/// What makes this no ordinary ticket, on top and at the foot of nothing else: a torn ticket keeps its head.
fn notices(slip: &mut Slip, words: &Words, sheet: &TicketSheet, copy: Copy) {
    if let Some(watermark) = sheet.watermark.filter(|watermark| *watermark != Watermark::Reprint) {
        slip.centred(words.get(watermark.key()), Style::notice());
        slip.centred(words.get(watermark.detail_key()), Style::sized(Size::Small));
    }
    let number = match copy {
        Copy::Reprint(number) => Some(number.to_string()),
        Copy::First if sheet.watermark == Some(Watermark::Reprint) => Some(String::new()),
        Copy::First => None,
    };
    if let Some(number) = number {
        let mark = format!("{} {number}", words.get(Watermark::Reprint.key()));
        slip.centred(mark.trim_end(), Style::notice());
        slip.centred(words.get(Watermark::Reprint.detail_key()), Style::sized(Size::Small));
    }
}

/// Title, day, times, place, kind.
fn head(slip: &mut Slip, words: &Words, sheet: &TicketSheet) {
    slip.centred(&sheet.event_title, Style::heavy(Size::Tall));
    let times = &sheet.times;
    slip.centred(words.locale.date(times.starts_at, times.zone), Style::bold());
    let doors =
        times.doors_at.map(|at| format!("{} {}", words.get("doors"), words.locale.time(at, times.zone)));
    let start = format!(
        "{} {} {}",
        words.get("starts"),
        words.locale.time(times.starts_at, times.zone),
        zone_label(words, times.starts_at, times.zone)
    );
    let moments: Vec<String> = [doors, Some(start)].into_iter().flatten().collect();
    slip.centred(moments.join("\n"), Style::bold());
    if let Some(venue) = &sheet.venue {
        slip.centred(&venue.name, Style::default());
        if let Some(address) = &venue.address {
            slip.centred(address.replace('\n', ", "), Style::sized(Size::Small));
        }
    }
    slip.space();
    let badge = sheet.badge_label.as_deref().map(str::trim).filter(|label| !label.is_empty());
    slip.centred(badge.unwrap_or(&sheet.tier_name), Style::notice());
}

/// Name, order, number, kind, price.
fn facts(slip: &mut Slip, words: &Words, sheet: &TicketSheet) {
    if let Some((key, name)) = bearer(sheet) {
        named(slip, words.get(key), name);
    }
    for (key, value) in [("order", &sheet.order_code), ("serial", &sheet.serial)] {
        if let Some(value) = value {
            slip.pair(words.get(key), value, Style::default());
        }
    }
    named(slip, words.get("tier"), &sheet.tier_name);
    if let Some((price, tax)) = price(words, sheet) {
        slip.pair(words.get("price"), price, Style::bold());
        if let Some(tax) = tax {
            slip.blocks.push(Block::Text {
                text: tax,
                align: Align::Right,
                style: Style::sized(Size::Small),
            });
        }
    }
}

/// A label and what stands for it, which may be long.
fn named(slip: &mut Slip, label: String, value: &str) {
    let columns = vec![
        Column { text: label, width: ColumnWidth::Fit, align: Align::Left },
        Column { text: value.to_owned(), width: ColumnWidth::Rest, align: Align::Right },
    ];
    slip.blocks.push(Block::Columns { columns, style: Style::bold() });
}
