//! Looking at gates.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{GateRow, store};
use crate::event::find_event;

/// Asks for an event's gates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListGates {
    /// The event: its id or its slug.
    pub event: String,
}

/// The gates of an event, by name.
///
/// # Errors
/// An unknown event as a refusal, or a fault of the file.
pub fn list_gates(view: &View<'_>, request: &ListGates) -> Result<Vec<GateRow>, Failure> {
    let event = find_event(view, &request.event)?;
    Ok(store::gates_of(view, event.id)?)
}
