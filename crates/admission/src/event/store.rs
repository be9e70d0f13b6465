//! The SQL of events, as far as a door reads them.

use kernel::{Fault, id::Id};
use workspace::{Row, View, params};

use super::EventAtDoor;
use crate::{ids::EventId, rules::EventDates};

const BY_ID: &str = "
    select id, title, time_zone, doors_at, starts_at, ends_at, capacity
    from events
    where id = ?1 and deleted_at is null";
const BY_SLUG: &str = "
    select id, title, time_zone, doors_at, starts_at, ends_at, capacity
    from events
    where slug = ?1 and deleted_at is null";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_ID, BY_SLUG];

pub(super) fn event_by_id(view: &View<'_>, id: EventId) -> Result<Option<EventAtDoor>, Fault> {
    view.optional(BY_ID, params![id.bytes()], event)
}

pub(super) fn event_by_slug(view: &View<'_>, slug: &str) -> Result<Option<EventAtDoor>, Fault> {
    view.optional(BY_SLUG, params![slug], event)
}

fn event(row: &Row<'_>) -> Result<EventAtDoor, Fault> {
    Ok(EventAtDoor {
        id: row.id("id")?,
        title: row.text("title")?,
        zone: row.parsed("time_zone")?,
        dates: EventDates {
            starts_at: row.at("starts_at")?,
            ends_at: row.at("ends_at")?,
            doors_at: row.at_opt("doors_at")?,
        },
        capacity: row.int_opt("capacity")?,
    })
}
