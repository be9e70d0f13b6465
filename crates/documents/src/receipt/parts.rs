//! What both receipt layouts say, in words; they differ only in where it stands.

use super::{LineMeaning, ReceiptKind, ReceiptLine, ReceiptPayment, ReceiptSlip, Tender};
use crate::{
    Watermark,
    pdf::Canvas,
    text::{Fit, Frame, Typeface, clean},
    wording::{Words, moment::zone_label},
};

/// How much of a hostile text is looked at, per line it may fill.
const CHARS_PER_LINE: usize = 200;

/// Sets a value into `frame`.
pub(super) fn fit(canvas: &mut Canvas<'_, '_>, text: &str, frame: Frame<'_>) -> Fit {
    let clean = clean::one_line(text, CHARS_PER_LINE * frame.lines_max);
    canvas.fit(&clean, &frame)
}

/// Sets a value that reads best on one line, and takes two when it has to; four sizes down from `size`.
pub(super) fn fit_value(canvas: &mut Canvas<'_, '_>, text: &str, size: f32, width: f32) -> Fit {
    let sizes = [size, size * 0.85, size * 0.7, size * 0.55];
    let frame = Frame { typeface: Typeface::StrongFigures, sizes: &sizes, width, lines_max: 1 };
    let fitted = fit(canvas, text, frame);
    if fitted.is_cut {
        fit(canvas, text, Frame { sizes: &sizes[2..], lines_max: 2, ..frame })
    } else {
        fitted
    }
}

/// The baseline of a row of `size` after one whose first baseline is `first` and whose cells are `cells`.
pub(super) fn next_baseline(first: f32, cells: [&Fit; 2], size: f32, leading: f32) -> f32 {
    let last = |cell: &Fit| first + cell.lines.len().saturating_sub(1) as f32 * cell.size * leading;
    last(cells[0]).max(last(cells[1])) + size * leading
}

/// Sets a value of several lines into `frame`.
pub(super) fn fit_paragraphs(canvas: &mut Canvas<'_, '_>, text: &str, frame: Frame<'_>) -> Fit {
    let clean = clean::paragraphs(text.trim(), CHARS_PER_LINE * frame.lines_max);
    canvas.fit(&clean, &frame)
}

/// A label and its value.
pub(crate) type Row = (String, String);

/// “Receipt” or “Refund receipt”.
pub(crate) fn heading(words: &Words, slip: &ReceiptSlip) -> String {
    words.get(match slip.kind {
        ReceiptKind::Sale => "receipt",
        ReceiptKind::Refund => "receipt-refund",
    })
}

/// Number, date, order and people.
pub(crate) fn facts(words: &Words, slip: &ReceiptSlip) -> Vec<Row> {
    let issued = format!(
        "{} {}",
        words.locale.date_and_time(slip.issued_at, slip.zone),
        zone_label(words, slip.issued_at, slip.zone)
    );
    let mut rows =
        vec![(words.get("receipt-number"), slip.number.clone()), (words.get("receipt-issued"), issued)];
    let others = [
        ("receipt-refers-to", &slip.refers_to),
        ("receipt-order", &slip.order_code),
        ("receipt-customer", &slip.customer_name),
        ("receipt-cashier", &slip.cashier_name),
    ];
    for (key, value) in others {
        if let Some(value) = value.as_ref().filter(|value| !value.trim().is_empty()) {
            rows.push((words.get(key), value.clone()));
        }
    }
    rows
}

/// The label and amount of the sum.
pub(crate) fn total(words: &Words, slip: &ReceiptSlip) -> Row {
    let key = match slip.kind {
        ReceiptKind::Sale => "receipt-total",
        ReceiptKind::Refund => "receipt-refunded",
    };
    (words.get(key), words.locale.amount(slip.total))
}

/// How it was paid: the tender with its amount, then what belongs to it.
pub(crate) fn payment(words: &Words, slip: &ReceiptSlip, payment: &ReceiptPayment) -> Vec<Row> {
    let amount = |money| words.locale.amount(money);
    let is_sale = slip.kind == ReceiptKind::Sale;
    let (key, mut further) = match &payment.tender {
        Tender::Cash { tendered, change } => {
            let tendered = tendered.map(|money| (words.get("receipt-tendered"), amount(money)));
            let change = change.map(|money| (words.get("receipt-change"), amount(money)));
            let key = if is_sale { "receipt-cash" } else { "receipt-refund-to-cash" };
            (key, [tendered, change].into_iter().flatten().collect::<Vec<_>>())
        }
        Tender::Card { reference } => {
            let key = if is_sale { "receipt-card" } else { "receipt-refund-to-card" };
            (key, referenced(words, reference.as_deref()))
        }
        Tender::Transfer { reference } => {
            let key = if is_sale { "receipt-transfer" } else { "receipt-refund-to-transfer" };
            (key, referenced(words, reference.as_deref()))
        }
        Tender::Voucher { code } => {
            let key = if is_sale { "receipt-voucher" } else { "receipt-refund-to-voucher" };
            (key, referenced(words, code.as_deref()))
        }
        Tender::Complimentary { reason } => {
            let reason = reason.iter().map(|reason| (reason.clone(), String::new()));
            ("receipt-complimentary", reason.collect())
        }
    };
    let mut rows = vec![(words.get(key), amount(payment.amount))];
    rows.append(&mut further);
    rows
}

fn referenced(words: &Words, reference: Option<&str>) -> Vec<Row> {
    let reference = reference.filter(|reference| !reference.trim().is_empty());
    reference.map(|reference| (words.get("receipt-reference"), reference.to_owned())).into_iter().collect()
}

/// What a line is called.
pub(crate) fn line_text(words: &Words, line: &ReceiptLine) -> String {
    match line.meaning {
        LineMeaning::Thing => line.text.clone(),
        LineMeaning::Discount => words.get("receipt-discount"),
        LineMeaning::Rounding => words.get("receipt-rounding"),
    }
}

/// `2 × 12.50 EUR`, or nothing for a single thing without a price of its own.
pub(crate) fn count(words: &Words, line: &ReceiptLine) -> Option<String> {
    match line.unit_price {
        Some(price) => Some(format!("{} × {}", signed(line.quantity), words.locale.amount(price))),
        None if line.quantity == 1 => None,
        None => Some(format!("{} ×", signed(line.quantity))),
    }
}

/// A count with a true minus sign.
pub(super) fn signed(count: i64) -> String {
    count.to_string().replace('-', "−")
}

/// `7 %`.
pub(crate) fn rate(words: &Words, rate: rust_decimal::Decimal) -> String {
    format!("{} %", words.locale.rate(rate))
}

/// What makes it no ordinary receipt, in words.
pub(crate) fn notice(words: &Words, watermark: Watermark) -> String {
    words.get(match watermark {
        Watermark::Demo => "receipt-notice-demo",
        Watermark::Training => "receipt-notice-training",
        Watermark::Reprint => "receipt-notice-reprint",
        Watermark::Void => "receipt-notice-void",
    })
}
