//! The SQL of the guest index.

use events::EventId;
use kernel::{Fault, id::Id};
use payments::OrderId;
use workspace::{Tx, View, params};

use super::GuestHit;
use crate::ticket::TicketId;

const INDEX: &str = "insert into guest_search (ticket_id, event_id, order_id, words) values (?1, ?2, ?3, ?4)";

/// Newest first by the index's own row numbers; ranking would read every match. A row without a ticket stands for all
/// of its order's.
const MATCHING: &str = "select ticket.id as ticket_id, hit.event_id, hit.order_id
    from (
      select rowid as row_number, ticket_id, event_id, order_id from guest_search
      where words match ?1
      order by rowid desc
      limit ?2
    ) as hit
    cross join tickets ticket on ticket.order_id = hit.order_id and (hit.ticket_id is null or ticket.id = hit.ticket_id)
    order by hit.row_number desc, ticket.serial
    limit ?2";

const MATCHING_OF_EVENT: &str = "select ticket.id as ticket_id, hit.event_id, hit.order_id
    from (
      select rowid as row_number, ticket_id, event_id, order_id from guest_search
      where words match ?1 and event_id = ?3
      order by rowid desc
      limit ?2
    ) as hit
    cross join tickets ticket on ticket.order_id = hit.order_id and (hit.ticket_id is null or ticket.id = hit.ticket_id)
    order by hit.row_number desc, ticket.serial
    limit ?2";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[INDEX, MATCHING, MATCHING_OF_EVENT];

pub(crate) fn index(
    tx: &Tx<'_>,
    ticket: Option<TicketId>,
    event: EventId,
    order: OrderId,
    words: &str,
) -> Result<(), Fault> {
    tx.execute_one(INDEX, params![ticket.map(|ticket| ticket.bytes()), event.bytes(), order.bytes(), words])
}

pub(super) fn matching(
    view: &View<'_>,
    question: &str,
    event: Option<EventId>,
    rows: u32,
) -> Result<Vec<GuestHit>, Fault> {
    let hit = |row: &workspace::Row<'_>| {
        Ok(GuestHit { ticket: row.id("ticket_id")?, event: row.id("event_id")?, order: row.id("order_id")? })
    };
    match event {
        None => view.all(MATCHING, params![question, rows], hit),
        Some(event) => view.all(MATCHING_OF_EVENT, params![question, rows, event.bytes()], hit),
    }
}
