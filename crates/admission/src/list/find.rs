//! A list, made ready for judging scans.

use kernel::{Failure, Fault};
use workspace::View;

use super::{ListRefused, Stamp, StoredList, stamp_of, store};
use crate::{
    code::EventKeys,
    event::{EventAtDoor, find_event},
    gate::{GateRow, gates_of},
    question::questions_of,
    verdict::{ListFacts, TiersCovered},
};

/// A list with everything beside it that scans need: read once, kept while its stamp stays the same.
#[derive(Clone, Debug)]
pub(crate) struct ListAtDoor {
    pub(crate) facts: ListFacts,
    pub(crate) event: EventAtDoor,
    pub(crate) gates: Vec<GateRow>,
    pub(crate) keys: EventKeys,
    pub(crate) stamp: Stamp,
}

impl ListAtDoor {
    /// The gate that `reference` names: its id, code or name.
    pub(crate) fn gate(&self, reference: &str) -> Option<&GateRow> {
        self.gates.iter().find(|gate| gate.answers_to(reference))
    }
}

/// The stored list that `reference` names: its id or its name.
pub(super) fn stored_list(
    view: &View<'_>,
    event: &EventAtDoor,
    reference: &str,
) -> Result<StoredList, Failure> {
    let text = reference.trim();
    let lists = store::lists_of(view, event.id)?;
    let found = lists.into_iter().find(|list| text.parse() == Ok(list.id) || list.name == text);
    found.ok_or_else(|| ListRefused::Unknown(text.chars().take(60).collect()).into())
}

/// The list that `list` names in the event that `event` names, ready for judging.
pub(crate) fn find_list(view: &View<'_>, event: &str, list: &str) -> Result<ListAtDoor, Failure> {
    let event = find_event(view, event)?;
    let list = stored_list(view, &event, list)?;
    Ok(ready(view, event, list)?)
}

fn ready(view: &View<'_>, event: EventAtDoor, list: StoredList) -> Result<ListAtDoor, Fault> {
    let tiers = if list.covers_all_tiers {
        TiersCovered::All
    } else {
        TiersCovered::Only(store::tiers_covered(view, list.id)?.into_iter().map(|tier| tier.id).collect())
    };
    let stamp = stamp_of(view, list.id)?;
    let facts = ListFacts {
        list: list.id,
        event: event.id,
        zone: event.zone,
        dates: event.dates,
        tiers,
        allows_multiple_entries: list.allows_multiple_entries,
        allows_reentry_after_exit: list.allows_reentry_after_exit,
        includes_pending: list.includes_pending,
        matches_addons: list.matches_addons,
        rule: list.rule,
        questions: questions_of(view, event.id)?,
    };
    Ok(ListAtDoor {
        facts,
        gates: gates_of(view, event.id)?,
        keys: EventKeys::load(view, event.id)?,
        stamp: stamp.ok_or_else(|| Fault::inconsistent("checkin_lists", "id", list.id))?,
        event,
    })
}
