//! An order of four tickets, durable, through the command registry: JSON in, JSON out, one commit.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on has nothing to report"
)]

use rusqlite::params;
use serde_json::json;
use stagedoor_benches::{Times, Venue, bare_file};

const RUNS: usize = 4_000;

fn main() {
    let venue = Venue::on_sale();
    let walk_up = Times::of(RUNS, |run| {
        venue.run(
            "order.complete",
            json!({ "event": "bench", "lines": [{ "tier": "GA", "quantity": 3 }, { "tier": "VIP", "quantity": 1 }],
                "payment": { "method": "cash", "tendered_minor": 20_000 }, "idempotency_key": format!("walk-up-{run}") }),
        );
    });
    let named = Times::of(RUNS, |run| {
        venue.sell(&format!("named-{run}"), 4, "Mira Okonkwo");
    });
    venue.run("till.open", json!({ "float_minor": 20_000 }));
    let at_till = Times::of(RUNS, |run| {
        venue.run(
            "till.sell",
            json!({ "event": "bench", "lines": [{ "tier": "GA", "quantity": 3 }, { "tier": "VIP", "quantity": 1 }],
                "payment": { "method": "cash", "tendered_minor": 20_000 }, "idempotency_key": format!("at-till-{run}") }),
        );
    });
    let bare = bare_order(venue.folder());
    bare.report("bare SQLite: 16 rows, one durable commit", None);
    walk_up.report("order of 4 tickets, walk-up", Some(&bare));
    named.report("order of 4 tickets, with a name to find", Some(&bare));
    at_till.report("order of 4 tickets at a till, with its drawer's books", Some(&bare));
}

/// As many rows as a sale of four tickets writes, without triggers, checks or answers.
fn bare_order(folder: &std::path::Path) -> Times {
    let bare =
        bare_file(folder, "create table rows (id blob primary key, a text, b integer, c blob) strict;");
    Times::of(RUNS, |run| {
        bare.prepare_cached("begin immediate").unwrap().execute([]).unwrap();
        for row in 0..16_u64 {
            let mut id = [0_u8; 16];
            id[..8].copy_from_slice(&(run as u64).to_be_bytes());
            id[8..].copy_from_slice(&row.to_be_bytes());
            let mut insert =
                bare.prepare_cached("insert into rows (id, a, b, c) values (?1, ?2, ?3, ?4)").unwrap();
            insert.execute(params![id, "some text of a row", 42, [7_u8; 16]]).unwrap();
        }
        bare.prepare_cached("commit").unwrap().execute([]).unwrap();
    })
}
