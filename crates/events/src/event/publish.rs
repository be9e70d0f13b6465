//! Putting an event on sale, for the first time or after it was postponed.

use std::collections::BTreeMap;

use kernel::{Failure, Refuse};
use workspace::Tx;

use super::{
    Event, EventAction, EventRef, ReadinessFacts, event_readiness, find_event, readiness::ReadinessItem,
    store, transition,
};
use crate::venue;

/// Something that selling needs is missing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{title}” cannot go on sale yet: {}", said(missing))]
pub struct NotReady {
    /// The event.
    pub title: String,
    /// The required items that are open; never empty.
    pub missing: Vec<ReadinessItem>,
}

fn said(missing: &[ReadinessItem]) -> String {
    missing.iter().map(|item| item.message.as_str()).collect::<Vec<_>>().join(" ")
}

impl Refuse for NotReady {
    fn code(&self) -> &'static str {
        "event_not_ready"
    }
    fn fix(&self) -> String {
        self.missing.iter().map(|item| item.fix.as_str()).collect::<Vec<_>>().join(" ")
    }
    fn field(&self) -> Option<String> {
        Some("event".to_owned())
    }
    fn params(&self) -> BTreeMap<String, String> {
        let codes: Vec<_> = self.missing.iter().map(|item| item.code.as_str()).collect();
        BTreeMap::from([("missing".to_owned(), codes.join(","))])
    }
}

/// Puts an event on sale once nothing that selling needs is missing.
///
/// # Errors
/// [`NotReady`], [`super::InvalidTransition`] or [`super::UnknownEvent`] as a refusal, or a fault of the file.
pub fn publish_event(tx: &Tx<'_>, reference: &EventRef, facts: ReadinessFacts) -> Result<Event, Failure> {
    let event = find_event(tx, reference)?;
    let status = transition(event.status, EventAction::Publish)?;
    let venue = event.venue_id.map(|id| venue::required_venue(tx, id)).transpose()?;
    let readiness = event_readiness(&event, venue.as_ref(), facts, tx.now());
    if !readiness.is_ready {
        let missing = readiness.items.into_iter().filter(|item| item.is_required && !item.is_done).collect();
        return Err(NotReady { title: event.title, missing }.into());
    }
    Ok(store::update_event_row(tx, &Event { status, ..event }, venue.as_ref())?)
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{
        event::{CreateEvent, EventStatus},
        fixture,
    };

    #[test]
    fn a_ready_event_goes_on_sale_once() {
        let house = fixture::house();
        let event =
            fixture::create(&house, &CreateEvent { venue: Some(fixture::hof()), ..fixture::sommernacht() })
                .unwrap();
        let publish = || house.transact(&as_test(), |tx| publish_event(tx, &event.id.into(), fixture::READY));
        let published = publish().unwrap();
        assert_eq!((published.status, published.version), (EventStatus::Published, 2));
        assert_eq!(fixture::refused(publish()).code, "invalid_transition");
    }

    #[test]
    fn what_is_missing_is_named_and_nothing_changes() {
        let house = fixture::house();
        let event = fixture::create(&house, &fixture::sommernacht()).unwrap();
        let before = fixture::changes(&house);
        let facts = ReadinessFacts { tier_count: 0, ..fixture::READY };
        let refusal =
            fixture::refused(house.transact(&as_test(), |tx| publish_event(tx, &event.id.into(), facts)));
        assert_eq!(
            (refusal.code.as_str(), refusal.params["missing"].as_str()),
            ("event_not_ready", "venue,tiers")
        );
        assert_eq!(refusal.fix, "Set the venue: tickets print it. Add at least one tier with a price.");
        assert_eq!(fixture::changes(&house), before);
    }

    #[test]
    fn an_event_that_is_over_does_not_go_on_sale() {
        let house = fixture::house();
        let event =
            fixture::create(&house, &CreateEvent { venue: Some(fixture::hof()), ..fixture::sommernacht() })
                .unwrap();
        house.clock.set(event.ends_at);
        let outcome = house.transact(&as_test(), |tx| publish_event(tx, &event.id.into(), fixture::READY));
        assert_eq!(fixture::refused(outcome).params["missing"], "times_in_future");
    }
}
