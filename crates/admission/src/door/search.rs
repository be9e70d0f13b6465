//! Guests without a ticket in hand: found by name, address, phone, order or code.

use kernel::{Failure, page::PageRequest};
use serde::{Deserialize, Serialize};
use ticketing::ticket::{ListTickets, TicketRow, list_tickets};
use workspace::View;

use super::store;
use crate::list::find_list;

const ROWS: u32 = 20;

/// Asks for guests of an event and how they stand on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DoorSearchRequest {
    /// The event: its id or its slug.
    pub event: String,
    /// The check-in list: its id or its name.
    pub list: String,
    /// Two letters of a name, an address, the end of a phone number, an order or a code.
    pub text: String,
}

/// A guest who was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FoundGuest {
    /// The ticket.
    #[serde(flatten)]
    #[ts(flatten)]
    pub ticket: TicketRow,
    /// The holder is inside, by the latest pass on the list.
    pub is_inside: bool,
    /// How often the ticket entered on the list.
    #[ts(type = "number")]
    pub entries: i64,
}

/// The first guests that `text` finds, by serial number.
///
/// # Errors
/// A refusal when event or list are unknown, or a fault of the file.
pub fn search(view: &View<'_>, request: &DoorSearchRequest) -> Result<Vec<FoundGuest>, Failure> {
    let list = find_list(view, &request.event, &request.list)?;
    if request.text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let found = list_tickets(
        view,
        &ListTickets {
            event: request.event.clone(),
            search: Some(request.text.clone()),
            status: None,
            page: Some(PageRequest { after: None, first: Some(ROWS) }),
        },
    )?;
    let mut guests = Vec::with_capacity(found.rows.len());
    for ticket in found.rows {
        let standing = store::standing_on_list(view, list.facts.list, ticket.id)?;
        guests.push(FoundGuest { ticket, is_inside: standing.is_inside, entries: standing.entries });
    }
    Ok(guests)
}
