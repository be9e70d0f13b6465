//! Rounding tax over a whole order: by line, by the sum of net prices, or by that sum while the gross stays where it
//! can. Each rate of an order is rounded for itself. Pure rules.
//!
//! Tax that is rounded for each ticket sums to something else than tax on the sum: five tickets of 100.00 at 19 % hold
//! 79.85 by ticket and 79.83 by sum. Electronic invoices (EN 16931) want the sum. `sum_by_net` keeps what each ticket
//! costs without tax and lets the gross move; `sum_by_net_keep_gross` keeps the gross, unless no whole net gives it.

use events::TaxRounding;
use kernel::{Money, MoneyError};

use super::pricing::UnitPrice;
use crate::tax::TaxRate;

/// One thing that is charged, a ticket or a fee, with its rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaxedPart {
    /// Its tax rate.
    pub rate: TaxRate,
    /// What it costs when it stands alone.
    pub price: UnitPrice,
}

/// What every part costs once tax is rounded over the order; in the order of `parts`.
///
/// The corrections are single minor units and go to the dearest parts first, the earlier one among equals.
///
/// # Errors
/// When an amount does not fit.
pub fn round_over_order(mode: TaxRounding, parts: &[TaxedPart]) -> Result<Vec<UnitPrice>, MoneyError> {
    let mut prices: Vec<UnitPrice> = parts.iter().map(|part| part.price).collect();
    if mode == TaxRounding::Line {
        return Ok(prices);
    }
    let mut rates: Vec<TaxRate> = parts.iter().map(|part| part.rate).collect();
    rates.sort_unstable();
    rates.dedup();
    for rate in rates {
        let mut group: Vec<usize> = (0..parts.len()).filter(|index| parts[*index].rate == rate).collect();
        group.sort_by_key(|index| (-parts[*index].price.gross.minor, *index));
        round_group(mode, rate, &group, &mut prices)?;
    }
    Ok(prices)
}

/// What the parts of one rate come to together, and what they should come to.
fn round_group(
    mode: TaxRounding,
    rate: TaxRate,
    group: &[usize],
    prices: &mut [UnitPrice],
) -> Result<(), MoneyError> {
    let Some(first) = group.first() else { return Ok(()) };
    let currency = prices[*first].gross.currency;
    for index in group {
        // Every part starts from its own net rounded to whole units, whichever side was rounded before.
        let gross = prices[*index].gross;
        prices[*index].tax = gross.subtract(rate.net_inside(gross)?)?;
    }
    let gross = Money::sum(currency, group.iter().map(|index| prices[*index].gross))?;
    let tax = Money::sum(currency, group.iter().map(|index| prices[*index].tax))?;
    let net = gross.subtract(tax)?;
    let target_net = match mode {
        TaxRounding::Line | TaxRounding::SumByNet => net,
        TaxRounding::SumByNetKeepGross => rate.net_inside(gross)?,
    };
    let target_gross = target_net.add(rate.on_top_of(target_net)?)?;
    let mut gross_steps = Steps::over(group, target_gross.subtract(gross)?.minor);
    // A step of the gross carries a step of tax with it; what is left between net and its target moves tax alone.
    for (index, step) in &mut gross_steps {
        prices[index].gross.minor += step;
        prices[index].tax.minor += step;
    }
    for (index, step) in &mut Steps::after(gross_steps, target_net.subtract(net)?.minor) {
        prices[index].tax.minor -= step;
    }
    Ok(())
}

/// Hands out single minor units, round and round over the parts of a group.
struct Steps<'a> {
    group: &'a [usize],
    next: usize,
    left: i64,
}

impl<'a> Steps<'a> {
    const fn over(group: &'a [usize], left: i64) -> Self {
        Self { group, next: 0, left }
    }

    /// Goes on with the part after the last one.
    const fn after(before: Self, left: i64) -> Self {
        Self { left, ..before }
    }
}

impl Iterator for Steps<'_> {
    type Item = (usize, i64);

    fn next(&mut self) -> Option<(usize, i64)> {
        if self.left == 0 {
            return None;
        }
        let index = *self.group.get(self.next % self.group.len())?;
        let step = self.left.signum();
        self.left -= step;
        self.next += 1;
        Some((index, step))
    }
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;
    use crate::order::pricing::{PriceBasis, unit_price};

    fn part(minor: i64, percent: &str) -> TaxedPart {
        let rate: TaxRate = percent.parse().unwrap();
        TaxedPart {
            rate,
            price: unit_price(Money::new(minor, Currency::EUR), rate, PriceBasis::Gross).unwrap(),
        }
    }

    /// Gross, net and tax of all parts together.
    fn sums(prices: &[UnitPrice]) -> (i64, i64, i64) {
        let gross: i64 = prices.iter().map(|price| price.gross.minor).sum();
        let tax: i64 = prices.iter().map(|price| price.tax.minor).sum();
        (gross, gross - tax, tax)
    }

    fn rounded(mode: TaxRounding, prices: &[i64], percent: &str) -> (i64, i64, i64) {
        let parts: Vec<_> = prices.iter().map(|minor| part(*minor, percent)).collect();
        sums(&round_over_order(mode, &parts).unwrap())
    }

    #[test]
    fn five_tickets_of_one_hundred_round_in_three_ways() {
        let five = [10_000; 5];
        assert_eq!(rounded(TaxRounding::Line, &five, "19"), (50_000, 42_015, 7_985));
        assert_eq!(rounded(TaxRounding::SumByNet, &five, "19"), (49_998, 42_015, 7_983));
        assert_eq!(rounded(TaxRounding::SumByNetKeepGross, &five, "19"), (50_000, 42_017, 7_983));
    }

    #[test]
    fn a_gross_that_no_net_gives_moves_by_one() {
        assert_eq!(rounded(TaxRounding::SumByNetKeepGross, &[2_300], "7"), (2_301, 2_150, 151));
        assert_eq!(rounded(TaxRounding::SumByNetKeepGross, &[3_400, 3_400, 207], "7"), (7_007, 6_549, 458));
        assert_eq!(rounded(TaxRounding::SumByNetKeepGross, &[9_998; 5], "19"), (49_990, 42_008, 7_982));
    }

    #[test]
    fn corrections_go_to_the_dearest_and_earliest() {
        let parts = [part(10_000, "19"), part(10_000, "19"), part(500, "19")];
        let before: Vec<i64> = parts.iter().map(|part| part.price.gross.minor).collect();
        let after = round_over_order(TaxRounding::SumByNet, &parts).unwrap();
        let moved: Vec<i64> =
            after.iter().zip(before).map(|(price, before)| price.gross.minor - before).collect();
        assert_eq!(moved, [-1, 0, 0]);
    }

    #[test]
    fn each_rate_is_rounded_for_itself() {
        let parts: Vec<_> = [(10_000, "19"), (2_300, "7"), (10_000, "19"), (0, "19")]
            .iter()
            .map(|(minor, percent)| part(*minor, percent))
            .collect();
        let prices = round_over_order(TaxRounding::SumByNetKeepGross, &parts).unwrap();
        let of_rate = |percent: &str| -> Vec<UnitPrice> {
            let rate: TaxRate = percent.parse().unwrap();
            parts.iter().zip(&prices).filter(|(part, _)| part.rate == rate).map(|(_, price)| *price).collect()
        };
        assert_eq!(sums(&of_rate("7")), (2_301, 2_150, 151));
        assert_eq!(sums(&of_rate("19")), (20_000, 16_807, 3_193));
        assert_eq!(prices[3].gross.minor, 0, "what is free stays free");
    }

    /// `numerator ÷ denominator`, halves away from zero, in exact integers: the naive model.
    fn ratio(numerator: i128, denominator: i128) -> i128 {
        let twice = numerator * 2 + denominator * numerator.signum();
        twice / (denominator * 2)
    }

    proptest! {
        #[test]
        fn sums_are_those_of_exact_rational_arithmetic(
            prices in prop::collection::vec(0_i64..5_000_000, 1..40), percent in 0_i64..=100,
        ) {
            let (p, hundred) = (i128::from(percent), 100_i128);
            let gross: i128 = prices.iter().map(|minor| i128::from(*minor)).sum();
            let nets: i128 = prices.iter().map(|minor| ratio(i128::from(*minor) * hundred, hundred + p)).sum();
            let text = percent.to_string();

            let (found_gross, found_net, _) = rounded(TaxRounding::SumByNet, &prices, &text);
            prop_assert_eq!(i128::from(found_net), nets, "net prices stand");
            prop_assert_eq!(i128::from(found_gross), ratio(nets * (hundred + p), hundred));

            let (found_gross, found_net, found_tax) = rounded(TaxRounding::SumByNetKeepGross, &prices, &text);
            let net = ratio(gross * hundred, hundred + p);
            prop_assert_eq!(i128::from(found_net), net);
            prop_assert_eq!(i128::from(found_gross), ratio(net * (hundred + p), hundred));
            prop_assert!((i128::from(found_gross) - gross).abs() <= 1, "the gross moves by one at most");
            prop_assert_eq!(i128::from(found_tax), ratio(net * p, hundred));
        }

        #[test]
        fn no_part_becomes_negative(
            prices in prop::collection::vec(prop_oneof![Just(0_i64), 1_i64..20], 1..40), percent in 0_i64..=100,
        ) {
            for mode in [TaxRounding::SumByNet, TaxRounding::SumByNetKeepGross] {
                let parts: Vec<_> = prices.iter().map(|minor| part(*minor, &percent.to_string())).collect();
                for price in round_over_order(mode, &parts).unwrap() {
                    prop_assert!(price.gross.minor >= 0 && price.tax.minor >= 0 && price.tax.minor <= price.gross.minor);
                }
            }
        }
    }
}
