//! Cities that events go to, with what a visitor's prices, times and words depend on.

use std::sync::LazyLock;

use kernel::{Currency, Zone};
use serde::{Deserialize, Serialize};

/// A part of the world, for reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// North, Central and South America.
    Americas,
    /// Asia east of the Gulf, Australia and the Pacific.
    AsiaPacific,
    /// Europe with Türkiye.
    Europe,
    /// The Middle East and Africa.
    MiddleEastAfrica,
}

impl Region {
    /// The word stored in the file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Americas => "americas",
            Self::AsiaPacific => "asia_pacific",
            Self::Europe => "europe",
            Self::MiddleEastAfrica => "middle_east_africa",
        }
    }
}

/// A city that events are held in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Destination {
    /// Stable word for addresses.
    pub slug: String,
    /// What people call the destination; the city's name, or a wider area around it.
    pub name: String,
    /// The city.
    pub city: String,
    /// Country of ISO 3166-1.
    #[serde(rename(deserialize = "country"))]
    pub country_code: String,
    /// The money people pay with there.
    pub currency: Currency,
    /// Languages of ISO 639-1, the most usual first.
    #[serde(rename(deserialize = "languages"))]
    pub language_codes: Vec<String>,
    /// The zone its clocks keep.
    pub time_zone: Zone,
    /// Part of the world.
    pub region: Region,
}

static DESTINATIONS: LazyLock<Vec<Destination>> = LazyLock::new(|| {
    crate::embedded::parse("destinations.json", include_str!("../../../assets/reference/destinations.json"))
});

/// All destinations, by name.
#[must_use]
pub fn destinations() -> &'static [Destination] {
    &DESTINATIONS
}

/// The destination of a slug.
#[must_use]
pub fn destination(slug: &str) -> Option<&'static Destination> {
    DESTINATIONS.iter().find(|entry| entry.slug == slug)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_destination_names_known_things() {
        assert!(destinations().len() >= 40, "{} destinations", destinations().len());
        for entry in destinations() {
            assert!(crate::country(&entry.country_code).is_some(), "{}: {}", entry.slug, entry.country_code);
            let offered = crate::currencies().any(|currency| currency.code == entry.currency);
            assert!(offered, "{}: {} is not in use", entry.slug, entry.currency);
            assert!(crate::is_time_zone(entry.time_zone.name()), "{}", entry.slug);
            assert!(!entry.language_codes.is_empty(), "{}", entry.slug);
            for code in &entry.language_codes {
                assert!(crate::language(code).is_some(), "{}: {code}", entry.slug);
            }
        }
    }

    #[test]
    fn slugs_are_distinct_and_all_regions_appear() {
        let slugs: BTreeSet<_> = destinations().iter().map(|entry| &entry.slug).collect();
        assert_eq!(slugs.len(), destinations().len());
        let regions: BTreeSet<_> = destinations().iter().map(|entry| entry.region.as_str()).collect();
        assert_eq!(regions.len(), 4);
        assert_eq!(destination("udaipur").unwrap().currency.code(), "INR");
    }
}
