//! An event as screens and terminals show it. What was sold is handed in by the contexts that sell.

use kernel::{Currency, Failure, Fault, Money, Timestamp, Zone};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{Event, EventId, EventRef, EventStatus, TaxRounding, Visibility, find_event};
use crate::{Venue, venue};

/// What an event has sold. Contexts to the right count it, for many events in one query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventTotals {
    /// Tickets that are issued and still stand.
    pub sold: i64,
    /// Paid less refunded, in minor units of the event's currency.
    pub revenue_minor: i64,
}

/// An event in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EventSummary {
    /// Which.
    pub id: EventId,
    /// As printed on tickets.
    pub title: String,
    /// The name in addresses and on command lines.
    pub slug: String,
    /// Where it stands.
    pub status: EventStatus,
    /// What its tiers are priced in.
    pub currency: Currency,
    /// The zone its times are shown in.
    pub time_zone: Zone,
    /// When the doors open, UTC.
    #[ts(type = "string | null")]
    pub doors_at: Option<Timestamp>,
    /// When it starts, UTC.
    #[ts(type = "string")]
    pub starts_at: Timestamp,
    /// When it ends, UTC.
    #[ts(type = "string")]
    pub ends_at: Timestamp,
    /// Where, if it is known.
    pub venue_name: Option<String>,
    /// Most guests.
    #[ts(type = "number | null")]
    pub capacity: Option<i64>,
    /// Tickets that are issued and still stand.
    #[ts(type = "number")]
    pub sold: i64,
    /// Paid less refunded.
    pub revenue: Money,
}

/// Everything about an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EventDetail {
    /// What the list shows.
    #[serde(flatten)]
    #[ts(flatten)]
    pub summary: EventSummary,
    /// Several lines; may be empty.
    pub description: String,
    /// A code of the event taxonomy.
    pub category_code: Option<String>,
    /// Who may find it.
    pub visibility: Visibility,
    /// Where.
    pub venue: Option<Venue>,
    /// Printed on tickets; may be empty.
    pub terms: String,
    /// Whether prices are what the buyer pays.
    pub prices_include_tax: bool,
    /// How tax is rounded over an order.
    pub tax_rounding: TaxRounding,
    /// Most places given away.
    #[ts(type = "number | null")]
    pub comp_quantity_max: Option<i64>,
    /// Whether its sales are practice.
    pub is_training: bool,
    /// Why it was cancelled; empty otherwise.
    pub cancel_reason: String,
    /// Counts changes; an update may name the version it saw.
    #[ts(type = "number")]
    pub version: i64,
}

/// Everything about the event that `reference` names.
///
/// # Errors
/// [`super::UnknownEvent`] as a refusal, what `totals` returned, or a fault of the file.
pub fn show_event(
    view: &View<'_>,
    reference: &EventRef,
    totals: impl FnOnce(&View<'_>, EventId) -> Result<EventTotals, Fault>,
) -> Result<EventDetail, Failure> {
    let event = find_event(view, reference)?;
    let totals = totals(view, event.id)?;
    Ok(detail_of(view, event, totals)?)
}

/// Everything about `event`, which the caller has read or just written.
///
/// # Errors
/// A fault when the file cannot be read.
pub fn detail_of(view: &View<'_>, event: Event, totals: EventTotals) -> Result<EventDetail, Fault> {
    let venue = event.venue_id.map(|id| venue::venue_by_id(view, id)).transpose()?.flatten();
    let summary = EventSummary {
        id: event.id,
        title: event.title,
        slug: event.slug,
        status: event.status,
        currency: event.currency,
        time_zone: event.time_zone,
        doors_at: event.doors_at,
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        venue_name: venue.as_ref().map(|venue| venue.name.clone()),
        capacity: event.capacity,
        sold: totals.sold,
        revenue: Money::new(totals.revenue_minor, event.currency),
    };
    Ok(EventDetail {
        summary,
        description: event.description,
        category_code: event.category_code,
        visibility: event.visibility,
        venue,
        terms: event.terms,
        prices_include_tax: event.prices_include_tax,
        tax_rounding: event.tax_rounding,
        comp_quantity_max: event.comp_quantity_max,
        is_training: event.is_training,
        cancel_reason: event.cancel_reason,
        version: event.version,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fixture, venue::VenueDraft};

    #[test]
    fn a_detail_is_one_flat_record_with_what_was_sold() {
        let house = fixture::house();
        let venue = VenueDraft { name: "Hof".to_owned(), ..VenueDraft::default() };
        let event = fixture::create(
            &house,
            &super::super::CreateEvent { venue: Some(venue), ..fixture::sommernacht() },
        )
        .unwrap();
        let totals = EventTotals { sold: 3, revenue_minor: 4_500 };
        let detail =
            house.read(|view| show_event(view, &EventRef::from(event.id), |_, _| Ok(totals))).unwrap();
        let json = serde_json::to_value(&detail).unwrap();
        assert_eq!(json["venue_name"], "Hof");
        assert_eq!(json["venue"]["country_code"], "DE");
        assert_eq!(json["sold"], 3);
        assert_eq!(json["revenue"], serde_json::json!({ "minor": 4_500, "currency": "EUR" }));
        assert_eq!(json["starts_at"], "2026-06-13T18:00:00Z");
        assert_eq!(serde_json::from_value::<EventDetail>(json).unwrap(), detail);
    }
}
