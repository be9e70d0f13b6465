//! The commands, by what they are about. Each is thin: read the request, call the use-case, answer.

mod door;
mod event;
mod import;
mod order;
mod organization;
mod people;
mod print;
mod printer;
mod reference;
mod session;
mod ticket;
mod tier;
mod till;
mod upkeep;
mod voucher;
mod workspace;

use serde::{Deserialize, Serialize};

use crate::registry::Command;

pub(crate) use print::Document;

/// Every command of the product. The registry's only source.
pub(crate) fn all() -> Vec<Command> {
    [
        workspace::commands(),
        organization::commands(),
        people::commands(),
        session::commands(),
        reference::commands(),
        event::commands(),
        tier::commands(),
        voucher::commands(),
        order::commands(),
        ticket::commands(),
        till::commands(),
        print::commands(),
        printer::commands(),
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
