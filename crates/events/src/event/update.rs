//! Changing what is planned.

use kernel::{Failure, Refuse};
use serde::{Deserialize, Deserializer, Serialize};
use workspace::{Conflict, Tx};

use super::{
    Event, EventRef, EventStatus, FieldRefused, TaxRounding, Visibility,
    create::{slug_for, venue_of},
    fields, find_event, store,
    times::{self, MovedTimes},
};
use crate::{
    Venue, VenueId,
    venue::{self, VenueDraft},
};

/// What to change; absent fields stay.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdateEvent {
    /// Id or slug.
    pub event: EventRef,
    /// The version that the change was made from; a later one is refused. Absent: change what is there.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub version: Option<i64>,
    /// As printed on tickets.
    #[serde(default)]
    #[ts(optional)]
    pub title: Option<String>,
    /// The new start; end and doors move along unless they are given too.
    #[serde(default)]
    #[ts(optional)]
    pub starts_at: Option<String>,
    /// The new end.
    #[serde(default)]
    #[ts(optional)]
    pub ends_at: Option<String>,
    /// The new opening of the doors; null takes it away.
    #[serde(default, deserialize_with = "present")]
    #[ts(optional, type = "string | null")]
    pub doors_at: Option<Option<String>>,
    /// The new slug; addresses with the old one stop working.
    #[serde(default)]
    #[ts(optional)]
    pub slug: Option<String>,
    /// Several lines.
    #[serde(default)]
    #[ts(optional)]
    pub description: Option<String>,
    /// A code of the event taxonomy; blank takes it away.
    #[serde(default)]
    #[ts(optional)]
    pub category_code: Option<String>,
    /// IANA name. The moments stay; the clocks that show them change.
    #[serde(default)]
    #[ts(optional)]
    pub time_zone: Option<String>,
    /// ISO 4217; fixed once there are tiers.
    #[serde(default)]
    #[ts(optional)]
    pub currency: Option<String>,
    /// A venue that is there.
    #[serde(default)]
    #[ts(optional)]
    pub venue_id: Option<VenueId>,
    /// A venue to add; ignored when `venue_id` is given.
    #[serde(default)]
    #[ts(optional)]
    pub venue: Option<VenueDraft>,
    /// Most guests; null lifts the limit.
    #[serde(default, deserialize_with = "present")]
    #[ts(optional, type = "number | null")]
    pub capacity: Option<Option<i64>>,
    /// Who may find it.
    #[serde(default)]
    #[ts(optional)]
    pub visibility: Option<Visibility>,
    /// Printed on tickets.
    #[serde(default)]
    #[ts(optional)]
    pub terms: Option<String>,
    /// Whether prices are what the buyer pays; fixed once there are tiers.
    #[serde(default)]
    #[ts(optional)]
    pub prices_include_tax: Option<bool>,
    /// How tax is rounded over an order; orders that were made stay as they are.
    #[serde(default)]
    #[ts(optional)]
    pub tax_rounding: Option<TaxRounding>,
    /// Most places given away; null lifts the limit.
    #[serde(default, deserialize_with = "present")]
    #[ts(optional, type = "number | null")]
    pub comp_quantity_max: Option<Option<i64>>,
    /// Whether its sales are practice; fixed once there are tickets.
    #[serde(default)]
    #[ts(optional)]
    pub is_training: Option<bool>,
}

impl UpdateEvent {
    /// A request that changes nothing yet.
    #[must_use]
    pub fn of(event: EventRef) -> Self {
        Self {
            event,
            version: None,
            title: None,
            starts_at: None,
            ends_at: None,
            doors_at: None,
            slug: None,
            description: None,
            category_code: None,
            time_zone: None,
            currency: None,
            venue_id: None,
            venue: None,
            capacity: None,
            visibility: None,
            terms: None,
            prices_include_tax: None,
            tax_rounding: None,
            comp_quantity_max: None,
            is_training: None,
        }
    }
}

/// Tells "null" from "absent".
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// What the contexts that sell know of the event, as far as a change depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UpdateFacts {
    /// Tiers that bear prices in the event's currency.
    pub tier_count: i64,
    /// Admission places that are issued or held.
    pub places_taken: i64,
}

/// Why an event was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UpdateRefused {
    /// It took place or was called off.
    #[error("“{title}” is {status} and stays as it is")]
    Over {
        /// The event.
        title: String,
        /// Completed or cancelled.
        status: EventStatus,
    },
    /// Prices would change their meaning.
    #[error("the event has {tier_count} tiers; their prices depend on this")]
    PricesStand {
        /// The input field.
        field: &'static str,
        /// How many tiers there are.
        tier_count: i64,
    },
    /// Practice would become business, or the other way round.
    #[error("{places_taken} places are sold or held; practice and business are not mixed")]
    SalesStand {
        /// How many places are taken.
        places_taken: i64,
    },
    /// Fewer guests than are coming.
    #[error("{places_taken} places are sold or held; the capacity cannot be {capacity}")]
    CapacityBelowSold {
        /// What was asked for.
        capacity: i64,
        /// How many places are taken.
        places_taken: i64,
    },
}

impl Refuse for UpdateRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Over { .. } => "event_is_over",
            Self::PricesStand { .. } => "prices_stand",
            Self::SalesStand { .. } => "sales_stand",
            Self::CapacityBelowSold { .. } => "capacity_below_sold",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Over { .. } => "Plan a new event instead.".to_owned(),
            Self::PricesStand { .. } => "Plan a new event with the right setting.".to_owned(),
            Self::SalesStand { .. } => "Plan a separate event for practice.".to_owned(),
            Self::CapacityBelowSold { places_taken, .. } => {
                format!("Set it to {places_taken} or more, or refund tickets first.")
            }
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Over { .. } => "event",
            Self::PricesStand { field, .. } => field,
            Self::SalesStand { .. } => "is_training",
            Self::CapacityBelowSold { .. } => "capacity",
        };
        Some(field.to_owned())
    }
}

/// Changes an event that is not over.
///
/// # Errors
/// [`UpdateRefused`], [`FieldRefused`], [`super::TimesRefused`], [`Conflict`] or [`super::UnknownEvent`] as a refusal, or a
/// fault of the file.
pub fn update_event(tx: &Tx<'_>, request: &UpdateEvent, facts: UpdateFacts) -> Result<Event, Failure> {
    let stored = find_event(tx, &request.event)?;
    if request.version.is_some_and(|version| version != stored.version) {
        return Err(Conflict { noun: "event" }.into());
    }
    if stored.status.is_final() {
        return Err(UpdateRefused::Over { title: stored.title, status: stored.status }.into());
    }
    let venue = match venue_of(tx, request.venue_id, request.venue.as_ref())? {
        Some(venue) => Some(venue),
        None => stored.venue_id.map(|id| venue::required_venue(tx, id)).transpose()?,
    };
    let slug = match &request.slug {
        Some(asked) => slug_for(tx, Some(asked), &stored.title, Some(stored.id))?,
        None => stored.slug.clone(),
    };
    let changed = decide(&stored, request, slug, venue.as_ref())?;
    refuse_what_sales_forbid(&stored, &changed, facts)?;
    Ok(store::update_event_row(tx, &changed, venue.as_ref())?)
}

fn decide(
    stored: &Event,
    request: &UpdateEvent,
    slug: String,
    venue: Option<&Venue>,
) -> Result<Event, Failure> {
    let time_zone = fields::time_zone(request.time_zone.as_deref(), stored.time_zone)?;
    let typed = MovedTimes {
        doors_at: request.doors_at.as_ref().map(Option::as_deref),
        starts_at: request.starts_at.as_deref(),
        ends_at: request.ends_at.as_deref(),
    };
    let times = times::move_times(time_zone, stored.times(), &typed)?;
    let text =
        |new: &Option<String>, rule: fn(Option<&str>) -> Result<String, FieldRefused>, old: &str| match new {
            Some(text) => rule(Some(text)),
            None => Ok(old.to_owned()),
        };
    Ok(Event {
        title: request.title.as_deref().map_or_else(|| Ok(stored.title.clone()), fields::title)?,
        slug,
        description: text(&request.description, fields::description, &stored.description)?,
        category_code: match &request.category_code {
            Some(code) => fields::category(Some(code))?,
            None => stored.category_code.clone(),
        },
        visibility: request.visibility.unwrap_or(stored.visibility),
        currency: fields::currency(request.currency.as_deref(), stored.currency)?,
        time_zone,
        doors_at: times.doors_at,
        starts_at: times.starts_at,
        ends_at: times.ends_at,
        venue_id: venue.map(|venue| venue.id),
        capacity: match request.capacity {
            Some(capacity) => capacity.map(fields::capacity).transpose()?,
            None => stored.capacity,
        },
        terms: text(&request.terms, fields::terms, &stored.terms)?,
        prices_include_tax: request.prices_include_tax.unwrap_or(stored.prices_include_tax),
        tax_rounding: request.tax_rounding.unwrap_or(stored.tax_rounding),
        comp_quantity_max: match request.comp_quantity_max {
            Some(most) => most.map(fields::comp_quantity_max).transpose()?,
            None => stored.comp_quantity_max,
        },
        is_training: request.is_training.unwrap_or(stored.is_training),
        ..stored.clone()
    })
}

fn refuse_what_sales_forbid(from: &Event, to: &Event, facts: UpdateFacts) -> Result<(), UpdateRefused> {
    let UpdateFacts { tier_count, places_taken } = facts;
    if tier_count > 0 && from.currency != to.currency {
        return Err(UpdateRefused::PricesStand { field: "currency", tier_count });
    }
    if tier_count > 0 && from.prices_include_tax != to.prices_include_tax {
        return Err(UpdateRefused::PricesStand { field: "prices_include_tax", tier_count });
    }
    if places_taken > 0 && from.is_training != to.is_training {
        return Err(UpdateRefused::SalesStand { places_taken });
    }
    match to.capacity.filter(|capacity| from.capacity != Some(*capacity)) {
        Some(capacity) if capacity < places_taken => {
            Err(UpdateRefused::CapacityBelowSold { capacity, places_taken })
        }
        Some(_) | None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{event, fixture};

    fn update(house: &fixture::House, request: &UpdateEvent, facts: UpdateFacts) -> Result<Event, Failure> {
        house.transact(&as_test(), |tx| update_event(tx, request, facts))
    }

    fn read(json: serde_json::Value) -> UpdateEvent {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn absent_fields_stay_and_null_takes_away() {
        let house = fixture::house();
        let request = event::CreateEvent {
            capacity: Some(200),
            doors_at: Some("2026-06-13T19:00".to_owned()),
            ..fixture::sommernacht()
        };
        let made = fixture::create(&house, &request).unwrap();
        let same =
            update(&house, &read(serde_json::json!({ "event": made.slug })), UpdateFacts::default()).unwrap();
        assert_eq!(same, Event { version: 2, ..made.clone() });
        let bare = read(
            serde_json::json!({ "event": made.id.to_string(), "capacity": null, "doors_at": null, "title": "Neu" }),
        );
        let changed = update(&house, &bare, UpdateFacts::default()).unwrap();
        assert_eq!(
            changed,
            Event { version: 3, capacity: None, doors_at: None, title: "Neu".to_owned(), ..made }
        );
    }

    #[test]
    fn a_change_made_from_an_old_version_is_refused() {
        let house = fixture::house();
        let made = fixture::create(&house, &fixture::sommernacht()).unwrap();
        let request = UpdateEvent {
            version: Some(1),
            title: Some("Eins".to_owned()),
            ..UpdateEvent::of(made.id.into())
        };
        update(&house, &request, UpdateFacts::default()).unwrap();
        assert_eq!(
            fixture::refused(update(&house, &request, UpdateFacts::default())).code,
            "changed_meanwhile"
        );
    }

    #[test]
    fn a_search_finds_the_new_title_and_venue() {
        let house = fixture::house();
        let made = fixture::create(&house, &fixture::sommernacht()).unwrap();
        let venue = VenueDraft { name: "Alte Mühle".to_owned(), ..VenueDraft::default() };
        update(
            &house,
            &UpdateEvent { venue: Some(venue), ..UpdateEvent::of(made.id.into()) },
            UpdateFacts::default(),
        )
        .unwrap();
        let wanted = event::ListEvents { search: Some("muhle".to_owned()), ..event::ListEvents::default() };
        let page =
            house.read(|view| event::list_events(view, &wanted, |_, _| Ok(std::collections::HashMap::new())));
        assert_eq!(page.unwrap().total, 1);
    }

    #[test]
    fn keeping_the_own_slug_is_no_clash_and_taking_anothers_is() {
        let house = fixture::house();
        let (one, two) = (
            fixture::create(&house, &fixture::sommernacht()).unwrap(),
            fixture::create(&house, &fixture::sommernacht()).unwrap(),
        );
        let keep = UpdateEvent { slug: Some(one.slug.clone()), ..UpdateEvent::of(one.id.into()) };
        assert!(update(&house, &keep, UpdateFacts::default()).is_ok());
        let take = UpdateEvent { slug: Some(one.slug), ..UpdateEvent::of(two.id.into()) };
        assert_eq!(fixture::refused(update(&house, &take, UpdateFacts::default())).code, "slug_taken");
    }

    #[test]
    fn what_tickets_stand_on_does_not_move() {
        let house = fixture::house();
        let made = fixture::create(&house, &fixture::sommernacht()).unwrap();
        let sold = UpdateFacts { tier_count: 2, places_taken: 120 };
        let of = || UpdateEvent::of(made.id.into());
        for (request, code, field) in [
            (UpdateEvent { currency: Some("USD".to_owned()), ..of() }, "prices_stand", "currency"),
            (UpdateEvent { prices_include_tax: Some(false), ..of() }, "prices_stand", "prices_include_tax"),
            (UpdateEvent { is_training: Some(true), ..of() }, "sales_stand", "is_training"),
            (UpdateEvent { capacity: Some(Some(119)), ..of() }, "capacity_below_sold", "capacity"),
            (
                UpdateEvent { ends_at: Some("2026-06-13T19:00".to_owned()), ..of() },
                "ends_before_start",
                "ends_at",
            ),
        ] {
            let refusal = fixture::refused(update(&house, &request, sold));
            assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), (code, Some(field)));
        }
        assert!(update(&house, &UpdateEvent { capacity: Some(Some(120)), ..of() }, sold).is_ok());
    }
}
