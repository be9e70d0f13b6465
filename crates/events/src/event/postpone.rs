//! Taking an event off sale until a new date stands. Tickets that are sold stay valid.

use kernel::Failure;
use workspace::Tx;

use super::{Event, EventAction, EventRef, find_event, store, transition};
use crate::venue;

/// Takes an event off sale until it is published again.
///
/// # Errors
/// [`super::InvalidTransition`] or [`super::UnknownEvent`] as a refusal, or a fault of the file.
pub fn postpone_event(tx: &Tx<'_>, reference: &EventRef) -> Result<Event, Failure> {
    let event = find_event(tx, reference)?;
    let status = transition(event.status, EventAction::Postpone)?;
    let venue = event.venue_id.map(|id| venue::required_venue(tx, id)).transpose()?;
    Ok(store::update_event_row(tx, &Event { status, ..event }, venue.as_ref())?)
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{
        event::{EventStatus, publish_event},
        fixture,
    };

    #[test]
    fn a_postponed_event_comes_back_on_sale() {
        let house = fixture::house();
        let event = fixture::published(&house);
        let postponed = house.transact(&as_test(), |tx| postpone_event(tx, &event.id.into())).unwrap();
        assert_eq!(postponed.status, EventStatus::Postponed);
        let again =
            house.transact(&as_test(), |tx| publish_event(tx, &event.id.into(), fixture::READY)).unwrap();
        assert_eq!(again.status, EventStatus::Published);
    }

    #[test]
    fn a_draft_is_not_postponed() {
        let house = fixture::house();
        let event = fixture::create(&house, &fixture::sommernacht()).unwrap();
        let refusal = fixture::refused(house.transact(&as_test(), |tx| postpone_event(tx, &event.id.into())));
        assert_eq!((refusal.code.as_str(), refusal.params["from"].as_str()), ("invalid_transition", "draft"));
    }
}
