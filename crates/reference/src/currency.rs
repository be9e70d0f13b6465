//! Facts about currencies. `kernel::Currency` is the value that money carries; this is what people read about it.

use std::{collections::BTreeMap, sync::LazyLock};

use kernel::Currency;
use serde::{Deserialize, Serialize};

/// What sort of thing a currency code stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CurrencyKind {
    /// Money that people pay with.
    Money,
    /// A unit of account, such as an inflation-linked one.
    Fund,
    /// Metals, drawing rights, test codes.
    Special,
    /// The product's own credits.
    Credits,
}

impl CurrencyKind {
    /// The word stored in the file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Fund => "fund",
            Self::Special => "special",
            Self::Credits => "credits",
        }
    }
}

/// A currency of ISO 4217, or the product's credits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CurrencyFacts {
    /// Three capital letters.
    pub code: Currency,
    /// Three digits with leading zeros; credits have none.
    #[serde(rename(deserialize = "numeric"))]
    pub numeric_code: Option<String>,
    /// English name.
    pub name: String,
    /// The sign written beside an amount, where one is usual.
    pub symbol: Option<String>,
    /// Decimal places of the minor unit; metals and the like have none.
    pub exponent: Option<u32>,
    /// What the code stands for.
    pub kind: CurrencyKind,
    /// For a withdrawn currency, the one that took its place. Old orders may still name it; new events may not.
    #[serde(default)]
    pub replaced_by: Option<Currency>,
    /// The smallest amount that coins pay, in minor units, where it is more than one: cash is rounded to it.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub cash_step_minor: Option<i64>,
}

static CURRENCIES: LazyLock<Vec<CurrencyFacts>> = LazyLock::new(|| {
    crate::embedded::parse("currencies.json", include_str!("../../../assets/reference/currencies.json"))
});
static BY_CODE: LazyLock<BTreeMap<Currency, &'static CurrencyFacts>> =
    LazyLock::new(|| CURRENCIES.iter().map(|entry| (entry.code, entry)).collect());

/// Money that an event can be priced in today: no funds, metals, test codes or withdrawn currencies.
pub fn currencies() -> impl Iterator<Item = &'static CurrencyFacts> {
    CURRENCIES.iter().filter(|entry| entry.kind == CurrencyKind::Money && entry.replaced_by.is_none())
}

/// Every code that `kernel::Currency` accepts, withdrawn and special ones too.
#[must_use]
pub fn currency_facts() -> &'static [CurrencyFacts] {
    &CURRENCIES
}

/// The facts of one currency.
#[must_use]
pub fn currency(code: Currency) -> Option<&'static CurrencyFacts> {
    BY_CODE.get(&code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every three-letter text that the kernel takes for a currency.
    fn accepted_by_kernel() -> Vec<Currency> {
        let letters = || b'A'..=b'Z';
        let texts =
            letters().flat_map(move |a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
        texts.filter_map(|text| std::str::from_utf8(&text).ok()?.parse().ok()).collect()
    }

    #[test]
    fn every_currency_of_the_kernel_is_described_and_no_other() {
        let described: Vec<_> = currency_facts().iter().map(|entry| entry.code).collect();
        assert_eq!(described, accepted_by_kernel(), "the list is sorted and has the kernel's codes");
    }

    #[test]
    fn exponents_agree_with_the_kernel() {
        for entry in currency_facts() {
            assert_eq!(entry.exponent.unwrap_or(0), entry.code.exponent(), "{}", entry.code);
            assert!(
                entry.exponent.is_some() || entry.kind == CurrencyKind::Special,
                "{}: only metals and the like have no minor unit",
                entry.code
            );
        }
    }

    #[test]
    fn coins_pay_whole_steps_only_where_there_are_smaller_units() {
        for entry in currency_facts().iter().filter(|entry| entry.cash_step_minor.is_some()) {
            let step = entry.cash_step_minor.unwrap_or_default();
            assert!(step > 1 && step % 5 == 0 && entry.kind == CurrencyKind::Money, "{}", entry.code);
        }
        let franc: Currency = "CHF".parse().unwrap();
        assert_eq!(currency(franc).unwrap().cash_step_minor, Some(5), "0.05");
    }

    #[test]
    fn iso_4217_has_178_active_codes() {
        let active =
            currency_facts().iter().filter(|e| e.replaced_by.is_none() && e.kind != CurrencyKind::Credits);
        assert_eq!(active.count(), 178);
    }

    #[test]
    fn withdrawn_currencies_are_known_but_not_offered() {
        let kuna: Currency = "HRK".parse().unwrap();
        assert_eq!(currency(kuna).unwrap().replaced_by, Some(Currency::EUR));
        assert!(currencies().all(|entry| entry.code != kuna));
        assert!(currencies().any(|entry| entry.code == Currency::EUR));
        assert!(currencies().all(|entry| entry.exponent.is_some()), "a price needs a minor unit");
    }
}
