//! Change capture, made from the table registry: one trigger for each way a captured table can change.
//!
//! A trigger cannot be forgotten by a store, costs what a hand-written insert costs, and stands in the same
//! transaction as the change (sync.md, 1.3). Columns are read from the database, so a new column is captured
//! the moment its migration has run.

use rusqlite::Connection;

use crate::table::{Table, TableKind};

struct Column {
    name: String,
    is_blob: bool,
    key_position: i64,
}

/// The query that reads one fact of `table` as the image that was sealed for it; its parameter is the row's key.
///
/// # Errors
/// When the table's columns cannot be read.
pub(crate) fn fact_image_query(connection: &Connection, table: &str) -> rusqlite::Result<String> {
    let columns = columns(connection, table)?;
    let keys: Vec<&str> =
        columns.iter().filter(|column| column.key_position > 0).map(|column| column.name.as_str()).collect();
    let row = whole_row(&columns, "fact");
    Ok(match keys.as_slice() {
        [only] => format!("select row_image({row}) from {table} fact where fact.{only} = ?1"),
        _ => format!("select row_image({row}) from {table} fact where {} = ?1", key(&columns, "fact")),
    })
}

/// Drops every capture trigger, so that a migration's steps can change what they watch.
pub(crate) fn remove(connection: &Connection) -> rusqlite::Result<()> {
    for name in trigger_names(connection)? {
        connection.execute_batch(&format!("drop trigger {name};"))?;
    }
    Ok(())
}

/// Drops every capture trigger and makes them anew for `tables`.
pub(crate) fn install(connection: &Connection, tables: &[Table]) -> rusqlite::Result<()> {
    remove(connection)?;
    connection.execute_batch(&keep_unchanged("entity_audit_log"))?;
    for table in tables {
        connection.execute_batch(&triggers(table, &columns(connection, table.name)?))?;
    }
    Ok(())
}

/// The text from which the triggers were made; a difference to the stored digest means they must be remade.
pub(crate) fn describe(connection: &Connection, tables: &[Table]) -> rusqlite::Result<String> {
    let mut description = String::from("capture 5\n");
    for table in tables {
        description.push_str(&triggers(table, &columns(connection, table.name)?));
    }
    Ok(description)
}

fn trigger_names(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(
        "select name from sqlite_schema where type = 'trigger' and name glob 'capture_*' order by name",
    )?;
    statement.query_map([], |row| row.get(0))?.collect()
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Column>> {
    let mut statement =
        connection.prepare("select name, type, pk from pragma_table_info(?1) order by cid")?;
    statement
        .query_map([table], |row| {
            let kind: String = row.get(1)?;
            Ok(Column {
                name: row.get(0)?,
                is_blob: kind.eq_ignore_ascii_case("blob"),
                key_position: row.get(2)?,
            })
        })?
        .collect()
}

fn triggers(table: &Table, columns: &[Column]) -> String {
    let name = table.name;
    match table.kind {
        TableKind::Local => String::new(),
        TableKind::Record | TableKind::Junction => [
            capture(name, "insert", "capture_insert", &key(columns, "new"), &whole_row(columns, "new")),
            capture(name, "update", "capture_update", &key(columns, "new"), &both_sides(columns)),
            capture(name, "delete", "capture_delete", &key(columns, "old"), &whole_row(columns, "old")),
        ]
        .concat(),
        TableKind::Fact => {
            let row = whole_row(columns, "new");
            let captured = capture(name, "insert", "capture_fact", &key(columns, "new"), &row);
            format!("{captured}{}", keep_unchanged(name))
        }
    }
}

fn capture(table: &str, change: &str, function: &str, key: &str, row: &str) -> String {
    format!(
        "create trigger capture_{table}_{change} after {change} on {table} begin
  select {function}('{table}', {key}, {row});
end;
"
    )
}

fn keep_unchanged(table: &str) -> String {
    format!(
        "create trigger capture_{table}_keep_rows before update on {table} begin
  select raise(abort, '{table} is append-only');
end;
create trigger capture_{table}_keep_all before delete on {table} begin
  select raise(abort, '{table} is append-only');
end;
"
    )
}

/// The record's id, or the key columns of a link joined into one blob.
fn key(columns: &[Column], side: &str) -> String {
    let mut keys: Vec<&Column> = columns.iter().filter(|column| column.key_position > 0).collect();
    keys.sort_by_key(|column| column.key_position);
    match keys.as_slice() {
        [only] if only.is_blob => format!("{side}.{}", only.name),
        several => {
            let joined: Vec<String> =
                several.iter().map(|column| format!("hex({side}.{})", column.name)).collect();
            format!("unhex({})", joined.join(" || "))
        }
    }
}

/// The names of the columns and one side's values, as arguments: one call for a row instead of one for every column.
fn whole_row(columns: &[Column], side: &str) -> String {
    let values: Vec<String> = columns.iter().map(|column| format!("{side}.{}", column.name)).collect();
    format!("'{}', {}", names(columns), values.join(", "))
}

/// The names of the columns and each value after and before, in pairs.
fn both_sides(columns: &[Column]) -> String {
    let pairs: Vec<String> =
        columns.iter().map(|column| format!("new.{}, old.{}", column.name, column.name)).collect();
    format!("'{}', {}", names(columns), pairs.join(", "))
}

fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(",")
}
