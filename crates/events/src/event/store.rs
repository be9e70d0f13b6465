//! The SQL of events, but for the list.

use identity::wording;
use kernel::{Fault, clock::to_micros, id::Id};
use workspace::{Row, Tx, View, params};

use super::{Event, EventId};
use crate::Venue;

const BY_ID: &str = "
    select id, title, slug, description, category_code, status, visibility, currency, time_zone, doors_at, starts_at, ends_at,
      venue_id, capacity, terms, prices_include_tax, tax_rounding, comp_quantity_max, has_price_rules, is_training,
      cancel_reason, version
    from events
    where id = ?1 and deleted_at is null";
const BY_SLUG: &str = "
    select id, title, slug, description, category_code, status, visibility, currency, time_zone, doors_at, starts_at, ends_at,
      venue_id, capacity, terms, prices_include_tax, tax_rounding, comp_quantity_max, has_price_rules, is_training,
      cancel_reason, version
    from events
    where slug = ?1 and deleted_at is null";
const INSERT: &str = "
    insert into events (
      id, title, slug, description, category_code, status, visibility, currency, time_zone, doors_at, starts_at, ends_at,
      venue_id, capacity, terms, prices_include_tax, is_training, cancel_reason, search_text, tax_rounding,
      comp_quantity_max, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (
      ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?22, ?23, ?20, ?20, ?21, ?21
    )";
const UPDATE: &str = "
    update events
    set title = ?2, slug = ?3, description = ?4, category_code = ?5, status = ?6, visibility = ?7, currency = ?8,
      time_zone = ?9, doors_at = ?10, starts_at = ?11, ends_at = ?12, venue_id = ?13, capacity = ?14, terms = ?15,
      prices_include_tax = ?16, is_training = ?17, cancel_reason = ?18, search_text = ?19, tax_rounding = ?23, comp_quantity_max = ?24,
      updated_at = ?20, updated_by_user_id = ?21, version = version + 1
    where id = ?1 and version = ?22 and deleted_at is null";

pub(super) const LIST_COUNT: &str = "
    select count(*) as total
    from events
    where deleted_at is null
      and (?1 is null or status = ?1)
      and (?2 is null or ends_at >= ?2)
      and not exists (select 1 from json_each(?3) word where instr(search_text, word.value) = 0)";
pub(super) const LIST_PAGE: &str = "
    select events.id, title, slug, status, currency, time_zone, doors_at, starts_at, ends_at, events.capacity,
      venues.name as venue_name
    from events
    left join venues on venues.id = events.venue_id
    where events.deleted_at is null
      and (?1 is null or status = ?1)
      and (?2 is null or ends_at >= ?2)
      and not exists (select 1 from json_each(?3) word where instr(search_text, word.value) = 0)
      and (?4 is null or (starts_at, events.id) > (?4, ?5))
    order by starts_at, events.id
    limit ?6";

/// Not a change of the event as it is planned, so its version stays.
const MARK_PRICE_RULES: &str = "update events set has_price_rules = 1 where id = ?1 and has_price_rules = 0";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[MARK_PRICE_RULES, BY_ID, BY_SLUG, INSERT, UPDATE, LIST_COUNT, LIST_PAGE];

/// The living event with this id.
///
/// # Errors
/// A fault when the file cannot be read or holds a value that the model does not know.
pub fn event_by_id(view: &View<'_>, id: EventId) -> Result<Option<Event>, Fault> {
    view.optional(BY_ID, params![id.bytes()], event_from_row)
}

/// Says that fees or group discounts exist for this event from now on.
///
/// # Errors
/// A fault when the database fails.
pub fn mark_price_rules(tx: &Tx<'_>, id: EventId) -> Result<(), Fault> {
    tx.execute(MARK_PRICE_RULES, params![id.bytes()]).map(|_| ())
}

pub(super) fn event_by_slug(view: &View<'_>, slug: &str) -> Result<Option<Event>, Fault> {
    view.optional(BY_SLUG, params![slug], event_from_row)
}

pub(super) fn insert_event(tx: &Tx<'_>, event: &Event, venue: Option<&Venue>) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            event.id.bytes(),
            event.title,
            event.slug,
            event.description,
            event.category_code,
            event.status.as_str(),
            event.visibility.as_str(),
            event.currency.code(),
            event.time_zone.name(),
            event.doors_at.map(to_micros),
            to_micros(event.starts_at),
            to_micros(event.ends_at),
            event.venue_id.map(|id| id.bytes()),
            event.capacity,
            event.terms,
            event.prices_include_tax,
            event.is_training,
            event.cancel_reason,
            search_text(event, venue),
            tx.now_micros(),
            tx.actor(),
            event.tax_rounding.as_str(),
            event.comp_quantity_max,
        ],
    )
}

/// Writes `event` over the row that has its version. The row was read in this transaction, so it must be there.
pub(super) fn update_event_row(tx: &Tx<'_>, event: &Event, venue: Option<&Venue>) -> Result<Event, Fault> {
    tx.execute_one(
        UPDATE,
        params![
            event.id.bytes(),
            event.title,
            event.slug,
            event.description,
            event.category_code,
            event.status.as_str(),
            event.visibility.as_str(),
            event.currency.code(),
            event.time_zone.name(),
            event.doors_at.map(to_micros),
            to_micros(event.starts_at),
            to_micros(event.ends_at),
            event.venue_id.map(|id| id.bytes()),
            event.capacity,
            event.terms,
            event.prices_include_tax,
            event.is_training,
            event.cancel_reason,
            search_text(event, venue),
            tx.now_micros(),
            tx.actor(),
            event.version,
            event.tax_rounding.as_str(),
            event.comp_quantity_max,
        ],
    )?;
    Ok(Event { version: event.version + 1, ..event.clone() })
}

/// What a search looks through. Venues do not change their names, so the copy of the name cannot go stale.
fn search_text(event: &Event, venue: Option<&Venue>) -> String {
    let (name, city) = venue.map_or(("", ""), |venue| (&venue.name, &venue.city));
    wording::folded(&[&event.title, event.slug.as_str(), name, city].join(" "))
}

fn event_from_row(row: &Row<'_>) -> Result<Event, Fault> {
    Ok(Event {
        id: row.id("id")?,
        title: row.text("title")?,
        slug: row.text("slug")?,
        description: row.text("description")?,
        category_code: row.text_opt("category_code")?,
        status: row.parsed("status")?,
        visibility: row.parsed("visibility")?,
        currency: row.parsed("currency")?,
        time_zone: row.parsed("time_zone")?,
        doors_at: row.at_opt("doors_at")?,
        starts_at: row.at("starts_at")?,
        ends_at: row.at("ends_at")?,
        venue_id: row.id_opt("venue_id")?,
        capacity: row.int_opt("capacity")?,
        terms: row.text("terms")?,
        prices_include_tax: row.flag("prices_include_tax")?,
        tax_rounding: row.parsed("tax_rounding")?,
        comp_quantity_max: row.int_opt("comp_quantity_max")?,
        has_price_rules: row.flag("has_price_rules")?,
        is_training: row.flag("is_training")?,
        cancel_reason: row.text("cancel_reason")?,
        version: row.int("version")?,
    })
}
