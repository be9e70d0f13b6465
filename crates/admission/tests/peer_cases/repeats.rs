//! Group B: double scans, re-entry, nonce, force; and annulment, which is a scan taken out of the history.

use admission::verdict::{AdmissionRequest, Effect, ListFacts, Verdict};

use crate::door::{Log, entry, exit, forced, list, ticket, with_nonce};

const NOON: &str = "2020-01-01T12:00";
use Verdict::{Admit, AlreadyUsed};

#[test]
fn b01_a_second_entry_is_refused() {
    assert_eq!(Log::new().told(&list(), &[entry(NOON), entry(NOON)]), [Admit, AlreadyUsed]);
}

#[test]
fn b02_the_same_scan_sent_twice_is_one_record() {
    let mut log = Log::new();
    let request = with_nonce(entry(NOON), "a");
    assert_eq!(log.told(&list(), &[request.clone(), request]), [Admit, Admit]);
    assert_eq!(log.passes.len(), 1);
}

#[test]
fn b02_an_older_nonce_counts_only_from_the_same_device_and_direction() {
    let several = ListFacts { allows_multiple_entries: true, ..list() };
    let mut log = Log::new();
    log.told(&several, &[with_nonce(entry(NOON), "a"), with_nonce(entry("2020-01-01T12:01"), "b")]);
    let again = with_nonce(entry("2020-01-01T12:02"), "a");
    let elsewhere = AdmissionRequest { device: "door 2".to_owned(), ..again.clone() };
    assert!(matches!(log.scan(&ticket(), &several, &again).effect, Effect::Repeated(_)));
    assert_eq!(log.scan(&ticket(), &several, &elsewhere).effect, Effect::Logged);
}

#[test]
fn b05_forced_is_marked_only_where_it_was_needed() {
    let mut log = Log::new();
    assert_eq!(log.told(&list(), &[forced(entry(NOON)), forced(entry(NOON))]), [Admit, Admit]);
    assert_eq!(log.forced, [false, true]);
}

#[test]
fn b08_a_guest_who_left_may_return_once() {
    let scans = [entry(NOON), exit("2020-01-01T13:00"), entry("2020-01-01T14:00"), entry("2020-01-01T15:00")];
    assert_eq!(Log::new().told(&list(), &scans), [Admit, Admit, Admit, AlreadyUsed]);
}

#[test]
fn b09_without_reentry_leaving_is_final() {
    let final_exit = ListFacts { allows_reentry_after_exit: false, ..list() };
    let scans = [entry(NOON), exit("2020-01-01T13:00"), entry("2020-01-01T14:00")];
    assert_eq!(Log::new().told(&final_exit, &scans), [Admit, Admit, AlreadyUsed]);
}

#[test]
fn b10_the_latest_scan_is_the_latest_by_scan_time() {
    // The exit of 11:55 arrives before the entry of 11:50.
    let scans = [exit("2020-01-01T11:55"), entry("2020-01-01T11:50"), entry(NOON)];
    assert_eq!(Log::new().told(&list(), &scans), [Admit, Admit, Admit]);
}

#[test]
fn b11_lists_count_apart() {
    assert_eq!(Log::new().told(&list(), &[entry(NOON)]), [Admit]);
    assert_eq!(Log::new().told(&list(), &[entry(NOON)]), [Admit], "another list has its own history");
}

#[test]
fn b14_two_doors_cut_off_both_admit_and_the_second_upload_is_marked() {
    let mut log = Log::new();
    let at_x = forced(with_nonce(entry(NOON), "x"));
    let at_y = AdmissionRequest {
        device: "door 2".to_owned(),
        ..forced(with_nonce(entry("2020-01-01T12:05"), "y"))
    };
    assert_eq!(log.told(&list(), &[at_x, at_y]), [Admit, Admit]);
    assert_eq!(log.forced, [false, true]);
}

#[test]
fn repeated_exits_and_an_exit_without_entry_are_fine() {
    assert_eq!(
        Log::new().told(&list(), &[exit(NOON), exit(NOON), entry("2020-01-01T13:00")]),
        [Admit, Admit, Admit]
    );
}
