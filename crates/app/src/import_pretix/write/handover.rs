//! An order of the export in the words of ticketing, which writes it down.

use std::collections::HashMap;

use events::EventId;
use kernel::{Currency, Failure, Fault, Money, id::Id};
use payments::payment::RecordedPayment;
use ticketing::{
    order::{
        Buyer, OrderStatus as StatusHere,
        import::{ImportedFee, ImportedOrder, ImportedRefund, ImportedTicket},
    },
    ticket::TicketStatus,
    tier::TierId,
};

use super::sums::OrderSums;
use crate::import_pretix::{
    records::{OrderRecord, OrderStatus, TicketRecord, TierKey},
    store::RecordId,
};

/// The order's tickets in the order in which they are written: by their number, unless an add-on would come before
/// what it belongs to; then those that belong to nothing come first.
pub(super) fn in_writing_order(order: &OrderRecord) -> Vec<&TicketRecord> {
    let mut tickets: Vec<&TicketRecord> = order.tickets.iter().collect();
    tickets.sort_by_key(|ticket| ticket.number);
    let place = |id: i64| tickets.iter().position(|ticket| ticket.id == id);
    let is_late = |ticket: &&TicketRecord| ticket.addon_to.is_some_and(|main| place(main) > place(ticket.id));
    if tickets.iter().any(is_late) {
        tickets.sort_by_key(|ticket| (ticket.addon_to.is_some(), ticket.number));
    }
    tickets
}

/// The order as ticketing takes it over. `tickets` of the answer stand in the order of [`in_writing_order`].
pub(super) fn imported_order(
    order: &OrderRecord,
    sums: &OrderSums,
    (event, currency): (EventId, Currency),
    tier_of: impl Fn(TierKey) -> Result<RecordId, Fault>,
) -> Result<ImportedOrder, Failure> {
    let money = |minor| Money::new(minor, currency);
    Ok(ImportedOrder {
        event,
        code: order.code.clone(),
        status: match order.status {
            OrderStatus::Pending => StatusHere::Pending,
            OrderStatus::Paid => StatusHere::Paid,
            OrderStatus::Expired => StatusHere::Expired,
            OrderStatus::Cancelled => StatusHere::Cancelled,
        },
        total: money(order.total_minor),
        refunded: money(sums.refunded_minor),
        buyer: buyer(order),
        locale: order.locale.clone(),
        is_approval_pending: order.is_approval_pending,
        is_valid_while_pending: order.is_valid_while_pending,
        ordered_at: order.ordered_at,
        expires_at: order.expires_at,
        paid_at: sums.paid_at,
        tickets: tickets(order, currency, tier_of)?,
        fees: fees(order, currency)?,
        payments: payments(order, currency)?,
        refunds: refunds(order, currency)?,
    })
}

fn tickets(
    order: &OrderRecord,
    currency: Currency,
    tier_of: impl Fn(TierKey) -> Result<RecordId, Fault>,
) -> Result<Vec<ImportedTicket>, Failure> {
    let written = in_writing_order(order);
    let places: HashMap<i64, usize> =
        written.iter().enumerate().map(|(place, ticket)| (ticket.id, place)).collect();
    let tickets = written.into_iter().map(|ticket| {
        Ok(ImportedTicket {
            tier: TierId::from_bytes(tier_of(ticket.tier)?.bytes()),
            code: ticket.code.clone(),
            status: if ticket.is_cancelled { TicketStatus::Void } else { TicketStatus::Issued },
            holder_name: ticket.holder_name.clone(),
            holder_email: ticket.holder_email.clone(),
            holder_company: ticket.holder_company.clone(),
            gross: Money::new(ticket.gross_minor, currency),
            tax_rate: ticket.tax_rate.parse()?,
            tax: Money::new(ticket.tax_minor, currency),
            addon_to: ticket.addon_to.and_then(|main| places.get(&main).copied()),
            valid_from: ticket.valid_from,
            valid_until: ticket.valid_until,
            block_reason: ticket.block_reason.clone(),
        })
    });
    tickets.collect()
}

fn fees(order: &OrderRecord, currency: Currency) -> Result<Vec<ImportedFee>, Failure> {
    let fees = order.fees.iter().map(|fee| {
        Ok(ImportedFee {
            kind: fee.kind.parse()?,
            name: fee.name.clone(),
            gross: Money::new(fee.gross_minor, currency),
            tax_rate: fee.tax_rate.parse()?,
            tax: Money::new(fee.tax_minor, currency),
            is_cancelled: fee.is_cancelled,
        })
    });
    fees.collect()
}

fn payments(order: &OrderRecord, currency: Currency) -> Result<Vec<RecordedPayment>, Failure> {
    let payments = order.payments.iter().map(|payment| {
        Ok(RecordedPayment {
            method: payment.method,
            status: payment.status.parse()?,
            amount: Money::new(payment.amount_minor, currency),
            reference: payment.reference.clone(),
            created_at: payment.created_at,
            confirmed_at: payment.confirmed_at,
        })
    });
    payments.collect()
}

fn refunds(order: &OrderRecord, currency: Currency) -> Result<Vec<ImportedRefund>, Failure> {
    let refunds = order.refunds.iter().map(|refund| {
        Ok(ImportedRefund {
            payment: order.payments.iter().position(|payment| Some(payment.local_id) == refund.payment),
            status: refund.status.parse()?,
            method: refund.method,
            amount: Money::new(refund.amount_minor, currency),
            reason: refund.reason.clone(),
            created_at: refund.created_at,
        })
    });
    refunds.collect()
}

/// Who bought.
pub(super) fn buyer(order: &OrderRecord) -> Buyer {
    Buyer {
        name: order.buyer_name.clone(),
        email: order.buyer_email.clone(),
        phone: order.buyer_phone.clone(),
    }
}
