//! Tickets on paper: a thousand in one file, and one alone, through the command registry.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on has nothing to report"
)]

use std::time::Instant;

use serde_json::json;
use stagedoor_benches::{Times, Venue, read};

const ORDER: u32 = 100;

fn main() {
    let venue = Venue::on_sale();
    venue.run("tier.update", json!({ "event": "bench", "tier": "GA", "order_quantity_max": 1_000 }));
    for n in 0..1_000 / ORDER {
        venue.sell(&format!("pdf-{n}"), ORDER, "Amélie Dufresne");
    }
    let single = read(&venue.sell("pdf-single", 1, "Jörg Weißenfels"));
    let one = Times::of(300, |_| {
        venue.run("print.tickets", json!({ "order": single["order"]["code"], "layout": "a4" }));
    });
    one.report("one ticket as PDF, signed", None);
    let start = Instant::now();
    let document = venue.ask("print.tickets", json!({ "event": "bench", "layout": "a4" }));
    let seconds = start.elapsed().as_secs_f64();
    let bytes = app::print::decode(&document).unwrap().len();
    let pages = document["pages"].as_u64().unwrap();
    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    let rate = pages as f64 / seconds;
    println!(
        "{pages} tickets in one PDF, signed: {rate:.0} pages/s, {} bytes/page, peak memory {}",
        bytes as u64 / pages,
        peak_memory()
    );
}

/// The most memory this process has held, as the system counts it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim_start_matches("VmHWM:").trim().to_owned())
}
