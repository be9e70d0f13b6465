//! SQL functions that the capture triggers call. A tool that opens the file without them cannot write to a
//! captured table at all, and inside the app they refuse outside a command: the guard.

use rusqlite::{
    Connection,
    functions::{Context, FunctionFlags},
};

use crate::{
    changes::{Change, CurrentCommand, Operation},
    image,
};

/// Registers what the triggers call: `capture_insert`, `capture_fact` and `capture_delete` with
/// `(table, key, names, value, …)`, and `capture_update` with `(table, key, names, new, old, …)`.
pub(crate) fn register(connection: &Connection, current: &CurrentCommand) -> rusqlite::Result<()> {
    for (name, operation) in [
        ("capture_insert", Operation::Insert),
        ("capture_update", Operation::Update),
        ("capture_delete", Operation::Delete),
        ("capture_fact", Operation::Fact),
    ] {
        let current = current.clone();
        connection.create_scalar_function(
            name,
            -1,
            FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS,
            move |context| {
                current
                    .add(captured(context, operation)?)
                    .map_err(|error| rusqlite::Error::UserFunctionError(error.into()))?;
                Ok(true)
            },
        )?;
    }
    Ok(())
}

fn captured(context: &Context<'_>, operation: Operation) -> rusqlite::Result<Change> {
    let user_error = |error: rusqlite::types::FromSqlError| rusqlite::Error::UserFunctionError(error.into());
    let (before, after) = match operation {
        Operation::Insert | Operation::Fact => (None, Some(image::of_row(context, 2)?)),
        Operation::Delete => (Some(image::of_row(context, 2)?), None),
        Operation::Update => {
            let (new, old) = image::of_change(context, 2)?;
            (Some(old), Some(new))
        }
    };
    Ok(Change {
        table: context.get_raw(0).as_str().map_err(user_error)?.to_owned(),
        key: context.get_raw(1).as_blob().map_err(user_error)?.to_vec(),
        operation,
        before,
        after,
    })
}

/// Registers what `verify` calls on a reader: `row_image(names, value, …)`, the image of a fact.
pub(crate) fn register_for_verify(connection: &Connection) -> rusqlite::Result<()> {
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("row_image", -1, pure, |context| image::of_row(context, 0))
}
