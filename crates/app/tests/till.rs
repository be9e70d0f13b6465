//! A night at the till by command: what a clerk may do and see, what a supervisor allows, what happens once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use app::{Options, SignIn, Stagedoor, vault};
use serde_json::{Value, json};
use testkit::{FakeClock, FakeRandomness, start_of_tests};

struct House {
    app: Stagedoor,
    owner: String,
    _folder: tempfile::TempDir,
}

impl House {
    fn run(&self, command: &str, input: Value) -> Value {
        self.app.dispatch(command, input).unwrap_or_else(|failure| panic!("{command}: {failure}"))
    }

    fn refused(&self, command: &str, input: Value) -> String {
        match self.app.dispatch(command, input) {
            Ok(done) => panic!("{command} was done: {done}"),
            Err(failure) => failure.code().to_owned(),
        }
    }

    fn sell(&self, key: &str) -> Value {
        self.run(
            "till.sell",
            json!({ "till": "A", "event": "jazz", "lines": [{ "tier": "GA", "quantity": 2 }],
                "payment": { "method": "cash", "tendered_minor": 6000 }, "idempotency_key": key }),
        )
    }
}

fn id_of(people: &Value, name: &str) -> String {
    let found = people.as_array().unwrap().iter().find(|person| person["name"] == name);
    found.unwrap()["id"].as_str().unwrap().to_owned()
}

/// A house with an event on sale, whose clerk Tom stands at till A with 100.00 in the drawer.
fn open_till() -> House {
    let folder = tempfile::tempdir().unwrap();
    let app = Stagedoor::new(Options {
        clock: Arc::new(FakeClock::at(start_of_tests())),
        randomness: Arc::new(FakeRandomness::default()),
        data_folder: folder.path().to_owned(),
        vault: vault::Choice::FileBesideWorkspace,
        sign_in: SignIn::ByStaff,
    });
    let path = folder.path().join("night.stagedoor");
    let mut house = House { app, owner: String::new(), _folder: folder };
    house.run(
        "workspace.create",
        json!({ "path": path, "organization_name": "Lindenhof", "owner_name": "Mara Quell", "country_code": "DE",
            "currency": "EUR", "time_zone": "Europe/Berlin" }),
    );
    house.run(
        "event.create",
        json!({ "title": "Jazz", "slug": "jazz", "starts_at": "2026-06-13T20:00", "venue": { "name": "Hall" },
            "tiers": [{ "name": "GA", "price": "25.00", "quantity": 100, "tax_rate": "19" }] }),
    );
    house.run("event.publish", json!({ "event": "jazz" }));
    house.owner = id_of(&house.run("people.list", json!({})), "Mara Quell");
    house.run("people.set_pin", json!({ "user": house.owner, "pin": "730264" }));
    let tom = id_of(&house.run("people.add", json!({ "name": "Tom", "role": "member" })), "Tom");
    house.run("people.set_pin", json!({ "user": tom, "pin": "482519" }));
    house.run("till.create", json!({ "name": "Foyer left" }));
    house.run("session.sign_in", json!({ "user": tom, "pin": "482519" }));
    house.run("till.open", json!({ "float_minor": 10_000 }));
    house
}

#[test]
fn a_clerk_sells_and_counts_without_seeing_what_is_expected() {
    let house = open_till();
    let sold = house.sell("one");
    assert_eq!(sold["change"], json!({ "minor": 1000, "currency": "EUR" }));
    let state = house.run("till.current", json!({}));
    assert_eq!((&state["session"]["status"], &state["expected"]), (&json!("open"), &Value::Null));
    assert_eq!(house.refused("till.x_report", json!({})), "not_permitted");
    assert_eq!(house.refused("till.entries", json!({})), "not_permitted");
    let x = json!({ "kind": "x", "layout": "roll80" });
    assert_eq!(house.refused("print.drawer_report", x), "not_permitted");
    house.run("till.begin_count", json!({}));
    assert_eq!(house.run("till.current", json!({}))["expected"], Value::Null);
    let counts = json!([{ "denomination_minor": 5000, "count": 3 }]);
    let closed = house.run("till.close", json!({ "counts": counts }));
    assert_eq!(
        closed["report"]["cash"]["expected"]["minor"],
        json!(15_000),
        "after the count it may be known"
    );
    let printed = house.run("print.drawer_report", json!({ "kind": "z", "layout": "a4", "locale": "de" }));
    assert_eq!(printed["file_name"], json!("z-A-0001.pdf"));
}

#[test]
fn whoever_may_see_money_sees_what_is_expected() {
    let house = open_till();
    house.sell("one");
    house.run("session.sign_in", json!({ "user": house.owner, "pin": "730264" }));
    assert_eq!(house.run("till.current", json!({}))["expected"]["minor"], json!(15_000));
    assert_eq!(house.run("till.x_report", json!({}))["turnover"]["minor"], json!(5000));
}

#[test]
fn the_same_request_sells_once_and_fills_the_drawer_once() {
    let house = open_till();
    assert_eq!(house.sell("one"), house.sell("one"));
    house.run("session.sign_in", json!({ "user": house.owner, "pin": "730264" }));
    assert_eq!(house.run("till.current", json!({}))["expected"]["minor"], json!(15_000));
}

#[test]
fn a_supervisor_allows_a_refund_over_the_clerks_session_and_the_report_names_both() {
    let house = open_till();
    let order = house.sell("one")["order"]["code"].clone();
    let refund = json!({ "till": "A", "order": order, "reason": "Ill", "idempotency_key": "back" });
    assert_eq!(house.refused("till.refund", refund.clone()), "not_permitted");
    let mut claimed = refund.clone();
    claimed["authorised_by"] = json!(house.owner);
    assert_eq!(house.refused("till.refund", claimed), "not_permitted", "a name in a request allows nothing");
    let mut allowed = refund;
    allowed["approval"] = json!({ "user": house.owner, "pin": "730264" });
    assert_eq!(house.run("till.refund", allowed)["refund"]["amount"]["minor"], json!(5000));
    house.run("till.begin_count", json!({}));
    let counts = json!([{ "denomination_minor": 10_000, "count": 1 }]);
    let report = house.run("till.close", json!({ "counts": counts }))["report"].take();
    let note = &report["notes"][0];
    assert_eq!((&note["kind"], &note["operator_name"]), (&json!("refund"), &json!("Tom")));
    assert_eq!(note["authorised_by_name"], json!("Mara Quell"));
    house.run("session.sign_in", json!({ "user": house.owner, "pin": "730264" }));
    let verified = house.run("verify", json!({}));
    assert_eq!(verified["is_ok"], json!(true), "{verified}");
}

#[test]
fn giving_tickets_away_asks_for_its_permission_also_as_one_of_several_tenders() {
    let house = open_till();
    let gift = json!({ "method": "comp", "reason": "Press" });
    let sale =
        json!({ "till": "A", "event": "jazz", "lines": [{ "tier": "GA", "quantity": 1 }], "payment": gift });
    assert_eq!(house.refused("till.sell", sale), "not_permitted");
    let part = json!({ "method": "comp", "reason": "Press", "amount_minor": 0 });
    for command in ["till.sell", "order.complete"] {
        let sale = json!({ "till": "A", "event": "jazz", "lines": [{ "tier": "GA", "quantity": 1 }],
            "payments": [part, { "method": "cash" }] });
        assert_eq!(house.refused(command, sale), "not_permitted", "{command}");
    }
}
