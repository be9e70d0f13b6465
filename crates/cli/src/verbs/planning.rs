//! Events and tiers.

use app::Stagedoor;
use kernel::Failure;
use serde_json::{Value, json};

use super::{all_pages, given};
use crate::{
    arguments::{EventCreate, EventVerb, TierCreate, TierVerb},
    output::{Column, Output},
};

const EVENT: &[Column] = &[
    ("title", "title"),
    ("slug", "slug"),
    ("status", "status"),
    ("starts", "starts_at"),
    ("ends", "ends_at"),
    ("time zone", "time_zone"),
    ("venue", "venue_name"),
    ("capacity", "capacity"),
    ("sold", "sold"),
    ("revenue", "revenue"),
];
const EVENTS: &[Column] = &[
    ("slug", "slug"),
    ("title", "title"),
    ("status", "status"),
    ("starts", "starts_at"),
    ("sold", "sold"),
    ("revenue", "revenue"),
];
const TIERS: &[Column] = &[
    ("no.", "tier_number"),
    ("name", "name"),
    ("price", "gross_price"),
    ("tax %", "tax_rate"),
    ("quantity", "quantity"),
    ("issued", "issued"),
    ("held", "held"),
    ("left", "available"),
    ("state", "state"),
];

pub(crate) fn event(app: &Stagedoor, verb: &EventVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        EventVerb::Create(create) => output.record(&app.dispatch("event.create", draft(create))?, EVENT),
        EventVerb::List { search, status } => {
            let query = given([
                ("search", search.as_ref().map(|s| json!(s))),
                ("status", status.as_ref().map(|s| json!(s))),
            ]);
            output.table(&all_pages(app, "event.list", &query)?, EVENTS);
        }
        EventVerb::Show(of) => {
            output.record(&app.dispatch("event.show", json!({ "event": of.event }))?, EVENT)
        }
        EventVerb::Publish(of) => {
            output.record(&app.dispatch("event.publish", json!({ "event": of.event }))?, EVENT)
        }
        EventVerb::Cancel { of, reason } => {
            output.record(
                &app.dispatch("event.cancel", json!({ "event": of.event, "reason": reason }))?,
                EVENT,
            );
        }
        EventVerb::Readiness(of) => {
            let answer = app.dispatch("event.readiness", json!({ "event": of.event }))?;
            checklist(
                output,
                &answer,
                "items",
                &[("done", "is_done"), ("needed", "is_required"), ("what", "message"), ("how", "fix")],
            );
            output.say(if answer["is_ready"] == json!(true) {
                "Ready to go on sale."
            } else {
                "Not ready yet."
            });
        }
        EventVerb::Health(of) => {
            let answer = app.dispatch("event.health", json!({ "event": of.event }))?;
            checklist(
                output,
                &answer,
                "findings",
                &[("what", "message"), ("how many", "count"), ("how", "fix")],
            );
            output.say(if answer["is_healthy"] == json!(true) { "Nothing is wrong." } else { "See above." });
        }
    }
    Ok(())
}

/// For programs the whole answer; for people its list.
fn checklist(output: &Output, answer: &Value, list: &str, columns: &[Column]) {
    if output.is_json() {
        output.record(answer, &[]);
    } else if let Some(rows) = answer[list].as_array().filter(|rows| !rows.is_empty()) {
        output.table(rows, columns);
    }
}

fn draft(create: &EventCreate) -> Value {
    let venue = create.venue.as_ref().map(|name| {
        given([
            ("name", Some(json!(name))),
            ("address", create.address.as_ref().map(|address| json!(address))),
            ("city", create.city.as_ref().map(|city| json!(city))),
        ])
    });
    given([
        ("title", Some(json!(create.title))),
        ("slug", create.slug.as_ref().map(|slug| json!(slug))),
        ("template", create.template.as_ref().map(|template| json!(template))),
        ("starts_at", Some(json!(create.starts))),
        ("ends_at", create.ends.as_ref().map(|ends| json!(ends))),
        ("doors_at", create.doors.as_ref().map(|doors| json!(doors))),
        ("time_zone", create.time_zone.as_ref().map(|zone| json!(zone))),
        ("currency", create.currency.as_ref().map(|currency| json!(currency))),
        ("venue", venue),
        ("capacity", create.capacity.map(|capacity| json!(capacity))),
        ("terms", create.terms.as_ref().map(|terms| json!(terms))),
    ])
}

pub(crate) fn tier(app: &Stagedoor, verb: &TierVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        TierVerb::Create(create) => output.record(&app.dispatch("tier.create", tier_draft(create))?, TIERS),
        TierVerb::List(of) => {
            let answer = app.dispatch("tier.list", json!({ "event": of.event }))?;
            output.table(answer.as_array().map_or(&[], Vec::as_slice), TIERS);
        }
    }
    Ok(())
}

fn tier_draft(create: &TierCreate) -> Value {
    given([
        ("event", Some(json!(create.event))),
        ("name", Some(json!(create.name))),
        ("price", Some(json!(create.price))),
        ("quantity", create.quantity.map(|quantity| json!(quantity))),
        ("badge_label", create.badge.as_ref().map(|badge| json!(badge))),
        ("tax_rate", create.tax.as_ref().map(|tax| json!(tax))),
        ("order_quantity_max", create.max_per_order.map(|most| json!(most))),
        ("sales_start_at", create.sales_start.as_ref().map(|at| json!(at))),
        ("sales_end_at", create.sales_end.as_ref().map(|at| json!(at))),
    ])
}
