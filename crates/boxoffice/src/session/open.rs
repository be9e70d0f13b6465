//! Opening a drawer with its float.

use kernel::{Failure, Money};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{DrawerRefusal, SessionId, TillSession, store};
use crate::{
    drawer::{EntryKind, NewEntry, OpenDrawer, move_cash, record},
    till::chosen_or_first_till,
};
use payments::ledger::AccountCode;

/// Opens a drawer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OpenSession {
    /// The till, by code or id; the only one when absent. Where there is no till yet, the first is made.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// What is put in, in minor units; what the last close laid down when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub float_minor: Option<i64>,
}

/// Opens a drawer: its float comes from the safe.
///
/// # Errors
/// A refusal when it is open already or the float is less than nothing; a fault when the machine fails.
pub fn open_session(tx: &Tx<'_>, request: &OpenSession) -> Result<TillSession, Failure> {
    let till = chosen_or_first_till(tx, request.till.as_deref())?;
    if store::unclosed(tx, till.id)?.is_some() {
        return Err(DrawerRefusal::OpenAlready(till.code).into());
    }
    let minor = match request.float_minor {
        Some(minor) => minor,
        None => store::last_next_float_minor(tx, till.id)?.unwrap_or(0),
    };
    if minor < 0 {
        return Err(DrawerRefusal::NegativeFloat.into());
    }
    let float = Money::new(minor, till.currency);
    let session: SessionId = tx.new_id()?;
    store::insert(tx, session, till.id, float)?;
    let drawer = OpenDrawer { till, session };
    let moved = move_cash(tx, &drawer, AccountCode::Cash, float, "float")?;
    record(tx, &drawer, &NewEntry { ledger: moved, ..NewEntry::cash(EntryKind::Float, float) })?;
    store::required(tx, session)
}
