//! The SQL of public keys.

use ed25519_dalek::VerifyingKey;
use events::EventId;
use kernel::{Fault, id::Id};
use workspace::{Tx, View, params};

use super::{key::SigningKeyId, payload::KeyHint};

const HAS_KEY: &str = "select 1 as has_key from event_signing_keys
    where event_id = ?1 and public_key = ?2 and scheme = 'stagedoor1' and is_active = 1 and deleted_at is null";

const ACTIVE_KEYS: &str = "select public_key from event_signing_keys
    where event_id = ?1 and scheme = 'stagedoor1' and is_active = 1 and deleted_at is null
    order by created_at desc, id desc";

const INSERT: &str = "insert into event_signing_keys
    (id, event_id, scheme, key_hint, public_key, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, 'stagedoor1', ?3, ?4, ?5, ?5, ?6, ?6)";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[HAS_KEY, ACTIVE_KEYS, INSERT];

pub(super) fn has_public_key(view: &View<'_>, event: EventId, key: &VerifyingKey) -> Result<bool, Fault> {
    Ok(view.optional(HAS_KEY, params![event.bytes(), key.as_bytes()], |row| row.int("has_key"))?.is_some())
}

pub(super) fn active_public_keys(view: &View<'_>, event: EventId) -> Result<Vec<Vec<u8>>, Fault> {
    view.all(ACTIVE_KEYS, params![event.bytes()], |row| row.bytes("public_key"))
}

pub(super) fn insert_public_key(
    tx: &Tx<'_>,
    id: SigningKeyId,
    event: EventId,
    hint: KeyHint,
    key: &VerifyingKey,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![id.bytes(), event.bytes(), hint.0, key.as_bytes(), tx.now_micros(), tx.actor()],
    )
}
