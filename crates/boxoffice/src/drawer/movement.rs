//! Cash put in and taken out between sales, and the drawer opened for nothing.

use kernel::{Failure, Money};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{CashPurpose, EntryKind, NewEntry, OpenDrawer, cash_minor, move_cash, open_drawer, record};
use crate::session::{DrawerRefusal, SessionId, checked_reason};

/// Puts cash in or takes it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MoveCash {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// How much, in minor units; more than nothing.
    #[ts(type = "number")]
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
    /// Where it comes from or goes: the safe for what is put in, small things for what is taken out, when absent.
    #[serde(default)]
    #[ts(optional)]
    pub purpose: Option<CashPurpose>,
}

/// Cash that was moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CashMoved {
    /// The session of the drawer.
    pub session_id: SessionId,
    /// What went into the drawer; negative when it was taken out.
    pub amount: Money,
}

/// Opens the drawer without a sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NoSale {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// Why.
    pub reason: String,
}

/// Puts cash into an open drawer.
///
/// # Errors
/// A refusal when the drawer is not open, the amount is nothing or no reason is given; a fault when the machine fails.
pub fn pay_in(tx: &Tx<'_>, request: &MoveCash) -> Result<CashMoved, Failure> {
    let (drawer, amount, reason) = checked(tx, request)?;
    let purpose = request.purpose.unwrap_or(CashPurpose::Safe);
    moved(tx, &drawer, EntryKind::PaidIn, purpose, amount, reason)
}

/// Takes cash out of an open drawer.
///
/// # Errors
/// As [`pay_in`], and a refusal when the drawer does not hold that much.
pub fn pay_out(tx: &Tx<'_>, request: &MoveCash) -> Result<CashMoved, Failure> {
    let (drawer, amount, reason) = checked(tx, request)?;
    if amount.minor > cash_minor(tx, drawer.session)? {
        return Err(DrawerRefusal::NotEnoughCash.into());
    }
    let purpose = request.purpose.unwrap_or(CashPurpose::Petty);
    moved(tx, &drawer, EntryKind::PaidOut, purpose, amount.negate()?, reason)
}

/// Notes that the drawer was opened for no sale.
///
/// # Errors
/// A refusal when the drawer is not open or no reason is given; a fault when the machine fails.
pub fn open_without_sale(tx: &Tx<'_>, request: &NoSale) -> Result<CashMoved, Failure> {
    let drawer = open_drawer(tx, request.till.as_deref())?;
    let reason = checked_reason(&request.reason)?;
    let amount = Money::zero(drawer.till.currency);
    record(tx, &drawer, &NewEntry { reason, ..NewEntry::new(EntryKind::NoSale, None, amount) })?;
    Ok(CashMoved { session_id: drawer.session, amount })
}

fn checked<'r>(tx: &Tx<'_>, request: &'r MoveCash) -> Result<(OpenDrawer, Money, &'r str), Failure> {
    let drawer = open_drawer(tx, request.till.as_deref())?;
    if request.amount_minor <= 0 {
        return Err(DrawerRefusal::NoAmount.into());
    }
    let reason = checked_reason(&request.reason)?;
    let amount = Money::new(request.amount_minor, drawer.till.currency);
    Ok((drawer, amount, reason))
}

fn moved(
    tx: &Tx<'_>,
    drawer: &OpenDrawer,
    kind: EntryKind,
    purpose: CashPurpose,
    amount: Money,
    reason: &str,
) -> Result<CashMoved, Failure> {
    let ledger = move_cash(tx, drawer, purpose.account(), amount, reason)?;
    record(tx, drawer, &NewEntry { ledger, reason, ..NewEntry::cash(kind, amount) })?;
    Ok(CashMoved { session_id: drawer.session, amount })
}
