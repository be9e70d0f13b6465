//! Giving money back at a till.

use kernel::{Failure, Permission};
use payments::{ledger::AccountCode, payment::PaymentMethod};
use serde::{Deserialize, Serialize};
use ticketing::order::{OrderFee, Places, RefundOrder, RefundOutcome, order_detail, order_id, refund_order};
use workspace::Tx;

use super::{
    EntryKind, NewEntry, cash_minor, lines, move_cash,
    open::supervisor,
    open_drawer, record,
    sell::{is_charged, require_same_world},
    store::{self, MadeRefund},
};
use crate::session::{DrawerRefusal, SessionId};

/// Gives money back at a till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillRefund {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// What is refunded, and why.
    #[serde(flatten)]
    pub refund: RefundOrder,
    /// Who allowed it over the clerk's session: a person's id, from the host, which had the badge or PIN.
    #[serde(skip)]
    #[ts(skip)]
    pub authorised_by: Option<String>,
}

/// What a refund at a till left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillRefunded {
    /// The session that gave the money.
    pub session_id: SessionId,
    /// The refund.
    #[serde(flatten)]
    pub outcome: RefundOutcome,
}

/// Gives money back at a till whose drawer is open; cash only as far as the drawer has it.
///
/// # Errors
/// A refusal when the drawer is not open or has too little cash, when who allowed it may not, or as [`refund_order`]
/// refuses; a fault when the machine fails.
pub fn refund_at_till(tx: &Tx<'_>, request: &TillRefund) -> Result<TillRefunded, Failure> {
    let drawer = open_drawer(tx, request.till.as_deref())?;
    let authorised_by = supervisor(tx, request.authorised_by.as_deref(), Permission::Refund)?;
    let order = order_detail(tx, order_id(tx, &request.refund.order)?)?;
    require_same_world(tx, &drawer, &order)?;
    let before = store::refunds_of(tx, order.summary.id)?;
    let outcome = refund_order(tx, &request.refund)?;
    let made = &outcome.refund;
    let is_new = |part: &MadeRefund| before.iter().all(|earlier| earlier.id != part.id);
    let parts: Vec<MadeRefund> =
        store::refunds_of(tx, order.summary.id)?.into_iter().filter(is_new).collect();
    let cash = parts.iter().filter(|part| part.method == PaymentMethod::Cash);
    let cash_minor_out: i64 = cash.map(|part| part.amount.minor).sum();
    if cash_minor_out > cash_minor(tx, drawer.session)? {
        return Err(DrawerRefusal::NotEnoughCash.into());
    }
    // Fees keep their order, so those that ended with this refund stand in the same places before and after.
    let ended = order.fees.iter().zip(&outcome.order.fees).filter(|(before, after)| has_ended(before, after));
    // Nothing was earned by an order that was never paid in full, so nothing earned goes back.
    let mut lines = match order.summary.status.places() {
        Places::Issued => {
            let charged = lines::charged(outcome.tickets.iter(), ended.map(|(before, _)| before))?;
            lines::given_back(charged)?
        }
        Places::Held | Places::Free => Vec::new(),
    };
    if !made.kept.is_zero() {
        lines.push(lines::kept("Cancellation fee", made.kept));
    }
    let ticket_count = i64::try_from(outcome.tickets.len()).unwrap_or(i64::MAX);
    for (index, part) in parts.iter().enumerate() {
        let out = part.amount.negate()?;
        let ledger = match part.method == PaymentMethod::Cash {
            true => move_cash(tx, &drawer, AccountCode::Cash, out, &order.summary.code)?,
            false => None,
        };
        let entry = NewEntry {
            order: Some(order.summary.id),
            refund: Some(part.id),
            receipt_number: Some(made.receipt_number),
            ledger,
            authorised_by,
            reason: request.refund.reason.trim(),
            ..NewEntry::new(EntryKind::Refund, Some(part.method), out)
        };
        // What came back stands beside the first part only, so that it is counted once.
        match index {
            0 => record(tx, &drawer, &NewEntry { lines: &lines, ticket_count, ..entry })?,
            _ => record(tx, &drawer, &entry)?,
        }
    }
    Ok(TillRefunded { session_id: drawer.session, outcome })
}

fn has_ended(before: &OrderFee, after: &OrderFee) -> bool {
    is_charged(before) && after.is_cancelled
}
