//! Adding a venue. A draft that names a venue which is there already (same name, same city) means that venue.

use identity::{
    organization::required_organization,
    wording::{self, NAME_CHARACTERS_MAX, WordingError},
};
use kernel::{Failure, Refuse};
use reference::UnknownReference;
use workspace::Tx;

use super::{CAPACITY_MAX, Venue, VenueDraft, VenueId, store};

/// Most characters of an address and of a city.
const ADDRESS_CHARACTERS_MAX: usize = 500;
const CITY_CHARACTERS_MAX: usize = 120;

/// Why a venue was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VenueRefused {
    /// A text does not fit.
    #[error(transparent)]
    Text(#[from] WordingError),
    /// No such country.
    #[error(transparent)]
    Country(#[from] UnknownReference),
    /// No number of people.
    #[error("a venue does not hold {capacity} people")]
    Capacity {
        /// What was asked for.
        capacity: i64,
    },
    /// No such venue.
    #[error("there is no venue with the id {venue_id}")]
    Unknown {
        /// What was asked for.
        venue_id: VenueId,
    },
}

impl Refuse for VenueRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Text(reason) => reason.code(),
            Self::Country(reason) => reason.code(),
            Self::Capacity { .. } => "capacity_out_of_range",
            Self::Unknown { .. } => "unknown_venue",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Text(reason) => reason.fix(),
            Self::Country(reason) => reason.fix(),
            Self::Capacity { .. } => format!("Enter a number from 1 to {CAPACITY_MAX}, or leave it empty."),
            Self::Unknown { .. } => "Choose a venue from the list, or add one.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Text(reason) => reason.field(),
            Self::Country(_) => Some("venue.country_code".to_owned()),
            Self::Capacity { .. } => Some("venue.capacity".to_owned()),
            Self::Unknown { .. } => Some("venue_id".to_owned()),
        }
    }
}

/// Adds a venue, or finds the one that the draft names.
///
/// # Errors
/// [`VenueRefused`] as a refusal, or a fault of the file.
pub fn create_venue(tx: &Tx<'_>, draft: &VenueDraft) -> Result<Venue, Failure> {
    let organization = required_organization(tx)?;
    let venue = decide(tx.new_id()?, draft, &organization.country_code)?;
    if let Some(present) = store::venue_by_name(tx, &venue.name, &venue.city)? {
        return Ok(present);
    }
    store::insert_venue(tx, &venue)?;
    Ok(venue)
}

fn decide(id: VenueId, draft: &VenueDraft, home_country: &str) -> Result<Venue, VenueRefused> {
    let text = |field, text: &Option<String>, characters_max| {
        wording::optional_line(field, text.as_deref().unwrap_or_default(), characters_max)
    };
    if let Some(capacity) = draft.capacity.filter(|capacity| !(1..=CAPACITY_MAX).contains(capacity)) {
        return Err(VenueRefused::Capacity { capacity });
    }
    let country =
        draft.country_code.as_deref().filter(|code| !code.trim().is_empty()).unwrap_or(home_country);
    Ok(Venue {
        id,
        name: wording::line("venue.name", &draft.name, NAME_CHARACTERS_MAX)?,
        address: text("venue.address", &draft.address, ADDRESS_CHARACTERS_MAX)?,
        city: text("venue.city", &draft.city, CITY_CHARACTERS_MAX)?,
        country_code: Some(reference::check_country(country)?.code.clone()),
        capacity: draft.capacity,
        version: 1,
    })
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{fixture, venue};

    fn draft(name: &str) -> VenueDraft {
        VenueDraft { name: name.to_owned(), city: Some("Weimar".to_owned()), ..VenueDraft::default() }
    }

    #[test]
    fn a_venue_that_is_named_again_is_the_same_venue() {
        let file = fixture::house();
        let first = file.transact(&as_test(), |tx| create_venue(tx, &draft(" Großer\nSaal "))).unwrap();
        assert_eq!((first.name.as_str(), first.country_code.as_deref()), ("Großer Saal", Some("DE")));
        let second = file.transact(&as_test(), |tx| create_venue(tx, &draft("Großer Saal"))).unwrap();
        assert_eq!(second, first);
        let all: Result<_, kernel::Fault> = file.read(venue::all_venues);
        assert_eq!(all.unwrap(), vec![first]);
    }

    #[test]
    fn a_bad_field_is_refused_in_its_place() {
        let file = fixture::house();
        for (draft, code, field) in [
            (draft("\u{202E}\n"), "text_missing", "venue.name"),
            (VenueDraft { city: Some("x".repeat(10_000)), ..draft("Saal") }, "text_too_long", "venue.city"),
            (
                VenueDraft { country_code: Some("Germany".to_owned()), ..draft("Saal") },
                "unknown_country",
                "venue.country_code",
            ),
            (VenueDraft { capacity: Some(0), ..draft("Saal") }, "capacity_out_of_range", "venue.capacity"),
            (
                VenueDraft { capacity: Some(i64::MAX), ..draft("Saal") },
                "capacity_out_of_range",
                "venue.capacity",
            ),
        ] {
            let refusal = fixture::refused(file.transact(&as_test(), |tx| create_venue(tx, &draft)));
            assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), (code, Some(field)));
        }
        let all: Result<_, kernel::Fault> = file.read(venue::all_venues);
        assert_eq!(all.unwrap(), vec![], "a refusal changes nothing");
    }
}
