//! Any table as a file: a command that reads is run page by page, and its rows become a spreadsheet. Whoever may see a
//! table may take it along.

mod flat;

use base64::{Engine, prelude::BASE64_STANDARD};
use documents::spreadsheet::{CsvDialect, Table, write_csv, write_workbook};
use kernel::{Failure, Fault, FaultKind, Refuse, Zone, page::PAGE_ROWS_MAX};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    commands::Document,
    registry::{Action, RequestRefused},
    stagedoor::Stagedoor,
};

/// Most rows of one file: what a workbook holds.
const ROWS_MAX: usize = 1_000_000;

/// Asks for a table as a file.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct ExportTable {
    /// The command that reads the table, such as `order.list`.
    query: String,
    /// Its input: the same filters as on the screen.
    #[serde(default)]
    #[ts(optional, type = "Record<string, unknown>")]
    input: Option<Value>,
    /// What the file is called, without its ending; the command's name when absent.
    #[serde(default)]
    #[ts(optional)]
    name: Option<String>,
    /// As which kind of file.
    format: ExportFormat,
    /// Which columns, in this order; all when absent.
    #[serde(default)]
    #[ts(optional)]
    columns: Option<Vec<ExportColumn>>,
    /// The sign before decimals in text: `.` or `,`. With `,` the sign between values is `;`.
    #[serde(default)]
    #[ts(optional)]
    decimal: Option<String>,
    /// The zone by whose clocks moments are written; UTC when absent.
    #[serde(default)]
    #[ts(optional)]
    time_zone: Option<String>,
}

/// As which kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ExportFormat {
    /// Comma-separated text.
    Csv,
    /// A workbook.
    Xlsx,
}

/// One column of the file.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct ExportColumn {
    /// The field of a row, with dots into objects, such as `gross.minor`; an amount is named as a whole.
    pub(crate) path: String,
    /// What stands above it; the path when absent.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) title: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum ExportRefused {
    #[error("“{0}” does not answer with a table")]
    NoTable(String),
    #[error("the table has more than {ROWS_MAX} rows")]
    TooLong,
    #[error("“{0}” stands before no decimals")]
    Decimal(String),
}

impl Refuse for ExportRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTable(_) => "no_table",
            Self::TooLong => "table_too_long",
            Self::Decimal(_) => "decimal_sign",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NoTable(_) => "Name a command that lists rows, such as order.list.",
            Self::TooLong => "Narrow the table by a filter.",
            Self::Decimal(_) => "Choose “.” or “,”.",
        }
        .to_owned()
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::NoTable(_) | Self::TooLong => Some("query".to_owned()),
            Self::Decimal(_) => Some("decimal".to_owned()),
        }
    }
}

/// Runs the query to its last page and writes its rows.
///
/// # Errors
/// What the query refuses; a refusal when it is no table or too long; a fault of the file.
pub(crate) fn table(app: &Stagedoor, request: ExportTable) -> Result<Document, Failure> {
    let dialect = dialect(request.decimal.as_deref())?;
    let zone = match request.time_zone.as_deref() {
        None => Zone::UTC,
        Some(name) => name.parse::<Zone>()?,
    };
    let rows = rows(app, &request)?;
    let name = request.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = name.unwrap_or(&request.query).to_owned();
    let (columns, rows) = flat::flatten(&rows, request.columns.as_deref(), zone);
    let pages = rows.len();
    let table = Table { name: name.clone(), columns, rows };
    let (bytes, ending, media_type) = match request.format {
        ExportFormat::Csv => (write_csv(&table, dialect), "csv", "text/csv; charset=utf-8"),
        ExportFormat::Xlsx => (
            write_workbook(&table),
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    };
    let bytes =
        bytes.map_err(|error| Fault::new(FaultKind::Bug, "a table could not be written").caused_by(error))?;
    Ok(Document {
        file_name: format!("{}.{ending}", safe(&name)),
        media_type: media_type.to_owned(),
        base64: BASE64_STANDARD.encode(bytes),
        pages,
    })
}

fn dialect(decimal: Option<&str>) -> Result<CsvDialect, ExportRefused> {
    match decimal {
        None | Some(".") => Ok(CsvDialect::default()),
        Some(",") => Ok(CsvDialect { separator: b';', decimal: ',', ..CsvDialect::default() }),
        Some(other) => Err(ExportRefused::Decimal(other.chars().take(10).collect())),
    }
}

fn rows(app: &Stagedoor, request: &ExportTable) -> Result<Vec<Value>, Failure> {
    let no_table = || ExportRefused::NoTable(request.query.chars().take(80).collect());
    let command = app
        .command(&request.query)
        .ok_or_else(|| RequestRefused::UnknownCommand(request.query.chars().take(80).collect()))?;
    if !matches!(command.action, Action::Read(_)) {
        return Err(no_table().into());
    }
    let input = request.input.clone().unwrap_or_else(|| json!({}));
    if !input.is_object() {
        return Err(no_table().into());
    }
    let mut rows = Vec::new();
    let mut after = Value::Null;
    loop {
        let mut asked = input.clone();
        asked["page"] = json!({ "first": PAGE_ROWS_MAX, "after": after });
        match app.dispatch(&request.query, asked)? {
            Value::Array(all) => return Ok(all),
            Value::Object(mut page) => {
                let Some(Value::Array(more)) = page.remove("rows") else { return Err(no_table().into()) };
                rows.extend(more);
                if rows.len() > ROWS_MAX {
                    return Err(ExportRefused::TooLong.into());
                }
                after = page.remove("next").unwrap_or_default();
                if after.is_null() {
                    return Ok(rows);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                return Err(no_table().into());
            }
        }
    }
}

/// A file name that every system takes.
fn safe(name: &str) -> String {
    let kept = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' ' | '.');
    let name: String = name.chars().map(|letter| if kept(letter) { letter } else { '-' }).take(80).collect();
    name.trim_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests;
