//! What the door reads of an event: its dates, its zone, its size.

mod store;

use kernel::{Failure, Refuse, Zone};
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

/// No event answers to this reference.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no event “{0}”")]
pub struct UnknownEvent(pub String);

impl Refuse for UnknownEvent {
    fn code(&self) -> &'static str {
        "unknown_event"
    }
    fn fix(&self) -> String {
        "Use the event's short name or id from the list of events.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("event".to_owned())
    }
}

/// The living event named by `reference`: its id or its slug.
pub(crate) fn find_event(view: &View<'_>, reference: &str) -> Result<EventAtDoor, Failure> {
    let text = reference.trim();
    let found = match text.parse::<EventId>() {
        Ok(id) => store::event_by_id(view, id)?,
        Err(_) => store::event_by_slug(view, &text.to_lowercase())?,
    };
    found.ok_or_else(|| UnknownEvent(text.chars().take(60).collect()).into())
}
