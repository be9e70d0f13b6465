//! Counters and last scans against a real file.

use chrono::TimeDelta;
use testkit::TestWorkspace;
use workspace::params;

use super::{
    DoorCounters, DoorCountersRequest, DoorRecentRequest, DoorSearchRequest, counters, recent, search,
};
use crate::{
    fixture::{
        EVENT, LIST, STANDARD, VIP, add_order, add_places, as_mia, scan, scan_of, venue_with_tickets, write,
    },
    scan::{AnnulAuthority, AnnulScan, ScanRequest, ScanStation, annul_scan},
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
