//! Builds the demo venue: one house, a night that is on now, one to come, one still being planned.

use std::path::Path;

use chrono::{Duration, NaiveTime};
use kernel::{Failure, Timestamp, Zone};
use serde_json::{Value, json};

use super::cast::GUESTS;
use crate::stagedoor::Stagedoor;

/// Where to find things in the demo venue.
#[derive(Clone, Debug)]
pub struct DemoVenue {
    /// The slug of the event that is on tonight.
    pub tonight: String,
    /// The slug of an event on another day, whose tickets must not open tonight's door.
    pub other: String,
    /// The name of tonight's main check-in list.
    pub list: String,
    /// The code of the main gate.
    pub gate: String,
}

const ZONE: &str = "Europe/Berlin";

/// Makes the demo venue in a new workspace at `path` and opens it.
///
/// # Errors
/// A fault when the file exists or cannot be made.
pub fn open_venue(app: &Stagedoor, path: &Path) -> Result<DemoVenue, Failure> {
    app.create(path)?;
    app.dispatch(
        "organization.init",
        json!({
            "organization_name": "Lindenhof Kulturhaus", "owner_name": "Ida Brandt", "owner_email": "ida@example.org",
            "country_code": "DE", "currency": "EUR", "time_zone": ZONE, "type": "venue", "is_demo": true,
        }),
    )?;
    let now = app.clock().now();
    let tonight = event(app, &tonight(now)?)?;
    let other = event(app, &another_day(now))?;
    event_in_planning(app, now)?;
    sell_ahead(app, &tonight)?;
    sell_some(app, &other)?;
    Ok(DemoVenue { tonight, other, list: "Main entrance".to_owned(), gate: "MAIN".to_owned() })
}

/// Doors were an hour ago and the night goes on for five more: whatever the time, something is on.
fn tonight(now: Timestamp) -> Result<Value, Failure> {
    let zone: Zone = ZONE.parse()?;
    let start = round_to_quarter(now);
    let local = |at: Timestamp| zone.local(at).to_rfc3339();
    Ok(json!({
        "title": "Nachtklang — Jazz & Electronics", "slug": "nachtklang", "category_code": "MUSC_3_1",
        "time_zone": ZONE, "doors_at": local(start - Duration::hours(1)), "starts_at": local(start),
        "ends_at": local(start + Duration::hours(5)), "venue": house(), "capacity": 420,
        "terms": "No re-entry after midnight. Tickets are valid with a photo ID. No refunds after the start, unless the night is cancelled.",
        "tiers": [
            { "name": "General admission", "badge_label": "GA", "price": "25.00", "quantity": 300, "tax_rate": "7" },
            { "name": "VIP balcony", "badge_label": "VIP", "price": "60.00", "quantity": 40, "tax_rate": "19" },
            { "name": "Student", "badge_label": "STU", "price": "15.00", "quantity": 60, "tax_rate": "7" },
            { "name": "Cloakroom", "badge_label": "COAT", "price": "3.00", "tax_rate": "19", "is_admission": false },
        ],
    }))
}

fn another_day(now: Timestamp) -> Value {
    let start = evening_after(now, 8);
    json!({
        "title": "Kammermusik am Sonntag", "slug": "kammermusik", "time_zone": ZONE,
        "starts_at": start.to_rfc3339(), "ends_at": (start + Duration::hours(2)).to_rfc3339(),
        "venue": house(), "capacity": 180,
        "tiers": [
            { "name": "Parkett", "badge_label": "P", "price": "32.00", "quantity": 140, "tax_rate": "7" },
            { "name": "Ermäßigt", "badge_label": "ERM", "price": "18.00", "quantity": 40, "tax_rate": "7" },
        ],
    })
}

fn event_in_planning(app: &Stagedoor, now: Timestamp) -> Result<(), Failure> {
    let start = evening_after(now, 45);
    let draft = json!({
        "title": "Winterball", "slug": "winterball", "time_zone": ZONE,
        "starts_at": start.to_rfc3339(), "ends_at": (start + Duration::hours(6)).to_rfc3339(),
    });
    app.dispatch("event.create", draft).map(|_| ())
}

fn house() -> Value {
    json!({ "name": "Lindenhof", "address": "Lindenstraße 12", "city": "Musterstadt", "country_code": "DE", "capacity": 450 })
}

fn evening_after(now: Timestamp, days: i64) -> Timestamp {
    let day = (now + Duration::days(days)).date_naive();
    day.and_time(NaiveTime::MIN).and_utc() + Duration::hours(18)
}

fn round_to_quarter(at: Timestamp) -> Timestamp {
    at - Duration::seconds(at.timestamp().rem_euclid(900))
        - Duration::nanoseconds(i64::from(at.timestamp_subsec_nanos()))
}

/// Creates, lists and publishes one event; returns its slug.
fn event(app: &Stagedoor, draft: &Value) -> Result<String, Failure> {
    let created = app.dispatch("event.create", draft.clone())?;
    let slug = text(&created, "slug");
    app.dispatch(
        "checkin_list.create",
        json!({ "event": slug, "name": "Main entrance", "allows_reentry_after_exit": true }),
    )?;
    app.dispatch("gate.create", json!({ "event": slug, "name": "Main gate", "code": "MAIN" }))?;
    app.dispatch("gate.create", json!({ "event": slug, "name": "Garden gate", "code": "GARDEN" }))?;
    app.dispatch("event.publish", json!({ "event": slug }))?;
    Ok(slug)
}

/// The advance sale of tonight: enough for a queue, a guest list and a search.
fn sell_ahead(app: &Stagedoor, event: &str) -> Result<(), Failure> {
    for (index, guest) in GUESTS.iter().enumerate() {
        let lines = match index % 4 {
            0 => json!([{ "tier": "General admission", "quantity": 2 }]),
            1 => {
                json!([{ "tier": "General admission", "quantity": 1 }, { "tier": "Student", "quantity": 1 }])
            }
            2 => json!([{ "tier": "VIP balcony", "quantity": 2 }]),
            _ => json!([{ "tier": "Student", "quantity": 3 }]),
        };
        app.dispatch(
            "order.complete",
            json!({
                "event": event, "lines": lines, "buyer_name": guest.name,
                "buyer_email": format!("{}@example.org", guest.mailbox),
                "payment": { "method": "card", "reference": format!("terminal {:04}", 4000 + index) },
                "idempotency_key": format!("demo-{event}-{index}"),
            }),
        )?;
    }
    Ok(())
}

fn sell_some(app: &Stagedoor, event: &str) -> Result<(), Failure> {
    for (index, guest) in GUESTS.iter().take(4).enumerate() {
        app.dispatch(
            "order.complete",
            json!({
                "event": event, "lines": [{ "tier": "Parkett", "quantity": 2 }], "buyer_name": guest.name,
                "payment": { "method": "transfer", "reference": format!("bank {index}") },
                "idempotency_key": format!("demo-{event}-{index}"),
            }),
        )?;
    }
    Ok(())
}

pub(super) fn text(value: &Value, field: &str) -> String {
    value.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}
