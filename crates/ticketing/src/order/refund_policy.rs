//! What the house keeps when tickets are given back: fixed sums, shares and fees, by how long it is until the event
//! starts. Pure rules.

use kernel::{Money, MoneyError};

use super::FeeKind;
use crate::percent::Percent;

/// What is kept of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepRule {
    /// So much, once for the order.
    pub fixed: Money,
    /// A share of what the order cost.
    pub percent: Percent,
    /// So much for each ticket, but never more than it cost.
    pub per_ticket: Money,
    /// Fees of these kinds.
    pub fees: Vec<FeeKind>,
    /// Never more than this.
    pub at_most: Option<Money>,
}

/// Who calls the order off: it decides what a share is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalledOffBy {
    /// The customer: a share of everything but the fees that are kept anyway.
    Customer,
    /// The house, for the whole event: a share of the tickets alone.
    House,
}

/// What is given back: tickets and fees as they were charged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenBack {
    /// What each ticket cost.
    pub tickets: Vec<Money>,
    /// The fees.
    pub fees: Vec<(FeeKind, Money)>,
    /// What of it was paid and has not gone back before; no more than this can be kept.
    pub paid: Money,
}

/// What the house keeps of `back`.
///
/// # Errors
/// When an amount does not fit.
pub fn kept_of(rule: &KeepRule, by: CalledOffBy, back: &GivenBack) -> Result<Money, MoneyError> {
    let currency = back.paid.currency;
    let is_kept = |kind: &FeeKind| rule.fees.contains(kind);
    let tickets = Money::sum(currency, back.tickets.iter().copied())?;
    let fees = Money::sum(currency, back.fees.iter().map(|(_, fee)| *fee))?;
    let kept_fees =
        Money::sum(currency, back.fees.iter().filter(|(kind, _)| is_kept(kind)).map(|(_, fee)| *fee))?;
    let share_of = match by {
        CalledOffBy::Customer => tickets.add(fees)?.subtract(kept_fees)?,
        CalledOffBy::House => tickets,
    };
    let per_ticket = Money::sum(
        currency,
        back.tickets
            .iter()
            .map(|price| if price.minor < rule.per_ticket.minor { *price } else { rule.per_ticket }),
    )?;
    let kept = kept_fees.add(rule.percent.of(share_of)?)?.add(rule.fixed)?.add(per_ticket)?;
    let bounds = [Some(tickets.add(fees)?), Some(back.paid), rule.at_most];
    let most = bounds.into_iter().flatten().map(|bound| bound.minor).min().unwrap_or(0);
    Ok(Money::new(kept.minor.min(most).max(0), currency))
}

/// What is kept from some time before the event on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyBand {
    /// At least so many hours before the start.
    pub hours_before: i64,
    /// What is kept then.
    pub keep: KeepRule,
}

/// The band that holds so many hours before the start: the one with the longest time that is still reached. When even
/// the shortest is not reached, nothing goes back by the policy.
#[must_use]
pub fn band_at(bands: &[PolicyBand], hours_left: i64) -> Option<&PolicyBand> {
    bands.iter().filter(|band| hours_left >= band.hours_before).max_by_key(|band| band.hours_before)
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn keep(fixed: i64, percent: &str) -> KeepRule {
        KeepRule {
            fixed: eur(fixed),
            percent: percent.parse().unwrap(),
            per_ticket: eur(0),
            fees: Vec::new(),
            at_most: None,
        }
    }

    fn two_and_shipping() -> GivenBack {
        GivenBack {
            tickets: vec![eur(2_300); 2],
            fees: vec![(FeeKind::Shipping, eur(200))],
            paid: eur(4_800),
        }
    }

    #[test]
    fn a_share_is_not_taken_of_fees_that_are_kept_anyway() {
        let back = two_and_shipping();
        assert_eq!(kept_of(&keep(250, "10"), CalledOffBy::Customer, &back).unwrap(), eur(730));
        let rule = KeepRule { fees: vec![FeeKind::Shipping], ..keep(250, "10") };
        assert_eq!(kept_of(&rule, CalledOffBy::Customer, &back).unwrap(), eur(910));
    }

    #[test]
    fn the_house_takes_its_share_of_tickets_alone() {
        assert_eq!(kept_of(&keep(250, "10"), CalledOffBy::House, &two_and_shipping()).unwrap(), eur(710));
    }

    #[test]
    fn no_more_is_kept_than_was_paid_or_than_the_limit() {
        let back = GivenBack { paid: eur(1_200), ..two_and_shipping() };
        assert_eq!(kept_of(&keep(1_000, "10"), CalledOffBy::House, &back).unwrap(), eur(1_200));
        let rule = KeepRule { at_most: Some(eur(500)), ..keep(1_000, "10") };
        assert_eq!(kept_of(&rule, CalledOffBy::House, &two_and_shipping()).unwrap(), eur(500));
    }

    #[test]
    fn a_sum_for_each_ticket_is_never_more_than_the_ticket() {
        let back =
            GivenBack { tickets: vec![eur(2_300), eur(100), eur(0)], fees: Vec::new(), paid: eur(2_400) };
        let rule = KeepRule { per_ticket: eur(500), ..keep(0, "0") };
        assert_eq!(kept_of(&rule, CalledOffBy::House, &back).unwrap(), eur(600));
    }

    #[test]
    fn the_longest_time_that_is_still_reached_decides() {
        let band = |hours_before| PolicyBand { hours_before, keep: keep(hours_before, "0") };
        let bands = [band(24), band(168), band(2)];
        for (hours, reached) in [(500, Some(168)), (168, Some(168)), (167, Some(24)), (2, Some(2)), (1, None)]
        {
            assert_eq!(band_at(&bands, hours).map(|band| band.hours_before), reached, "{hours} hours");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_lies_between_nothing_and_what_was_paid(
            tickets in prop::collection::vec(0_i64..10_000, 0..6), fee in 0_i64..1_000, paid in 0_i64..60_000,
            fixed in 0_i64..5_000, percent in 0_u32..=100, per_ticket in 0_i64..5_000, by_house in any::<bool>(),
        ) {
            let back = GivenBack {
                tickets: tickets.into_iter().map(eur).collect(),
                fees: vec![(FeeKind::Service, eur(fee))],
                paid: eur(paid),
            };
            let rule = KeepRule { per_ticket: eur(per_ticket), ..keep(fixed, &percent.to_string()) };
            let by = if by_house { CalledOffBy::House } else { CalledOffBy::Customer };
            let kept = kept_of(&rule, by, &back).unwrap();
            prop_assert!((0..=paid).contains(&kept.minor));
        }
    }
}
