//! What still keeps an event from going on sale: one list, each item with its way out.

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Event, EventStatus, transition};
use crate::{Venue, event::EventAction};

/// What the contexts that sell and admit know of the event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadinessFacts {
    /// Tiers that are active.
    pub tier_count: i64,
    /// Active tiers whose sales window is open now or opens later.
    pub sellable_tier_count: i64,
    /// Active tiers, or quotas over them, that limit how many are sold.
    pub limited_tier_count: i64,
    /// Keys that can sign tickets, private half at hand.
    pub signing_key_count: i64,
    /// Check-in lists.
    pub checkin_list_count: i64,
}

/// One thing to see to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReadinessItem {
    /// Stable, snake_case.
    pub code: String,
    /// Whether it is seen to.
    pub is_done: bool,
    /// Whether the event cannot go on sale without it.
    pub is_required: bool,
    /// What holds, in English.
    pub message: String,
    /// What to do, in English; empty when it is done.
    pub fix: String,
}

/// Whether an event can go on sale, and what is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EventReadiness {
    /// Whether every required item is done.
    pub is_ready: bool,
    /// Required items first.
    pub items: Vec<ReadinessItem>,
}

/// What still keeps `event` from going on sale.
#[must_use]
pub fn event_readiness(
    event: &Event,
    venue: Option<&Venue>,
    facts: ReadinessFacts,
    now: Timestamp,
) -> EventReadiness {
    let mut items = required_items(event, venue, facts, now);
    items.extend(advised_items(event, venue, facts));
    EventReadiness { is_ready: items.iter().all(|item| item.is_done || !item.is_required), items }
}

fn required_items(
    event: &Event,
    venue: Option<&Venue>,
    facts: ReadinessFacts,
    now: Timestamp,
) -> Vec<ReadinessItem> {
    let ends = event.time_zone.local(event.ends_at).format("%Y-%m-%d %H:%M");
    // An event that is on sale already is judged as if it were to be published again.
    let may_publish = event.status.is_on_sale() || transition(event.status, EventAction::Publish).is_ok();
    vec![
        required(
            "status",
            may_publish,
            format!("The event is {}.", event.status),
            match event.status {
                EventStatus::Cancelled | EventStatus::Completed => "Plan a new event instead.",
                EventStatus::Draft | EventStatus::Published | EventStatus::Postponed => "",
            },
        ),
        required(
            "times_in_future",
            event.ends_at > now,
            format!("The event ends on {ends} ({}).", event.time_zone),
            "Move the event to a date that is still to come.",
        ),
        required(
            "venue",
            venue.is_some(),
            venue.map_or_else(
                || "No venue is set.".to_owned(),
                |venue| format!("It takes place at {}.", venue.name),
            ),
            "Set the venue: tickets print it.",
        ),
        required(
            "tiers",
            facts.tier_count > 0,
            counted(facts.tier_count, "tier"),
            "Add at least one tier with a price.",
        ),
        required(
            "tiers_on_sale",
            facts.sellable_tier_count > 0,
            format!(
                "{} can be sold now or later.",
                counted(facts.sellable_tier_count, "tier").trim_end_matches('.')
            ),
            "Let the sales of at least one tier end in the future.",
        ),
        required(
            "signing_key",
            facts.signing_key_count > 0,
            counted(facts.signing_key_count, "signing key"),
            "Make a signing key for this event, or bring this device's key store back.",
        ),
    ]
}

fn advised_items(event: &Event, venue: Option<&Venue>, facts: ReadinessFacts) -> Vec<ReadinessItem> {
    let is_limited =
        event.capacity.is_some() || (facts.tier_count > 0 && facts.limited_tier_count >= facts.tier_count);
    let beyond = match (event.capacity, venue.and_then(|venue| venue.capacity)) {
        (Some(guests), Some(places)) => guests - places,
        (Some(_), None) | (None, Some(_) | None) => 0,
    };
    vec![
        advised(
            "capacity",
            is_limited,
            if is_limited {
                "The number of guests is limited."
            } else {
                "Nothing limits the number of guests."
            },
            "Set the event's capacity, or a quantity for every tier.",
        ),
        advised(
            "capacity_within_venue",
            beyond <= 0,
            &if beyond > 0 {
                format!("{beyond} more guests than the venue holds.")
            } else {
                "The venue is large enough.".to_owned()
            },
            "Lower the event's capacity, or choose a larger venue.",
        ),
        advised(
            "doors",
            event.doors_at.is_some(),
            "When the doors open.",
            "Say when the doors open: tickets print it.",
        ),
        advised(
            "description",
            !event.description.is_empty(),
            "What guests can expect.",
            "Add a description.",
        ),
        advised("category", event.category_code.is_some(), "What kind of event it is.", "Choose a category."),
        advised(
            "terms",
            !event.terms.is_empty(),
            "The terms that tickets print.",
            "Add terms, such as the age limit.",
        ),
    ]
}

fn required(code: &str, is_done: bool, message: String, fix: &str) -> ReadinessItem {
    let fix = if is_done { String::new() } else { fix.to_owned() };
    ReadinessItem { code: code.to_owned(), is_done, is_required: true, message, fix }
}

fn advised(code: &str, is_done: bool, message: &str, fix: &str) -> ReadinessItem {
    ReadinessItem { is_required: false, ..required(code, is_done, message.to_owned(), fix) }
}

fn counted(count: i64, noun: &str) -> String {
    match count {
        0 => format!("No {noun}."),
        1 => format!("One {noun}."),
        _ => format!("{count} {noun}s."),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fixture;

    fn missing(readiness: &EventReadiness) -> Vec<&str> {
        let open = readiness.items.iter().filter(|item| item.is_required && !item.is_done);
        open.map(|item| item.code.as_str()).collect()
    }

    #[test]
    fn a_bare_draft_misses_all_that_selling_needs() {
        let event = fixture::draft();
        let readiness = event_readiness(&event, None, ReadinessFacts::default(), fixture::now());
        assert!(!readiness.is_ready);
        assert_eq!(missing(&readiness), ["venue", "tiers", "tiers_on_sale", "signing_key"]);
    }

    #[test]
    fn advice_does_not_keep_an_event_from_going_on_sale() {
        let venue = Venue { capacity: Some(50), ..fixture::venue() };
        let event = Event { capacity: Some(80), ..fixture::draft() };
        let readiness = event_readiness(&event, Some(&venue), fixture::READY, fixture::now());
        assert!(readiness.is_ready, "{readiness:?}");
        let too_many = readiness.items.iter().find(|item| item.code == "capacity_within_venue").unwrap();
        assert_eq!(
            (too_many.is_done, too_many.message.as_str()),
            (false, "30 more guests than the venue holds.")
        );
    }

    #[test]
    fn an_event_that_is_over_or_called_off_cannot_go_on_sale() {
        let over = event_readiness(
            &fixture::draft(),
            Some(&fixture::venue()),
            fixture::READY,
            fixture::draft().ends_at,
        );
        assert_eq!(missing(&over), ["times_in_future"]);
        let cancelled = Event { status: EventStatus::Cancelled, ..fixture::draft() };
        let off = event_readiness(&cancelled, Some(&fixture::venue()), fixture::READY, fixture::now());
        assert_eq!(missing(&off), ["status"]);
    }

    proptest! {
        #[test]
        fn ready_means_that_nothing_required_is_open(counts in prop::array::uniform5(0_i64..3), has_venue: bool) {
            let [tier_count, sellable_tier_count, limited_tier_count, signing_key_count, checkin_list_count] = counts;
            let facts = ReadinessFacts { tier_count, sellable_tier_count, limited_tier_count, signing_key_count, checkin_list_count };
            let venue = fixture::venue();
            let readiness = event_readiness(&fixture::draft(), has_venue.then_some(&venue), facts, fixture::now());
            prop_assert_eq!(readiness.is_ready, missing(&readiness).is_empty());
            let all_there = has_venue && [tier_count, sellable_tier_count, signing_key_count].iter().all(|n| *n > 0);
            prop_assert_eq!(readiness.is_ready, all_there);
            prop_assert!(readiness.items.iter().all(|item| item.is_done == item.fix.is_empty()), "an open item says what to do");
        }
    }
}
