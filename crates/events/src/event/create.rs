//! Planning a new event, from scratch or from a template. Tiers and check-in lists of a template are made by the
//! contexts that own them.

use identity::organization::{Organization, required_organization};
use kernel::{Failure, Refuse};
use reference::EventTemplate;
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use super::{
    Event, EventId, EventStatus, FieldRefused, TaxRounding, Visibility, fields, store,
    times::{self, TypedTimes, UsualTimes},
};
use crate::{
    Venue, VenueId,
    venue::{self, VenueDraft},
};

/// An event to plan. Absent fields come from the template, else from the organization.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateEvent {
    /// As printed on tickets.
    pub title: String,
    /// Local time of the event's zone (`2026-06-13T20:00`), or a moment with an offset.
    pub starts_at: String,
    /// As `starts_at`; the template's duration, else three hours, when absent.
    #[serde(default)]
    #[ts(optional)]
    pub ends_at: Option<String>,
    /// As `starts_at`; the template's, else none, when absent.
    #[serde(default)]
    #[ts(optional)]
    pub doors_at: Option<String>,
    /// Made from the title when absent.
    #[serde(default)]
    #[ts(optional)]
    pub slug: Option<String>,
    /// Key of an event template.
    #[serde(default)]
    #[ts(optional)]
    pub template: Option<String>,
    /// Several lines.
    #[serde(default)]
    #[ts(optional)]
    pub description: Option<String>,
    /// A code of the event taxonomy.
    #[serde(default)]
    #[ts(optional)]
    pub category_code: Option<String>,
    /// IANA name.
    #[serde(default)]
    #[ts(optional)]
    pub time_zone: Option<String>,
    /// ISO 4217.
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
    /// Most guests; the venue's, else the template's, when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub capacity: Option<i64>,
    /// Public when absent.
    #[serde(default)]
    #[ts(optional)]
    pub visibility: Option<Visibility>,
    /// Printed on tickets.
    #[serde(default)]
    #[ts(optional)]
    pub terms: Option<String>,
    /// True when absent.
    #[serde(default)]
    #[ts(optional)]
    pub prices_include_tax: Option<bool>,
    /// How tax is rounded over an order; by line when absent.
    #[serde(default)]
    #[ts(optional)]
    pub tax_rounding: Option<TaxRounding>,
    /// Most places given away; no limit but the tiers' when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub comp_quantity_max: Option<i64>,
    /// Whether its sales are practice; false when absent.
    #[serde(default)]
    #[ts(optional)]
    pub is_training: Option<bool>,
}

/// No template has this key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no event template “{0}”")]
pub struct UnknownTemplate(pub String);

impl Refuse for UnknownTemplate {
    fn code(&self) -> &'static str {
        "unknown_template"
    }
    fn fix(&self) -> String {
        let keys: Vec<_> = reference::templates().into_iter().map(|template| template.key).collect();
        format!("Use one of {}.", keys.join(", "))
    }
    fn field(&self) -> Option<String> {
        Some("template".to_owned())
    }
}

/// Plans an event, as a draft.
///
/// # Errors
/// [`FieldRefused`], [`super::TimesRefused`], [`UnknownTemplate`] or [`venue::VenueRefused`] as a refusal, or a fault of
/// the file.
pub fn create_event(tx: &Tx<'_>, request: &CreateEvent) -> Result<Event, Failure> {
    let organization = required_organization(tx)?;
    let template = template_of(request, &organization)?;
    let venue = venue_of(tx, request.venue_id, request.venue.as_ref())?;
    let slug = slug_for(tx, request.slug.as_deref(), &request.title, None)?;
    let event = decide(tx.new_id()?, request, slug, &organization, template.as_ref(), venue.as_ref())?;
    store::insert_event(tx, &event, venue.as_ref())?;
    Ok(event)
}

fn template_of(request: &CreateEvent, home: &Organization) -> Result<Option<EventTemplate>, UnknownTemplate> {
    let Some(key) = request.template.as_deref().map(str::trim).filter(|key| !key.is_empty()) else {
        return Ok(None);
    };
    let known = reference::template_in(key, home.currency);
    known.map(Some).ok_or_else(|| UnknownTemplate(key.chars().take(40).collect()))
}

/// The venue that a command names or brings along.
pub(super) fn venue_of(
    tx: &Tx<'_>,
    venue_id: Option<VenueId>,
    draft: Option<&VenueDraft>,
) -> Result<Option<Venue>, Failure> {
    match (venue_id, draft) {
        (Some(id), _) => venue::required_venue(tx, id).map(Some),
        (None, Some(draft)) => venue::create_venue(tx, draft).map(Some),
        (None, None) => Ok(None),
    }
}

fn decide(
    id: EventId,
    request: &CreateEvent,
    slug: String,
    home: &Organization,
    template: Option<&EventTemplate>,
    venue: Option<&Venue>,
) -> Result<Event, Failure> {
    let time_zone = fields::time_zone(request.time_zone.as_deref(), home.time_zone)?;
    let usual = template.map_or_else(UsualTimes::default, |template| UsualTimes {
        duration_minutes: template.duration_minutes,
        doors_before_minutes: template.doors_before_minutes,
    });
    let typed = TypedTimes {
        doors_at: request.doors_at.as_deref(),
        starts_at: &request.starts_at,
        ends_at: request.ends_at.as_deref(),
    };
    let times = times::read_times(time_zone, typed, usual)?;
    let usual_capacity = venue
        .and_then(|venue| venue.capacity)
        .or_else(|| template.map(|template| i64::from(template.capacity)).filter(|places| *places > 0));
    Ok(Event {
        id,
        title: fields::title(&request.title)?,
        slug,
        description: fields::description(request.description.as_deref())?,
        category_code: fields::category(request.category_code.as_deref())?
            .or_else(|| template.map(|template| template.category_code.clone())),
        status: EventStatus::Draft,
        visibility: request.visibility.unwrap_or_default(),
        currency: fields::currency(request.currency.as_deref(), home.currency)?,
        time_zone,
        doors_at: times.doors_at,
        starts_at: times.starts_at,
        ends_at: times.ends_at,
        venue_id: venue.map(|venue| venue.id),
        capacity: request.capacity.map(fields::capacity).transpose()?.or(usual_capacity),
        terms: fields::terms(request.terms.as_deref())?,
        prices_include_tax: request.prices_include_tax.unwrap_or(true),
        tax_rounding: request.tax_rounding.unwrap_or_default(),
        comp_quantity_max: request.comp_quantity_max.map(fields::comp_quantity_max).transpose()?,
        has_price_rules: false,
        is_training: request.is_training.unwrap_or(false),
        cancel_reason: String::new(),
        version: 1,
    })
}

/// The slug that is asked for, if it is free; else one made from the title, with a number when others have it.
pub(super) fn slug_for(
    view: &View<'_>,
    asked: Option<&str>,
    title: &str,
    own: Option<EventId>,
) -> Result<String, Failure> {
    let holder = |slug: &str| {
        store::event_by_slug(view, slug).map(|event| event.filter(|event| Some(event.id) != own))
    };
    let free = |base: &str| {
        identity::slug::first_free(base, fields::SLUG_CHARACTERS_MAX, |slug| {
            holder(slug).map(|event| event.is_some())
        })
    };
    let Some(asked) = asked.filter(|text| !text.trim().is_empty()) else {
        // Fails here rather than after: a title that is refused must not be refused as a slug.
        return Ok(free(&fields::derived_slug(&fields::title(title)?))?);
    };
    let Some(slug) = fields::chosen_slug(asked) else {
        let suggestion = free(&fields::derived_slug(asked))?;
        return Err(
            FieldRefused::MalformedSlug { given: asked.chars().take(80).collect(), suggestion }.into()
        );
    };
    match holder(&slug)? {
        None => Ok(slug),
        Some(other) => {
            Err(FieldRefused::SlugTaken { suggestion: free(&slug)?, slug, title: other.title }.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        event::{EventRef, find_event},
        fixture,
    };

    #[test]
    fn an_event_takes_what_it_is_not_told_from_the_organization() {
        let house = fixture::house();
        let event = fixture::create(&house, &fixture::sommernacht()).unwrap();
        assert_eq!((event.slug.as_str(), event.status), ("sommernacht-im-hof", EventStatus::Draft));
        assert_eq!((event.currency.code(), event.time_zone.name()), ("EUR", "Europe/Berlin"));
        assert_eq!(event.starts_at.to_rfc3339(), "2026-06-13T18:00:00+00:00");
        let stored = house.read(|view| find_event(view, &EventRef::from(event.id)));
        assert_eq!(stored.unwrap(), event);
    }

    #[test]
    fn a_template_gives_length_doors_category_and_capacity() {
        let house = fixture::house();
        let template = reference::template_in("club-night", kernel::Currency::EUR).unwrap();
        let request = CreateEvent { template: Some("club-night".to_owned()), ..fixture::sommernacht() };
        let event = fixture::create(&house, &request).unwrap();
        assert_eq!((event.ends_at - event.starts_at).num_minutes(), i64::from(template.duration_minutes));
        assert_eq!(event.category_code.as_deref(), Some(template.category_code.as_str()));
        assert_eq!(event.capacity, Some(i64::from(template.capacity)));
        let unknown = CreateEvent { template: Some("parade".to_owned()), ..fixture::sommernacht() };
        assert_eq!(fixture::refused(fixture::create(&house, &unknown)).code, "unknown_template");
    }

    #[test]
    fn a_venue_lends_its_capacity() {
        let house = fixture::house();
        let venue = VenueDraft { name: "Hof".to_owned(), capacity: Some(240), ..VenueDraft::default() };
        let first =
            fixture::create(&house, &CreateEvent { venue: Some(venue.clone()), ..fixture::sommernacht() })
                .unwrap();
        assert_eq!(first.capacity, Some(240));
        let request = CreateEvent { venue_id: first.venue_id, capacity: Some(100), ..fixture::sommernacht() };
        let second = fixture::create(&house, &request).unwrap();
        assert_eq!((second.venue_id, second.capacity), (first.venue_id, Some(100)));
    }

    #[test]
    fn the_same_title_twice_gets_a_slug_with_a_number() {
        let house = fixture::house();
        fixture::create(&house, &fixture::sommernacht()).unwrap();
        let second = fixture::create(&house, &fixture::sommernacht()).unwrap();
        assert_eq!(second.slug, "sommernacht-im-hof-2");
    }

    #[test]
    fn a_chosen_slug_that_is_taken_is_refused_with_a_free_one() {
        let house = fixture::house();
        let request = CreateEvent { slug: Some("Hof".to_owned()), ..fixture::sommernacht() };
        fixture::create(&house, &request).unwrap();
        let refusal = fixture::refused(fixture::create(&house, &request));
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("slug_taken", Some("slug")));
        assert_eq!(refusal.params["suggestion"], "hof-2");
        let free = CreateEvent { slug: Some(refusal.params["suggestion"].clone()), ..fixture::sommernacht() };
        assert!(fixture::create(&house, &free).is_ok(), "the suggestion must be free");
    }

    #[test]
    fn a_bad_field_is_refused_in_its_place_and_changes_nothing() {
        let house = fixture::house();
        let before = fixture::changes(&house);
        let some = |text: &str| Some(text.to_owned());
        let good = fixture::sommernacht();
        for (request, code, field) in [
            (CreateEvent { title: "\n\u{202E}".to_owned(), ..good.clone() }, "text_missing", "title"),
            (CreateEvent { title: "x".repeat(10_000), ..good.clone() }, "text_too_long", "title"),
            (
                CreateEvent { starts_at: "2026-03-29T02:30".to_owned(), ..good.clone() },
                "time_does_not_exist",
                "starts_at",
            ),
            (
                CreateEvent { ends_at: some("2026-06-12T20:00"), ..good.clone() },
                "ends_before_start",
                "ends_at",
            ),
            (
                CreateEvent { doors_at: some("2026-06-13T20:30"), ..good.clone() },
                "doors_after_start",
                "doors_at",
            ),
            (CreateEvent { slug: some("Sommer Nacht!"), ..good.clone() }, "malformed_slug", "slug"),
            (
                CreateEvent { category_code: some("PARTY"), ..good.clone() },
                "unknown_category",
                "category_code",
            ),
            (CreateEvent { currency: some("EURO"), ..good.clone() }, "unknown_currency", "currency"),
            (CreateEvent { time_zone: some("Berlin"), ..good.clone() }, "unknown_time_zone", "time_zone"),
            (CreateEvent { capacity: Some(0), ..good.clone() }, "capacity_out_of_range", "capacity"),
            (
                CreateEvent { description: Some("x".repeat(20_001)), ..good.clone() },
                "text_too_long",
                "description",
            ),
            (
                CreateEvent { venue: Some(VenueDraft::default()), ..good.clone() },
                "text_missing",
                "venue.name",
            ),
        ] {
            let refusal = fixture::refused(fixture::create(&house, &request));
            assert_eq!(
                (refusal.code.as_str(), refusal.field.as_deref()),
                (code, Some(field)),
                "{}",
                refusal.message
            );
        }
        assert_eq!(fixture::changes(&house), before, "a refusal changes nothing, not even the venue");
    }

    #[test]
    fn hostile_titles_are_kept_as_words() {
        let house = fixture::house();
        let title = "'; DROP TABLE events; --".to_owned();
        let event =
            fixture::create(&house, &CreateEvent { title: title.clone(), ..fixture::sommernacht() }).unwrap();
        assert_eq!((event.title, event.slug.as_str()), (title, "drop-table-events"));
    }

    #[test]
    fn a_fault_at_any_statement_leaves_nothing_behind() {
        let house = fixture::house();
        let before = fixture::changes(&house);
        let venue = VenueDraft { name: "Hof".to_owned(), ..VenueDraft::default() };
        let request = CreateEvent { venue: Some(venue), ..fixture::sommernacht() };
        for n in 1.. {
            house.fail_at_statement(n);
            let outcome = fixture::create(&house, &request);
            house.fail_at_statement(0);
            if outcome.is_ok() {
                assert!(n > 3, "the trap never sprang");
                return;
            }
            assert_eq!(fixture::changes(&house), before, "all or nothing, with the fault at statement {n}");
        }
    }
}
