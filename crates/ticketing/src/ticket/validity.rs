//! Giving one ticket times of its own between which it opens the door.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{TicketAction, TicketRefusal, TicketRow, show, store, store::TicketLife};
use crate::event::event_of;

/// Sets the times between which a ticket is valid; absent is open, and then its tier's times hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetValidity {
    /// The ticket: its id or its code.
    pub ticket: String,
    /// From when: on the event's clocks, or a moment with its offset.
    #[serde(default)]
    #[ts(optional)]
    pub valid_from: Option<String>,
    /// Until when.
    #[serde(default)]
    #[ts(optional)]
    pub valid_until: Option<String>,
}

/// Sets the times between which a ticket is valid.
///
/// # Errors
/// A refusal when there is no such ticket, it ended before, or a time cannot be; a fault when the machine fails.
pub fn set_ticket_validity(tx: &Tx<'_>, request: &SetValidity) -> Result<TicketRow, Failure> {
    let ticket = show::load(tx, &request.ticket)?;
    ticket.status.after(TicketAction::Change, &ticket.code)?;
    let zone = event_of(tx, ticket.event)?.time_zone;
    let time = |text: &Option<String>| text.as_deref().map(|text| zone.parse(text)).transpose();
    let (valid_from, valid_until) = (time(&request.valid_from)?, time(&request.valid_until)?);
    if matches!((valid_from, valid_until), (Some(from), Some(until)) if from > until) {
        return Err(TicketRefusal::ValidityEndsFirst.into());
    }
    store::change(tx, &TicketLife { valid_from, valid_until, ..ticket.clone() })?;
    show::reload(tx, ticket.id)
}
