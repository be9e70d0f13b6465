//! Receipts: numbered without gaps, never changed. A refund writes a receipt of its own.

pub(crate) mod store;

use kernel::{Fault, Money};
use payments::{OrderId, stored_words};
use workspace::Tx;

use crate::order::RefundId;

kernel::id_type!(ReceiptId, "receipt", "Names one numbered paper.");

/// The series that receipts are numbered in.
const SERIES: &str = "receipt";

stored_words! {
    /// What a receipt shows.
    pub enum ReceiptKind: "kind of receipt" {
        /// Money taken.
        Sale = "sale",
        /// Money given back.
        Refund = "refund",
    }
}

/// Writes the receipt of a sale; answers with its number.
pub(crate) fn write_sale(tx: &Tx<'_>, order: OrderId, total: Money) -> Result<i64, Fault> {
    write(tx, order, None, ReceiptKind::Sale, total)
}

/// Writes the receipt of a refund; `total` is negative, so that receipts sum to the money taken.
pub(crate) fn write_refund(
    tx: &Tx<'_>,
    order: OrderId,
    refund: RefundId,
    total: Money,
) -> Result<i64, Fault> {
    write(tx, order, Some(refund), ReceiptKind::Refund, total)
}

fn write(
    tx: &Tx<'_>,
    order: OrderId,
    refund: Option<RefundId>,
    kind: ReceiptKind,
    total: Money,
) -> Result<i64, Fault> {
    let (id, number): (ReceiptId, i64) = (tx.new_id()?, tx.next_number(SERIES)?);
    store::insert(tx, id, number, order, refund, kind, total)?;
    Ok(number)
}
