//! Selling at a till: the sale itself, and what it did to the drawer.

use events::event::event_by_id;
use kernel::Failure;
use payments::{
    ledger::AccountCode,
    payment::{Payment, PaymentId, PaymentMethod, PaymentStatus, payments_of},
};
use serde::{Deserialize, Serialize};
use ticketing::order::{CompleteOrder, CompletedOrder, FeeKind, OrderDetail, complete_order};
use workspace::Tx;

use super::{EntryKind, NewEntry, OpenDrawer, lines, move_cash, open_drawer, record, store};
use crate::session::{DrawerRefusal, SessionId};

/// Sells tickets at a till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillSale {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// What is sold, and how it is paid.
    #[serde(flatten)]
    pub order: CompleteOrder,
}

/// What was sold at a till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillSold {
    /// The session that took the money.
    pub session_id: SessionId,
    /// The sale.
    #[serde(flatten)]
    pub sold: CompletedOrder,
}

/// Sells at a till whose drawer is open: all or nothing, the drawer's books too.
///
/// # Errors
/// A refusal when the drawer is closed or being counted, when the till takes another currency, when practice and
/// business would mix, or as [`complete_order`] refuses; a fault when the machine fails.
pub fn sell_at_till(tx: &Tx<'_>, request: &TillSale) -> Result<TillSold, Failure> {
    let drawer = open_drawer(tx, request.till.as_deref())?;
    let sold = complete_order(tx, &request.order)?;
    book_sale(tx, &drawer, &sold, &[])?;
    Ok(TillSold { session_id: drawer.session, sold })
}

/// Writes down each payment of an order that is not among those `before`, and moves its cash into the drawer.
pub(super) fn book_sale(
    tx: &Tx<'_>,
    drawer: &OpenDrawer,
    sold: &CompletedOrder,
    before: &[PaymentId],
) -> Result<(), Failure> {
    require_same_world(tx, drawer, &sold.order)?;
    let valid = sold.tickets.iter().filter(|ticket| ticket.is_valid());
    let charged = |fee: &&_| is_charged(fee);
    let lines = lines::charged(valid.clone(), sold.order.fees.iter().filter(charged))?;
    let ticket_count = i64::try_from(valid.count()).unwrap_or(i64::MAX);
    let order = sold.order.summary.id;
    let is_new =
        |payment: &Payment| payment.status == PaymentStatus::Confirmed && !before.contains(&payment.id);
    let payments = payments_of(tx, order)?.into_iter().filter(is_new);
    for (index, payment) in payments.enumerate() {
        let (kind, worth_minor) = match payment.method {
            PaymentMethod::Comp => (EntryKind::Comp, store::list_price_minor(tx, order)?),
            PaymentMethod::Cash
            | PaymentMethod::Card
            | PaymentMethod::Transfer
            | PaymentMethod::Voucher
            | PaymentMethod::Wallet
            | PaymentMethod::Other => (EntryKind::Sale, 0),
        };
        // The sale's own posting brought the cash to the safe; from there it goes on into this drawer.
        let ledger = match payment.method == PaymentMethod::Cash {
            true => move_cash(tx, drawer, AccountCode::Cash, payment.amount, &sold.order.summary.code)?,
            false => None,
        };
        let entry = NewEntry {
            worth_minor,
            order: Some(order),
            payment: Some(payment.id),
            receipt_number: Some(sold.receipt_number),
            ledger,
            reason: if kind == EntryKind::Comp { &payment.reference } else { "" },
            ..NewEntry::new(kind, Some(payment.method), payment.amount)
        };
        // What was sold stands beside the first payment only, so that it is counted once.
        match index {
            0 => record(tx, drawer, &NewEntry { lines: &lines, ticket_count, ..entry })?,
            _ => record(tx, drawer, &entry)?,
        }
    }
    Ok(())
}

pub(super) fn is_charged(fee: &ticketing::order::OrderFee) -> bool {
    !fee.is_cancelled && fee.kind != FeeKind::Cancellation
}

/// Practice and business never mix, and a drawer holds one currency.
pub(super) fn require_same_world(
    tx: &Tx<'_>,
    drawer: &OpenDrawer,
    order: &OrderDetail,
) -> Result<(), Failure> {
    let (till, asked) = (&drawer.till, order.summary.total.currency);
    if till.currency != asked {
        return Err(DrawerRefusal::OtherCurrency { till: till.currency, asked }.into());
    }
    let is_training = event_by_id(tx, order.summary.event_id)?.is_some_and(|event| event.is_training);
    match (till.is_training, is_training) {
        (true, false) => Err(DrawerRefusal::TrainingTill.into()),
        (false, true) => Err(DrawerRefusal::TrainingEvent.into()),
        (true, true) | (false, false) => Ok(()),
    }
}
