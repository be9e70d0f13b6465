//! The SQL of receipts.

use kernel::{Fault, Money, id::Id};
use payments::OrderId;
use workspace::{Tx, params};

use super::{ReceiptId, ReceiptKind};
use crate::order::RefundId;

const INSERT: &str = "insert into receipts
    (id, number, order_id, refund_id, kind, total_minor, currency, created_by_user_id, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[INSERT];

pub(super) fn insert(
    tx: &Tx<'_>,
    id: ReceiptId,
    number: i64,
    order: OrderId,
    refund: Option<RefundId>,
    kind: ReceiptKind,
    total: Money,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            id.bytes(),
            number,
            order.bytes(),
            refund.map(|refund| refund.bytes()),
            kind.as_str(),
            total.minor,
            total.currency.code(),
            tx.actor(),
            tx.now_micros()
        ],
    )
}
