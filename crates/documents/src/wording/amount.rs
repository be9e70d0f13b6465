//! Amounts and rates. One shape per language, with the currency always named.

use kernel::{Currency, Money};
use rust_decimal::Decimal;

use super::Locale;

impl Locale {
    /// `1,234.50 EUR` in English, `1.234,50 €` in German; a true minus sign in front of what is owed.
    pub(crate) fn amount(self, money: Money) -> String {
        let unit = match self {
            Self::De if money.currency == Currency::EUR => "€",
            Self::En | Self::De => money.currency.code(),
        };
        format!("{} {unit}", self.figure(money))
    }

    /// The amount without its currency: `0.82` beside an amount that names it.
    pub(crate) fn figure(self, money: Money) -> String {
        let exponent = money.currency.exponent() as usize;
        let digits = format!("{:0>width$}", money.minor.unsigned_abs(), width = exponent + 1);
        let (whole, fraction) = digits.split_at(digits.len() - exponent);
        let (group, point) = match self {
            Self::En => (',', '.'),
            Self::De => ('.', ','),
        };
        let mut text = String::with_capacity(digits.len() + 8);
        if money.minor < 0 {
            text.push('−');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(group);
            }
            text.push(digit);
        }
        if exponent > 0 {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// A percentage without its sign: `7`, `7.7` or `7,7`.
    pub(crate) fn rate(self, percent: Decimal) -> String {
        let plain = percent.normalize().to_string();
        match self {
            Self::En => plain,
            Self::De => plain.replace('.', ","),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, code.parse().unwrap())
    }

    #[test]
    fn amounts_are_written_as_the_language_does() {
        for (minor, code, english, german) in [
            (1250, "EUR", "12.50 EUR", "12,50 €"),
            (123_456_789, "EUR", "1,234,567.89 EUR", "1.234.567,89 €"),
            (-5, "EUR", "−0.05 EUR", "−0,05 €"),
            (0, "CHF", "0.00 CHF", "0,00 CHF"),
            (1000, "JPY", "1,000 JPY", "1.000 JPY"),
            (1, "KWD", "0.001 KWD", "0,001 KWD"),
        ] {
            assert_eq!(Locale::En.amount(money(minor, code)), english);
            assert_eq!(Locale::De.amount(money(minor, code)), german);
        }
    }

    #[test]
    fn the_largest_amounts_are_written_in_full() {
        assert_eq!(Locale::En.figure(money(i64::MIN, "EUR")), "−92,233,720,368,547,758.08");
        assert_eq!(Locale::De.figure(money(i64::MAX, "JPY")), "9.223.372.036.854.775.807");
    }

    #[test]
    fn rates_lose_idle_zeros() {
        assert_eq!(Locale::En.rate(Decimal::new(700, 2)), "7");
        assert_eq!(Locale::De.rate(Decimal::new(77, 1)), "7,7");
    }
}
