//! Taking an event over from another system, with the status and the moments that it has there. The rules of fields
//! hold; readiness does not, because the event is on sale already or long over.

use identity::organization::required_organization;
use kernel::{Currency, Failure, Timestamp, Zone};
use workspace::Tx;

use super::{
    Event, EventAction, EventStatus, EventTimes, InvalidTransition, TaxRounding, Visibility,
    create::{slug_for, venue_of},
    fields, store, times, transition,
};
use crate::venue::VenueDraft;

/// An event of another system, its values already read and typed.
#[derive(Clone, Debug)]
pub struct ImportEvent {
    /// As printed on tickets.
    pub title: String,
    /// The other system's short name; a free one is made from it when it is taken or malformed.
    pub slug: String,
    /// Several lines.
    pub description: String,
    /// Printed on tickets.
    pub terms: String,
    /// Where it stands there.
    pub status: EventStatus,
    /// Who may find it.
    pub visibility: Visibility,
    /// What it is priced in.
    pub currency: Currency,
    /// Where its clocks are.
    pub time_zone: Zone,
    /// When the doors open.
    pub doors_at: Option<Timestamp>,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends; three hours after the start when the other system does not say.
    pub ends_at: Option<Timestamp>,
    /// Where.
    pub venue: Option<VenueDraft>,
    /// Most guests.
    pub capacity: Option<i64>,
    /// Whether prices are what the buyer pays.
    pub prices_include_tax: bool,
    /// Whether its sales were practice.
    pub is_training: bool,
}

/// Takes an event over.
///
/// # Errors
/// [`super::FieldRefused`] or [`super::TimesRefused`] as a refusal, or a fault of the file.
pub fn import_event(tx: &Tx<'_>, request: &ImportEvent) -> Result<Event, Failure> {
    required_organization(tx)?;
    let venue = venue_of(tx, None, request.venue.as_ref())?;
    let slug = slug_for(tx, None, &request.slug, None)?;
    let times = EventTimes {
        doors_at: request.doors_at,
        starts_at: request.starts_at,
        ends_at: request.ends_at.unwrap_or_else(|| times::usual_end(request.starts_at)),
    };
    let times = times::checked(request.time_zone, times)?;
    let event = Event {
        id: tx.new_id()?,
        title: fields::title(&request.title)?,
        slug,
        description: fields::description(Some(&request.description))?,
        category_code: None,
        status: reached(request.status)?,
        visibility: request.visibility,
        currency: request.currency,
        time_zone: request.time_zone,
        doors_at: times.doors_at,
        starts_at: times.starts_at,
        ends_at: times.ends_at,
        venue_id: venue.as_ref().map(|venue| venue.id),
        capacity: request.capacity.map(fields::capacity).transpose()?,
        terms: fields::terms(Some(&request.terms))?,
        prices_include_tax: request.prices_include_tax,
        tax_rounding: TaxRounding::default(),
        comp_quantity_max: None,
        has_price_rules: false,
        is_training: request.is_training,
        cancel_reason: String::new(),
        version: 1,
    };
    store::insert_event(tx, &event, venue.as_ref())?;
    Ok(event)
}

/// The status, reached from a draft by the machine's own edges.
fn reached(status: EventStatus) -> Result<EventStatus, InvalidTransition> {
    let path: &[EventAction] = match status {
        EventStatus::Draft => &[],
        EventStatus::Published => &[EventAction::Publish],
        EventStatus::Postponed => &[EventAction::Publish, EventAction::Postpone],
        EventStatus::Completed => &[EventAction::Publish, EventAction::Complete],
        EventStatus::Cancelled => &[EventAction::Cancel],
    };
    path.iter().try_fold(EventStatus::Draft, |from, action| transition(from, *action))
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::fixture;

    fn foreign() -> ImportEvent {
        let draft = fixture::draft();
        ImportEvent {
            title: "Sommernacht".to_owned(),
            slug: "SN_2024".to_owned(),
            description: String::new(),
            terms: String::new(),
            status: EventStatus::Published,
            visibility: Visibility::Public,
            currency: draft.currency,
            time_zone: draft.time_zone,
            doors_at: None,
            starts_at: "2024-06-13T18:00:00Z".parse().unwrap(),
            ends_at: None,
            venue: None,
            capacity: None,
            prices_include_tax: true,
            is_training: false,
        }
    }

    #[test]
    fn every_status_is_reached_by_the_machine() {
        for status in EventStatus::ALL {
            assert_eq!(reached(status), Ok(status));
        }
    }

    #[test]
    fn a_past_event_keeps_its_status_and_gets_a_free_slug() {
        let house = fixture::house();
        let import = || house.transact(&as_test(), |tx| import_event(tx, &foreign())).unwrap();
        let (first, second) = (import(), import());
        assert_eq!((first.slug.as_str(), second.slug.as_str()), ("sn-2024", "sn-2024-2"));
        assert_eq!(
            (first.status, (first.ends_at - first.starts_at).num_minutes()),
            (EventStatus::Published, 180)
        );
    }

    #[test]
    fn times_out_of_order_are_refused_here_too() {
        let house = fixture::house();
        let request = ImportEvent { ends_at: Some("2024-06-13T17:00:00Z".parse().unwrap()), ..foreign() };
        let outcome = house.transact(&as_test(), |tx| import_event(tx, &request));
        assert_eq!(fixture::refused(outcome).code, "ends_before_start");
    }
}
