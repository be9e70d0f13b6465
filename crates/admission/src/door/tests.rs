//! Counters and last scans against a real file.

use chrono::TimeDelta;
use testkit::TestWorkspace;
use workspace::params;

use super::{
    ConflictKind, DoorConflictsRequest, DoorCounters, DoorCountersRequest, DoorRecentRequest,
    DoorSearchRequest, conflicts, counters, recent, search, summary,
};
use crate::{
    fixture::{
        EVENT, LIST, STANDARD, VIP, add_order, add_places, as_mia, scan, scan_of, venue_with_tickets, write,
    },
    scan::{AnnulAuthority, AnnulScan, LogLine, Passage, ScanRequest, ScanStation, annul_scan},
    verdict::{Direction, Verdict},
};

fn counted(file: &TestWorkspace) -> DoorCounters {
    let request = DoorCountersRequest { event: EVENT.to_owned(), list: LIST.to_owned() };
    let now = file.clock().now();
    file.read(|view| counters(view, &request, now)).unwrap()
}

#[test]
fn counters_follow_entries_exits_and_annulments() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    write(&file, |tx| add_order(tx, 1, "A-000002", VIP, &["omega"]));
    assert_eq!(counted(&file).expected, 5);
    let out = |code| ScanRequest { direction: Direction::Exit, ..scan_of(code) };
    for request in [scan_of("alpha"), scan_of("alpha"), scan_of("beta"), out("beta"), scan_of("omega")] {
        scan(&file, &station, &request);
        file.clock.advance(TimeDelta::seconds(1));
    }
    let now = counted(&file);
    assert_eq!((now.admitted, now.inside, now.entries_last_minute), (3, 2, 3));
    let tiers: Vec<_> = now.per_tier.iter().map(|tier| (tier.tier_name.as_str(), tier.admitted)).collect();
    assert_eq!(tiers, [("Standard", 2), ("VIP", 1)]);
    let gamma = scan(&file, &station, &scan_of("gamma")).scan_id.unwrap();
    assert_eq!(counted(&file).admitted, 4);
    let annul = AnnulScan { scan_id: gamma, reason: None };
    file.transact(&as_mia(), |tx| annul_scan(tx, &annul, AnnulAuthority::Scanner)).unwrap();
    file.clock.advance(TimeDelta::minutes(2));
    let now = counted(&file);
    assert_eq!((now.admitted, now.inside, now.entries_last_minute), (3, 2, 0));
}

#[test]
fn who_may_enter_is_expected() {
    let file = venue_with_tickets();
    write(&file, |tx| {
        add_order(tx, 1, "A-000002", VIP, &["unpaid"])?;
        tx.execute_one("update orders set status = 'pending' where code = 'A-000002'", params![])?;
        add_places(tx, 1, VIP, -1)?;
        tx.execute_one("update tickets set status = 'void' where code = 'alpha'", params![])?;
        add_places(tx, 1, STANDARD, -1)
    });
    assert_eq!(counted(&file).expected, 3, "a voided and an unpaid ticket do not count");
    write(&file, |tx| {
        tx.execute_one("update orders set is_valid_while_pending = 1 where code = 'A-000002'", params![])?;
        Ok(())
    });
    assert_eq!(counted(&file).expected, 4, "an unpaid one that is valid meanwhile does");
}

#[test]
fn the_last_scans_come_newest_first_with_their_verdicts() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    for code in ["alpha", "alpha", "zzz"] {
        scan(&file, &station, &scan_of(code));
        file.clock.advance(TimeDelta::seconds(1));
    }
    station.flush(&file).unwrap();
    let request = DoorRecentRequest { event: EVENT.to_owned(), list: LIST.to_owned(), first: Some(2) };
    let rows = file.read(|view| recent(view, &request)).unwrap();
    assert_eq!(
        rows.iter().map(|row| row.verdict).collect::<Vec<_>>(),
        [Verdict::Unknown, Verdict::AlreadyUsed]
    );
    assert_eq!(rows[1].holder_name.as_deref(), Some("Holder of alpha"));
    assert_eq!((rows[0].ticket_id, rows[0].operator.as_deref()), (None, Some("Mia")));
}

#[test]
fn a_guest_without_a_ticket_is_found_by_order_and_by_code() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    scan(&file, &station, &scan_of("beta"));
    let found = |text: &str| {
        let request =
            DoorSearchRequest { event: EVENT.to_owned(), list: LIST.to_owned(), text: text.to_owned() };
        file.read(|view| search(view, &request)).unwrap()
    };
    let order: Vec<_> =
        found("a-000001").into_iter().map(|guest| (guest.ticket.code, guest.is_inside)).collect();
    assert_eq!(order.len(), 4);
    assert!(order.contains(&("beta".to_owned(), true)) && order.contains(&("alpha".to_owned(), false)));
    assert_eq!(found("beta").iter().map(|guest| guest.entries).collect::<Vec<_>>(), [1]);
    assert!(found("").is_empty() && found("nobody").is_empty());
}

/// Writes a pass down as a door that was cut off would have reported it.
fn passed(file: &TestWorkspace, code: &'static str, minutes: i64, direction: Direction) {
    write(file, |tx| {
        let found = "select ticket.id, ticket.event_id, list.id as list_id from tickets ticket
            join checkin_lists list on list.event_id = ticket.event_id where ticket.code = ?1";
        let (ticket, event, list) =
            tx.one(found, params![code], |row| Ok((row.id("id")?, row.id("event_id")?, row.id("list_id")?)))?;
        let at = tx.now() + TimeDelta::minutes(minutes);
        let passage = Passage { event, list, ticket, direction, device: "Gate B", at };
        Ok(LogLine::of_passage(&passage, tx.now()).append(tx)?)
    });
}

fn contradictions(file: &TestWorkspace) -> Vec<(ConflictKind, String, i64)> {
    let request = DoorConflictsRequest { event: EVENT.to_owned() };
    let found = file.read(|view| conflicts(view, &request)).unwrap();
    found.into_iter().map(|conflict| (conflict.kind, conflict.code, conflict.entries)).collect()
}

fn end(file: &TestWorkspace, code: &'static str, status: &'static str) {
    write(file, |tx| {
        tx.execute_one(
            "update tickets set status = ?2, updated_at = ?3 where code = ?1",
            params![code, status, tx.now_micros()],
        )?;
        add_places(tx, 1, STANDARD, -1)
    });
}

#[test]
fn what_contradicts_itself_is_listed_by_kind() {
    let file = venue_with_tickets();
    assert_eq!(contradictions(&file), []);
    let (entry, exit) = (Direction::Entry, Direction::Exit);
    passed(&file, "alpha", 0, entry);
    passed(&file, "alpha", 4, entry);
    passed(&file, "beta", 0, entry);
    passed(&file, "beta", 1, exit);
    passed(&file, "beta", 2, entry);
    passed(&file, "gamma", 0, entry);
    assert_eq!(contradictions(&file), [(ConflictKind::EnteredTwice, "alpha".to_owned(), 2)], "beta had left");
    file.clock.advance(TimeDelta::minutes(10));
    end(&file, "gamma", "refunded");
    end(&file, "delta", "void");
    passed(&file, "delta", 1, entry);
    assert_eq!(
        contradictions(&file),
        [
            (ConflictKind::EnteredTwice, "alpha".to_owned(), 2),
            (ConflictKind::EndedBeforeEntry, "delta".to_owned(), 1),
            (ConflictKind::EndedInside, "gamma".to_owned(), 1),
        ]
    );
    passed(&file, "gamma", 2, exit);
    assert_eq!(contradictions(&file).len(), 2, "who has left is no longer inside");
}

#[test]
fn both_generations_of_a_ticket_and_unpaid_guests_are_listed() {
    let file = venue_with_tickets();
    write(&file, |tx| {
        add_order(tx, 1, "A-000002", VIP, &["owed"])?;
        tx.execute_one("update orders set status = 'pending' where code = 'A-000002'", params![])?;
        tx.execute_one(
            "update tickets set replaced_by_ticket_id = (select id from tickets where code = 'beta') where code = 'alpha'",
            params![],
        )?;
        Ok(())
    });
    for code in ["alpha", "beta", "owed"] {
        passed(&file, code, 0, Direction::Entry);
    }
    assert_eq!(
        contradictions(&file),
        [
            (ConflictKind::TwoGenerations, "alpha".to_owned(), 1),
            (ConflictKind::EnteredUnpaid, "owed".to_owned(), 1),
        ]
    );
}

#[test]
fn a_night_is_summed_up() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    for (code, seconds) in
        [("alpha", 0), ("beta", 40), ("beta", 1), ("nobody", 1), ("nobody", 1), ("gamma", 30)]
    {
        file.clock.advance(TimeDelta::seconds(seconds));
        scan(&file, &station, &scan_of(code));
    }
    station.flush(&file).unwrap();
    let request = DoorCountersRequest { event: EVENT.to_owned(), list: LIST.to_owned() };
    let now = file.clock().now();
    let night = file.read(|view| summary(view, &request, now)).unwrap();
    let refused: Vec<_> =
        night.refused.iter().map(|count| (count.verdict, count.scans, count.tickets)).collect();
    assert_eq!(refused, [(Verdict::Unknown, 2, 2), (Verdict::AlreadyUsed, 1, 1)]);
    assert_eq!(night.arrivals.iter().map(|minute| minute.entries).collect::<Vec<_>>(), [2, 1]);
    let peak = night.peak.unwrap();
    assert_eq!((peak.entries, peak.at), (2, night.arrivals[0].at));
    assert_eq!((night.forced, night.annulled, night.exits, night.counters.admitted), (0, 0, 0, 3));
    assert!(night.first_entry_at < night.last_entry_at);
}
