//! Listing and finding orders.

use chrono::DateTime;
use events::EventId;
use kernel::{
    Failure, HumanCode, Refuse,
    page::{Page, PageRequest},
};
use payments::OrderId;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{
    OrderStatus, OrderSummary, own_code,
    store::find::{self, Cursor},
};
use crate::{
    event::event_named,
    search::{SEARCH_HITS_MAX, find_orders, json_of_ids},
};

/// Asks for orders, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct ListOrders {
    /// Only of this event: its id or its slug.
    #[serde(default)]
    #[ts(optional)]
    pub event: Option<String>,
    /// Only what this finds: a code or its number, two letters of a name, an e-mail address, the
    /// end of a phone number, a ticket code.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
    /// Only where this stands.
    #[serde(default)]
    #[ts(optional)]
    pub status: Option<OrderStatus>,
    /// Which page.
    #[serde(default)]
    #[ts(optional)]
    pub page: Option<PageRequest>,
}

/// A cursor that no page gave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not where a page ended")]
pub struct MalformedCursor(pub String);

impl Refuse for MalformedCursor {
    fn code(&self) -> &'static str {
        "malformed_cursor"
    }
    fn fix(&self) -> String {
        "Ask for the first page again.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("page.after".to_owned())
    }
}

/// A page of orders, newest first. A search is not paged: it shows the newest matches, as many as a page has rows, and
/// one more letter finds fewer.
///
/// # Errors
/// A refusal when the event or the cursor is unknown; a fault when the database fails.
pub fn list_orders(view: &View<'_>, request: &ListOrders) -> Result<Page<OrderSummary>, Failure> {
    let event =
        request.event.as_deref().map(|event| event_named(view, event)).transpose()?.map(|event| event.id);
    let page = request.page.clone().unwrap_or_default();
    let rows = page.rows();
    if let Some(text) = request.search.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        // A status or an event drops some of what is found, and an order may be found once for each ticket.
        let looked_at = if event.is_some() || request.status.is_some() { SEARCH_HITS_MAX } else { rows * 5 };
        let wanted = candidates(view, event, text, looked_at)?;
        let mut found = find::among(view, &json_of_ids(&wanted), event, request.status)?;
        let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
        found.truncate(rows as usize);
        return Ok(Page { rows: found, total, next: None });
    }
    let after = page.after.as_deref().map(read_cursor).transpose()?;
    let mut found = find::page(view, event, request.status, after, rows + 1)?;
    let total = find::count(view, event, request.status)?;
    let has_more = found.len() > rows as usize;
    found.truncate(rows as usize);
    let next = found.last().filter(|_| has_more).map(cursor_of);
    Ok(Page { rows: found, total, next })
}

/// Every way a text may name an order; what it is not finds nothing.
fn candidates(
    view: &View<'_>,
    event: Option<EventId>,
    text: &str,
    rows: u32,
) -> Result<Vec<OrderId>, Failure> {
    let mut wanted = find::by_code(view, &text.to_uppercase(), rows)?;
    if text.chars().any(char::is_lowercase) {
        wanted.extend(find::by_code(view, text, rows)?);
    }
    if let Some(number) = order_number(text) {
        wanted.extend(find::by_code(view, &own_code(number), rows)?);
    }
    if text.contains('@') {
        wanted.extend(find::by_email(view, text, rows)?);
    } else {
        wanted.extend(find_orders(view, event, text, rows)?);
    }
    let code = text.parse::<HumanCode>().map_or_else(|_| text.to_owned(), |code| code.to_string());
    wanted.extend(find::by_ticket_code(view, &code, rows)?);
    wanted.sort_unstable();
    wanted.dedup();
    Ok(wanted)
}

/// The number of an own order, typed without the letter and the zeros before it.
fn order_number(text: &str) -> Option<i64> {
    let is_number = text.len() <= 9 && text.chars().all(|c| c.is_ascii_digit());
    text.parse().ok().filter(|number| is_number && *number > 0)
}

fn cursor_of(order: &OrderSummary) -> String {
    format!("{}.{}", order.ordered_at.timestamp_micros(), order.id)
}

fn read_cursor(text: &str) -> Result<Cursor, MalformedCursor> {
    let malformed = || MalformedCursor(text.chars().take(60).collect());
    let (at, id) = text.split_once('.').ok_or_else(malformed)?;
    let at = at.parse().ok().and_then(DateTime::from_timestamp_micros).ok_or_else(malformed)?;
    Ok((at, id.parse().map_err(|_| malformed())?))
}
