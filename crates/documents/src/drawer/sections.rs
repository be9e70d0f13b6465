//! What a report says, in words, section by section; the papers differ only in where it stands.

use kernel::{Money, Timestamp};

use super::{DrawerHappening, DrawerLine, DrawerNoteLine, DrawerReportKind, DrawerSheet, DrawerTenderName};
use crate::{TaxSummary, Watermark, wording::Words};

/// One line: what, how many, how much, and what is said below it.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) count: String,
    pub(super) value: String,
    pub(super) detail: String,
    pub(super) is_strong: bool,
}

/// What stands under one heading.
pub(super) enum Body {
    Rows(Vec<Row>),
    /// Rate, net, tax and gross.
    Columns(Vec<[String; 4]>),
    /// Codes that are compared letter by letter, each under its label.
    Codes(Vec<(String, String)>),
}

/// A heading and what stands under it.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) body: Body,
}

/// “Z report 12” or “X report”.
pub(super) fn heading(words: &Words, sheet: &DrawerSheet) -> String {
    let name = words.get(match sheet.kind {
        DrawerReportKind::X => "drawer-x-report",
        DrawerReportKind::Z => "drawer-z-report",
    });
    sheet.number.map_or_else(|| name.clone(), |number| format!("{name} {number}"))
}

/// What makes it no ordinary report, in words.
pub(super) fn notice(words: &Words, watermark: Watermark) -> String {
    words.get(match watermark {
        Watermark::Demo => "drawer-notice-demo",
        Watermark::Training => "drawer-notice-training",
        Watermark::Reprint => "drawer-notice-reprint",
        Watermark::Void => "receipt-notice-void",
    })
}

/// Till, times, people, receipts.
pub(super) fn facts(words: &Words, sheet: &DrawerSheet) -> Vec<(String, String)> {
    let till = format!("{} · {}", sheet.till_code, sheet.till_name);
    let mut facts = vec![(words.get("drawer-till"), till)];
    facts.push((words.get("drawer-opened"), moment(words, sheet, sheet.opened_at, &sheet.opened_by_name)));
    match sheet.closed_at {
        Some(at) => facts.push((words.get("drawer-closed"), moment(words, sheet, at, &sheet.closed_by_name))),
        None => facts.push((words.get("drawer-made"), moment(words, sheet, sheet.made_at, ""))),
    }
    facts.push((words.get("drawer-orders"), sheet.order_count.to_string()));
    if let Some((first, last)) = sheet.receipts {
        facts.push((words.get("drawer-receipts"), format!("{first} – {last}")));
    }
    let carried =
        [("drawer-open-holds", sheet.open_holds), ("drawer-open-print-jobs", sheet.open_print_jobs)];
    for (key, count) in carried.into_iter().filter(|(_, count)| *count > 0) {
        facts.push((words.get(key), count.to_string()));
    }
    facts
}

fn moment(words: &Words, sheet: &DrawerSheet, at: Timestamp, name: &str) -> String {
    let when = words.locale.date_and_time(at, sheet.zone);
    if name.trim().is_empty() { when } else { format!("{when} · {name}") }
}

/// Everything below the facts; sections without a line are left out.
pub(super) fn sections(words: &Words, sheet: &DrawerSheet) -> Vec<Section> {
    let rows = |key, rows: Vec<Row>| Section { title: words.get(key), body: Body::Rows(rows) };
    let mut sections = vec![
        rows("drawer-tenders", tenders(words, sheet)),
        rows("drawer-cash", cash(words, sheet)),
        rows("drawer-counted-pieces", pieces(words, sheet)),
        rows("drawer-tiers", tiers(words, sheet)),
        Section { title: words.get("drawer-taxes"), body: Body::Columns(taxes(words, &sheet.taxes)) },
        rows("drawer-cashiers", sheet.cashiers.iter().map(|line| counted(words, line)).collect()),
        rows("drawer-counts", counts(words, sheet)),
        rows("drawer-notes", sheet.notes.iter().map(|note| noted(words, sheet, note)).collect()),
        Section { title: words.get("drawer-seal"), body: Body::Codes(seal(words, sheet)) },
    ];
    sections.retain(|section| match &section.body {
        Body::Rows(rows) => !rows.is_empty(),
        Body::Columns(rows) => rows.len() > 1,
        Body::Codes(codes) => !codes.is_empty(),
    });
    sections
}

fn row(words: &Words, label: String, amount: Money) -> Row {
    let value = words.locale.amount(amount);
    Row { label, count: String::new(), value, detail: String::new(), is_strong: false }
}

fn strong(row: Row) -> Row {
    Row { is_strong: true, ..row }
}

fn tenders(words: &Words, sheet: &DrawerSheet) -> Vec<Row> {
    let one = |line: &super::DrawerTenderLine| Row {
        count: line.count.to_string(),
        ..row(words, words.get(tender(line.tender)), line.total)
    };
    let total = strong(row(words, words.get("drawer-turnover"), sheet.turnover));
    sheet.tenders.iter().map(one).chain([total]).collect()
}

const fn tender(name: DrawerTenderName) -> &'static str {
    match name {
        DrawerTenderName::Cash => "receipt-cash",
        DrawerTenderName::Card => "receipt-card",
        DrawerTenderName::Transfer => "receipt-transfer",
        DrawerTenderName::Voucher => "drawer-voucher",
        DrawerTenderName::Wallet => "drawer-wallet",
        DrawerTenderName::Complimentary => "receipt-complimentary",
        DrawerTenderName::Other => "drawer-other",
    }
}

fn cash(words: &Words, sheet: &DrawerSheet) -> Vec<Row> {
    let cash = &sheet.cash;
    let line = |key, amount| row(words, words.get(key), amount);
    let mut rows = vec![line("drawer-float", cash.float), line("drawer-cash-sales", cash.sales)];
    let between = [
        ("drawer-cash-refunds", cash.refunds),
        ("drawer-paid-in", cash.paid_in),
        ("drawer-paid-out", cash.paid_out),
    ];
    rows.extend(
        between.into_iter().filter(|(_, amount)| !amount.is_zero()).map(|(key, amount)| line(key, amount)),
    );
    rows.push(strong(line("drawer-expected", cash.expected)));
    rows.extend(cash.counted.map(|counted| line("drawer-counted", counted)));
    if let Some(over_short) = cash.over_short {
        let key = match over_short.minor {
            0 => "drawer-exact",
            1.. => "drawer-over",
            ..=-1 => "drawer-short",
        };
        rows.push(Row { detail: cash.over_short_reason.clone(), ..strong(line(key, over_short)) });
    }
    rows
}

fn pieces(words: &Words, sheet: &DrawerSheet) -> Vec<Row> {
    let present = sheet.pieces.iter().filter(|pieces| pieces.count != 0);
    let one = |pieces: &super::DrawerPieces| Row {
        count: format!("× {}", pieces.count),
        ..row(words, words.locale.amount(pieces.worth), pieces.total)
    };
    present.map(one).collect()
}

fn counted(words: &Words, line: &DrawerLine) -> Row {
    let returned = line.returned.to_string();
    let detail = match line.returned {
        0 => String::new(),
        _ => words.with("drawer-of-which-returned", [("count", returned.as_str())]),
    };
    Row { count: line.count.to_string(), detail, ..row(words, line.label.clone(), line.total) }
}

fn tiers(words: &Words, sheet: &DrawerSheet) -> Vec<Row> {
    let rounding =
        (!sheet.rounding.is_zero()).then(|| row(words, words.get("drawer-rounding"), sheet.rounding));
    sheet.tiers.iter().map(|line| counted(words, line)).chain(rounding).collect()
}

fn taxes(words: &Words, taxes: &[TaxSummary]) -> Vec<[String; 4]> {
    let heads = ["receipt-rate", "receipt-net", "receipt-tax", "receipt-gross"].map(|key| words.get(key));
    let figure = |money| words.locale.figure(money);
    let rows = taxes.iter().map(|tax| {
        [format!("{} %", words.locale.rate(tax.rate)), figure(tax.net), figure(tax.tax), figure(tax.gross)]
    });
    std::iter::once(heads).chain(rows).collect()
}

fn counts(words: &Words, sheet: &DrawerSheet) -> Vec<Row> {
    let one = |(happening, count, amount): &(DrawerHappening, i64, Money)| Row {
        count: count.to_string(),
        ..row(words, words.get(happened(*happening)), *amount)
    };
    sheet.counts.iter().map(one).collect()
}

const fn happened(happening: DrawerHappening) -> &'static str {
    match happening {
        DrawerHappening::Sale => "drawer-sales",
        DrawerHappening::Gift => "drawer-gifts",
        DrawerHappening::Refund => "drawer-refunds",
        DrawerHappening::Void => "drawer-voids",
        DrawerHappening::Reprint => "drawer-reprints",
        DrawerHappening::NoSale => "drawer-no-sales",
        DrawerHappening::PaidIn => "drawer-paid-in",
        DrawerHappening::PaidOut => "drawer-paid-out",
    }
}

fn noted(words: &Words, sheet: &DrawerSheet, note: &DrawerNoteLine) -> Row {
    let name = words.get(match note.happening {
        DrawerHappening::Sale => "drawer-note-sale",
        DrawerHappening::Gift => "drawer-note-gift",
        DrawerHappening::Refund => "drawer-note-refund",
        DrawerHappening::Void => "drawer-note-void",
        DrawerHappening::Reprint => "drawer-note-reprint",
        DrawerHappening::NoSale => "drawer-note-no-sale",
        DrawerHappening::PaidIn => "drawer-note-paid-in",
        DrawerHappening::PaidOut => "drawer-note-paid-out",
    });
    let time = words.locale.time(note.at, sheet.zone);
    let label = [Some(time), Some(name), note.order_code.clone()].into_iter().flatten().collect::<Vec<_>>();
    let allowed = match note.authorised_by_name.trim() {
        "" => String::new(),
        name => words.with("drawer-allowed-by", [("name", name)]),
    };
    let said = [note.reason.trim(), note.operator_name.trim(), allowed.as_str()];
    let detail = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let value = if note.amount.is_zero() { String::new() } else { words.locale.amount(note.amount) };
    Row { label: label.join("  "), count: String::new(), value, detail, is_strong: false }
}

fn seal(words: &Words, sheet: &DrawerSheet) -> Vec<(String, String)> {
    let codes = [("drawer-hash", &sheet.hash), ("drawer-previous-hash", &sheet.previous_hash)];
    codes.into_iter().filter_map(|(key, code)| Some((words.get(key), code.clone()?))).collect()
}
