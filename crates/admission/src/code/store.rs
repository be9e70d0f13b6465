//! The SQL of public keys.

use kernel::{Fault, FaultKind, id::Id};
use workspace::{View, params};

use crate::ids::EventId;

const PRETIX_KEYS: &str = "
    select public_key
    from event_signing_keys
    where event_id = ?1 and scheme = 'pretix_sig1' and is_active = 1 and deleted_at is null
    order by created_at desc, id desc";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[PRETIX_KEYS];

pub(super) fn pretix_keys(view: &View<'_>, event: EventId) -> Result<Vec<[u8; 32]>, Fault> {
    view.all(PRETIX_KEYS, params![event.bytes()], |row| {
        row.bytes("public_key")?.try_into().map_err(|_| {
            Fault::new(FaultKind::Inconsistent, format!("event {event} has a public key of a wrong length"))
        })
    })
}
