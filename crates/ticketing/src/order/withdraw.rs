//! Taking back a whole order that came in by mistake: its tickets end, its places and its money return.

use kernel::Failure;
use payments::OrderId;
use workspace::Tx;

use super::{
    OrderAction, RefundRefusal,
    refund::checked_reason,
    refund_plan::{Back, Claim, carry_out_without_paper, plan},
    show,
    store::write::{self, StoredOrder},
};
use crate::ticket::{TicketStatus, store as ticket_store};

/// Takes an imported order back as far as anything is left of it; says how many tickets ended, none when nothing was.
///
/// # Errors
/// A refusal when the order is not paid or the reason is missing; a fault when the machine fails.
pub(crate) fn withdraw_order(tx: &Tx<'_>, id: OrderId, reason: &str) -> Result<i64, Failure> {
    let reason = checked_reason(reason)?;
    let order = show::load_by_id(tx, id)?;
    let lives = ticket_store::lives_of_order(tx, id)?;
    let tickets: Vec<_> = lives.into_iter().filter(|ticket| ticket.status == TicketStatus::Issued).collect();
    let count = i64::try_from(tickets.len()).unwrap_or(i64::MAX);
    if tickets.is_empty() {
        return Ok(0);
    }
    let status = order.status.after(OrderAction::RefundRest).map_err(RefundRefusal::Order)?;
    // An import has no fees of its own.
    let plan = plan(tx, &order, Claim { tickets, fees: Vec::new() }, &Back::All, None)?;
    carry_out_without_paper(tx, &order, &plan, reason)?;
    let refunded = order.refunded.add(plan.sum.amount)?;
    write::move_on(tx, &StoredOrder { status, refunded, ..order }, reason)?;
    Ok(count)
}
