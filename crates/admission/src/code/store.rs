//! The SQL of public keys.

use ed25519_dalek::VerifyingKey;
use kernel::{Fault, FaultKind, id::Id};
use workspace::{View, params};

use crate::ids::EventId;

const PRETIX_KEYS: &str = "
    select public_key
    from event_signing_keys
    where event_id = ?1 and scheme = 'pretix_sig1' and is_active = 1 and deleted_at is null
    order by created_at desc, id desc";

const OWN_KEYS: &str = "
    select public_key
    from event_signing_keys
    where scheme = 'stagedoor1' and is_active = 1 and deleted_at is null
    order by created_at desc, id desc";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[PRETIX_KEYS, OWN_KEYS];

/// The keys of every event, so that a ticket of tomorrow's concert is told apart from a forgery.
pub(super) fn own_keys(view: &View<'_>) -> Result<Vec<VerifyingKey>, Fault> {
    view.all(OWN_KEYS, [], |row| {
        let bytes: Option<[u8; 32]> = row.bytes("public_key")?.try_into().ok();
        bytes.and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok()).ok_or_else(|| {
            Fault::new(FaultKind::Inconsistent, "a public key in event_signing_keys is no point of the curve")
        })
    })
}

pub(super) fn pretix_keys(view: &View<'_>, event: EventId) -> Result<Vec<[u8; 32]>, Fault> {
    view.all(PRETIX_KEYS, params![event.bytes()], |row| {
        row.bytes("public_key")?.try_into().map_err(|_| {
            Fault::new(FaultKind::Inconsistent, format!("event {event} has a public key of a wrong length"))
        })
    })
}
