//! What the door reads of an event: its dates, its zone, its size.

mod store;

use events::event::UnknownEvent;
use kernel::{Failure, Zone};
use workspace::View;

use crate::{ids::EventId, rules::EventDates};

#[cfg(test)]
pub(crate) use store::STATEMENTS;

/// An event as a door needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EventAtDoor {
    pub(crate) id: EventId,
    pub(crate) title: String,
    pub(crate) zone: Zone,
    pub(crate) dates: EventDates,
    pub(crate) capacity: Option<i64>,
}

/// The clocks of an event.
pub(crate) fn zone_of(view: &View<'_>, id: EventId) -> Result<Zone, Failure> {
    let found = store::event_by_id(view, id)?.map(|event| event.zone);
    found.ok_or_else(|| UnknownEvent { given: id.to_string() }.into())
}

/// The living event named by `reference`: its id or its slug.
pub(crate) fn find_event(view: &View<'_>, reference: &str) -> Result<EventAtDoor, Failure> {
    let text = reference.trim();
    let found = match text.parse::<EventId>() {
        Ok(id) => store::event_by_id(view, id)?,
        Err(_) => store::event_by_slug(view, &text.to_lowercase())?,
    };
    found.ok_or_else(|| UnknownEvent { given: text.chars().take(80).collect() }.into())
}
