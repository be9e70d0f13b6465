//! SQL functions that the capture triggers call. A tool that opens the file without them cannot write to a
//! captured table at all, and inside the app they say NULL outside a command: the guard.

use rusqlite::{Connection, functions::FunctionFlags, types::ValueRef};
use sha2::{Digest, Sha256};

use crate::context::{Current, CurrentCommand};

/// Registers `command_id()`, `command_name()`, `command_actor()`, `command_at()`, `seal_change(…)`,
/// `audit_hash(…)` and the row images.
pub(crate) fn register(connection: &Connection, current: &CurrentCommand) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    let state = current.clone();
    connection.create_scalar_function("command_id", 0, flags, move |_| Ok(state.get().map(|c| c.id)))?;
    let state = current.clone();
    connection
        .create_scalar_function("command_name", 0, flags, move |_| Ok(state.get().map(|c| c.command)))?;
    let state = current.clone();
    connection.create_scalar_function("command_actor", 0, flags, move |_| {
        Ok(state.get().and_then(|c| c.actor).map(|actor| actor.0))
    })?;
    let state = current.clone();
    connection
        .create_scalar_function("command_at", 0, flags, move |_| Ok(state.get().map(|c| c.at_micros)))?;
    let state = current.clone();
    connection.create_scalar_function("seal_change", 6, flags, move |context| {
        let Some(command) = state.get() else {
            return Err(rusqlite::Error::UserFunctionError("write outside a command".into()));
        };
        let mut digest = Sha256::new();
        absorb(&mut digest, context.get_raw(0));
        absorb_command(&mut digest, &command);
        (1..context.len()).for_each(|index| absorb(&mut digest, context.get_raw(index)));
        Ok(<[u8; 32]>::from(digest.finalize()))
    })?;
    crate::image::register(connection)?;
    // What `seal_change` computed, from the stored row alone: for `verify`.
    let pure = flags | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("audit_hash", -1, pure, |context| {
        let mut digest = Sha256::new();
        (0..context.len()).for_each(|index| absorb(&mut digest, context.get_raw(index)));
        Ok(<[u8; 32]>::from(digest.finalize()))
    })
}

/// The command's part of a change's hash, in the order of the audit log's columns.
fn absorb_command(digest: &mut Sha256, command: &Current) {
    absorb_bytes(digest, 4, &command.id);
    absorb_bytes(digest, 3, command.command.as_bytes());
    match command.actor {
        Some(actor) => absorb_bytes(digest, 4, &actor.0),
        None => absorb_bytes(digest, 0, &[]),
    }
    absorb_bytes(digest, 1, &command.at_micros.to_be_bytes());
}

/// Feeds one value with its type and length, so that no two argument lists share a digest input.
fn absorb(digest: &mut Sha256, value: ValueRef<'_>) {
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
