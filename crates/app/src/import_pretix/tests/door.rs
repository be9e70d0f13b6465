//! An imported event at its doors: every old ticket gets the answer that its own system gave, and tickets sold here
//! are admitted beside them.

use std::{collections::BTreeMap, fs::File};

use admission::{
    scan::{ScanRequest, ScanStation},
    verdict::Verdict,
};
use chrono::DateTime;
use flate2::read::GzDecoder;
use payments::payment::Tender;
use serde::Deserialize;
use ticketing::order::{CompleteOrder, LineRequest, complete_order};

use super::*;

/// What the other system answered: by list and gate, by order and position.
#[derive(Deserialize)]
struct Admissible {
    clock: String,
    lists: BTreeMap<String, BTreeMap<String, String>>,
}

/// The other system's word for a verdict. It checks a single cancelled position like a cancelled order here, and
/// counts a wrong gate among its rules.
fn their_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Admit => "ok",
        Verdict::AlreadyUsed => "already_redeemed",
        Verdict::Cancelled | Verdict::Void | Verdict::Refunded => "canceled",
        Verdict::Unpaid => "unpaid",
        Verdict::Unapproved => "unapproved",
        Verdict::Blocked => "blocked",
        Verdict::RuleRefused | Verdict::WrongGate => "rules",
        Verdict::WrongTier => "product",
        Verdict::NotYetValid | Verdict::Expired => "invalid_time",
        Verdict::Revoked => "revoked",
        Verdict::Ambiguous => "ambiguous",
        Verdict::Incomplete => "incomplete",
        Verdict::Unknown | Verdict::BadSignature | Verdict::WrongEvent | Verdict::Transferred => "invalid",
    }
}

/// Ticket codes by order and position, as the other system names them.
fn codes(file: &TestWorkspace) -> BTreeMap<String, String> {
    let rows = file.read(|view| {
        view.all(
            "select own.code || '-' || item.line_number as position, ticket.code
            from tickets ticket
            join order_items item on item.id = ticket.order_item_id
            join orders own on own.id = ticket.order_id",
            params![],
            |row| Ok((row.text("position")?, row.text("code")?)),
        )
    });
    rows.unwrap().into_iter().collect()
}

fn list_id(file: &TestWorkspace, number: &str) -> String {
    let id = file.read(|view| {
        view.one(
            "select lower(hex(entity_id)) as id from import_references where kind = 'checkin_lists' and source_key = ?1",
            params![number],
            |row| row.text("id"),
        )
    });
    id.unwrap()
}

#[test]
fn every_ticket_of_the_festival_gets_the_answer_that_its_own_system_gives() {
    let Some(folder) = shared::festival() else { return };
    let file = fresh();
    let report = import(&file, &folder).unwrap();
    let packed = File::open(folder.join("admissible.json.gz")).unwrap();
    let admissible: Admissible = serde_json::from_reader(GzDecoder::new(packed)).unwrap();
    let clock = DateTime::parse_from_rfc3339(&admissible.clock).unwrap();
    file.clock.set(clock.to_utc());
    let (station, codes) = (ScanStation::new(), codes(&file));
    let mut differences = Vec::new();
    let mut compared = 0_usize;
    for (list_and_gate, answers) in &admissible.lists {
        let (list, gate) = list_and_gate.split_once(':').unwrap();
        let mut request = ScanRequest {
            event: report.event.slug.clone(),
            list: list_id(&file, list),
            gate: (gate == "vip_gate").then(|| "VIP".to_owned()),
            simulate: true,
            ..ScanRequest::default()
        };
        for (position, answer) in answers {
            request.code.clone_from(&codes[position]);
            let verdict = station.scan(&file, &testkit::as_test(), &request).unwrap().verdict;
            compared += 1;
            if their_word(verdict) != answer {
                differences.push(format!("list {list_and_gate} {position}: {verdict}, there {answer}"));
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
    assert!(
        differences.is_empty(),
        "{} of {compared}: {:#?}",
        differences.len(),
        &differences[..differences.len().min(10)]
    );
}

#[test]
fn tickets_sold_here_enter_beside_those_sold_there() {
    let file = fresh();
    let report = import_small(&file, &SmallExport::new()).unwrap();
    let at = DateTime::parse_from_rfc3339("2026-10-23T15:00:00+02:00").unwrap();
    file.clock.set(at.to_utc());
    let request = CompleteOrder {
        event: report.event.slug.clone(),
        lines: vec![LineRequest {
            tier: "Tagesticket – Freitag".to_owned(),
            quantity: 2,
            ..LineRequest::default()
        }],
        payment: Tender::Cash { tendered_minor: Some(10_000) },
        ..CompleteOrder::default()
    };
    let sold = file.transact(&testkit::as_test(), |tx| complete_order(tx, &request)).unwrap();
    assert_eq!((sold.order.summary.total.minor, sold.change.minor), (9800, 200));
    assert_sound(&file);
    let station = ScanStation::new();
    let scan = |code: &str| {
        let request = ScanRequest {
            event: report.event.slug.clone(),
            list: "Haupteingang".to_owned(),
            code: code.to_owned(),
            answers: BTreeMap::from([("BAND".to_owned(), "12".to_owned())]),
            ..ScanRequest::default()
        };
        station.scan(&file, &testkit::as_test(), &request).unwrap().verdict
    };
    let new = sold.order.tickets[0].code.clone();
    assert_eq!([scan(&new), scan(&new)], [Verdict::Admit, Verdict::AlreadyUsed]);
    assert_eq!(scan("passsecret"), Verdict::AlreadyUsed, "its scan was imported with it");
    assert_eq!(scan("pendingsecret"), Verdict::Unapproved);
    assert_eq!(scan("gonesecret"), Verdict::Cancelled);
    assert_eq!(scan("cancelledsecret"), Verdict::Void);
    assert_eq!(scan("addonsecret"), Verdict::NotYetValid, "its product is valid from tomorrow on");
    assert_eq!(scan("nobody"), Verdict::Unknown);
}
