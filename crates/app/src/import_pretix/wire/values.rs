//! Values that the API writes as text: amounts, rates, moments, and words in several languages.

use std::{collections::BTreeMap, fmt, marker::PhantomData, str::FromStr};

use chrono::{DateTime, Utc};
use kernel::{Currency, Timestamp};
use rust_decimal::Decimal;
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};

/// An exact decimal amount without a currency: `"129.00"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import_pretix) struct Amount(Decimal);

impl Amount {
    /// Whole minor units of `currency`; `None` when the amount is finer than the currency, or too large.
    pub(in crate::import_pretix) fn minor(self, currency: Currency) -> Option<i64> {
        let minor = self.0.checked_mul(Decimal::from(currency.minor_per_major()))?;
        if !minor.fract().is_zero() {
            return None;
        }
        i64::try_from(minor.trunc().mantissa() / 10_i128.checked_pow(minor.trunc().scale())?).ok()
    }

    /// The number itself.
    pub(in crate::import_pretix) fn decimal(self) -> Decimal {
        self.0
    }
}

impl FromStr for Amount {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        plain_decimal(text).map(Self).ok_or_else(|| format!("“{}” is not an amount", shortened(text)))
    }
}

/// Decimals that a tax rate may have here.
const RATE_DECIMALS_MAX: u32 = 4;

/// A tax rate in percent, without trailing zeros: `7`, `19`, `8.1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import_pretix) struct Rate(Decimal);

impl Rate {
    /// The percentage.
    pub(in crate::import_pretix) fn percent(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl FromStr for Rate {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        plain_decimal(text)
            .filter(|percent| !percent.is_sign_negative() && *percent <= Decimal::ONE_HUNDRED)
            .filter(|percent| percent.normalize().scale() <= RATE_DECIMALS_MAX)
            .map(Self)
            .ok_or_else(|| format!("“{}” is not a tax rate between 0 and 100", shortened(text)))
    }
}

/// A moment with its offset: `2026-10-23T14:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import_pretix) struct Moment(pub(in crate::import_pretix) Timestamp);

impl FromStr for Moment {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        DateTime::parse_from_rfc3339(text)
            .map(|at| Self(at.with_timezone(&Utc)))
            .map_err(|_| format!("“{}” is not a time with a zone offset", shortened(text)))
    }
}

/// Digits with at most one point: no exponent, no grouping, no comma, nothing to guess.
fn plain_decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = is_digits(whole) && is_digits(fraction) && whole.len() <= 15 && fraction.len() <= 6;
    if is_plain { text.parse().ok() } else { None }
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

struct FromText<T>(&'static str, PhantomData<T>);

impl<T: FromStr<Err = String>> Visitor<'_> for FromText<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FromText("an amount such as \"12.50\"", PhantomData))
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FromText("a tax rate such as \"19.00\"", PhantomData))
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FromText("a time such as \"2026-10-23T14:00:00Z\"", PhantomData))
    }
}

/// Words by language, or the same words for all: `{"de": "Tagesticket", "en": "Day ticket"}`, `"Tor 1"`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import_pretix) struct LocalText(BTreeMap<String, String>);

impl LocalText {
    /// The words in `locale`, else in its language, else in English, else in the first language that has any.
    pub(in crate::import_pretix) fn in_locale(&self, locale: &str) -> &str {
        let language = locale.split(['-', '_']).next().unwrap_or(locale);
        [locale, language, "", "en"]
            .iter()
            .find_map(|wanted| self.0.get(*wanted).filter(|text| !text.trim().is_empty()))
            .or_else(|| self.0.values().find(|text| !text.trim().is_empty()))
            .map_or("", |text| text.trim())
    }
}

struct AnyWords;

impl<'de> Visitor<'de> for AnyWords {
    type Value = LocalText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or texts by language")
    }

    fn visit_unit<E: de::Error>(self) -> Result<LocalText, E> {
        Ok(LocalText::default())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<LocalText, E> {
        Ok(LocalText(BTreeMap::from([(String::new(), text.to_owned())])))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<LocalText, A::Error> {
        let mut words = BTreeMap::new();
        while let Some((language, text)) = map.next_entry::<String, Option<String>>()? {
            words.insert(language, text.unwrap_or_default());
        }
        Ok(LocalText(words))
    }
}

impl<'de> Deserialize<'de> for LocalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyWords)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn minor(text: &str, currency: &str) -> Option<i64> {
        text.parse::<Amount>().unwrap().minor(currency.parse().unwrap())
    }

    #[test]
    fn amounts_become_minor_units_of_their_currency() {
        for (text, currency, expected) in [
            ("129.00", "EUR", Some(12_900)),
            ("0.1", "EUR", Some(10)),
            ("-5.00", "EUR", Some(-500)),
            ("1000", "JPY", Some(1000)),
            ("1000.00", "JPY", Some(1000)),
            ("1.234", "KWD", Some(1234)),
            ("0.005", "EUR", None),
            ("999999999999999.99", "EUR", Some(99_999_999_999_999_999)),
        ] {
            assert_eq!(minor(text, currency), expected, "{text} {currency}");
        }
    }

    #[test]
    fn what_is_no_plain_decimal_is_no_amount() {
        for text in
            ["", "12,x", "12,50", "1e9", "1.234.5", ".", "1.", ".5", "+1", "0x1", "NaN", "1 000", "１２"]
        {
            assert_eq!(text.parse::<Amount>(), Err(format!("“{text}” is not an amount")));
        }
    }

    #[test]
    fn rates_lose_their_trailing_zeros() {
        for (text, shown) in [("7.00", "7"), ("19.00", "19"), ("8.10", "8.1"), ("0.00", "0"), ("20", "20")] {
            assert_eq!(text.parse::<Rate>().unwrap().to_string(), shown);
        }
        assert!("-7.00".parse::<Rate>().is_err());
        assert!("100.01".parse::<Rate>().is_err());
    }

    #[test]
    fn words_are_chosen_by_locale_and_never_missing_when_any_exist() {
        let words: LocalText = serde_json::from_str(r#"{"de": "Tag", "en": "Day", "fr": ""}"#).unwrap();
        assert_eq!(words.in_locale("de-informal"), "Tag");
        assert_eq!(words.in_locale("fr"), "Day");
        let plain: LocalText = serde_json::from_str("\"Nordtor\"").unwrap();
        assert_eq!(plain.in_locale("de"), "Nordtor");
        let only_thai: LocalText = serde_json::from_str(r#"{"th": "วัน"}"#).unwrap();
        assert_eq!(only_thai.in_locale("de"), "วัน");
        assert_eq!(serde_json::from_str::<LocalText>("null").unwrap().in_locale("de"), "");
    }

    proptest! {
        #[test]
        fn every_euro_amount_reads_back(minor in -1_000_000_000_i64..1_000_000_000) {
            let sign = if minor < 0 { "-" } else { "" };
            let text = format!("{sign}{}.{:02}", minor.abs() / 100, minor.abs() % 100);
            prop_assert_eq!(text.parse::<Amount>().unwrap().minor(Currency::EUR), Some(minor));
        }
    }
}
