//! Writing down what another system kept.

use events::EventId;
use kernel::{Failure, Fault, Money, Timestamp};
use payments::{
    OrderId,
    ledger::{AccountCode, PostingDraft, TransactionKind, post},
    payment::{PaymentId, PaymentStatus, record_foreign},
};
use workspace::Tx;

use super::{ImportRefusal, ImportedOrder, RecordedOrder};
use crate::{
    inventory::{self, Movement, OperationKind},
    order::{
        OrderChannel, OrderStatus, Places, RefundId, RefundStatus,
        books::Revenue,
        store::write::{self, NewFee, NewItem, NewOrder, NewRefund},
    },
    ticket::{TicketId, TicketStatus, issue, store as ticket_store, store::NewTicket},
    tier::TierId,
};

/// Writes down an order of another system with its tickets, fees, payments and refunds, its places and its books.
///
/// # Errors
/// A refusal when a code is taken or the sums contradict each other; a fault when the machine fails.
pub fn record_order(tx: &Tx<'_>, imported: &ImportedOrder) -> Result<RecordedOrder, Failure> {
    if write::id_by_code(tx, &imported.code)?.is_some() {
        return Err(ImportRefusal::CodeTaken(imported.code.clone()).into());
    }
    let revenue = living_revenue(imported)?;
    check_sums(imported, &revenue)?;
    let order: OrderId = tx.new_id()?;
    write::insert_order(tx, &new_order(order, imported)?)?;
    let tickets = write_tickets(tx, order, imported)?;
    let fees = imported.fees.iter().map(|fee| {
        let (kind, name, gross, rate, tax) = (fee.kind, fee.name.as_str(), fee.gross, fee.tax_rate, fee.tax);
        write::insert_fee(tx, order, &NewFee { kind, name, gross, rate, tax, is_cancelled: fee.is_cancelled })
    });
    let fees = fees.collect::<Result<Vec<_>, Fault>>()?;
    let payments = imported
        .payments
        .iter()
        .map(|payment| record_foreign(tx, order, payment))
        .collect::<Result<Vec<_>, Fault>>()?;
    let refunds = write_refunds(tx, order, imported, &payments)?;
    post_import(tx, order, imported, &revenue)?;
    move_places(tx, order, imported)?;
    Ok(RecordedOrder { order, tickets, fees, payments, refunds })
}

/// Writes down a code that another system took back, with the time at which it did.
///
/// # Errors
/// A fault when the database fails.
pub fn record_revoked_code(
    tx: &Tx<'_>,
    event: EventId,
    code: &str,
    reason: &str,
    at: Timestamp,
) -> Result<(), Fault> {
    ticket_store::revoke(tx, event, code, None, reason, at)
}

fn living_revenue(imported: &ImportedOrder) -> Result<Revenue, Failure> {
    let mut revenue = Revenue::nothing(imported.total.currency);
    for ticket in imported.tickets.iter().filter(|ticket| ticket.status == TicketStatus::Issued) {
        revenue.add_tickets(ticket.gross, ticket.tax, ticket.tax_rate)?;
    }
    for fee in imported.fees.iter().filter(|fee| !fee.is_cancelled) {
        revenue.add_fee(fee.gross, fee.tax, fee.tax_rate)?;
    }
    Ok(revenue)
}

/// Only a paid order has earned something; what the others would come to is their own affair.
fn is_earned(status: OrderStatus) -> bool {
    status.places() == Places::Issued
}

fn check_sums(imported: &ImportedOrder, revenue: &Revenue) -> Result<(), Failure> {
    let (parts, total) = (revenue.gross()?, imported.total.subtract(imported.refunded)?);
    if is_earned(imported.status) && parts != total {
        return Err(ImportRefusal::SumsDiffer { order: imported.code.clone(), parts, total }.into());
    }
    Ok(())
}

fn new_order<'a>(id: OrderId, imported: &'a ImportedOrder) -> Result<NewOrder<'a>, Failure> {
    let living = imported
        .tickets
        .iter()
        .filter(|ticket| ticket.status == TicketStatus::Issued)
        .map(|ticket| ticket.tax);
    let fees = imported.fees.iter().filter(|fee| !fee.is_cancelled).map(|fee| fee.tax);
    Ok(NewOrder {
        id,
        event: imported.event,
        code: &imported.code,
        status: imported.status,
        channel: OrderChannel::Import,
        total: imported.total,
        tax: Money::sum(imported.total.currency, living.chain(fees))?,
        refunded: imported.refunded,
        rounding: Money::zero(imported.total.currency),
        tax_exemption: "",
        buyer: &imported.buyer,
        locale: &imported.locale,
        is_approval_pending: imported.is_approval_pending,
        is_valid_while_pending: imported.is_valid_while_pending,
        ordered_at: imported.ordered_at,
        expires_at: imported.expires_at,
        paid_at: imported.paid_at,
    })
}

/// A line for each ticket: another system rounds tax and moves prices per ticket, so no two need be alike.
fn write_tickets(tx: &Tx<'_>, order: OrderId, imported: &ImportedOrder) -> Result<Vec<TicketId>, Failure> {
    let count = u32::try_from(imported.tickets.len()).unwrap_or(u32::MAX);
    if count == 0 {
        return Ok(Vec::new());
    }
    let serials = tx.next_numbers(&issue::serial_series(imported.event), count)?;
    let mut written: Vec<TicketId> = Vec::with_capacity(imported.tickets.len());
    for ((ticket, line_number), serial) in imported.tickets.iter().zip(1..).zip(serials) {
        let addon_to = match ticket.addon_to {
            None => None,
            Some(place) => Some(
                *written.get(place).ok_or_else(|| ImportRefusal::DanglingReference(imported.code.clone()))?,
            ),
        };
        let item = write::insert_item(
            tx,
            order,
            &NewItem {
                line_number,
                tier: ticket.tier,
                quantity: 1,
                unit_gross: ticket.gross,
                discount: Money::zero(imported.total.currency),
                gross: ticket.gross,
                rate: ticket.tax_rate,
                tax: ticket.tax,
            },
        )?;
        let id: TicketId = tx.new_id()?;
        let new = NewTicket {
            id,
            event: imported.event,
            order,
            item,
            tier: ticket.tier,
            code: &ticket.code,
            is_foreign_code: true,
            serial,
            status: ticket.status,
            holder_name: &ticket.holder_name,
            holder_email: &ticket.holder_email,
            holder_company: &ticket.holder_company,
            gross: ticket.gross,
            tax: ticket.tax,
            addon_to,
            valid_from: ticket.valid_from,
            valid_until: ticket.valid_until,
            block_reason: &ticket.block_reason,
        };
        if ticket.code.is_empty() {
            issue::write_with_new_code(tx, &new)?;
        } else if !ticket_store::insert(tx, &new)? {
            let (order, code) = (imported.code.clone(), ticket.code.clone());
            return Err(ImportRefusal::TicketCodeTaken { order, code }.into());
        }
        let holder =
            (ticket.holder_name.as_str(), ticket.holder_email.as_str(), ticket.holder_company.as_str());
        issue::index_guest(tx, id, imported.event, order, &imported.buyer, holder)?;
        written.push(id);
    }
    Ok(written)
}

fn write_refunds(
    tx: &Tx<'_>,
    order: OrderId,
    imported: &ImportedOrder,
    payments: &[PaymentId],
) -> Result<Vec<RefundId>, Failure> {
    let mut written = Vec::with_capacity(imported.refunds.len());
    for refund in &imported.refunds {
        let dangling = || ImportRefusal::DanglingReference(imported.code.clone());
        let payment =
            refund.payment.map(|place| payments.get(place).copied().ok_or_else(dangling)).transpose()?;
        let new = NewRefund {
            payment,
            status: refund.status,
            method: refund.method,
            amount: refund.amount,
            reason: &refund.reason,
            created_at: refund.created_at,
        };
        written.push(write::insert_refund(tx, order, &new)?);
    }
    Ok(written)
}

/// What arrived less what left is debited by tender; what was earned is credited; the difference is the customer's
/// money (paid too much, or not yet for anything) or, when it was paid too little, the customer's debt.
fn post_import(
    tx: &Tx<'_>,
    order: OrderId,
    imported: &ImportedOrder,
    revenue: &Revenue,
) -> Result<(), Failure> {
    let mut held = Money::zero(imported.total.currency);
    let mut draft = PostingDraft::new(TransactionKind::Import).about(order, imported.event);
    for payment in imported.payments.iter().filter(|payment| payment.status == PaymentStatus::Confirmed) {
        held = held.add(payment.amount)?;
        draft = draft.debit(payment.method.account(), payment.amount);
    }
    for refund in imported.refunds.iter().filter(|refund| has_left(refund.status)) {
        held = held.subtract(refund.amount)?;
        draft = draft.credit(refund.method.account(), refund.amount);
    }
    if is_earned(imported.status) {
        held = held.subtract(revenue.gross()?)?;
        draft = revenue.earn(draft, imported.event);
    }
    if let Some(posting) = draft.credit(AccountCode::CustomerBalance, held).balanced()? {
        post(tx, &posting)?;
    }
    Ok(())
}

/// Whether the money has left the house.
const fn has_left(status: RefundStatus) -> bool {
    match status {
        RefundStatus::InTransit | RefundStatus::Done => true,
        RefundStatus::Created | RefundStatus::Failed | RefundStatus::Cancelled => false,
    }
}

fn move_places(tx: &Tx<'_>, order: OrderId, imported: &ImportedOrder) -> Result<(), Failure> {
    let mut places: Vec<(TierId, i64)> = Vec::new();
    for ticket in imported.tickets.iter().filter(|ticket| ticket.status == TicketStatus::Issued) {
        match places.iter_mut().find(|(tier, _)| *tier == ticket.tier) {
            Some((_, count)) => *count += 1,
            None => places.push((ticket.tier, 1)),
        }
    }
    for (tier, count) in places {
        let (issued_delta, held_delta) = match imported.status.places() {
            Places::Issued => (count, 0),
            Places::Held => (0, count),
            Places::Free => (0, 0),
        };
        let (event, kind, order) = (imported.event, OperationKind::Import, Some(order));
        inventory::record(tx, &Movement { event, tier, kind, issued_delta, held_delta, order, hold: None })?;
    }
    Ok(())
}
