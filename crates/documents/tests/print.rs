//! What is printed is read back by programs that know nothing of ours: poppler, zbar, qpdf.

mod reading;
mod samples;

use std::collections::BTreeSet;

use documents::{
    Layout, Locale, ReceiptLayout, ReceiptSlip, TicketSheet, Watermark, encode_qr, render_tickets,
};
use reading::{Printed, run};
use samples::{NAMES, eur, payload, refund, sale, ticket, varied};

const LAYOUTS: [Layout; 3] = [Layout::A4, Layout::A4FourUp, Layout::Roll80];

#[test]
fn every_code_is_read_back_from_every_layout() {
    let sheets = varied();
    for (layout, dots, per_page) in
        [(Layout::A4, "150", 1), (Layout::A4FourUp, "200", 4), (Layout::Roll80, "200", 1)]
    {
        let printed = Printed::tickets(&sheets, layout, Locale::De);
        let expected: Vec<BTreeSet<String>> = sheets
            .chunks(per_page)
            .map(|page| page.iter().map(|sheet| sheet.qr_payload.clone()).collect())
            .collect();
        assert_eq!(printed.codes(dots), expected, "{layout:?}");
    }
}

#[test]
fn codes_of_every_length_are_read_back() {
    let lengths = [1, 8, 20, 64, 123, 200, 300];
    let sheets: Vec<TicketSheet> = lengths
        .iter()
        .map(|length| {
            let qr_payload: String = payload(*length).chars().cycle().take(*length).collect();
            TicketSheet { qr_payload, ..ticket(*length) }
        })
        .collect();
    let printed = Printed::tickets(&sheets, Layout::Roll80, Locale::En);
    let expected: Vec<BTreeSet<String>> =
        sheets.iter().map(|sheet| BTreeSet::from([sheet.qr_payload.clone()])).collect();
    assert_eq!(printed.codes("200"), expected);
}

#[test]
fn a_signed_code_is_large_enough() {
    let matrix = encode_qr(&payload(1)).unwrap();
    assert_eq!(matrix.version(), 6, "a signed payload fits version 6");
}

#[test]
fn names_in_every_script_can_be_copied_out() {
    let sheets: Vec<TicketSheet> = (0..NAMES.len()).map(ticket).collect();
    for layout in LAYOUTS {
        let text = Printed::tickets(&sheets, layout, Locale::En).text();
        for (script, name) in NAMES {
            assert!(text.contains(name), "{script} on {layout:?}: {name} is not in\n{text}");
        }
    }
}

#[test]
fn a_ticket_says_what_it_must_in_both_languages() {
    let facts = [
        "Lindenhof Kulturhaus",
        "Großer Saal im Lindenhof",
        "Lindenstraße 14",
        "7K3M-9QXT",
        "A-000120",
        "00001",
        "Standing, reduced",
        "STANDING",
        "19:00",
        "20:00",
        "23:30",
        "Admission only with a valid ticket",
    ];
    let english = ["Saturday, 13 June 2026", "CEST", "12.50 EUR", "incl. 7 % tax 0.82", "DOORS"];
    let german = ["Samstag, 13. Juni 2026", "MESZ", "12,50 €", "inkl. 7 % USt. 0,82", "EINLASS"];
    for layout in LAYOUTS {
        for (locale, words) in [(Locale::En, english), (Locale::De, german)] {
            let text = Printed::tickets(&[ticket(0)], layout, locale).text();
            let text = if layout == Layout::Roll80 {
                text.replace("Einlass", "EINLASS").replace("Doors", "DOORS")
            } else {
                text
            };
            for fact in facts.iter().chain(&words) {
                assert!(text.contains(fact), "{layout:?} in {locale:?}: {fact} is not in\n{text}");
            }
        }
    }
}

#[test]
fn what_is_no_ordinary_ticket_says_so() {
    for (watermark, word) in [
        (Watermark::Demo, "DEMO"),
        (Watermark::Training, "TRAINING"),
        (Watermark::Reprint, "REPRINT"),
        (Watermark::Void, "VOID"),
    ] {
        let sheet = TicketSheet { watermark: Some(watermark), ..ticket(3) };
        for layout in LAYOUTS {
            assert!(Printed::tickets(std::slice::from_ref(&sheet), layout, Locale::En).text().contains(word));
        }
        let slip = ReceiptSlip { watermark: Some(watermark), ..sale() };
        let plain = Printed::receipt(&sale(), ReceiptLayout::Roll80, Locale::En).text();
        assert_ne!(Printed::receipt(&slip, ReceiptLayout::Roll80, Locale::En).text(), plain);
    }
}

#[test]
fn files_are_sound_and_fonts_embedded() {
    let sheets = varied();
    for layout in LAYOUTS {
        let printed = Printed::tickets(&sheets, layout, Locale::En);
        printed.assert_sound("print");
        printed.assert_inside("print");
        let fonts = run("pdffonts", &[printed.path().as_ref()]);
        for font in fonts.lines().skip(2) {
            assert!(font.contains("yes yes yes"), "embedded, cut down and readable: {font}");
        }
    }
}

#[test]
fn a_receipt_says_what_was_paid_and_how() {
    for layout in [ReceiptLayout::A4, ReceiptLayout::Roll80] {
        let printed = Printed::receipt(&sale(), layout, Locale::En);
        printed.assert_sound("print");
        printed.assert_inside("print");
        let text = printed.text();
        for fact in [
            "Lindenhof Kulturhaus",
            "2026-000731",
            "12 June 2026, 17:04 CEST",
            "A-000131",
            "अनुपमा क्षत्रिय",
            "1,080.00 EUR",
            "995.33",
            "69.67",
            "1,065.00",
            "100.00 EUR",
            "20.00 EUR",
            "TERM-4 738291",
            "19 %",
        ] {
            assert!(text.contains(fact), "{layout:?}: {fact} is not in\n{text}");
        }
        let text = Printed::receipt(&refund(), layout, Locale::De).text();
        for fact in ["Erstattungsbeleg", "2026-000744", "2026-000731", "−12,50 €", "−0,82", "Bar ausgezahlt"]
        {
            assert!(text.contains(fact), "{layout:?}: {fact} is not in\n{text}");
        }
    }
}

#[test]
fn a_receipt_of_a_thousand_lines_goes_on_over_pages() {
    let mut slip = sale();
    let line = slip.lines[0].clone();
    slip.lines =
        (0..1000).map(|number| documents::ReceiptLine { amount: eur(number), ..line.clone() }).collect();
    for layout in [ReceiptLayout::A4, ReceiptLayout::Roll80] {
        let printed = Printed::receipt(&slip, layout, Locale::En);
        printed.assert_sound("print");
        printed.assert_inside("print");
        let text = printed.text();
        assert!(text.contains("9.99") && text.contains("1,080.00 EUR"), "first and last are there");
    }
}

#[test]
fn a_further_ticket_costs_little() {
    let sheets: Vec<TicketSheet> = (0..200).map(ticket).collect();
    for layout in LAYOUTS {
        let bytes = |count: usize| render_tickets(&sheets[..count], layout, Locale::En).unwrap().bytes.len();
        let each = (bytes(200) - bytes(100)) / 100;
        assert!(each <= 1_500, "{layout:?}: {each} bytes a ticket; what tickets share must be kept once");
    }
}
