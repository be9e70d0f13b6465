//! The changes of the command in progress: collected by the capture triggers, written to the audit log before the
//! commit. Writing them together costs half of what a trigger pays that inserts each by itself: the chain's end is
//! read once, and a statement whose triggers only call a function needs no statement journal.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kernel::{Fault, Timestamp, clock::to_micros};
use rusqlite::{Connection, OptionalExtension, params, types::ValueRef};
use sha2::{Digest, Sha256};

use crate::{
    context::{ActorId, CommandContext},
    fault::from_sqlite,
};

/// Changes held in memory before they are written: an import stays small.
const HELD_MAX: usize = 1_000;

/// How a row changed, in the letters of the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Insert,
    Update,
    Delete,
    /// A row of an append-only table. The row itself is its image: it can never change.
    Fact,
}

impl Operation {
    pub(crate) fn letter(self) -> &'static str {
        match self {
            Self::Insert => "I",
            Self::Update => "U",
            Self::Delete => "D",
            Self::Fact => "F",
        }
    }
}

/// One row's change.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) table: String,
    pub(crate) key: Vec<u8>,
    pub(crate) operation: Operation,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// The command in progress and what it has changed so far.
#[derive(Debug)]
struct Command {
    id: [u8; 16],
    name: &'static str,
    actor: Option<ActorId>,
    at_micros: i64,
    changes: Vec<Change>,
}

/// Shared between the writer and its SQL functions; empty outside a command, which is what the guard checks.
#[derive(Clone, Debug, Default)]
pub(crate) struct CurrentCommand(Arc<Mutex<Option<Command>>>);

/// A write to a captured table while no command was running.
#[derive(Debug, thiserror::Error)]
#[error("write outside a command")]
pub(crate) struct OutsideCommand;

impl CurrentCommand {
    pub(crate) fn begin(&self, id: [u8; 16], context: &CommandContext, at: Timestamp) {
        *self.locked() = Some(Command {
            id,
            name: context.command,
            actor: context.actor,
            at_micros: to_micros(at),
            changes: Vec::with_capacity(32),
        });
    }

    pub(crate) fn clear(&self) {
        *self.locked() = None;
    }

    /// Adds a change.
    pub(crate) fn add(&self, change: Change) -> Result<(), OutsideCommand> {
        self.locked().as_mut().map(|command| command.changes.push(change)).ok_or(OutsideCommand)
    }

    /// How many changes wait to be written.
    pub(crate) fn held(&self) -> usize {
        self.locked().as_ref().map_or(0, |command| command.changes.len())
    }

    /// Forgets the changes of a statement that failed and was undone.
    pub(crate) fn forget_since(&self, held: usize) {
        if let Some(command) = self.locked().as_mut() {
            command.changes.truncate(held);
        }
    }

    /// Writes what waits when it is much.
    pub(crate) fn write_if_many(&self, connection: &Connection) -> Result<(), Fault> {
        if self.held() < HELD_MAX { Ok(()) } else { self.write(connection) }
    }

    /// Writes every change that waits, each chained to the one before it.
    ///
    /// # Errors
    /// A fault when the database fails.
    pub(crate) fn write(&self, connection: &Connection) -> Result<(), Fault> {
        let mut current = self.locked();
        let Some(command) = current.as_mut().filter(|command| !command.changes.is_empty()) else {
            return Ok(());
        };
        let changes = std::mem::take(&mut command.changes);
        append(connection, command, &changes).map_err(|error| from_sqlite(error, "writing the audit log"))
    }

    fn locked(&self) -> MutexGuard<'_, Option<Command>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn append(connection: &Connection, command: &Command, changes: &[Change]) -> rusqlite::Result<()> {
    let end: Option<(i64, [u8; 32])> = connection
        .prepare_cached("select lseq, hash from entity_audit_log order by lseq desc limit 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let mut lseq = end.map_or(0, |(lseq, _)| lseq);
    let mut previous = end.map(|(_, hash)| hash);
    let mut insert = connection.prepare_cached(
        "insert into entity_audit_log
           (lseq, command_id, command, actor_user_id, created_at, entity_type, entity_id, op, before_json, after_json, hash)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    for change in changes {
        lseq += 1;
        let hash = seal(previous.as_ref(), command, change);
        insert.execute(params![
            lseq,
            command.id,
            command.name,
            command.actor,
            command.at_micros,
            change.table,
            change.key,
            change.operation.letter(),
            change.before,
            change.after.as_deref().filter(|_| change.operation != Operation::Fact),
            hash
        ])?;
        previous = Some(hash);
    }
    Ok(())
}

/// The hash of one row of the audit log, over the hash before it and every column, a fact's image included.
fn seal(previous: Option<&[u8; 32]>, command: &Command, change: &Change) -> [u8; 32] {
    let mut digest = Sha256::new();
    absorb(&mut digest, previous.map_or(ValueRef::Null, |hash| ValueRef::Blob(hash)));
    absorb(&mut digest, ValueRef::Blob(&command.id));
    absorb(&mut digest, ValueRef::Text(command.name.as_bytes()));
    absorb(&mut digest, command.actor.as_ref().map_or(ValueRef::Null, |actor| ValueRef::Blob(&actor.0)));
    absorb(&mut digest, ValueRef::Integer(command.at_micros));
    absorb(&mut digest, ValueRef::Text(change.table.as_bytes()));
    absorb(&mut digest, ValueRef::Blob(&change.key));
    absorb(&mut digest, ValueRef::Text(change.operation.letter().as_bytes()));
    for image in [&change.before, &change.after] {
        absorb(&mut digest, image.as_ref().map_or(ValueRef::Null, |json| ValueRef::Text(json.as_bytes())));
    }
    digest.finalize().into()
}

/// Feeds one value with its type and length, so that no two lists of values share a digest input.
pub(crate) fn absorb(digest: &mut Sha256, value: ValueRef<'_>) {
    let (tag, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => return absorb_bytes(digest, 1, &number.to_be_bytes()),
        ValueRef::Real(number) => return absorb_bytes(digest, 2, &number.to_be_bytes()),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    absorb_bytes(digest, tag, bytes);
}

fn absorb_bytes(digest: &mut Sha256, tag: u8, bytes: &[u8]) {
    digest.update([tag]);
    digest.update((bytes.len() as u64).to_be_bytes());
    digest.update(bytes);
}
