//! Who is changing the file, by which command, and when: what every captured change carries.

use std::sync::{Arc, Mutex, PoisonError};

use kernel::{Timestamp, clock::to_micros};
use rusqlite::{ToSql, types::ToSqlOutput};

/// The user behind a command, as the sixteen bytes of the user's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorId(pub [u8; 16]);

impl ToSql for ActorId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

/// What `transact` must know before the first write.
#[derive(Clone, Copy, Debug)]
pub struct CommandContext {
    /// The command's registered name, such as `order.complete`.
    pub command: &'static str,
    /// Who acts; absent for first run and for jobs.
    pub actor: Option<ActorId>,
}

/// The command in progress, as the SQL functions see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Current {
    pub(crate) id: [u8; 16],
    pub(crate) command: &'static str,
    pub(crate) actor: Option<ActorId>,
    pub(crate) at_micros: i64,
}

/// Shared between the writer and its SQL functions; empty outside a command, which is what the guard checks.
#[derive(Clone, Debug, Default)]
pub(crate) struct CurrentCommand(Arc<Mutex<Option<Current>>>);

impl CurrentCommand {
    pub(crate) fn set(&self, id: [u8; 16], context: &CommandContext, at: Timestamp) {
        let current =
            Current { id, command: context.command, actor: context.actor, at_micros: to_micros(at) };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(current);
    }

    pub(crate) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub(crate) fn get(&self) -> Option<Current> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
