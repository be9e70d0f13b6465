//! The SQL of a night's figures.

use kernel::{Fault, Timestamp, id::Id};
use workspace::{View, params};

use super::super::summary::{MinuteCount, VerdictCount};
use crate::ids::CheckinListId;

const REFUSED: &str = "
    select verdict, count(*) as scans,
      count(distinct ticket_id) + sum(ticket_id is null) as tickets
    from scan_logs
    where list_id = ?1 and is_admitted = 0
    group by verdict
    order by scans desc, verdict";
const TOTALS: &str = "
    select coalesce(sum(log.is_forced), 0) as forced,
      coalesce(sum(annulled.scan_id is not null), 0) as annulled,
      coalesce(sum(log.direction = 'exit' and log.is_admitted = 1 and annulled.scan_id is null), 0) as exits,
      min(case when log.direction = 'entry' and log.is_admitted = 1 and annulled.scan_id is null then log.scanned_at end)
        as first_entry_at,
      max(case when log.direction = 'entry' and log.is_admitted = 1 and annulled.scan_id is null then log.scanned_at end)
        as last_entry_at
    from scan_logs log
    left join scan_annulments annulled on annulled.scan_id = log.id
    where log.list_id = ?1";
const ARRIVALS: &str = "
    select pass.scanned_at / 60000000 * 60000000 as minute_at, count(*) as entries
    from scan_logs pass
    where pass.list_id = ?1 and pass.is_admitted = 1 and pass.direction = 'entry'
      and not exists (select 1 from scan_annulments annulled where annulled.scan_id = pass.id)
    group by minute_at
    order by minute_at";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[REFUSED, TOTALS, ARRIVALS];

/// Sums over a list's log.
pub(crate) struct Totals {
    pub(crate) forced: i64,
    pub(crate) annulled: i64,
    pub(crate) exits: i64,
    pub(crate) first_entry_at: Option<Timestamp>,
    pub(crate) last_entry_at: Option<Timestamp>,
}

pub(crate) fn refused(view: &View<'_>, list: CheckinListId) -> Result<Vec<VerdictCount>, Fault> {
    view.all(REFUSED, params![list.bytes()], |row| {
        Ok(VerdictCount {
            verdict: row.parsed("verdict")?,
            scans: row.int("scans")?,
            tickets: row.int("tickets")?,
        })
    })
}

pub(crate) fn totals(view: &View<'_>, list: CheckinListId) -> Result<Totals, Fault> {
    view.one(TOTALS, params![list.bytes()], |row| {
        Ok(Totals {
            forced: row.int("forced")?,
            annulled: row.int("annulled")?,
            exits: row.int("exits")?,
            first_entry_at: row.at_opt("first_entry_at")?,
            last_entry_at: row.at_opt("last_entry_at")?,
        })
    })
}

pub(crate) fn arrivals(view: &View<'_>, list: CheckinListId) -> Result<Vec<MinuteCount>, Fault> {
    view.all(ARRIVALS, params![list.bytes()], |row| {
        Ok(MinuteCount { at: row.at("minute_at")?, entries: row.int("entries")? })
    })
}
