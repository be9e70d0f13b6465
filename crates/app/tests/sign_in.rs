//! Who may do what at the counter: PINs, badges, locking, a supervisor over the clerk's session, roles at one event.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use app::{Options, SignIn, Stagedoor, vault};
use serde_json::{Value, json};
use testkit::{FakeClock, FakeRandomness, start_of_tests};

struct House {
    app: Stagedoor,
    folder: tempfile::TempDir,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let house = Self { app: product(&folder, SignIn::ByStaff), folder };
        house.run(
            "workspace.create",
            json!({ "path": house.path(), "organization_name": "Lindenhof", "owner_name": "Mara Quell",
                "country_code": "DE", "currency": "EUR", "time_zone": "Europe/Berlin" }),
        );
        house.plan("jazz");
        house
    }

    fn plan(&self, slug: &str) {
        self.run(
            "event.create",
            json!({ "title": slug, "slug": slug, "starts_at": "2026-06-13T20:00", "venue": { "name": "Hall" },
                "tiers": [{ "name": "GA", "price": "25.00", "quantity": 100 }] }),
        );
        self.run("event.publish", json!({ "event": slug }));
    }

    fn path(&self) -> String {
        self.folder.path().join("night.stagedoor").display().to_string()
    }

    fn run(&self, command: &str, input: Value) -> Value {
        self.app.dispatch(command, input).unwrap_or_else(|failure| panic!("{command}: {failure}"))
    }

    fn refused(&self, command: &str, input: Value) -> String {
        match self.app.dispatch(command, input) {
            Ok(done) => panic!("{command} was done: {done}"),
            Err(failure) => failure.code().to_owned(),
        }
    }

    /// Takes `name` in and answers with the id.
    fn hire(&self, name: &str, role: &str) -> String {
        id_of(&self.run("people.add", json!({ "name": name, "role": role })), name)
    }

    fn sign_in(&self, user: &str, pin: &str) -> Value {
        self.run("session.sign_in", json!({ "user": user, "pin": pin }))
    }
}

fn sale(event: &str) -> Value {
    json!({ "event": event, "lines": [{ "tier": "GA", "quantity": 1 }],
        "payment": { "method": "card", "reference": "x" }, "idempotency_key": format!("sale of {event}") })
}

fn product(folder: &tempfile::TempDir, sign_in: SignIn) -> Stagedoor {
    Stagedoor::new(Options {
        clock: Arc::new(FakeClock::at(start_of_tests())),
        randomness: Arc::new(FakeRandomness::default()),
        data_folder: folder.path().to_owned(),
        vault: vault::Choice::FileBesideWorkspace,
        sign_in,
    })
}

fn id_of(people: &Value, name: &str) -> String {
    let found = people.as_array().unwrap().iter().find(|person| person["name"] == name);
    found.unwrap()["id"].as_str().unwrap().to_owned()
}

/// A house whose owner has a PIN and whose clerk Tom has another.
fn staffed() -> (House, String, String) {
    let house = House::new();
    let owner = id_of(&house.run("people.list", json!({})), "Mara Quell");
    house.run("people.set_pin", json!({ "user": owner, "pin": "730264" }));
    let tom = house.hire("Tom", "member");
    house.run("people.set_pin", json!({ "user": tom, "pin": "482519" }));
    (house, owner, tom)
}

#[test]
fn a_device_without_pins_belongs_to_its_owner_and_does_not_lock() {
    let house = House::new();
    assert_eq!(house.run("session.lock", json!({}))["is_locked"], json!(false));
    assert_eq!(house.run("session.current", json!({}))["role"], json!("owner"));
}

#[test]
fn a_locked_device_does_nothing_until_somebody_signs_in() {
    let (house, owner, tom) = staffed();
    let locked = house.run("session.lock", json!({}));
    assert_eq!((&locked["is_locked"], &locked["user"]), (&json!(true), &Value::Null));
    for (command, input) in [
        ("event.list", json!({})),
        ("people.list", json!({})),
        ("scan", json!({ "event": "jazz", "list": "x", "code": "y" })),
        ("order.complete", json!({ "event": "jazz" })),
        ("backup", json!({ "to": "/nowhere" })),
    ] {
        assert_eq!(house.refused(command, input), "locked", "{command}");
    }
    let staff = house.run("session.staff", json!({}));
    assert!(staff.as_array().unwrap().iter().all(|person| person["email"].is_null()));
    assert_eq!(house.refused("session.sign_in", json!({ "user": tom, "pin": "482518" })), "pin_wrong");
    assert_eq!(house.refused("session.sign_in", json!({ "pin": "482519" })), "no_credentials");
    assert_eq!(house.refused("session.sign_in", json!({ "badge": "STAFF-NOBODY" })), "badge_unknown");
    assert_eq!(house.sign_in(&tom, "482519")["user"]["name"], "Tom");
    assert_eq!(house.sign_in(&owner, "730264")["role"], "owner");
}

#[test]
fn a_workspace_with_pins_opens_locked_on_screens_and_open_in_the_terminal() {
    let (house, _, _) = staffed();
    let path = house.path();
    let House { app, folder } = house;
    drop(app);
    let screen = product(&folder, SignIn::ByStaff);
    screen.open(path.as_ref()).unwrap();
    assert_eq!(screen.dispatch("event.list", json!({})).unwrap_err().code(), "locked");
    drop(screen);
    let terminal = product(&folder, SignIn::AsOwner);
    terminal.open(path.as_ref()).unwrap();
    terminal.dispatch("event.list", json!({})).unwrap();
}

#[test]
fn a_supervisor_approves_one_command_and_the_clerk_stays() {
    let (house, owner, tom) = staffed();
    let badge = house.run("people.make_badge", json!({ "user": owner }))["code"].clone();
    house.sign_in(&tom, "482519");
    let order = house.run("order.complete", sale("jazz"))["order"]["id"].clone();
    let refund = json!({ "order": order, "reason": "ill", "idempotency_key": "r1" });
    let with = |approval: Value| {
        let mut asked = refund.clone();
        asked["approval"] = approval;
        asked
    };
    assert_eq!(house.refused("order.refund", refund.clone()), "not_permitted");
    assert_eq!(house.refused("order.refund", with(json!({ "badge": "STAFF-X" }))), "badge_unknown");
    let toms_own = json!({ "user": tom, "pin": "482519" });
    assert_eq!(house.refused("order.refund", with(toms_own)), "not_permitted", "his own PIN allows no more");
    house.run("order.refund", with(json!({ "badge": badge })));
    assert_eq!(house.run("session.current", json!({}))["user"]["name"], "Tom");
    assert_eq!(house.refused("order.refund", refund), "not_permitted", "the approval was for one command");
    let approvals = house.app.read(|view| {
        Ok(view.all(
            "select approval.command, users.name from command_approvals approval
             join users on users.id = approval.approved_by_user_id order by approval.id",
            [],
            |row| Ok((row.text("command")?, row.text("name")?)),
        )?)
    });
    assert_eq!(approvals.unwrap(), [("order.refund".to_owned(), "Mara Quell".to_owned())]);
}

#[test]
fn a_role_at_one_event_opens_its_commands_there_alone() {
    let (house, _, _) = staffed();
    house.plan("rock");
    let lea = house.hire("Lea", "viewer");
    house.run("people.set_pin", json!({ "user": lea, "pin": "915273" }));
    house.run("event_role.grant", json!({ "event": "jazz", "user": lea, "role": "box_office" }));
    house.sign_in(&lea, "915273");
    house.run("order.complete", sale("jazz"));
    assert_eq!(house.refused("order.complete", sale("rock")), "not_permitted");
}

#[test]
fn a_person_is_changed_and_leaves_with_every_way_in() {
    let (house, _, tom) = staffed();
    let badge = house.run("people.make_badge", json!({ "user": tom }))["code"].clone();
    let people = house.run("people.change", json!({ "user": tom, "name": "Tom Reed", "role": "manager" }));
    let all = people.as_array().unwrap();
    let changed = all.iter().find(|person| person["id"] == json!(tom)).unwrap();
    assert_eq!((&changed["name"], &changed["role"]), (&json!("Tom Reed"), &json!("manager")));
    house.run("people.remove", json!({ "user": tom }));
    assert_eq!(house.refused("session.sign_in", json!({ "user": tom, "pin": "482519" })), "pin_not_set");
    assert_eq!(house.refused("session.sign_in", json!({ "badge": badge })), "badge_unknown");
}
