//! The SQL of PINs.

use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Tx, View, params};

use crate::UserId;

const BY_USER: &str = "
    select pin_hash, failed_attempts, locked_until
    from user_pins
    where user_id = ?1";
const PUT: &str = "
    insert into user_pins (user_id, pin_hash, created_at, updated_at)
    values (?1, ?2, ?3, ?3)
    on conflict (user_id) do update
    set pin_hash = excluded.pin_hash, failed_attempts = 0, locked_until = null, updated_at = excluded.updated_at";
const RECORD_ATTEMPTS: &str = "
    update user_pins
    set failed_attempts = ?2, locked_until = ?3, updated_at = ?4
    where user_id = ?1";
const DELETE: &str = "
    delete from user_pins
    where user_id = ?1";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_USER, PUT, RECORD_ATTEMPTS, DELETE];

/// A PIN as stored.
pub(super) struct StoredPin {
    pub(super) pin_hash: String,
    pub(super) failed_attempts: i64,
    pub(super) locked_until: Option<Timestamp>,
}

pub(super) fn pin_of(view: &View<'_>, user: UserId) -> Result<Option<StoredPin>, Fault> {
    view.optional(BY_USER, params![user.bytes()], |row| {
        Ok(StoredPin {
            pin_hash: row.text("pin_hash")?,
            failed_attempts: row.int("failed_attempts")?,
            locked_until: row.at_opt("locked_until")?,
        })
    })
}

pub(super) fn put_pin(tx: &Tx<'_>, user: UserId, pin_hash: &str) -> Result<(), Fault> {
    tx.execute_one(PUT, params![user.bytes(), pin_hash, tx.now_micros()])
}

pub(super) fn record_attempts(
    tx: &Tx<'_>,
    user: UserId,
    failed_attempts: i64,
    locked_until: Option<Timestamp>,
) -> Result<(), Fault> {
    let until = locked_until.map(to_micros);
    tx.execute_one(RECORD_ATTEMPTS, params![user.bytes(), failed_attempts, until, tx.now_micros()])
}

/// Deletes for good, unlike records: a PIN is a secret of this device and no part of any history.
pub(crate) fn delete_pin(tx: &Tx<'_>, user: UserId) -> Result<(), Fault> {
    tx.execute(DELETE, params![user.bytes()]).map(|_| ())
}
