//! Receipts on paper.

use std::collections::BTreeMap;

use documents::{
    Issuer, LineMeaning, Locale, ReceiptKind, ReceiptLayout, ReceiptLine, ReceiptPayment, ReceiptSlip,
    TaxSummary, Tender, Watermark, render_receipt,
};
use events::event::event_by_id;
use identity::organization::required_organization;
use kernel::{Failure, Money};
use payments::payment::{PaymentMethod, PaymentStatus};
use rust_decimal::Decimal;
use serde::Deserialize;
use ticketing::{
    order::{FeeKind, OrderDetail, OrderPayment, OrderReceipt, order_detail, order_id},
    receipt::ReceiptKind as Booked,
};
use workspace::View;

use super::{PrintRefused, document};
use crate::commands::Document;

/// Which receipt, and on which paper.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct PrintReceipt {
    /// The order: its code or id.
    order: String,
    /// The receipt's number, when the order has several; the sale's when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    number: Option<i64>,
    /// The paper.
    #[ts(type = "\"a4\" | \"roll80\"")]
    layout: ReceiptLayout,
    /// The language; English when absent.
    #[serde(default)]
    #[ts(optional)]
    locale: Option<String>,
}

/// Sets one receipt of an order.
pub(crate) fn receipt(view: &View<'_>, request: &PrintReceipt) -> Result<Document, Failure> {
    let order = order_detail(view, order_id(view, &request.order)?)?;
    let slip = slip(view, &order, request.number)?;
    let locale = Locale::from_tag(request.locale.as_deref().unwrap_or("en"));
    let printed = render_receipt(&slip, request.layout, locale).map_err(PrintRefused::from)?;
    Ok(document(&format!("receipt-{}", slip.number), &printed))
}

/// The values of a receipt: of the one with `number`, else of the sale's.
pub(super) fn slip(
    view: &View<'_>,
    order: &OrderDetail,
    number: Option<i64>,
) -> Result<ReceiptSlip, Failure> {
    let receipt = chosen(order, number).ok_or_else(|| PrintRefused::NoReceipt(order.summary.code.clone()))?;
    let event = event_by_id(view, order.summary.event_id)?.ok_or(PrintRefused::NothingNamed)?;
    let organization = required_organization(view)?;
    let (kind, lines) = match receipt.kind {
        Booked::Sale => (ReceiptKind::Sale, sold(order, &event.title)?),
        Booked::Refund => (ReceiptKind::Refund, vec![returned(order, receipt)]),
    };
    Ok(ReceiptSlip {
        issuer: Issuer { name: organization.name, address: None, tax_number: None },
        kind,
        number: receipt.number.to_string(),
        issued_at: receipt.created_at,
        zone: event.time_zone,
        order_code: Some(order.summary.code.clone()),
        refers_to: refers_to(order, receipt),
        cashier_name: None,
        customer_name: Some(order.summary.buyer_name.clone()).filter(|name| !name.is_empty()),
        lines,
        taxes: if kind == ReceiptKind::Sale { taxes(order)? } else { Vec::new() },
        total: receipt.total,
        payments: if kind == ReceiptKind::Sale { payments(order) } else { Vec::new() },
        terms: None,
        watermark: organization.is_demo.then_some(Watermark::Demo),
    })
}

/// The number of the receipt that is meant.
pub(super) fn chosen_number(order: &OrderDetail, number: Option<i64>) -> Option<i64> {
    chosen(order, number).map(|receipt| receipt.number)
}

fn chosen(order: &OrderDetail, number: Option<i64>) -> Option<&OrderReceipt> {
    match number {
        Some(number) => order.receipts.iter().find(|receipt| receipt.number == number),
        None => order.receipts.iter().find(|receipt| receipt.kind == Booked::Sale),
    }
}

/// What was sold, as it was charged: a line at list price, what was taken off it, the fees of the sale, and what coins
/// rounded. Fees that were given back stand on the sale's receipt too, and what a refund kept does not.
fn sold(order: &OrderDetail, event_title: &str) -> Result<Vec<ReceiptLine>, Failure> {
    let mut lines = Vec::with_capacity(order.items.len());
    for item in &order.items {
        let listed = item.unit_price.times(item.quantity)?;
        let has_discount = !item.discount.is_zero();
        lines.push(ReceiptLine {
            meaning: LineMeaning::Thing,
            text: item.tier_name.clone(),
            detail: Some(event_title.to_owned()),
            quantity: item.quantity,
            unit_price: Some(item.unit_price),
            amount: if has_discount { listed } else { item.gross },
            tax_rate: item.tax_rate.parse().ok(),
        });
        if has_discount {
            lines.push(plain(LineMeaning::Discount, item.gross.subtract(listed)?));
        }
    }
    let fees = order.fees.iter().filter(|fee| fee.kind != FeeKind::Cancellation).map(|fee| ReceiptLine {
        text: fee.name.clone(),
        tax_rate: fee.tax_rate.parse().ok(),
        ..plain(LineMeaning::Thing, fee.gross)
    });
    lines.extend(fees);
    if !order.rounding.is_zero() {
        lines.push(plain(LineMeaning::Rounding, order.rounding));
    }
    Ok(lines)
}

fn plain(meaning: LineMeaning, amount: Money) -> ReceiptLine {
    ReceiptLine {
        meaning,
        text: String::new(),
        detail: None,
        quantity: 1,
        unit_price: None,
        amount,
        tax_rate: None,
    }
}

fn returned(order: &OrderDetail, receipt: &OrderReceipt) -> ReceiptLine {
    let reasons: Vec<&str> = order
        .refunds
        .iter()
        .map(|refund| refund.reason.as_str())
        .filter(|reason| !reason.is_empty())
        .collect();
    ReceiptLine {
        text: format!("↩ {}", order.summary.code),
        detail: (!reasons.is_empty()).then(|| reasons.join("; ")),
        ..plain(LineMeaning::Thing, receipt.total)
    }
}

fn refers_to(order: &OrderDetail, receipt: &OrderReceipt) -> Option<String> {
    let sale = order.receipts.iter().find(|other| other.kind == Booked::Sale)?;
    (receipt.kind == Booked::Refund).then(|| sale.number.to_string())
}

/// Tax by rate over items and fees, as they were charged.
fn taxes(order: &OrderDetail) -> Result<Vec<TaxSummary>, Failure> {
    let nothing = Money::zero(order.summary.total.currency);
    let mut rates: BTreeMap<Decimal, (Money, Money)> = BTreeMap::new();
    let items = order.items.iter().map(|item| (&item.tax_rate, item.gross, item.tax));
    let fees = order
        .fees
        .iter()
        .filter(|fee| fee.kind != FeeKind::Cancellation)
        .map(|fee| (&fee.tax_rate, fee.gross, fee.tax));
    for (rate, gross, tax) in items.chain(fees) {
        let Ok(rate) = rate.parse::<Decimal>() else { continue };
        let sums = rates.entry(rate).or_insert((nothing, nothing));
        *sums = (sums.0.add(gross)?, sums.1.add(tax)?);
    }
    rates
        .into_iter()
        .filter(|(rate, _)| !rate.is_zero())
        .map(|(rate, (gross, tax))| Ok(TaxSummary { rate, net: gross.subtract(tax)?, tax, gross }))
        .collect()
}

fn payments(order: &OrderDetail) -> Vec<ReceiptPayment> {
    let confirmed = order.payments.iter().filter(|payment| payment.status == PaymentStatus::Confirmed);
    confirmed.map(|payment| ReceiptPayment { tender: tender(payment), amount: payment.amount }).collect()
}

fn tender(payment: &OrderPayment) -> Tender {
    let reference = (!payment.reference.is_empty()).then(|| payment.reference.clone());
    match payment.method {
        PaymentMethod::Cash => Tender::Cash { tendered: payment.tendered, change: payment.change },
        PaymentMethod::Card => Tender::Card { reference },
        PaymentMethod::Voucher => Tender::Voucher { code: reference },
        PaymentMethod::Transfer | PaymentMethod::Wallet | PaymentMethod::Other => {
            Tender::Transfer { reference }
        }
        PaymentMethod::Comp => Tender::Complimentary { reason: reference },
    }
}
