//! The SQL of payments.

use kernel::{Fault, Money, Timestamp, clock::to_micros, id::Id};
use serde::{Deserialize, Serialize};
use workspace::{Row, Tx, View, params};

use super::{PaymentId, PaymentMethod, PaymentStatus, RecordedPayment, Settled};
use crate::OrderId;

const INSERT: &str = "insert into payments
    (id, order_id, method, status, amount_minor, currency, tendered_minor, change_minor, reference, confirmed_at,
     created_at, updated_at, created_by_user_id, updated_by_user_id, version)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13, 1)";

const BY_ID: &str =
    "select id, order_id, method, status, amount_minor, currency, tendered_minor, change_minor,
      reference, confirmed_at, version
    from payments where id = ?1";

const BY_ORDER: &str =
    "select id, order_id, method, status, amount_minor, currency, tendered_minor, change_minor,
      reference, confirmed_at, version
    from payments where order_id = ?1
    order by created_at, id";

const SET_STATUS: &str = "update payments
    set status = ?2,
        confirmed_at = case when ?2 = 'confirmed' then ?3 else confirmed_at end,
        updated_at = ?3, updated_by_user_id = ?4, version = version + 1
    where id = ?1 and version = ?5";

const CONFIRMED: &str = "select coalesce(sum(amount_minor), 0) as paid_minor
    from payments where order_id = ?1 and status = 'confirmed'";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[INSERT, BY_ID, BY_ORDER, SET_STATUS, CONFIRMED];

/// A payment as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Payment {
    /// Its id.
    pub id: PaymentId,
    /// What it pays for.
    pub order_id: OrderId,
    /// Its tender.
    pub method: PaymentMethod,
    /// Where it stands.
    pub status: PaymentStatus,
    /// How much it is.
    pub amount: Money,
    /// What was handed over, for cash.
    pub tendered: Option<Money>,
    /// What went back, for cash.
    pub change: Option<Money>,
    /// The terminal's or the bank's reference, or the reason of a gift.
    pub reference: String,
    /// When the money arrived.
    #[ts(type = "string | null")]
    pub confirmed_at: Option<Timestamp>,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}

/// The payments of an order, oldest first.
///
/// # Errors
/// A fault when the database fails.
pub fn payments_of(view: &View<'_>, order: OrderId) -> Result<Vec<Payment>, Fault> {
    view.all(BY_ORDER, params![order.bytes()], from_row)
}

/// What has arrived for an order, in minor units of its currency.
///
/// # Errors
/// A fault when the database fails.
pub fn confirmed_minor(view: &View<'_>, order: OrderId) -> Result<i64, Fault> {
    view.one(CONFIRMED, params![order.bytes()], |row| row.int("paid_minor"))
}

pub(super) fn payment(view: &View<'_>, id: PaymentId) -> Result<Option<Payment>, Fault> {
    view.optional(BY_ID, params![id.bytes()], from_row)
}

pub(super) fn insert_settled(
    tx: &Tx<'_>,
    id: PaymentId,
    order: OrderId,
    settled: &Settled,
) -> Result<(), Fault> {
    let now = tx.now_micros();
    tx.execute_one(
        INSERT,
        params![
            id.bytes(),
            order.bytes(),
            settled.method.as_str(),
            PaymentStatus::Confirmed.as_str(),
            settled.amount.minor,
            settled.amount.currency.code(),
            settled.tendered.map(|tendered| tendered.minor),
            settled.tendered.map(|_| settled.change.minor),
            settled.reference,
            now,
            now,
            now,
            tx.actor()
        ],
    )
}

pub(super) fn insert_foreign(
    tx: &Tx<'_>,
    id: PaymentId,
    order: OrderId,
    payment: &RecordedPayment,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            id.bytes(),
            order.bytes(),
            payment.method.as_str(),
            payment.status.as_str(),
            payment.amount.minor,
            payment.amount.currency.code(),
            None::<i64>,
            None::<i64>,
            payment.reference,
            payment.confirmed_at.map(to_micros),
            to_micros(payment.created_at),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(super) fn set_status(tx: &Tx<'_>, payment: &Payment, status: PaymentStatus) -> Result<(), Fault> {
    tx.execute_one(
        SET_STATUS,
        params![payment.id.bytes(), status.as_str(), tx.now_micros(), tx.actor(), payment.version],
    )
}

fn from_row(row: &Row<'_>) -> Result<Payment, Fault> {
    let amount = row.money("amount_minor", "currency")?;
    let in_currency = |minor: Option<i64>| minor.map(|minor| Money::new(minor, amount.currency));
    Ok(Payment {
        id: row.id("id")?,
        order_id: row.id("order_id")?,
        method: row.parsed("method")?,
        status: row.parsed("status")?,
        amount,
        tendered: in_currency(row.int_opt("tendered_minor")?),
        change: in_currency(row.int_opt("change_minor")?),
        reference: row.text("reference")?,
        confirmed_at: row.at_opt("confirmed_at")?,
        version: row.int("version")?,
    })
}
