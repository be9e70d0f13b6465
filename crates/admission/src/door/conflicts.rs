//! What contradicts itself after a night: to be looked at by a person, listed by kind (sync.md, section 3).

use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::store::conflicts as store;
use crate::{
    event::find_event,
    ids::{CheckinListId, TicketId},
};

/// Asks what contradicts itself at an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DoorConflictsRequest {
    /// The event: its id or its slug.
    pub event: String,
}

/// How something contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Entered twice without leaving, on a list where a ticket enters once.
    EnteredTwice,
    /// Entered after it was paid back, voided or passed on.
    EndedBeforeEntry,
    /// Paid back, voided or passed on while its holder was inside.
    EndedInside,
    /// A ticket and the one that replaced it both entered.
    TwoGenerations,
    /// Entered without being paid.
    EnteredUnpaid,
}

/// One ticket that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DoorConflict {
    /// How.
    pub kind: ConflictKind,
    /// The ticket.
    pub ticket_id: TicketId,
    /// Its code.
    pub code: String,
    /// Who holds it; the buyer when nobody is named.
    pub holder_name: String,
    /// The code of its order.
    pub order_code: String,
    /// The list on which it entered.
    pub list_id: CheckinListId,
    /// The list's name.
    pub list_name: String,
    /// When it entered for the first time on the list.
    #[ts(type = "string")]
    pub first_at: Timestamp,
    /// When it entered last.
    #[ts(type = "string")]
    pub last_at: Timestamp,
    /// How often it entered.
    #[ts(type = "number")]
    pub entries: i64,
    /// Where it entered, each gate or device once.
    pub places: String,
}

/// Everything that contradicts itself at an event, by kind and time.
///
/// # Errors
/// A refusal when the event is unknown, or a fault of the file.
pub fn conflicts(view: &View<'_>, request: &DoorConflictsRequest) -> Result<Vec<DoorConflict>, Failure> {
    let event = find_event(view, &request.event)?;
    let mut found = Vec::new();
    for (kind, sql) in store::BY_KIND {
        found.extend(store::of_kind(view, *kind, sql, event.id)?);
    }
    Ok(found)
}
