//! Past imports.

use events::EventId;
use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{GuestImportId, GuestImportStatus, TakenAs, store};
use crate::event::event_named;

/// Asks for past imports, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct ListGuestImports {
    /// Only into this event: its id or its slug.
    #[serde(default)]
    #[ts(optional)]
    pub event: Option<String>,
}

/// An import in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GuestImportRow {
    /// Its id.
    pub id: GuestImportId,
    /// Its event.
    pub event_id: EventId,
    /// The event's title.
    pub event_title: String,
    /// As what its rows were taken.
    #[serde(rename = "as")]
    pub taken_as: TakenAs,
    /// Where it stands.
    pub status: GuestImportStatus,
    /// The file's name.
    pub file_name: String,
    /// How many rows the file has.
    #[ts(type = "number")]
    pub row_count: i64,
    /// How many were left out.
    #[ts(type = "number")]
    pub skipped: i64,
    /// How many orders were made.
    #[ts(type = "number")]
    pub orders: i64,
    /// How many of their tickets are valid.
    #[ts(type = "number")]
    pub tickets: i64,
    /// When it began.
    #[ts(type = "string")]
    pub created_at: Timestamp,
    /// Who began it; empty when nobody was signed in.
    pub created_by: String,
    /// When it was taken back.
    #[ts(type = "string | null")]
    pub undone_at: Option<Timestamp>,
    /// Why.
    pub undo_reason: String,
}

/// The imports into one event, or into all.
///
/// # Errors
/// A refusal when the event is unknown; a fault when the database fails.
pub fn list_guest_imports(
    view: &View<'_>,
    request: &ListGuestImports,
) -> Result<Vec<GuestImportRow>, Failure> {
    let event = request.event.as_deref().map(|event| event_named(view, event)).transpose()?;
    Ok(store::list(view, event.map(|event| event.id))?)
}
