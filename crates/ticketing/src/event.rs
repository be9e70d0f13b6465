//! How ticketing asks for an event, and says its times.

pub(crate) use events::Event;
use events::{
    EventId,
    event::{EventRef, UnknownEvent, event_by_id, find_event},
};
use kernel::{Failure, Timestamp};
use workspace::View;

/// The event named by `reference`: its id or its slug.
pub(crate) fn event_named(view: &View<'_>, reference: &str) -> Result<Event, Failure> {
    find_event(view, &EventRef::from(reference))
}

/// The event behind a stored id.
pub(crate) fn event_of(view: &View<'_>, id: EventId) -> Result<Event, Failure> {
    event_by_id(view, id)?.ok_or_else(|| UnknownEvent { given: id.to_string() }.into())
}

/// `at` on the event's clocks, as messages say it.
pub(crate) fn local(event: &Event, at: Timestamp) -> String {
    event.time_zone.local(at).format("%Y-%m-%d %H:%M").to_string()
}
