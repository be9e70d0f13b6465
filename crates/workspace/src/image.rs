//! Rows as JSON for the audit log.
//!
//! JSON has no bytes, so blobs are written as hexadecimal digits; columns that are null are left out.

use std::fmt::Write as _;

use rusqlite::{functions::Context, types::ValueRef};

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// The row whose column names are the argument `first`, joined by commas, and whose values follow it.
pub(crate) fn of_row(context: &Context<'_>, first: usize) -> rusqlite::Result<String> {
    let mut image = Image::new();
    for (name, index) in names(context, first)?.split(',').zip(first + 1..context.len()) {
        let value = context.get_raw(index);
        if !matches!(value, ValueRef::Null) {
            image.push(name, value)?;
        }
    }
    Ok(image.finish())
}

/// The columns that differ, as two images. The names are the argument `first`; the values follow in pairs.
pub(crate) fn of_change(context: &Context<'_>, first: usize) -> rusqlite::Result<(String, String)> {
    let (mut one, mut other) = (Image::new(), Image::new());
    for (name, index) in names(context, first)?.split(',').zip((first + 1..context.len()).step_by(2)) {
        let (value, counterpart) = (context.get_raw(index), context.get_raw(index + 1));
        if value != counterpart {
            one.push(name, value)?;
            other.push(name, counterpart)?;
        }
    }
    Ok((one.finish(), other.finish()))
}

fn names<'a>(context: &'a Context<'_>, index: usize) -> rusqlite::Result<&'a str> {
    context.get_raw(index).as_str().map_err(|error| rusqlite::Error::UserFunctionError(error.into()))
}

/// A JSON object that grows by one column at a time.
struct Image(String);

impl Image {
    fn new() -> Self {
        let mut json = String::with_capacity(640);
        json.push('{');
        Self(json)
    }

    fn push(&mut self, name: &str, value: ValueRef<'_>) -> rusqlite::Result<()> {
        let json = &mut self.0;
        if json.len() > 1 {
            json.push(',');
        }
        json.push('"');
        json.push_str(name);
        json.push_str("\":");
        let failed =
            |error: Box<dyn std::error::Error + Send + Sync>| rusqlite::Error::UserFunctionError(error);
        match value {
            ValueRef::Null => json.push_str("null"),
            ValueRef::Integer(number) => write!(json, "{number}").map_err(|error| failed(error.into()))?,
            ValueRef::Real(number) => {
                json.push_str(&serde_json::to_string(&number).map_err(|error| failed(error.into()))?);
            }
            ValueRef::Text(text) => push_text(json, text).map_err(|error| failed(error.into()))?,
            ValueRef::Blob(bytes) => {
                json.push('"');
                for byte in bytes {
                    json.push(char::from(HEX[usize::from(byte >> 4)]));
                    json.push(char::from(HEX[usize::from(byte & 15)]));
                }
                json.push('"');
            }
        }
        Ok(())
    }

    fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

fn push_text(json: &mut String, text: &[u8]) -> serde_json::Result<()> {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
    match std::str::from_utf8(text) {
        Ok(plain) if text.iter().all(is_plain) => {
            json.push('"');
            json.push_str(plain);
            json.push('"');
        }
        Ok(_) | Err(_) => json.push_str(&serde_json::to_string(&String::from_utf8_lossy(text))?),
    }
    Ok(())
}
