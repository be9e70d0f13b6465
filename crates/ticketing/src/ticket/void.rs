//! Withdrawing a ticket: its place is free again, its money stays.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{TicketAction, TicketRow, show, store};
use crate::{
    inventory::{self, Movement, OperationKind},
    order::{Places, show::load_by_id},
    voucher,
};

/// Withdraws a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct VoidTicket {
    /// The ticket: its id or its code.
    pub ticket: String,
    /// Why.
    pub reason: String,
}

/// Withdraws a ticket for good.
///
/// # Errors
/// A refusal when there is no such ticket, it ended before, or no reason is given; a fault when the machine fails.
pub fn void_ticket(tx: &Tx<'_>, request: &VoidTicket) -> Result<TicketRow, Failure> {
    let reason = show::checked_reason(&request.reason)?;
    let ticket = show::load(tx, &request.ticket)?;
    let status = ticket.status.after(TicketAction::Void, &ticket.code)?;
    let order = load_by_id(tx, ticket.order)?;
    store::end(tx, &ticket, status, &reason, None)?;
    let place = match order.status.places() {
        Places::Issued => Some((OperationKind::Return, -1, 0)),
        Places::Held => Some((OperationKind::Unreserve, 0, -1)),
        Places::Free => None,
    };
    if let Some((kind, issued_delta, held_delta)) = place {
        let (event, tier, order) = (ticket.event, ticket.tier, Some(order.id));
        inventory::record(tx, &Movement { event, tier, kind, issued_delta, held_delta, order, hold: None })?;
    }
    voucher::redeem::give_back(tx, ticket.id)?;
    show::reload(tx, ticket.id)
}
