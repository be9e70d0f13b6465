//! Looking at quotas.

use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{QuotaRow, store};
use crate::event::event_named;

/// Asks for an event's quotas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListQuotas {
    /// The event: its id or its slug.
    pub event: String,
}

/// The quotas of an event by name, as they stand at `now`.
///
/// # Errors
/// A refusal when there is no such event; a fault when the database fails.
pub fn list_quotas(view: &View<'_>, request: &ListQuotas, now: Timestamp) -> Result<Vec<QuotaRow>, Failure> {
    let event = event_named(view, &request.event)?;
    Ok(store::quotas_of(view, event.id, now)?)
}
