//! What a voucher is worth and whether it may be used. Pure rules.

use kernel::{Money, MoneyError, Timestamp};

use super::{VoucherKind, VoucherRefusal};
use crate::{order::group_discount::Benefit, percent::Percent, tier::TierId};

/// A voucher as a sale sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherTerms {
    /// Its code, as it was made.
    pub code: String,
    /// What it does.
    pub kind: VoucherKind,
    /// The share of a `percent` voucher.
    pub percent: Percent,
    /// The amount of an `amount`, `set_price` or `balance` voucher.
    pub amount: Money,
    /// Most that it takes off over all its usages.
    pub budget: Option<Money>,
    /// Most usages.
    pub max_usages: i64,
    /// Least usages in its first order.
    pub min_usages: i64,
    /// Most usages by one customer.
    pub max_usages_per_customer: Option<i64>,
    /// From when it is valid.
    pub valid_from: Option<Timestamp>,
    /// Until when it is valid.
    pub valid_until: Option<Timestamp>,
    /// Whether it was taken back.
    pub is_active: bool,
    /// The tiers it is for; all when absent.
    pub tiers: Option<Vec<TierId>>,
}

/// What was used of a voucher before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoucherUse {
    /// Tickets bought with it that still stand.
    pub usages: i64,
    /// Usages that lie in baskets.
    pub in_baskets: i64,
    /// Those of the customer who asks now.
    pub by_customer: i64,
    /// What it has taken off.
    pub discounted: Money,
}

/// What is asked of a voucher by all lines of an order together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherClaim<'a> {
    /// The tiers of its lines with their names.
    pub tiers: &'a [(TierId, &'a str)],
    /// Tickets.
    pub quantity: i64,
    /// Whether it is known who buys.
    pub is_customer_known: bool,
    /// Usages that a basket of the same customer already keeps.
    pub kept_in_basket: i64,
}

/// Whether a voucher may be used for `claim` at `now`. `said` writes a moment on the event's clocks.
///
/// # Errors
/// The first reason against it, by name.
pub fn check(
    terms: &VoucherTerms,
    used: VoucherUse,
    claim: &VoucherClaim<'_>,
    now: Timestamp,
    said: impl Fn(Timestamp) -> String,
) -> Result<(), VoucherRefusal> {
    let code = terms.code.clone();
    if terms.kind == VoucherKind::Balance {
        return Err(VoucherRefusal::IsBalance { code });
    }
    check_valid(terms, now, said)?;
    if let Some(tiers) = &terms.tiers
        && let Some((_, name)) = claim.tiers.iter().find(|(tier, _)| !tiers.contains(tier))
    {
        return Err(VoucherRefusal::OtherTier { code, tier: (*name).to_owned() });
    }
    let (most, wanted) = (terms.max_usages, claim.quantity);
    let left = (most - used.usages - (used.in_baskets - claim.kept_in_basket).max(0)).max(0);
    if wanted > left {
        return Err(VoucherRefusal::UsedUp { code, left, most, wanted });
    }
    let least = terms.min_usages - used.usages;
    if wanted < least {
        return Err(VoucherRefusal::TooFew { code, least, wanted });
    }
    if let Some(budget) = terms.budget
        && used.discounted.minor >= budget.minor
    {
        return Err(VoucherRefusal::BudgetSpent { code, budget });
    }
    match terms.max_usages_per_customer {
        Some(_) if !claim.is_customer_known => Err(VoucherRefusal::CustomerUnknown { code }),
        Some(most) if used.by_customer.saturating_add(wanted) > most => {
            Err(VoucherRefusal::CustomerUsedUp { code, most, used: used.by_customer, wanted })
        }
        Some(_) | None => Ok(()),
    }
}

/// Whether a voucher is valid at `now`, whatever it is for.
///
/// # Errors
/// When it was taken back, or `now` is outside its window.
pub fn check_valid(
    terms: &VoucherTerms,
    now: Timestamp,
    said: impl Fn(Timestamp) -> String,
) -> Result<(), VoucherRefusal> {
    let code = terms.code.clone();
    if !terms.is_active {
        return Err(VoucherRefusal::Inactive { code });
    }
    if let Some(from) = terms.valid_from.filter(|from| now < *from) {
        return Err(VoucherRefusal::NotYet { code, from: said(from) });
    }
    if let Some(until) = terms.valid_until.filter(|until| now >= *until) {
        return Err(VoucherRefusal::Expired { code, until: said(until) });
    }
    Ok(())
}

/// What a ticket of `price` costs with the voucher, and what of the budget that takes. `spent` is what the budget has
/// given before; when less is left than the voucher would take off, only that is taken off.
///
/// # Errors
/// When an amount does not fit.
pub fn redeemed(terms: &VoucherTerms, price: Money, spent: Money) -> Result<(Money, Money), MoneyError> {
    let wanted = match terms.kind {
        VoucherKind::None | VoucherKind::Balance => price,
        VoucherKind::Percent => Benefit::Percent(terms.percent).on(price)?,
        VoucherKind::Amount => Benefit::Amount(terms.amount).on(price)?,
        // A set price may be above the tier's own: it is what this code sells for.
        VoucherKind::SetPrice => terms.amount,
    };
    let off = price.subtract(wanted)?;
    if off.minor <= 0 {
        return Ok((wanted, Money::zero(price.currency)));
    }
    let Some(budget) = terms.budget else { return Ok((wanted, off)) };
    let left = budget.subtract(spent)?;
    let taken = Money::new(off.minor.min(left.minor.max(0)), price.currency);
    Ok((price.subtract(taken)?, taken))
}

#[cfg(test)]
mod tests {
    use kernel::{Currency, Refuse, id::Id};
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn at(seconds: i64) -> Timestamp {
        chrono::DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn terms(kind: VoucherKind, value: i64) -> VoucherTerms {
        VoucherTerms {
            code: "SUMMER".to_owned(),
            kind,
            percent: value.min(100).to_string().parse().unwrap(),
            amount: eur(value),
            budget: None,
            max_usages: 5,
            min_usages: 1,
            max_usages_per_customer: None,
            valid_from: None,
            valid_until: None,
            is_active: true,
            tiers: None,
        }
    }

    fn used(usages: i64) -> VoucherUse {
        VoucherUse { usages, in_baskets: 0, by_customer: 0, discounted: eur(0) }
    }

    fn code_of(terms: &VoucherTerms, used: VoucherUse, quantity: i64, now: i64) -> &'static str {
        let tiers = [(TierId::from_bytes([1; 16]), "GA")];
        let claim = VoucherClaim { tiers: &tiers, quantity, is_customer_known: false, kept_in_basket: 0 };
        check(terms, used, &claim, at(now), |at| at.to_string())
            .map_or_else(|refusal| refusal.code(), |()| "ok")
    }

    #[test]
    fn each_kind_makes_its_own_price() {
        for (kind, value, price) in [
            (VoucherKind::None, 0, 2_300),
            (VoucherKind::Percent, 10, 2_070),
            (VoucherKind::Amount, 500, 1_800),
            (VoucherKind::Amount, 9_900, 0),
            (VoucherKind::SetPrice, 1_500, 1_500),
            (VoucherKind::SetPrice, 2_500, 2_500),
        ] {
            assert_eq!(redeemed(&terms(kind, value), eur(2_300), eur(0)).unwrap().0, eur(price), "{kind}");
        }
    }

    #[test]
    fn the_last_ticket_gets_what_is_left_of_the_budget() {
        let voucher = VoucherTerms { budget: Some(eur(1_200)), ..terms(VoucherKind::Amount, 500) };
        assert_eq!(redeemed(&voucher, eur(2_300), eur(500)).unwrap(), (eur(1_800), eur(500)));
        assert_eq!(redeemed(&voucher, eur(2_300), eur(1_000)).unwrap(), (eur(2_100), eur(200)));
        assert_eq!(redeemed(&voucher, eur(2_300), eur(1_200)).unwrap(), (eur(2_300), eur(0)));
        let spent = VoucherUse { discounted: eur(1_200), ..used(3) };
        assert_eq!(code_of(&voucher, spent, 1, 0), "voucher_budget_spent");
    }

    #[test]
    fn usages_are_counted_with_those_in_baskets() {
        let voucher = terms(VoucherKind::None, 0);
        assert_eq!(code_of(&voucher, used(3), 2, 0), "ok");
        assert_eq!(code_of(&voucher, used(3), 3, 0), "voucher_used_up");
        assert_eq!(code_of(&voucher, VoucherUse { in_baskets: 1, ..used(3) }, 2, 0), "voucher_used_up");
        let first = VoucherTerms { min_usages: 3, ..voucher };
        assert_eq!(code_of(&first, used(0), 2, 0), "voucher_too_few");
        assert_eq!(code_of(&first, used(3), 1, 0), "ok", "the first order met it");
    }

    #[test]
    fn it_is_valid_from_its_first_moment_until_just_before_its_last() {
        let voucher = VoucherTerms {
            valid_from: Some(at(100)),
            valid_until: Some(at(200)),
            ..terms(VoucherKind::None, 0)
        };
        for (now, code) in [(99, "voucher_not_yet_valid"), (100, "ok"), (199, "ok"), (200, "voucher_expired")]
        {
            assert_eq!(code_of(&voucher, used(0), 1, now), code, "at {now}");
        }
        let back = VoucherTerms { is_active: false, ..voucher };
        assert_eq!(code_of(&back, used(0), 1, 150), "voucher_inactive");
    }

    #[test]
    fn it_is_refused_for_other_tiers_and_strangers() {
        let voucher =
            VoucherTerms { tiers: Some(vec![TierId::from_bytes([2; 16])]), ..terms(VoucherKind::None, 0) };
        assert_eq!(code_of(&voucher, used(0), 1, 0), "voucher_other_tier");
        let by_customer = VoucherTerms { max_usages_per_customer: Some(2), ..terms(VoucherKind::None, 0) };
        assert_eq!(code_of(&by_customer, used(0), 1, 0), "voucher_customer_unknown");
        assert_eq!(code_of(&terms(VoucherKind::Balance, 500), used(0), 1, 0), "voucher_is_balance");
    }

    proptest! {
        #[test]
        fn a_budget_is_never_exceeded_and_every_cent_of_it_is_a_cent_off(
            prices in prop::collection::vec(0_i64..5_000, 1..20), value in 0_i64..6_000, budget in 0_i64..20_000,
            kind in prop::sample::select(vec![VoucherKind::Percent, VoucherKind::Amount, VoucherKind::SetPrice]),
        ) {
            let voucher = VoucherTerms { budget: Some(eur(budget)), ..terms(kind, value) };
            let mut spent = eur(0);
            for price in prices {
                let (charged, taken) = redeemed(&voucher, eur(price), spent).unwrap();
                prop_assert!(taken.minor >= 0 && charged.minor >= 0);
                prop_assert!(charged.minor > price || charged.minor + taken.minor == price);
                spent = spent.add(taken).unwrap();
            }
            prop_assert!(spent.minor <= budget);
        }
    }
}
