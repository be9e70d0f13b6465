//! Looking at one order.

use kernel::{Failure, Refuse};
use payments::{OrderId, payment::Payment};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{
    OrderDetail, OrderPayment,
    store::{
        read,
        write::{self, StoredOrder},
    },
};

/// Asks for one order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ShowOrder {
    /// The order: its id or its code.
    pub order: String,
}

/// No order answers to this reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no order “{0}”")]
pub struct UnknownOrder(pub String);

impl Refuse for UnknownOrder {
    fn code(&self) -> &'static str {
        "unknown_order"
    }
    fn fix(&self) -> String {
        "Use a code from the list of orders, like A-000123.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("order".to_owned())
    }
}

/// One order with everything about it.
///
/// # Errors
/// A refusal when there is none; a fault when the database fails.
pub fn show_order(view: &View<'_>, request: &ShowOrder) -> Result<OrderDetail, Failure> {
    order_detail(view, order_id(view, &request.order)?)
}

/// The order behind a stored id, with everything about it.
///
/// # Errors
/// As [`show_order`].
pub fn order_detail(view: &View<'_>, id: OrderId) -> Result<OrderDetail, Failure> {
    read::detail(view, id)?.ok_or_else(|| UnknownOrder(id.to_string()).into())
}

/// The id of the order named by `reference`: its id or its code, in any case.
///
/// # Errors
/// As [`show_order`].
pub fn order_id(view: &View<'_>, reference: &str) -> Result<OrderId, Failure> {
    let reference = reference.trim();
    if let Ok(id) = reference.parse::<OrderId>() {
        return Ok(id);
    }
    let exact = write::id_by_code(view, reference)?;
    let found = match exact {
        Some(id) => Some(id),
        None => write::id_by_code(view, &reference.to_uppercase())?,
    };
    found.ok_or_else(|| UnknownOrder(reference.chars().take(60).collect()).into())
}

/// The order named by `reference`, as use-cases load it.
pub(crate) fn load(view: &View<'_>, reference: &str) -> Result<StoredOrder, Failure> {
    load_by_id(view, order_id(view, reference)?)
}

/// The order behind a stored id, as use-cases load it.
pub(crate) fn load_by_id(view: &View<'_>, id: OrderId) -> Result<StoredOrder, Failure> {
    write::order_by_id(view, id)?.ok_or_else(|| UnknownOrder(id.to_string()).into())
}

impl From<Payment> for OrderPayment {
    fn from(payment: Payment) -> Self {
        Self {
            method: payment.method,
            status: payment.status,
            amount: payment.amount,
            tendered: payment.tendered,
            change: payment.change,
            reference: payment.reference,
            confirmed_at: payment.confirmed_at,
        }
    }
}
