//! Rows as JSON for the audit log: SQL functions that the capture triggers call.
//!
//! JSON has no bytes, so blobs are written as hexadecimal digits; columns that are null are left out.

use rusqlite::{
    Connection,
    functions::{Context, FunctionFlags},
    types::ValueRef,
};

/// Registers `row_image(names, value, …)` and `row_change(names, value, other value, …)`.
pub(crate) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("row_image", -1, flags, |context| {
        let values = (1..context.len()).map(|index| context.get_raw(index));
        image(context, values.map(|value| (!matches!(value, ValueRef::Null)).then_some(value)))
    })?;
    connection.create_scalar_function("row_change", -1, flags, |context| {
        let pairs =
            (1..context.len()).step_by(2).map(|index| (context.get_raw(index), context.get_raw(index + 1)));
        image(context, pairs.map(|(value, other)| (value != other).then_some(value)))
    })
}

/// An object of the values that are given, under the names in the first argument.
fn image<'a>(
    context: &'a Context<'_>,
    values: impl Iterator<Item = Option<ValueRef<'a>>>,
) -> rusqlite::Result<String> {
    let names =
        context.get_raw(0).as_str().map_err(|error| rusqlite::Error::UserFunctionError(error.into()))?;
    let mut json = String::with_capacity(512);
    json.push('{');
    for (name, value) in names.split(',').zip(values) {
        let Some(value) = value else { continue };
        if json.len() > 1 {
            json.push(',');
        }
        json.push('"');
        json.push_str(name);
        json.push_str("\":");
        push_value(&mut json, value)?;
    }
    json.push('}');
    Ok(json)
}

fn push_value(json: &mut String, value: ValueRef<'_>) -> rusqlite::Result<()> {
    let failed = |error: serde_json::Error| rusqlite::Error::UserFunctionError(error.into());
    match value {
        ValueRef::Null => json.push_str("null"),
        ValueRef::Integer(number) => json.push_str(&number.to_string()),
        ValueRef::Real(number) => json.push_str(&serde_json::to_string(&number).map_err(failed)?),
        ValueRef::Text(text) => {
            json.push_str(&serde_json::to_string(&String::from_utf8_lossy(text)).map_err(failed)?)
        }
        ValueRef::Blob(bytes) => {
            json.push('"');
            json.push_str(&hex::encode_upper(bytes));
            json.push('"');
        }
    }
    Ok(())
}
