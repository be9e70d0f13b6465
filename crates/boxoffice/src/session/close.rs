//! Closing a drawer: what was counted, over or short, the cash to the safe, the Z report.

use kernel::{Failure, Money};
use payments::ledger::AccountCode;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    DenominationCount, DrawerRefusal, SessionAction, TillSession, checked_reason,
    denomination::counted,
    store::{self, Counted},
};
use crate::{
    drawer::{EntryKind, NewEntry, OpenDrawer, cash_minor, move_cash, record},
    report::{DrawerReport, write_z},
    till::chosen_till,
};

/// Closes a drawer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CloseSession {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// What was counted, note by note and coin by coin.
    pub counts: Vec<DenominationCount>,
    /// Why it is over or short; needed when it is.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
    /// What the next session should begin with, in minor units; this one's float when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub next_float_minor: Option<i64>,
}

/// A closed session with its report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClosedSession {
    /// The session.
    pub session: TillSession,
    /// Its Z report.
    pub report: DrawerReport,
}

/// Closes a drawer that was counted. All its cash goes to the safe, and a Z report is written. Nothing that is
/// parked, unsent or unprinted stands in the way.
///
/// # Errors
/// A refusal when the count has not begun, is no count, or differs from what is expected without a reason; a fault
/// when the machine fails.
pub fn close_session(tx: &Tx<'_>, request: &CloseSession) -> Result<ClosedSession, Failure> {
    let till = chosen_till(tx, request.till.as_deref())?;
    let session = store::unclosed(tx, till.id)?.ok_or_else(|| DrawerRefusal::Closed(till.code.clone()))?;
    let status = session.status.transition(SessionAction::Close)?;
    let counted = counted(&request.counts, till.currency)?;
    let expected = Money::new(cash_minor(tx, session.id)?, till.currency);
    let over_short = counted.subtract(expected)?;
    let reason = reason(request.reason.as_deref(), over_short)?;
    let next_float = Money::new(request.next_float_minor.unwrap_or(session.float.minor), till.currency);
    if next_float.minor < 0 {
        return Err(DrawerRefusal::NegativeFloat.into());
    }

    let drawer = OpenDrawer { till, session: session.id };
    let corrected = move_cash(tx, &drawer, AccountCode::CashOverShort, over_short, "over or short")?;
    let entry = NewEntry { ledger: corrected, reason, ..NewEntry::cash(EntryKind::CashCount, over_short) };
    record(tx, &drawer, &entry)?;
    let lifted = counted.negate()?;
    let moved = move_cash(tx, &drawer, AccountCode::Cash, lifted, "closing")?;
    record(tx, &drawer, &NewEntry { ledger: moved, ..NewEntry::cash(EntryKind::Lift, lifted) })?;
    let counted = Counted { expected, counted, counts: &request.counts, reason, next_float };
    store::close(tx, &session, status, &counted)?;
    let report = write_z(tx, &drawer)?;
    Ok(ClosedSession { session: store::required(tx, session.id)?, report })
}

fn reason(given: Option<&str>, over_short: Money) -> Result<&str, DrawerRefusal> {
    match given.map(str::trim).filter(|reason| !reason.is_empty()) {
        Some(reason) => checked_reason(reason),
        None if over_short.is_zero() => Ok(""),
        None => Err(DrawerRefusal::OverShortUnexplained { over_short }),
    }
}
