//! What refunding reads and writes beside the order itself.

use events::EventId;
use kernel::{Fault, Money, id::Id};
use payments::{
    OrderId,
    payment::{PaymentId, PaymentMethod},
};
use workspace::{Tx, View, params};

use super::write::NewRefund;
use crate::order::{OrderStatus, RefundId};

const ROUNDING: &str = "select rounding_minor from orders where id = ?1";

const GONE_BACK: &str = "select payment_id, amount_minor - rounding_minor as worth_minor
    from refunds where order_id = ?1 and status in ('created', 'in_transit', 'done')";

const INSERT: &str = "insert into refunds
    (id, order_id, payment_id, status, method, amount_minor, currency, reason, rounding_minor,
     created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?11)";

/// Orders of an event that still have something to give back, in the order in which they were written down.
const OPEN_OF_EVENT: &str = "select ordered.id from orders ordered
    where ordered.event_id = ?1 and ordered.deleted_at is null
      and ordered.status in ('pending', 'paid', 'partially_refunded')
      and exists (select 1 from tickets ticket where ticket.order_id = ordered.id and ticket.status = 'issued')
    order by ordered.id";

const SETTLE_UNPAID: &str = "update orders
    set status = ?3, status_reason = ?4, total_minor = ?5, refunded_minor = ?6, expires_at = null,
        paid_at = case when ?3 = 'cancelled' then paid_at else ?7 end,
        updated_at = ?7, updated_by_user_id = ?8, version = version + 1
    where id = ?1 and version = ?2";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[ROUNDING, GONE_BACK, INSERT, OPEN_OF_EVENT, SETTLE_UNPAID];

/// What went back of an order, less what coins rounded.
pub(crate) struct GoneBack {
    pub(crate) payment: Option<PaymentId>,
    pub(crate) worth_minor: i64,
}

/// What was paid in cash beyond the order's total; negative when less.
pub(crate) fn rounding_minor(view: &View<'_>, order: OrderId) -> Result<i64, Fault> {
    view.one(ROUNDING, params![order.bytes()], |row| row.int("rounding_minor"))
}

pub(crate) fn gone_back(view: &View<'_>, order: OrderId) -> Result<Vec<GoneBack>, Fault> {
    view.all(GONE_BACK, params![order.bytes()], |row| {
        Ok(GoneBack { payment: row.id_opt("payment_id")?, worth_minor: row.int("worth_minor")? })
    })
}

/// Writes a refund down whose cash was rounded by `rounding`.
pub(crate) fn insert(
    tx: &Tx<'_>,
    order: OrderId,
    refund: &NewRefund<'_>,
    rounding: Money,
) -> Result<RefundId, Fault> {
    let id: RefundId = tx.new_id()?;
    tx.execute_one(
        INSERT,
        params![
            id.bytes(),
            order.bytes(),
            refund.payment.map(|payment| payment.bytes()),
            refund.status.as_str(),
            PaymentMethod::as_str(refund.method),
            refund.amount.minor,
            refund.amount.currency.code(),
            refund.reason,
            rounding.minor,
            tx.now_micros(),
            tx.actor()
        ],
    )?;
    Ok(id)
}

/// Orders of an event that still have living tickets.
pub(crate) fn open_of_event(view: &View<'_>, event: EventId) -> Result<Vec<OrderId>, Fault> {
    view.all(OPEN_OF_EVENT, params![event.bytes()], |row| row.id("id"))
}

/// An order that was called off before all of it was paid: what it comes to now.
pub(crate) struct SettledOrder<'a> {
    pub(crate) id: OrderId,
    pub(crate) version: i64,
    pub(crate) status: OrderStatus,
    pub(crate) reason: &'a str,
    pub(crate) total: Money,
    pub(crate) refunded: Money,
}

pub(crate) fn settle_unpaid(tx: &Tx<'_>, order: &SettledOrder<'_>) -> Result<(), Fault> {
    tx.execute_one(
        SETTLE_UNPAID,
        params![
            order.id.bytes(),
            order.version,
            order.status.as_str(),
            order.reason,
            order.total.minor,
            order.refunded.minor,
            tx.now_micros(),
            tx.actor()
        ],
    )
}
