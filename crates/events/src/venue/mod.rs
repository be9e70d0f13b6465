//! A place where events happen.

mod create;
pub(crate) mod store;

use serde::{Deserialize, Serialize};

pub use create::{VenueRefused, create_venue};
pub use store::{all_venues, required_venue, venue_by_id};

kernel::id_type!(VenueId, "venue", "Names one venue.");

/// Most people that any place is said to hold, as the tables check it.
pub const CAPACITY_MAX: i64 = 10_000_000;

/// A venue as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Venue {
    /// Which.
    pub id: VenueId,
    /// As printed on tickets.
    pub name: String,
    /// Street and number; may be empty.
    pub address: String,
    /// City; may be empty.
    pub city: String,
    /// ISO 3166-1, two letters.
    pub country_code: Option<String>,
    /// How many people it holds; absent when nobody said.
    #[ts(type = "number | null")]
    pub capacity: Option<i64>,
    /// Counts changes.
    #[ts(type = "number")]
    pub version: i64,
}

/// A venue to add.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct VenueDraft {
    /// As printed on tickets.
    pub name: String,
    /// Street and number.
    #[serde(default)]
    #[ts(optional)]
    pub address: Option<String>,
    /// City.
    #[serde(default)]
    #[ts(optional)]
    pub city: Option<String>,
    /// ISO 3166-1, two letters; the organization's country when absent.
    #[serde(default)]
    #[ts(optional)]
    pub country_code: Option<String>,
    /// How many people it holds.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub capacity: Option<i64>,
}
