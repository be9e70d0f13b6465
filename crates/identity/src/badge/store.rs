//! The SQL of badges.

use kernel::{Fault, id::Id};
use workspace::{Tx, View, params};

use crate::UserId;

const BY_HASH: &str = "select user_id from user_badges where code_hash = ?1";
const PUT: &str = "
    insert into user_badges (user_id, code_hash, created_at)
    values (?1, ?2, ?3)
    on conflict (user_id) do update
    set code_hash = excluded.code_hash, created_at = excluded.created_at";
const DELETE: &str = "delete from user_badges where user_id = ?1";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_HASH, PUT, DELETE];

pub(super) fn user_by_hash(view: &View<'_>, hash: [u8; 32]) -> Result<Option<UserId>, Fault> {
    view.optional(BY_HASH, params![hash], |row| row.id("user_id"))
}

pub(super) fn put_badge(tx: &Tx<'_>, user: UserId, hash: [u8; 32]) -> Result<(), Fault> {
    tx.execute_one(PUT, params![user.bytes(), hash, tx.now_micros()])
}

/// Deletes for good, unlike records: a badge is a secret of this device and no part of any history.
pub(crate) fn delete_badge(tx: &Tx<'_>, user: UserId) -> Result<(), Fault> {
    tx.execute(DELETE, params![user.bytes()]).map(|_| ())
}
