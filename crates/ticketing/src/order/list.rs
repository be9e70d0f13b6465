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
    OrderStatus, OrderSummary,
    store::find::{self, Cursor},
};
use crate::{
    event::event_named,
    search::{SEARCH_HITS_MAX, find_guests, json_of_ids},
};

/// Asks for orders, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct ListOrders {
    /// Only of this event: its id or its slug.
    #[serde(default)]
    #[ts(optional)]
    pub event: Option<String>,
    /// Only what this finds: a code, two letters of a name, an e-mail address, the end of a phone number.
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

/// A page of orders, newest first. A search looks at the newest matches only, and says how many of those there are.
///
/// # Errors
/// A refusal when the event or the cursor is unknown; a fault when the database fails.
pub fn list_orders(view: &View<'_>, request: &ListOrders) -> Result<Page<OrderSummary>, Failure> {
    let event =
        request.event.as_deref().map(|event| event_named(view, event)).transpose()?.map(|event| event.id);
    let page = request.page.clone().unwrap_or_default();
    let rows = page.rows();
    let after = page.after.as_deref().map(read_cursor).transpose()?;
    let (mut found, total) = match request.search.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        None => {
            let found = find::page(view, event, request.status, after, rows + 1)?;
            (found, find::count(view, event, request.status)?)
        }
        Some(text) => searched(view, text, event, request.status, after)?,
    };
    let has_more = found.len() > rows as usize;
    found.truncate(rows as usize);
    let next = found.last().filter(|_| has_more).map(cursor_of);
    Ok(Page { rows: found, total, next })
}

fn searched(
    view: &View<'_>,
    text: &str,
    event: Option<EventId>,
    status: Option<OrderStatus>,
    after: Option<Cursor>,
) -> Result<(Vec<OrderSummary>, i64), Failure> {
    let wanted = candidates(view, event, text)?;
    let mut found = find::among(view, &json_of_ids(&wanted), event, status)?;
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    if let Some((at, id)) = after {
        found.retain(|order| (order.ordered_at, order.id) < (at, id));
    }
    Ok((found, total))
}

/// Every way a text may name an order; what it is not finds nothing.
fn candidates(view: &View<'_>, event: Option<EventId>, text: &str) -> Result<Vec<OrderId>, Failure> {
    let mut wanted = find::by_code(view, &text.to_uppercase(), SEARCH_HITS_MAX)?;
    if text.chars().any(char::is_lowercase) {
        wanted.extend(find::by_code(view, text, SEARCH_HITS_MAX)?);
    }
    if text.contains('@') {
        wanted.extend(find::by_email(view, text, SEARCH_HITS_MAX)?);
    } else {
        wanted.extend(find_guests(view, event, text, SEARCH_HITS_MAX)?.into_iter().map(|hit| hit.order));
    }
    let code = text.parse::<HumanCode>().map_or_else(|_| text.to_owned(), |code| code.to_string());
    wanted.extend(find::by_ticket_code(view, &code, SEARCH_HITS_MAX)?);
    wanted.sort_unstable();
    wanted.dedup();
    Ok(wanted)
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
