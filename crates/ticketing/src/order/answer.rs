//! What a sale answers with, made from what it has just written: reading it back would cost as much as a quarter of
//! the sale. A test holds it against [`super::show_order`]. Pure rules.

use kernel::{HumanCode, Money, Timestamp};
use payments::payment::{PaymentStatus, Settled};

use super::{
    Buyer, OrderChannel, OrderDetail, OrderId, OrderItem, OrderPayment, OrderReceipt, OrderStatus,
    OrderSummary,
    lines::WantedLine,
    pricing::{PricedLine, PricedOrder},
};
use crate::{
    receipt::ReceiptKind,
    ticket::{TicketId, TicketRow, TicketStatus},
};

/// A ticket that a sale wrote.
pub(super) struct IssuedTicket {
    pub(super) id: TicketId,
    pub(super) code: HumanCode,
    pub(super) serial: i64,
    /// Which of the sale's lines it belongs to.
    pub(super) line: usize,
}

/// Everything that a sale wrote.
pub(super) struct Written<'a> {
    pub(super) id: OrderId,
    pub(super) code: &'a str,
    pub(super) event: events::EventId,
    pub(super) buyer: &'a Buyer,
    pub(super) locale: &'a str,
    pub(super) wanted: &'a [WantedLine],
    pub(super) priced: &'a PricedOrder,
    pub(super) settled: &'a Settled,
    pub(super) tickets: &'a [IssuedTicket],
    pub(super) receipt_number: i64,
    pub(super) at: Timestamp,
}

/// The order as [`super::show_order`] would show it.
pub(super) fn detail(sale: &Written<'_>) -> OrderDetail {
    let lines = || sale.wanted.iter().zip(&sale.priced.lines);
    let by_line: Vec<_> = lines().collect();
    let tickets = sale
        .tickets
        .iter()
        .filter_map(|ticket| by_line.get(ticket.line).map(|line| row(sale, ticket, *line)));
    OrderDetail {
        summary: OrderSummary {
            id: sale.id,
            code: sale.code.to_owned(),
            event_id: sale.event,
            status: OrderStatus::Paid,
            total: sale.priced.total,
            refunded: Money::zero(sale.priced.total.currency),
            buyer_name: sale.buyer.name.clone(),
            buyer_email: sale.buyer.email.clone(),
            ordered_at: sale.at,
            ticket_count: i64::try_from(sale.tickets.len()).unwrap_or(i64::MAX),
        },
        channel: OrderChannel::Till,
        buyer_phone: sale.buyer.phone.clone(),
        locale: sale.locale.to_owned(),
        tax: sale.priced.tax,
        is_approval_pending: false,
        is_valid_while_pending: false,
        expires_at: None,
        paid_at: Some(sale.at),
        status_reason: String::new(),
        items: lines().map(|(wanted, priced)| item(wanted, priced)).collect(),
        fees: Vec::new(),
        payments: vec![payment(sale.settled, sale.at)],
        refunds: Vec::new(),
        tickets: tickets.collect(),
        receipts: vec![OrderReceipt {
            number: sale.receipt_number,
            kind: ReceiptKind::Sale,
            total: sale.priced.total,
            created_at: sale.at,
        }],
        version: 1,
    }
}

fn item(wanted: &WantedLine, priced: &PricedLine) -> OrderItem {
    OrderItem {
        tier_id: priced.tier,
        tier_name: wanted.tier.name.clone(),
        quantity: priced.quantity,
        unit_price: priced.unit.gross,
        gross: priced.gross,
        tax_rate: priced.rate.to_string(),
        tax: priced.tax,
    }
}

fn payment(settled: &Settled, at: Timestamp) -> OrderPayment {
    OrderPayment {
        method: settled.method,
        status: PaymentStatus::Confirmed,
        amount: settled.amount,
        tendered: settled.tendered,
        change: settled.tendered.map(|_| settled.change),
        reference: settled.reference.clone(),
        confirmed_at: Some(at),
    }
}

fn row(sale: &Written<'_>, ticket: &IssuedTicket, (wanted, priced): (&WantedLine, &PricedLine)) -> TicketRow {
    let tier = &wanted.tier;
    TicketRow {
        id: ticket.id,
        code: ticket.code.to_string(),
        is_foreign_code: false,
        serial: ticket.serial,
        status: TicketStatus::Issued,
        tier_id: tier.id,
        tier_name: tier.name.clone(),
        badge_label: if tier.badge_label.is_empty() { tier.name.clone() } else { tier.badge_label.clone() },
        tier_number: tier.tier_number,
        order_id: sale.id,
        order_code: sale.code.to_owned(),
        order_status: OrderStatus::Paid,
        event_id: sale.event,
        holder_name: sale.buyer.name.clone(),
        holder_email: sale.buyer.email.clone(),
        holder_company: String::new(),
        gross: priced.unit.gross,
        tax: priced.unit.tax,
        tax_rate: priced.rate.to_string(),
        is_blocked: false,
        block_reason: String::new(),
        status_reason: String::new(),
        valid_from: tier.valid_from,
        valid_until: tier.valid_until,
        payload: None,
    }
}
