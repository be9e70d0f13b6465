//! Group discounts: so many tickets, or so much money, and all or the cheapest of them cost less. Pure rules.
//!
//! Rules apply in their order. A ticket that one rule counted, another does not count again: "3 for 2" of six tickets
//! frees two, and a sixth discount never starts from what the first has used up. Prices are those after vouchers.

use kernel::{Money, MoneyError};

use crate::{percent::Percent, tier::TierId};

/// What a discount makes of a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Benefit {
    /// A share off; all of it is free.
    Percent(Percent),
    /// So much off, but never below nothing.
    Amount(Money),
    /// This price, unless it was lower already.
    SetPrice(Money),
}

impl Benefit {
    /// What is charged instead of `price`.
    ///
    /// # Errors
    /// When an amount does not fit.
    pub fn on(self, price: Money) -> Result<Money, MoneyError> {
        let reduced = match self {
            Self::Percent(percent) => percent.off(price)?,
            Self::Amount(amount) => price.subtract(amount)?,
            Self::SetPrice(set) => set,
        };
        Ok(Money::new(reduced.minor.clamp(0, price.minor.max(0)), price.currency))
    }
}

/// What must be in the basket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// At least so many tickets that count.
    Quantity(usize),
    /// Tickets that count for at least so much.
    Value(Money),
}

/// One rule of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDiscount {
    /// The tiers whose tickets count; all when empty.
    pub tiers: Vec<TierId>,
    /// When it applies.
    pub condition: Condition,
    /// What it does.
    pub benefit: Benefit,
    /// Only so many of the cheapest in each full group; every ticket that counts when absent.
    pub cheapest: Option<usize>,
    /// Whether tickets that a voucher made cheaper neither count nor become cheaper again.
    pub skips_vouchers: bool,
}

/// A ticket in the basket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasketTicket {
    /// Its tier.
    pub tier: TierId,
    /// What it costs after vouchers.
    pub price: Money,
    /// Whether a voucher made it cheaper.
    pub is_by_voucher: bool,
}

/// What each ticket costs after all rules; in the order of `basket`.
///
/// # Errors
/// When an amount does not fit.
pub fn discounted(rules: &[GroupDiscount], basket: &[BasketTicket]) -> Result<Vec<Money>, MoneyError> {
    let mut prices: Vec<Money> = basket.iter().map(|ticket| ticket.price).collect();
    let mut is_used = vec![false; basket.len()];
    for rule in rules {
        let counting: Vec<usize> =
            (0..basket.len()).filter(|index| !is_used[*index] && counts(rule, &basket[*index])).collect();
        let Some((used, cheaper)) = matched(rule, basket, counting)? else { continue };
        for index in cheaper {
            prices[index] = rule.benefit.on(basket[index].price)?;
        }
        for index in used {
            is_used[index] = true;
        }
    }
    Ok(prices)
}

fn counts(rule: &GroupDiscount, ticket: &BasketTicket) -> bool {
    (rule.tiers.is_empty() || rule.tiers.contains(&ticket.tier))
        && !(rule.skips_vouchers && ticket.is_by_voucher)
}

/// Which tickets a rule uses up, and which of them become cheaper; nothing when its condition is not met.
type Matched = (Vec<usize>, Vec<usize>);

fn matched(
    rule: &GroupDiscount,
    basket: &[BasketTicket],
    mut counting: Vec<usize>,
) -> Result<Option<Matched>, MoneyError> {
    let Some(first) = counting.first() else { return Ok(None) };
    match rule.condition {
        Condition::Value(least) => {
            let currency = basket[*first].price.currency;
            let worth = Money::sum(currency, counting.iter().map(|index| basket[*index].price))?;
            Ok((worth.minor >= least.minor).then(|| (counting.clone(), counting)))
        }
        Condition::Quantity(least) if least == 0 || counting.len() < least => Ok(None),
        Condition::Quantity(least) => {
            let Some(cheapest) = rule.cheapest else { return Ok(Some((counting.clone(), counting))) };
            // Among equals the later one is free, so that a receipt lists what is paid first.
            counting.sort_by_key(|index| (basket[*index].price.minor, std::cmp::Reverse(*index)));
            let groups = counting.len() / least;
            let cheaper = counting.iter().copied().take(groups * cheapest).collect();
            counting.truncate(groups * least);
            Ok(Some((counting, cheaper)))
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Currency, id::Id};
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn basket(tickets: &[(u8, i64)]) -> Vec<BasketTicket> {
        let ticket = |(tier, minor): &(u8, i64)| BasketTicket {
            tier: TierId::from_bytes([*tier; 16]),
            price: eur(*minor),
            is_by_voucher: false,
        };
        tickets.iter().map(ticket).collect()
    }

    fn rule(least: usize, benefit: Benefit, cheapest: Option<usize>) -> GroupDiscount {
        let condition = Condition::Quantity(least);
        GroupDiscount { tiers: Vec::new(), condition, benefit, cheapest, skips_vouchers: true }
    }

    fn prices(rules: &[GroupDiscount], basket: &[BasketTicket]) -> Vec<i64> {
        discounted(rules, basket).unwrap().iter().map(|price| price.minor).collect()
    }

    #[test]
    fn three_for_two_frees_the_cheapest_of_each_full_group() {
        let three_for_two = [rule(3, Benefit::Percent(Percent::ALL), Some(1))];
        for (tickets, free) in [(2, 0), (3, 1), (5, 1), (6, 2)] {
            let found = prices(&three_for_two, &basket(&vec![(1, 12_000); tickets]));
            assert_eq!(found.iter().filter(|price| **price == 0).count(), free, "{tickets} tickets");
        }
        assert_eq!(prices(&three_for_two, &basket(&[(1, 900), (2, 500), (1, 700)])), [900, 0, 700]);
    }

    #[test]
    fn from_so_many_on_all_of_them_cost_less() {
        let ten_off = Benefit::Percent("10".parse().unwrap());
        for (benefit, price) in
            [(ten_off, 10_800), (Benefit::Amount(eur(500)), 11_500), (Benefit::SetPrice(eur(10_000)), 10_000)]
        {
            assert_eq!(prices(&[rule(3, benefit, None)], &basket(&[(1, 12_000); 2])), [12_000; 2]);
            assert_eq!(prices(&[rule(3, benefit, None)], &basket(&[(1, 12_000); 4])), [price; 4]);
        }
    }

    #[test]
    fn only_tickets_of_its_tiers_count() {
        let rule = GroupDiscount {
            tiers: vec![TierId::from_bytes([1; 16])],
            ..rule(2, Benefit::Percent("50".parse().unwrap()), None)
        };
        assert_eq!(prices(std::slice::from_ref(&rule), &basket(&[(1, 1_000), (2, 1_000)])), [1_000, 1_000]);
        assert_eq!(prices(&[rule], &basket(&[(1, 1_000), (2, 1_000), (1, 800)])), [500, 1_000, 400]);
    }

    #[test]
    fn a_ticket_is_counted_by_one_rule_only() {
        let rules = [
            rule(3, Benefit::Percent(Percent::ALL), Some(1)),
            rule(1, Benefit::Percent("10".parse().unwrap()), None),
        ];
        assert_eq!(prices(&rules, &basket(&[(1, 1_000); 4])), [900, 1_000, 1_000, 0]);
    }

    #[test]
    fn enough_money_in_the_basket_makes_all_of_it_cheaper() {
        let rule = GroupDiscount {
            condition: Condition::Value(eur(20_000)),
            ..rule(0, Benefit::Percent("5".parse().unwrap()), None)
        };
        assert_eq!(prices(std::slice::from_ref(&rule), &basket(&[(1, 19_999)])), [19_999]);
        assert_eq!(prices(&[rule], &basket(&[(1, 12_000), (2, 8_000)])), [11_400, 7_600]);
    }

    #[test]
    fn what_a_voucher_made_cheaper_does_not_count() {
        let mut tickets = basket(&[(1, 1_000); 3]);
        tickets[0].is_by_voucher = true;
        let half = rule(3, Benefit::Percent("50".parse().unwrap()), None);
        assert_eq!(prices(std::slice::from_ref(&half), &tickets), [1_000; 3]);
        assert_eq!(prices(&[GroupDiscount { skips_vouchers: false, ..half }], &tickets), [500; 3]);
    }

    proptest! {
        #[test]
        fn a_discount_never_raises_a_price_nor_goes_below_nothing(
            tickets in prop::collection::vec((0_u8..3, 0_i64..20_000), 0..12),
            least in 1_usize..5, amount in 0_i64..30_000, cheapest in prop::option::of(1_usize..3), kind in 0..3,
        ) {
            let benefit = match kind {
                0 => Benefit::Percent((amount % 101).to_string().parse().unwrap()),
                1 => Benefit::Amount(eur(amount)),
                _ => Benefit::SetPrice(eur(amount)),
            };
            let basket = basket(&tickets);
            let rules = [rule(least, benefit, cheapest.filter(|n| *n <= least)), rule(2, benefit, None)];
            for (ticket, price) in basket.iter().zip(prices(&rules, &basket)) {
                prop_assert!((0..=ticket.price.minor).contains(&price));
            }
        }
    }
}
