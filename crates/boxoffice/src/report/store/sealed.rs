//! The Z reports themselves.

use kernel::{Fault, id::Id};
use workspace::{Row, Tx, View, params};

use crate::{
    drawer::OpenDrawer,
    report::{DrawerReport, ReportId, ReportRow},
    till::TillId,
};

const LAST_HASH: &str = "select hash from till_reports where till_id = ?1 order by number desc limit 1";

const INSERT: &str = "insert into till_reports
    (id, till_id, session_id, number, report_json, previous_hash, hash, created_by_user_id, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

const REPORT: &str = "select report_json, hash from till_reports
    where till_id = ?1 and (?2 is null or number = ?2)
    order by number desc
    limit 1";

const ROWS: &str =
    "select report.id, till.code as till_code, report.number, report.session_id, session.opened_at,
      session.closed_at, closer.name as closed_by_name, session.expected_minor, session.counted_minor,
      session.counted_minor - session.expected_minor as over_short_minor, session.currency,
      report.report_json ->> '$.turnover.minor' as turnover_minor
    from till_reports report
    join tills till on till.id = report.till_id
    join till_sessions session on session.id = report.session_id
    left join users closer on closer.id = session.closed_by_user_id
    where (?1 is null or report.till_id = ?1)
      and (?2 is null or (report.created_at, report.id) < (
        select last.created_at, last.id from till_reports last where last.id = ?2
      ))
    order by report.created_at desc, report.id desc
    limit ?3";

const COUNT: &str = "select count(*) as n from till_reports where ?1 is null or till_id = ?1";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[LAST_HASH, INSERT, REPORT, ROWS, COUNT];

pub(in crate::report) fn last_hash(view: &View<'_>, till: TillId) -> Result<Option<[u8; 32]>, Fault> {
    view.optional(LAST_HASH, params![till.bytes()], |row| hash(row, "hash"))
}

pub(in crate::report) fn insert(
    tx: &Tx<'_>,
    drawer: &OpenDrawer,
    number: i64,
    text: &str,
    [previous, hash]: [&[u8; 32]; 2],
) -> Result<(), Fault> {
    let id: ReportId = tx.new_id()?;
    let (till, session) = (drawer.till.id.bytes(), drawer.session.bytes());
    tx.execute_one(
        INSERT,
        params![id.bytes(), till, session, number, text, previous, hash, tx.actor(), tx.now_micros()],
    )
}

/// The till's Z of this number, or its latest.
pub(in crate::report) fn report(
    view: &View<'_>,
    till: TillId,
    number: Option<i64>,
) -> Result<Option<(DrawerReport, [u8; 32])>, Fault> {
    view.optional(REPORT, params![till.bytes(), number], |row| {
        Ok((row.json("report_json")?, hash(row, "hash")?))
    })
}

pub(in crate::report) fn rows(
    view: &View<'_>,
    till: Option<[u8; 16]>,
    after: Option<ReportId>,
    limit: u32,
) -> Result<Vec<ReportRow>, Fault> {
    view.all(ROWS, params![till, after.map(|after| after.bytes()), limit], |row| {
        Ok(ReportRow {
            id: row.id("id")?,
            till_code: row.text("till_code")?,
            number: row.int("number")?,
            session_id: row.id("session_id")?,
            opened_at: row.at("opened_at")?,
            closed_at: row.at("closed_at")?,
            closed_by_name: row.text_opt("closed_by_name")?.unwrap_or_default(),
            turnover: row.money("turnover_minor", "currency")?,
            expected: row.money("expected_minor", "currency")?,
            counted: row.money("counted_minor", "currency")?,
            over_short: row.money("over_short_minor", "currency")?,
        })
    })
}

pub(in crate::report) fn count(view: &View<'_>, till: Option<[u8; 16]>) -> Result<i64, Fault> {
    view.one(COUNT, params![till], |row| row.int("n"))
}

/// Thirty-two bytes.
pub(super) fn hash(row: &Row<'_>, column: &str) -> Result<[u8; 32], Fault> {
    let bytes = row.bytes(column)?;
    bytes.try_into().map_err(|_| Fault::inconsistent("till_reports", column, "with another length than 32"))
}
