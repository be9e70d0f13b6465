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

/// Drops every capture trigger and makes them anew for `tables`.
pub(crate) fn install(connection: &Connection, tables: &[Table]) -> rusqlite::Result<()> {
    for name in trigger_names(connection)? {
        connection.execute_batch(&format!("drop trigger {name};"))?;
    }
    connection.execute_batch(&keep_unchanged("entity_audit_log"))?;
    for table in tables {
        connection.execute_batch(&triggers(table, &columns(connection, table.name)?))?;
    }
    Ok(())
}

/// The text from which the triggers were made; a difference to the stored digest means they must be remade.
pub(crate) fn describe(connection: &Connection, tables: &[Table]) -> rusqlite::Result<String> {
    let mut description = String::from("capture 4\n");
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
        TableKind::Record | TableKind::Junction => {
            let inserted = whole_row(columns, "new");
            let deleted = whole_row(columns, "old");
            let before = changed_columns(columns, "old");
            let after = changed_columns(columns, "new");
            [
                capture(name, "insert", "I", &key(columns, "new"), "null", &inserted),
                capture(name, "update", "U", &key(columns, "new"), &before, &after),
                capture(name, "delete", "D", &key(columns, "old"), &deleted, "null"),
            ]
            .concat()
        }
        TableKind::Fact => {
            let inserted = whole_row(columns, "new");
            let captured = capture(name, "insert", "F", &key(columns, "new"), "null", &inserted);
            format!("{captured}{}", keep_unchanged(name))
        }
    }
}

fn capture(table: &str, change: &str, op: &str, key: &str, before: &str, after: &str) -> String {
    // Images are made twice, for the row and for its hash: a subquery that made them once would cost an ephemeral
    // table for every row, which is four times as much.
    format!(
        "create trigger capture_{table}_{change} after {change} on {table} begin
  insert into entity_audit_log
    (command_id, command, actor_user_id, created_at, entity_type, entity_id, op, before_json, after_json, hash)
  values (command_id(), command_name(), command_actor(), command_at(), '{table}', {key}, '{op}', {before}, {after},
    seal_change((select hash from entity_audit_log order by lseq desc limit 1), '{table}', {key}, '{op}', {before}, {after}));
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

/// The row as JSON, by a function of ours: one call instead of one for every column halves the cost of capture.
fn whole_row(columns: &[Column], side: &str) -> String {
    let values: Vec<String> = columns.iter().map(|column| format!("{side}.{}", column.name)).collect();
    format!("row_image('{}', {})", names(columns), values.join(", "))
}

/// The columns that differ, as JSON of one side's values.
fn changed_columns(columns: &[Column], side: &str) -> String {
    let other = if side == "old" { "new" } else { "old" };
    let pairs: Vec<String> =
        columns.iter().map(|column| format!("{side}.{}, {other}.{}", column.name, column.name)).collect();
    format!("row_change('{}', {})", names(columns), pairs.join(", "))
}

fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(",")
}
