//! What a scanner delivers, and what it can mean.

pub mod pretix_sig1;
mod reading;
mod store;

use ed25519_dalek::VerifyingKey;
use kernel::Fault;
use ticketing::signing::KeyHint;
use workspace::View;

pub(crate) use reading::{CHARACTERS_MAX, Reading, Signature, read};

#[cfg(test)]
pub(crate) use store::STATEMENTS;

use crate::ids::EventId;

/// The public keys that the codes at an event's door may be signed with.
#[derive(Clone, Debug, Default)]
pub(crate) struct EventKeys {
    /// Keys of all events of this workspace, by the hint that a code carries.
    pub(crate) own: Vec<(KeyHint, VerifyingKey)>,
    /// Keys of this event that were imported.
    pub(crate) pretix_sig1: Vec<[u8; 32]>,
}

impl EventKeys {
    pub(crate) fn load(view: &View<'_>, event: EventId) -> Result<Self, Fault> {
        let own = store::own_keys(view)?.into_iter().map(|key| (KeyHint::of(&key), key)).collect();
        Ok(Self { own, pretix_sig1: store::pretix_keys(view, event)? })
    }
}
