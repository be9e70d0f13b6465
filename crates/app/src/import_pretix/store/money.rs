//! The SQL that amends the money of orders: fees, payments, refunds.

use kernel::{Currency, Fault, clock::to_micros, id::Id};
use workspace::{Tx, params};

use super::RecordId;
use crate::import_pretix::records::{FeeRecord, PaymentRecord, RefundRecord};

const INSERT_FEE: &str = "
    insert into order_fees (id, order_id, kind, name, gross_minor, tax_rate, tax_minor, is_cancelled, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
const UPDATE_FEE: &str = "
    update order_fees
    set kind = ?2, name = ?3, gross_minor = ?4, tax_rate = ?5, tax_minor = ?6, is_cancelled = ?7
    where id = ?1";

const UPDATE_PAYMENT: &str = "
    update payments
    set method = ?2, status = ?3, amount_minor = ?4, reference = ?5, confirmed_at = ?6,
      updated_at = ?7, updated_by_user_id = ?8, version = version + 1
    where id = ?1";
const INSERT_PAYMENT: &str = "
    insert into payments (
      id, order_id, method, status, amount_minor, currency, reference, confirmed_at,
      created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)";
const INSERT_REFUND: &str = "
    insert into refunds (
      id, order_id, payment_id, status, method, amount_minor, currency, reason,
      created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)";
const UPDATE_REFUND: &str = "
    update refunds
    set status = ?2, method = ?3, amount_minor = ?4, reason = ?5,
      updated_at = ?6, updated_by_user_id = ?7, version = version + 1
    where id = ?1";

/// Every statement of this store.
#[cfg(test)]
pub(in crate::import_pretix) const STATEMENTS: &[&str] =
    &[INSERT_FEE, UPDATE_FEE, UPDATE_PAYMENT, INSERT_PAYMENT, INSERT_REFUND, UPDATE_REFUND];

/// Writes a new fee.
pub(in crate::import_pretix) fn insert_fee(
    tx: &Tx<'_>,
    (id, order): (RecordId, RecordId),
    fee: &FeeRecord,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_FEE,
        params![
            id.bytes(),
            order.bytes(),
            fee.kind,
            fee.name,
            fee.gross_minor,
            fee.tax_rate,
            fee.tax_minor,
            fee.is_cancelled,
            tx.now_micros(),
        ],
    )
}

/// Takes over everything about a fee.
pub(in crate::import_pretix) fn update_fee(tx: &Tx<'_>, id: RecordId, fee: &FeeRecord) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_FEE,
        params![
            id.bytes(),
            fee.kind,
            fee.name,
            fee.gross_minor,
            fee.tax_rate,
            fee.tax_minor,
            fee.is_cancelled
        ],
    )
}

/// Writes a new payment, in whatever state it is.
pub(in crate::import_pretix) fn insert_payment(
    tx: &Tx<'_>,
    (id, order): (RecordId, RecordId),
    payment: &PaymentRecord,
    currency: Currency,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_PAYMENT,
        params![
            id.bytes(),
            order.bytes(),
            payment.method.as_str(),
            payment.status,
            payment.amount_minor,
            currency.code(),
            payment.reference,
            payment.confirmed_at.map(to_micros),
            to_micros(payment.created_at),
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// Takes over everything about a payment.
pub(in crate::import_pretix) fn update_payment(
    tx: &Tx<'_>,
    id: RecordId,
    payment: &PaymentRecord,
) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_PAYMENT,
        params![
            id.bytes(),
            payment.method.as_str(),
            payment.status,
            payment.amount_minor,
            payment.reference,
            payment.confirmed_at.map(to_micros),
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// Writes a new refund, in whatever state it is.
pub(in crate::import_pretix) fn insert_refund(
    tx: &Tx<'_>,
    (id, order): (RecordId, RecordId),
    payment: Option<RecordId>,
    refund: &RefundRecord,
    currency: Currency,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_REFUND,
        params![
            id.bytes(),
            order.bytes(),
            payment.map(|payment| payment.bytes()),
            refund.status,
            refund.method.as_str(),
            refund.amount_minor,
            currency.code(),
            refund.reason,
            to_micros(refund.created_at),
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// Takes over everything about a refund but what it gives back.
pub(in crate::import_pretix) fn update_refund(
    tx: &Tx<'_>,
    id: RecordId,
    refund: &RefundRecord,
) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_REFUND,
        params![
            id.bytes(),
            refund.status,
            refund.method.as_str(),
            refund.amount_minor,
            refund.reason,
            tx.now_micros(),
            tx.actor(),
        ],
    )
}
