//! Withdrawing a ticket at a till: no money moves, and the report names it.

use kernel::{Failure, Money, Permission};
use serde::{Deserialize, Serialize};
use ticketing::{
    order::order_detail,
    ticket::{TicketRow, VoidTicket, void_ticket},
};
use workspace::Tx;

use super::{EntryKind, NewEntry, open::supervisor, open_drawer, record, sell::require_same_world};

/// Withdraws a ticket at a till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillVoid {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// The ticket, and why.
    #[serde(flatten)]
    pub void: VoidTicket,
    /// Who allowed it over the clerk's session: a person's id, from the host, which had the badge or PIN.
    #[serde(skip)]
    #[ts(skip)]
    pub authorised_by: Option<String>,
}

/// Withdraws a ticket for good; its place is free again, its money stays.
///
/// # Errors
/// A refusal when the drawer is not open, when who allowed it may not, or as [`void_ticket`] refuses; a fault when
/// the machine fails.
pub fn void_at_till(tx: &Tx<'_>, request: &TillVoid) -> Result<TicketRow, Failure> {
    let drawer = open_drawer(tx, request.till.as_deref())?;
    let authorised_by = supervisor(tx, request.authorised_by.as_deref(), Permission::Refund)?;
    let ticket = void_ticket(tx, &request.void)?;
    require_same_world(tx, &drawer, &order_detail(tx, ticket.order_id)?)?;
    let nothing = Money::zero(drawer.till.currency);
    let entry = NewEntry {
        worth_minor: ticket.gross.minor,
        ticket_count: 1,
        order: Some(ticket.order_id),
        ticket: Some(ticket.id),
        authorised_by,
        reason: request.void.reason.trim(),
        ..NewEntry::new(EntryKind::Void, None, nothing)
    };
    record(tx, &drawer, &entry)?;
    Ok(ticket)
}
