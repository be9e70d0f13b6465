//! Rows of JSON as a flat table: objects become columns with dots, amounts stay amounts, moments become local times.

use documents::spreadsheet::Cell;
use kernel::{Currency, Money, Timestamp, Zone};
use serde_json::{Map, Value};

use super::ExportColumn;

/// The titles and the cells of `rows`.
pub(super) fn flatten(
    rows: &[Value],
    wanted: Option<&[ExportColumn]>,
    zone: Zone,
) -> (Vec<String>, Vec<Vec<Cell>>) {
    let paths: Vec<String> = match wanted {
        Some(columns) => columns.iter().map(|column| column.path.clone()).collect(),
        None => paths_of(rows),
    };
    let titles = match wanted {
        Some(columns) => {
            columns.iter().map(|column| column.title.clone().unwrap_or_else(|| column.path.clone())).collect()
        }
        None => paths.clone(),
    };
    let cells = rows.iter().map(|row| paths.iter().map(|path| cell(at(row, path), zone)).collect());
    (titles, cells.collect())
}

/// Every column that any row has, in the order in which they first appear.
fn paths_of(rows: &[Value]) -> Vec<String> {
    let mut paths = Vec::new();
    for row in rows {
        if let Value::Object(fields) = row {
            collect(fields, "", &mut paths);
        }
    }
    paths
}

fn collect(fields: &Map<String, Value>, above: &str, paths: &mut Vec<String>) {
    for (name, value) in fields {
        let path = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
        match value {
            Value::Object(inner) if money(value).is_none() => collect(inner, &path, paths),
            Value::Array(items) if items.iter().any(Value::is_object) => {}
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => {
                if !paths.contains(&path) {
                    paths.push(path);
                }
            }
        }
    }
}

fn at<'a>(row: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(row, |value, name| value.get(name).unwrap_or(&Value::Null))
}

fn cell(value: &Value, zone: Zone) -> Cell {
    if let Some(amount) = money(value) {
        return Cell::Amount(amount);
    }
    match value {
        Value::Null | Value::Object(_) => Cell::Empty,
        Value::Bool(flag) => Cell::Flag(*flag),
        Value::Number(number) => {
            number.as_i64().map_or_else(|| Cell::Text(number.to_string()), Cell::Integer)
        }
        Value::String(text) => {
            moment(text).map_or_else(|| Cell::Text(text.clone()), |at| Cell::At(zone.local(at).naive_local()))
        }
        Value::Array(items) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            Cell::Text(words.join(", "))
        }
    }
}

fn money(value: &Value) -> Option<Money> {
    let fields = value.as_object().filter(|fields| fields.len() == 2)?;
    let currency: Currency = fields.get("currency")?.as_str()?.parse().ok()?;
    Some(Money::new(fields.get("minor")?.as_i64()?, currency))
}

/// Text that is a moment with an offset, as every answer writes moments.
fn moment(text: &str) -> Option<Timestamp> {
    let is_likely = text.len() >= 20 && text.as_bytes().get(10) == Some(&b'T');
    if is_likely { text.parse().ok() } else { None }
}
