//! Taking the money for an open order at a till.

use kernel::Failure;
use payments::payment::payments_of;
use serde::{Deserialize, Serialize};
use ticketing::order::{PayOrder, order_id, pay_order};
use workspace::Tx;

use super::{TillSold, open_drawer, sell::book_sale};

/// Pays an open order at a till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillPayment {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// The order, and how it is paid.
    #[serde(flatten)]
    pub order: PayOrder,
}

/// Takes what is still owed for an open order at a till whose drawer is open.
///
/// # Errors
/// As [`super::sell_at_till`], and as [`pay_order`] refuses.
pub fn pay_at_till(tx: &Tx<'_>, request: &TillPayment) -> Result<TillSold, Failure> {
    let drawer = open_drawer(tx, request.till.as_deref())?;
    let order = order_id(tx, &request.order.order)?;
    let before: Vec<_> = payments_of(tx, order)?.into_iter().map(|payment| payment.id).collect();
    let sold = pay_order(tx, &request.order)?;
    book_sale(tx, &drawer, &sold, &before)?;
    Ok(TillSold { session_id: drawer.session, sold })
}
