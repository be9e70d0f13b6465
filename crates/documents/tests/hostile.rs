//! Whatever people type, a sound file comes out and nothing leaves the page.

mod reading;
mod samples;

use chrono::{DateTime, Utc};
use documents::{
    DocumentError, Layout, Locale, ReceiptLayout, ReceiptSlip, TaxPart, TicketSheet, VenueLines, Watermark,
    render_receipt, render_tickets,
};
use kernel::Money;
use proptest::prelude::*;
use reading::Printed;
use samples::{sale, ticket};

const LAYOUTS: [Layout; 3] = [Layout::A4, Layout::A4FourUp, Layout::Roll80];

/// A ticket that says `text` wherever a person can put text.
fn saying(text: &str, watermark: Option<Watermark>) -> TicketSheet {
    let text = text.to_owned();
    TicketSheet {
        organizer_name: text.clone(),
        event_title: text.clone(),
        venue: Some(VenueLines { name: text.clone(), address: Some(text.clone()) }),
        tier_name: text.clone(),
        badge_label: Some(text.clone()),
        holder_name: Some(text.clone()),
        code: text.clone(),
        order_code: Some(text.clone()),
        serial: Some(text.clone()),
        terms: Some(text),
        watermark,
        ..ticket(0)
    }
}

fn slip_saying(text: &str) -> ReceiptSlip {
    let mut slip = sale();
    slip.issuer.name = text.to_owned();
    slip.issuer.address = Some(text.to_owned());
    slip.issuer.tax_number = Some(text.to_owned());
    slip.number = text.to_owned();
    slip.order_code = Some(text.to_owned());
    slip.cashier_name = Some(text.to_owned());
    slip.customer_name = Some(text.to_owned());
    slip.terms = Some(text.to_owned());
    for line in &mut slip.lines {
        line.text = text.to_owned();
        line.detail = Some(text.to_owned());
    }
    slip
}

/// Sound by `qpdf`, and every word inside its page by `pdftotext`.
fn assert_good(pdf: &[u8], what: &str) {
    let printed = Printed::new(pdf);
    printed.assert_sound(what);
    printed.assert_inside(what);
}

fn hostile_texts() -> Vec<(&'static str, String)> {
    vec![
        ("nothing", String::new()),
        ("blanks", " \t\u{a0}\u{3000} ".to_owned()),
        ("only control characters", "\u{0}\u{1}\u{7f}\u{9d}".to_owned()),
        ("only marks", "\u{301}\u{302}\u{200f}\u{fe0f}\u{200d}".to_owned()),
        ("ten thousand letters", "x".repeat(10_000)),
        ("ten thousand wide letters", "W".repeat(10_000)),
        ("ten thousand words", "Wochenendhaus ".repeat(1_000)),
        ("a thousand lines", "line\n".repeat(1_000)),
        ("markup and quotes", "'; DROP TABLE tickets; -- ) Tj ET <</Type>> \\ (((".to_owned()),
        ("overrides", "\u{202e}\u{2066}abc\u{202d} שלום \u{2069}\u{202c} 12".repeat(40)),
        ("towers of marks", format!("{} ", "Z\u{30d}\u{334}\u{35c}".repeat(9)).repeat(40)),
        ("no font has it", "\u{e000}\u{f8ff}\u{10ffff}\u{12000}".repeat(60)),
        ("emoji", "👩‍🎤👨‍👩‍👧‍👦🇩🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿👍🏽1️⃣".repeat(30)),
        ("every direction", "abc محمد 漢字 नमस्ते שלום ไทย ".repeat(60)),
        ("one long Arabic word", "محمد".repeat(500)),
        ("one long Thai word", "สวัสดี".repeat(500)),
        ("one long Han word", "漢字".repeat(1_000)),
        ("everything beyond the basic plane", "𠮷𝔘𝒻𐍈".repeat(100)),
    ]
}

#[test]
fn no_text_breaks_a_ticket() {
    for (what, text) in hostile_texts() {
        for layout in LAYOUTS {
            for (watermark, locale) in [(None, Locale::En), (Some(Watermark::Training), Locale::De)] {
                let sheets = [saying(&text, watermark), ticket(1)];
                let pdf = render_tickets(&sheets, layout, locale).unwrap().bytes;
                assert_good(&pdf, &format!("{what} on {layout:?}"));
            }
        }
    }
}

#[test]
fn no_text_breaks_a_receipt() {
    for (what, text) in hostile_texts() {
        for layout in [ReceiptLayout::A4, ReceiptLayout::Roll80] {
            let pdf = render_receipt(&slip_saying(&text), layout, Locale::De).unwrap().bytes;
            assert_good(&pdf, &format!("{what} on {layout:?}"));
        }
    }
}

#[test]
fn amounts_and_times_at_the_edge_of_their_types_fit() {
    for minor in [i64::MIN, i64::MAX, 0, -1] {
        let mut sheet = ticket(0);
        sheet.price = Some(Money::new(minor, "KWD".parse().unwrap()));
        sheet.tax =
            Some(TaxPart { rate: "99999999999999.9999".parse().unwrap(), amount: samples::eur(minor) });
        for moment in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            sheet.times.starts_at = moment;
            sheet.times.ends_at = Some(DateTime::<Utc>::MAX_UTC);
            let mut slip = sale();
            slip.total = samples::eur(minor);
            slip.lines[0].amount = samples::eur(minor);
            slip.lines[0].unit_price = Some(samples::eur(minor));
            slip.lines[0].quantity = minor;
            slip.taxes[0].gross = samples::eur(minor);
            slip.issued_at = moment;
            for layout in LAYOUTS {
                assert_good(
                    &render_tickets(std::slice::from_ref(&sheet), layout, Locale::En).unwrap().bytes,
                    "a ticket",
                );
            }
            for layout in [ReceiptLayout::A4, ReceiptLayout::Roll80] {
                assert_good(&render_receipt(&slip, layout, Locale::En).unwrap().bytes, "a receipt");
            }
        }
    }
}

#[test]
fn a_ticket_without_anything_optional_prints() {
    let bare: TicketSheet = serde_json::from_value(serde_json::json!({
        "organizer_name": "", "event_title": "", "tier_name": "", "code": "", "qr_payload": "A",
        "times": { "zone": "UTC", "starts_at": "2026-06-13T18:00:00Z" },
    }))
    .unwrap();
    for layout in LAYOUTS {
        assert_good(
            &render_tickets(std::slice::from_ref(&bare), layout, Locale::En).unwrap().bytes,
            "a bare ticket",
        );
    }
}

#[test]
fn what_cannot_be_printed_is_named() {
    assert_eq!(render_tickets(&[], Layout::A4, Locale::En), Err(DocumentError::NothingToPrint));
    let empty = TicketSheet { qr_payload: String::new(), ..ticket(1) };
    let long = TicketSheet { qr_payload: "é".repeat(400), ..ticket(1) };
    for layout in LAYOUTS {
        let refused = render_tickets(&[ticket(0), empty.clone()], layout, Locale::En);
        assert_eq!(refused, Err(DocumentError::PayloadEmpty { position: 2 }), "{layout:?}");
        let refused = render_tickets(&[ticket(0), long.clone()], layout, Locale::En);
        assert!(
            matches!(refused, Err(DocumentError::PayloadTooLong { position: 2, bytes: 800, .. })),
            "{layout:?}"
        );
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let sheets = samples::varied();
    for layout in LAYOUTS {
        let [first, second] = [(); 2].map(|()| render_tickets(&sheets, layout, Locale::De).unwrap());
        assert!(first == second, "{layout:?}: a reprint is the same file");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_gives_a_sound_file(
        text in prop_oneof![any::<String>(), "[\u{0}-\u{2ff}\u{590}-\u{6ff}\u{900}-\u{97f}\u{2000}-\u{20ff}]{0,300}"],
        layout in prop::sample::select(LAYOUTS.to_vec()),
    ) {
        let pdf = render_tickets(&[saying(&text, None)], layout, Locale::En).unwrap().bytes;
        assert_good(&pdf, &format!("{text:?} on {layout:?}"));
    }
}
