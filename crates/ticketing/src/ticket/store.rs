//! The SQL of tickets.

use events::EventId;
use kernel::{Fault, Money, Timestamp, clock::to_micros, id::Id};
use payments::OrderId;
use workspace::{Row, Tx, View, params};

use super::{RevokedCodeId, TicketId, TicketRow, TicketStatus};
use crate::{
    order::OrderItemId,
    tier::{TierId, tier_number},
};

/// The columns of a [`TicketRow`], for one statement after another: `$tail` says which tickets.
macro_rules! ticket_rows {
    ($tail:literal) => {
        concat!(
            "select ticket.id, ticket.code, ticket.is_foreign_code, ticket.serial, ticket.status, ticket.tier_id,
              tier.name as tier_name, tier.badge_label, tier.tier_number, ticket.order_id, ordered.code as order_code,
              ordered.status as order_status, ticket.event_id, ticket.holder_name,
              coalesce(nullif(ticket.holder_email, ''), ordered.buyer_email) as holder_email,
              ticket.holder_company, ticket.gross_minor, ticket.tax_minor, ticket.currency, ticket.block_reason,
              ticket.status_reason, item.tax_rate, coalesce(ticket.valid_from, tier.valid_from) as valid_from,
              coalesce(ticket.valid_until, tier.valid_until) as valid_until
            ",
            $tail
        )
    };
}

const INSERT: &str = "insert into tickets
    (id, event_id, order_id, order_item_id, tier_id, code, is_foreign_code, serial, status, holder_name, holder_email,
     holder_company, gross_minor, tax_minor, currency, addon_to_ticket_id, valid_from, valid_until, block_reason,
     created_at, updated_at, created_by_user_id, updated_by_user_id)
    select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?20, ?21, ?21
    where not exists (select 1 from revoked_codes where event_id = ?2 and code = ?6)
    on conflict (event_id, code) do nothing";

const BY_ID: &str = ticket_rows!(
    "from tickets ticket
     join ticket_tiers tier on tier.id = ticket.tier_id
     join order_items item on item.id = ticket.order_item_id
     join orders ordered on ordered.id = ticket.order_id
     where ticket.id = ?1"
);

const OF_ORDER: &str = ticket_rows!(
    "from tickets ticket
     join ticket_tiers tier on tier.id = ticket.tier_id
     join order_items item on item.id = ticket.order_item_id
     join orders ordered on ordered.id = ticket.order_id
     where ticket.order_id = ?1
     order by ticket.serial"
);

const BY_CODE: &str = ticket_rows!(
    "from tickets ticket
     join ticket_tiers tier on tier.id = ticket.tier_id
     join order_items item on item.id = ticket.order_item_id
     join orders ordered on ordered.id = ticket.order_id
     where ticket.code = ?1 and (?2 is null or ticket.event_id = ?2)
     order by ticket.id
     limit 2"
);

const PAGE: &str = ticket_rows!(
    "from tickets ticket
     join ticket_tiers tier on tier.id = ticket.tier_id
     join order_items item on item.id = ticket.order_item_id
     join orders ordered on ordered.id = ticket.order_id
     where ticket.event_id = ?1 and ticket.serial > ?2 and (?3 is null or ticket.status = ?3)
     order by ticket.serial
     limit ?4"
);

const AMONG: &str = ticket_rows!(
    "from json_each(?1) wanted
     join tickets ticket on ticket.id = unhex(wanted.value)
     join ticket_tiers tier on tier.id = ticket.tier_id
     join order_items item on item.id = ticket.order_item_id
     join orders ordered on ordered.id = ticket.order_id
     where (?2 is null or ticket.event_id = ?2) and (?3 is null or ticket.status = ?3)
     order by wanted.key"
);

const COUNT: &str =
    "select count(*) as total from tickets where event_id = ?1 and (?2 is null or status = ?2)";

const BY_EMAIL: &str = "select id from tickets
    where holder_email <> '' and holder_email collate nocase >= ?1 and holder_email collate nocase < ?1 || char(1114111)
    union
    select ticket.id from orders ordered
    join tickets ticket on ticket.order_id = ordered.id
    where ordered.buyer_email <> '' and ordered.buyer_email collate nocase >= ?1
      and ordered.buyer_email collate nocase < ?1 || char(1114111)
    limit ?2";

const OF_ORDER_CODE: &str = "select ticket.id from orders ordered
    join tickets ticket on ticket.order_id = ordered.id
    where ordered.code = ?1
    order by ticket.serial
    limit ?2";

const LIFE: &str = "select ticket.id, ticket.event_id, ticket.order_id, ticket.order_item_id, ticket.tier_id, ticket.code,
      ticket.is_foreign_code, ticket.status, ticket.gross_minor, ticket.tax_minor, ticket.currency, ticket.holder_name,
      ticket.holder_email, ticket.holder_company, ticket.addon_to_ticket_id, ticket.valid_from, ticket.valid_until,
      ticket.block_reason, ticket.version, item.tax_rate
    from tickets ticket
    join order_items item on item.id = ticket.order_item_id
    where ticket.id = ?1";

const LIVES_OF_ORDER: &str = "select ticket.id, ticket.event_id, ticket.order_id, ticket.order_item_id, ticket.tier_id,
      ticket.code, ticket.is_foreign_code, ticket.status, ticket.gross_minor, ticket.tax_minor, ticket.currency,
      ticket.holder_name, ticket.holder_email, ticket.holder_company, ticket.addon_to_ticket_id, ticket.valid_from,
      ticket.valid_until, ticket.block_reason, ticket.version, item.tax_rate
    from tickets ticket
    join order_items item on item.id = ticket.order_item_id
    where ticket.order_id = ?1
    order by ticket.serial";

const END: &str = "update tickets
    set status = ?3, status_reason = ?4, replaced_by_ticket_id = ?5, updated_at = ?6, updated_by_user_id = ?7,
        version = version + 1
    where id = ?1 and version = ?2";

const CHANGE: &str = "update tickets
    set tier_id = ?3, valid_from = ?4, valid_until = ?5, block_reason = ?6, updated_at = ?7, updated_by_user_id = ?8,
        version = version + 1
    where id = ?1 and version = ?2";

const REPOINT_ADDONS: &str = "update tickets
    set addon_to_ticket_id = ?2, updated_at = ?3, updated_by_user_id = ?4, version = version + 1
    where addon_to_ticket_id = ?1 and status = 'issued'";

const REVOKE: &str = "insert into revoked_codes (id, event_id, code, ticket_id, reason, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6)
    on conflict (event_id, code) do nothing";

const CHAIN: &str = "with recursive older (id) as (
      select ?1
      union
      select ticket.id from tickets ticket join older on ticket.replaced_by_ticket_id = older.id
    ), newer (id) as (
      select ?1
      union
      select ticket.replaced_by_ticket_id from tickets ticket join newer on ticket.id = newer.id
      where ticket.replaced_by_ticket_id is not null
    )
    select ticket.id from tickets ticket
    where ticket.id in (select id from older union select id from newer)
    order by ticket.created_at, ticket.serial";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[
    INSERT,
    BY_ID,
    OF_ORDER,
    BY_CODE,
    PAGE,
    AMONG,
    COUNT,
    BY_EMAIL,
    OF_ORDER_CODE,
    LIFE,
    LIVES_OF_ORDER,
    END,
    CHANGE,
    REPOINT_ADDONS,
    REVOKE,
    CHAIN,
];

/// A ticket about to be written.
#[derive(Clone, Debug)]
pub(crate) struct NewTicket<'a> {
    pub(crate) id: TicketId,
    pub(crate) event: EventId,
    pub(crate) order: OrderId,
    pub(crate) item: OrderItemId,
    pub(crate) tier: TierId,
    pub(crate) code: &'a str,
    pub(crate) is_foreign_code: bool,
    pub(crate) serial: i64,
    pub(crate) status: TicketStatus,
    pub(crate) holder_name: &'a str,
    pub(crate) holder_email: &'a str,
    pub(crate) holder_company: &'a str,
    pub(crate) gross: Money,
    pub(crate) tax: Money,
    pub(crate) addon_to: Option<TicketId>,
    pub(crate) valid_from: Option<Timestamp>,
    pub(crate) valid_until: Option<Timestamp>,
    pub(crate) block_reason: &'a str,
}

/// A ticket as its use-cases load it.
#[derive(Clone, Debug)]
pub(crate) struct TicketLife {
    pub(crate) id: TicketId,
    pub(crate) event: EventId,
    pub(crate) order: OrderId,
    pub(crate) item: OrderItemId,
    pub(crate) tier: TierId,
    pub(crate) code: String,
    pub(crate) status: TicketStatus,
    pub(crate) gross: Money,
    pub(crate) tax: Money,
    pub(crate) tax_rate: crate::tax::TaxRate,
    pub(crate) holder_name: String,
    pub(crate) holder_email: String,
    pub(crate) holder_company: String,
    pub(crate) addon_to: Option<TicketId>,
    pub(crate) valid_from: Option<Timestamp>,
    pub(crate) valid_until: Option<Timestamp>,
    pub(crate) block_reason: String,
    pub(crate) version: i64,
}

/// Writes a ticket; `false` when its code is taken or was revoked, and nothing was written.
pub(crate) fn insert(tx: &Tx<'_>, ticket: &NewTicket<'_>) -> Result<bool, Fault> {
    let written = tx.execute(
        INSERT,
        params![
            ticket.id.bytes(),
            ticket.event.bytes(),
            ticket.order.bytes(),
            ticket.item.bytes(),
            ticket.tier.bytes(),
            ticket.code,
            ticket.is_foreign_code,
            ticket.serial,
            ticket.status.as_str(),
            ticket.holder_name,
            ticket.holder_email,
            ticket.holder_company,
            ticket.gross.minor,
            ticket.tax.minor,
            ticket.gross.currency.code(),
            ticket.addon_to.map(|other| other.bytes()),
            ticket.valid_from.map(to_micros),
            ticket.valid_until.map(to_micros),
            ticket.block_reason,
            tx.now_micros(),
            tx.actor()
        ],
    )?;
    Ok(written == 1)
}

/// One ticket as people see it.
///
/// # Errors
/// A fault when the database fails.
pub fn ticket_row(view: &View<'_>, id: TicketId) -> Result<Option<TicketRow>, Fault> {
    view.optional(BY_ID, params![id.bytes()], row_from)
}

/// The tickets of an order, those that ended too, by serial number.
///
/// # Errors
/// A fault when the database fails.
pub fn tickets_of_order(view: &View<'_>, order: OrderId) -> Result<Vec<TicketRow>, Fault> {
    view.all(OF_ORDER, params![order.bytes()], row_from)
}

/// Tickets by their ids, in that order.
///
/// # Errors
/// A fault when the database fails.
pub fn tickets_by_ids(view: &View<'_>, ids: &[TicketId]) -> Result<Vec<TicketRow>, Fault> {
    among(view, &crate::search::json_of_ids(ids), None, None)
}

/// Tickets of an event after a serial number, by serial number: printing walks an event with it.
///
/// # Errors
/// A fault when the database fails.
pub fn tickets_of_event(
    view: &View<'_>,
    event: EventId,
    after_serial: i64,
    status: Option<TicketStatus>,
    rows: u32,
) -> Result<Vec<TicketRow>, Fault> {
    let status = status.map(TicketStatus::as_str);
    view.all(PAGE, params![event.bytes(), after_serial, status, rows], row_from)
}

/// The tickets with exactly this code, at most two: codes are unique in an event, not across events.
pub(super) fn by_code(view: &View<'_>, code: &str, event: Option<EventId>) -> Result<Vec<TicketRow>, Fault> {
    view.all(BY_CODE, params![code, event.map(|event| event.bytes())], row_from)
}

pub(super) fn among(
    view: &View<'_>,
    wanted_json: &str,
    event: Option<EventId>,
    status: Option<TicketStatus>,
) -> Result<Vec<TicketRow>, Fault> {
    let status = status.map(TicketStatus::as_str);
    view.all(AMONG, params![wanted_json, event.map(|event| event.bytes()), status], row_from)
}

pub(super) fn count(view: &View<'_>, event: EventId, status: Option<TicketStatus>) -> Result<i64, Fault> {
    view.one(COUNT, params![event.bytes(), status.map(TicketStatus::as_str)], |row| row.int("total"))
}

/// Tickets whose holder's or buyer's e-mail address starts with `email`, whatever its case.
pub(super) fn by_email(view: &View<'_>, email: &str, rows: u32) -> Result<Vec<TicketId>, Fault> {
    view.all(BY_EMAIL, params![email, rows], |row| row.id("id"))
}

/// Tickets of the order with exactly this code.
pub(super) fn by_order_code(view: &View<'_>, code: &str, rows: u32) -> Result<Vec<TicketId>, Fault> {
    view.all(OF_ORDER_CODE, params![code, rows], |row| row.id("id"))
}

pub(crate) fn life(view: &View<'_>, id: TicketId) -> Result<Option<TicketLife>, Fault> {
    view.optional(LIFE, params![id.bytes()], life_from)
}

pub(crate) fn lives_of_order(view: &View<'_>, order: OrderId) -> Result<Vec<TicketLife>, Fault> {
    view.all(LIVES_OF_ORDER, params![order.bytes()], life_from)
}

/// Writes a final status.
pub(crate) fn end(
    tx: &Tx<'_>,
    ticket: &TicketLife,
    status: TicketStatus,
    reason: &str,
    replaced_by: Option<TicketId>,
) -> Result<(), Fault> {
    tx.execute_one(
        END,
        params![
            ticket.id.bytes(),
            ticket.version,
            status.as_str(),
            reason,
            replaced_by.map(|other| other.bytes()),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Writes what may change while a ticket lives: tier, validity, block.
pub(super) fn change(tx: &Tx<'_>, ticket: &TicketLife) -> Result<(), Fault> {
    tx.execute_one(
        CHANGE,
        params![
            ticket.id.bytes(),
            ticket.version,
            ticket.tier.bytes(),
            ticket.valid_from.map(to_micros),
            ticket.valid_until.map(to_micros),
            ticket.block_reason,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Lets living add-ons follow their ticket to its replacement.
pub(super) fn repoint_addons(tx: &Tx<'_>, from: TicketId, to: TicketId) -> Result<(), Fault> {
    tx.execute(REPOINT_ADDONS, params![from.bytes(), to.bytes(), tx.now_micros(), tx.actor()]).map(|_| ())
}

/// Puts a code on the list of those that open nothing any more.
pub(crate) fn revoke(
    tx: &Tx<'_>,
    event: EventId,
    code: &str,
    ticket: Option<TicketId>,
    reason: &str,
    at: Timestamp,
) -> Result<(), Fault> {
    let id: RevokedCodeId = tx.new_id()?;
    let ticket = ticket.map(|ticket| ticket.bytes());
    tx.execute(REVOKE, params![id.bytes(), event.bytes(), code, ticket, reason, to_micros(at)]).map(|_| ())
}

/// The tickets that one became and came from, oldest first.
pub(super) fn chain(view: &View<'_>, id: TicketId) -> Result<Vec<TicketId>, Fault> {
    view.all(CHAIN, params![id.bytes()], |row| row.id("id"))
}

fn row_from(row: &Row<'_>) -> Result<TicketRow, Fault> {
    let (tier_name, badge_label, block_reason) =
        (row.text("tier_name")?, row.text("badge_label")?, row.text("block_reason")?);
    Ok(TicketRow {
        id: row.id("id")?,
        code: row.text("code")?,
        is_foreign_code: row.flag("is_foreign_code")?,
        serial: row.int("serial")?,
        status: row.parsed("status")?,
        tier_id: row.id("tier_id")?,
        badge_label: if badge_label.is_empty() { tier_name.clone() } else { badge_label },
        tier_name,
        tier_number: tier_number(row)?,
        order_id: row.id("order_id")?,
        order_code: row.text("order_code")?,
        order_status: row.parsed("order_status")?,
        event_id: row.id("event_id")?,
        holder_name: row.text("holder_name")?,
        holder_email: row.text("holder_email")?,
        holder_company: row.text("holder_company")?,
        gross: row.money("gross_minor", "currency")?,
        tax: row.money("tax_minor", "currency")?,
        tax_rate: row.text("tax_rate")?,
        is_blocked: !block_reason.is_empty(),
        block_reason,
        status_reason: row.text("status_reason")?,
        valid_from: row.at_opt("valid_from")?,
        valid_until: row.at_opt("valid_until")?,
        payload: None,
    })
}

fn life_from(row: &Row<'_>) -> Result<TicketLife, Fault> {
    Ok(TicketLife {
        id: row.id("id")?,
        event: row.id("event_id")?,
        order: row.id("order_id")?,
        item: row.id("order_item_id")?,
        tier: row.id("tier_id")?,
        code: row.text("code")?,
        status: row.parsed("status")?,
        gross: row.money("gross_minor", "currency")?,
        tax: row.money("tax_minor", "currency")?,
        tax_rate: row.parsed("tax_rate")?,
        holder_name: row.text("holder_name")?,
        holder_email: row.text("holder_email")?,
        holder_company: row.text("holder_company")?,
        addon_to: row.id_opt("addon_to_ticket_id")?,
        valid_from: row.at_opt("valid_from")?,
        valid_until: row.at_opt("valid_until")?,
        block_reason: row.text("block_reason")?,
        version: row.int("version")?,
    })
}
