//! The SQL of venues.

use kernel::{Failure, Fault, id::Id};
use workspace::{Row, Tx, View, params};

use super::{Venue, VenueId, VenueRefused};

const BY_ID: &str = "
    select id, name, address, city, country_code, capacity, version
    from venues
    where id = ?1 and deleted_at is null";
const BY_NAME: &str = "
    select id, name, address, city, country_code, capacity, version
    from venues
    where name = ?1 and city = ?2 and deleted_at is null
    order by id
    limit 1";
const ALL: &str = "
    select id, name, address, city, country_code, capacity, version
    from venues
    where deleted_at is null
    order by name, id";
const INSERT: &str = "
    insert into venues (
      id, name, address, city, country_code, capacity, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?8)";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_ID, BY_NAME, ALL, INSERT];

/// The venue with this id.
///
/// # Errors
/// A fault when the file cannot be read.
pub fn venue_by_id(view: &View<'_>, id: VenueId) -> Result<Option<Venue>, Fault> {
    view.optional(BY_ID, params![id.bytes()], venue_from_row)
}

/// The venue that a command names.
///
/// # Errors
/// [`VenueRefused::Unknown`] as a refusal, or a fault of the file.
pub fn required_venue(view: &View<'_>, id: VenueId) -> Result<Venue, Failure> {
    Ok(venue_by_id(view, id)?.ok_or(VenueRefused::Unknown { venue_id: id })?)
}

/// Every venue, by name.
///
/// # Errors
/// A fault when the file cannot be read.
pub fn all_venues(view: &View<'_>) -> Result<Vec<Venue>, Fault> {
    view.all(ALL, params![], venue_from_row)
}

pub(super) fn venue_by_name(view: &View<'_>, name: &str, city: &str) -> Result<Option<Venue>, Fault> {
    view.optional(BY_NAME, params![name, city], venue_from_row)
}

pub(super) fn insert_venue(tx: &Tx<'_>, venue: &Venue) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            venue.id.bytes(),
            venue.name,
            venue.address,
            venue.city,
            venue.country_code,
            venue.capacity,
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

fn venue_from_row(row: &Row<'_>) -> Result<Venue, Fault> {
    Ok(Venue {
        id: row.id("id")?,
        name: row.text("name")?,
        address: row.text("address")?,
        city: row.text("city")?,
        country_code: row.text_opt("country_code")?,
        capacity: row.int_opt("capacity")?,
        version: row.int("version")?,
    })
}
