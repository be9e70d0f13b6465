//! Giving money back: for a whole order, for single tickets, or for less than they cost.

use kernel::{Failure, Money};
use payments::{
    ledger::{AccountCode, PostingDraft, TransactionKind, post},
    payment::{Payment, PaymentMethod, PaymentStatus, confirmed_minor, payments_of},
};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    FeeKind, OrderAction, OrderDetail, RefundRefusal, RefundStatus,
    books::Revenue,
    refund_rules::{REASON_CHARACTERS_MAX, RefundSum, refund_sum},
    show,
    store::write::{self, NewFee, NewRefund, StoredOrder},
};
use crate::{
    inventory::{self, Movement, OperationKind},
    order::OrderFee,
    receipt,
    tax::TaxRate,
    ticket::{TicketAction, TicketRow, TicketStatus, store as ticket_store, store::TicketLife},
    tier::TierId,
};

/// Gives money back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundOrder {
    /// The order: its id or its code.
    pub order: String,
    /// The tickets, by code or id; all that are left, and the order's fees, when absent.
    #[serde(default)]
    #[ts(optional)]
    pub tickets: Option<Vec<String>>,
    /// What goes back, in minor units; what they cost when absent. The rest is kept as a fee.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub amount_minor: Option<i64>,
    /// Why.
    pub reason: String,
    /// By which tender it goes back; the one it was paid by when absent.
    #[serde(default)]
    #[ts(optional)]
    pub method: Option<PaymentMethod>,
}

/// The money that went back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundMade {
    /// How much.
    pub amount: Money,
    /// By which tender.
    pub method: PaymentMethod,
    /// What was kept as a fee.
    pub kept: Money,
    /// The receipt's number.
    #[ts(type = "number")]
    pub receipt_number: i64,
}

/// What a refund left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundOutcome {
    /// The order as it stands now.
    pub order: OrderDetail,
    /// The money.
    pub refund: RefundMade,
    /// The tickets that were refunded.
    pub tickets: Vec<TicketRow>,
}

/// What is to be refunded, loaded and judged.
struct Claim {
    tickets: Vec<TicketLife>,
    fees: Vec<OrderFee>,
    is_rest: bool,
}

/// Refunds tickets: their places return, the ledger gives back what it earned from them, a receipt is written.
///
/// # Errors
/// A refusal when the order is not paid, a ticket ended before, or the amount is more than the tickets cost or than is
/// left of what was paid; a fault when the machine fails.
pub fn refund_order(tx: &Tx<'_>, request: &RefundOrder) -> Result<RefundOutcome, Failure> {
    let reason = checked_reason(&request.reason)?;
    let order = show::load(tx, &request.order)?;
    let claim = claim(tx, &order, request.tickets.as_deref())?;
    let action = if claim.is_rest { OrderAction::RefundRest } else { OrderAction::RefundPart };
    let status = order.status.after(action).map_err(RefundRefusal::Order)?;

    let currency = order.total.currency;
    let mut revenue = Revenue::nothing(currency);
    for ticket in &claim.tickets {
        revenue.add_tickets(ticket.gross, ticket.tax, ticket.tax_rate)?;
    }
    for fee in &claim.fees {
        revenue.add_fee(fee.gross, fee.tax, fee_rate(fee))?;
    }
    let left = Money::new(confirmed_minor(tx, order.id)? - write::refunded_minor(tx, order.id)?, currency);
    let asked = request.amount_minor.map(|minor| Money::new(minor, currency));
    let sum = refund_sum(revenue.gross()?, left, asked)?;
    let paid_by = original_payment(payments_of(tx, order.id)?);
    let method = method(request.method, paid_by.as_ref())?;

    end_tickets(tx, &order, &claim.tickets, reason)?;
    if !claim.fees.is_empty() {
        write::cancel_fees(tx, order.id)?;
    }
    keep_fee(tx, &order, sum.kept)?;
    post_refund(tx, &order, &revenue, sum, method)?;
    let payment = paid_by.map(|payment| payment.id);
    let new = NewRefund {
        payment,
        status: RefundStatus::Done,
        method,
        amount: sum.amount,
        reason,
        created_at: tx.now(),
    };
    let refund = write::insert_refund(tx, order.id, &new)?;
    let receipt_number = receipt::write_refund(tx, order.id, refund, sum.amount.negate()?)?;
    let refunded = order.refunded.add(sum.amount)?;
    write::move_on(tx, &StoredOrder { status, refunded, ..order.clone() }, reason)?;

    let detail = show::order_detail(tx, order.id)?;
    let was_claimed = |row: &&TicketRow| claim.tickets.iter().any(|ticket| ticket.id == row.id);
    let tickets = detail.tickets.iter().filter(was_claimed).cloned().collect();
    let refund = RefundMade { amount: sum.amount, method, kept: sum.kept, receipt_number };
    Ok(RefundOutcome { order: detail, refund, tickets })
}

pub(super) fn checked_reason(reason: &str) -> Result<&str, RefundRefusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(RefundRefusal::ReasonMissing);
    }
    if reason.chars().count() > REASON_CHARACTERS_MAX {
        return Err(RefundRefusal::ReasonTooLong);
    }
    Ok(reason)
}

/// The tickets to refund. Without a list it is everything that is left, and then the fees go back too.
fn claim(tx: &Tx<'_>, order: &StoredOrder, wanted: Option<&[String]>) -> Result<Claim, Failure> {
    let lives = ticket_store::lives_of_order(tx, order.id)?;
    let living = lives.iter().filter(|ticket| ticket.status == TicketStatus::Issued).count();
    let Some(wanted) = wanted else {
        // The machine says first why an order that is not paid cannot be refunded.
        order.status.after(OrderAction::RefundRest).map_err(RefundRefusal::Order)?;
        let tickets: Vec<_> =
            lives.into_iter().filter(|ticket| ticket.status == TicketStatus::Issued).collect();
        let detail = show::order_detail(tx, order.id)?;
        let fees: Vec<OrderFee> = detail
            .fees
            .into_iter()
            .filter(|fee| !fee.is_cancelled && fee.kind != FeeKind::Cancellation)
            .collect();
        if tickets.is_empty() && fees.is_empty() {
            return Err(RefundRefusal::NothingLeft.into());
        }
        return Ok(Claim { tickets, fees, is_rest: true });
    };
    let mut tickets: Vec<TicketLife> = Vec::with_capacity(wanted.len());
    for reference in wanted {
        let ticket = lives.iter().find(|ticket| is_named(ticket, reference)).ok_or_else(|| {
            RefundRefusal::NotInOrder {
                code: reference.chars().take(60).collect(),
                order: order.code.clone(),
            }
        })?;
        ticket.status.after(TicketAction::Refund, &ticket.code).map_err(RefundRefusal::Ticket)?;
        if tickets.iter().any(|known| known.id == ticket.id) {
            return Err(RefundRefusal::TicketTwice(ticket.code.clone()).into());
        }
        tickets.push(ticket.clone());
    }
    if tickets.is_empty() {
        return Err(RefundRefusal::NothingLeft.into());
    }
    let is_rest = tickets.len() == living;
    Ok(Claim { tickets, fees: Vec::new(), is_rest })
}

fn is_named(ticket: &TicketLife, reference: &str) -> bool {
    let reference = reference.trim();
    let as_spoken = reference.parse::<kernel::HumanCode>();
    ticket.code == reference
        || as_spoken.is_ok_and(|code| ticket.code == code.as_str())
        || reference.parse() == Ok(ticket.id)
}

/// A rate that was stored passed the rule when it was written; none is the neutral reading of an old word.
fn fee_rate(fee: &OrderFee) -> TaxRate {
    fee.tax_rate.parse().unwrap_or(TaxRate::NONE)
}

/// The payment that the money goes back by: the largest that arrived.
fn original_payment(payments: Vec<Payment>) -> Option<Payment> {
    let arrived = payments.into_iter().filter(|payment| payment.status == PaymentStatus::Confirmed);
    arrived.max_by_key(|payment| payment.amount.minor)
}

fn method(asked: Option<PaymentMethod>, paid_by: Option<&Payment>) -> Result<PaymentMethod, RefundRefusal> {
    match (asked, paid_by) {
        (Some(PaymentMethod::Comp), Some(payment)) if payment.method != PaymentMethod::Comp => {
            Err(RefundRefusal::AsGift)
        }
        (Some(asked), _) => Ok(asked),
        (None, Some(payment)) => Ok(payment.method),
        (None, None) => Ok(PaymentMethod::Other),
    }
}

fn end_tickets(
    tx: &Tx<'_>,
    order: &StoredOrder,
    tickets: &[TicketLife],
    reason: &str,
) -> Result<(), Failure> {
    let mut returned: Vec<(TierId, i64)> = Vec::new();
    for ticket in tickets {
        let status = ticket.status.after(TicketAction::Refund, &ticket.code)?;
        ticket_store::end(tx, ticket, status, reason, None)?;
        match returned.iter_mut().find(|(tier, _)| *tier == ticket.tier) {
            Some((_, count)) => *count += 1,
            None => returned.push((ticket.tier, 1)),
        }
    }
    for (tier, count) in returned {
        let (event, kind, order) = (order.event, OperationKind::Return, Some(order.id));
        inventory::record(
            tx,
            &Movement { event, tier, kind, issued_delta: -count, held_delta: 0, order, hold: None },
        )?;
    }
    Ok(())
}

/// What is kept is written down as a fee, so that the order's money adds up: total less refunded is what its living
/// tickets and its fees come to.
fn keep_fee(tx: &Tx<'_>, order: &StoredOrder, kept: Money) -> Result<(), Failure> {
    if kept.is_zero() {
        return Ok(());
    }
    let (gross, tax) = (kept, Money::zero(kept.currency));
    let (kind, rate) = (FeeKind::Cancellation, TaxRate::NONE);
    write::insert_fee(
        tx,
        order.id,
        &NewFee { kind, name: "Cancellation fee", gross, rate, tax, is_cancelled: false },
    )?;
    Ok(())
}

fn post_refund(
    tx: &Tx<'_>,
    order: &StoredOrder,
    revenue: &Revenue,
    sum: RefundSum,
    method: PaymentMethod,
) -> Result<(), Failure> {
    let draft = PostingDraft::new(TransactionKind::Refund)
        .about(order.id, order.event)
        .credit(method.account(), sum.amount)
        .credit(AccountCode::FeeIncome(order.event), sum.kept)
        .credit(AccountCode::CustomerBalance, sum.unpaid);
    if let Some(posting) = revenue.give_back(draft, order.event).balanced()? {
        post(tx, &posting)?;
    }
    Ok(())
}
