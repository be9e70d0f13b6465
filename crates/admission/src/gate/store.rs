//! The SQL of gates.

use kernel::{Fault, id::Id};
use workspace::{Row, Tx, View, params};

use super::GateRow;
use crate::ids::{EventId, GateId};

const OF_EVENT: &str = "
    select id, name, code, version
    from gates
    where (event_id = ?1 or event_id is null) and deleted_at is null
    order by name, id";
const INSERT: &str = "
    insert into gates (id, event_id, name, code, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[OF_EVENT, INSERT];

/// The event's own gates and those of the whole organization.
pub(crate) fn gates_of(view: &View<'_>, event: EventId) -> Result<Vec<GateRow>, Fault> {
    view.all(OF_EVENT, params![event.bytes()], gate)
}

pub(super) fn insert_gate(tx: &Tx<'_>, event: EventId, gate: &GateRow) -> Result<(), Fault> {
    let values = params![gate.id.bytes(), event.bytes(), gate.name, gate.code, tx.now_micros(), tx.actor()];
    tx.execute_one(INSERT, values)
}

fn gate(row: &Row<'_>) -> Result<GateRow, Fault> {
    Ok(GateRow {
        id: row.id::<GateId>("id")?,
        name: row.text("name")?,
        code: row.text("code")?,
        version: row.int("version")?,
    })
}
