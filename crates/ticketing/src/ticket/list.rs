//! Listing and finding tickets of an event.

use events::EventId;
use kernel::{
    Failure, HumanCode,
    page::{Page, PageRequest},
};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{TicketId, TicketRow, TicketStatus, store};
use crate::{
    event::event_named,
    order::MalformedCursor,
    search::{SEARCH_HITS_MAX, find_guests, json_of_ids},
};

/// Asks for tickets of an event, by serial number.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct ListTickets {
    /// The event: its id or its slug.
    pub event: String,
    /// Only what this finds: a code, two letters of a name, an e-mail address, the end of a phone number, an order.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
    /// Only where this stands.
    #[serde(default)]
    #[ts(optional)]
    pub status: Option<TicketStatus>,
    /// Which page.
    #[serde(default)]
    #[ts(optional)]
    pub page: Option<PageRequest>,
}

/// A page of tickets, by serial number. A search looks at the newest matches only.
///
/// # Errors
/// A refusal when the event or the cursor is unknown; a fault when the database fails.
pub fn list_tickets(view: &View<'_>, request: &ListTickets) -> Result<Page<TicketRow>, Failure> {
    let event = event_named(view, &request.event)?.id;
    let page = request.page.clone().unwrap_or_default();
    let (rows, after) = (page.rows(), read_cursor(page.after.as_deref())?);
    let (mut found, total) = match request.search.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        None => {
            let found = store::tickets_of_event(view, event, after, request.status, rows + 1)?;
            (found, store::count(view, event, request.status)?)
        }
        Some(text) => {
            let mut found = searched(view, event, text, request.status)?;
            let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
            found.retain(|ticket| ticket.serial > after);
            (found, total)
        }
    };
    let has_more = found.len() > rows as usize;
    found.truncate(rows as usize);
    let next = found.last().filter(|_| has_more).map(|ticket| ticket.serial.to_string());
    Ok(Page { rows: found, total, next })
}

fn searched(
    view: &View<'_>,
    event: EventId,
    text: &str,
    status: Option<TicketStatus>,
) -> Result<Vec<TicketRow>, Failure> {
    let code = text.parse::<HumanCode>().map_or_else(|_| text.to_owned(), |code| code.to_string());
    let mut wanted: Vec<TicketId> =
        store::by_code(view, &code, Some(event))?.iter().map(|ticket| ticket.id).collect();
    wanted.extend(store::by_order_code(view, &text.to_uppercase(), SEARCH_HITS_MAX)?);
    if text.contains('@') {
        wanted.extend(store::by_email(view, text, SEARCH_HITS_MAX)?);
    } else {
        wanted
            .extend(find_guests(view, Some(event), text, SEARCH_HITS_MAX)?.into_iter().map(|hit| hit.ticket));
    }
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = store::among(view, &json_of_ids(&wanted), Some(event), status)?;
    found.sort_by_key(|ticket| ticket.serial);
    Ok(found)
}

fn read_cursor(text: Option<&str>) -> Result<i64, MalformedCursor> {
    text.map_or(Ok(0), |text| text.parse().map_err(|_| MalformedCursor(text.chars().take(60).collect())))
}
