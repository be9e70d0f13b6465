//! Looking at an event's fees.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{FeeRuleRow, store};
use crate::event::event_named;

/// Asks for the fees of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListFeeRules {
    /// The event: its id or its slug.
    pub event: String,
}

/// The fees of an event in the order in which they are charged, those that are not charged now too.
///
/// # Errors
/// A refusal when there is no such event; a fault when the database fails.
pub fn list_fee_rules(view: &View<'_>, request: &ListFeeRules) -> Result<Vec<FeeRuleRow>, Failure> {
    let event = event_named(view, &request.event)?;
    Ok(store::of_event(view, event.id)?)
}
