//! Beginning the count of a drawer, and putting it off.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{DrawerRefusal, SessionAction, TillSession, store};
use crate::till::chosen_till;

/// Names a till.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OfTill {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
}

/// Begins the count: nothing is taken at this till until it is finished or put off. The answer does not say what is
/// expected, so that the count is blind.
///
/// # Errors
/// A refusal when the drawer is closed or being counted already; a fault when the machine fails.
pub fn begin_count(tx: &Tx<'_>, request: &OfTill) -> Result<TillSession, Failure> {
    move_on(tx, request, SessionAction::BeginCount)
}

/// Puts the count off: a guest came.
///
/// # Errors
/// A refusal when nobody is counting; a fault when the machine fails.
pub fn resume_session(tx: &Tx<'_>, request: &OfTill) -> Result<TillSession, Failure> {
    move_on(tx, request, SessionAction::Resume)
}

fn move_on(tx: &Tx<'_>, request: &OfTill, action: SessionAction) -> Result<TillSession, Failure> {
    let till = chosen_till(tx, request.till.as_deref())?;
    let session = store::unclosed(tx, till.id)?.ok_or(DrawerRefusal::Closed(till.code))?;
    let status = session.status.transition(action)?;
    store::set_status(tx, &session, status)?;
    store::required(tx, session.id)
}
