//! The SQL of tiers.

use events::EventId;
use kernel::{Fault, Money, Timestamp, clock::to_micros, id::Id};
use workspace::{Row, Tx, View, params};

use super::{SalesWindow, TierId, rules::SoundTier};
use crate::{quota::QuotaId, tax::TaxRate};

const ON_SALE_BY_ID: &str =
    "select id, event_id, tier_number, name, badge_label, price_minor, currency, tax_rate, order_quantity_max,
      sales_start_at, sales_end_at, is_active, valid_from, valid_until, comp_quantity_max, is_hidden
    from ticket_tiers where id = ?2 and event_id = ?1 and deleted_at is null";

const ON_SALE_BY_NAME: &str =
    "select id, event_id, tier_number, name, badge_label, price_minor, currency, tax_rate, order_quantity_max,
      sales_start_at, sales_end_at, is_active, valid_from, valid_until, comp_quantity_max, is_hidden
    from ticket_tiers where name = ?2 and event_id = ?1 and deleted_at is null";

const ON_SALE_BY_NUMBER: &str =
    "select id, event_id, tier_number, name, badge_label, price_minor, currency, tax_rate, order_quantity_max,
      sales_start_at, sales_end_at, is_active, valid_from, valid_until, comp_quantity_max, is_hidden
    from ticket_tiers where tier_number = ?2 and event_id = ?1 and deleted_at is null";

const BY_ID: &str = "select id, event_id, tier_number, name, badge_label, description, price_minor, currency, tax_rate,
      quantity, order_quantity_max, sales_start_at, sales_end_at, is_active, is_admission, needs_attention, door_note,
      valid_from, valid_until, position, comp_quantity_max, is_hidden, version
    from ticket_tiers where id = ?1 and deleted_at is null";

const OF_EVENT: &str = "select id, event_id, tier_number, name, badge_label, description, price_minor, currency, tax_rate,
      quantity, order_quantity_max, sales_start_at, sales_end_at, is_active, is_admission, needs_attention, door_note,
      valid_from, valid_until, position, comp_quantity_max, is_hidden, version
    from ticket_tiers where event_id = ?1 and deleted_at is null
    order by position, tier_number";

/// Issued and held of one tier. Holds whose time is up still stand in the balance until they are swept; their places
/// are free, so they are told apart here.
const BALANCE: &str = "select
      coalesce((select issued_after from inventory_operations where tier_id = ?1 order by seq desc limit 1), 0) as issued,
      coalesce((select held_after from inventory_operations where tier_id = ?1 order by seq desc limit 1), 0) as held,
      coalesce((
        select sum(line.quantity) from ticket_hold_lines line
        join ticket_holds hold on hold.id = line.hold_id
        where line.tier_id = ?1 and hold.status = 'active' and hold.expires_at <= ?2
      ), 0) as run_out";

const NUMBERS: &str =
    "select coalesce(max(tier_number), 0) as last_number, coalesce(max(position), 0) as last_position
    from ticket_tiers where event_id = ?1";

const INSERT: &str = "insert into ticket_tiers
    (id, event_id, tier_number, name, badge_label, description, price_minor, currency, tax_rate, quantity,
     order_quantity_max, sales_start_at, sales_end_at, is_active, is_admission, needs_attention, door_note,
     valid_from, valid_until, position, created_at, updated_at, created_by_user_id, updated_by_user_id,
     comp_quantity_max, is_hidden)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?21, ?22, ?22, ?23, ?24)";

const UPDATE: &str = "update ticket_tiers
    set name = ?3, badge_label = ?4, description = ?5, price_minor = ?6, tax_rate = ?7, quantity = ?8,
        order_quantity_max = ?9, sales_start_at = ?10, sales_end_at = ?11, is_active = ?12, is_admission = ?13,
        needs_attention = ?14, door_note = ?15, valid_from = ?16, valid_until = ?17, position = ?18, comp_quantity_max = ?21, is_hidden = ?22,
        updated_at = ?19, updated_by_user_id = ?20, version = version + 1
    where id = ?1 and version = ?2";

const NAME_TAKEN: &str = "select 1 as is_taken from ticket_tiers
    where event_id = ?1 and name = ?2 and id is not ?3 and deleted_at is null";

const QUOTA_BY_NAME: &str = "select id from quotas where event_id = ?1 and name = ?2 and deleted_at is null";

const LINK_QUOTA: &str = "insert into quota_tiers (quota_id, tier_id, created_at) values (?1, ?2, ?3)";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[
    ON_SALE_BY_ID,
    ON_SALE_BY_NAME,
    ON_SALE_BY_NUMBER,
    BY_ID,
    OF_EVENT,
    BALANCE,
    NUMBERS,
    INSERT,
    UPDATE,
    NAME_TAKEN,
    QUOTA_BY_NAME,
    LINK_QUOTA,
];

/// What a sale reads of a tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TierOnSale {
    pub(crate) id: TierId,
    pub(crate) event_id: EventId,
    pub(crate) tier_number: u16,
    pub(crate) name: String,
    pub(crate) badge_label: String,
    pub(crate) price: Money,
    pub(crate) tax_rate: TaxRate,
    pub(crate) order_quantity_max: i64,
    pub(crate) window: SalesWindow,
    pub(crate) is_active: bool,
    pub(crate) valid_from: Option<Timestamp>,
    pub(crate) valid_until: Option<Timestamp>,
    pub(crate) comp_quantity_max: Option<i64>,
    pub(crate) is_hidden: bool,
}

/// A tier as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredTier {
    pub(crate) id: TierId,
    pub(crate) event_id: EventId,
    pub(crate) tier_number: u16,
    pub(crate) sound: SoundTier,
    pub(crate) position: i64,
    pub(crate) version: i64,
}

/// A tier's places: sold, and set aside without what has run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Balance {
    pub(crate) issued: i64,
    pub(crate) held: i64,
    pub(crate) run_out: i64,
}

/// The tier of `event` named by `reference`: its id, its name, or its number.
pub(crate) fn tier_on_sale(
    view: &View<'_>,
    event: EventId,
    reference: &str,
) -> Result<Option<TierOnSale>, Fault> {
    let reference = reference.trim();
    if let Ok(id) = reference.parse::<TierId>() {
        return view.optional(ON_SALE_BY_ID, params![event.bytes(), id.bytes()], on_sale_from);
    }
    let named = view.optional(ON_SALE_BY_NAME, params![event.bytes(), reference], on_sale_from)?;
    match (named, reference.parse::<i64>()) {
        (None, Ok(number)) => view.optional(ON_SALE_BY_NUMBER, params![event.bytes(), number], on_sale_from),
        (found, _) => Ok(found),
    }
}

pub(crate) fn tier_by_id(view: &View<'_>, id: TierId) -> Result<Option<StoredTier>, Fault> {
    view.optional(BY_ID, params![id.bytes()], stored_from)
}

pub(crate) fn tiers_of(view: &View<'_>, event: EventId) -> Result<Vec<StoredTier>, Fault> {
    view.all(OF_EVENT, params![event.bytes()], stored_from)
}

pub(super) fn balance(view: &View<'_>, tier: TierId, now: Timestamp) -> Result<Balance, Fault> {
    view.one(BALANCE, params![tier.bytes(), to_micros(now)], |row| {
        Ok(Balance { issued: row.int("issued")?, held: row.int("held")?, run_out: row.int("run_out")? })
    })
}

/// The highest number and position that the event's tiers have; deleted ones keep their number for ever, because
/// signed codes carry it.
pub(super) fn last_number_and_position(view: &View<'_>, event: EventId) -> Result<(i64, i64), Fault> {
    view.one(NUMBERS, params![event.bytes()], |row| Ok((row.int("last_number")?, row.int("last_position")?)))
}

/// Whether a living tier of the event other than `but` has this name.
pub(super) fn name_is_taken(
    view: &View<'_>,
    event: EventId,
    name: &str,
    but: Option<TierId>,
) -> Result<bool, Fault> {
    let other = params![event.bytes(), name, but.map(|tier| tier.bytes())];
    Ok(view.optional(NAME_TAKEN, other, |row| row.int("is_taken"))?.is_some())
}

pub(super) fn insert(tx: &Tx<'_>, tier: &StoredTier) -> Result<(), Fault> {
    let sound = &tier.sound;
    tx.execute_one(
        INSERT,
        params![
            tier.id.bytes(),
            tier.event_id.bytes(),
            tier.tier_number,
            sound.name,
            sound.badge_label,
            sound.description,
            sound.price.minor,
            sound.price.currency.code(),
            sound.tax_rate.to_string(),
            sound.quantity,
            sound.order_quantity_max,
            sound.window.opens_at.map(to_micros),
            sound.window.closes_at.map(to_micros),
            sound.is_active,
            sound.is_admission,
            sound.needs_attention,
            sound.door_note,
            sound.valid_from.map(to_micros),
            sound.valid_until.map(to_micros),
            tier.position,
            tx.now_micros(),
            tx.actor(),
            sound.comp_quantity_max,
            sound.is_hidden
        ],
    )
}

/// Whether the tier was still at its version and is changed now.
pub(super) fn update(tx: &Tx<'_>, tier: &StoredTier) -> Result<bool, Fault> {
    let sound = &tier.sound;
    let changed = tx.execute(
        UPDATE,
        params![
            tier.id.bytes(),
            tier.version,
            sound.name,
            sound.badge_label,
            sound.description,
            sound.price.minor,
            sound.tax_rate.to_string(),
            sound.quantity,
            sound.order_quantity_max,
            sound.window.opens_at.map(to_micros),
            sound.window.closes_at.map(to_micros),
            sound.is_active,
            sound.is_admission,
            sound.needs_attention,
            sound.door_note,
            sound.valid_from.map(to_micros),
            sound.valid_until.map(to_micros),
            tier.position,
            tx.now_micros(),
            tx.actor(),
            sound.comp_quantity_max,
            sound.is_hidden
        ],
    )?;
    Ok(changed == 1)
}

pub(super) fn quota_named(view: &View<'_>, event: EventId, name: &str) -> Result<Option<QuotaId>, Fault> {
    view.optional(QUOTA_BY_NAME, params![event.bytes(), name], |row| row.id("id"))
}

pub(super) fn link_quota(tx: &Tx<'_>, quota: QuotaId, tier: TierId) -> Result<(), Fault> {
    tx.execute_one(LINK_QUOTA, params![quota.bytes(), tier.bytes(), tx.now_micros()])
}

fn on_sale_from(row: &Row<'_>) -> Result<TierOnSale, Fault> {
    Ok(TierOnSale {
        id: row.id("id")?,
        event_id: row.id("event_id")?,
        tier_number: tier_number(row)?,
        name: row.text("name")?,
        badge_label: row.text("badge_label")?,
        price: row.money("price_minor", "currency")?,
        tax_rate: row.parsed("tax_rate")?,
        order_quantity_max: row.int("order_quantity_max")?,
        window: SalesWindow {
            opens_at: row.at_opt("sales_start_at")?,
            closes_at: row.at_opt("sales_end_at")?,
        },
        is_active: row.flag("is_active")?,
        valid_from: row.at_opt("valid_from")?,
        valid_until: row.at_opt("valid_until")?,
        comp_quantity_max: row.int_opt("comp_quantity_max")?,
        is_hidden: row.flag("is_hidden")?,
    })
}

fn stored_from(row: &Row<'_>) -> Result<StoredTier, Fault> {
    Ok(StoredTier {
        id: row.id("id")?,
        event_id: row.id("event_id")?,
        tier_number: tier_number(row)?,
        position: row.int("position")?,
        version: row.int("version")?,
        sound: SoundTier {
            name: row.text("name")?,
            badge_label: row.text("badge_label")?,
            description: row.text("description")?,
            price: row.money("price_minor", "currency")?,
            tax_rate: row.parsed("tax_rate")?,
            quantity: row.int_opt("quantity")?,
            order_quantity_max: row.int("order_quantity_max")?,
            window: SalesWindow {
                opens_at: row.at_opt("sales_start_at")?,
                closes_at: row.at_opt("sales_end_at")?,
            },
            is_active: row.flag("is_active")?,
            is_admission: row.flag("is_admission")?,
            needs_attention: row.flag("needs_attention")?,
            door_note: row.text("door_note")?,
            valid_from: row.at_opt("valid_from")?,
            valid_until: row.at_opt("valid_until")?,
            comp_quantity_max: row.int_opt("comp_quantity_max")?,
            is_hidden: row.flag("is_hidden")?,
        },
    })
}

pub(crate) fn tier_number(row: &Row<'_>) -> Result<u16, Fault> {
    let number = row.int("tier_number")?;
    u16::try_from(number).map_err(|_| Fault::inconsistent("ticket_tiers", "tier_number", number))
}
