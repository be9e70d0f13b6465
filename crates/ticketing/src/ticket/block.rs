//! Stopping a ticket at the door without ending it, and letting it through again.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{TicketAction, TicketRow, show, store, store::TicketLife};

/// Stops a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct BlockTicket {
    /// The ticket: its id or its code.
    pub ticket: String,
    /// Why.
    pub reason: String,
}

/// Lets a stopped ticket through again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UnblockTicket {
    /// The ticket: its id or its code.
    pub ticket: String,
    /// Why.
    pub reason: String,
}

/// Stops a ticket; a door refuses it until it is let through again.
///
/// # Errors
/// A refusal when there is no such ticket, it ended before, or no reason is given; a fault when the machine fails.
pub fn block_ticket(tx: &Tx<'_>, request: &BlockTicket) -> Result<TicketRow, Failure> {
    let block_reason = show::checked_reason(&request.reason)?;
    set_block(tx, &request.ticket, block_reason)
}

/// Lets a stopped ticket through again. The reason is kept with the change.
///
/// # Errors
/// As [`block_ticket`].
pub fn unblock_ticket(tx: &Tx<'_>, request: &UnblockTicket) -> Result<TicketRow, Failure> {
    show::checked_reason(&request.reason)?;
    set_block(tx, &request.ticket, String::new())
}

fn set_block(tx: &Tx<'_>, reference: &str, block_reason: String) -> Result<TicketRow, Failure> {
    let ticket = show::load(tx, reference)?;
    ticket.status.after(TicketAction::Change, &ticket.code)?;
    store::change(tx, &TicketLife { block_reason, ..ticket.clone() })?;
    show::reload(tx, ticket.id)
}
