//! Kill the process during sales, again and again: every sale that was acknowledged is there, nothing is half, and a
//! request that is sent again after a crash happens once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use serde_json::{Value, json};
use stagedoor_tests::{Server, Stagedoor};

const ROUNDS: u32 = 12;

fn sale(key: &str, quantity: u32) -> Value {
    json!({
        "event": "jazz", "lines": [{ "tier": "GA", "quantity": quantity }],
        "payment": { "method": "cash", "tendered_minor": 20_000 }, "buyer_name": "Mira Okonkwo", "idempotency_key": key,
    })
}

/// Sells until the server is gone; returns what was acknowledged and the key that was in the air.
fn sell_until_killed(
    server: &Server,
    round: u32,
    is_over: &AtomicBool,
) -> (BTreeMap<String, String>, Option<String>) {
    let mut acknowledged = BTreeMap::new();
    for n in 0.. {
        let key = format!("round-{round}-{n}");
        match server.call("order.complete", &sale(&key, 1 + n % 3)) {
            Ok(answer) => {
                acknowledged.insert(key, answer["order"]["code"].as_str().unwrap().to_owned());
            }
            Err(None) => return (acknowledged, Some(key)),
            Err(Some(error)) if error["code"] == "sold_out" => return (acknowledged, None),
            Err(Some(error)) => panic!("a sale was refused: {error}"),
        }
        if is_over.load(Ordering::Relaxed) {
            break;
        }
    }
    (acknowledged, None)
}

#[test]
fn every_acknowledged_sale_survives_kills_and_nothing_is_half() {
    let stagedoor = Stagedoor::on_sale();
    let mut acknowledged = BTreeMap::new();
    for round in 0..ROUNDS {
        let server = Server::start(&stagedoor.workspace());
        let (process, is_over) = (server.id(), AtomicBool::new(false));
        let (sold, in_the_air) = std::thread::scope(|scope| {
            scope.spawn(|| {
                // The moments differ from round to round, so that different statements are cut.
                std::thread::park_timeout(Duration::from_millis(15 + 13 * u64::from(round)));
                std::process::Command::new("kill").args(["-9", &process.to_string()]).status().unwrap();
                is_over.store(true, Ordering::Relaxed);
            });
            sell_until_killed(&server, round, &is_over)
        });
        server.kill();
        acknowledged.extend(sold);
        if let Some(key) = in_the_air {
            let server = Server::start(&stagedoor.workspace());
            let n: u32 = key.rsplit('-').next().unwrap().parse().unwrap();
            let again = server.call("order.complete", &sale(&key, 1 + n % 3));
            if let Ok(answer) = again {
                acknowledged.insert(key, answer["order"]["code"].as_str().unwrap().to_owned());
            }
        }
    }
    check(&stagedoor, &acknowledged);
}

fn check(stagedoor: &Stagedoor, acknowledged: &BTreeMap<String, String>) {
    assert!(acknowledged.len() > 20, "too few sales to mean anything: {}", acknowledged.len());
    let codes: BTreeSet<&String> = acknowledged.values().collect();
    assert_eq!(codes.len(), acknowledged.len(), "two keys, two orders");
    let orders = stagedoor.must(&["order", "list", "--event", "jazz"]);
    let stored: BTreeSet<String> =
        orders.iter().map(|order| order["code"].as_str().unwrap().to_owned()).collect();
    for code in codes {
        assert!(stored.contains(code), "acknowledged order {code} is gone");
    }
    assert_eq!(
        stored.len(),
        acknowledged.len(),
        "an order that nobody asked for, or one that happened twice"
    );
    let report = stagedoor.must(&["verify"]);
    assert_eq!(report[0]["is_ok"], json!(true), "{}", report[0]);
    let books = stagedoor.must(&["reconcile", "--event", "jazz"]);
    assert_eq!(books[0]["is_consistent"], json!(true), "{}", books[0]);
}
