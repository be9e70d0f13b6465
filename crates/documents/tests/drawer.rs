//! Drawer reports, read back by programs that know nothing of ours.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod reading;
mod samples;

use documents::{
    DrawerCashLines, DrawerHappening, DrawerLine, DrawerNoteLine, DrawerPieces, DrawerReportKind,
    DrawerSheet, DrawerTenderLine, DrawerTenderName, Locale, ReceiptLayout, TaxSummary, Watermark,
    render_drawer_report,
};
use reading::Printed;
use samples::{NAMES, at, eur};

const LAYOUTS: [ReceiptLayout; 2] = [ReceiptLayout::A4, ReceiptLayout::Roll80];

fn note(happening: DrawerHappening, minor: i64, order: Option<&str>, reason: &str) -> DrawerNoteLine {
    DrawerNoteLine {
        happening,
        at: at("2026-06-13T18:12:00Z"),
        amount: eur(minor),
        order_code: order.map(str::to_owned),
        reason: reason.to_owned(),
        operator_name: "Ida Brandt".to_owned(),
        authorised_by_name: if minor < 0 { "Mara Quell".to_owned() } else { String::new() },
    }
}

fn line(label: &str, count: i64, returned: i64, minor: i64) -> DrawerLine {
    DrawerLine { label: label.to_owned(), count, returned, total: eur(minor) }
}

fn counts() -> Vec<(DrawerHappening, i64, kernel::Money)> {
    vec![
        (DrawerHappening::Sale, 59, eur(330_500)),
        (DrawerHappening::Gift, 2, eur(7500)),
        (DrawerHappening::Refund, 1, eur(-2500)),
        (DrawerHappening::Void, 1, eur(2500)),
        (DrawerHappening::Reprint, 3, eur(0)),
        (DrawerHappening::NoSale, 1, eur(0)),
        (DrawerHappening::PaidIn, 1, eur(5000)),
        (DrawerHappening::PaidOut, 1, eur(-3000)),
    ]
}

fn notes() -> Vec<DrawerNoteLine> {
    vec![
        note(DrawerHappening::PaidIn, 5000, None, "Change from the safe"),
        note(DrawerHappening::Refund, -2500, Some("A-000742"), "Guest fell ill"),
        note(DrawerHappening::Void, 0, Some("A-000751"), "Torn at the door"),
        note(DrawerHappening::Gift, 0, Some("A-000760"), "Press"),
        note(DrawerHappening::NoSale, 0, None, "Coin stuck"),
        note(DrawerHappening::PaidOut, -3000, None, "Tape and batteries"),
    ]
}

fn night() -> DrawerSheet {
    DrawerSheet {
        issuer_name: "Lindenhof Kulturhaus".to_owned(),
        kind: DrawerReportKind::Z,
        number: Some(12),
        till_code: "A".to_owned(),
        till_name: "Foyer left".to_owned(),
        zone: "Europe/Berlin".parse().unwrap(),
        opened_at: at("2026-06-13T16:30:00Z"),
        opened_by_name: "Ida Brandt".to_owned(),
        closed_at: Some(at("2026-06-13T21:45:00Z")),
        closed_by_name: "Mara Quell".to_owned(),
        made_at: at("2026-06-13T21:45:00Z"),
        order_count: 61,
        receipts: Some((731, 795)),
        turnover: eur(328_000),
        tenders: vec![
            DrawerTenderLine { tender: DrawerTenderName::Cash, count: 38, total: eur(170_500) },
            DrawerTenderLine { tender: DrawerTenderName::Card, count: 24, total: eur(157_500) },
            DrawerTenderLine { tender: DrawerTenderName::Complimentary, count: 2, total: eur(0) },
        ],
        cash: DrawerCashLines {
            float: eur(15_000),
            sales: eur(173_000),
            refunds: eur(-2500),
            paid_in: eur(5000),
            paid_out: eur(-3000),
            expected: eur(187_500),
            counted: Some(eur(187_450)),
            over_short: Some(eur(-50)),
            over_short_reason: "Half a euro of change too much".to_owned(),
        },
        pieces: [(10_000, 4), (5000, 20), (2000, 15), (1000, 14), (500, 6), (200, 2), (50, 1)]
            .map(|(minor, count)| DrawerPieces { worth: eur(minor), count, total: eur(minor * count) })
            .to_vec(),
        tiers: vec![
            line("Standing", 84, 1, 207_500),
            line("VIP with a view of the river and the fireworks", 20, 0, 120_000),
            line("Cancellation fee", 1, 0, 500),
        ],
        taxes: vec![
            TaxSummary { rate: "7".parse().unwrap(), net: eur(112_140), tax: eur(7860), gross: eur(120_000) },
            TaxSummary {
                rate: "19".parse().unwrap(),
                net: eur(174_370),
                tax: eur(33_130),
                gross: eur(207_500),
            },
        ],
        cashiers: vec![line("Ida Brandt", 58, 0, 310_500), line(NAMES[2].1, 3, 0, 17_500)],
        counts: counts(),
        notes: notes(),
        open_holds: 2,
        open_print_jobs: 1,
        rounding: eur(3),
        previous_hash: Some("3f".repeat(32)),
        hash: Some("c4".repeat(32)),
        watermark: None,
    }
}

/// The text on one line, however it was broken.
fn said(sheet: &DrawerSheet, layout: ReceiptLayout, locale: Locale) -> String {
    printed(sheet, layout, locale).text().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn printed(sheet: &DrawerSheet, layout: ReceiptLayout, locale: Locale) -> Printed {
    Printed::new(&render_drawer_report(sheet, layout, locale).unwrap().bytes)
}

#[test]
fn a_report_says_what_the_night_was_in_both_languages() {
    for layout in LAYOUTS {
        let english = said(&night(), layout, Locale::En);
        for wanted in [
            "Z report 12",
            "A · Foyer left",
            "731 – 795",
            "3,280.00 EUR",
            "1,875.00 EUR",
            "Short",
            "−0.50 EUR",
            "Half a euro of change too much",
            "1 of them returned",
            "Refund",
            "A-000742",
            "allowed by Mara Quell",
            "19 %",
            "1,743.70",
            "331.30",
            "Ida Brandt",
            "Drawer opened without",
            "Parked sales",
            "Open prints",
            "Rounding",
        ] {
            assert!(english.contains(wanted), "{layout:?}: “{wanted}” is missing in\n{english}");
        }
        let german = said(&night(), layout, Locale::De);
        for wanted in ["Z-Bericht 12", "Fehlbetrag", "−0,50 €", "davon 1 zurückgenommen", "Siegel", "Kasse"]
        {
            assert!(german.contains(wanted), "{layout:?}: “{wanted}” is missing in\n{german}");
        }
        // A hash that cannot be copied out whole cannot be compared.
        let copied: String = english.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(copied.contains(&"c4".repeat(32)), "{layout:?}: {english}");
    }
}

#[test]
fn an_x_has_no_number_no_count_and_no_seal() {
    let mut sheet = night();
    (sheet.kind, sheet.number, sheet.closed_at) = (DrawerReportKind::X, None, None);
    (sheet.hash, sheet.previous_hash, sheet.pieces) = (None, None, Vec::new());
    (sheet.cash.counted, sheet.cash.over_short) = (None, None);
    for layout in LAYOUTS {
        let text = printed(&sheet, layout, Locale::En).text();
        assert!(text.contains("X report") && text.contains("As of"), "{text}");
        for absent in ["Counted", "Short", "Seal", "SHA-256"] {
            assert!(!text.contains(absent), "{layout:?}: “{absent}” in\n{text}");
        }
    }
}

#[test]
fn what_is_no_ordinary_report_says_so() {
    for (watermark, wanted) in [
        (Watermark::Demo, "Demonstration, not a report"),
        (Watermark::Training, "Training, not a report"),
        (Watermark::Reprint, "Copy of the report"),
    ] {
        let sheet = DrawerSheet { watermark: Some(watermark), ..night() };
        for layout in LAYOUTS {
            assert!(printed(&sheet, layout, Locale::En).text().contains(wanted), "{wanted}");
        }
    }
}

#[test]
fn a_long_night_goes_on_over_pages_and_stays_inside() {
    let mut sheet = night();
    let notes = sheet.notes.clone();
    sheet.notes = notes.iter().cycle().take(400).cloned().collect();
    sheet.tiers.push(line(&"Überlang ".repeat(60), i64::MAX, 3, i64::MAX));
    for layout in LAYOUTS {
        let printed = printed(&sheet, layout, Locale::De);
        printed.assert_sound("a long night");
        printed.assert_inside("a long night");
        assert!(printed.text().contains("Siegel"), "the seal stands at the end");
    }
    let pages = render_drawer_report(&sheet, ReceiptLayout::A4, Locale::De).unwrap().pages;
    assert!(pages > 5, "{pages} pages");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for layout in LAYOUTS {
        let once = || render_drawer_report(&night(), layout, Locale::En).unwrap().bytes;
        assert_eq!(once(), once());
    }
}
