//! The commands, by what they are about. Each is thin: read the request, call the use-case, answer.

mod door;
mod event;
mod import;
mod order;
mod organization;
mod print;
mod reference;
mod ticket;
mod tier;
mod upkeep;
mod workspace;

use serde::{Deserialize, Serialize};

use crate::registry::Command;

pub(crate) use print::Document;

/// Every command of the product. The registry's only source.
pub(crate) fn all() -> Vec<Command> {
    [
        workspace::commands(),
        organization::commands(),
        reference::commands(),
        event::commands(),
        tier::commands(),
        order::commands(),
        ticket::commands(),
        print::commands(),
        door::commands(),
        import::commands(),
        upkeep::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The input of a command that needs nothing.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Nothing {}
