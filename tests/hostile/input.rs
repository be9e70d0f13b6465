//! Input that people and scanners really produce: each gets a named refusal and changes nothing.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use serde_json::json;
use stagedoor_tests::Stagedoor;

#[test]
fn prices_that_are_none_are_refused() {
    let stagedoor = Stagedoor::on_sale();
    for price in ["-1", "1e9", "abc", "", "12.345678", "99999999999999999999", "12,50,0", "NaN", "１２"] {
        let price = format!("--price={price}");
        let code = stagedoor.refused(&["tier", "create", "--event", "jazz", "--name", "X", &price]);
        assert!(!code.is_empty(), "{price}");
    }
}

#[test]
fn both_decimal_habits_are_the_same_price() {
    let stagedoor = Stagedoor::on_sale();
    for (name, price) in [("Point", "12.50"), ("Comma", "12,50"), ("Grouped", "1.234,50")] {
        let tier =
            &stagedoor.must(&["tier", "create", "--event", "jazz", "--name", name, "--price", price])[0];
        let minor = if name == "Grouped" { 123_450 } else { 1_250 };
        assert_eq!(tier["price"], json!({ "minor": minor, "currency": "EUR" }), "{price}");
    }
}

#[test]
fn quantities_that_cannot_be_sold_are_refused() {
    let stagedoor = Stagedoor::on_sale();
    for line in
        ["GA=0", "GA=-1", "GA=1000000000", "GA=99999999999999999999", "GA=301", "GA=", "=1", "GA", "Nobody=1"]
    {
        let _ = stagedoor.refused(&["sell", "--event", "jazz", "--line", line, "--pay", "card:x"]);
    }
    for pay in ["cash:1", "cash:-50", "gold:5", "", "cash:1e9x"] {
        let _ = stagedoor.refused(&["sell", "--event", "jazz", "--line", "GA=1", &format!("--pay={pay}")]);
    }
}

#[test]
fn times_that_do_not_exist_or_do_not_fit_are_refused() {
    let stagedoor = Stagedoor::on_sale();
    let create = ["event", "create", "--title", "Night"];
    let refused = |more: &[&str]| stagedoor.refused(&[&create[..], more].concat());
    assert_eq!(refused(&["--starts", "2027-03-28T02:30"]), "time_does_not_exist");
    assert_eq!(refused(&["--starts", "2027-10-31T02:30"]), "time_happens_twice");
    let _ = refused(&["--starts", "yesterday"]);
    let _ = refused(&["--starts", "2027-06-12T20:00", "--ends", "2027-06-12T19:00"]);
    let _ = refused(&["--starts", "2027-06-12T20:00", "--doors", "2027-06-12T21:00"]);
    let _ = refused(&["--starts", "2027-06-12T20:00", "--time-zone", "Mars/Olympus"]);
    let window = ["--sales-start", "2027-06-10T10:00", "--sales-end", "2027-06-09T10:00"];
    let tier = ["tier", "create", "--event", "jazz", "--name", "Late", "--price", "1"];
    let _ = stagedoor.refused(&[&tier[..], &window[..]].concat());
}

#[test]
fn names_of_any_kind_are_kept_or_refused_but_never_break() {
    let stagedoor = Stagedoor::on_sale();
    let long = "x".repeat(10_000);
    let _ = stagedoor.refused(&["tier", "create", "--event", "jazz", "--name", &long, "--price", "1"]);
    let _ = stagedoor.refused(&["tier", "create", "--event", "jazz", "--name", "", "--price", "1"]);
    let sell = ["sell", "--event", "jazz", "--line", "GA=1", "--pay", "card:x", "--buyer"];
    let _ = stagedoor.refused(&[&sell[..], &[&long[..]]].concat());
    for name in [
        "'; DROP TABLE tickets; --",
        "Zoë \u{202e}gnp.exe",
        "Null",
        "D'Accorsi",
        "आरती देशपांडे",
        "<b>Bold</b>",
        "%s%n\\",
    ] {
        let sold = &stagedoor.must(&[&sell[..], &[name]].concat())[0];
        let code = sold["order"]["code"].as_str().unwrap();
        assert_eq!(stagedoor.must(&["order", "show", "--order", code])[0]["code"], code);
    }
    assert_eq!(stagedoor.must(&["verify"])[0]["is_ok"], json!(true));
}

#[test]
fn a_second_organization_and_a_taken_slug_are_refused() {
    let stagedoor = Stagedoor::on_sale();
    let _ = stagedoor.refused(&["init", "--organization", "Other", "--owner", "Someone"]);
    let _ = stagedoor.refused(&[
        "event",
        "create",
        "--title",
        "Again",
        "--slug",
        "jazz",
        "--starts",
        "2027-07-01T20:00",
    ]);
}

#[test]
fn a_scanner_may_send_anything() {
    let stagedoor = Stagedoor::on_sale();
    stagedoor.add_event("other", "2027-08-01T20:00");
    let sold = stagedoor.must(&["sell", "--event", "jazz", "--line", "GA=2", "--pay", "cash:50"]);
    let elsewhere = stagedoor.must(&["sell", "--event", "other", "--line", "GA=1", "--pay", "cash:25"]);
    let payload = |answer: &serde_json::Value, n: usize| {
        let id = answer["tickets"][n]["code"].as_str().unwrap().to_owned();
        stagedoor.must(&["ticket", "show", "--ticket", &id])[0]["payload"].as_str().unwrap().to_owned()
    };
    let (first, second, foreign) = (payload(&sold[0], 0), payload(&sold[0], 1), payload(&elsewhere[0], 0));
    let mut tampered = second.clone().into_bytes();
    tampered[50] = if tampered[50] == b'7' { b'8' } else { b'7' };
    let tampered = String::from_utf8(tampered).unwrap();
    let million = "A".repeat(1_000_000);
    let input = format!("{first}\n\n{million}\n{foreign}\n{tampered}\nHELLO\n  {second}  \r\n{first}\n");
    let answer = stagedoor.run_with_input(
        &["scan", "--event", "jazz", "--list", "Door", "--gate", "MAIN", "--at", "2027-06-12T19:30"],
        &input,
    );
    assert_eq!(answer.status, 2, "a refused line shows in the exit code: {answer:?}");
    let said: Vec<&str> = answer
        .lines
        .iter()
        .map(|line| line["verdict"].as_str().unwrap_or_else(|| line["error"]["code"].as_str().unwrap()))
        .collect();
    assert_eq!(said.len(), 8, "one line of answer for each line of input: {said:?}");
    assert_eq!(
        (said[0], said[3], said[5], said[6], said[7]),
        ("admit", "wrong_event", "unknown", "admit", "already_used")
    );
    assert!(
        answer.lines[1]["error"].is_object() && answer.lines[2]["error"].is_object(),
        "empty and endless lines are refused"
    );
    assert!(["bad_signature", "unknown"].contains(&said[4]), "a tampered byte opens nothing: {}", said[4]);
    let nobody = stagedoor.run(&["scan", "--event", "jazz", "--list", "No such list", "X"]);
    assert_eq!(nobody.status, 2);
}

#[test]
fn a_file_that_is_no_workspace_is_named_and_left_alone() {
    let stagedoor = Stagedoor::new();
    let picture = [0xff_u8, 0xd8, 0xff, 0xe0].repeat(2_000);
    std::fs::write(stagedoor.workspace(), &picture).unwrap();
    let answer = stagedoor.run(&["event", "list"]);
    assert_eq!((answer.status, answer.error_code()), (1, "not_a_workspace"));
    assert_eq!(std::fs::read(stagedoor.workspace()).unwrap(), picture);
}

#[test]
fn a_protected_workspace_can_be_read_and_says_why_it_cannot_be_changed() {
    let stagedoor = Stagedoor::on_sale();
    let mut permissions = std::fs::metadata(stagedoor.workspace()).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(stagedoor.workspace(), permissions).unwrap();
    assert_eq!(stagedoor.must(&["event", "list"]).len(), 1);
    let sale = stagedoor.run(&["sell", "--event", "jazz", "--line", "GA=1", "--pay", "cash:25"]);
    assert_eq!((sale.status, sale.error_code()), (1, "workspace_read_only"));
}

#[test]
fn the_same_key_is_one_sale_and_another_request_under_it_is_refused() {
    let stagedoor = Stagedoor::on_sale();
    let sell = ["sell", "--event", "jazz", "--idempotency-key", "k1", "--pay", "cash:50", "--line"];
    let first = stagedoor.must(&[&sell[..], &["GA=1"]].concat());
    let again = stagedoor.must(&[&sell[..], &["GA=1"]].concat());
    assert_eq!(first, again);
    assert_eq!(stagedoor.refused(&[&sell[..], &["GA=2"]].concat()), "idempotency_key_reused");
    assert_eq!(stagedoor.must(&["order", "list"]).len(), 1);
}
