//! Guest lists through the commands, as screens and the terminal send them.

use std::{sync::Arc, time::Instant};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use testkit::{FakeClock, FakeRandomness, start_of_tests};

use crate::{Options, SignIn, Stagedoor, vault};

fn house() -> (Stagedoor, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let app = Stagedoor::new(Options {
        clock: Arc::new(FakeClock::at(start_of_tests())),
        randomness: Arc::new(FakeRandomness::default()),
        data_folder: folder.path().to_owned(),
        vault: vault::Choice::FileBesideWorkspace,
        sign_in: SignIn::AsOwner,
    });
    let run = |command: &str, input| app.dispatch(command, input).unwrap();
    run(
        "workspace.create",
        json!({ "path": folder.path().join("night.stagedoor"), "organization_name": "Lindenhof", "owner_name": "Mara",
            "country_code": "DE", "currency": "EUR", "time_zone": "Europe/Berlin" }),
    );
    run(
        "event.create",
        json!({ "title": "Jazz", "slug": "jazz", "starts_at": "2026-06-12T20:00", "venue": { "name": "Hall" },
            "tiers": [{ "name": "GA", "price": "12.50", "quantity": 30_000 }, { "name": "VIP", "price": "80" }] }),
    );
    run("event.publish", json!({ "event": "jazz" }));
    (app, folder)
}

fn file(bytes: &[u8], more: Value) -> Value {
    let mut input = json!({ "event": "jazz", "base64": BASE64_STANDARD.encode(bytes), "as": "guest_list",
        "file_name": "press.csv" });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

fn code(app: &Stagedoor, command: &str, input: Value) -> String {
    app.dispatch(command, input).unwrap_err().code().to_owned()
}

const LIST: &str = "Vorname;Nachname;E-Mail;Kategorie;Anzahl\nZoë;Ünal;zoe@example.org;VIP;2\nAna;Díaz;;GA;\nBo;;bo at home;GA;1\n;;;GA;1\n";

#[test]
fn a_file_is_looked_at_first_and_nothing_is_written() {
    let (app, _folder) = house();
    let seen = app.dispatch("import.guests_preview", file(LIST.as_bytes(), json!({}))).unwrap();
    assert_eq!(seen["mapping"]["name"], "Vorname + Nachname");
    assert_eq!((&seen["row_count"], &seen["ready"], &seen["errors"]), (&json!(4), &json!(2), &json!(2)));
    assert_eq!(seen["sample"][0]["name"], "Zoë Ünal");
    assert_eq!(seen["problems"][0]["column"], "E-Mail");
    assert_eq!(seen["problems"][0]["line"], 4);
    assert_eq!(app.dispatch("order.list", json!({})).unwrap()["total"], 0);
}

#[test]
fn wrong_rows_refuse_the_file_or_come_back_for_correction() {
    let (app, _folder) = house();
    let whole = file(LIST.as_bytes(), json!({ "idempotency_key": "a" }));
    assert_eq!(code(&app, "import.guests", whole), "rows_wrong");
    assert_eq!(app.dispatch("import.guests_list", json!({})).unwrap(), json!([]), "nothing began");
    let part = file(LIST.as_bytes(), json!({ "idempotency_key": "a", "accepts_partial": true }));
    let first = app.dispatch("import.guests", part.clone()).unwrap();
    assert_eq!((&first["orders"], &first["tickets"], &first["skipped"]), (&json!(2), &json!(3), &json!(2)));
    let wrong = BASE64_STANDARD.decode(first["error_rows_csv_base64"].as_str().unwrap()).unwrap();
    let wrong = documents::spreadsheet::read_table(&wrong).unwrap();
    assert_eq!(wrong.columns[5..], ["Line", "Problem"]);
    assert_eq!(wrong.rows[0].1[2..], ["bo at home", "GA", "1", "4", "“bo at home” is no e-mail address"]);
    assert_eq!(app.dispatch("import.guests", part).unwrap(), first, "the same request again changes nothing");
    let listed = app.dispatch("import.guests_list", json!({ "event": "jazz" })).unwrap();
    assert_eq!((&listed[0]["orders"], &listed[0]["created_by"]), (&json!(2), &json!("Mara")));
    assert!(app.dispatch("verify", json!({})).unwrap()["is_ok"].as_bool().unwrap());
}

#[test]
fn one_press_takes_everybody_back_but_who_is_inside() {
    let (app, _folder) = house();
    let input =
        file(LIST.as_bytes(), json!({ "idempotency_key": "a", "accepts_partial": true, "as": "attendees" }));
    let taken = app.dispatch("import.guests", input).unwrap();
    let found = app.dispatch("ticket.list", json!({ "event": "jazz", "search": "díaz" })).unwrap();
    let ticket = found["rows"][0]["code"].clone();
    let scan = json!({ "event": "jazz", "list": "Entrance", "code": ticket });
    assert_eq!(app.dispatch("scan", scan).unwrap()["verdict"], "admit");
    let undo = json!({ "import_id": taken["import_id"], "reason": "Wrong file" });
    let undone = app.dispatch("import.guests_undo", undo.clone()).unwrap();
    assert_eq!((&undone["orders"], &undone["tickets"]), (&json!(1), &json!(2)));
    assert_eq!(undone["kept"][0]["name"], "Ana Díaz");
    let listed = app.dispatch("import.guests_list", json!({})).unwrap();
    assert_eq!((&listed[0]["status"], &listed[0]["tickets"]), (&json!("undone"), &json!(1)));
    assert_eq!(app.dispatch("import.guests_undo", undo).unwrap()["orders"], 0);
    assert!(app.dispatch("verify", json!({})).unwrap()["is_ok"].as_bool().unwrap());
    let nothing = json!({ "import_id": taken["import_id"], "reason": " " });
    assert_eq!(code(&app, "import.guests_undo", nothing), "reason_missing");
    assert_eq!(
        code(&app, "import.guests_undo", json!({ "import_id": "x", "reason": "x" })),
        "unknown_import"
    );
}

#[test]
fn what_is_no_guest_list_is_refused_by_name() {
    let (app, _folder) = house();
    let refused = |bytes: &[u8]| code(&app, "import.guests_preview", file(bytes, json!({})));
    assert_eq!(refused(b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01"), "file_no_table");
    assert_eq!(refused(b"PK\x03\x04\x14\x00 forty-two layers of nothing"), "file_no_table");
    assert_eq!(refused(b"name\nAna\x00Bo\n"), "file_no_table");
    assert_eq!(refused(b""), "file_without_rows");
    assert_eq!(refused(b"name,mail\n"), "file_without_rows");
    assert_eq!(refused("x,".repeat(300).as_bytes()), "file_too_large");
    assert_eq!(refused(b"id,created\n1,2\n"), "name_column_missing");
    let broken = json!({ "event": "jazz", "base64": "no base", "as": "guest_list" });
    assert_eq!(code(&app, "import.guests_preview", broken), "file_not_base64");
    let nothing = json!({ "event": "jazz", "as": "guest_list" });
    assert_eq!(code(&app, "import.guests_preview", nothing), "file_missing");
    let gone = json!({ "event": "jazz", "path": "/nowhere/at-all.csv", "as": "guest_list" });
    assert_eq!(code(&app, "import.guests_preview", gone), "file_unreadable");
    let tier = file(b"name\nAna\n", json!({ "default_tier": "Balkon" }));
    assert_eq!(code(&app, "import.guests_preview", tier), "unknown_tier");
    let wide: String =
        (0..199).map(|n| format!("c{n},")).collect::<String>() + "name\n" + &",".repeat(199) + "Ana\n";
    let seen = app
        .dispatch("import.guests_preview", file(wide.as_bytes(), json!({ "default_tier": "GA" })))
        .unwrap();
    assert_eq!(seen["ready"], 1);
    let western = file(b"name;tier\nZo\xEB =1+1;GA\n", json!({}));
    assert_eq!(app.dispatch("import.guests_preview", western).unwrap()["sample"][0]["name"], "Zoë =1+1");
}

/// Prints how long it takes; asserts only what comes out.
#[test]
fn twenty_thousand_rows_are_judged_taken_and_taken_back() {
    let (app, _folder) = house();
    let mut text = "Name,E-mail,Tier,Quantity,Company\n".to_owned();
    for number in 0..20_000 {
        text.push_str(&format!("Guest Müller {number},guest{number}@example.org,GA,1,Hof & Söhne\n"));
    }
    let timed = |what: &str, command: &str, input: Value| {
        let start = Instant::now();
        let answer = app.dispatch(command, input).unwrap();
        eprintln!("20,000 rows {what}: {} ms", start.elapsed().as_millis());
        answer
    };
    let seen = timed("judged", "import.guests_preview", file(text.as_bytes(), json!({})));
    assert_eq!((&seen["ready"], &seen["errors"]), (&json!(20_000), &json!(0)));
    let taken = timed("taken", "import.guests", file(text.as_bytes(), json!({ "idempotency_key": "a" })));
    assert_eq!(taken["tickets"], 20_000);
    let undo = json!({ "import_id": taken["import_id"], "reason": "Wrong file" });
    assert_eq!(timed("taken back", "import.guests_undo", undo)["orders"], 20_000);
}
