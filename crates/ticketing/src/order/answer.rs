//! What a sale answers with, made from what it has just written: reading it back would cost as much as a quarter of
//! the sale. A test holds it against [`super::show_order`]. Pure rules.

use kernel::{HumanCode, Money, Timestamp};
use payments::payment::{PaymentStatus, Settled};

use super::{
    Buyer, OrderChannel, OrderDetail, OrderId, OrderPayment, OrderReceipt, OrderStatus, OrderSummary,
    lines::WantedLine,
    preview,
    pricing::{PricedLine, PricedOrder},
    tenders::Settlement,
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
    /// Which of the line's places it is.
    pub(super) place: usize,
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
    pub(super) settlement: &'a Settlement,
    pub(super) tax_exemption: &'a str,
    pub(super) tickets: &'a [IssuedTicket],
    pub(super) receipt_number: i64,
    /// What was paid: the total, and what coins rounded.
    pub(super) paid: Money,
    pub(super) at: Timestamp,
}

/// The order as [`super::show_order`] would show it.
pub(super) fn detail(sale: &Written<'_>) -> OrderDetail {
    let by_line: Vec<_> = sale.wanted.iter().zip(&sale.priced.lines).collect();
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
        rounding: sale.settlement.rounding,
        tax_exemption: sale.tax_exemption.to_owned(),
        is_approval_pending: false,
        is_valid_while_pending: false,
        expires_at: None,
        paid_at: Some(sale.at),
        status_reason: String::new(),
        items: preview::items(sale.wanted, sale.priced),
        fees: preview::fees(sale.priced),
        payments: sale.settlement.parts.iter().map(|part| payment(part, sale.at)).collect(),
        refunds: Vec::new(),
        tickets: tickets.collect(),
        receipts: vec![OrderReceipt {
            number: sale.receipt_number,
            kind: ReceiptKind::Sale,
            total: sale.paid,
            created_at: sale.at,
        }],
        version: 1,
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
        gross: priced.ticket(ticket.place).gross,
        tax: priced.ticket(ticket.place).tax,
        tax_rate: priced.rate.to_string(),
        is_blocked: false,
        block_reason: String::new(),
        status_reason: String::new(),
        valid_from: tier.valid_from,
        valid_until: tier.valid_until,
        payload: None,
    }
}
