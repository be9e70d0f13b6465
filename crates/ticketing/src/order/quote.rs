//! What a basket costs in an event: the rules that the event has are loaded, the price is worked out by
//! [`super::pricing`]. A sale and a preview ask the same way, so they never differ.

use identity::wording::folded;
use kernel::{Failure, Fault, Timestamp};
use payments::payment::PaymentMethod;
use workspace::View;

use super::{
    OrderChannel,
    fees::FeeOccasion,
    lines::WantedLine,
    pricing::{self, Basket, PriceBasis, PricedOrder, Taxation, VoucherInBasket},
};
use crate::{
    event::{Event, local},
    fee_rule, group_discount,
    hold::HoldId,
    tier::TierId,
    voucher::{
        VoucherRefusal, VoucherUse,
        redeem::kept_tier,
        rules::{self, VoucherClaim},
        store::{self, StoredVoucher},
    },
};

/// A voucher that some lines are bought with.
pub(crate) struct VoucherAtSale {
    pub(crate) stored: StoredVoucher,
    pub(crate) used: VoucherUse,
    /// Places that it keeps of its one tier.
    pub(crate) kept: i64,
}

impl VoucherAtSale {
    /// Whether `line` is bought with it.
    pub(crate) fn is_on(&self, line: &WantedLine) -> bool {
        line.voucher.as_ref().is_some_and(|code| self.stored.terms.code.eq_ignore_ascii_case(code))
    }

    /// Places of `tier` that it keeps for those who bring its code, at most `quantity`.
    pub(crate) fn keeps(&self, tier: TierId, quantity: i64) -> i64 {
        if kept_tier(&self.stored) == Some(tier) { self.kept.min(quantity) } else { 0 }
    }
}

/// Who buys, as far as vouchers count by customer.
pub(crate) enum Customer {
    /// By a folded e-mail address; empty when nobody said it.
    Asked(String),
    /// A basket that is still being filled: who buys is asked at the end.
    NotAskedYet,
}

impl Customer {
    /// The customer with this address.
    pub(crate) fn with_email(email: &str) -> Self {
        Self::Asked(folded(email))
    }

    /// How redemptions know the customer; empty when unknown.
    pub(crate) fn key(&self) -> &str {
        match self {
            Self::Asked(key) => key,
            Self::NotAskedYet => "",
        }
    }

    fn is_known(&self) -> bool {
        match self {
            Self::Asked(key) => !key.is_empty(),
            Self::NotAskedYet => true,
        }
    }
}

/// The vouchers of `wanted`, each checked against everything that its lines want of it. Asks nothing when no line has
/// one.
pub(crate) fn vouchers(
    view: &View<'_>,
    event: &Event,
    wanted: &[WantedLine],
    customer: &Customer,
    basket: Option<HoldId>,
    now: Timestamp,
) -> Result<Vec<VoucherAtSale>, Failure> {
    let mut found: Vec<VoucherAtSale> = Vec::new();
    for line in wanted {
        let Some(code) = &line.voucher else { continue };
        if found.iter().any(|voucher| voucher.is_on(line)) {
            continue;
        }
        let stored = store::by_code(view, event.id, code)?
            .ok_or_else(|| VoucherRefusal::Unknown(code.chars().take(60).collect()))?;
        let used = store::usage(view, &stored, customer.key(), now)?;
        let kept = store::kept(view, &stored, now)?;
        let voucher = VoucherAtSale { stored, used, kept };
        let lines: Vec<&WantedLine> = wanted.iter().filter(|line| voucher.is_on(line)).collect();
        let tiers: Vec<(TierId, &str)> =
            lines.iter().map(|line| (line.tier.id, line.tier.name.as_str())).collect();
        let kept_in_basket = match basket {
            Some(hold) => store::in_basket(view, hold, voucher.stored.id, now)?,
            None => 0,
        };
        let claim = VoucherClaim {
            tiers: &tiers,
            quantity: lines.iter().fold(0, |sum, line| sum.saturating_add(line.quantity)),
            is_customer_known: customer.is_known(),
            kept_in_basket,
        };
        rules::check(&voucher.stored.terms, used, &claim, now, |at| local(event, at))?;
        found.push(voucher);
    }
    Ok(found)
}

/// Whether every hidden tier comes with a voucher that shows it.
pub(crate) fn check_hidden(wanted: &[WantedLine], vouchers: &[VoucherAtSale]) -> Result<(), VoucherRefusal> {
    let is_shown =
        |line: &WantedLine| vouchers.iter().any(|voucher| voucher.is_on(line) && voucher.stored.show_hidden);
    match wanted.iter().find(|line| line.tier.is_hidden && !is_shown(line)) {
        Some(line) => Err(VoucherRefusal::TierHidden { tier: line.tier.name.clone() }),
        None => Ok(()),
    }
}

/// How a basket is bought.
pub(crate) struct Occasion<'a> {
    pub(crate) methods: &'a [PaymentMethod],
    pub(crate) channel: OrderChannel,
    pub(crate) taxation: Taxation,
    pub(crate) now: Timestamp,
}

/// What `wanted` costs. Fees and group discounts are read only in events that have some.
pub(crate) fn priced(
    view: &View<'_>,
    event: &Event,
    wanted: &[WantedLine],
    vouchers: &[VoucherAtSale],
    occasion: &Occasion<'_>,
) -> Result<PricedOrder, Failure> {
    if occasion.methods.contains(&PaymentMethod::Comp) {
        return Ok(pricing::price_as_gift(wanted, event.currency)?);
    }
    let (discounts, fees) = if event.has_price_rules {
        price_rules(view, event, occasion.now)?
    } else {
        (Vec::new(), Vec::new())
    };
    let in_basket: Vec<VoucherInBasket<'_>> = vouchers
        .iter()
        .map(|voucher| VoucherInBasket { terms: &voucher.stored.terms, spent: voucher.used.discounted })
        .collect();
    Ok(pricing::price(&Basket {
        wanted,
        currency: event.currency,
        basis: if event.prices_include_tax { PriceBasis::Gross } else { PriceBasis::Net },
        rounding: event.tax_rounding,
        taxation: occasion.taxation,
        vouchers: &in_basket,
        discounts: &discounts,
        fees: &fees,
        occasion: FeeOccasion { channel: occasion.channel, methods: occasion.methods },
    })?)
}

type PriceRules = (Vec<super::group_discount::GroupDiscount>, Vec<super::fees::FeeRule>);

fn price_rules(view: &View<'_>, event: &Event, now: Timestamp) -> Result<PriceRules, Fault> {
    Ok((group_discount::store::applied(view, event.id, now)?, fee_rule::store::charged(view, event.id)?))
}
