//! Starting values of sales taxes and of the price of credits. Once in the workspace they belong to its people, who
//! may change them; the app never overwrites a rate that is there.

use std::sync::LazyLock;

use chrono::NaiveDate;
use kernel::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Which of a country's rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum TaxKind {
    /// The rate for everything that has no other.
    Standard,
    /// The first reduced rate.
    Reduced,
    /// The second reduced rate.
    ReducedSecond,
}

impl TaxKind {
    /// The word stored in the file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Reduced => "reduced",
            Self::ReducedSecond => "reduced_second",
        }
    }
}

/// A country's rate of sales tax from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TaxRate {
    /// Country of ISO 3166-1.
    #[serde(rename(deserialize = "country"))]
    pub country_code: String,
    /// Which of the country's rates.
    pub kind: TaxKind,
    /// What the tax is called on a receipt: VAT, GST.
    pub name: String,
    /// Per cent, as a decimal text such as `5.5`.
    #[ts(type = "string")]
    pub percent: Decimal,
    /// The first day on which it applies.
    #[ts(type = "string")]
    pub valid_from: NaiveDate,
}

/// What one major unit of a currency buys in credits, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreditRate {
    /// The currency paid with.
    pub currency: Currency,
    /// Credits for one major unit, as a decimal text.
    #[ts(type = "string")]
    pub credits_per_unit: Decimal,
    /// The first day on which it applies.
    #[ts(type = "string")]
    pub valid_from: NaiveDate,
}

static TAX_RATES: LazyLock<Vec<TaxRate>> = LazyLock::new(|| {
    crate::embedded::parse("tax_rates.json", include_str!("../../../assets/reference/tax_rates.json"))
});
static CREDIT_RATES: LazyLock<Vec<CreditRate>> = LazyLock::new(|| {
    crate::embedded::parse("credit_rates.json", include_str!("../../../assets/reference/credit_rates.json"))
});

/// The tax rates a new workspace starts with, by country.
#[must_use]
pub fn tax_rates() -> &'static [TaxRate] {
    &TAX_RATES
}

/// The starting rate of a country on a day: the latest that is valid by then.
#[must_use]
pub fn tax_rate_on(country_code: &str, kind: TaxKind, day: NaiveDate) -> Option<&'static TaxRate> {
    TAX_RATES
        .iter()
        .filter(|rate| rate.country_code == country_code && rate.kind == kind && rate.valid_from <= day)
        .max_by_key(|rate| rate.valid_from)
}

/// The credit rates a new workspace starts with.
#[must_use]
pub fn credit_rates() -> &'static [CreditRate] {
    &CREDIT_RATES
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn percent(country: &str, kind: TaxKind, on: &str) -> String {
        tax_rate_on(country, kind, day(on)).unwrap().percent.to_string()
    }

    #[test]
    fn every_rate_is_plausible_and_stands_once() {
        let mut seen = BTreeSet::new();
        for rate in tax_rates() {
            assert!(crate::country(&rate.country_code).is_some(), "{}", rate.country_code);
            assert!(rate.percent > Decimal::ZERO && rate.percent <= Decimal::from(27), "{rate:?}");
            assert!(seen.insert((&rate.country_code, rate.kind, rate.valid_from)), "{rate:?} stands twice");
        }
    }

    #[test]
    fn every_country_with_a_rate_has_a_standard_rate_above_its_reduced_ones() {
        let today = day("2026-11-20");
        for rate in tax_rates() {
            let standard = tax_rate_on(&rate.country_code, TaxKind::Standard, today).unwrap();
            let is_reduced = rate.kind != TaxKind::Standard;
            assert!(!is_reduced || rate.percent < standard.percent, "{rate:?} against {standard:?}");
        }
    }

    #[test]
    fn a_rate_applies_from_its_first_day() {
        assert_eq!(percent("EE", TaxKind::Standard, "2025-06-30"), "22");
        assert_eq!(percent("EE", TaxKind::Standard, "2025-07-01"), "24");
        assert_eq!(percent("FI", TaxKind::Standard, "2026-11-20"), "25.5");
        assert_eq!(
            tax_rate_on("SG", TaxKind::Standard, day("2023-12-31")),
            None,
            "older rates are not listed"
        );
        assert_eq!(
            tax_rate_on("DK", TaxKind::Reduced, day("2026-11-20")),
            None,
            "Denmark has no reduced rate"
        );
    }

    #[test]
    fn one_dollar_and_fifty_rupees_buy_one_credit() {
        let per_unit = |code: &str| {
            let rate = credit_rates().iter().find(|rate| rate.currency.code() == code).unwrap();
            rate.credits_per_unit
        };
        assert_eq!(per_unit("USD"), Decimal::ONE);
        assert_eq!(per_unit("INR") * Decimal::from(50), Decimal::ONE);
    }
}
