//! What a changed export changes, and what it may not.

use chrono::TimeDelta;
use serde_json::json;

use super::{super::fixture::position, *};

/// How many records of a kind were brought up to date.
fn changed(report: &ImportReport, kind: &str) -> u32 {
    report.counts.iter().find(|count| count.kind == kind).unwrap().changed
}

fn refused_code(outcome: Result<ImportReport, Failure>) -> String {
    outcome.unwrap_err().code().to_owned()
}

/// A workspace that holds the small export, an hour later.
fn imported() -> TestWorkspace {
    let file = fresh();
    import_small(&file, &SmallExport::new()).unwrap();
    file.clock.advance(TimeDelta::hours(1));
    file
}

fn run(file: &TestWorkspace, sql: &'static str) {
    file.transact(&testkit::as_test(), |tx| Ok(tx.execute_one(sql, params![tx.now_micros()])?)).unwrap();
}

#[test]
fn an_order_paid_since_takes_its_places() {
    let file = imported();
    let paid = SmallExport::new()
        .set("orders", "/results/1/status", json!("p"))
        .set("orders", "/results/1/payments/0/state", json!("confirmed"))
        .set("orders", "/results/1/payments/0/payment_date", json!("2026-07-05T09:00:00Z"));
    let report = import_small(&file, &paid).unwrap();
    assert_eq!(
        (changed(&report, "orders"), changed(&report, "payments"), changed(&report, "tickets")),
        (1, 1, 0)
    );
    assert_sound(&file);
    let places = "select issued_after * 10 + held_after as n from inventory_operations operation
        join tickets ticket on ticket.tier_id = operation.tier_id where ticket.code = 'pendingsecret' order by seq desc limit 1";
    assert_eq!(number(&file, places), 10, "the place that was kept is sold");
    assert_eq!(
        number(
            &file,
            "select sum(amount_minor) as n from ledger_entries entry join ledger_transactions moved on moved.id = entry.transaction_id join orders own on own.id = moved.order_id where own.code = 'BBBBB' and amount_minor > 0"
        ),
        5900
    );
    assert_eq!(totals(&import_small(&file, &paid).unwrap()).2, 0, "the third import has nothing to do");
}

#[test]
fn a_ticket_cancelled_since_is_void_and_its_money_is_the_customers() {
    let file = imported();
    let cancelled = SmallExport::new().set("orders", "/results/0/positions/1/canceled", json!(true)).set(
        "orders",
        "/results/0/total",
        json!("120.19"),
    );
    let report = import_small(&file, &cancelled).unwrap();
    assert_eq!((changed(&report, "orders"), changed(&report, "tickets")), (1, 1));
    assert_sound(&file);
    assert_eq!(text(&file, "select status as t from tickets where code = 'addonsecret'"), "void");
    let owed = "select sum(entry.amount_minor) as n from ledger_entries entry
        join ledger_accounts account on account.id = entry.account_id and account.code = 'customer_balance'";
    assert_eq!(number(&file, owed), -3400, "194.19 came, 120.19 is sold, 40.00 went back");
    assert_eq!(
        number(&file, "select count(*) as n from ledger_transactions where kind = 'reversal'"),
        1,
        "entries are reversed, never changed"
    );
}

#[test]
fn a_code_replaced_since_no_longer_opens_a_door() {
    let file = imported();
    let replaced = SmallExport::new().set("orders", "/results/0/positions/0/secret", json!("newsecret")).set(
        "orders",
        "/results/0/positions/0/blocked",
        json!(["admin"]),
    );
    import_small(&file, &replaced).unwrap();
    assert_eq!(
        text(
            &file,
            "select ticket.code as t from revoked_codes gone join tickets ticket on ticket.id = gone.ticket_id where gone.code = 'passsecret'"
        ),
        "newsecret"
    );
    assert_eq!(
        text(&file, "select block_reason as t from tickets where code = 'newsecret'"),
        "pretix: admin"
    );
    assert_eq!(
        number(&file, "select count(*) as n from ledger_transactions where kind = 'reversal'"),
        0,
        "no money moved"
    );
}

#[test]
fn what_is_new_since_is_added() {
    let file = imported();
    let order = json!({"code": "DDDDD", "status": "p", "datetime": "2026-07-04T10:00:00Z", "total": "119.00",
        "fees": [], "positions": [position(401, 1, None, ("119.00", "19.00", "19.00"), "fourthsecret")],
        "payments": [], "refunds": []});
    let scan = json!({"id": 13, "successful": true, "position": 401, "datetime": "2026-10-23T14:00:00Z", "list": 9, "type": "entry"});
    let report =
        import_small(&file, &SmallExport::new().push("orders", order).push("checkins", scan)).unwrap();
    assert_eq!((totals(&report).0, totals(&report).2), (3, 0), "one order, its ticket, its scan");
    assert_sound(&file);
    assert_eq!(
        number(&file, "select serial as n from tickets where code = 'fourthsecret'"),
        6,
        "serials go on"
    );
}

#[test]
fn an_order_changed_here_and_there_is_refused_and_nothing_changes() {
    let file = imported();
    run(
        &file,
        "update tickets set block_reason = 'Lost', updated_at = ?1, version = version + 1 where code = 'passsecret'",
    );
    import_small(&file, &SmallExport::new()).expect("the same export again asks for nothing");
    let changes = number(&file, "select count(*) as n from entity_audit_log");
    let renamed = SmallExport::new().set("items", "/results/0/default_price", json!("129.00")).set(
        "orders",
        "/results/0/positions/0/attendee_name",
        json!("Somebody Else"),
    );
    let failure = import_small(&file, &renamed).unwrap_err();
    assert_eq!(failure.code(), "import_changed_here");
    assert!(failure.to_string().starts_with("orders.json line "), "{failure}");
    assert_eq!(
        number(&file, "select count(*) as n from entity_audit_log"),
        changes,
        "not even the price was taken over"
    );
}

#[test]
fn plans_changed_here_stay_and_the_report_says_so() {
    let file = imported();
    run(
        &file,
        "update ticket_tiers set price_minor = 9900, updated_at = ?1, version = version + 1 where name = 'Pass'",
    );
    let dearer = SmallExport::new()
        .set("items", "/results/0/default_price", json!("129.00"))
        .set("items", "/results/2/default_price", json!("27.50"))
        .set("event", "/name/de", json!("Herbstklang 2026"))
        .set("quotas", "/results/0/size", json!(12));
    let report = import_small(&file, &dearer).unwrap();
    assert_eq!(number(&file, "select price_minor as n from ticket_tiers where name = 'Pass'"), 9900);
    assert!(
        report.warnings.iter().any(|warning| warning.starts_with("“Pass” was changed here")),
        "{:?}",
        report.warnings
    );
    assert_eq!(number(&file, "select price_minor as n from ticket_tiers where name = 'Workshop'"), 2750);
    assert_eq!(text(&file, "select title as t from events"), "Herbstklang 2026");
    assert_eq!(number(&file, "select size as n from quotas"), 12);
    assert_eq!(
        (changed(&report, "tiers"), changed(&report, "events"), changed(&report, "quotas")),
        (1, 1, 1)
    );
}

#[test]
fn an_order_code_of_another_source_is_refused_and_nothing_is_written() {
    let file = imported();
    let elsewhere = SmallExport::new().set("organizer", "/slug", json!("others"));
    let failure = import_small(&file, &elsewhere).unwrap_err();
    assert_eq!(failure.code(), "import_order_code_taken");
    assert!(failure.to_string().contains("results[0].code: order code AAAAA is in use"), "{failure}");
    assert_eq!(number(&file, "select count(*) as n from events"), 1);
}

#[test]
fn two_events_may_share_a_short_name() {
    let file = imported();
    let elsewhere = SmallExport::new()
        .set("organizer", "/slug", json!("others"))
        .set("orders", "", json!({"results": []}))
        .set("checkins", "", json!({"results": []}));
    let report = import_small(&file, &elsewhere).unwrap();
    assert_eq!(report.event.slug, "herbst-2");
    assert_eq!(report.warnings.len(), 1, "{:?}", report.warnings);
    assert_eq!(number(&file, "select count(*) as n from venues"), 1, "the same place is one venue");
}

#[test]
fn a_currency_cannot_change_afterwards() {
    let file = imported();
    let dollars = SmallExport::new().set("event", "/currency", json!("USD"));
    assert_eq!(refused_code(import_small(&file, &dollars)), "import_changed_beyond_update");
}

#[test]
fn an_unknown_condition_is_refused_with_its_place() {
    let file = fresh();
    let weaker = SmallExport::new().set("checkinlists", "/results/0/rules", json!({"moonPhase": [1]}));
    let failure = import_small(&file, &weaker).unwrap_err();
    assert!(failure.to_string().starts_with("checkinlists.json line "), "{failure}");
    assert!(failure.to_string().contains("results[0].rules: "), "{failure}");
    assert_eq!(number(&file, "select count(*) as n from events"), 0);
}

#[test]
fn orders_that_are_gone_stay_and_are_counted() {
    let file = imported();
    let fewer = SmallExport::new().set("orders", "", json!({"results": []})).set(
        "checkins",
        "",
        json!({"results": []}),
    );
    let report = import_small(&file, &fewer).unwrap();
    assert!(report.warnings.iter().any(|warning| warning.starts_with("3 orders")), "{:?}", report.warnings);
    assert_eq!(number(&file, "select count(*) as n from orders"), 3);
}

#[test]
fn an_import_that_breaks_off_leaves_nothing() {
    let file = fresh();
    let export = SmallExport::new();
    let mut broken_off = 0;
    for statement in (1..400).step_by(5) {
        file.fail_at_statement(statement);
        if import_small(&file, &export).is_ok() {
            break;
        }
        broken_off += 1;
        for sql in [
            "select count(*) as n from events",
            "select count(*) as n from tickets",
            "select count(*) as n from import_references",
            "select count(*) as n from entity_audit_log",
        ] {
            assert_eq!(number(&file, sql), 0, "after breaking off at statement {statement}: {sql}");
        }
    }
    assert!(broken_off > 20);
}

#[test]
fn guests_are_found_by_the_name_they_have_now() {
    let file = imported();
    let found =
        |name: &str| file.read(|view| ticketing::search::find_guests(view, None, name, 50)).unwrap().len();
    assert_eq!(found("koglm"), 5, "names are folded; every ticket of the small export is hers");
    let renamed =
        SmallExport::new().set("orders", "/results/1/positions/0/attendee_name", json!("Søren Null"));
    import_small(&file, &renamed).unwrap();
    assert_eq!((found("koglm"), found("soren")), (4, 1));
}
