//! What lines cost: price and tax per unit, summed without rounding again. Pure rules.

use kernel::{Currency, Money, MoneyError};

use super::lines::WantedLine;
use crate::{tax::TaxRate, tier::TierId};

/// Whether tier prices include tax or tax comes on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceBasis {
    /// The price is what the customer pays.
    Gross,
    /// Tax comes on top of the price.
    Net,
}

/// What one unit of a tier costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitPrice {
    /// What the customer pays.
    pub gross: Money,
    /// The tax inside it.
    pub tax: Money,
}

/// Prices one unit. Tax is rounded here, once, so that a ticket's own tax is exactly its share of the line's.
///
/// # Errors
/// When an amount does not fit.
pub fn unit_price(price: Money, rate: TaxRate, basis: PriceBasis) -> Result<UnitPrice, MoneyError> {
    match basis {
        PriceBasis::Gross => Ok(UnitPrice { gross: price, tax: rate.inside(price)? }),
        PriceBasis::Net => {
            let tax = rate.on_top_of(price)?;
            Ok(UnitPrice { gross: price.add(tax)?, tax })
        }
    }
}

/// A line with its price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedLine {
    /// The tier.
    pub tier: TierId,
    /// How many.
    pub quantity: i64,
    /// What one costs.
    pub unit: UnitPrice,
    /// What all cost.
    pub gross: Money,
    /// The tax inside that.
    pub tax: Money,
    /// The tax rate.
    pub rate: TaxRate,
}

/// An order's lines with their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedOrder {
    /// The lines, in the order of the request.
    pub lines: Vec<PricedLine>,
    /// What the customer owes.
    pub total: Money,
    /// The tax inside that.
    pub tax: Money,
}

/// Prices `wanted`.
pub(crate) fn price(
    wanted: &[WantedLine],
    basis: PriceBasis,
    currency: Currency,
) -> Result<PricedOrder, MoneyError> {
    let unit = |line: &WantedLine| unit_price(line.tier.price, line.tier.tax_rate, basis);
    with_units(wanted, currency, unit)
}

/// Prices `wanted` as a gift: every unit costs nothing.
pub(crate) fn price_as_gift(wanted: &[WantedLine], currency: Currency) -> Result<PricedOrder, MoneyError> {
    let nothing = Money::zero(currency);
    with_units(wanted, currency, |_| Ok(UnitPrice { gross: nothing, tax: nothing }))
}

fn with_units(
    wanted: &[WantedLine],
    currency: Currency,
    unit: impl Fn(&WantedLine) -> Result<UnitPrice, MoneyError>,
) -> Result<PricedOrder, MoneyError> {
    let mut lines = Vec::with_capacity(wanted.len());
    for line in wanted {
        let (unit, quantity) = (unit(line)?, line.quantity);
        let (gross, tax) = (unit.gross.times(quantity)?, unit.tax.times(quantity)?);
        lines.push(PricedLine { tier: line.tier.id, quantity, unit, gross, tax, rate: line.tier.tax_rate });
    }
    let total = Money::sum(currency, lines.iter().map(|line| line.gross))?;
    let tax = Money::sum(currency, lines.iter().map(|line| line.tax))?;
    Ok(PricedOrder { lines, total, tax })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn a_price_with_tax_is_what_the_customer_pays() {
        let unit = unit_price(eur(9999), "19".parse().unwrap(), PriceBasis::Gross).unwrap();
        assert_eq!((unit.gross, unit.tax), (eur(9999), eur(1596)));
    }

    #[test]
    fn tax_comes_on_top_of_a_net_price() {
        let unit = unit_price(eur(8403), "19".parse().unwrap(), PriceBasis::Net).unwrap();
        assert_eq!((unit.gross, unit.tax), (eur(10_000), eur(1597)));
    }

    #[test]
    fn currencies_without_decimals_round_to_whole_units() {
        let yen = Money::new(9998, "JPY".parse().unwrap());
        let unit = unit_price(yen, "10".parse().unwrap(), PriceBasis::Gross).unwrap();
        assert_eq!(unit.tax.minor, 909);
    }

    proptest! {
        #[test]
        fn the_units_of_a_line_sum_to_the_line(price in 0_i64..10_000_000, percent in 0_u32..=30, quantity in 1_i64..200, is_net: bool) {
            let basis = if is_net { PriceBasis::Net } else { PriceBasis::Gross };
            let unit = unit_price(eur(price), percent.to_string().parse().unwrap(), basis).unwrap();
            let units = Money::sum(Currency::EUR, (0..quantity).map(|_| unit.gross)).unwrap();
            prop_assert_eq!(units, unit.gross.times(quantity).unwrap());
            prop_assert!(unit.tax.minor >= 0 && unit.tax.minor <= unit.gross.minor);
        }
    }
}
