//! How an event rounds tax over an order; the rule itself is ticketing's.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// How tax is rounded over an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum TaxRounding {
    /// Each ticket and each fee for itself.
    #[default]
    Line,
    /// Tax on the sum of net prices; the gross may move by a few minor units.
    SumByNet,
    /// Tax on the sum of net prices, chosen so that the gross stays where it can.
    SumByNetKeepGross,
}

impl TaxRounding {
    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::SumByNet => "sum_by_net",
            Self::SumByNetKeepGross => "sum_by_net_keep_gross",
        }
    }
}

/// A word that names no way to round tax.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a way to round tax")]
pub struct UnknownTaxRounding(pub String);

impl FromStr for TaxRounding {
    type Err = UnknownTaxRounding;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = [Self::Line, Self::SumByNet, Self::SumByNetKeepGross]
            .into_iter()
            .find(|one| one.as_str() == text);
        known.ok_or_else(|| UnknownTaxRounding(text.chars().take(40).collect()))
    }
}

impl fmt::Display for TaxRounding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
