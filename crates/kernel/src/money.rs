//! Exact amounts. Two currencies never add, nothing overflows silently, no float is near (domain.md, section 1).

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};

use crate::{Currency, Refuse};

/// An amount in minor units of its currency: `Money { minor: 1250, EUR }` is 12.50 EUR.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
pub struct Money {
    /// Minor units; negative amounts are owed the other way.
    #[ts(type = "number")]
    pub minor: i64,
    /// The currency of `minor`.
    pub currency: Currency,
}

/// Why an amount could not be read or computed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Two currencies met in one sum.
    #[error("{left} and {right} cannot be added")]
    MixedCurrencies {
        /// The currency of the left amount.
        left: Currency,
        /// The currency of the right amount.
        right: Currency,
    },
    /// The result does not fit in 64 bits of minor units.
    #[error("the amount is too large")]
    TooLarge,
    /// The text is no amount.
    #[error("“{text}” is not an amount of money")]
    NotAnAmount {
        /// The text, cut to 40 characters.
        text: String,
    },
    /// More decimals than the currency has.
    #[error("“{text}” has more decimal places than {currency} allows ({exponent})")]
    TooManyDecimals {
        /// The text, cut to 40 characters.
        text: String,
        /// The currency it was read for.
        currency: Currency,
        /// The decimals that currency has.
        exponent: u32,
    },
}

impl Refuse for MoneyError {
    fn code(&self) -> &'static str {
        match self {
            Self::MixedCurrencies { .. } => "mixed_currencies",
            Self::TooLarge => "amount_too_large",
            Self::NotAnAmount { .. } => "not_an_amount",
            Self::TooManyDecimals { .. } => "too_many_decimals",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::MixedCurrencies { .. } => "Use one currency in one sale.".to_owned(),
            Self::TooLarge => "Enter a smaller amount.".to_owned(),
            Self::NotAnAmount { .. } => "Write it like 12.50 or 1.234,50.".to_owned(),
            Self::TooManyDecimals { currency, exponent, .. } => {
                format!("Round the amount to {exponent} decimal places of {currency}.")
            }
        }
    }
}

impl Money {
    /// An amount of `minor` units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// Whether nothing is owed either way.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// `self + other`.
    ///
    /// # Errors
    /// When the currencies differ or the sum does not fit.
    #[expect(clippy::should_implement_trait, reason = "an operator could not refuse")]
    pub fn add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.minor.checked_add(other.minor).map(|minor| Self { minor, ..self }).ok_or(MoneyError::TooLarge)
    }

    /// `self − other`.
    ///
    /// # Errors
    /// When the currencies differ or the difference does not fit.
    pub fn subtract(self, other: Self) -> Result<Self, MoneyError> {
        self.add(other.negate()?)
    }

    /// The same amount owed the other way.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn negate(self) -> Result<Self, MoneyError> {
        self.minor.checked_neg().map(|minor| Self { minor, ..self }).ok_or(MoneyError::TooLarge)
    }

    /// `self × count`.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn times(self, count: i64) -> Result<Self, MoneyError> {
        self.minor.checked_mul(count).map(|minor| Self { minor, ..self }).ok_or(MoneyError::TooLarge)
    }

    /// `self × rate`, rounded half away from zero to whole minor units.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn times_rate(self, rate: Decimal) -> Result<Self, MoneyError> {
        let exact = Decimal::from(self.minor).checked_mul(rate).ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor: round_half_away_from_zero(exact)?, ..self })
    }

    /// The sum of `amounts`, starting from nothing in `currency`.
    ///
    /// # Errors
    /// When an amount has another currency or the sum does not fit.
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::add)
    }

    /// Reads what a person types, in either habit: `12.50`, `12,50`, `1,234.50`, `1.234,50`, `1 234,50`.
    ///
    /// The last separator is the decimal one when one or two kinds appear and at most `exponent` digits
    /// follow it; a lone separator before exactly three digits groups thousands unless the currency has
    /// three decimals.
    ///
    /// # Errors
    /// When the text is no amount, has too many decimals or does not fit. Negative amounts parse; whether
    /// one may be negative is the field's own rule.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        parse::amount(text, currency)
    }

    /// The amount as a plain decimal with a point, `1234.50`, for machines and files.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(self.minor), self.currency.exponent())
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::MixedCurrencies { left: self.currency, right: other.currency })
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.to_decimal(), self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Rounds to a whole number, halves away from zero (EN 16931 arithmetic; domain.md, section 1).
///
/// # Errors
/// When the result does not fit in 64 bits.
pub fn round_half_away_from_zero(exact: Decimal) -> Result<i64, MoneyError> {
    exact
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
        .to_i64()
        .ok_or(MoneyError::TooLarge)
}

mod parse {
    use super::{Money, MoneyError};
    use crate::Currency;

    pub(super) fn amount(text: &str, currency: Currency) -> Result<Money, MoneyError> {
        let not_an_amount = || MoneyError::NotAnAmount { text: text.chars().take(40).collect() };
        let trimmed = text.trim();
        let (negative, digits) = match trimmed.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, trimmed),
        };
        let (whole, fraction) = split_decimals(digits, currency).ok_or_else(not_an_amount)?;
        let exponent = currency.exponent();
        let places = u32::try_from(fraction.len()).map_err(|_| not_an_amount())?;
        if places > exponent {
            let text = text.chars().take(40).collect();
            return Err(MoneyError::TooManyDecimals { text, currency, exponent });
        }
        let padded = format!("{whole}{fraction}{}", "0".repeat((exponent - places) as usize));
        let minor: i64 = padded.parse().map_err(|_| MoneyError::TooLarge)?;
        Ok(Money::new(if negative { -minor } else { minor }, currency))
    }

    fn split_decimals(text: &str, currency: Currency) -> Option<(String, String)> {
        let is_separator = |c: char| matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}');
        if text.is_empty() || !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if !text.ends_with(|c: char| c.is_ascii_digit())
            || !text.chars().all(|c| c.is_ascii_digit() || is_separator(c))
        {
            return None;
        }
        let Some(at) = text.rfind(['.', ',']) else {
            return Some((groups(text, is_separator)?, String::new()));
        };
        let (head, tail) = (&text[..at], &text[at + 1..]);
        let mark = &text[at..=at];
        let is_grouping = tail.len() == 3
            && (head.contains(mark) || (currency.exponent() != 3 && !head.contains(['.', ','])));
        if is_grouping || head.contains(mark) {
            return Some((groups(text, is_separator)?, String::new()));
        }
        Some((groups(head, is_separator)?, tail.to_owned()))
    }

    /// Joins `1.234.567`; every group after the first has exactly three digits.
    fn groups(text: &str, is_separator: impl Fn(char) -> bool) -> Option<String> {
        let mut parts = text.split(is_separator);
        let first = parts.next()?;
        let mut joined = first.to_owned();
        let mut grouped = false;
        for part in parts {
            if part.len() != 3 {
                return None;
            }
            grouped = true;
            joined.push_str(part);
        }
        let well_formed = !joined.is_empty() && (!grouped || first.len() <= 3);
        well_formed.then_some(joined)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, code: &str) -> Result<i64, MoneyError> {
        Money::parse(text, code.parse().unwrap()).map(|money| money.minor)
    }

    #[test]
    fn both_decimal_habits_are_read() {
        for (text, minor) in [
            ("12.50", 1250),
            ("12,50", 1250),
            ("12", 1200),
            ("12,5", 1250),
            ("1,234.50", 123_450),
            ("1.234,50", 123_450),
            ("1 234,50", 123_450),
            ("1'234.50", 123_450),
            ("1.234", 123_400),
            ("1,234,567", 123_456_700),
            ("-1", -100),
            (" 0,05 ", 5),
        ] {
            assert_eq!(read(text, "EUR"), Ok(minor), "{text}");
        }
        assert_eq!(read("1,234", "KWD"), Ok(1234));
        assert_eq!(read("1,234", "JPY"), Ok(1234));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in
            ["", "1e9", "abc", "1..2", ".", "12,", "--1", "0x10", "1,23,456", "NaN", "１２", "12.50 EUR"]
        {
            assert!(matches!(read(text, "EUR"), Err(MoneyError::NotAnAmount { .. })), "{text}");
        }
        assert!(
            matches!(read("12.505", "EUR"), Ok(1_250_500)),
            "a lone separator before three digits groups"
        );
        assert!(matches!(read("0.1234", "EUR"), Err(MoneyError::TooManyDecimals { .. })));
        assert!(matches!(read("12.5", "JPY"), Err(MoneyError::TooManyDecimals { .. })));
        assert_eq!(read("99999999999999999999", "EUR"), Err(MoneyError::TooLarge));
    }

    #[test]
    fn minor_units_print_with_the_currencys_decimals() {
        for (minor, code, text) in [
            (1000, "EUR", "10.00 EUR"),
            (1000, "JPY", "1000 JPY"),
            (1000, "BHD", "1.000 BHD"),
            (101, "JPY", "101 JPY"),
            (101_000, "BHD", "101.000 BHD"),
            (-5, "EUR", "-0.05 EUR"),
        ] {
            assert_eq!(Money::new(minor, code.parse().unwrap()).to_string(), text);
        }
    }

    #[test]
    fn halves_round_away_from_zero() {
        let base = Money::new(-649_134, Currency::EUR);
        assert_eq!(base.times_rate(Decimal::new(25, 2)).unwrap().minor, -162_284);
    }

    proptest! {
        #[test]
        fn adding_and_subtracting_return_the_start(a in -1_000_000_000_000_i64.., b in -1_000_000_000_000_i64..) {
            let (a, b) = (Money::new(a, Currency::EUR), Money::new(b, Currency::EUR));
            if let Ok(sum) = a.add(b) {
                prop_assert_eq!(sum.subtract(b), Ok(a));
                prop_assert_eq!(b.add(a), Ok(sum));
            }
        }

        #[test]
        fn printed_amounts_read_back(minor in 0_i64..1_000_000_000_000, code in prop::sample::select(vec!["EUR", "JPY"])) {
            let money = Money::new(minor, code.parse().unwrap());
            prop_assert_eq!(Money::parse(&money.to_decimal().to_string(), money.currency), Ok(money));
        }

        #[test]
        fn no_text_makes_parsing_panic(text in "\\PC{0,20}") {
            let _ = Money::parse(&text, Currency::EUR);
        }
    }
}
