//! The SQL of the guest index.

use events::EventId;
use kernel::{Fault, id::Id};
use payments::OrderId;
use workspace::{Row, Tx, View, params};

use crate::ticket::TicketId;

const INDEX: &str = "insert into guest_search (ticket_id, event_id, order_id, words) values (?1, ?2, ?3, ?4)";

/// Newest first by the index's own row numbers; ranking would read every match.
const MATCHING: &str = "select ticket_id, event_id, order_id from guest_search
    where words match ?1
    order by rowid desc
    limit ?2";

const MATCHING_OF_EVENT: &str = "select ticket_id, event_id, order_id from guest_search
    where words match ?1 and event_id = ?3
    order by rowid desc
    limit ?2";

const TICKETS: &str = "select id from tickets where order_id = ?1 order by serial limit ?2";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[INDEX, MATCHING, MATCHING_OF_EVENT, TICKETS];

pub(crate) fn index(
    tx: &Tx<'_>,
    ticket: Option<TicketId>,
    event: EventId,
    order: OrderId,
    words: &str,
) -> Result<(), Fault> {
    tx.execute_one(INDEX, params![ticket.map(|ticket| ticket.bytes()), event.bytes(), order.bytes(), words])
}

/// A row of the index: one ticket, or all tickets of an order.
pub(super) struct Match {
    pub(super) ticket: Option<TicketId>,
    pub(super) event: EventId,
    pub(super) order: OrderId,
}

pub(super) fn matching(
    view: &View<'_>,
    question: &str,
    event: Option<EventId>,
    rows: u32,
) -> Result<Vec<Match>, Fault> {
    let found = |row: &Row<'_>| {
        Ok(Match { ticket: row.id_opt("ticket_id")?, event: row.id("event_id")?, order: row.id("order_id")? })
    };
    match event {
        None => view.all(MATCHING, params![question, rows], found),
        Some(event) => view.all(MATCHING_OF_EVENT, params![question, rows, event.bytes()], found),
    }
}

/// The first tickets of an order, by serial number.
pub(super) fn tickets_of(view: &View<'_>, order: OrderId, rows: usize) -> Result<Vec<TicketId>, Fault> {
    let rows = u32::try_from(rows).unwrap_or(u32::MAX);
    view.all(TICKETS, params![order.bytes(), rows], |row| row.id("id"))
}
