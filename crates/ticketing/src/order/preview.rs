//! What a basket would cost, without selling it: the till shows it while the basket grows.

use kernel::{Failure, Money, Refusal, Timestamp};
use payments::payment::PaymentMethod;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{
    OrderChannel, OrderFee, OrderItem,
    cash::cash_due,
    lines::{self, LineRequest, WantedLine},
    pricing::{PricedOrder, Taxation},
    quote::{self, Customer, Occasion, VoucherAtSale},
};
use crate::{
    event::{Event, event_named},
    inventory::{TierDemand, availability, pools_of},
    voucher::{VoucherRow, VoucherTerms},
};

/// Asks what a basket would cost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PreviewOrder {
    /// The event: its id or its slug.
    pub event: String,
    /// What would be sold.
    pub lines: Vec<LineRequest>,
    /// How it would be paid, as far as fees depend on it; several ways when it is split. Cash when absent.
    #[serde(default)]
    #[ts(optional)]
    pub payment_methods: Option<Vec<PaymentMethod>>,
    /// The buyer's e-mail address, for vouchers that count by customer.
    #[serde(default)]
    #[ts(optional)]
    pub buyer_email: Option<String>,
    /// Why the buyer pays no tax.
    #[serde(default)]
    #[ts(optional)]
    pub tax_exemption: Option<String>,
    /// The hold whose places would be sold: its id.
    #[serde(default)]
    #[ts(optional)]
    pub hold: Option<String>,
}

/// What a basket would cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderPreview {
    /// Its lines, with what vouchers and group discounts take off.
    pub items: Vec<OrderItem>,
    /// Its fees.
    pub fees: Vec<OrderFee>,
    /// What vouchers and group discounts take off in all.
    pub discount: Money,
    /// What the customer owes.
    pub total: Money,
    /// The tax inside that.
    pub tax: Money,
    /// What the customer pays when all of it is paid in cash.
    pub cash_total: Money,
    /// Why it could not be sold now; nothing when it could.
    pub problem: Option<Refusal>,
}

/// What a basket would cost at `now`, by the same rules as a sale.
///
/// # Errors
/// A refusal when a tier or a voucher is not known, or a voucher is not taken, by name; a fault when the database fails.
/// That the event or a tier does not sell now is said in the answer.
pub fn preview_order(
    view: &View<'_>,
    request: &PreviewOrder,
    now: Timestamp,
) -> Result<OrderPreview, Failure> {
    let event = event_named(view, &request.event)?;
    let wanted = lines::load(view, &event, &request.lines)?;
    let customer = Customer::with_email(request.buyer_email.as_deref().unwrap_or(""));
    let hold = request.hold.as_deref().and_then(|hold| hold.parse().ok());
    let vouchers = quote::vouchers(view, &event, &wanted, &customer, hold, now)?;
    let exemption = request.tax_exemption.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let occasion = Occasion {
        methods: request.payment_methods.as_deref().unwrap_or(&[PaymentMethod::Cash]),
        channel: OrderChannel::Till,
        taxation: if exemption.is_some() { Taxation::Exempt } else { Taxation::Taxed },
        now,
    };
    let priced = quote::priced(view, &event, &wanted, &vouchers, &occasion)?;
    let problem = match problem(view, &event, &wanted, &vouchers, now) {
        Ok(()) => None,
        Err(Failure::Refused(refusal)) => Some(refusal),
        Err(fault @ Failure::Fault(_)) => return Err(fault),
    };
    let discount = Money::sum(event.currency, priced.lines.iter().map(|line| line.discount))?;
    Ok(OrderPreview {
        items: items(&wanted, &priced),
        fees: fees(&priced),
        discount,
        total: priced.total,
        tax: priced.tax,
        cash_total: cash_due(priced.total)?,
        problem,
    })
}

fn problem(
    view: &View<'_>,
    event: &Event,
    wanted: &[WantedLine],
    vouchers: &[VoucherAtSale],
    now: Timestamp,
) -> Result<(), Failure> {
    lines::check_on_sale(event, wanted, now)?;
    quote::check_hidden(wanted, vouchers)?;
    let mut demands: Vec<TierDemand> = Vec::with_capacity(wanted.len());
    for line in wanted {
        let voucher = vouchers.iter().find(|voucher| voucher.is_on(line));
        if voucher.is_some_and(|voucher| voucher.stored.allow_ignore_quota) {
            continue;
        }
        let more = line.quantity - voucher.map_or(0, |voucher| voucher.keeps(line.tier.id, line.quantity));
        demands.push(TierDemand { tier: line.tier.id, tier_name: line.tier.name.clone(), more });
    }
    Ok(availability::check(&pools_of(view, event, &demands)?, &demands)?)
}

/// The lines of a basket as an order shows them.
pub(super) fn items(wanted: &[WantedLine], priced: &PricedOrder) -> Vec<OrderItem> {
    let lines = wanted.iter().zip(&priced.lines);
    lines
        .map(|(wanted, line)| OrderItem {
            tier_id: line.tier,
            tier_name: wanted.tier.name.clone(),
            quantity: line.quantity,
            unit_price: line.unit.gross,
            discount: line.discount,
            gross: line.gross,
            tax_rate: line.rate.to_string(),
            tax: line.tax,
        })
        .collect()
}

/// The fees of a basket as an order shows them.
pub(super) fn fees(priced: &PricedOrder) -> Vec<OrderFee> {
    let fees = priced.fees.iter();
    fees.map(|fee| OrderFee {
        kind: fee.kind,
        name: fee.name.clone(),
        gross: fee.price.gross,
        tax_rate: fee.rate.to_string(),
        tax: fee.price.tax,
        is_cancelled: false,
    })
    .collect()
}

/// Asks whether a voucher would be taken, and what a basket would cost with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CheckVoucher {
    /// The voucher's code.
    pub voucher: String,
    /// The basket; lines without a voucher of their own get this one where it is for their tier.
    #[serde(flatten)]
    #[ts(flatten)]
    pub basket: PreviewOrder,
}

/// What a voucher would do to a basket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CheckedVoucher {
    /// The voucher and what is left of it.
    pub voucher: VoucherRow,
    /// What the basket would cost with it; absent for an empty basket.
    pub preview: Option<OrderPreview>,
}

/// Whether a voucher would be taken at `now`, and what a basket would cost with it.
///
/// # Errors
/// A refusal naming why it is not taken; a fault when the database fails.
pub fn check_voucher(
    view: &View<'_>,
    request: &CheckVoucher,
    now: Timestamp,
) -> Result<CheckedVoucher, Failure> {
    let event = event_named(view, &request.basket.event)?;
    let stored = crate::voucher::find(view, event.id, &request.voucher)?;
    let terms: VoucherTerms = stored.terms.clone();
    crate::voucher::rules::check_valid(&terms, now, |at| crate::event::local(&event, at))?;
    let voucher = crate::voucher::row_of(view, stored, now)?;
    if request.basket.lines.is_empty() || voucher.balance.is_some() {
        return Ok(CheckedVoucher { voucher, preview: None });
    }
    let mut basket = request.basket.clone();
    let wanted = lines::load(view, &event, &basket.lines)?;
    let is_for = |tier: &str| {
        let line = wanted.iter().find(|line| line.tier.name == tier || line.tier.id.to_string() == tier);
        terms.tiers.as_ref().is_none_or(|tiers| line.is_none_or(|line| tiers.contains(&line.tier.id)))
    };
    let fitting = basket.lines.iter().filter(|line| is_for(line.tier.trim())).count();
    for line in basket.lines.iter_mut().filter(|line| line.voucher.is_none()) {
        // When it is for none of them, it is put on all, so that the refusal says which tier it is not for.
        if fitting == 0 || is_for(line.tier.trim()) {
            line.voucher = Some(terms.code.clone());
        }
    }
    let preview = Some(preview_order(view, &basket, now)?);
    Ok(CheckedVoucher { voucher, preview })
}
