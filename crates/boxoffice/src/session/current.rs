//! How a till's drawer stands right now.

use kernel::{Failure, Money};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{Denomination, OfTill, TillSession, denominations, store};
use crate::{
    drawer,
    till::{Till, chosen_till},
};

/// A till and its drawer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerState {
    /// The till.
    pub till: Till,
    /// The session that is not closed; absent when the drawer is.
    pub session: Option<TillSession>,
    /// What the next session should begin with: what the last close laid down.
    pub suggested_float: Money,
    /// What should be in the drawer. Absent when it is closed, and for whoever may not know before counting.
    pub expected: Option<Money>,
    /// The notes and coins of its currency, the largest first.
    pub denominations: Vec<Denomination>,
}

/// How the drawer stands, with what is expected in it: the caller hides that from whoever counts blind.
///
/// # Errors
/// A refusal when there is no such till; a fault when the file cannot be read.
pub fn current_session(view: &View<'_>, request: &OfTill) -> Result<DrawerState, Failure> {
    let till = chosen_till(view, request.till.as_deref())?;
    let session = store::unclosed(view, till.id)?;
    let in_currency = |minor| Money::new(minor, till.currency);
    let expected = match &session {
        Some(session) => Some(in_currency(drawer::cash_minor(view, session.id)?)),
        None => None,
    };
    let suggested_float = in_currency(store::last_next_float_minor(view, till.id)?.unwrap_or(0));
    Ok(DrawerState { session, suggested_float, expected, denominations: denominations(till.currency), till })
}
