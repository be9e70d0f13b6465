//! Looking at check-in lists.

use kernel::{Failure, Fault};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{ListRow, create::row, store};
use crate::event::find_event;

/// Asks for an event's check-in lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListCheckinLists {
    /// The event: its id or its slug.
    pub event: String,
}

/// The check-in lists of an event, by name.
///
/// # Errors
/// An unknown event as a refusal, or a fault of the file.
pub fn list_checkin_lists(view: &View<'_>, request: &ListCheckinLists) -> Result<Vec<ListRow>, Failure> {
    let event = find_event(view, &request.event)?;
    let lists = store::lists_of(view, event.id)?;
    let with_tiers = lists.into_iter().map(|list| {
        let tiers = store::tiers_covered(view, list.id)?;
        Ok(row(list, tiers))
    });
    Ok(with_tiers.collect::<Result<Vec<_>, Fault>>()?)
}
