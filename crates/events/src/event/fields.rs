//! The rules of an event's single fields, shared by creating, changing and importing.

use std::collections::BTreeMap;

use identity::{
    slug,
    wording::{self, WordingError},
};
use kernel::{Currency, LocalTimeError, Refuse, Zone, currency::UnknownCurrency};
use reference::UnknownReference;

use super::EventId;
use crate::venue::CAPACITY_MAX;

/// Most characters of a title, as the table checks it.
pub const TITLE_CHARACTERS_MAX: usize = 200;
/// Most characters of a slug, as the table checks it.
pub const SLUG_CHARACTERS_MAX: usize = 80;
/// Most characters of a description: some ten printed pages.
const DESCRIPTION_CHARACTERS_MAX: usize = 20_000;
/// Most characters of the terms that tickets print.
const TERMS_CHARACTERS_MAX: usize = 4_000;

/// Why a field of an event was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldRefused {
    /// A text does not fit.
    #[error(transparent)]
    Text(#[from] WordingError),
    /// No such category.
    #[error(transparent)]
    Category(#[from] UnknownReference),
    /// No such currency.
    #[error(transparent)]
    Currency(#[from] UnknownCurrency),
    /// No such zone.
    #[error(transparent)]
    TimeZone(#[from] LocalTimeError),
    /// No number of guests.
    #[error("an event does not hold {capacity} guests")]
    Capacity {
        /// What was asked for.
        capacity: i64,
    },
    /// Fewer than none, or more than any house holds, may be given away.
    #[error("{quantity} gifts cannot be; from 0 to {CAPACITY_MAX} can")]
    CompQuantity {
        /// What was asked for.
        quantity: i64,
    },
    /// The slug has other characters than slugs have, or looks like an id.
    #[error("“{given}” cannot be a slug")]
    MalformedSlug {
        /// What was given, cut to 80 characters.
        given: String,
        /// A slug that is free.
        suggestion: String,
    },
    /// Another event has this slug.
    #[error("the slug “{slug}” is taken by “{title}”")]
    SlugTaken {
        /// The slug.
        slug: String,
        /// Whose it is.
        title: String,
        /// A slug that is free.
        suggestion: String,
    },
}

impl Refuse for FieldRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Text(reason) => reason.code(),
            Self::Category(reason) => reason.code(),
            Self::Currency(reason) => reason.code(),
            Self::TimeZone(reason) => reason.code(),
            Self::Capacity { .. } => "capacity_out_of_range",
            Self::CompQuantity { .. } => "comp_quantity_out_of_range",
            Self::MalformedSlug { .. } => "malformed_slug",
            Self::SlugTaken { .. } => "slug_taken",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Text(reason) => reason.fix(),
            Self::Category(reason) => reason.fix(),
            Self::Currency(reason) => reason.fix(),
            Self::TimeZone(reason) => reason.fix(),
            Self::Capacity { .. } => format!("Enter a number from 1 to {CAPACITY_MAX}, or leave it empty."),
            Self::CompQuantity { .. } => {
                format!("Enter a number from 0 to {CAPACITY_MAX}, or leave it empty for no limit.")
            }
            Self::MalformedSlug { suggestion, .. } => {
                format!("Use lower-case letters, digits and hyphens, such as “{suggestion}”.")
            }
            Self::SlugTaken { suggestion, .. } => format!("“{suggestion}” is free."),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Text(reason) => reason.field(),
            Self::Category(reason) => reason.field(),
            Self::Currency(reason) => reason.field(),
            Self::TimeZone(_) => Some("time_zone".to_owned()),
            Self::Capacity { .. } => Some("capacity".to_owned()),
            Self::CompQuantity { .. } => Some("comp_quantity_max".to_owned()),
            Self::MalformedSlug { .. } | Self::SlugTaken { .. } => Some("slug".to_owned()),
        }
    }
    fn params(&self) -> BTreeMap<String, String> {
        match self {
            Self::MalformedSlug { suggestion, .. } | Self::SlugTaken { suggestion, .. } => {
                BTreeMap::from([("suggestion".to_owned(), suggestion.clone())])
            }
            Self::Text(_)
            | Self::Category(_)
            | Self::Currency(_)
            | Self::TimeZone(_)
            | Self::Capacity { .. }
            | Self::CompQuantity { .. } => BTreeMap::new(),
        }
    }
}

/// The title, on one line.
pub(super) fn title(text: &str) -> Result<String, FieldRefused> {
    Ok(wording::line("title", text, TITLE_CHARACTERS_MAX)?)
}

/// The description; blank when absent.
pub(super) fn description(text: Option<&str>) -> Result<String, FieldRefused> {
    Ok(wording::paragraphs("description", text.unwrap_or_default(), DESCRIPTION_CHARACTERS_MAX)?)
}

/// The terms; blank when absent.
pub(super) fn terms(text: Option<&str>) -> Result<String, FieldRefused> {
    Ok(wording::paragraphs("terms", text.unwrap_or_default(), TERMS_CHARACTERS_MAX)?)
}

/// A code of the taxonomy in its own spelling; blank means none.
pub(super) fn category(code: Option<&str>) -> Result<Option<String>, FieldRefused> {
    let given = code.map(str::trim).filter(|code| !code.is_empty());
    Ok(given.map(|code| reference::check_category(code).map(|category| category.code.clone())).transpose()?)
}

/// A currency; `usual` when absent or blank.
pub(super) fn currency(text: Option<&str>, usual: Currency) -> Result<Currency, FieldRefused> {
    let given = text.filter(|text| !text.trim().is_empty());
    given.map_or(Ok(usual), |text| Ok(text.parse()?))
}

/// A zone; `usual` when absent or blank.
pub(super) fn time_zone(text: Option<&str>, usual: Zone) -> Result<Zone, FieldRefused> {
    let given = text.filter(|text| !text.trim().is_empty());
    given.map_or(Ok(usual), |text| Ok(text.parse()?))
}

/// A number of guests that an event can hold.
pub(super) fn capacity(capacity: i64) -> Result<i64, FieldRefused> {
    if (1..=CAPACITY_MAX).contains(&capacity) {
        Ok(capacity)
    } else {
        Err(FieldRefused::Capacity { capacity })
    }
}

/// A number of places that may be given away.
pub(super) fn comp_quantity_max(quantity: i64) -> Result<i64, FieldRefused> {
    if (0..=CAPACITY_MAX).contains(&quantity) {
        Ok(quantity)
    } else {
        Err(FieldRefused::CompQuantity { quantity })
    }
}

/// A slug that someone chose, in its stored form. Text that an id could be is refused: commands name events by either.
pub(super) fn chosen_slug(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let is_fit = slug::is_well_formed(&lower, SLUG_CHARACTERS_MAX) && lower.parse::<EventId>().is_err();
    is_fit.then_some(lower)
}

/// A slug made from a title (or from text that cannot be a slug).
pub(super) fn derived_slug(text: &str) -> String {
    let derived = slug::derive(text, SLUG_CHARACTERS_MAX - "event-".len(), "event");
    if derived.parse::<EventId>().is_ok() { format!("event-{derived}") } else { derived }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slug_never_looks_like_an_id() {
        let id = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
        assert_eq!(chosen_slug(id), None);
        assert_eq!(derived_slug(id), format!("event-{id}"));
    }

    #[test]
    fn chosen_slugs_keep_their_words_and_lose_their_case() {
        assert_eq!(chosen_slug(" Gala-2026 "), Some("gala-2026".to_owned()));
        for text in ["", "-gala", "gala--2026", "gala 2026", "gálá", "'; DROP TABLE", &"a".repeat(81)] {
            assert_eq!(chosen_slug(text), None, "{text}");
        }
    }

    #[test]
    fn capacity_has_bounds() {
        assert_eq!(capacity(1), Ok(1));
        for wrong in [0, -1, CAPACITY_MAX + 1, i64::MIN] {
            assert_eq!(capacity(wrong), Err(FieldRefused::Capacity { capacity: wrong }));
        }
    }

    proptest! {
        #[test]
        fn every_derived_slug_could_have_been_chosen(title in "\\PC{0,120}") {
            let slug = derived_slug(&title);
            prop_assert_eq!(chosen_slug(&slug), Some(slug));
        }
    }
}
