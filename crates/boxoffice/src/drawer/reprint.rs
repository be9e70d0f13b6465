//! Noting at a till that something was printed again.

use kernel::{Failure, Money};
use serde::{Deserialize, Serialize};
use ticketing::{
    order::order_id,
    ticket::{TicketReference, find_ticket},
};
use workspace::Tx;

use super::{CashMoved, EntryKind, NewEntry, open_drawer, record};
use crate::session::{DrawerRefusal, checked_reason};

/// Tickets or papers that were printed again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillReprint {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// The order whose tickets were printed: its code or id.
    #[serde(default)]
    #[ts(optional)]
    pub order: Option<String>,
    /// The tickets, by code or id; all of the order when absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub tickets: Vec<String>,
    /// Why; “printer” when absent.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// Notes a reprint, so that the report names it. Prints nothing itself.
///
/// # Errors
/// A refusal when the drawer is not open or nothing is named; a fault when the machine fails.
pub fn record_reprint(tx: &Tx<'_>, request: &TillReprint) -> Result<CashMoved, Failure> {
    let drawer = open_drawer(tx, request.till.as_deref())?;
    let reason = checked_reason(request.reason.as_deref().unwrap_or("printer"))?;
    let mut order = request.order.as_deref().map(|order| order_id(tx, order)).transpose()?;
    let mut ticket = None;
    for code in &request.tickets {
        let found = find_ticket(tx, &TicketReference { text: code, event: None })?;
        order = order.or(Some(found.order_id));
        ticket = (request.tickets.len() == 1).then_some(found.id);
    }
    let order = order.ok_or(DrawerRefusal::NothingReprinted)?;
    let count = match request.tickets.len() {
        0 => ticketing::ticket::tickets_of_order(tx, order)?.iter().filter(|row| row.is_valid()).count(),
        named => named,
    };
    let amount = Money::zero(drawer.till.currency);
    let entry = NewEntry {
        ticket_count: i64::try_from(count).unwrap_or(i64::MAX),
        order: Some(order),
        ticket,
        reason,
        ..NewEntry::new(EntryKind::Reprint, None, amount)
    };
    record(tx, &drawer, &entry)?;
    Ok(CashMoved { session_id: drawer.session, amount })
}
