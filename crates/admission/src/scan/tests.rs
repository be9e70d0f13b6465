//! Scans against a real file.

use chrono::TimeDelta;
use kernel::id::Id;
use ticketing::signing::{MemoryVault, TicketClaim, ensure_key, sign};
use workspace::params;

use super::{AnnulAuthority, AnnulScan, ScanRequest, ScanStation, annul_scan};
use crate::{
    fixture::{
        EVENT, LIST, STANDARD, VIP, add_event, add_list, add_order, add_tier, as_mia, bytes, list_named,
        logged, refused, scan, scan_of, venue_with_tickets, write,
    },
    gate::{CreateGate, create_gate},
    ids::EventId,
    list::{CreateCheckinList, UpdateCheckinList, update_checkin_list},
    verdict::{Direction, Verdict},
};

#[test]
fn a_ticket_is_admitted_once_and_the_second_scan_says_when_where_and_by_whom() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    write(&file, |tx| {
        let gate = CreateGate { event: EVENT.to_owned(), name: "Gate A".to_owned(), code: None };
        create_gate(tx, &gate)
    });
    let at_gate = ScanRequest { gate: Some("GATE-A".to_owned()), ..scan_of(" alpha\n") };
    let first = scan(&file, &station, &at_gate);
    assert!(first.is_admitted && first.scan_id.is_some());
    let ticket = first.ticket.unwrap();
    assert_eq!((ticket.order_size, ticket.order_inside, ticket.serial), (4, 1, 1));
    file.clock.advance(TimeDelta::minutes(37));
    let second = scan(&file, &station, &at_gate);
    assert_eq!((second.verdict, second.attempts), (Verdict::AlreadyUsed, 2));
    let use_before = second.first_use.unwrap();
    assert_eq!((use_before.gate.as_deref(), use_before.operator.as_deref()), (Some("Gate A"), Some("Mia")));
    assert_eq!(second.reason_text, "Already in since 20:00:00 (37 min ago) · Gate A · Mia.");
    assert_eq!(scan(&file, &station, &at_gate).attempts, 3, "a refusal that waits to be written counts");
}

#[test]
fn a25_an_unknown_code_is_refused_even_when_forced_and_logged_as_it_was_scanned() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    let forced =
        ScanRequest { force: true, override_reason: Some("lost phone".to_owned()), ..scan_of("zzz") };
    for request in [scan_of("zzz"), forced] {
        let outcome = scan(&file, &station, &request);
        assert_eq!((outcome.verdict, outcome.scan_id, outcome.ticket), (Verdict::Unknown, None, None));
    }
    station.flush(&file).unwrap();
    assert_eq!(
        logged(&file),
        [("zzz".to_owned(), "unknown".to_owned(), false), ("zzz".to_owned(), "unknown".to_owned(), false)]
    );
}

#[test]
fn refusals_wait_for_the_next_commit_and_none_is_lost_at_the_end() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    scan(&file, &station, &scan_of("one"));
    assert_eq!(logged(&file).len(), 0, "a refusal waits");
    scan(&file, &station, &scan_of("alpha"));
    assert_eq!(logged(&file).iter().map(|line| line.0.as_str()).collect::<Vec<_>>(), ["one", "alpha"]);
    scan(&file, &station, &scan_of("two"));
    station.close(&file).unwrap();
    assert_eq!(logged(&file).len(), 3);
}

#[test]
fn refusals_come_due_by_themselves_and_no_longer_once_the_station_is_closed() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    let due = station.refusals_due();
    scan(&file, &station, &scan_of("one"));
    assert!(due.wait());
    station.flush(&file).unwrap();
    assert_eq!(logged(&file).len(), 1);
    station.close(&file).unwrap();
    assert!(!due.wait());
}

#[test]
fn the_same_scan_sent_twice_is_one_record() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    let request = ScanRequest { nonce: Some("n1".to_owned()), ..scan_of("alpha") };
    let first = scan(&file, &station, &request);
    let again = scan(&file, &station, &request);
    assert!(again.is_admitted && again.is_repeated);
    assert_eq!(again.scan_id, first.scan_id);
    assert_eq!(logged(&file).len(), 1);
}

#[test]
fn a_simulated_scan_leaves_no_trace() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    for code in ["alpha", "zzz"] {
        let outcome = scan(&file, &station, &ScanRequest { simulate: true, ..scan_of(code) });
        assert_eq!((outcome.is_admitted, outcome.scan_id), (code == "alpha", None));
    }
    station.close(&file).unwrap();
    assert_eq!(logged(&file).len(), 0);
    assert!(scan(&file, &station, &scan_of("alpha")).is_admitted);
}

#[test]
fn a_force_needs_a_reason_and_is_marked_only_where_it_was_needed() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    let unexplained = ScanRequest { force: true, ..scan_of("alpha") };
    assert_eq!(refused(station.scan(&file, &as_mia(), &unexplained)).code, "override_needs_reason");
    let forced = ScanRequest { override_reason: Some("crew".to_owned()), ..unexplained };
    assert!(!scan(&file, &station, &forced).is_forced);
    let second = scan(&file, &station, &forced);
    assert!(second.is_admitted && second.is_forced);
    assert_eq!(second.reason_text, "Admitted by override against “already used”.");
}

#[test]
fn a_ticket_of_another_event_says_which() {
    let file = venue_with_tickets();
    write(&file, |tx| {
        add_event(tx, 9, "jazz")?;
        add_tier(tx, 9, 8, "Standard")?;
        add_order(tx, 9, "B-1", 8, &["jazzy"])
    });
    let outcome = scan(&file, &ScanStation::new(), &scan_of("jazzy"));
    assert_eq!(outcome.verdict, Verdict::WrongEvent);
    assert_eq!(outcome.ticket.unwrap().event_title, "JAZZ");
}

#[test]
fn a_human_code_is_read_in_any_spelling() {
    let file = venue_with_tickets();
    let code = kernel::HumanCode::from_random([1, 2, 3, 4, 5, 6, 7]).unwrap();
    write(&file, |tx| add_order(tx, 1, "A-000002", STANDARD, &[code.as_str()]));
    let spoken = format!("{} {}", &code.as_str()[..4], &code.as_str()[4..]).to_lowercase();
    assert!(scan(&file, &ScanStation::new(), &scan_of(&spoken)).is_admitted);
}

/// A signed code for a human code of an event, made with the event's own key.
fn signed(file: &testkit::TestWorkspace, vault: &MemoryVault, event: u8, code: kernel::HumanCode) -> String {
    let event = EventId::from_bytes(bytes(event));
    let key = write(file, |tx| Ok(ensure_key(tx, vault, event)?));
    sign(&TicketClaim { code, tier_number: 1, valid_from: None, valid_until: None }, &key)
}

#[test]
fn a_signed_code_admits_its_ticket_and_a_changed_one_is_called_so() {
    let file = venue_with_tickets();
    let (station, vault) = (ScanStation::new(), MemoryVault::default());
    let code = kernel::HumanCode::from_random([9, 8, 7, 6, 5, 4, 3]).unwrap();
    write(&file, |tx| add_order(tx, 1, "A-000002", STANDARD, &[code.as_str()]));
    let payload = signed(&file, &vault, 1, code);
    let other = if payload.as_bytes()[20] == b'0' { '1' } else { '0' };
    let changed = format!("{}{other}{}", &payload[..20], &payload[21..]);
    assert_eq!(scan(&file, &station, &scan_of(&changed)).verdict, Verdict::BadSignature);
    let outcome = scan(&file, &station, &scan_of(&payload.to_lowercase()));
    assert_eq!((outcome.verdict, outcome.ticket.unwrap().code.as_str()), (Verdict::Admit, code.as_str()));
}

#[test]
fn a_code_signed_for_another_event_is_for_another_event_and_not_a_forgery() {
    let file = venue_with_tickets();
    let (station, vault) = (ScanStation::new(), MemoryVault::default());
    let code = kernel::HumanCode::from_random([3, 1, 4, 1, 5, 9, 2]).unwrap();
    write(&file, |tx| {
        add_event(tx, 9, "jazz")?;
        add_tier(tx, 9, 8, "Standard")?;
        add_order(tx, 9, "B-1", 8, &[code.as_str()])
    });
    let payload = signed(&file, &vault, 9, code);
    assert_eq!(scan(&file, &station, &scan_of(&payload)).verdict, Verdict::WrongEvent);
}

#[test]
fn whatever_a_scanner_sends_is_an_answer() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    for code in ["\u{1}", "'; drop table tickets; --", "🎟", "\0x"] {
        assert_eq!(scan(&file, &station, &scan_of(code)).verdict, Verdict::Unknown, "{code:?}");
    }
    station.close(&file).unwrap();
    assert_eq!(logged(&file).len(), 4);
}

#[test]
fn an_empty_line_and_an_endless_one_are_no_scans() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    let million = "9".repeat(1_000_000);
    for (code, reason) in [("", "empty_code"), (" \r\n", "empty_code"), (million.as_str(), "code_too_long")] {
        assert_eq!(refused(station.scan(&file, &as_mia(), &scan_of(code))).code, reason);
    }
    station.close(&file).unwrap();
    assert_eq!(logged(&file).len(), 0);
}

#[test]
fn a_replaced_code_is_named_and_can_be_forced() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    write(&file, |tx| {
        tx.execute_one(
            "insert into revoked_codes (id, event_id, code, ticket_id, created_at)
             select ?1, event_id, 'old-alpha', id, 0 from tickets where code = 'alpha'",
            params![bytes(3)],
        )?;
        Ok(())
    });
    write(&file, |tx| {
        tx.execute_one(
            "insert into revoked_codes (id, event_id, code, created_at) values (?1, ?2, 'nobodys', 0)",
            params![bytes(4), bytes(1)],
        )?;
        Ok(())
    });
    let nobodys =
        ScanRequest { force: true, override_reason: Some("insists".to_owned()), ..scan_of("nobodys") };
    assert_eq!(scan(&file, &station, &nobodys).verdict, Verdict::Revoked, "nobody is there to be admitted");
    let outcome = scan(&file, &station, &scan_of("old-alpha"));
    assert_eq!((outcome.verdict, outcome.ticket.unwrap().code.as_str()), (Verdict::Revoked, "alpha"));
    let forced =
        ScanRequest { force: true, override_reason: Some("reprinted".to_owned()), ..scan_of("old-alpha") };
    assert!(scan(&file, &station, &forced).is_forced);
    assert_eq!(scan(&file, &station, &scan_of("alpha")).verdict, Verdict::AlreadyUsed);
}

#[test]
fn a_changed_list_counts_from_the_next_scan_on() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    assert!(scan(&file, &station, &scan_of("alpha")).is_admitted);
    write(&file, |tx| {
        let change = serde_json::json!({ "event": EVENT, "list": LIST, "tiers": ["VIP"] });
        update_checkin_list(tx, &serde_json::from_value::<UpdateCheckinList>(change).unwrap())
    });
    assert_eq!(scan(&file, &station, &scan_of("beta")).verdict, Verdict::WrongTier);
}

#[test]
fn lists_keep_their_own_history() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    add_list(&file, &CreateCheckinList { allows_reentry_after_exit: Some(false), ..list_named("Lounge") });
    let in_lounge = ScanRequest { list: "Lounge".to_owned(), ..scan_of("alpha") };
    let out = ScanRequest { direction: Direction::Exit, ..in_lounge.clone() };
    let verdicts: Vec<Verdict> = [&scan_of("alpha"), &in_lounge, &out, &in_lounge]
        .iter()
        .map(|request| scan(&file, &station, request).verdict)
        .collect();
    assert_eq!(verdicts, [Verdict::Admit, Verdict::Admit, Verdict::Admit, Verdict::AlreadyUsed]);
}

#[test]
fn what_is_named_wrongly_is_refused_with_its_field() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    for (request, field) in [
        (ScanRequest { event: "nowhere".to_owned(), ..scan_of("alpha") }, "event"),
        (ScanRequest { list: "nothing".to_owned(), ..scan_of("alpha") }, "list"),
        (ScanRequest { gate: Some("heaven".to_owned()), ..scan_of("alpha") }, "gate"),
        (ScanRequest { scanned_at: Some("soon".to_owned()), ..scan_of("alpha") }, "scanned_at"),
        (ScanRequest { nonce: Some("n".repeat(201)), ..scan_of("alpha") }, "nonce"),
    ] {
        assert_eq!(refused(station.scan(&file, &as_mia(), &request)).field.as_deref(), Some(field));
    }
    station.close(&file).unwrap();
    assert_eq!(logged(&file).len(), 0);
}

#[test]
fn a_failed_write_admits_nobody_and_keeps_what_waits() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    scan(&file, &station, &scan_of("zzz"));
    file.fail_at_statement(1);
    assert!(station.scan(&file, &as_mia(), &scan_of("alpha")).is_err());
    assert_eq!(logged(&file).len(), 0);
    assert!(scan(&file, &station, &scan_of("alpha")).is_admitted);
    assert_eq!(logged(&file).len(), 2);
}

#[test]
fn the_scanner_takes_a_scan_back_within_a_minute_and_a_supervisor_at_any_time() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    let annul = |authority| {
        let outcome = scan(&file, &station, &scan_of("alpha"));
        let request = AnnulScan { scan_id: outcome.scan_id.unwrap(), reason: None };
        move |file: &testkit::TestWorkspace| {
            file.transact(&as_mia(), |tx| annul_scan(tx, &request, authority))
        }
    };
    annul(AnnulAuthority::Scanner)(&file).unwrap();
    let late = annul(AnnulAuthority::Scanner);
    file.clock.advance(TimeDelta::seconds(61));
    assert_eq!(refused(late(&file)).code, "annul_too_late");
    assert_eq!(scan(&file, &station, &scan_of("alpha")).verdict, Verdict::AlreadyUsed);
    let by_another = scan(&file, &station, &scan_of("beta")).scan_id.unwrap();
    let request = AnnulScan { scan_id: by_another, reason: Some("wrong person".to_owned()) };
    let not_mia = testkit::as_test();
    let other = workspace::CommandContext { actor: None, ..not_mia };
    let as_other = |authority| file.transact(&other, |tx| annul_scan(tx, &request, authority));
    assert_eq!(refused(as_other(AnnulAuthority::Scanner)).code, "scan_of_another_person");
    as_other(AnnulAuthority::Supervisor).unwrap();
    assert_eq!(refused(as_other(AnnulAuthority::Supervisor)).code, "scan_annulled_already");
    assert!(scan(&file, &station, &scan_of("beta")).is_admitted, "an annulled scan used nothing up");
}

#[test]
fn an_answer_given_at_the_door_is_kept_even_when_the_scan_is_refused() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    write(&file, |tx| {
        tx.execute_one(
            "insert into door_questions
               (id, event_id, identifier, question, answer_kind, is_required, is_asked_at_door, created_at, updated_at)
             values (?1, ?2, 'BAND', 'Wristband number', 'number', 1, 1, 0, 0)",
            params![bytes(5), bytes(1)],
        )?;
        tx.execute_one(
            "insert into door_question_tiers (question_id, tier_id, created_at) values (?1, ?2, 0)",
            params![bytes(5), bytes(STANDARD)],
        )?;
        Ok(())
    });
    let asked = scan(&file, &station, &scan_of("alpha"));
    assert_eq!((asked.verdict, asked.questions[0].identifier.as_str()), (Verdict::Incomplete, "BAND"));
    let vip_only = CreateCheckinList { tiers: Some(vec!["VIP".to_owned()]), ..list_named("VIP only") };
    add_list(&file, &vip_only);
    let answered = ScanRequest {
        list: "VIP only".to_owned(),
        answers: [("BAND".to_owned(), "17".to_owned())].into(),
        ..scan_of("alpha")
    };
    assert_eq!(scan(&file, &station, &answered).verdict, Verdict::WrongTier);
    assert!(scan(&file, &station, &scan_of("alpha")).is_admitted, "the answer was kept");
}

#[test]
fn an_addon_is_found_by_the_code_of_its_main_ticket() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    write(&file, |tx| {
        add_order(tx, 1, "A-000003", VIP, &["extra"])?;
        tx.execute_one(
            "update tickets set addon_to_ticket_id = (select id from tickets where code = 'alpha') where code = 'extra'",
            params![],
        )?;
        Ok(())
    });
    add_list(
        &file,
        &CreateCheckinList {
            tiers: Some(vec!["2".to_owned()]),
            matches_addons: Some(true),
            ..list_named("Extras")
        },
    );
    let outcome = scan(&file, &station, &ScanRequest { list: "Extras".to_owned(), ..scan_of("alpha") });
    assert_eq!((outcome.verdict, outcome.ticket.unwrap().code.as_str()), (Verdict::Admit, "extra"));
}

#[test]
fn verify_finds_nothing_wrong_in_an_honest_log() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    for code in ["alpha", "alpha", "zzz"] {
        scan(&file, &station, &scan_of(code));
    }
    station.close(&file).unwrap();
    let report = file.verify(crate::CHECKS).unwrap();
    assert!(report.is_ok, "{report:?}");
}
