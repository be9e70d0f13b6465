//! Reading one order with everything about it.

use kernel::{Fault, Money, id::Id};
use payments::OrderId;
use workspace::{Row, View, params};

use crate::{
    order::{OrderDetail, OrderFee, OrderItem, OrderReceipt, OrderRefund, OrderSummary},
    ticket::tickets_of_order,
};

const DETAIL: &str = "select id, event_id, code, status, channel, currency, total_minor, tax_minor, refunded_minor,
      rounding_minor, tax_exemption, buyer_name, buyer_email, buyer_phone, locale, is_approval_pending, is_valid_while_pending, ordered_at, expires_at,
      paid_at, status_reason, version
    from orders where id = ?1 and deleted_at is null";

const ITEMS: &str =
    "select item.tier_id, tier.name as tier_name, item.quantity, item.unit_price_minor, item.discount_minor,
      item.gross_minor,
      item.tax_rate, item.tax_minor, tier.currency
    from order_items item
    join ticket_tiers tier on tier.id = item.tier_id
    where item.order_id = ?1
    order by item.line_number";

const FEES: &str = "select kind, name, gross_minor, tax_rate, tax_minor, is_cancelled
    from order_fees where order_id = ?1
    order by created_at, id";

const REFUNDS: &str = "select method, status, amount_minor, currency, reason, created_at
    from refunds where order_id = ?1
    order by created_at, id";

const RECEIPTS: &str = "select number, kind, total_minor, currency, created_at
    from receipts where order_id = ?1
    order by number";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[DETAIL, ITEMS, FEES, REFUNDS, RECEIPTS];

/// The order with its lines, fees, payments, refunds, tickets and receipts.
pub(crate) fn detail(view: &View<'_>, id: OrderId) -> Result<Option<OrderDetail>, Fault> {
    let Some(mut detail) = view.optional(DETAIL, params![id.bytes()], detail_from)? else { return Ok(None) };
    let currency = detail.summary.total.currency;
    detail.items = view.all(ITEMS, params![id.bytes()], item_from)?;
    detail.fees = view.all(FEES, params![id.bytes()], |row| {
        Ok(OrderFee {
            kind: row.parsed("kind")?,
            name: row.text("name")?,
            gross: Money::new(row.int("gross_minor")?, currency),
            tax_rate: row.text("tax_rate")?,
            tax: Money::new(row.int("tax_minor")?, currency),
            is_cancelled: row.flag("is_cancelled")?,
        })
    })?;
    detail.payments = payments::payment::payments_of(view, id)?.into_iter().map(Into::into).collect();
    detail.refunds = view.all(REFUNDS, params![id.bytes()], refund_from)?;
    detail.receipts = view.all(RECEIPTS, params![id.bytes()], receipt_from)?;
    detail.tickets = tickets_of_order(view, id)?;
    let valid = detail.tickets.iter().filter(|ticket| ticket.is_valid()).count();
    detail.summary.ticket_count = i64::try_from(valid).unwrap_or(i64::MAX);
    Ok(Some(detail))
}

fn detail_from(row: &Row<'_>) -> Result<OrderDetail, Fault> {
    Ok(OrderDetail {
        summary: OrderSummary {
            id: row.id("id")?,
            code: row.text("code")?,
            event_id: row.id("event_id")?,
            status: row.parsed("status")?,
            total: row.money("total_minor", "currency")?,
            refunded: row.money("refunded_minor", "currency")?,
            buyer_name: row.text("buyer_name")?,
            buyer_email: row.text("buyer_email")?,
            ordered_at: row.at("ordered_at")?,
            ticket_count: 0,
        },
        channel: row.parsed("channel")?,
        buyer_phone: row.text("buyer_phone")?,
        locale: row.text("locale")?,
        tax: row.money("tax_minor", "currency")?,
        rounding: row.money("rounding_minor", "currency")?,
        tax_exemption: row.text("tax_exemption")?,
        is_approval_pending: row.flag("is_approval_pending")?,
        is_valid_while_pending: row.flag("is_valid_while_pending")?,
        expires_at: row.at_opt("expires_at")?,
        paid_at: row.at_opt("paid_at")?,
        status_reason: row.text("status_reason")?,
        items: Vec::new(),
        fees: Vec::new(),
        payments: Vec::new(),
        refunds: Vec::new(),
        tickets: Vec::new(),
        receipts: Vec::new(),
        version: row.int("version")?,
    })
}

fn item_from(row: &Row<'_>) -> Result<OrderItem, Fault> {
    Ok(OrderItem {
        tier_id: row.id("tier_id")?,
        tier_name: row.text("tier_name")?,
        quantity: row.int("quantity")?,
        unit_price: row.money("unit_price_minor", "currency")?,
        discount: row.money("discount_minor", "currency")?,
        gross: row.money("gross_minor", "currency")?,
        tax_rate: row.text("tax_rate")?,
        tax: row.money("tax_minor", "currency")?,
    })
}

fn refund_from(row: &Row<'_>) -> Result<OrderRefund, Fault> {
    Ok(OrderRefund {
        method: row.parsed("method")?,
        status: row.parsed("status")?,
        amount: row.money("amount_minor", "currency")?,
        reason: row.text("reason")?,
        created_at: row.at("created_at")?,
    })
}

fn receipt_from(row: &Row<'_>) -> Result<OrderReceipt, Fault> {
    Ok(OrderReceipt {
        number: row.int("number")?,
        kind: row.parsed("kind")?,
        total: row.money("total_minor", "currency")?,
        created_at: row.at("created_at")?,
    })
}
