//! Writing orders, their lines, fees and refunds.

use events::EventId;
use kernel::{Fault, Money, Timestamp, clock::to_micros, id::Id};
use payments::{
    OrderId,
    payment::{PaymentId, PaymentMethod},
};
use workspace::{Row, Tx, View, params};

use crate::{
    order::{Buyer, FeeKind, OrderChannel, OrderFeeId, OrderItemId, OrderStatus, RefundId, RefundStatus},
    tax::TaxRate,
    tier::TierId,
};

const INSERT_ORDER: &str = "insert into orders
    (id, event_id, code, status, channel, currency, total_minor, tax_minor, refunded_minor, buyer_name, buyer_email,
     buyer_phone, locale, is_approval_pending, is_valid_while_pending, ordered_at, expires_at, paid_at,
     created_at, updated_at, created_by_user_id, updated_by_user_id, rounding_minor, tax_exemption)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?19, ?20, ?20, ?21, ?22)";

const INSERT_ITEM: &str = "insert into order_items
    (id, order_id, line_number, tier_id, quantity, unit_price_minor, gross_minor, tax_rate, tax_minor, created_at,
     discount_minor)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

const INSERT_FEE: &str = "insert into order_fees
    (id, order_id, kind, name, gross_minor, tax_rate, tax_minor, is_cancelled, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

const CANCEL_FEES: &str = "update order_fees set is_cancelled = 1 where order_id = ?1 and is_cancelled = 0";

const INSERT_REFUND: &str = "insert into refunds
    (id, order_id, payment_id, status, method, amount_minor, currency, reason,
     created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)";

const STORED: &str = "select id, event_id, code, status, currency, total_minor, refunded_minor, buyer_name,
      buyer_email, buyer_phone, expires_at, version
    from orders where id = ?1 and deleted_at is null";

const ID_BY_CODE: &str = "select id from orders where code = ?1 and deleted_at is null";

const PENDING_RUN_OUT: &str = "select id from orders
    where status = 'pending' and expires_at <= ?1 and deleted_at is null
    order by expires_at, id";

const MOVE_ON: &str = "update orders
    set status = ?3, status_reason = ?4, refunded_minor = ?5, expires_at = ?6,
        paid_at = case when ?3 = 'paid' then ?7 else paid_at end,
        updated_at = ?7, updated_by_user_id = ?8, version = version + 1
    where id = ?1 and version = ?2";

const ADD_ROUNDING: &str = "update orders set rounding_minor = rounding_minor + ?2 where id = ?1";

const REFUNDED: &str = "select coalesce(sum(amount_minor), 0) as refunded_minor
    from refunds where order_id = ?1 and status in ('created', 'in_transit', 'done')";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[
    INSERT_ORDER,
    INSERT_ITEM,
    INSERT_FEE,
    CANCEL_FEES,
    INSERT_REFUND,
    STORED,
    ID_BY_CODE,
    PENDING_RUN_OUT,
    MOVE_ON,
    ADD_ROUNDING,
    REFUNDED,
];

/// An order about to be written for the first time.
pub(crate) struct NewOrder<'a> {
    pub(crate) id: OrderId,
    pub(crate) event: EventId,
    pub(crate) code: &'a str,
    pub(crate) status: OrderStatus,
    pub(crate) channel: OrderChannel,
    pub(crate) total: Money,
    pub(crate) tax: Money,
    pub(crate) refunded: Money,
    pub(crate) rounding: Money,
    pub(crate) tax_exemption: &'a str,
    pub(crate) buyer: &'a Buyer,
    pub(crate) locale: &'a str,
    pub(crate) is_approval_pending: bool,
    pub(crate) is_valid_while_pending: bool,
    pub(crate) ordered_at: Timestamp,
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) paid_at: Option<Timestamp>,
}

/// A line about to be written.
pub(crate) struct NewItem {
    pub(crate) line_number: usize,
    pub(crate) tier: TierId,
    pub(crate) quantity: i64,
    pub(crate) unit_gross: Money,
    pub(crate) discount: Money,
    pub(crate) gross: Money,
    pub(crate) rate: TaxRate,
    pub(crate) tax: Money,
}

/// A fee about to be written.
pub(crate) struct NewFee<'a> {
    pub(crate) kind: FeeKind,
    pub(crate) name: &'a str,
    pub(crate) gross: Money,
    pub(crate) rate: TaxRate,
    pub(crate) tax: Money,
    pub(crate) is_cancelled: bool,
}

/// A refund about to be written.
pub(crate) struct NewRefund<'a> {
    pub(crate) payment: Option<PaymentId>,
    pub(crate) status: RefundStatus,
    pub(crate) method: PaymentMethod,
    pub(crate) amount: Money,
    pub(crate) reason: &'a str,
    pub(crate) created_at: Timestamp,
}

/// An order as its use-cases load it.
#[derive(Clone, Debug)]
pub(crate) struct StoredOrder {
    pub(crate) id: OrderId,
    pub(crate) event: EventId,
    pub(crate) code: String,
    pub(crate) status: OrderStatus,
    pub(crate) total: Money,
    pub(crate) refunded: Money,
    pub(crate) buyer: Buyer,
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) version: i64,
}

pub(crate) fn insert_order(tx: &Tx<'_>, order: &NewOrder<'_>) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_ORDER,
        params![
            order.id.bytes(),
            order.event.bytes(),
            order.code,
            order.status.as_str(),
            order.channel.as_str(),
            order.total.currency.code(),
            order.total.minor,
            order.tax.minor,
            order.refunded.minor,
            order.buyer.name,
            order.buyer.email,
            order.buyer.phone,
            order.locale,
            order.is_approval_pending,
            order.is_valid_while_pending,
            to_micros(order.ordered_at),
            order.expires_at.map(to_micros),
            order.paid_at.map(to_micros),
            tx.now_micros(),
            tx.actor(),
            order.rounding.minor,
            order.tax_exemption
        ],
    )
}

pub(crate) fn insert_item(tx: &Tx<'_>, order: OrderId, item: &NewItem) -> Result<OrderItemId, Fault> {
    let id: OrderItemId = tx.new_id()?;
    tx.execute_one(
        INSERT_ITEM,
        params![
            id.bytes(),
            order.bytes(),
            i64::try_from(item.line_number).unwrap_or(i64::MAX),
            item.tier.bytes(),
            item.quantity,
            item.unit_gross.minor,
            item.gross.minor,
            item.rate.to_string(),
            item.tax.minor,
            tx.now_micros(),
            item.discount.minor
        ],
    )?;
    Ok(id)
}

pub(crate) fn insert_fee(tx: &Tx<'_>, order: OrderId, fee: &NewFee<'_>) -> Result<OrderFeeId, Fault> {
    let id: OrderFeeId = tx.new_id()?;
    tx.execute_one(
        INSERT_FEE,
        params![
            id.bytes(),
            order.bytes(),
            fee.kind.as_str(),
            fee.name,
            fee.gross.minor,
            fee.rate.to_string(),
            fee.tax.minor,
            fee.is_cancelled,
            tx.now_micros()
        ],
    )?;
    Ok(id)
}

/// Marks every fee that is still charged as given back.
pub(crate) fn cancel_fees(tx: &Tx<'_>, order: OrderId) -> Result<(), Fault> {
    tx.execute(CANCEL_FEES, params![order.bytes()]).map(|_| ())
}

pub(crate) fn insert_refund(tx: &Tx<'_>, order: OrderId, refund: &NewRefund<'_>) -> Result<RefundId, Fault> {
    let id: RefundId = tx.new_id()?;
    tx.execute_one(
        INSERT_REFUND,
        params![
            id.bytes(),
            order.bytes(),
            refund.payment.map(|payment| payment.bytes()),
            refund.status.as_str(),
            refund.method.as_str(),
            refund.amount.minor,
            refund.amount.currency.code(),
            refund.reason,
            to_micros(refund.created_at),
            tx.now_micros(),
            tx.actor()
        ],
    )?;
    Ok(id)
}

pub(crate) fn order_by_id(view: &View<'_>, id: OrderId) -> Result<Option<StoredOrder>, Fault> {
    view.optional(STORED, params![id.bytes()], stored_from)
}

pub(crate) fn id_by_code(view: &View<'_>, code: &str) -> Result<Option<OrderId>, Fault> {
    view.optional(ID_BY_CODE, params![code], |row| row.id("id"))
}

/// Unpaid orders whose time to pay was up at `now`.
pub(crate) fn pending_run_out(view: &View<'_>, now: Timestamp) -> Result<Vec<OrderId>, Fault> {
    view.all(PENDING_RUN_OUT, params![to_micros(now)], |row| row.id("id"))
}

/// What went back or is on its way back, in minor units.
pub(crate) fn refunded_minor(view: &View<'_>, order: OrderId) -> Result<i64, Fault> {
    view.one(REFUNDED, params![order.bytes()], |row| row.int("refunded_minor"))
}

/// Writes where an order stands now. The status in `order` is the next one; its version is the one that was read.
pub(crate) fn move_on(tx: &Tx<'_>, order: &StoredOrder, reason: &str) -> Result<(), Fault> {
    tx.execute_one(
        MOVE_ON,
        params![
            order.id.bytes(),
            order.version,
            order.status.as_str(),
            reason,
            order.refunded.minor,
            order.expires_at.map(to_micros),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Writes down that coins paid more than was owed, or less.
pub(crate) fn add_rounding(tx: &Tx<'_>, order: OrderId, rounding: Money) -> Result<(), Fault> {
    tx.execute_one(ADD_ROUNDING, params![order.bytes(), rounding.minor])
}

fn stored_from(row: &Row<'_>) -> Result<StoredOrder, Fault> {
    Ok(StoredOrder {
        id: row.id("id")?,
        event: row.id("event_id")?,
        code: row.text("code")?,
        status: row.parsed("status")?,
        total: row.money("total_minor", "currency")?,
        refunded: row.money("refunded_minor", "currency")?,
        buyer: Buyer {
            name: row.text("buyer_name")?,
            email: row.text("buyer_email")?,
            phone: row.text("buyer_phone")?,
        },
        expires_at: row.at_opt("expires_at")?,
        version: row.int("version")?,
    })
}
