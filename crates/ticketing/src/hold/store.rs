//! The SQL of holds.

use events::EventId;
use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Row, Tx, View, params};

use super::{Hold, HoldId, HoldLine, HoldStatus};
use crate::tier::TierId;

const INSERT: &str = "insert into ticket_holds
    (id, event_id, status, expires_at, note, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?7)";

const INSERT_LINE: &str =
    "insert into ticket_hold_lines (hold_id, tier_id, quantity, created_at) values (?1, ?2, ?3, ?4)";

const BY_ID: &str = "select id, event_id, status, expires_at, note, version from ticket_holds where id = ?1";

const LINES: &str = "select line.tier_id, line.quantity from ticket_hold_lines line
    join ticket_tiers tier on tier.id = line.tier_id
    where line.hold_id = ?1
    order by tier.position, tier.tier_number";

const SET_LINE: &str = "update ticket_hold_lines set quantity = ?3 where hold_id = ?1 and tier_id = ?2";

const SET_STATUS: &str = "update ticket_holds
    set status = ?3, updated_at = ?4, updated_by_user_id = ?5, version = version + 1
    where id = ?1 and version = ?2";

const RUN_OUT: &str = "select id, event_id, status, expires_at, note, version from ticket_holds
    where status = 'active' and expires_at <= ?1 and (?2 is null or event_id = ?2)
    order by expires_at, id";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[INSERT, INSERT_LINE, BY_ID, LINES, SET_LINE, SET_STATUS, RUN_OUT];

pub(super) fn insert(tx: &Tx<'_>, hold: &Hold) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            hold.id.bytes(),
            hold.event_id.bytes(),
            hold.status.as_str(),
            to_micros(hold.expires_at),
            hold.note,
            tx.now_micros(),
            tx.actor()
        ],
    )?;
    for line in &hold.lines {
        tx.execute_one(
            INSERT_LINE,
            params![hold.id.bytes(), line.tier_id.bytes(), line.quantity, tx.now_micros()],
        )?;
    }
    Ok(())
}

pub(super) fn hold(view: &View<'_>, id: HoldId) -> Result<Option<Hold>, Fault> {
    let found = view.optional(BY_ID, params![id.bytes()], from_row)?;
    found.map(|hold| with_lines(view, hold)).transpose()
}

/// Active holds whose time was up at `now`, of one event or of all.
pub(super) fn run_out(view: &View<'_>, now: Timestamp, event: Option<EventId>) -> Result<Vec<Hold>, Fault> {
    let found = view.all(RUN_OUT, params![to_micros(now), event.map(|event| event.bytes())], from_row)?;
    found.into_iter().map(|hold| with_lines(view, hold)).collect()
}

pub(super) fn set_status(tx: &Tx<'_>, hold: &Hold, status: HoldStatus) -> Result<(), Fault> {
    tx.execute_one(
        SET_STATUS,
        params![hold.id.bytes(), hold.version, status.as_str(), tx.now_micros(), tx.actor()],
    )
}

pub(super) fn set_line(tx: &Tx<'_>, hold: HoldId, tier: TierId, quantity: i64) -> Result<(), Fault> {
    tx.execute_one(SET_LINE, params![hold.bytes(), tier.bytes(), quantity])
}

fn with_lines(view: &View<'_>, hold: Hold) -> Result<Hold, Fault> {
    let lines = view.all(LINES, params![hold.id.bytes()], |row| {
        Ok(HoldLine { tier_id: row.id("tier_id")?, quantity: row.int("quantity")? })
    })?;
    Ok(Hold { lines, ..hold })
}

fn from_row(row: &Row<'_>) -> Result<Hold, Fault> {
    Ok(Hold {
        id: row.id("id")?,
        event_id: row.id("event_id")?,
        status: row.parsed("status")?,
        expires_at: row.at("expires_at")?,
        note: row.text("note")?,
        lines: Vec::new(),
        version: row.int("version")?,
    })
}
