//! A refund that is decided but not yet made: what it is worth, what is kept, and by which payments the rest goes
//! back. A dry run stops here; the real run goes on to [`carry_out`], so both come to the same.

use kernel::{Failure, Fault, Money};
use payments::{
    ledger::{AccountCode, PostingDraft, TransactionKind, post},
    payment::{Payment, PaymentId, PaymentMethod, PaymentStatus, payments_of},
};
use workspace::{Tx, View};

use super::{
    FeeKind, OrderFee, RefundId, RefundRefusal, RefundStatus,
    books::Revenue,
    cash::cash_due,
    refund_allocation::{Refundable, Source, allocate},
    refund_policy::{CalledOffBy, GivenBack, KeepRule, kept_of},
    refund_rules::{RefundSum, refund_sum},
    store::{
        refunds,
        write::{self, NewFee, NewRefund, StoredOrder},
    },
};
use crate::{
    inventory::{self, Movement, OperationKind},
    order::Places,
    receipt,
    tax::TaxRate,
    ticket::{TicketAction, store as ticket_store, store::TicketLife},
    tier::TierId,
    voucher,
};

/// What is to be given back.
pub(super) struct Claim {
    pub(super) tickets: Vec<TicketLife>,
    pub(super) fees: Vec<OrderFee>,
}

/// How much of it goes back.
pub(super) enum Back {
    /// What it cost, as far as it was paid.
    All,
    /// So much; the rest is kept.
    Amount(Money),
    /// All but what a rule keeps.
    LessKept(KeepRule, CalledOffBy),
}

/// One movement of money back to the customer.
pub(super) struct Part {
    pub(super) payment: Option<PaymentId>,
    pub(super) method: PaymentMethod,
    /// What it settles in the order's books.
    pub(super) worth: Money,
    /// What is handed over: cash in whole coins.
    pub(super) amount: Money,
}

/// A refund, decided.
pub(super) struct RefundPlan {
    pub(super) claim: Claim,
    pub(super) revenue: Revenue,
    pub(super) sum: RefundSum,
    pub(super) parts: Vec<Part>,
}

impl RefundPlan {
    /// What is handed over in all.
    pub(super) fn amount(&self) -> Result<Money, Failure> {
        let currency = self.sum.amount.currency;
        Ok(Money::sum(currency, self.parts.iter().map(|part| part.amount))?)
    }
}

/// Decides a refund of `claim`.
pub(super) fn plan(
    view: &View<'_>,
    order: &StoredOrder,
    claim: Claim,
    back: &Back,
    asked: Option<PaymentMethod>,
) -> Result<RefundPlan, Failure> {
    let currency = order.total.currency;
    let mut revenue = Revenue::nothing(currency);
    for ticket in &claim.tickets {
        revenue.add_tickets(ticket.gross, ticket.tax, ticket.tax_rate)?;
    }
    for fee in &claim.fees {
        revenue.add_fee(fee.gross, fee.tax, fee_rate(fee))?;
    }
    let payments = arrived(payments_of(view, order.id)?);
    let sources = sources(view, order, &payments)?;
    let left = Money::sum(currency, sources.iter().map(|source| source.left))?;
    let worth = revenue.gross()?;
    let sum = match back {
        Back::All => refund_sum(worth, left, None)?,
        Back::Amount(amount) => refund_sum(worth, left, Some(*amount))?,
        Back::LessKept(rule, by) => {
            let whole = refund_sum(worth, left, None)?;
            let given_back = GivenBack {
                tickets: claim.tickets.iter().map(|ticket| ticket.gross).collect(),
                fees: claim.fees.iter().map(|fee| (fee.kind, fee.gross)).collect(),
                paid: whole.amount,
            };
            let kept = kept_of(rule, *by, &given_back)?;
            RefundSum { amount: whole.amount.subtract(kept)?, kept, ..whole }
        }
    };
    let parts = parts(sum.amount, &payments, &sources, asked)?;
    Ok(RefundPlan { claim, revenue, sum, parts })
}

fn arrived(payments: Vec<Payment>) -> Vec<Payment> {
    payments.into_iter().filter(|payment| payment.status == PaymentStatus::Confirmed).collect()
}

/// What is left of each payment in the order's books: cash without what coins rounded. What went back before by no
/// known payment is taken off the first that still has it.
fn sources(view: &View<'_>, order: &StoredOrder, payments: &[Payment]) -> Result<Vec<Source>, Failure> {
    let mut rounding = refunds::rounding_minor(view, order.id)?;
    let mut sources: Vec<Source> = Vec::with_capacity(payments.len());
    for payment in payments {
        let mut left = payment.amount;
        if payment.method == PaymentMethod::Cash {
            left.minor -= std::mem::take(&mut rounding);
        }
        let refundable =
            if payment.method == PaymentMethod::Comp { Refundable::Never } else { Refundable::InPart };
        sources.push(Source { left, refundable });
    }
    for back in refunds::gone_back(view, order.id)? {
        let mut rest = back.worth_minor;
        let own = payments.iter().position(|payment| Some(payment.id) == back.payment);
        let first =
            own.and_then(|index| sources.get_mut(index)).into_iter().map(|source| &mut source.left.minor);
        for minor in first {
            let taken = rest.min((*minor).max(0));
            (*minor, rest) = (*minor - taken, rest - taken);
        }
        for source in &mut sources {
            let taken = rest.min(source.left.minor.max(0));
            (source.left.minor, rest) = (source.left.minor - taken, rest - taken);
        }
    }
    Ok(sources)
}

fn parts(
    amount: Money,
    payments: &[Payment],
    sources: &[Source],
    asked: Option<PaymentMethod>,
) -> Result<Vec<Part>, Failure> {
    let largest = payments.iter().max_by_key(|payment| payment.amount.minor);
    if asked == Some(PaymentMethod::Comp)
        && largest.is_some_and(|payment| payment.method != PaymentMethod::Comp)
    {
        return Err(RefundRefusal::AsGift.into());
    }
    let usual = asked.or(largest.map(|payment| payment.method)).unwrap_or(PaymentMethod::Other);
    let allocation = allocate(amount, sources)?;
    let mut parts = Vec::with_capacity(allocation.parts.len() + 1);
    for (index, worth) in allocation.parts {
        let payment = payments.get(index);
        let method = asked.or(payment.map(|payment| payment.method)).unwrap_or(usual);
        parts.push(part(payment.map(|payment| payment.id), method, worth)?);
    }
    if parts.is_empty() || !allocation.by_hand.is_zero() {
        parts.push(part(largest.map(|payment| payment.id), usual, allocation.by_hand)?);
    }
    Ok(parts)
}

fn part(payment: Option<PaymentId>, method: PaymentMethod, worth: Money) -> Result<Part, Failure> {
    let amount = if method == PaymentMethod::Cash { cash_due(worth)? } else { worth };
    Ok(Part { payment, method, worth, amount })
}

/// Makes a refund: tickets end, places return, the ledger gives back what it earned, a receipt is written; answers with
/// its number. Where the order stands afterwards is the caller's to write.
pub(super) fn carry_out(
    tx: &Tx<'_>,
    order: &StoredOrder,
    plan: &RefundPlan,
    reason: &str,
) -> Result<i64, Failure> {
    let refund = carry_out_without_paper(tx, order, plan, reason)?;
    Ok(receipt::write_refund(tx, order.id, refund, plan.amount()?.negate()?)?)
}

/// As [`carry_out`], for orders that never had a receipt; answers with the first movement of money.
pub(super) fn carry_out_without_paper(
    tx: &Tx<'_>,
    order: &StoredOrder,
    plan: &RefundPlan,
    reason: &str,
) -> Result<RefundId, Failure> {
    end_tickets(tx, order, &plan.claim.tickets, reason)?;
    if !plan.claim.fees.is_empty() {
        write::cancel_fees(tx, order.id)?;
    }
    keep_fee(tx, order, plan.sum.kept)?;
    post_refund(tx, order, plan)?;
    let mut first = None;
    for part in &plan.parts {
        let new = NewRefund {
            payment: part.payment,
            status: RefundStatus::Done,
            method: part.method,
            amount: part.amount,
            reason,
            created_at: tx.now(),
        };
        let id = refunds::insert(tx, order.id, &new, part.amount.subtract(part.worth)?)?;
        first.get_or_insert(id);
    }
    Ok(first.ok_or_else(|| Fault::new(kernel::FaultKind::Bug, "a refund has no movement of money"))?)
}

/// A rate that was stored passed the rule when it was written; none is the neutral reading of an old word.
fn fee_rate(fee: &OrderFee) -> TaxRate {
    fee.tax_rate.parse().unwrap_or(TaxRate::NONE)
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
        let (kind, issued_delta, held_delta) = match order.status.places() {
            Places::Issued => (OperationKind::Return, -count, 0),
            Places::Held => (OperationKind::Unreserve, 0, -count),
            Places::Free => continue,
        };
        let (event, order) = (order.event, Some(order.id));
        inventory::record(tx, &Movement { event, tier, kind, issued_delta, held_delta, order, hold: None })?;
    }
    tickets.iter().try_for_each(|ticket| voucher::redeem::give_back(tx, ticket.id))
}

/// What is kept is written down as a fee, so that the order's money adds up: total less refunded is what its living
/// tickets and its fees come to.
fn keep_fee(tx: &Tx<'_>, order: &StoredOrder, kept: Money) -> Result<(), Failure> {
    if kept.is_zero() {
        return Ok(());
    }
    let (gross, tax) = (kept, Money::zero(kept.currency));
    let (kind, rate) = (FeeKind::Cancellation, TaxRate::NONE);
    let fee = NewFee { kind, name: "Cancellation fee", gross, rate, tax, is_cancelled: false };
    write::insert_fee(tx, order.id, &fee)?;
    Ok(())
}

fn post_refund(tx: &Tx<'_>, order: &StoredOrder, plan: &RefundPlan) -> Result<(), Failure> {
    let mut draft = PostingDraft::new(TransactionKind::Refund)
        .about(order.id, order.event)
        .credit(AccountCode::FeeIncome(order.event), plan.sum.kept);
    for part in &plan.parts {
        draft = draft
            .credit(part.method.account(), part.amount)
            .debit(AccountCode::Rounding, part.amount.subtract(part.worth)?);
    }
    if order.status.places() == Places::Held {
        // Nothing was earned by an order that was never paid in full: what was paid of it lay on the customer's balance.
        let paid = plan.sum.amount.add(plan.sum.kept)?;
        let posting = draft.debit(AccountCode::CustomerBalance, paid).balanced()?;
        return posting.map_or(Ok(()), |posting| Ok(post(tx, &posting).map(|_| ())?));
    }
    let draft = draft.credit(AccountCode::CustomerBalance, plan.sum.unpaid);
    if let Some(posting) = plan.revenue.give_back(draft, order.event).balanced()? {
        post(tx, &posting)?;
    }
    Ok(())
}
