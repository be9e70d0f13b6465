//! The life of an event, in one total table (domain.md, 2.4).
//!
//! |           | publish   | postpone  | complete  | cancel    |
//! |-----------|-----------|-----------|-----------|-----------|
//! | draft     | published | –         | –         | cancelled |
//! | published | –         | postponed | completed | cancelled |
//! | postponed | published | –         | –         | cancelled |
//! | completed | –         | –         | –         | –         |
//! | cancelled | –         | –         | –         | –         |

use std::{collections::BTreeMap, fmt, str::FromStr};

use kernel::Refuse;
use serde::{Deserialize, Serialize};

/// Where an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum EventStatus {
    /// Being planned; nothing is sold.
    Draft,
    /// On sale.
    Published,
    /// Will take place later; nothing is sold until it is published again.
    Postponed,
    /// Took place. Final.
    Completed,
    /// Will not take place. Final.
    Cancelled,
}

/// What can be done to an event's status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum EventAction {
    /// Put it on sale, for the first time or again.
    Publish,
    /// Take it off sale until a new date stands.
    Postpone,
    /// Close it after it took place.
    Complete,
    /// Call it off.
    Cancel,
}

/// The status does not allow the action.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an event that is {from} cannot be {}", done(*action))]
pub struct InvalidTransition {
    /// Where the event stands.
    pub from: EventStatus,
    /// What was asked.
    pub action: EventAction,
}

impl Refuse for InvalidTransition {
    fn code(&self) -> &'static str {
        "invalid_transition"
    }
    fn fix(&self) -> String {
        match self.from {
            EventStatus::Draft => "Publish it first. A draft needs no postponing: change its date.",
            EventStatus::Published => "It is on sale already; there is nothing to do.",
            EventStatus::Postponed => "Publish it when the new date stands, or cancel it.",
            EventStatus::Completed | EventStatus::Cancelled => "This is final. Plan a new event instead.",
        }
        .to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("event".to_owned())
    }
    fn params(&self) -> BTreeMap<String, String> {
        BTreeMap::from([
            ("from".to_owned(), self.from.to_string()),
            ("action".to_owned(), done(self.action).to_owned()),
        ])
    }
}

/// The next status of an event that stands at `from`. Total: a new status or action does not compile until it is here.
///
/// # Errors
/// When the table has no such edge.
pub const fn transition(from: EventStatus, action: EventAction) -> Result<EventStatus, InvalidTransition> {
    match (from, action) {
        (EventStatus::Draft | EventStatus::Postponed, EventAction::Publish) => Ok(EventStatus::Published),
        (EventStatus::Published, EventAction::Postpone) => Ok(EventStatus::Postponed),
        (EventStatus::Published, EventAction::Complete) => Ok(EventStatus::Completed),
        (EventStatus::Draft | EventStatus::Published | EventStatus::Postponed, EventAction::Cancel) => {
            Ok(EventStatus::Cancelled)
        }
        (EventStatus::Published, EventAction::Publish)
        | (EventStatus::Draft | EventStatus::Postponed, EventAction::Postpone | EventAction::Complete)
        | (
            EventStatus::Completed | EventStatus::Cancelled,
            EventAction::Publish | EventAction::Postpone | EventAction::Complete | EventAction::Cancel,
        ) => Err(InvalidTransition { from, action }),
    }
}

const fn done(action: EventAction) -> &'static str {
    match action {
        EventAction::Publish => "published",
        EventAction::Postpone => "postponed",
        EventAction::Complete => "completed",
        EventAction::Cancel => "cancelled",
    }
}

impl EventStatus {
    /// Every status.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::Published, Self::Postponed, Self::Completed, Self::Cancelled];

    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Postponed => "postponed",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether tickets may be sold.
    #[must_use]
    pub const fn is_on_sale(self) -> bool {
        match self {
            Self::Published => true,
            Self::Draft | Self::Postponed | Self::Completed | Self::Cancelled => false,
        }
    }

    /// Whether nothing follows.
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Self::Completed | Self::Cancelled => true,
            Self::Draft | Self::Published | Self::Postponed => false,
        }
    }
}

impl fmt::Display for EventStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no status of an event.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a status of an event")]
pub struct UnknownEventStatus(pub String);

impl Refuse for UnknownEventStatus {
    fn code(&self) -> &'static str {
        "unknown_status"
    }
    fn fix(&self) -> String {
        let words: Vec<_> = EventStatus::ALL.iter().map(|status| status.as_str()).collect();
        format!("Use one of {}.", words.join(", "))
    }
    fn field(&self) -> Option<String> {
        Some("status".to_owned())
    }
}

impl FromStr for EventStatus {
    type Err = UnknownEventStatus;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|status| status.as_str() == text);
        known.ok_or_else(|| UnknownEventStatus(text.chars().take(40).collect()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const ACTIONS: [EventAction; 4] =
        [EventAction::Publish, EventAction::Postpone, EventAction::Complete, EventAction::Cancel];

    #[test]
    fn the_edges_are_these_and_no_others() {
        let mut edges = BTreeSet::new();
        for from in EventStatus::ALL {
            for action in ACTIONS {
                match transition(from, action) {
                    Ok(to) => assert!(edges.insert((from, to)), "two actions for one edge"),
                    Err(refused) => assert_eq!(refused, InvalidTransition { from, action }),
                }
            }
        }
        let expected = [
            (EventStatus::Draft, EventStatus::Published),
            (EventStatus::Draft, EventStatus::Cancelled),
            (EventStatus::Published, EventStatus::Postponed),
            (EventStatus::Published, EventStatus::Completed),
            (EventStatus::Published, EventStatus::Cancelled),
            (EventStatus::Postponed, EventStatus::Published),
            (EventStatus::Postponed, EventStatus::Cancelled),
        ];
        assert_eq!(edges, BTreeSet::from(expected));
    }

    #[test]
    fn stored_words_read_back() {
        for status in EventStatus::ALL {
            assert_eq!(status.as_str().parse(), Ok(status));
        }
    }

    proptest! {
        #[test]
        fn every_walk_can_end_and_nothing_follows_the_end(walk in prop::collection::vec(prop::sample::select(&ACTIONS), 0..12)) {
            let mut status = EventStatus::Draft;
            for action in walk {
                match transition(status, action) {
                    Ok(next) => {
                        prop_assert!(!status.is_final(), "{} left a final status", status);
                        prop_assert_ne!(next, EventStatus::Draft, "nothing returns to a draft");
                        status = next;
                    }
                    Err(refused) => prop_assert_eq!(refused.from, status),
                }
            }
            prop_assert!(status.is_final() || transition(status, EventAction::Cancel).is_ok(), "{} is a dead end", status);
        }
    }
}
