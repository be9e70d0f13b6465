//! Tables that leave the house, read back by the other side's reader.

use std::sync::Arc;

use documents::spreadsheet::{ReadTable, read_table};
use testkit::{FakeClock, FakeRandomness, start_of_tests};

use super::*;
use crate::{Options, SignIn, vault};

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
        json!({ "title": "Jazz", "slug": "jazz", "starts_at": "2026-08-13T20:00", "venue": { "name": "Hall" },
            "tiers": [{ "name": "GA", "price": "1234.50", "quantity": 900 }] }),
    );
    run("event.publish", json!({ "event": "jazz" }));
    for (number, buyer) in ["=HYPERLINK(\"http://x\")", "Zoë; Ünal, \"Z\"", "अनन्या"].iter().enumerate()
    {
        run(
            "order.complete",
            json!({ "event": "jazz", "lines": [{ "tier": "GA", "quantity": 1 }], "buyer_name": buyer,
                "payment": { "method": "card", "reference": "x" }, "idempotency_key": format!("sale {number}") }),
        );
    }
    (app, folder)
}

fn exported(app: &Stagedoor, more: Value) -> (String, Vec<u8>) {
    let mut input = json!({ "query": "order.list", "input": { "event": "jazz" }, "format": "csv" });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    let document = app.dispatch("export.table", input).unwrap();
    let bytes = BASE64_STANDARD.decode(document["base64"].as_str().unwrap()).unwrap();
    (document["file_name"].as_str().unwrap().to_owned(), bytes)
}

fn column(table: &ReadTable, name: &str) -> Vec<String> {
    let at = table.columns.iter().position(|column| column == name).unwrap();
    let mut values: Vec<String> = table.rows.iter().map(|(_, row)| row[at].clone()).collect();
    values.sort();
    values
}

#[test]
fn every_value_comes_back_and_no_name_is_a_formula() {
    let (app, _folder) = house();
    let (name, bytes) = exported(&app, json!({}));
    assert_eq!(name, "order.list.csv");
    let table = read_table(&bytes).unwrap();
    assert_eq!(column(&table, "total"), ["1234.50", "1234.50", "1234.50"]);
    assert_eq!(
        column(&table, "buyer_name"),
        ["'=HYPERLINK(\"http://x\")", "Zoë; Ünal, \"Z\"", "अनन्या"],
        "an apostrophe leads what a spreadsheet would run"
    );
}

#[test]
fn decimals_and_clocks_are_the_readers_own() {
    let (app, _folder) = house();
    let columns = json!([{ "path": "code", "title": "Bestellung" }, { "path": "total", "title": "Summe" }, { "path": "ordered_at" }]);
    let more =
        json!({ "decimal": ",", "time_zone": "Europe/Berlin", "columns": columns, "name": "Verkauf: 1/2" });
    let (name, bytes) = exported(&app, more);
    assert_eq!(name, "Verkauf- 1-2.csv");
    let text = String::from_utf8(bytes).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    assert_eq!(lines.next(), Some("Bestellung;Summe;ordered_at"));
    assert!(lines.next().unwrap().contains(";1234,50;2026-06-12 20:00:00"), "{text}");
}

#[test]
fn a_workbook_holds_the_same() {
    let (app, _folder) = house();
    let (name, bytes) = exported(&app, json!({ "format": "xlsx" }));
    assert_eq!(name, "order.list.xlsx");
    let table = read_table(&bytes).unwrap();
    assert_eq!(column(&table, "total"), ["1234.5", "1234.5", "1234.5"]);
    assert_eq!(column(&table, "buyer_name")[0], "=HYPERLINK(\"http://x\")", "text, not a formula");
}

#[test]
fn pages_are_followed_to_the_last_row() {
    let (app, _folder) = house();
    for number in 0..12 {
        app.dispatch(
            "order.complete",
            json!({ "event": "jazz", "lines": [{ "tier": "GA", "quantity": 20 }],
                "payment": { "method": "card", "reference": "x" }, "idempotency_key": format!("more {number}") }),
        )
        .unwrap();
    }
    let more = json!({ "query": "ticket.list" });
    let table = read_table(&exported(&app, more).1).unwrap();
    assert_eq!(table.rows.len(), 243);
}

#[test]
fn what_is_no_table_and_what_writes_is_refused() {
    let (app, _folder) = house();
    let refused = |query: &str, more: Value| {
        let mut input = json!({ "query": query, "format": "csv" });
        input["input"] = more;
        app.dispatch("export.table", input).unwrap_err().code().to_owned()
    };
    assert_eq!(refused("order.complete", json!({})), "no_table");
    assert_eq!(refused("event.show", json!({ "event": "jazz" })), "no_table");
    assert_eq!(refused("order.everything", json!({})), "unknown_command");
    assert_eq!(refused("order.list", json!([1])), "no_table");
}
