//! Comma-separated text (RFC 4180).

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Cell, CsvDialect, Table, TableNotWritten, decimal_of};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) fn write(table: &Table, dialect: CsvDialect) -> Result<Vec<u8>, TableNotWritten> {
    let mut bytes = Vec::new();
    if dialect.has_byte_order_mark {
        bytes.extend_from_slice(BYTE_ORDER_MARK);
    }
    let mut writer = WriterBuilder::new()
        .delimiter(dialect.separator)
        .quote_style(QuoteStyle::Necessary)
        .terminator(Terminator::CRLF)
        .from_writer(bytes);
    let failed = |error: csv::Error| TableNotWritten(error.to_string());
    writer.write_record(table.columns.iter().map(|name| harmless(name))).map_err(failed)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| text(cell, dialect.decimal))).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| TableNotWritten(error.to_string()))
}

fn text(cell: &Cell, decimal: char) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Amount(money) => decimal_of(*money).to_string().replace('.', &decimal.to_string()),
        Cell::At(at) => at.format("%Y-%m-%d %H:%M:%S").to_string(),
        Cell::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
    }
}

/// Words that a spreadsheet would run as a formula are led by an apostrophe: a guest's name may be hostile.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
