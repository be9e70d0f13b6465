//! Listing and searching orders, newest first, page by key.

use events::EventId;
use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use payments::OrderId;
use workspace::{Row, View, params};

use crate::order::{OrderStatus, OrderSummary};

/// Over all events the newest are those written down last: ids are ordered by time, so no index is kept for it.
const PAGE: &str = "select ordered.id, ordered.event_id, ordered.code, ordered.status, ordered.currency,
      ordered.total_minor, ordered.refunded_minor, ordered.buyer_name, ordered.buyer_email, ordered.ordered_at,
      (select count(*) from tickets ticket where ticket.order_id = ordered.id and ticket.status = 'issued') as ticket_count
    from orders ordered
    where ordered.deleted_at is null
      and (?1 is null or ordered.status = ?1)
      and (?2 is null or ordered.id < ?2)
    order by ordered.id desc
    limit ?3";

const PAGE_OF_EVENT: &str = "select ordered.id, ordered.event_id, ordered.code, ordered.status, ordered.currency,
      ordered.total_minor, ordered.refunded_minor, ordered.buyer_name, ordered.buyer_email, ordered.ordered_at,
      (select count(*) from tickets ticket where ticket.order_id = ordered.id and ticket.status = 'issued') as ticket_count
    from orders ordered
    where ordered.event_id = ?5 and ordered.deleted_at is null
      and (?1 is null or ordered.status = ?1)
      and (?2 is null or (ordered.ordered_at, ordered.id) < (?2, ?3))
    order by ordered.ordered_at desc, ordered.id desc
    limit ?4";

const COUNT: &str = "select count(*) as total from orders
    where deleted_at is null and (?1 is null or status = ?1) and (?2 is null or event_id = ?2)";

/// Orders named by a list of ids in hexadecimal: what a search found.
const AMONG: &str = "select ordered.id, ordered.event_id, ordered.code, ordered.status, ordered.currency,
      ordered.total_minor, ordered.refunded_minor, ordered.buyer_name, ordered.buyer_email, ordered.ordered_at,
      (select count(*) from tickets ticket where ticket.order_id = ordered.id and ticket.status = 'issued') as ticket_count
    from json_each(?1) wanted
    join orders ordered on ordered.id = unhex(wanted.value)
    where ordered.deleted_at is null
      and (?2 is null or ordered.status = ?2)
      and (?3 is null or ordered.event_id = ?3)
    order by ordered.ordered_at desc, ordered.id desc";

const BY_CODE: &str =
    "select id from orders where code >= ?1 and code < ?1 || char(1114111) order by code limit ?2";

const BY_EMAIL: &str = "select id as order_id from orders
    where buyer_email <> '' and buyer_email collate nocase >= ?1 and buyer_email collate nocase < ?1 || char(1114111)
    union
    select order_id from tickets
    where holder_email <> '' and holder_email collate nocase >= ?1 and holder_email collate nocase < ?1 || char(1114111)
    limit ?2";

const BY_TICKET_CODE: &str = "select order_id from tickets where code = ?1 order by order_id limit ?2";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[PAGE, PAGE_OF_EVENT, COUNT, AMONG, BY_CODE, BY_EMAIL, BY_TICKET_CODE];

/// The last row of the page before.
pub(crate) type Cursor = (Timestamp, OrderId);

pub(crate) fn page(
    view: &View<'_>,
    event: Option<EventId>,
    status: Option<OrderStatus>,
    after: Option<Cursor>,
    rows: u32,
) -> Result<Vec<OrderSummary>, Fault> {
    let status = status.map(OrderStatus::as_str);
    let (at, id) = (after.map(|(at, _)| to_micros(at)), after.map(|(_, id)| id.bytes()));
    match event {
        None => view.all(PAGE, params![status, id, rows], summary_from),
        Some(event) => view.all(PAGE_OF_EVENT, params![status, at, id, rows, event.bytes()], summary_from),
    }
}

pub(crate) fn count(
    view: &View<'_>,
    event: Option<EventId>,
    status: Option<OrderStatus>,
) -> Result<i64, Fault> {
    let status = status.map(OrderStatus::as_str);
    view.one(COUNT, params![status, event.map(|event| event.bytes())], |row| row.int("total"))
}

/// The orders of `wanted_json`, a JSON list of ids in hexadecimal, newest first.
pub(crate) fn among(
    view: &View<'_>,
    wanted_json: &str,
    event: Option<EventId>,
    status: Option<OrderStatus>,
) -> Result<Vec<OrderSummary>, Fault> {
    let status = status.map(OrderStatus::as_str);
    view.all(AMONG, params![wanted_json, status, event.map(|event| event.bytes())], summary_from)
}

/// Orders whose code starts with `code`.
pub(crate) fn by_code(view: &View<'_>, code: &str, rows: u32) -> Result<Vec<OrderId>, Fault> {
    view.all(BY_CODE, params![code, rows], |row| row.id("id"))
}

/// Orders whose buyer's or a holder's e-mail address starts with `email`, whatever its case.
pub(crate) fn by_email(view: &View<'_>, email: &str, rows: u32) -> Result<Vec<OrderId>, Fault> {
    view.all(BY_EMAIL, params![email, rows], |row| row.id("order_id"))
}

/// Orders that have a ticket with exactly this code.
pub(crate) fn by_ticket_code(view: &View<'_>, code: &str, rows: u32) -> Result<Vec<OrderId>, Fault> {
    view.all(BY_TICKET_CODE, params![code, rows], |row| row.id("order_id"))
}

fn summary_from(row: &Row<'_>) -> Result<OrderSummary, Fault> {
    Ok(OrderSummary {
        id: row.id("id")?,
        code: row.text("code")?,
        event_id: row.id("event_id")?,
        status: row.parsed("status")?,
        total: row.money("total_minor", "currency")?,
        refunded: row.money("refunded_minor", "currency")?,
        buyer_name: row.text("buyer_name")?,
        buyer_email: row.text("buyer_email")?,
        ordered_at: row.at("ordered_at")?,
        ticket_count: row.int("ticket_count")?,
    })
}
