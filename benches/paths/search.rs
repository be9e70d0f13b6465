//! Finding a guest by the first letters of a name among 200,000, through the command registry.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on has nothing to report"
)]

use rusqlite::params;
use serde_json::json;
use stagedoor_benches::{Times, Venue, bare_file};

const GUESTS: usize = 200_000;
const ORDER: usize = 100;
const RUNS: usize = 2_000;

const FIRST: [&str; 20] = [
    "Mira",
    "Jörg",
    "Amélie",
    "Aarti",
    "Layla",
    "Sakura",
    "Haneul",
    "Søren",
    "Łucja",
    "Noa",
    "Tomasz",
    "Somchai",
    "Ngozi",
    "Zoë",
    "Pádraig",
    "Xiaoming",
    "Björn",
    "Chiara",
    "Dmitri",
    "Esperanza",
];
const LAST: [&str; 16] = [
    "Okonkwo",
    "Weißenfels",
    "Dufresne",
    "Deshpande",
    "Haddad",
    "Tanaka",
    "Kim",
    "Ægidius",
    "Żółkiewska",
    "Lindqvist",
    "Adeyemi",
    "Súilleabháin",
    "Brandt",
    "Castellanos",
    "Ivanova",
    "Müller",
];

fn name(n: usize) -> String {
    format!("{} {}{}", FIRST[n % 20], LAST[n / 20 % 16], n / 320)
}

fn main() {
    let venue = Venue::on_sale();
    venue.run("tier.update", json!({ "event": "bench", "tier": "GA", "order_quantity_max": 1_000 }));
    for n in 0..GUESTS / ORDER {
        venue.sell(&format!("search-{n}"), ORDER as u32, &name(n * 7));
    }
    let words = ["mi", "lu", "weis", "okon", "jorg", "zoe", "mull", "aegi", "brandt1", "sakura tan"];
    let bare = bare_search(venue.folder());
    bare.report("bare FTS5: one prefix, 20 rows, of 200,000", None);
    let found = Times::of(RUNS, |run| {
        let rows = venue.run(
            "door.search",
            json!({ "event": "bench", "list": "Door", "text": words[run % words.len()] }),
        );
        assert!(rows.get().len() > 2, "{} finds someone", words[run % words.len()]);
    });
    found.report("guest by name among 200,000, with ticket and history", Some(&bare));
}

fn bare_search(folder: &std::path::Path) -> Times {
    let bare = bare_file(folder, "create virtual table guests using fts5 (words, prefix = '2 3 4');");
    bare.execute_batch("begin").unwrap();
    for n in 0..GUESTS {
        bare.prepare_cached("insert into guests (words) values (?1)").unwrap().execute([name(n)]).unwrap();
    }
    bare.execute_batch("commit").unwrap();
    let words = ["mi*", "br*", "okon*", "sak*", "cast*"];
    Times::of(RUNS, |run| {
        let mut statement =
            bare.prepare_cached("select rowid from guests where guests match ?1 limit 20").unwrap();
        let rows: Vec<i64> = statement
            .query_map(params![words[run % 5]], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert!(!rows.is_empty());
    })
}
