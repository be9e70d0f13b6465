//! Calling an event off. Refunds are decided and made afterwards, order by order.

use identity::wording::{self, WordingError};
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{Event, EventAction, EventRef, find_event, store, transition};
use crate::venue;

/// Most characters of the reason.
const REASON_CHARACTERS_MAX: usize = 500;

/// An event to call off.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CancelEvent {
    /// Id or slug.
    pub event: EventRef,
    /// Why; guests may read it.
    pub reason: String,
}

/// Why an event was not called off.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CancelRefused {
    /// No reason, or too long a one.
    #[error(transparent)]
    Reason(#[from] WordingError),
}

impl Refuse for CancelRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Reason(reason) => reason.code(),
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Reason(reason) => reason.fix(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Reason(reason) => reason.field(),
        }
    }
}

/// Calls an event off, for good.
///
/// # Errors
/// [`CancelRefused`], [`super::InvalidTransition`] or [`super::UnknownEvent`] as a refusal, or a fault of the file.
pub fn cancel_event(tx: &Tx<'_>, request: &CancelEvent) -> Result<Event, Failure> {
    let event = find_event(tx, &request.event)?;
    let status = transition(event.status, EventAction::Cancel)?;
    let cancel_reason =
        wording::line("reason", &request.reason, REASON_CHARACTERS_MAX).map_err(CancelRefused::Reason)?;
    let venue = event.venue_id.map(|id| venue::required_venue(tx, id)).transpose()?;
    Ok(store::update_event_row(tx, &Event { status, cancel_reason, ..event }, venue.as_ref())?)
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{
        event::{EventStatus, UpdateEvent, UpdateFacts, update_event},
        fixture,
    };

    fn cancel(house: &fixture::House, event: &Event, reason: &str) -> Result<Event, Failure> {
        let request = CancelEvent { event: event.id.into(), reason: reason.to_owned() };
        house.transact(&as_test(), |tx| cancel_event(tx, &request))
    }

    #[test]
    fn an_event_is_called_off_for_good_and_with_a_reason() {
        let house = fixture::house();
        let event = fixture::published(&house);
        let refusal = fixture::refused(cancel(&house, &event, " \n"));
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("text_missing", Some("reason")));
        let cancelled = cancel(&house, &event, "Sturm\nwarnung").unwrap();
        assert_eq!(
            (cancelled.status, cancelled.cancel_reason.as_str()),
            (EventStatus::Cancelled, "Sturm warnung")
        );
        assert_eq!(fixture::refused(cancel(&house, &event, "again")).code, "invalid_transition");
        let update = UpdateEvent { title: Some("Doch".to_owned()), ..UpdateEvent::of(event.id.into()) };
        let outcome = house.transact(&as_test(), |tx| update_event(tx, &update, UpdateFacts::default()));
        assert_eq!(fixture::refused(outcome).code, "event_is_over");
    }
}
