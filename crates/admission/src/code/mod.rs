//! What a scanner delivers, and what it can mean.

pub mod pretix_sig1;
mod reading;
mod store;

use kernel::Fault;
use workspace::View;

pub(crate) use reading::{Reading, Signature, read};

#[cfg(test)]
pub(crate) use store::STATEMENTS;

use crate::ids::EventId;

/// The public keys that the codes of an event may be signed with.
#[derive(Clone, Debug, Default)]
pub(crate) struct EventKeys {
    pub(crate) pretix_sig1: Vec<[u8; 32]>,
}

impl EventKeys {
    pub(crate) fn load(view: &View<'_>, event: EventId) -> Result<Self, Fault> {
        Ok(Self { pretix_sig1: store::pretix_keys(view, event)? })
    }
}
