//! Everybody out: at a list's hour, all who are still inside count as gone, so that they can enter again the next day.

mod next;
pub(crate) mod store;

use kernel::{Failure, Fault, Timestamp};
use workspace::{Tx, View};

use crate::{
    event::zone_of,
    ids::{CheckinListId, EventId},
    scan::{LogLine, Passage},
    verdict::Direction,
};

use next::{minute_of_day, next_exit};

/// The device in the scan log under which guests are signed out.
const DEVICE: &str = "exit-all";

/// A list whose hour has come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DueList {
    pub(crate) list: CheckinListId,
    pub(crate) event: EventId,
    pub(crate) at: Timestamp,
    pub(crate) minute: Option<i64>,
}

/// Whether the hour of any list has come at `now`.
///
/// # Errors
/// A fault when the file cannot be read.
pub fn is_exit_all_due(view: &View<'_>, now: Timestamp) -> Result<bool, Fault> {
    Ok(!store::due_lists(view, now)?.is_empty())
}

/// Signs everybody out of the lists whose hour has come, as of that hour, and sets the next. Who entered after the hour
/// stays inside. Says how many were signed out.
///
/// # Errors
/// A fault when the machine fails.
pub fn exit_all_due(tx: &Tx<'_>) -> Result<usize, Failure> {
    let mut signed_out = 0;
    for due in store::due_lists(tx, tx.now())? {
        let inside = store::inside_at(tx, due.list, due.at)?;
        signed_out += inside.len();
        for ticket in inside {
            let (event, list, at) = (due.event, due.list, due.at);
            let passage = Passage { event, list, ticket, direction: Direction::Exit, device: DEVICE, at };
            LogLine::of_passage(&passage, tx.now()).append(tx)?;
        }
        let zone = zone_of(tx, due.event)?;
        let minute = due.minute.unwrap_or_else(|| minute_of_day(zone, due.at));
        store::set_next(tx, due.list, next_exit(zone, due.at, minute, tx.now()), minute)?;
    }
    Ok(signed_out)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use serde_json::json;

    use super::*;
    use crate::{
        fixture::{EVENT, LIST, scan, scan_of, venue_with_tickets, write},
        list::{UpdateCheckinList, update_checkin_list},
        scan::{ScanRequest, ScanStation},
        verdict::{Direction, Verdict},
    };

    fn emptied_at(file: &testkit::TestWorkspace, text: &str) {
        let change = json!({ "event": EVENT, "list": LIST, "exit_all_at": text });
        let change: UpdateCheckinList = serde_json::from_value(change).unwrap();
        write(file, |tx| update_checkin_list(tx, &change));
    }

    fn is_due(file: &testkit::TestWorkspace) -> bool {
        let now = kernel::Clock::now(file.clock.as_ref());
        file.read(|view| is_exit_all_due(view, now)).unwrap()
    }

    #[test]
    fn who_is_inside_at_the_hour_is_signed_out_and_may_enter_again() {
        let file = venue_with_tickets();
        let station = ScanStation::new();
        emptied_at(&file, "2026-06-13T04:00");
        for code in ["alpha", "beta"] {
            assert!(scan(&file, &station, &scan_of(code)).is_admitted);
        }
        file.clock.advance(TimeDelta::hours(1));
        let out = ScanRequest { direction: Direction::Exit, ..scan_of("beta") };
        assert!(scan(&file, &station, &out).is_admitted);
        assert!(!is_due(&file), "the hour has not come");
        file.clock.advance(TimeDelta::minutes(7 * 60 + 30));
        assert!(scan(&file, &station, &scan_of("gamma")).is_admitted);
        file.clock.advance(TimeDelta::hours(1));
        assert!(is_due(&file));
        assert_eq!(write(&file, exit_all_due), 1, "alpha; beta had left, gamma came after the hour");
        assert!(!is_due(&file), "the next night's hour is set");
        assert_eq!(write(&file, exit_all_due), 0);
        assert!(scan(&file, &station, &scan_of("alpha")).is_admitted, "a new day");
        assert_eq!(scan(&file, &station, &scan_of("gamma")).verdict, Verdict::AlreadyUsed);
    }

    #[test]
    fn a_list_without_an_hour_is_never_emptied() {
        let file = venue_with_tickets();
        let station = ScanStation::new();
        assert!(scan(&file, &station, &scan_of("alpha")).is_admitted);
        file.clock.advance(TimeDelta::days(3));
        assert!(!is_due(&file));
        emptied_at(&file, "2026-06-16T04:00");
        emptied_at(&file, "");
        file.clock.advance(TimeDelta::days(3));
        assert!(!is_due(&file));
    }
}
