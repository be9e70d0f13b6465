//! Tickets and receipts of invented people, in many scripts.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]
#![allow(dead_code, reason = "each test program uses its own share")]

use chrono::DateTime;
use documents::{
    EventTimes, Issuer, ReceiptKind, ReceiptLine, ReceiptPayment, ReceiptSlip, TaxPart, TaxSummary, Tender,
    TicketSheet, VenueLines, Watermark,
};
use kernel::{Currency, Money, Timestamp};

/// A name, and the script it stands for.
pub(crate) const NAMES: [(&str, &str); 12] = [
    ("Latin", "Zoë Łukasiewicz-Nguyễn"),
    ("Devanagari", "अनुपमा क्षत्रिय"),
    ("Arabic", "محمد عبد الرحمن"),
    ("Hebrew", "שלמה בן־דוד"),
    ("Han", "田中直美 欧阳晓琳"),
    ("Kana", "さくら・ラーメン"),
    ("Hangul", "김민준 이서연"),
    ("Thai", "สมชาย ใจดี"),
    ("Cyrillic", "Ольга Щукина"),
    ("Greek", "Ελένη Παπαδοπούλου"),
    ("Tamil", "தமிழ்ச்செல்வி"),
    ("Emoji", "Mia 🎉 & Ben 👩‍🎤"),
];

pub(crate) fn at(text: &str) -> Timestamp {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub(crate) fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

pub(crate) fn times() -> EventTimes {
    EventTimes {
        zone: "Europe/Berlin".parse().unwrap(),
        doors_at: Some(at("2026-06-13T17:00:00Z")),
        starts_at: at("2026-06-13T18:00:00Z"),
        ends_at: Some(at("2026-06-13T21:30:00Z")),
    }
}

pub(crate) const TERMS: &str = "Admission only with a valid ticket; each code opens the gate once. Keep it to yourself: whoever \
    shows it first is let in. Doors close fifteen minutes after the start. Tickets can be returned until seven days \
    before the event, less a fee of 2.00 EUR. Photographs for private use are welcome, flash and tripods are not. \
    Cloakroom on the ground floor, lift to all floors, induction loop in the hall.";

/// A signed payload as long as the product's own; each number gives another one.
pub(crate) fn payload(number: usize) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut state = number as u64 ^ 0x9e37_79b9_7f4a_7c15;
    let mut text = "S1".to_owned();
    while text.len() < 123 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push(char::from(ALPHABET[(state >> 59) as usize]));
    }
    text
}

/// An ordinary ticket, complete in every field.
pub(crate) fn ticket(number: usize) -> TicketSheet {
    let (_, name) = NAMES[number % NAMES.len()];
    TicketSheet {
        organizer_name: "Lindenhof Kulturhaus".to_owned(),
        event_title: "Midsummer Night with the Lantern Quartet".to_owned(),
        venue: Some(VenueLines {
            name: "Großer Saal im Lindenhof".to_owned(),
            address: Some("Lindenstraße 14\n10999 Musterstadt".to_owned()),
        }),
        times: times(),
        tier_name: "Standing, reduced".to_owned(),
        badge_label: Some("STANDING".to_owned()),
        badge_colour: None,
        holder_name: Some(name.to_owned()),
        buyer_name: Some("Nina Albrecht".to_owned()),
        price: Some(eur(1250)),
        tax: Some(TaxPart { rate: "7".parse().unwrap(), amount: eur(82) }),
        code: "7K3M9QXT".to_owned(),
        qr_payload: payload(number),
        order_code: Some(format!("A-{:06}", 120 + number)),
        serial: Some(format!("{:05}", 1 + number)),
        terms: Some(TERMS.to_owned()),
        watermark: None,
        accent: None,
    }
}

/// Tickets that differ in everything that a layout must cope with.
pub(crate) fn varied() -> Vec<TicketSheet> {
    let mut sheets: Vec<TicketSheet> = (0..NAMES.len()).map(ticket).collect();
    sheets[1].watermark = Some(Watermark::Demo);
    sheets[2].event_title = "ليلة الموسيقى الكلاسيكية".to_owned();
    sheets[2].badge_colour = Some("#FFC533".parse().unwrap());
    sheets[2].badge_label = Some("VIP".to_owned());
    sheets[3].watermark = Some(Watermark::Void);
    sheets[4].event_title = "真夏の夜の音楽会 — 弦楽四重奏とランタンの夕べ".to_owned();
    sheets[4].accent = Some("#0B6B50".parse().unwrap());
    sheets[5].venue = None;
    sheets[5].times.doors_at = None;
    sheets[5].times.ends_at = None;
    sheets[6].price = Some(eur(0));
    sheets[6].tax = None;
    sheets[6].badge_label = Some("GUEST".to_owned());
    sheets[6].badge_colour = Some("#DFF5EC".parse().unwrap());
    sheets[7].watermark = Some(Watermark::Training);
    sheets[7].event_title = "Jazz".to_owned();
    sheets[8].code = "another-sellers-barcode-k3f9d8s7a6q5w4e3r2t1y0u9i8o7p6a5s4d3f2hj".to_owned();
    sheets[8].qr_payload = sheets[8].code.clone();
    sheets[9].times.ends_at = Some(at("2026-06-14T03:30:00Z"));
    sheets[9].watermark = Some(Watermark::Reprint);
    sheets[10].holder_name = None;
    sheets[10].terms = None;
    sheets[11].event_title =
        "An uncommonly long title that goes on and on about strings, lanterns, rivers, the shortest night of the year \
         and everybody who has ever sat beside the water listening"
            .to_owned();
    sheets
}

/// A sale paid partly in cash, partly by card.
pub(crate) fn sale() -> ReceiptSlip {
    let line =
        |text: &str, detail: Option<&str>, quantity, unit: Option<i64>, amount, rate: &str| ReceiptLine {
            meaning: documents::LineMeaning::Thing,
            text: text.to_owned(),
            detail: detail.map(str::to_owned),
            quantity,
            unit_price: unit.map(eur),
            amount: eur(amount),
            tax_rate: Some(rate.parse().unwrap()),
        };
    let midsummer = "Midsummer Night with the Lantern Quartet, 13 June 2026";
    ReceiptSlip {
        issuer: Issuer {
            name: "Lindenhof Kulturhaus".to_owned(),
            address: Some("Lindenstraße 14\n10999 Musterstadt".to_owned()),
            tax_number: Some("DE 999 999 999".to_owned()),
        },
        kind: ReceiptKind::Sale,
        number: "2026-000731".to_owned(),
        issued_at: at("2026-06-12T15:04:00Z"),
        zone: "Europe/Berlin".parse().unwrap(),
        order_code: Some("A-000131".to_owned()),
        refers_to: None,
        cashier_name: Some("Mia".to_owned()),
        customer_name: Some("अनुपमा क्षत्रिय".to_owned()),
        lines: vec![
            line("Standing, reduced", Some(midsummer), 2, Some(1250), 2500, "7"),
            line(
                "Seat, front rows, with a view of the river",
                Some(midsummer),
                1,
                Some(104_000),
                104_000,
                "7",
            ),
            line("Programme", None, 3, Some(450), 1350, "19"),
            line("Booking fee", None, 1, None, 150, "19"),
        ],
        taxes: vec![
            TaxSummary { rate: "7".parse().unwrap(), net: eur(99_533), tax: eur(6967), gross: eur(106_500) },
            TaxSummary { rate: "19".parse().unwrap(), net: eur(1261), tax: eur(239), gross: eur(1500) },
        ],
        total: eur(108_000),
        payments: vec![
            ReceiptPayment {
                tender: Tender::Cash { tendered: Some(eur(10_000)), change: Some(eur(2000)) },
                amount: eur(8000),
            },
            ReceiptPayment {
                tender: Tender::Card { reference: Some("TERM-4 738291".to_owned()) },
                amount: eur(100_000),
            },
        ],
        terms: Some(
            "Thank you, and a good evening.\nTickets can be returned until seven days before the event."
                .to_owned(),
        ),
        watermark: None,
    }
}

/// One ticket of [`sale`] paid back.
pub(crate) fn refund() -> ReceiptSlip {
    let mut slip = sale();
    slip.kind = ReceiptKind::Refund;
    slip.number = "2026-000744".to_owned();
    slip.refers_to = Some("2026-000731".to_owned());
    slip.lines.truncate(1);
    slip.lines[0].quantity = -1;
    slip.lines[0].amount = eur(-1250);
    slip.taxes =
        vec![TaxSummary { rate: "7".parse().unwrap(), net: eur(-1168), tax: eur(-82), gross: eur(-1250) }];
    slip.total = eur(-1250);
    slip.payments =
        vec![ReceiptPayment { tender: Tender::Cash { tendered: None, change: None }, amount: eur(-1250) }];
    slip.watermark = Some(Watermark::Reprint);
    slip
}
