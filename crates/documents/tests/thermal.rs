//! Slips and labels read back: every code by zbar, every picture where it belongs. The sheets stay in the target
//! folder's `tmp/thermal` to be looked at.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

mod reading;
mod samples;

use std::path::{Path, PathBuf};

use documents::{
    Bitmap, CodePage, Copy, EscPos, LabelSize, Locale, QrMethod, Roll, Slip, draw_slip, encode_label,
    encode_slip, label_of_ticket, receipt_slip, ticket_slip,
};
use reading::run;
use samples::{refund, sale, varied};

fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("thermal");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn codes_in(picture: &Path) -> String {
    let options = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"];
    let mut arguments: Vec<&Path> = options.iter().map(Path::new).collect();
    arguments.push(picture);
    run("zbarimg", &arguments).trim_end().to_owned()
}

fn slips() -> Vec<(String, Slip, String)> {
    let tickets = varied().into_iter().enumerate().map(|(number, sheet)| {
        let copy = if number % 3 == 1 { Copy::Reprint(2) } else { Copy::First };
        let locale = if number % 2 == 0 { Locale::En } else { Locale::De };
        (format!("ticket-{number}"), ticket_slip(&sheet, copy, locale), sheet.qr_payload)
    });
    tickets.collect()
}

const ROLLS: [(Roll, &str); 2] = [(Roll::Mm58, "58"), (Roll::Mm80, "80")];

#[test]
fn every_drawn_ticket_has_a_code_that_scans_on_both_rolls() {
    for (roll, width) in ROLLS {
        for (name, slip, payload) in slips() {
            let picture = draw_slip(&slip, roll).unwrap();
            let path = kept(&format!("{name}-{width}.png"), &picture.to_png());
            assert_eq!(codes_in(&path), payload, "{name} on {width} mm");
        }
    }
}

/// The pictures of `GS v 0` in a stream that has nothing else but commands without text.
fn pictures(bytes: &[u8], width: usize) -> Vec<u8> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at + 8 <= bytes.len() {
        if bytes[at..at + 4] == [0x1d, b'v', b'0', 0] {
            let row = usize::from(u16::from_le_bytes([bytes[at + 4], bytes[at + 5]]));
            let count = usize::from(u16::from_le_bytes([bytes[at + 6], bytes[at + 7]]));
            assert_eq!(row * 8, width);
            rows.extend_from_slice(&bytes[at + 8..at + 8 + row * count]);
            at += 8 + row * count;
        } else {
            at += 1;
        }
    }
    rows
}

#[test]
fn what_is_sent_as_pictures_scans_too() {
    for (roll, width) in ROLLS {
        let printer = EscPos { roll, code_page: CodePage::Drawn, qr: QrMethod::Picture, has_cutter: true };
        for (name, slip, payload) in slips() {
            let bytes = encode_slip(&slip, &printer).unwrap();
            let rows = pictures(&bytes, roll.dots());
            let mut picture = format!("P4\n{} {}\n", roll.dots(), rows.len() * 8 / roll.dots()).into_bytes();
            picture.extend(rows);
            let path = kept(&format!("{name}-{width}-sent.pbm"), &picture);
            assert_eq!(codes_in(&path), payload, "{name} on {width} mm");
        }
    }
}

#[test]
fn receipts_fit_both_rolls() {
    for (roll, width) in ROLLS {
        for (name, receipt) in [("sale", sale()), ("refund", refund())] {
            for locale in [Locale::En, Locale::De] {
                let picture: Bitmap = draw_slip(&receipt_slip(&receipt, locale), roll).unwrap();
                assert_eq!(picture.width(), roll.dots());
                kept(&format!("{name}-{width}-{}.png", locale.tag()), &picture.to_png());
            }
        }
    }
}

#[test]
fn streams_and_labels_are_there_for_other_programs_to_read() {
    for (roll, width) in ROLLS {
        let printer = EscPos { roll, code_page: CodePage::Cp858, qr: QrMethod::Printer, has_cutter: true };
        for (name, slip, _) in slips() {
            let bytes = encode_slip(&slip, &printer).unwrap();
            assert!(bytes.len() < 120_000, "{name} has {} bytes", bytes.len());
            kept(&format!("{name}-{width}.escpos"), &bytes);
        }
        let bytes = encode_slip(&receipt_slip(&sale(), Locale::En), &printer).unwrap();
        kept(&format!("sale-{width}.escpos"), &bytes);
    }
    for (number, sheet) in varied().into_iter().enumerate() {
        let copy = if number == 1 { Copy::Reprint(1) } else { Copy::First };
        let label = label_of_ticket(&sheet, copy, Locale::En);
        let zpl = encode_label(&label, LabelSize { width_mm: 80, height_mm: 50 }).unwrap();
        kept(&format!("label-{number}.zpl"), &zpl);
    }
}
