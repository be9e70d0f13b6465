//! Bringing a file to the app's schema: forward only, everything in one transaction, a copy made first.

use include_dir::{Dir, include_dir};
use kernel::{Fault, Timestamp, clock::to_micros};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use crate::{capture, fault::from_sqlite, table::Table};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../migrations/sqlite");

/// One step: its file's name and text.
pub(crate) struct Migration {
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
}

/// Every step the app knows, oldest first.
pub(crate) fn known() -> Vec<Migration> {
    let mut steps: Vec<Migration> = FILES
        .files()
        .filter_map(|file| {
            let name = file.path().file_name()?.to_str()?.strip_suffix(".sql")?;
            Some(Migration { name, sql: file.contents_utf8()? })
        })
        .collect();
    steps.sort_by_key(|step| step.name);
    steps
}

/// How a file stands to the app.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing to do.
    Current,
    /// Steps are missing.
    Older,
    /// The file has a step that this app does not know.
    Newer {
        /// The unknown step.
        step: String,
    },
}

/// Compares the file's steps with the app's.
pub(crate) fn standing(connection: &Connection) -> Result<Standing, Fault> {
    let applied = applied(connection)?;
    let steps = known();
    if let Some(step) = applied.iter().find(|name| !steps.iter().any(|step| step.name == name.as_str())) {
        return Ok(Standing::Newer { step: step.clone() });
    }
    Ok(if applied.len() == steps.len() { Standing::Current } else { Standing::Older })
}

fn applied(connection: &Connection) -> Result<Vec<String>, Fault> {
    let failed = |error| from_sqlite(error, "reading the list of migrations");
    let has_list: bool = connection
        .query_row(
            "select exists (select 1 from sqlite_schema where name = 'schema_migrations')",
            [],
            |row| row.get(0),
        )
        .map_err(failed)?;
    if !has_list {
        return Ok(Vec::new());
    }
    let mut statement =
        connection.prepare("select name from schema_migrations order by name").map_err(failed)?;
    statement.query_map([], |row| row.get(0)).map_err(failed)?.collect::<Result<_, _>>().map_err(failed)
}

/// Applies the missing steps and makes the capture triggers, all or nothing.
///
/// # Errors
/// A fault that names the step when one cannot be applied; the file is as before.
pub(crate) fn bring_up(connection: &mut Connection, tables: &[Table], now: Timestamp) -> Result<(), Fault> {
    let applied = applied(connection)?;
    let transaction = connection
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .map_err(|error| from_sqlite(error, "beginning the migration"))?;
    transaction
        .execute_batch(
            "create table if not exists schema_migrations (
               name text primary key, sha256 blob not null, applied_at integer not null
             ) strict, without rowid;",
        )
        .map_err(|error| from_sqlite(error, "making the list of migrations"))?;
    // The triggers of an older app may call functions that this one does not have.
    capture::remove(&transaction).map_err(|error| from_sqlite(error, "removing the capture triggers"))?;
    for step in known().iter().filter(|step| !applied.iter().any(|name| name == step.name)) {
        transaction
            .execute_batch(step.sql)
            .map_err(|error| from_sqlite(error, &format!("migration {}", step.name)))?;
        transaction
            .execute(
                "insert into schema_migrations (name, sha256, applied_at) values (?1, ?2, ?3)",
                params![step.name, <[u8; 32]>::from(Sha256::digest(step.sql)), to_micros(now)],
            )
            .map_err(|error| from_sqlite(error, &format!("recording migration {}", step.name)))?;
    }
    refresh_capture(&transaction, tables)?;
    transaction.commit().map_err(|error| from_sqlite(error, "committing the migration"))
}

/// Whether the triggers in the file are those that `tables` ask for.
pub(crate) fn is_capture_current(connection: &Connection, tables: &[Table]) -> Result<bool, Fault> {
    let wanted = capture_digest(connection, tables)?;
    let stored: Option<String> = connection
        .query_row("select max(value) from workspace_facts where name = 'capture'", [], |row| row.get(0))
        .map_err(|error| from_sqlite(error, "reading the capture mark"))?;
    Ok(stored.as_deref() == Some(wanted.as_str()))
}

fn refresh_capture(connection: &Connection, tables: &[Table]) -> Result<(), Fault> {
    let failed = |error| from_sqlite(error, "making the capture triggers");
    capture::install(connection, tables).map_err(failed)?;
    let digest = capture_digest(connection, tables)?;
    connection
        .execute("insert into workspace_facts (name, value) values ('capture', ?1) on conflict (name) do update set value = excluded.value", [digest])
        .map(|_| ())
        .map_err(failed)
}

fn capture_digest(connection: &Connection, tables: &[Table]) -> Result<String, Fault> {
    let description = capture::describe(connection, tables)
        .map_err(|error| from_sqlite(error, "describing the capture triggers"))?;
    Ok(hex::encode(Sha256::digest(description)))
}

/// Tables in the file that no context registered: they would escape capture.
pub(crate) fn unregistered(connection: &Connection, tables: &[Table]) -> Result<Vec<String>, Fault> {
    let failed = |error| from_sqlite(error, "listing the tables");
    let mut statement = connection
        .prepare(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
        )
        .map_err(failed)?;
    let names: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .map_err(failed)?
        .collect::<Result<_, _>>()
        .map_err(failed)?;
    let is_known =
        |name: &str| tables.iter().any(|table| name == table.name || is_shadow_of(name, table.name));
    Ok(names.into_iter().filter(|name| !is_known(name)).collect())
}

/// FTS5 keeps its data in `<table>_data`, `_idx`, `_content`, `_docsize`, `_config`.
fn is_shadow_of(name: &str, table: &str) -> bool {
    name.strip_prefix(table)
        .is_some_and(|rest| matches!(rest, "_data" | "_idx" | "_content" | "_docsize" | "_config"))
}
