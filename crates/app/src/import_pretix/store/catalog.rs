//! The SQL that writes venues, events, tiers and quotas.

use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Tx, View, params};

use super::RecordId;
use crate::import_pretix::records::{EventRecord, QuotaRecord, TierRecord};

const VENUE_BY_NAME: &str = "
    select id from venues where name = ?1 and address = ?2 and deleted_at is null order by id limit 1";
const INSERT_VENUE: &str = "
    insert into venues (id, name, address, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?4, ?5, ?5)";
const SLUG_IS_TAKEN: &str = "select 1 as taken from events where slug = ?1 and deleted_at is null";
const INSERT_EVENT: &str = "
    insert into events (
      id, title, slug, status, visibility, currency, time_zone, doors_at, starts_at, ends_at, venue_id,
      created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?13, ?13)";
const UPDATE_EVENT: &str = "
    update events
    set title = ?2, time_zone = ?3, doors_at = ?4, starts_at = ?5, ends_at = ?6,
      updated_at = ?7, updated_by_user_id = ?8, version = version + 1
    where id = ?1 and deleted_at is null";
const EVENT: &str =
    "select slug, title, currency, updated_at from events where id = ?1 and deleted_at is null";

const TIER_NAME_IS_TAKEN: &str = "
    select 1 as taken from ticket_tiers
    where event_id = ?1 and name = ?2 and id <> ?3 and deleted_at is null";
const INSERT_TIER: &str = "
    insert into ticket_tiers (
      id, event_id, tier_number, name, description, price_minor, currency, tax_rate, order_quantity_max,
      sales_start_at, sales_end_at, is_active, is_admission, needs_attention, door_note, valid_from, valid_until,
      position, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    select ?1, ?2, coalesce(max(tier_number), 0) + 1, ?3, ?4, ?5, ?6, ?7, coalesce(?8, 20),
      ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, coalesce(max(position), 0) + 1, ?17, ?17, ?18, ?18
    from ticket_tiers where event_id = ?2";
const UPDATE_TIER: &str = "
    update ticket_tiers
    set name = ?2, description = ?3, price_minor = ?4, tax_rate = ?5, order_quantity_max = coalesce(?6, order_quantity_max),
      sales_start_at = ?7, sales_end_at = ?8, is_active = ?9, is_admission = ?10, needs_attention = ?11,
      door_note = ?12, valid_from = ?13, valid_until = ?14,
      updated_at = ?15, updated_by_user_id = ?16, version = version + 1
    where id = ?1";
const TIER_UPDATED_AT: &str = "select updated_at from ticket_tiers where id = ?1";

const INSERT_QUOTA: &str = "
    insert into quotas (id, event_id, name, size, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)";
const UPDATE_QUOTA: &str = "
    update quotas
    set name = ?2, size = ?3, updated_at = ?4, updated_by_user_id = ?5, version = version + 1
    where id = ?1";
const QUOTA_UPDATED_AT: &str = "select updated_at from quotas where id = ?1";
const CLEAR_QUOTA_TIERS: &str = "delete from quota_tiers where quota_id = ?1";
const INSERT_QUOTA_TIER: &str = "insert into quota_tiers (quota_id, tier_id, created_at) values (?1, ?2, ?3)";

/// Every statement of this store.
#[cfg(test)]
pub(in crate::import_pretix) const STATEMENTS: &[&str] = &[
    VENUE_BY_NAME,
    INSERT_VENUE,
    SLUG_IS_TAKEN,
    INSERT_EVENT,
    UPDATE_EVENT,
    EVENT,
    TIER_NAME_IS_TAKEN,
    INSERT_TIER,
    UPDATE_TIER,
    TIER_UPDATED_AT,
    INSERT_QUOTA,
    UPDATE_QUOTA,
    QUOTA_UPDATED_AT,
    CLEAR_QUOTA_TIERS,
    INSERT_QUOTA_TIER,
];

/// An event that was imported before.
#[derive(Debug)]
pub(in crate::import_pretix) struct KnownEvent {
    /// Short name here.
    pub(in crate::import_pretix) slug: String,
    /// Title.
    pub(in crate::import_pretix) title: String,
    /// Currency.
    pub(in crate::import_pretix) currency: kernel::Currency,
    /// When it was last changed.
    pub(in crate::import_pretix) updated_at: Timestamp,
}

/// The venue with this name and address, made if there is none.
pub(in crate::import_pretix) fn venue(tx: &Tx<'_>, name: &str, address: &str) -> Result<RecordId, Fault> {
    let known = tx.optional(VENUE_BY_NAME, params![name, address], |row| row.id("id"))?;
    if let Some(venue) = known {
        return Ok(venue);
    }
    let id: RecordId = tx.new_id()?;
    tx.execute_one(INSERT_VENUE, params![id.bytes(), name, address, tx.now_micros(), tx.actor()])?;
    Ok(id)
}

/// Whether a living event has this short name.
pub(in crate::import_pretix) fn is_slug_taken(view: &View<'_>, slug: &str) -> Result<bool, Fault> {
    Ok(view.optional(SLUG_IS_TAKEN, params![slug], |row| row.int("taken"))?.is_some())
}

/// Writes a new event under `slug`.
pub(in crate::import_pretix) fn insert_event(
    tx: &Tx<'_>,
    id: RecordId,
    event: &EventRecord,
    slug: &str,
    venue: Option<RecordId>,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_EVENT,
        params![
            id.bytes(),
            event.title,
            slug,
            if event.is_live { "published" } else { "draft" },
            if event.is_public { "public" } else { "unlisted" },
            event.currency.code(),
            event.zone.name(),
            event.doors_at.map(to_micros),
            to_micros(event.starts_at),
            to_micros(event.ends_at),
            venue.map(|venue| venue.bytes()),
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// Takes over title and times. The status is the workspace's own from the first import on.
pub(in crate::import_pretix) fn update_event(
    tx: &Tx<'_>,
    id: RecordId,
    event: &EventRecord,
) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_EVENT,
        params![
            id.bytes(),
            event.title,
            event.zone.name(),
            event.doors_at.map(to_micros),
            to_micros(event.starts_at),
            to_micros(event.ends_at),
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// An event that was imported before; `None` when it was deleted since.
pub(in crate::import_pretix) fn event(view: &View<'_>, id: RecordId) -> Result<Option<KnownEvent>, Fault> {
    view.optional(EVENT, params![id.bytes()], |row| {
        Ok(KnownEvent {
            slug: row.text("slug")?,
            title: row.text("title")?,
            currency: row.parsed("currency")?,
            updated_at: row.at("updated_at")?,
        })
    })
}

/// Whether another living tier of the event has this name.
pub(in crate::import_pretix) fn is_tier_name_taken(
    view: &View<'_>,
    event: RecordId,
    name: &str,
    but: RecordId,
) -> Result<bool, Fault> {
    let taken =
        view.optional(TIER_NAME_IS_TAKEN, params![event.bytes(), name, but.bytes()], |row| row.int("taken"))?;
    Ok(taken.is_some())
}

/// Writes a new tier with the event's next number.
pub(in crate::import_pretix) fn insert_tier(
    tx: &Tx<'_>,
    (id, event): (RecordId, RecordId),
    name: &str,
    tier: &TierRecord,
    currency: kernel::Currency,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_TIER,
        params![
            id.bytes(),
            event.bytes(),
            name,
            tier.description,
            tier.price_minor,
            currency.code(),
            tier.tax_rate,
            tier.order_quantity_max,
            tier.sales_start_at.map(to_micros),
            tier.sales_end_at.map(to_micros),
            tier.is_active,
            tier.is_admission,
            tier.needs_attention,
            tier.door_note,
            tier.valid_from.map(to_micros),
            tier.valid_until.map(to_micros),
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// Takes over everything about a tier but its number and its place.
pub(in crate::import_pretix) fn update_tier(
    tx: &Tx<'_>,
    id: RecordId,
    name: &str,
    tier: &TierRecord,
) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_TIER,
        params![
            id.bytes(),
            name,
            tier.description,
            tier.price_minor,
            tier.tax_rate,
            tier.order_quantity_max,
            tier.sales_start_at.map(to_micros),
            tier.sales_end_at.map(to_micros),
            tier.is_active,
            tier.is_admission,
            tier.needs_attention,
            tier.door_note,
            tier.valid_from.map(to_micros),
            tier.valid_until.map(to_micros),
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// When a tier was last changed.
pub(in crate::import_pretix) fn tier_updated_at(view: &View<'_>, id: RecordId) -> Result<Timestamp, Fault> {
    view.one(TIER_UPDATED_AT, params![id.bytes()], |row| row.at("updated_at"))
}

/// Writes a new quota with what draws on it.
pub(in crate::import_pretix) fn insert_quota(
    tx: &Tx<'_>,
    (id, event): (RecordId, RecordId),
    quota: &QuotaRecord,
    tiers: &[RecordId],
) -> Result<(), Fault> {
    let now = tx.now_micros();
    tx.execute_one(
        INSERT_QUOTA,
        params![id.bytes(), event.bytes(), quota.name, quota.size, now, tx.actor()],
    )?;
    insert_quota_tiers(tx, id, tiers)
}

/// Takes over a quota's name, size and what draws on it.
pub(in crate::import_pretix) fn update_quota(
    tx: &Tx<'_>,
    id: RecordId,
    quota: &QuotaRecord,
    tiers: &[RecordId],
) -> Result<(), Fault> {
    tx.execute_one(UPDATE_QUOTA, params![id.bytes(), quota.name, quota.size, tx.now_micros(), tx.actor()])?;
    tx.execute(CLEAR_QUOTA_TIERS, params![id.bytes()])?;
    insert_quota_tiers(tx, id, tiers)
}

fn insert_quota_tiers(tx: &Tx<'_>, id: RecordId, tiers: &[RecordId]) -> Result<(), Fault> {
    for tier in tiers {
        tx.execute_one(INSERT_QUOTA_TIER, params![id.bytes(), tier.bytes(), tx.now_micros()])?;
    }
    Ok(())
}

/// When a quota was last changed.
pub(in crate::import_pretix) fn quota_updated_at(view: &View<'_>, id: RecordId) -> Result<Timestamp, Fault> {
    view.one(QUOTA_UPDATED_AT, params![id.bytes()], |row| row.at("updated_at"))
}
