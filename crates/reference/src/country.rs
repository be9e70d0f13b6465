//! Countries and territories of ISO 3166-1.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// A country or territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Country {
    /// Two capital letters, the code used everywhere in the product: `DE`.
    #[serde(rename(deserialize = "alpha2"))]
    pub code: String,
    /// Three capital letters: `DEU`.
    pub alpha3: String,
    /// Three digits with leading zeros: `276`.
    #[serde(rename(deserialize = "numeric"))]
    pub numeric_code: String,
    /// English short name.
    pub name: String,
    /// International dialling code with its plus sign; uninhabited places have none.
    pub phone_prefix: Option<String>,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    crate::embedded::parse("countries.json", include_str!("../../../assets/reference/countries.json"))
});

/// All 249 entries of ISO 3166-1, by code.
#[must_use]
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

/// The country of a two-letter code, in any case.
#[must_use]
pub fn country(code: &str) -> Option<&'static Country> {
    let code = code.trim().to_ascii_uppercase();
    let found = COUNTRIES.binary_search_by(|entry| entry.code.as_str().cmp(&code)).ok()?;
    COUNTRIES.get(found)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn iso_3166_1_is_whole() {
        assert_eq!(countries().len(), 249, "ISO 3166-1 has 249 entries");
        let distinct =
            |pick: fn(&Country) -> &str| countries().iter().map(pick).collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(|c| &c.alpha3), 249, "three-letter codes are distinct");
        assert_eq!(distinct(|c| &c.numeric_code), 249, "numbers are distinct");
        assert_eq!(distinct(|c| &c.name), 249, "names are distinct");
    }

    #[test]
    fn every_country_is_found_by_its_code() {
        for entry in countries() {
            assert_eq!(country(&entry.code.to_lowercase()), Some(entry), "lookup relies on the file's order");
        }
        assert_eq!(country("ZZ"), None);
        assert_eq!(country(""), None);
    }

    #[test]
    fn only_uninhabited_places_lack_a_dialling_code() {
        let without: Vec<_> =
            countries().iter().filter(|c| c.phone_prefix.is_none()).map(|c| &c.code).collect();
        assert_eq!(without, ["BV", "HM", "UM"]);
        assert_eq!(country("IN").unwrap().phone_prefix.as_deref(), Some("+91"));
    }
}
