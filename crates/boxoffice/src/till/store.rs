//! The SQL of tills.

use kernel::{Fault, id::Id};
use workspace::{Row, Tx, View, params};

use super::{Till, TillId};

const INSERT: &str = "insert into tills
    (id, code, name, currency, is_training, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?7)";

const ALL: &str = "select id, code, name, currency, is_training, version
    from tills where deleted_at is null
    order by code, id";

const CODES: &str = "select code from tills order by code";

const BY_ID: &str = "select id, code, name, currency, is_training, version
    from tills where id = ?1 and deleted_at is null";

const BY_CODE: &str = "select id, code, name, currency, is_training, version
    from tills where code = ?1 and deleted_at is null";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[INSERT, ALL, CODES, BY_ID, BY_CODE];

pub(super) fn insert(tx: &Tx<'_>, till: &Till) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            till.id.bytes(),
            till.code,
            till.name,
            till.currency.code(),
            till.is_training,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(crate) fn all(view: &View<'_>) -> Result<Vec<Till>, Fault> {
    view.all(ALL, params![], from_row)
}

/// Every code that was ever given.
pub(super) fn codes(view: &View<'_>) -> Result<Vec<String>, Fault> {
    view.all(CODES, params![], |row| row.text("code"))
}

pub(crate) fn by_id(view: &View<'_>, id: TillId) -> Result<Option<Till>, Fault> {
    view.optional(BY_ID, params![id.bytes()], from_row)
}

pub(super) fn by_code(view: &View<'_>, code: &str) -> Result<Option<Till>, Fault> {
    view.optional(BY_CODE, params![code], from_row)
}

fn from_row(row: &Row<'_>) -> Result<Till, Fault> {
    Ok(Till {
        id: row.id("id")?,
        code: row.text("code")?,
        name: row.text("name")?,
        currency: row.parsed("currency")?,
        is_training: row.flag("is_training")?,
        version: row.int("version")?,
    })
}
