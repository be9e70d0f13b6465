//! An event: what is planned, sold and admitted to.

mod cancel;
mod complete;
mod create;
mod detail;
mod fields;
mod find;
mod health;
mod import;
pub(crate) mod list;
mod postpone;
mod publish;
mod readiness;
mod state;
pub(crate) mod store;
mod tax_rounding;
mod times;
mod update;

use std::{fmt, str::FromStr};

use kernel::{Currency, Timestamp, Zone};
use serde::{Deserialize, Serialize};

pub use cancel::{CancelEvent, CancelRefused, cancel_event};
pub use complete::{CompleteRefused, complete_event};
pub use create::{CreateEvent, UnknownTemplate, create_event};
pub use detail::{EventDetail, EventSummary, EventTotals, detail_of, show_event};
pub use fields::{FieldRefused, SLUG_CHARACTERS_MAX, TITLE_CHARACTERS_MAX};
pub use find::{EventRef, UnknownEvent, find_event};
pub use health::{EventHealth, HealthFacts, HealthFinding, event_health};
pub use import::{ImportEvent, import_event};
pub use list::{ListEvents, MalformedCursor, list_events};
pub use postpone::postpone_event;
pub use publish::{NotReady, publish_event};
pub use readiness::{EventReadiness, ReadinessFacts, ReadinessItem, event_readiness};
pub use state::{EventAction, EventStatus, InvalidTransition, UnknownEventStatus, transition};
pub use store::{event_by_id, mark_price_rules};
pub use tax_rounding::{TaxRounding, UnknownTaxRounding};
pub use times::{DURATION_MINUTES_DEFAULT, EventTimes, TimesRefused};
pub use update::{UpdateEvent, UpdateFacts, UpdateRefused, update_event};

use crate::VenueId;

kernel::id_type!(EventId, "event", "Names one event.");

/// An event as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which.
    pub id: EventId,
    /// As printed on tickets.
    pub title: String,
    /// The name in addresses and on command lines; unique among living events.
    pub slug: String,
    /// Several lines; may be empty.
    pub description: String,
    /// A code of the event taxonomy.
    pub category_code: Option<String>,
    /// Where it stands; written only through [`transition`].
    pub status: EventStatus,
    /// Who may find it.
    pub visibility: Visibility,
    /// What its tiers are priced in.
    pub currency: Currency,
    /// The zone its times are shown in.
    pub time_zone: Zone,
    /// When the doors open, if that is not the start.
    pub doors_at: Option<Timestamp>,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends; after the start.
    pub ends_at: Timestamp,
    /// Where it takes place.
    pub venue_id: Option<VenueId>,
    /// Most guests over all admission tiers; absent: no limit but the tiers'.
    pub capacity: Option<i64>,
    /// Printed on tickets; may be empty.
    pub terms: String,
    /// Whether prices are what the buyer pays, or tax comes on top.
    pub prices_include_tax: bool,
    /// How tax is rounded over an order.
    pub tax_rounding: TaxRounding,
    /// Most places given away; absent: no limit but the tiers'.
    pub comp_quantity_max: Option<i64>,
    /// Whether fees or group discounts exist: a sale looks for them only then.
    pub has_price_rules: bool,
    /// Whether its sales are practice and no business.
    pub is_training: bool,
    /// Why it was cancelled; empty otherwise.
    pub cancel_reason: String,
    /// Counts changes.
    pub version: i64,
}

impl Event {
    /// The event's three moments.
    #[must_use]
    pub const fn times(&self) -> EventTimes {
        EventTimes { doors_at: self.doors_at, starts_at: self.starts_at, ends_at: self.ends_at }
    }
}

/// Who may find an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everyone.
    #[default]
    Public,
    /// Everyone who has the link.
    Unlisted,
    /// Those who are invited.
    Private,
}

impl Visibility {
    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Unlisted => "unlisted",
            Self::Private => "private",
        }
    }
}

/// A word that names no visibility.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a visibility")]
pub struct UnknownVisibility(pub String);

impl FromStr for Visibility {
    type Err = UnknownVisibility;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known =
            [Self::Public, Self::Unlisted, Self::Private].into_iter().find(|one| one.as_str() == text);
        known.ok_or_else(|| UnknownVisibility(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Visibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
