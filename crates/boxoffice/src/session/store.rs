//! The SQL of drawers' sessions.

use kernel::{Failure, Fault, FaultKind, Money, id::Id};
use workspace::{Row, Tx, View, params};

use super::{DenominationCount, DrawerRefusal, SessionId, SessionStatus, TillSession};
use crate::till::TillId;

const INSERT: &str = "insert into till_sessions
    (id, till_id, status, currency, float_minor, opened_at, opened_by_user_id,
     created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?6, ?7, ?7)";

const BY_ID: &str = "select session.id, session.till_id, till.code as till_code, session.status, session.currency,
      session.float_minor, session.opened_at, session.counting_at, session.closed_at, session.expected_minor,
      session.counted_minor, session.counts_json, session.over_short_reason, session.next_float_minor, session.version,
      opener.name as opened_by_name, closer.name as closed_by_name, report.number as z_number
    from till_sessions session
    join tills till on till.id = session.till_id
    left join users opener on opener.id = session.opened_by_user_id
    left join users closer on closer.id = session.closed_by_user_id
    left join till_reports report on report.session_id = session.id
    where session.id = ?1";

const UNCLOSED: &str = "select id from till_sessions where till_id = ?1 and status <> 'closed'";

const LAST_NEXT_FLOAT: &str = "select next_float_minor from till_sessions
    where till_id = ?1 and status = 'closed'
    order by opened_at desc, id desc
    limit 1";

const PAGE: &str = "select session.id from till_sessions session
    where (?1 is null or session.till_id = ?1)
      and (?2 is null or (session.opened_at, session.id) < (
        select last.opened_at, last.id from till_sessions last where last.id = ?2
      ))
    order by session.opened_at desc, session.id desc
    limit ?3";

const COUNT: &str = "select count(*) as n from till_sessions where ?1 is null or till_id = ?1";

const SET_STATUS: &str = "update till_sessions
    set status = ?3, counting_at = case when ?3 = 'counting' then ?4 else counting_at end,
        updated_at = ?4, updated_by_user_id = ?5, version = version + 1
    where id = ?1 and version = ?2";

const CLOSE: &str = "update till_sessions
    set status = ?3, closed_at = ?4, closed_by_user_id = ?5, expected_minor = ?6, counted_minor = ?7, counts_json = ?8,
        over_short_reason = ?9, next_float_minor = ?10,
        updated_at = ?4, updated_by_user_id = ?5, version = version + 1
    where id = ?1 and version = ?2";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[INSERT, BY_ID, UNCLOSED, LAST_NEXT_FLOAT, PAGE, COUNT, SET_STATUS, CLOSE];

/// What a close writes down.
pub(super) struct Counted<'a> {
    pub(super) expected: Money,
    pub(super) counted: Money,
    pub(super) counts: &'a [DenominationCount],
    pub(super) reason: &'a str,
    pub(super) next_float: Money,
}

pub(super) fn insert(tx: &Tx<'_>, id: SessionId, till: TillId, float: Money) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            id.bytes(),
            till.bytes(),
            SessionStatus::Open.as_str(),
            float.currency.code(),
            float.minor,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// The session with this id.
pub(crate) fn required(view: &View<'_>, id: SessionId) -> Result<TillSession, Failure> {
    view.optional(BY_ID, params![id.bytes()], from_row)?.ok_or_else(|| DrawerRefusal::UnknownSession.into())
}

/// The till's session that is open or being counted.
pub(crate) fn unclosed(view: &View<'_>, till: TillId) -> Result<Option<TillSession>, Fault> {
    match unclosed_id(view, till)? {
        Some(id) => view.optional(BY_ID, params![id.bytes()], from_row),
        None => Ok(None),
    }
}

fn unclosed_id(view: &View<'_>, till: TillId) -> Result<Option<SessionId>, Fault> {
    view.optional(UNCLOSED, params![till.bytes()], |row| row.id("id"))
}

/// What the last close laid down for the next session, in minor units.
pub(super) fn last_next_float_minor(view: &View<'_>, till: TillId) -> Result<Option<i64>, Fault> {
    view.optional(LAST_NEXT_FLOAT, params![till.bytes()], |row| row.int("next_float_minor"))
}

pub(super) fn page(
    view: &View<'_>,
    till: Option<TillId>,
    after: Option<SessionId>,
    rows: u32,
) -> Result<Vec<TillSession>, Fault> {
    let ids: Vec<SessionId> = view.all(
        PAGE,
        params![till.map(|till| till.bytes()), after.map(|after| after.bytes()), rows],
        |row| row.id("id"),
    )?;
    ids.into_iter().map(|id| view.one(BY_ID, params![id.bytes()], from_row)).collect()
}

pub(super) fn count(view: &View<'_>, till: Option<TillId>) -> Result<i64, Fault> {
    view.one(COUNT, params![till.map(|till| till.bytes())], |row| row.int("n"))
}

pub(super) fn set_status(tx: &Tx<'_>, session: &TillSession, status: SessionStatus) -> Result<(), Fault> {
    let (id, version) = (session.id.bytes(), session.version);
    tx.execute_one(SET_STATUS, params![id, version, status.as_str(), tx.now_micros(), tx.actor()])
}

pub(super) fn close(
    tx: &Tx<'_>,
    session: &TillSession,
    status: SessionStatus,
    counted: &Counted<'_>,
) -> Result<(), Fault> {
    let counts = serde_json::to_string(counted.counts)
        .map_err(|error| Fault::new(FaultKind::Bug, "a count cannot be written as JSON").caused_by(error))?;
    tx.execute_one(
        CLOSE,
        params![
            session.id.bytes(),
            session.version,
            status.as_str(),
            tx.now_micros(),
            tx.actor(),
            counted.expected.minor,
            counted.counted.minor,
            counts,
            counted.reason,
            counted.next_float.minor
        ],
    )
}

fn from_row(row: &Row<'_>) -> Result<TillSession, Fault> {
    let float = row.money("float_minor", "currency")?;
    let in_currency = |minor: Option<i64>| minor.map(|minor| Money::new(minor, float.currency));
    Ok(TillSession {
        id: row.id("id")?,
        till_id: row.id("till_id")?,
        till_code: row.text("till_code")?,
        status: row.parsed("status")?,
        float,
        opened_at: row.at("opened_at")?,
        opened_by_name: row.text_opt("opened_by_name")?.unwrap_or_default(),
        counting_at: row.at_opt("counting_at")?,
        closed_at: row.at_opt("closed_at")?,
        closed_by_name: row.text_opt("closed_by_name")?.unwrap_or_default(),
        expected: in_currency(row.int_opt("expected_minor")?),
        counted: in_currency(row.int_opt("counted_minor")?),
        over_short_reason: row.text("over_short_reason")?,
        counts: row.json("counts_json")?,
        next_float: in_currency(row.int_opt("next_float_minor")?),
        z_number: row.int_opt("z_number")?,
        version: row.int("version")?,
    })
}
