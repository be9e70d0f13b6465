//! A share in percent: discounts, fees, what is kept at a refund. Pure rules.

use std::{fmt, str::FromStr};

use kernel::{Money, MoneyError, Refuse};
use rust_decimal::Decimal;

/// From 0 to 100 percent with at most four decimals: `10`, `33.3333`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Percent(Decimal);

/// Text that is no percentage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a percentage")]
pub struct MalformedPercent(pub String);

impl Refuse for MalformedPercent {
    fn code(&self) -> &'static str {
        "malformed_percent"
    }
    fn fix(&self) -> String {
        "Write a number from 0 to 100, like 10 or 2.5.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("percent".to_owned())
    }
}

impl Percent {
    /// Nothing.
    pub const NONE: Self = Self(Decimal::ZERO);
    /// All of it.
    pub const ALL: Self = Self(Decimal::ONE_HUNDRED);

    /// This share of `amount`, rounded half away from zero.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn of(self, amount: Money) -> Result<Money, MoneyError> {
        amount.times_rate(self.0 / Decimal::ONE_HUNDRED)
    }

    /// What is left of `amount` without this share: the price that is left is rounded, not what is taken off.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn off(self, amount: Money) -> Result<Money, MoneyError> {
        amount.times_rate((Decimal::ONE_HUNDRED - self.0) / Decimal::ONE_HUNDRED)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl FromStr for Percent {
    type Err = MalformedPercent;

    /// Reads `10`, `2.5`, `2,5`, with or without a percent sign.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = || MalformedPercent(text.chars().take(40).collect());
        let number = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
        if number.is_empty() || !number.chars().all(|c| c.is_ascii_digit() || c == '.') {
            return Err(malformed());
        }
        let percent: Decimal = number.parse().map_err(|_| malformed())?;
        if percent > Decimal::ONE_HUNDRED || percent.normalize().scale() > 4 {
            return Err(malformed());
        }
        Ok(Self(percent.normalize()))
    }
}

#[cfg(test)]
mod tests {
    use kernel::Currency;

    use super::*;

    #[test]
    fn a_share_and_what_is_left_round_for_themselves() {
        let half: Percent = "50 %".parse().unwrap();
        let three = Money::new(3, Currency::EUR);
        assert_eq!((half.of(three).unwrap().minor, half.off(three).unwrap().minor), (2, 2));
        assert_eq!(Percent::ALL.off(three).unwrap().minor, 0);
        assert_eq!(Percent::NONE.of(three).unwrap().minor, 0);
    }

    #[test]
    fn only_shares_of_a_whole_are_read() {
        for (text, plain) in [("10", "10"), ("2,5", "2.5"), ("33.3333", "33.3333"), ("100%", "100")] {
            assert_eq!(text.parse::<Percent>().unwrap().to_string(), plain);
        }
        for text in ["", "-1", "100.01", "1e1", "ten", "1.23456"] {
            assert!(text.parse::<Percent>().is_err(), "{text}");
        }
    }
}
