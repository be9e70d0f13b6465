//! The SQL of everybody out.

use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Tx, View, params};

use super::DueList;
use crate::ids::{CheckinListId, TicketId};

const DUE: &str = "
    select id, event_id, exit_all_at, exit_all_minute
    from checkin_lists
    where exit_all_at <= ?1 and deleted_at is null
    order by exit_all_at, id";
const INSIDE: &str = "
    select ticket_id
    from (
      select pass.ticket_id, pass.direction,
        row_number() over (partition by pass.ticket_id order by pass.scanned_at desc, pass.rowid desc) as age
      from scan_logs pass
      where pass.list_id = ?1 and pass.is_admitted = 1 and pass.ticket_id is not null and pass.scanned_at <= ?2
        and not exists (select 1 from scan_annulments annulled where annulled.scan_id = pass.id)
    )
    where age = 1 and direction = 'entry'
    order by ticket_id";
const SET_NEXT: &str = "
    update checkin_lists
    set exit_all_at = ?2, exit_all_minute = ?3, updated_at = ?4, updated_by_user_id = ?5, version = version + 1
    where id = ?1";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[DUE, INSIDE, SET_NEXT];

pub(super) fn due_lists(view: &View<'_>, now: Timestamp) -> Result<Vec<DueList>, Fault> {
    view.all(DUE, params![to_micros(now)], |row| {
        Ok(DueList {
            list: row.id("id")?,
            event: row.id("event_id")?,
            at: row.at("exit_all_at")?,
            minute: row.int_opt("exit_all_minute")?,
        })
    })
}

/// Tickets whose latest pass through `list` up to `at` was an entry.
pub(super) fn inside_at(view: &View<'_>, list: CheckinListId, at: Timestamp) -> Result<Vec<TicketId>, Fault> {
    view.all(INSIDE, params![list.bytes(), to_micros(at)], |row| row.id("ticket_id"))
}

pub(super) fn set_next(tx: &Tx<'_>, list: CheckinListId, next: Timestamp, minute: i64) -> Result<(), Fault> {
    tx.execute_one(SET_NEXT, params![list.bytes(), to_micros(next), minute, tx.now_micros(), tx.actor()])
}
