//! The organization whose workspace this is. There is exactly one.

mod init;
mod store;

use std::{fmt, str::FromStr};

use kernel::{Currency, Zone};
use serde::{Deserialize, Serialize};

pub use init::{InitOrganization, InitRefused, InitializedOrganization, WorkspacePurpose, init_organization};
#[cfg(test)]
pub(crate) use store::STATEMENTS;
pub use store::{NoOrganization, current, required_organization};

kernel::id_type!(OrganizationId, "organization", "Names one organization.");

/// Most characters of a handle, as the table checks it.
pub const HANDLE_CHARACTERS_MAX: usize = 60;

/// The organization as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Organization {
    /// Which.
    pub id: OrganizationId,
    /// As printed on tickets and receipts.
    pub name: String,
    /// The name in addresses: lower-case letters, digits, hyphens.
    pub handle: String,
    /// What kind of organization it is.
    #[serde(rename = "type")]
    pub organization_type: OrganizationType,
    /// ISO 3166-1, two letters.
    pub country_code: String,
    /// What new events are priced in.
    pub currency: Currency,
    /// Where new events take place.
    pub time_zone: Zone,
    /// Whether everything in this workspace is invented.
    pub is_demo: bool,
    /// Counts changes.
    #[ts(type = "number")]
    pub version: i64,
}

/// What an organization is (domain.md, 2.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum OrganizationType {
    /// Plans events, here and there.
    #[default]
    EventOrganizer,
    /// Runs a house.
    Venue,
    /// Works for others.
    Agency,
    /// A company with events of its own.
    Corporate,
    /// People who work together.
    Collective,
    /// Anything else.
    Other,
}

impl OrganizationType {
    /// Every type.
    pub const ALL: [Self; 6] =
        [Self::EventOrganizer, Self::Venue, Self::Agency, Self::Corporate, Self::Collective, Self::Other];

    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EventOrganizer => "event_organizer",
            Self::Venue => "venue",
            Self::Agency => "agency",
            Self::Corporate => "corporate",
            Self::Collective => "collective",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for OrganizationType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no type of organization.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a type of organization")]
pub struct UnknownOrganizationType(pub String);

impl FromStr for OrganizationType {
    type Err = UnknownOrganizationType;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        known.ok_or_else(|| UnknownOrganizationType(text.chars().take(40).collect()))
    }
}
