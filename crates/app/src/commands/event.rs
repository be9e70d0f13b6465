//! Planning: events with their tiers and lists, what keeps one from going on sale, what is wrong with one.

use std::collections::HashMap;

use ::workspace::{Tx, View};
use admission::list::create_checkin_list;
use events::{
    EventDetail, EventId, EventRef,
    event::{
        CancelEvent, CreateEvent, EventHealth, EventReadiness, EventTotals, UpdateEvent, UpdateFacts,
        cancel_event, complete_event, create_event, detail_of, event_health, event_readiness, find_event,
        list_events, postpone_event, publish_event, show_event, update_event,
    },
    venue,
};
use kernel::{Failure, Fault, Permission};
use serde::Deserialize;
use ticketing::{
    facts::{event_sales, tier_facts},
    tier::{TierDraft, create_tiers},
};

use crate::{
    desk::Desk,
    registry::{Command, Topic, read, write},
    standing,
};

const EVENTS: &[Topic] = &["event.", "tier.", "checkin_list.", "gate.", "door."];

pub(super) fn commands() -> Vec<Command> {
    vec![
        write("event.create", Permission::PlanEvents, EVENTS, create),
        write("event.update", Permission::PlanEvents, EVENTS, update),
        read("event.list", Permission::ViewEvents, |_, view, request| list_events(view, &request, totals)),
        read("event.show", Permission::ViewEvents, |_, view, of: OfEvent| {
            show_event(view, &of.event, totals_of)
        }),
        write("event.publish", Permission::PublishEvents, EVENTS, publish),
        write("event.postpone", Permission::PublishEvents, EVENTS, |_, tx, of: OfEvent| {
            detailed(tx, postpone_event(tx, &of.event)?)
        }),
        write("event.complete", Permission::PublishEvents, EVENTS, |_, tx, of: OfEvent| {
            detailed(tx, complete_event(tx, &of.event)?)
        }),
        write("event.cancel", Permission::PublishEvents, EVENTS, |_, tx, request: CancelEvent| {
            detailed(tx, cancel_event(tx, &request)?)
        }),
        read("event.readiness", Permission::ViewEvents, readiness),
        read("event.health", Permission::ViewFinance, health),
    ]
}

/// Names one event.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(super) struct OfEvent {
    /// Its id or its slug.
    pub(super) event: EventRef,
}

/// A draft with the tiers it sells.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct CreateEventWithTiers {
    /// The event.
    #[serde(flatten)]
    event: CreateEvent,
    /// Its tiers, in place of the template's.
    #[serde(default)]
    #[ts(optional)]
    tiers: Option<Vec<TierDraft>>,
}

fn create(desk: &Desk<'_>, tx: &Tx<'_>, request: CreateEventWithTiers) -> Result<EventDetail, Failure> {
    let event = create_event(tx, &request.event)?;
    let template =
        request.event.template.as_deref().and_then(|key| reference::template_in(key.trim(), event.currency));
    let tiers = match (request.tiers, &template) {
        (Some(tiers), _) => tiers,
        (None, Some(template)) => crate::templates::tiers(template, &event),
        (None, None) => Vec::new(),
    };
    create_tiers(tx, desk.vault, event.id, &tiers)?;
    for list in template.iter().flat_map(|template| crate::templates::lists(template, &event, &tiers)) {
        create_checkin_list(tx, &list)?;
    }
    detailed(tx, event)
}

fn update(_: &Desk<'_>, tx: &Tx<'_>, request: UpdateEvent) -> Result<EventDetail, Failure> {
    let event = find_event(tx, &request.event)?;
    let tiers = tier_facts(tx, event.id, tx.now())?;
    let facts = UpdateFacts { tier_count: tiers.tier_count, places_taken: tiers.places_taken };
    detailed(tx, update_event(tx, &request, facts)?)
}

/// An event goes on sale with a list to admit by: without one, every ticket sold would meet a closed door.
fn publish(_: &Desk<'_>, tx: &Tx<'_>, of: OfEvent) -> Result<EventDetail, Failure> {
    let event = find_event(tx, &of.event)?;
    let facts = standing::readiness_facts(tx, event.id, tx.now())?;
    let published = publish_event(tx, &of.event, facts)?;
    if facts.checkin_list_count == 0 {
        create_checkin_list(tx, &crate::templates::list_of_all_tiers(&event, "Entrance"))?;
    }
    detailed(tx, published)
}

fn readiness(desk: &Desk<'_>, view: &View<'_>, of: OfEvent) -> Result<EventReadiness, Failure> {
    let event = find_event(view, &of.event)?;
    let venue = event.venue_id.map(|id| venue::required_venue(view, id)).transpose()?;
    let now = desk.clock.now();
    Ok(event_readiness(&event, venue.as_ref(), standing::readiness_facts(view, event.id, now)?, now))
}

fn health(desk: &Desk<'_>, view: &View<'_>, of: OfEvent) -> Result<EventHealth, Failure> {
    let event = find_event(view, &of.event)?;
    let now = desk.clock.now();
    Ok(event_health(&event, standing::health_facts(view, event.id, now)?, now))
}

fn detailed(view: &View<'_>, event: events::Event) -> Result<EventDetail, Failure> {
    let totals = totals_of(view, event.id)?;
    Ok(detail_of(view, event, totals)?)
}

fn totals_of(view: &View<'_>, event: EventId) -> Result<EventTotals, Fault> {
    Ok(totals(view, &[event])?.remove(&event).unwrap_or_default())
}

fn totals(view: &View<'_>, events: &[EventId]) -> Result<HashMap<EventId, EventTotals>, Fault> {
    let sales = event_sales(view, events)?;
    Ok(sales
        .into_iter()
        .map(|sales| (sales.event_id, EventTotals { sold: sales.sold, revenue_minor: sales.revenue.minor }))
        .collect())
}
