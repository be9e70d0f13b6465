//! Calling an unpaid order off, and letting one run out: its places are free again.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    OrderAction, OrderDetail, OrderStatus,
    refund::checked_reason,
    show,
    store::write::{self, StoredOrder},
};
use crate::{
    inventory::{self, Movement, OperationKind},
    ticket::{TicketStatus, store as ticket_store},
    tier::TierId,
};

/// Calls an unpaid order off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CancelOrder {
    /// The order: its id or its code.
    pub order: String,
    /// Why.
    pub reason: String,
}

/// Calls an unpaid order off. What was paid of it stays the customer's money.
///
/// # Errors
/// A refusal when the order is paid or ended before; a fault when the machine fails.
pub fn cancel_order(tx: &Tx<'_>, request: &CancelOrder) -> Result<OrderDetail, Failure> {
    let reason = checked_reason(&request.reason)?;
    let order = show::load(tx, &request.order)?;
    let status = order.status.after(OrderAction::Cancel)?;
    free(tx, &order, status, reason)?;
    show::order_detail(tx, order.id)
}

/// Ends every unpaid order whose time to pay is up; says how many.
///
/// # Errors
/// A fault when the machine fails.
pub fn expire_due_orders(tx: &Tx<'_>) -> Result<i64, Failure> {
    let mut expired = 0;
    for id in write::pending_run_out(tx, tx.now())? {
        let order = show::load_by_id(tx, id)?;
        let status = order.status.after(OrderAction::Expire)?;
        free(tx, &order, status, "")?;
        expired += 1;
    }
    Ok(expired)
}

pub(super) fn free(
    tx: &Tx<'_>,
    order: &StoredOrder,
    status: OrderStatus,
    reason: &str,
) -> Result<(), Failure> {
    for (tier, count) in living_places(tx, order)? {
        let (event, kind, order) = (order.event, OperationKind::Unreserve, Some(order.id));
        inventory::record(
            tx,
            &Movement { event, tier, kind, issued_delta: 0, held_delta: -count, order, hold: None },
        )?;
    }
    Ok(write::move_on(tx, &StoredOrder { status, ..order.clone() }, reason)?)
}

/// How many living tickets of each tier an order has.
pub(super) fn living_places(tx: &Tx<'_>, order: &StoredOrder) -> Result<Vec<(TierId, i64)>, Failure> {
    let mut places: Vec<(TierId, i64)> = Vec::new();
    for ticket in ticket_store::lives_of_order(tx, order.id)? {
        if ticket.status != TicketStatus::Issued {
            continue;
        }
        match places.iter_mut().find(|(tier, _)| *tier == ticket.tier) {
            Some((_, count)) => *count += 1,
            None => places.push((ticket.tier, 1)),
        }
    }
    Ok(places)
}
