//! Words, amounts and times as a reader of the language writes them.

mod amount;
pub(crate) mod moment;
mod words;

use serde::{Deserialize, Serialize};

pub(crate) use words::Words;

/// The language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// International English: `12.50 EUR`, `Saturday, 13 June 2026`, `20:00`.
    #[default]
    En,
    /// German: `12,50 €`, `Samstag, 13. Juni 2026`, `20:00`.
    De,
}

impl Locale {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::En, Self::De];

    /// The language's BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// The language for a BCP 47 tag such as `de-AT`; English for one that has no catalogue.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language)).unwrap_or_default()
    }
}
