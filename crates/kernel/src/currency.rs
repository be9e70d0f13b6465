//! Currencies of ISO 4217, with their exponents, and `XCR`, the product's own credits (domain.md, section 1).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A currency: three capital letters that ISO 4217 knows, or `XCR`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Credits, a currency of their own.
    pub const CREDITS: Self = Self(*b"XCR");
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Decimal places of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD.
    #[must_use]
    pub fn exponent(self) -> u32 {
        if self == Self::CREDITS {
            return 0;
        }
        iso_currency::Currency::from_code(self.code())
            .and_then(iso_currency::Currency::exponent)
            .map_or(0, u32::from)
    }

    /// Minor units in one major unit: 100 for EUR, 1 for JPY, 1000 for KWD.
    #[must_use]
    pub fn minor_per_major(self) -> i64 {
        10_i64.pow(self.exponent())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Letters that name no currency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a currency of ISO 4217")]
pub struct UnknownCurrency(pub String);

impl crate::Refuse for UnknownCurrency {
    fn code(&self) -> &'static str {
        "unknown_currency"
    }
    fn fix(&self) -> String {
        "Use a three-letter code such as EUR, USD, JPY or KWD.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("currency".to_owned())
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let upper = text.trim().to_ascii_uppercase();
        let known = upper == "XCR" || iso_currency::Currency::from_code(&upper).is_some();
        match <[u8; 3]>::try_from(upper.as_bytes()) {
            Ok(letters) if known => Ok(Self(letters)),
            Ok(_) | Err(_) => Err(UnknownCurrency(text.chars().take(20).collect())),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = UnknownCurrency;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_come_from_iso_4217() {
        for (code, exponent) in [("EUR", 2), ("JPY", 0), ("KWD", 3), ("BHD", 3), ("XCR", 0)] {
            assert_eq!(code.parse::<Currency>().unwrap().exponent(), exponent, "{code}");
        }
    }

    #[test]
    fn other_letters_are_refused() {
        for text in ["", "EU", "EURO", "ZZZ", "€€€"] {
            assert!(text.parse::<Currency>().is_err(), "{text} names no currency");
        }
    }
}
