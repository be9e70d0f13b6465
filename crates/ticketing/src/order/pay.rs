//! Taking the money for an order that was made before.

use kernel::{Failure, Money};
use payments::{
    ledger::{AccountCode, PostingDraft, TransactionKind, post},
    payment::{Tender, TenderPart, confirmed_minor, record_settled},
};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    CompletedOrder, FeeKind, OrderAction,
    books::Revenue,
    cancel::living_places,
    show,
    store::write::{self, StoredOrder},
    tenders::settle_all,
};
use crate::{
    event::event_of,
    inventory::{self, Movement, OperationKind},
    receipt,
    tax::TaxRate,
    ticket::{TicketStatus, store as ticket_store},
};

/// Pays an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PayOrder {
    /// The order: its id or its code.
    pub order: String,
    /// How it is paid; exact cash when absent. Not looked at when there are `payments`.
    #[serde(default)]
    #[ts(optional, as = "Option<Tender>")]
    pub payment: Tender,
    /// How it is paid by several tenders together; all or nothing.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<TenderPart>>")]
    pub payments: Vec<TenderPart>,
}

/// Takes what is still owed for an unpaid order; its places are sold.
///
/// # Errors
/// A refusal when the order does not wait for money or the tender is not enough; a fault when the machine fails.
pub fn pay_order(tx: &Tx<'_>, request: &PayOrder) -> Result<CompletedOrder, Failure> {
    let order = show::load(tx, &request.order)?;
    let status = order.status.after(OrderAction::Pay)?;
    for (tier, count) in living_places(tx, &order)? {
        let (event, kind, order) = (order.event, OperationKind::Convert, Some(order.id));
        inventory::record(
            tx,
            &Movement { event, tier, kind, issued_delta: count, held_delta: -count, order, hold: None },
        )?;
    }
    take_payment(tx, &StoredOrder { status, ..order }, &request.payment, &request.payments)
}

/// Takes what is still owed and writes the order down as paid. The places are the caller's.
pub(super) fn take_payment(
    tx: &Tx<'_>,
    order: &StoredOrder,
    tender: &Tender,
    parts: &[TenderPart],
) -> Result<CompletedOrder, Failure> {
    let currency = order.total.currency;
    let paid_before =
        Money::new(confirmed_minor(tx, order.id)? - write::refunded_minor(tx, order.id)?, currency);
    let owed = order.total.subtract(paid_before)?;
    let due = if owed.minor < 0 { Money::zero(currency) } else { owed };
    let settlement = settle_all(tx, &event_of(tx, order.event)?, due, tender, parts)?;
    settlement.parts.iter().try_for_each(|part| record_settled(tx, order.id, part).map(|_| ()))?;
    if !settlement.rounding.is_zero() {
        write::add_rounding(tx, order.id, settlement.rounding)?;
    }
    // What was paid before lay on the customer's balance; what is overpaid stays there.
    let revenue = revenue(tx, order)?;
    let used = revenue.gross()?.subtract(due)?;
    let mut draft = PostingDraft::new(TransactionKind::Sale)
        .about(order.id, order.event)
        .credit(AccountCode::Rounding, settlement.rounding)
        .debit(AccountCode::CustomerBalance, used);
    for part in &settlement.parts {
        draft = draft.debit(part.method.account(), part.amount);
    }
    if let Some(posting) = revenue.earn(draft, order.event).balanced()? {
        post(tx, &posting)?;
    }
    let receipt_number = receipt::write_sale(tx, order.id, due.add(settlement.rounding)?)?;
    write::move_on(tx, &StoredOrder { expires_at: None, ..order.clone() }, "")?;
    let detail = show::order_detail(tx, order.id)?;
    let tickets = detail.tickets.clone();
    Ok(CompletedOrder { order: detail, change: settlement.change, receipt_number, tickets })
}

/// What an order's living tickets and fees earn.
fn revenue(tx: &Tx<'_>, order: &StoredOrder) -> Result<Revenue, Failure> {
    let mut revenue = Revenue::nothing(order.total.currency);
    for ticket in ticket_store::lives_of_order(tx, order.id)? {
        if ticket.status == TicketStatus::Issued {
            revenue.add_tickets(ticket.gross, ticket.tax, ticket.tax_rate)?;
        }
    }
    for fee in show::order_detail(tx, order.id)?.fees {
        if !fee.is_cancelled && fee.kind != FeeKind::Cancellation {
            revenue.add_fee(fee.gross, fee.tax, fee.tax_rate.parse().unwrap_or(TaxRate::NONE))?;
        }
    }
    Ok(revenue)
}
