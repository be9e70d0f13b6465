//! A scan at the door, through the command registry: valid (durable), used, unknown, each with its signature checked.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on has nothing to report"
)]

use rusqlite::params;
use serde_json::{Value, json};
use stagedoor_benches::{Times, Venue, bare_file, read};

const TICKETS: usize = 5_000;
/// Tickets of one order: what the door shows of an order is counted at each scan.
const ORDER: usize = 4;

fn main() {
    let venue = Venue::on_sale();
    venue.run("tier.update", json!({ "event": "bench", "tier": "GA", "order_quantity_max": 1_000 }));
    let payloads: Vec<String> = (0..TICKETS / ORDER)
        .flat_map(|n| {
            let sold = read(&venue.sell(&format!("scan-{n}"), ORDER as u32, "Mira Okonkwo"));
            let tickets = sold["tickets"].as_array().unwrap().clone();
            tickets.into_iter().map(|ticket| payload(&venue, &ticket)).collect::<Vec<_>>()
        })
        .collect();
    let runs = TICKETS * 10 / 11;
    let bare = bare_scan(venue.folder(), runs);
    bare.report("bare SQLite: one lookup, one row, one durable commit", None);
    let valid = Times::of(runs, |run| assert!(is_verdict(&venue, &payloads[run], "admit")));
    valid.report("valid scan, durable", Some(&bare));
    let used = Times::of(runs, |run| assert!(is_verdict(&venue, &payloads[run], "already_used")));
    used.report("used scan, signature checked", None);
    let forged: Vec<String> = payloads.iter().map(|text| garbled(text)).collect();
    let unknown = Times::of(runs, |run| assert!(!is_verdict(&venue, &forged[run], "admit")));
    unknown.report("altered scan", None);
    let nobody = Times::of(runs, |run| assert!(is_verdict(&venue, &format!("NOBODY-{run}"), "unknown")));
    nobody.report("unknown scan", None);
}

fn payload(venue: &Venue, ticket: &Value) -> String {
    venue.ask("ticket.show", json!({ "ticket": ticket["id"] }))["payload"].as_str().unwrap().to_owned()
}

/// Scans, and looks whether the answer's text bears the verdict.
fn is_verdict(venue: &Venue, code: &str, verdict: &str) -> bool {
    let answer = venue.run("scan", json!({ "event": "bench", "list": "Door", "gate": "MAIN", "code": code }));
    answer.get().contains(&format!("\"verdict\":\"{verdict}\""))
}

fn garbled(text: &str) -> String {
    let (head, tail) = text.split_at(40);
    let other = if tail.starts_with('0') { '1' } else { '0' };
    format!("{head}{other}{}", &tail[1..])
}

fn bare_scan(folder: &std::path::Path, runs: usize) -> Times {
    let bare = bare_file(
        folder,
        "create table tickets (code text primary key, a text) strict; create table scans (id blob primary key, code text, b integer) strict;",
    );
    for n in 0..TICKETS {
        bare.prepare_cached("insert into tickets values (?1, 'x')")
            .unwrap()
            .execute([format!("{n:08}")])
            .unwrap();
    }
    Times::of(runs, |run| {
        bare.prepare_cached("begin immediate").unwrap().execute([]).unwrap();
        let code = format!("{run:08}");
        let _: String = bare
            .prepare_cached("select a from tickets where code = ?1")
            .unwrap()
            .query_row([&code], |row| row.get(0))
            .unwrap();
        let mut insert = bare.prepare_cached("insert into scans values (?1, ?2, 1)").unwrap();
        insert.execute(params![(run as u128).to_be_bytes(), code]).unwrap();
        bare.prepare_cached("commit").unwrap().execute([]).unwrap();
    })
}
