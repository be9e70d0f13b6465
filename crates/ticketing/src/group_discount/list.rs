//! Looking at an event's group discounts.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{GroupDiscountRow, store};
use crate::event::event_named;

/// Asks for the group discounts of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListGroupDiscounts {
    /// The event: its id or its slug.
    pub event: String,
}

/// The group discounts of an event in the order in which they apply, ended ones too.
///
/// # Errors
/// A refusal when there is no such event; a fault when the database fails.
pub fn list_group_discounts(
    view: &View<'_>,
    request: &ListGroupDiscounts,
) -> Result<Vec<GroupDiscountRow>, Failure> {
    let event = event_named(view, &request.event)?;
    Ok(store::of_event(view, event.id)?)
}
