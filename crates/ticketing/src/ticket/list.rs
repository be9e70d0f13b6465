//! Listing and finding tickets of an event.

use std::collections::HashSet;

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

/// A page of tickets, by serial number. A search is not paged: it shows the newest matches, as many as a page has rows,
/// and one more letter finds fewer.
///
/// # Errors
/// A refusal when the event or the cursor is unknown; a fault when the database fails.
pub fn list_tickets(view: &View<'_>, request: &ListTickets) -> Result<Page<TicketRow>, Failure> {
    let event = event_named(view, &request.event)?.id;
    let page = request.page.clone().unwrap_or_default();
    if let Some(text) = request.search.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        return searched(view, event, text, request.status, page.rows());
    }
    let (rows, after) = (page.rows(), read_cursor(page.after.as_deref())?);
    let mut found = store::tickets_of_event(view, event, after, request.status, rows + 1)?;
    let total = store::count(view, event, request.status)?;
    let has_more = found.len() > rows as usize;
    found.truncate(rows as usize);
    let next = found.last().filter(|_| has_more).map(|ticket| ticket.serial.to_string());
    Ok(Page { rows: found, total, next })
}

/// Every way a text may name tickets, the surest first; what it is not finds nothing.
fn searched(
    view: &View<'_>,
    event: EventId,
    text: &str,
    status: Option<TicketStatus>,
    rows: u32,
) -> Result<Page<TicketRow>, Failure> {
    // A status drops some of what is found, so more is looked at than is shown.
    let looked_at = if status.is_some() { SEARCH_HITS_MAX } else { rows + 1 };
    let code = text.parse::<HumanCode>().map_or_else(|_| text.to_owned(), |code| code.to_string());
    let mut wanted: Vec<TicketId> =
        store::by_code(view, &code, Some(event))?.iter().map(|ticket| ticket.id).collect();
    wanted.extend(store::by_order_code(view, &text.to_uppercase(), looked_at)?);
    if text.contains('@') {
        wanted.extend(store::by_email(view, text, looked_at)?);
    } else {
        wanted.extend(find_guests(view, Some(event), text, looked_at)?.into_iter().map(|hit| hit.ticket));
    }
    let mut seen = HashSet::with_capacity(wanted.len());
    wanted.retain(|ticket| seen.insert(*ticket));
    let mut found = store::among(view, &json_of_ids(&wanted), Some(event), status)?;
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    found.truncate(rows as usize);
    found.sort_by_key(|ticket| ticket.serial);
    Ok(Page { rows: found, total, next: None })
}

fn read_cursor(text: Option<&str>) -> Result<i64, MalformedCursor> {
    text.map_or(Ok(0), |text| text.parse().map_err(|_| MalformedCursor(text.chars().take(60).collect())))
}
