//! Reading tickets as people see them, and finding them.

use events::EventId;
use kernel::{Fault, id::Id};
use payments::OrderId;
use workspace::{Row, View, params};

use crate::{
    ticket::{TicketId, TicketRow, TicketStatus},
    tier::tier_number,
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
pub(crate) const STATEMENTS: &[&str] =
    &[BY_ID, OF_ORDER, BY_CODE, PAGE, AMONG, COUNT, BY_EMAIL, OF_ORDER_CODE, CHAIN];

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
pub(crate) fn by_code(view: &View<'_>, code: &str, event: Option<EventId>) -> Result<Vec<TicketRow>, Fault> {
    view.all(BY_CODE, params![code, event.map(|event| event.bytes())], row_from)
}

pub(crate) fn among(
    view: &View<'_>,
    wanted_json: &str,
    event: Option<EventId>,
    status: Option<TicketStatus>,
) -> Result<Vec<TicketRow>, Fault> {
    let status = status.map(TicketStatus::as_str);
    view.all(AMONG, params![wanted_json, event.map(|event| event.bytes()), status], row_from)
}

pub(crate) fn count(view: &View<'_>, event: EventId, status: Option<TicketStatus>) -> Result<i64, Fault> {
    view.one(COUNT, params![event.bytes(), status.map(TicketStatus::as_str)], |row| row.int("total"))
}

/// Tickets whose holder's or buyer's e-mail address starts with `email`, whatever its case.
pub(crate) fn by_email(view: &View<'_>, email: &str, rows: u32) -> Result<Vec<TicketId>, Fault> {
    view.all(BY_EMAIL, params![email, rows], |row| row.id("id"))
}

/// Tickets of the order with exactly this code.
pub(crate) fn by_order_code(view: &View<'_>, code: &str, rows: u32) -> Result<Vec<TicketId>, Fault> {
    view.all(OF_ORDER_CODE, params![code, rows], |row| row.id("id"))
}

/// The tickets that one became and came from, oldest first.
pub(crate) fn chain(view: &View<'_>, id: TicketId) -> Result<Vec<TicketId>, Fault> {
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
