//! Counting at the door. Reads only.

use events::EventId;
use kernel::{Fault, id::Id};
use workspace::{View, params};

const CHECKIN_LISTS: &str =
    "select count(*) as n from checkin_lists where event_id = ?1 and deleted_at is null";

/// Admitted here, and refunded or voided by now; what another system let in is its own business.
const REFUNDED_INSIDE: &str = "select count(*) as n
    from scan_logs scan
    join tickets ticket on ticket.id = scan.ticket_id
    where scan.event_id = ?1 and scan.is_admitted = 1 and scan.basis <> 'import'
      and ticket.status in ('refunded', 'void')
      and not exists (select 1 from scan_annulments gone where gone.scan_id = scan.id)";

pub(super) fn checkin_list_count(view: &View<'_>, event: EventId) -> Result<i64, Fault> {
    view.one(CHECKIN_LISTS, params![event.bytes()], |row| row.int("n"))
}

pub(super) fn scans_of_refunded_tickets(view: &View<'_>, event: EventId) -> Result<i64, Fault> {
    view.one(REFUNDED_INSIDE, params![event.bytes()], |row| row.int("n"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_statement_can_be_prepared_on_a_fresh_file() {
        let file = testkit::workspace(&crate::schema::tables());
        for statement in [super::CHECKIN_LISTS, super::REFUNDED_INSIDE] {
            file.read(|view| view.prepares(statement)).unwrap();
        }
    }
}
