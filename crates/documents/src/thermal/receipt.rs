//! A receipt on a roll.

use super::{Align, Block, Column, ColumnWidth, Size, Slip, Style};
use crate::{
    Locale, ReceiptSlip,
    receipt::parts::{count, facts, heading, line_text, notice, payment, rate, total},
    wording::Words,
};

/// Sets one receipt, up to and with its cut.
#[must_use]
pub fn receipt_slip(receipt: &ReceiptSlip, locale: Locale) -> Slip {
    let words = Words::of(locale);
    let mut slip = Slip::default();
    head(&mut slip, words, receipt);
    slip.rule();
    for line in &receipt.lines {
        slip.pair(line_text(words, line), words.locale.figure(line.amount), Style::bold());
        let percent = line.tax_rate.map(|percent| rate(words, percent));
        let counted = [count(words, line), percent].into_iter().flatten().collect::<Vec<_>>().join("  ");
        for small in [Some(counted.as_str()), line.detail.as_deref()].into_iter().flatten() {
            if !small.trim().is_empty() {
                slip.left(small, Style::sized(Size::Small));
            }
        }
    }
    slip.rule();
    let (label, amount) = total(words, receipt);
    slip.pair(label, amount, Style::heavy(Size::Tall));
    slip.rule();
    taxes(&mut slip, words, receipt);
    for paid in &receipt.payments {
        for (label, value) in payment(words, receipt, paid) {
            slip.pair(label, value, Style::default());
        }
    }
    if let Some(terms) = receipt.terms.as_deref().filter(|terms| !terms.trim().is_empty()) {
        slip.rule();
        slip.centred(terms.trim(), Style::sized(Size::Small));
    }
    slip.cut();
    slip
}

fn head(slip: &mut Slip, words: &Words, receipt: &ReceiptSlip) {
    slip.centred(&receipt.issuer.name, Style::heavy(Size::Tall));
    if let Some(address) = &receipt.issuer.address {
        slip.centred(address, Style::default());
    }
    if let Some(number) = &receipt.issuer.tax_number {
        slip.centred(words.with("receipt-tax-number", [("number", number)]), Style::default());
    }
    if let Some(watermark) = receipt.watermark {
        slip.centred(notice(words, watermark), Style::notice());
    }
    slip.space();
    slip.centred(heading(words, receipt), Style::heavy(Size::Tall));
    for (label, value) in facts(words, receipt) {
        slip.pair(label, value, Style::default());
    }
}

/// Rate, net, tax, gross. Amounts are wider than the narrow roll has room for beside each other in full size.
fn taxes(slip: &mut Slip, words: &Words, receipt: &ReceiptSlip) {
    if receipt.taxes.is_empty() {
        return;
    }
    let row = |cells: [String; 4]| {
        let columns = cells.into_iter().enumerate().map(|(place, text)| match place {
            0 => Column { text, width: ColumnWidth::Letters(7), align: Align::Left },
            _ => Column { text, width: ColumnWidth::Rest, align: Align::Right },
        });
        Block::Columns { columns: columns.collect(), style: Style::sized(Size::Small) }
    };
    let heads = ["receipt-rate", "receipt-net", "receipt-tax", "receipt-gross"].map(|key| words.get(key));
    slip.blocks.push(row(heads));
    for tax in &receipt.taxes {
        let figure = |money| words.locale.figure(money);
        slip.blocks.push(row([rate(words, tax.rate), figure(tax.net), figure(tax.tax), figure(tax.gross)]));
    }
    slip.rule();
}
