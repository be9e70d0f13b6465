//! Closing an event after it took place.

use kernel::{Failure, Refuse};
use workspace::Tx;

use super::{Event, EventAction, EventRef, find_event, store, transition};
use crate::venue;

/// Why an event was not closed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CompleteRefused {
    /// It has not begun.
    #[error("“{title}” starts on {starts_at} and has not taken place")]
    NotStarted {
        /// The event.
        title: String,
        /// Its local start.
        starts_at: String,
    },
}

impl Refuse for CompleteRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NotStarted { .. } => "event_not_started",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NotStarted { .. } => "Wait until it took place. To call it off, cancel it.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::NotStarted { .. } => Some("event".to_owned()),
        }
    }
}

/// Closes an event after its start: nothing more is sold.
///
/// # Errors
/// [`CompleteRefused`], [`super::InvalidTransition`] or [`super::UnknownEvent`] as a refusal, or a fault of the file.
pub fn complete_event(tx: &Tx<'_>, reference: &EventRef) -> Result<Event, Failure> {
    let event = find_event(tx, reference)?;
    let status = transition(event.status, EventAction::Complete)?;
    if tx.now() < event.starts_at {
        let starts_at = event.time_zone.local(event.starts_at).format("%Y-%m-%d %H:%M").to_string();
        return Err(CompleteRefused::NotStarted { title: event.title, starts_at }.into());
    }
    let venue = event.venue_id.map(|id| venue::required_venue(tx, id)).transpose()?;
    Ok(store::update_event_row(tx, &Event { status, ..event }, venue.as_ref())?)
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{event::EventStatus, fixture};

    #[test]
    fn an_event_is_closed_once_it_took_place() {
        let house = fixture::house();
        let event = fixture::published(&house);
        let complete = || house.transact(&as_test(), |tx| complete_event(tx, &event.id.into()));
        assert_eq!(fixture::refused(complete()).code, "event_not_started");
        house.clock.set(event.starts_at);
        assert_eq!(complete().unwrap().status, EventStatus::Completed);
        assert_eq!(fixture::refused(complete()).code, "invalid_transition");
    }
}
