//! How commands name an event: by id or by slug.

use std::{collections::BTreeMap, fmt};

use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{Event, EventId, store};

/// An event's id or slug, as a person or a screen gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct EventRef(pub String);

impl From<EventId> for EventRef {
    fn from(id: EventId) -> Self {
        Self(id.to_string())
    }
}

impl From<&str> for EventRef {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for EventRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Nothing is called that.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no event “{given}”")]
pub struct UnknownEvent {
    /// What was asked for, cut to 80 characters.
    pub given: String,
}

impl Refuse for UnknownEvent {
    fn code(&self) -> &'static str {
        "unknown_event"
    }
    fn fix(&self) -> String {
        "Give an event's id or slug, as the list of events shows them.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("event".to_owned())
    }
    fn params(&self) -> BTreeMap<String, String> {
        BTreeMap::from([("event".to_owned(), self.given.clone())])
    }
}

/// The event that `reference` names. No slug looks like an id, so there is never a doubt.
///
/// # Errors
/// [`UnknownEvent`] as a refusal, or a fault of the file.
pub fn find_event(view: &View<'_>, reference: &EventRef) -> Result<Event, Failure> {
    let text = reference.0.trim();
    let found = match text.parse::<EventId>() {
        Ok(id) => store::event_by_id(view, id)?,
        Err(_) => store::event_by_slug(view, &text.to_lowercase())?,
    };
    Ok(found.ok_or_else(|| UnknownEvent { given: text.chars().take(80).collect() })?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn an_event_is_found_by_id_and_by_slug() {
        let house = fixture::house();
        let event = fixture::create(&house, &fixture::sommernacht()).unwrap();
        for name in [event.id.to_string(), event.slug.clone(), format!(" {} ", event.slug.to_uppercase())] {
            let found = house.read(|view| find_event(view, &EventRef(name.clone())));
            assert_eq!(found.unwrap().id, event.id, "{name}");
        }
    }

    #[test]
    fn what_names_no_event_is_refused_and_not_repeated_at_length() {
        let house = fixture::house();
        for name in ["", "nothing", "'; DROP TABLE events; --", &"x".repeat(10_000)] {
            let refusal = fixture::refused(house.read(|view| find_event(view, &EventRef::from(name))));
            assert_eq!(refusal.code, "unknown_event");
            assert!(refusal.message.chars().count() < 120, "{}", refusal.message);
        }
    }
}
