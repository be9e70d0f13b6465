//! Gates: the places where people are let in.

mod create;
mod show;
mod store;

use serde::{Deserialize, Serialize};

pub use create::{CreateGate, GateRefused, create_gate};
pub use show::{ListGates, list_gates};
pub(crate) use store::gates_of;

#[cfg(test)]
pub(crate) use store::STATEMENTS;

use crate::ids::GateId;

/// A gate as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GateRow {
    /// Which.
    pub id: GateId,
    /// Its name.
    pub name: String,
    /// Its short mark, unique in the event.
    pub code: String,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}

impl GateRow {
    /// Whether `reference` names this gate: its id, its code or its name.
    #[must_use]
    pub fn answers_to(&self, reference: &str) -> bool {
        let text = reference.trim();
        text.parse() == Ok(self.id) || self.code.eq_ignore_ascii_case(text) || self.name == text
    }
}
