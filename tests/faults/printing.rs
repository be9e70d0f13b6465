//! Kill the process while five hundred tickets print, again and again: after each start one sheet at most is in doubt,
//! the job goes on behind it, and in the end every ticket is there once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::{collections::BTreeMap, process::Command, time::Duration};

use serde_json::{Value, json};
use stagedoor_tests::{Server, Stagedoor};
use testkit::LoopbackPrinter;

const TICKETS: usize = 500;
/// After how many more sheets the process is killed.
const KILLS: [usize; 4] = [37, 1, 174, 190];

fn must(server: &Server, command: &str, input: &Value) -> Value {
    server.call(command, input).unwrap_or_else(|error| panic!("{command}: {error:?}"))
}

/// An event with five hundred sold tickets.
fn sold_out() -> Stagedoor {
    let stagedoor = Stagedoor::on_sale();
    let tier = ["tier", "create", "--event", "jazz", "--name", "Crowd", "--price", "5", "--tax", "7"];
    stagedoor.must(&[&tier[..], &["--quantity", "500"]].concat());
    let server = Server::start(&stagedoor.workspace());
    for order in 0..TICKETS / 20 {
        let sale = json!({
            "event": "jazz", "lines": [{ "tier": "Crowd", "quantity": 20 }], "payment": { "method": "cash" },
            "buyer_name": "Mira Okonkwo", "idempotency_key": format!("order-{order}"),
        });
        must(&server, "order.complete", &sale);
    }
    server.kill();
    stagedoor
}

/// What the QR code of a sheet says: the text that the printer was told to draw.
fn payload(paper: &[u8]) -> String {
    let store = [49, 80, 48];
    let at = (0..paper.len() - 8)
        .find(|at| paper[*at..].starts_with(b"\x1d(k") && paper[at + 5..].starts_with(&store))
        .unwrap();
    let length = usize::from(u16::from_le_bytes([paper[at + 3], paper[at + 4]]));
    String::from_utf8(paper[at + 8..at + 5 + length].to_vec()).unwrap()
}

fn copies(printer: &LoopbackPrinter) -> BTreeMap<String, usize> {
    let mut copies = BTreeMap::new();
    for paper in printer.papers() {
        *copies.entry(payload(&paper)).or_default() += 1;
    }
    copies
}

/// Steps until the process is gone, which happens once `more` sheets are out.
fn print_until_killed(server: &Server, printer: &LoopbackPrinter, job: &Value, more: usize) {
    let papers = printer.papers().len() + more;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while printer.papers().len() < papers {
                std::thread::park_timeout(Duration::from_millis(1));
            }
            Command::new("kill").args(["-9", &server.id().to_string()]).status().unwrap();
        });
        while server.call("print_job.step", &json!({ "job": job })).is_ok() {}
    });
}

#[test]
fn five_hundred_tickets_print_once_each_whatever_is_killed() {
    let stagedoor = sold_out();
    let printer = LoopbackPrinter::start();
    let server = Server::start(&stagedoor.workspace());
    let address = printer.address();
    must(&server, "printer.create", &json!({ "name": "Till", "kind": "escpos_tcp", "address": address }));
    let job = must(&server, "print_job.create", &json!({ "event": "jazz" }))["job"].clone();
    assert_eq!(job["item_count"], TICKETS);
    let id = job["id"].clone();
    server.kill();

    for more in KILLS {
        let server = Server::start(&stagedoor.workspace());
        let _ = server.call("print_job.resume", &json!({ "job": id }));
        print_until_killed(&server, &printer, &id, more);
        server.kill();

        let server = Server::start(&stagedoor.workspace());
        let row = must(&server, "print_job.show", &json!({ "job": id }))["job"].clone();
        assert_eq!(
            (&row["status"], &row["pause"]["code"]),
            (&json!("paused"), &json!("interrupted")),
            "{row}"
        );
        let [printed, unknown] = ["printed", "unknown"].map(|name| row[name].as_u64().unwrap());
        assert!(unknown <= 1, "at most the sheet on its way is in doubt: {row}");
        assert_eq!(row["next_position"], printed + unknown + 1, "it goes on behind the one in doubt");
        // Somebody looks at the paper and says what is there.
        if unknown == 1 {
            let item = &row["unknown_items"][0];
            let is_out = printer.papers().len() as u64 > printed;
            let answer = if is_out { "printed" } else { "repeat" };
            must(&server, "print_job.resolve", &json!({ "item": item["id"], "answer": answer }));
        }
        server.kill();
    }

    let server = Server::start(&stagedoor.workspace());
    must(&server, "print_job.resume", &json!({ "job": id }));
    let last = loop {
        let row = must(&server, "print_job.step", &json!({ "job": id }));
        if row["status"] != "printing" {
            break row;
        }
    };
    assert_eq!((&last["status"], &last["printed"]), (&json!("done"), &json!(TICKETS)), "{last}");
    let copies = copies(&printer);
    assert_eq!(copies.len(), TICKETS, "every ticket is there");
    assert!(copies.values().all(|count| *count == 1), "no ticket is there twice");
    let again = server.call("print_job.create", &json!({ "event": "jazz" })).unwrap_err().unwrap();
    assert_eq!(again["code"], "printed_before");
    server.kill();
    assert_eq!(stagedoor.must(&["verify"])[0]["is_ok"], json!(true));
}
