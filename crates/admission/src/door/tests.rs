//! Counters and last scans against a real file.

use chrono::TimeDelta;
use testkit::TestWorkspace;
use workspace::params;

use super::{DoorCounters, DoorCountersRequest, DoorRecentRequest, door_counters, door_recent};
use crate::{
    fixture::{EVENT, LIST, VIP, add_order, as_mia, scan, scan_of, venue_with_tickets, write},
    scan::{AnnulAuthority, AnnulScan, ScanRequest, ScanStation, annul_scan},
    verdict::{Direction, Verdict},
};

fn counters(file: &TestWorkspace, station: &ScanStation) -> DoorCounters {
    let request = DoorCountersRequest { event: EVENT.to_owned(), list: LIST.to_owned() };
    let now = file.clock().now();
    file.read(|view| door_counters(view, station, &request, now)).unwrap()
}

#[test]
fn counters_follow_entries_exits_and_annulments() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    write(&file, |tx| add_order(tx, 1, "A-000002", VIP, &["omega"]));
    assert_eq!(counters(&file, &station).expected, 5);
    let out = |code| ScanRequest { direction: Direction::Exit, ..scan_of(code) };
    for request in [scan_of("alpha"), scan_of("alpha"), scan_of("beta"), out("beta"), scan_of("omega")] {
        scan(&file, &station, &request);
        file.clock.advance(TimeDelta::seconds(1));
    }
    let counted = counters(&file, &station);
    assert_eq!((counted.admitted, counted.inside, counted.entries_last_minute), (3, 2, 3));
    let tiers: Vec<_> =
        counted.per_tier.iter().map(|tier| (tier.tier_name.as_str(), tier.admitted)).collect();
    assert_eq!(tiers, [("Standard", 2), ("VIP", 1)]);
    let gamma = scan(&file, &station, &scan_of("gamma")).scan_id.unwrap();
    assert_eq!(counters(&file, &station).admitted, 4);
    let annul = AnnulScan { scan_id: gamma, reason: None };
    file.transact(&as_mia(), |tx| annul_scan(tx, &annul, AnnulAuthority::Scanner)).unwrap();
    file.clock.advance(TimeDelta::minutes(2));
    let counted = counters(&file, &station);
    assert_eq!((counted.admitted, counted.inside, counted.entries_last_minute), (3, 2, 0));
}

#[test]
fn who_may_enter_is_expected() {
    let file = venue_with_tickets();
    let station = ScanStation::new();
    write(&file, |tx| {
        add_order(tx, 1, "A-000002", VIP, &["unpaid"])?;
        tx.execute_one("update orders set status = 'pending' where code = 'A-000002'", params![])?;
        tx.execute_one("update tickets set status = 'void' where code = 'alpha'", params![])?;
        Ok(())
    });
    assert_eq!(counters(&file, &station).expected, 3);
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
    let rows = file.read(|view| door_recent(view, &station, &request)).unwrap();
    assert_eq!(
        rows.iter().map(|row| row.verdict).collect::<Vec<_>>(),
        [Verdict::Unknown, Verdict::AlreadyUsed]
    );
    assert_eq!(rows[1].holder_name.as_deref(), Some("Holder of alpha"));
    assert_eq!((rows[0].ticket_id, rows[0].operator.as_deref()), (None, Some("Mia")));
}
