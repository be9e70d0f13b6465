//! The press against a printer on the loopback.

use std::{path::Path, sync::Arc};

use kernel::Refusal;
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{FakeClock, FakeRandomness, LoopbackPrinter, Upset, start_of_tests};

use crate::{Options, Stagedoor, vault};

/// A house with an event on sale and a roll printer.
struct Desk {
    app: Stagedoor,
    printer: LoopbackPrinter,
    folder: tempfile::TempDir,
}

fn product(folder: &Path) -> Stagedoor {
    Stagedoor::new(Options {
        clock: Arc::new(FakeClock::at(start_of_tests())),
        randomness: Arc::new(FakeRandomness::default()),
        data_folder: folder.to_owned(),
        vault: vault::Choice::FileBesideWorkspace,
        sign_in: crate::SignIn::AsOwner,
    })
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk { app: product(folder.path()), printer: LoopbackPrinter::start(), folder };
    desk.app.create(&desk.path()).unwrap();
    let (zone, title) = ("Europe/Berlin", "Sommernacht im Hof");
    desk.must(
        "organization.init",
        json!({ "organization_name": "Lindenhof", "owner_name": "Ida Brandt", "country_code": "DE", "currency": "EUR",
            "time_zone": zone, "type": "venue" }),
    );
    desk.must(
        "event.create",
        json!({ "title": title, "slug": "hof", "starts_at": "2026-06-13T20:00", "venue": { "name": "Hof" },
            "tiers": [{ "name": "GA", "price": "25.00", "quantity": 900, "tax_rate": "7", "order_quantity_max": 50 }] }),
    );
    desk.must("checkin_list.create", json!({ "event": "hof", "name": "Door" }));
    desk.must("event.publish", json!({ "event": "hof" }));
    desk.must(
        "printer.create",
        json!({ "name": "Till", "kind": "escpos_tcp", "address": desk.printer.address() }),
    );
    desk
}

impl Desk {
    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("night.stagedoor")
    }

    fn must(&self, command: &str, input: Value) -> Value {
        self.app
            .dispatch(command, input)
            .unwrap_or_else(|failure| panic!("{command}: {:?}", failure.to_refusal()))
    }

    fn refused(&self, command: &str, input: Value) -> Refusal {
        self.app.dispatch(command, input).unwrap_err().to_refusal()
    }

    /// Sells, and gives the order's code.
    fn sell(&self, quantity: usize) -> String {
        let sale = json!({ "event": "hof", "lines": [{ "tier": "GA", "quantity": quantity }],
            "payment": { "method": "cash" }, "idempotency_key": format!("sale-{quantity}") });
        self.must("order.complete", sale)["order"]["code"].as_str().unwrap().to_owned()
    }

    fn queue(&self, order: &str, reason: Option<&str>) -> String {
        let mut request = json!({ "order": order });
        if let Some(reason) = reason {
            request["reason"] = json!(reason);
        }
        self.must("print_job.create", request)["job"]["id"].as_str().unwrap().to_owned()
    }

    fn step(&self, job: &str) -> Value {
        self.must("print_job.step", json!({ "job": job }))
    }

    /// Turns until the job stands still or is through.
    fn run(&self, job: &str) -> Value {
        loop {
            let row = self.step(job);
            if matches!(row["status"].as_str(), Some("done" | "paused" | "cancelled")) {
                return row;
            }
        }
    }

    /// How often each ticket of the event came out.
    fn copies(&self) -> Vec<usize> {
        let papers = self.printer.papers();
        let page = self.must("ticket.list", json!({ "event": "hof", "page": { "first": 500 } }));
        let tickets = page["rows"].as_array().unwrap();
        let copies = tickets.iter().map(|ticket| {
            let payload = ticket["payload"].as_str().unwrap().as_bytes();
            papers.iter().filter(|paper| holds(paper, payload)).count()
        });
        copies.collect()
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn an_order_prints_in_turns_of_ten_with_progress() {
    let desk = desk();
    let job = desk.queue(&desk.sell(23), None);
    let printed: Vec<_> = (0..4).map(|_| desk.step(&job)["printed"].as_i64().unwrap()).collect();
    assert_eq!(printed, [10, 20, 23, 23]);
    assert_eq!(desk.step(&job)["status"], "done");
    assert_eq!(desk.copies(), [1; 23]);
}

#[test]
fn paper_that_ends_is_named_and_the_job_goes_on_where_it_stopped() {
    let desk = desk();
    let job = desk.queue(&desk.sell(20), None);
    desk.printer.upset_after(12, Upset::PaperOut);
    let row = desk.run(&job);
    assert_eq!((&row["status"], &row["printed"], &row["unknown"]), (&json!("paused"), &json!(12), &json!(1)));
    assert_eq!((&row["pause"]["code"], &row["next_position"]), (&json!("paper_out"), &json!(14)));
    assert_eq!(row["unknown_items"][0]["position"], 13);

    desk.must("print_job.resume", json!({ "job": job }));
    let still = desk.step(&job);
    assert_eq!((&still["failed"], &still["next_position"]), (&json!(1), &json!(14)), "nobody put paper in");

    desk.printer.refill();
    desk.must("print_job.resume", json!({ "job": job }));
    let through = desk.run(&job);
    assert_eq!((&through["status"], &through["printed"]), (&json!("done"), &json!(19)));
    let item = row["unknown_items"][0]["id"].clone();
    desk.must("print_job.resolve", json!({ "item": item, "answer": "repeat" }));
    assert_eq!(desk.run(&job)["printed"], 20);
    assert_eq!(desk.copies(), [1; 20]);
    assert!(holds(desk.printer.papers().last().unwrap(), b"REPRINT 1"), "the spoilt one may be about");
}

#[test]
fn what_was_printed_is_printed_again_only_for_a_reason_and_says_so() {
    let desk = desk();
    let order = desk.sell(2);
    desk.run(&desk.queue(&order, None));
    let again = desk.refused("print_job.create", json!({ "order": order }));
    assert_eq!((again.code.as_str(), again.field.as_deref()), ("printed_before", Some("reason")));
    desk.run(&desk.queue(&order, Some("printer")));
    desk.run(&desk.queue(&order, Some("printer")));
    let papers = desk.printer.papers();
    let marks: Vec<[bool; 2]> =
        papers.iter().map(|paper| [holds(paper, b"REPRINT 1"), holds(paper, b"REPRINT 2")]).collect();
    assert_eq!(marks, [[false; 2], [false; 2], [true, false], [true, false], [false, true], [false, true]]);
    assert_eq!(desk.copies(), [3, 3]);
}

#[test]
fn a_lost_ticket_gets_a_new_code_and_the_old_one_is_never_printed_again() {
    let desk = desk();
    let order = desk.sell(1);
    desk.run(&desk.queue(&order, None));
    desk.run(&desk.queue(&order, Some("lost")));
    let page = desk.must("ticket.list", json!({ "event": "hof" }));
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    let papers = desk.printer.papers();
    assert!(!holds(&papers[1], b"REPRINT"), "the new code has no other print");
    assert_eq!(desk.copies(), [1, 1]);
}

#[test]
fn a_ticket_that_was_voided_while_it_waited_is_passed_over() {
    let desk = desk();
    let order = desk.sell(3);
    let job = desk.queue(&order, None);
    let tickets = desk.must("order.show", json!({ "order": order }))["tickets"].clone();
    desk.must("ticket.void", json!({ "ticket": tickets[1]["code"], "reason": "mistake" }));
    let row = desk.run(&job);
    assert_eq!((&row["status"], &row["printed"], &row["failed"]), (&json!("done"), &json!(2), &json!(1)));
    assert_eq!(desk.printer.papers().len(), 2);
}

#[test]
fn a_program_that_ended_in_the_middle_leaves_one_sheet_unknown() {
    let desk = desk();
    let job = desk.queue(&desk.sell(15), None);
    desk.step(&job);
    // The eleventh is stored as being sent, and the program ends.
    let open = desk.app.open_workspace().unwrap();
    let id = job.parse().unwrap();
    let context = workspace::CommandContext { command: "test", actor: None };
    open.workspace().transact(&context, |tx| boxoffice::print_job::begin_next(tx, id)).unwrap();
    drop(open);
    desk.app.open(&desk.path()).unwrap();
    let row = desk.must("print_job.show", json!({ "job": job }))["job"].clone();
    assert_eq!((&row["status"], &row["pause"]["code"]), (&json!("paused"), &json!("interrupted")));
    assert_eq!((&row["unknown"], &row["next_position"]), (&json!(1), &json!(12)));
    desk.must("print_job.resume", json!({ "job": job }));
    assert_eq!(desk.run(&job)["printed"], 14);
}

#[test]
fn receipts_slips_of_files_and_labels_go_to_their_printers() {
    let desk = desk();
    let order = desk.sell(2);
    let folder = desk.folder.path().join("paper");
    std::fs::create_dir(&folder).unwrap();
    desk.must("printer.create", json!({ "name": "Files", "kind": "file", "address": folder }));
    let receipt = |printer: &str| json!({ "order": order, "document": "receipt", "printer": printer });
    for printer in ["Till", "Files", "Till"] {
        let job = desk.must("print_job.create", receipt(printer))["job"]["id"].as_str().unwrap().to_owned();
        assert_eq!(desk.run(&job)["status"], "done", "{printer}");
    }
    let papers = desk.printer.papers();
    assert!(holds(&papers[0], b"Receipt") && !holds(&papers[0], b"Copy of the receipt"));
    assert!(holds(&papers[1], b"Copy of the receipt"), "the folder has the second, this is the third");

    let job = desk.must("print_job.create", json!({ "order": order, "printer": "Files" }))["job"].clone();
    assert_eq!(desk.run(job["id"].as_str().unwrap())["printed"], 2);
    let files = std::fs::read_dir(&folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    assert!(files.into_iter().filter(|bytes| bytes.starts_with(b"%PDF")).count() == 3);
}

#[test]
fn a_drawer_opens_and_a_test_page_prints_past_the_queue() {
    let desk = desk();
    desk.must("printer.open_drawer", json!({}));
    desk.must("printer.test", json!({ "printer": "Till" }));
    assert_eq!((desk.printer.pulses(1), desk.printer.papers().len()), (1, 1));
    desk.must("printer.update", json!({ "printer": "Till", "drawer_pin": 0 }));
    assert_eq!(desk.refused("printer.open_drawer", json!({})).code, "no_drawer");
    let found = desk.must("printer.discover", json!({ "server": "127.0.0.1:9" }));
    assert!(found["problem"].is_string(), "{found}");
}

#[test]
fn a_printer_that_is_not_there_stops_the_job_and_nothing_is_in_doubt() {
    let desk = desk();
    desk.must("printer.update", json!({ "printer": "Till", "address": "127.0.0.1:9" }));
    let job = desk.queue(&desk.sell(3), None);
    let row = desk.run(&job);
    assert_eq!((&row["status"], &row["pause"]["code"]), (&json!("paused"), &json!("printer_unreachable")));
    assert_eq!((&row["unknown"], &row["next_position"]), (&json!(0), &json!(1)));
    desk.must("printer.update", json!({ "printer": "Till", "address": desk.printer.address() }));
    desk.must("print_job.resume", json!({ "job": job }));
    assert_eq!(desk.run(&job)["printed"], 3);
    assert_eq!(desk.copies(), [1; 3]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]
    #[test]
    fn no_ticket_comes_out_twice_over_a_printer_that_fails_at_random(
        upsets in prop::collection::vec(
            (0_usize..6, prop::sample::select(vec![Upset::PaperOut, Upset::HangUp])), 1..5
        )
    ) {
        let desk = desk();
        let job = desk.queue(&desk.sell(24), None);
        for (after, upset) in upsets {
            desk.printer.upset_after(after, upset);
            let row = desk.run(&job);
            desk.printer.refill();
            if row["status"] == "paused" {
                desk.must("print_job.resume", json!({ "job": job }));
            }
        }
        let row = desk.run(&job);
        prop_assert_eq!(row["status"].as_str(), Some("done"));
        let copies = desk.copies();
        prop_assert!(copies.iter().all(|count| *count <= 1), "{copies:?}");
        let out = copies.iter().filter(|count| **count == 1).count();
        let doubt = usize::try_from(row["unknown"].as_i64().unwrap()).unwrap();
        prop_assert_eq!(out + doubt, 24, "what did not come out is known to be in doubt");
    }
}
