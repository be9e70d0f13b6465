//! Tax on a price: rates in percent, rounded per unit, halves away from zero (domain.md, section 1). Pure rules.

use std::{fmt, str::FromStr};

use kernel::{Money, MoneyError, Refuse};
use rust_decimal::Decimal;

/// A tax rate in percent, from 0 to 100 with at most four decimals: `19`, `7`, `5.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaxRate(Decimal);

/// Text that is no tax rate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a tax rate in percent")]
pub struct MalformedTaxRate(pub String);

impl Refuse for MalformedTaxRate {
    fn code(&self) -> &'static str {
        "malformed_tax_rate"
    }
    fn fix(&self) -> String {
        "Write it in percent between 0 and 100, like 19 or 5.5.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("tax_rate".to_owned())
    }
}

impl TaxRate {
    /// No tax.
    pub const NONE: Self = Self(Decimal::ZERO);

    /// The tax inside `gross`: gross × rate ÷ (100 + rate).
    ///
    /// # Errors
    /// When it does not fit.
    pub fn inside(self, gross: Money) -> Result<Money, MoneyError> {
        let share = self.0.checked_div(Decimal::ONE_HUNDRED + self.0).ok_or(MoneyError::TooLarge)?;
        // Multiplying first keeps exact halves exact; the share alone may be a periodic fraction.
        let exact = Decimal::from(gross.minor)
            .checked_mul(self.0)
            .and_then(|product| product.checked_div(Decimal::ONE_HUNDRED + self.0));
        match exact {
            Some(exact) => Ok(Money::new(kernel::money::round_half_away_from_zero(exact)?, gross.currency)),
            None => gross.times_rate(share),
        }
    }

    /// What `gross` is without tax, rounded for itself: gross × 100 ÷ (100 + rate). Where the exact value is a half, this
    /// and [`Self::inside`] both round up; sums over an order start from here.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn net_inside(self, gross: Money) -> Result<Money, MoneyError> {
        let exact = Decimal::from(gross.minor)
            .checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|product| product.checked_div(Decimal::ONE_HUNDRED + self.0))
            .ok_or(MoneyError::TooLarge)?;
        Ok(Money::new(kernel::money::round_half_away_from_zero(exact)?, gross.currency))
    }

    /// The tax that comes on top of `net`: net × rate ÷ 100.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn on_top_of(self, net: Money) -> Result<Money, MoneyError> {
        net.times_rate(self.0 / Decimal::ONE_HUNDRED)
    }
}

impl fmt::Display for TaxRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl FromStr for TaxRate {
    type Err = MalformedTaxRate;

    /// Reads `19`, `5.5`, `5,5`, `7.00`, with or without a percent sign.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = || MalformedTaxRate(text.chars().take(40).collect());
        let number = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
        if number.is_empty() || !number.chars().all(|c| c.is_ascii_digit() || c == '.') {
            return Err(malformed());
        }
        let rate: Decimal = number.parse().map_err(|_| malformed())?;
        if rate > Decimal::ONE_HUNDRED || rate.normalize().scale() > 4 {
            return Err(malformed());
        }
        Ok(Self(rate.normalize()))
    }
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn rate(text: &str) -> TaxRate {
        text.parse().unwrap()
    }

    #[test]
    fn tax_is_taken_out_of_a_gross_price() {
        for (gross, percent, tax) in
            [(9999, "19", 1596), (2300, "7", 150), (10_000, "19", 1597), (0, "19", 0), (50, "100", 25)]
        {
            assert_eq!(rate(percent).inside(eur(gross)).unwrap().minor, tax, "{gross} at {percent} %");
        }
    }

    #[test]
    fn tax_comes_on_top_of_a_net_price() {
        assert_eq!(rate("19").on_top_of(eur(8403)).unwrap().minor, 1597);
        assert_eq!(rate("25").on_top_of(eur(-649_134)).unwrap().minor, -162_284);
    }

    #[test]
    fn rates_read_in_both_habits_and_print_plainly() {
        for (text, plain) in
            [("19", "19"), ("7.00", "7"), ("5,5", "5.5"), (" 20 % ", "20"), ("0", "0"), ("100", "100")]
        {
            assert_eq!(rate(text).to_string(), plain);
        }
        for text in ["", "-1", "101", "1e1", "abc", "1.23456", ".", "%"] {
            assert!(text.parse::<TaxRate>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn tax_is_never_more_than_the_price_and_never_less_than_nothing(gross in 0_i64..100_000_000_000, percent in 0_u32..=100) {
            let tax = rate(&percent.to_string()).inside(eur(gross)).unwrap();
            prop_assert!(tax.minor >= 0 && tax.minor <= gross);
        }

        #[test]
        fn net_and_tax_together_return_the_gross_within_one_minor_unit(gross in 0_i64..100_000_000, percent in 0_u32..=100) {
            let rate = rate(&percent.to_string());
            let net = eur(gross).subtract(rate.inside(eur(gross)).unwrap()).unwrap();
            let again = net.add(rate.on_top_of(net).unwrap()).unwrap();
            prop_assert!((again.minor - gross).abs() <= 1, "{gross} at {percent}: {again}");
        }
    }
}
