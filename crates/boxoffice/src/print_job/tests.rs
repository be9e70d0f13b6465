//! The queue against a printer that fails in every way, and a pair of eyes that counts the paper.

use std::collections::BTreeMap;

use kernel::{Failure, Fault, Refusal};
use proptest::prelude::*;
use ticketing::{order::complete_order, ticket::TicketId};
use workspace::params;

use super::*;
use crate::{
    fixture::{House, cash, house, sale},
    printer::{DocumentKind, Printer, create_printer},
};

/// A house with tickets that nobody printed yet, and a printer.
struct Desk {
    house: House,
    printer: Printer,
    tickets: Vec<TicketId>,
}

fn desk(count: i64) -> Desk {
    let house = house();
    let sold = house.run(|tx| complete_order(tx, &sale("A", &[("GA", count)], cash()).order)).unwrap();
    let draft = serde_json::json!({ "name": "Till", "kind": "escpos_tcp", "address": "192.0.2.7" });
    let printer = house.run(|tx| create_printer(tx, &serde_json::from_value(draft).unwrap())).unwrap();
    Desk { house, printer, tickets: sold.tickets.iter().map(|ticket| ticket.id).collect() }
}

impl Desk {
    fn queue(&self, reason: PrintReason) -> Result<PrintJobRow, Failure> {
        let item =
            |ticket: &TicketId| NewItem { label: ticket.to_string(), subject: Subject::Ticket(*ticket) };
        let job = NewJob {
            printer: &self.printer,
            document: DocumentKind::Ticket,
            title: "Sommernacht".to_owned(),
            reason,
            locale: "en".to_owned(),
            items: self.tickets.iter().map(item).collect(),
        };
        self.house.run(|tx| queue_print_job(tx, &job))
    }

    fn next(&self, job: PrintJobId) -> Option<SendingItem> {
        self.house.run(|tx| begin_next(tx, job)).unwrap()
    }

    fn settle(&self, item: &SendingItem, outcome: &Outcome) {
        self.house.run(|tx| settle(tx, item.id, outcome)).unwrap();
    }

    fn row(&self, job: PrintJobId) -> PrintJobRow {
        self.house.file.read(|view| print_job_by_id(view, job)).unwrap()
    }

    fn resume(&self, job: PrintJobId) -> Result<PrintJobRow, Failure> {
        self.house.run(|tx| resume_print_job(tx, &OfPrintJob { job: job.to_string() }))
    }

    fn resolve(&self, item: PrintItemId, answer: Seen) -> Result<PrintJobRow, Failure> {
        self.house.run(|tx| resolve_item(tx, &ResolveItem { item: item.to_string(), answer }))
    }

    fn prints(&self, ticket: TicketId) -> Vec<(i64, String)> {
        let sql = "select copy, outcome from ticket_prints where ticket_id = ?1 order by copy";
        let found: Result<_, Fault> = self.house.file.read(|view| {
            view.all(sql, params![kernel::id::Id::bytes(&ticket)], |row| {
                Ok((row.int("copy")?, row.text("outcome")?))
            })
        });
        found.unwrap()
    }
}

fn trouble() -> Pause {
    Pause::new("paper_out", "the paper is out", "Put in a new roll.")
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> Refusal {
    outcome.unwrap_err().to_refusal()
}

#[test]
fn a_job_prints_each_sheet_once_and_says_how_far_it_is() {
    let desk = desk(3);
    let job = desk.queue(PrintReason::First).unwrap();
    assert_eq!((job.item_count, job.waiting, job.next_position), (3, 3, Some(1)));
    for place in 1..=3 {
        let item = desk.next(job.id).unwrap();
        assert_eq!((item.position, item.copy), (place, 1));
        desk.settle(&item, &Outcome::Printed);
        assert_eq!(desk.row(job.id).printed, place);
    }
    assert_eq!(desk.next(job.id), None);
    assert_eq!(desk.row(job.id).status, JobStatus::Done);
    assert_eq!(desk.prints(desk.tickets[0]), [(1, "printed".to_owned())]);
}

#[test]
fn after_a_crash_one_sheet_is_unknown_and_the_job_goes_on_behind_it() {
    let desk = desk(4);
    let job = desk.queue(PrintReason::First).unwrap().id;
    let first = desk.next(job).unwrap();
    desk.settle(&first, &Outcome::Printed);
    let second = desk.next(job).unwrap();
    assert_eq!(desk.house.run(|tx| lose_interrupted(tx, None)).unwrap(), 1);
    let row = desk.row(job);
    assert_eq!((row.status, row.unknown, row.next_position), (JobStatus::Paused, 1, Some(3)));
    assert_eq!(row.pause.unwrap().code, "interrupted");
    assert_eq!(row.unknown_items[0].id, second.id);
    assert_eq!(desk.next(job), None, "a job that stands still sends nothing");
    desk.resume(job).unwrap();
    assert_eq!(desk.next(job).unwrap().position, 3, "the sheet in doubt is not sent again unasked");
}

#[test]
fn a_job_between_two_turns_is_not_taken_for_interrupted() {
    let desk = desk(2);
    let job = desk.queue(PrintReason::First).unwrap().id;
    let first = desk.next(job).unwrap();
    desk.settle(&first, &Outcome::Printed);
    assert_eq!(desk.house.run(|tx| lose_interrupted(tx, Some(desk.printer.id))).unwrap(), 0);
    assert_eq!(desk.row(job).status, JobStatus::Printing);
    desk.house.run(|tx| lose_interrupted(tx, None)).unwrap();
    assert_eq!(desk.row(job).status, JobStatus::Paused, "nobody goes on with it by itself");
}

#[test]
fn a_sheet_that_certainly_did_not_come_out_is_sent_again_without_a_mark() {
    let desk = desk(2);
    let job = desk.queue(PrintReason::First).unwrap().id;
    let first = desk.next(job).unwrap();
    desk.settle(&first, &Outcome::NotPrinted(trouble()));
    let row = desk.row(job);
    assert_eq!((row.status, row.failed, row.next_position), (JobStatus::Paused, 1, Some(1)));
    desk.resume(job).unwrap();
    let again = desk.next(job).unwrap();
    assert_eq!((again.position, again.copy), (1, 1), "nobody has a copy of it");
}

#[test]
fn a_repeated_sheet_says_that_another_may_be_about() {
    let desk = desk(2);
    let job = desk.queue(PrintReason::First).unwrap().id;
    let first = desk.next(job).unwrap();
    desk.settle(&first, &Outcome::Unknown(trouble()));
    desk.resolve(first.id, Seen::Repeat).unwrap();
    desk.resume(job).unwrap();
    let again = desk.next(job).unwrap();
    assert_eq!((again.position, again.copy), (1, 2));
    desk.settle(&again, &Outcome::Printed);
    let prints = desk.prints(desk.tickets[0]);
    assert_eq!(prints, [(1, "unknown".to_owned()), (2, "printed".to_owned())]);
    assert_eq!(refused(desk.resolve(first.id, Seen::Repeat)).code, "print_item_state");
}

#[test]
fn a_sheet_that_was_seen_counts_as_printed_and_a_finished_job_can_be_answered() {
    let desk = desk(2);
    let job = desk.queue(PrintReason::First).unwrap().id;
    let first = desk.next(job).unwrap();
    desk.settle(&first, &Outcome::Unknown(trouble()));
    desk.resume(job).unwrap();
    let second = desk.next(job).unwrap();
    desk.settle(&second, &Outcome::Printed);
    assert_eq!(desk.next(job), None);
    let row = desk.resolve(first.id, Seen::Printed).unwrap();
    assert_eq!((row.status, row.printed, row.unknown), (JobStatus::Done, 2, 0));
    assert_eq!(desk.prints(desk.tickets[0]), [(1, "confirmed".to_owned())]);
}

#[test]
fn a_reprint_is_numbered_and_a_first_print_never_happens_twice() {
    let desk = desk(1);
    let (early, late) =
        (desk.queue(PrintReason::First).unwrap().id, desk.queue(PrintReason::First).unwrap().id);
    let item = desk.next(early).unwrap();
    desk.settle(&item, &Outcome::Printed);
    assert_eq!(desk.next(late), None, "another job printed it meanwhile");
    let row = desk.row(late);
    assert_eq!((row.status, row.failed, row.next_position), (JobStatus::Done, 1, None));
    let again = desk.queue(PrintReason::Printer).unwrap().id;
    assert_eq!(desk.next(again).unwrap().copy, 2);
}

#[test]
fn what_must_not_be_printed_is_passed_over() {
    let desk = desk(2);
    let job = desk.queue(PrintReason::First).unwrap().id;
    let first = desk.next(job).unwrap();
    desk.settle(&first, &Outcome::Unprintable("it was refunded".to_owned()));
    let second = desk.next(job).unwrap();
    assert_eq!(second.position, 2);
    desk.settle(&second, &Outcome::Printed);
    assert_eq!(desk.next(job), None);
    assert!(desk.prints(desk.tickets[0]).is_empty());
}

#[test]
fn a_job_that_was_given_up_prints_nothing_more_and_its_tickets_are_free() {
    let desk = desk(2);
    let job = desk.queue(PrintReason::First).unwrap().id;
    let waiting = |ticket| desk.house.file.read(|view| is_printed_or_waiting(view, ticket)).unwrap();
    assert!(waiting(desk.tickets[1]));
    let first = desk.next(job).unwrap();
    desk.house.run(|tx| cancel_print_job(tx, &OfPrintJob { job: job.to_string() })).unwrap();
    desk.settle(&first, &Outcome::Printed);
    assert_eq!(desk.next(job), None);
    assert!(waiting(desk.tickets[0]) && !waiting(desk.tickets[1]));
    assert_eq!(refused(desk.resume(job)).code, "print_job_state");
}

/// What happens to a sheet, and what the person does next.
#[derive(Clone, Copy, Debug)]
enum Event {
    Prints,
    PrintsSilently,
    SpoilsSilently,
    Refuses,
    CrashBeforeSending,
    CrashAfterPrinting,
    AnswerPrinted,
    AnswerRepeat,
    ReprintAll,
}

const EVENTS: [Event; 9] = [
    Event::Prints,
    Event::PrintsSilently,
    Event::SpoilsSilently,
    Event::Refuses,
    Event::CrashBeforeSending,
    Event::CrashAfterPrinting,
    Event::AnswerPrinted,
    Event::AnswerRepeat,
    Event::ReprintAll,
];

/// The sheets that came out, with the copy number on each, and how many copies were asked for.
#[derive(Default)]
struct Paper {
    sheets: BTreeMap<TicketId, Vec<u32>>,
    asked: BTreeMap<TicketId, usize>,
}

fn play(desk: &Desk, job: PrintJobId, event: Event, paper: &mut Paper) -> Option<PrintJobId> {
    let _ = desk.resume(job);
    let unknown = desk.row(job).unknown_items.first().map(|item| (item.id, item.ticket_id));
    match event {
        Event::AnswerPrinted | Event::AnswerRepeat => {
            let (item, ticket) = unknown?;
            let is_repeat = matches!(event, Event::AnswerRepeat);
            desk.resolve(item, if is_repeat { Seen::Repeat } else { Seen::Printed }).unwrap();
            *paper.asked.entry(ticket?).or_default() += usize::from(is_repeat);
            return None;
        }
        Event::ReprintAll => {
            desk.tickets.iter().for_each(|ticket| *paper.asked.entry(*ticket).or_default() += 1);
            return Some(desk.queue(PrintReason::Printer).unwrap().id);
        }
        Event::Prints
        | Event::PrintsSilently
        | Event::SpoilsSilently
        | Event::Refuses
        | Event::CrashBeforeSending
        | Event::CrashAfterPrinting => {}
    }
    let item = desk.next(job)?;
    let Subject::Ticket(ticket) = item.subject else { return None };
    if matches!(event, Event::Prints | Event::PrintsSilently | Event::CrashAfterPrinting) {
        paper.sheets.entry(ticket).or_default().push(item.copy);
    }
    match event {
        Event::Prints => desk.settle(&item, &Outcome::Printed),
        Event::PrintsSilently | Event::SpoilsSilently => desk.settle(&item, &Outcome::Unknown(trouble())),
        Event::Refuses => desk.settle(&item, &Outcome::NotPrinted(trouble())),
        Event::CrashBeforeSending | Event::CrashAfterPrinting => {
            assert_eq!(desk.house.run(|tx| lose_interrupted(tx, None)).unwrap(), 1);
        }
        Event::AnswerPrinted | Event::AnswerRepeat | Event::ReprintAll => {}
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn no_ticket_comes_out_twice_unasked_whatever_fails(
        events in prop::collection::vec(prop::sample::select(EVENTS.to_vec()), 1..50)
    ) {
        let desk = desk(4);
        let mut jobs = vec![desk.queue(PrintReason::First).unwrap().id];
        let mut paper = Paper::default();
        for (turn, event) in events.into_iter().enumerate() {
            let job = jobs[turn % jobs.len()];
            jobs.extend(play(&desk, job, event, &mut paper));
        }
        for (ticket, copies) in &paper.sheets {
            let asked = 1 + paper.asked.get(ticket).copied().unwrap_or_default();
            prop_assert!(copies.len() <= asked, "{copies:?} came out, {asked} were asked for");
            let mut marks = copies.clone();
            marks.sort_unstable();
            marks.dedup();
            prop_assert_eq!(marks.len(), copies.len(), "two sheets carry one number: {:?}", copies);
        }
    }
}
