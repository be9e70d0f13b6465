//! Reading what people export from other programs: comma-separated text in whatever encoding and with whatever signs,
//! and workbooks.

use std::io::Cursor;

use calamine::{Data, DataType as _, Reader, Xlsx};
use csv::ReaderBuilder;

/// Largest file that is read.
const BYTES_MAX: usize = 32 * 1024 * 1024;
/// Most rows and columns that are read.
const ROWS_MAX: usize = 200_000;
const COLUMNS_MAX: usize = 200;
/// Longest text of one value.
const VALUE_CHARACTERS_MAX: usize = 10_000;
/// Signs that stand between values, the most common first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Lines that are looked at to find the sign between values.
const LINES_TRIED: usize = 20;

/// A table as it was read: every value as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadTable {
    /// The names in the first row.
    pub columns: Vec<String>,
    /// The rows below it, each with its number in the file; rows without any value are left out.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableTable {
    /// Nothing is in it.
    #[error("the file has no rows")]
    Empty,
    /// It is larger than any guest list.
    #[error("the file has more than {0}")]
    TooLarge(&'static str),
    /// It is neither text nor a workbook, or it is damaged.
    #[error("the file is neither comma-separated text nor a workbook: {0}")]
    NoTable(String),
    /// A row cannot be read.
    #[error("row {row} cannot be read: {problem}")]
    Row {
        /// Its number in the file.
        row: usize,
        /// What is wrong with it.
        problem: String,
    },
}

/// Reads a table: a workbook's first sheet, or comma-separated text.
///
/// # Errors
/// When the file is no table, is damaged or larger than any guest list.
pub fn read_table(bytes: &[u8]) -> Result<ReadTable, UnreadableTable> {
    if bytes.len() > BYTES_MAX {
        return Err(UnreadableTable::TooLarge("32 MB"));
    }
    let rows = if bytes.starts_with(b"PK\x03\x04") { workbook_rows(bytes)? } else { text_rows(bytes)? };
    let mut rows = rows.into_iter().filter(|(_, row)| row.iter().any(|value| !value.is_empty()));
    let (_, columns) = rows.next().ok_or(UnreadableTable::Empty)?;
    if columns.len() > COLUMNS_MAX {
        return Err(UnreadableTable::TooLarge("200 columns"));
    }
    let width = columns.len();
    let rows = rows.map(|(number, mut row)| {
        row.resize(width, String::new());
        (number, row)
    });
    Ok(ReadTable { columns, rows: rows.collect() })
}

type Rows = Vec<(usize, Vec<String>)>;

fn text_rows(bytes: &[u8]) -> Result<Rows, UnreadableTable> {
    if bytes.contains(&0) && !bytes.starts_with(&[0xFF, 0xFE]) && !bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(UnreadableTable::NoTable("it holds bytes that no text has".to_owned()));
    }
    let text = decoded(bytes);
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record
            .map_err(|error| UnreadableTable::Row { row: rows.len() + 1, problem: error.to_string() })?;
        let line = record.position().map_or(rows.len() + 1, |at| line_of(at, &text));
        push(&mut rows, line, record.iter().map(tidied).collect())?;
    }
    Ok(rows)
}

/// The number of the line on which a record begins: its position counts no empty lines before it.
fn line_of(at: &csv::Position, text: &str) -> usize {
    let begin = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(begin..).unwrap_or_default();
    let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n');
    usize::try_from(at.line()).unwrap_or(usize::MAX).saturating_add(empty.count())
}

fn push(rows: &mut Rows, number: usize, row: Vec<String>) -> Result<(), UnreadableTable> {
    if rows.len() > ROWS_MAX {
        return Err(UnreadableTable::TooLarge("200,000 rows"));
    }
    rows.push((number, row));
    Ok(())
}

/// UTF-8 or UTF-16 by its mark, UTF-8 when it reads as such, else the encoding of Western European spreadsheets.
fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// The sign that cuts the first lines into the same number of values, and into most.
fn separator(text: &str) -> u8 {
    let sample: String = text.lines().take(LINES_TRIED).collect::<Vec<_>>().join("\n");
    let score = |separator: u8| {
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(sample.as_bytes());
        let widths: Vec<usize> = reader.records().filter_map(Result::ok).map(|row| row.len()).collect();
        let first = widths.first().copied().unwrap_or(0);
        let alike = widths.iter().filter(|width| **width == first).count();
        if first < 2 { 0 } else { alike * 1_000 + first }
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(b',')
}

fn workbook_rows(bytes: &[u8]) -> Result<Rows, UnreadableTable> {
    let broken = |error: calamine::XlsxError| UnreadableTable::NoTable(error.to_string());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let name = workbook.sheet_names().first().cloned().ok_or(UnreadableTable::Empty)?;
    let sheet = workbook.worksheet_range(&name).map_err(broken)?;
    let first = sheet.start().map_or(1, |(row, _)| row as usize + 1);
    let mut rows = Vec::new();
    for (index, row) in sheet.rows().enumerate() {
        push(&mut rows, first + index, row.iter().map(value).collect())?;
    }
    Ok(rows)
}

fn value(data: &Data) -> String {
    match data {
        Data::DateTime(_) | Data::DateTimeIso(_) => {
            let moment = data.as_datetime().map(|at| at.format("%Y-%m-%dT%H:%M").to_string());
            moment.unwrap_or_default()
        }
        Data::Empty | Data::Error(_) => String::new(),
        Data::Int(_) | Data::Float(_) | Data::String(_) | Data::Bool(_) | Data::DurationIso(_) => {
            tidied(&data.to_string())
        }
    }
}

fn tidied(text: &str) -> String {
    text.trim().trim_start_matches('\u{feff}').chars().take(VALUE_CHARACTERS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
        let table = read_table(bytes).unwrap();
        (table.columns, table.rows.into_iter().map(|(_, row)| row).collect())
    }

    fn words(row: &[&str]) -> Vec<String> {
        row.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn text_is_read_whatever_stands_between_its_values() {
        for text in [
            "name,mail\nZoë,z@example.org\n",
            "\u{feff}name;mail\r\nZoë;z@example.org\r\n",
            "name\tmail\nZoë\tz@example.org",
            "name|mail\n\n\"Zoë\"|z@example.org\n,\n",
        ] {
            let (columns, rows) = read(text.as_bytes());
            assert_eq!(columns, words(&["name", "mail"]), "{text}");
            assert_eq!(rows[0], words(&["Zoë", "z@example.org"]), "{text}");
        }
    }

    #[test]
    fn a_separator_within_quotes_is_no_separator() {
        let (columns, rows) = read(b"name;note\n\"Li, Ana\";\"a, b, c\"\n\"O, Bo\";\"d\ne\"\n");
        assert_eq!((columns.len(), rows.len()), (2, 2));
        assert_eq!(rows[1], words(&["O, Bo", "d\ne"]));
    }

    #[test]
    fn other_encodings_are_recognised() {
        assert_eq!(read(b"name;x\nZo\xEB;1\n").1[0][0], "Zoë", "Windows-1252");
        let utf16: Vec<u8> = std::iter::once(0xFEFF)
            .chain("name;x\nZoë;1\n".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(read(&utf16).1[0][0], "Zoë");
    }

    #[test]
    fn rows_keep_their_number_and_short_ones_are_filled_up() {
        let table = read_table(b"a,b,c\n1\n\n\n2,3,4,5\n").unwrap();
        assert_eq!(table.rows, [(2, words(&["1", "", ""])), (5, words(&["2", "3", "4"]))]);
    }

    #[test]
    fn what_is_no_table_is_refused_and_never_a_panic() {
        assert_eq!(read_table(b""), Err(UnreadableTable::Empty));
        assert_eq!(read_table(b"\n \n,,\n"), Err(UnreadableTable::Empty));
        assert!(matches!(read_table(b"\xFF\xD8\xFF\xE0\x00\x10JFIF"), Err(UnreadableTable::NoTable(_))));
        assert!(matches!(read_table(b"PK\x03\x04 no workbook at all"), Err(UnreadableTable::NoTable(_))));
        let wide = "a,".repeat(300);
        assert_eq!(read_table(wide.as_bytes()), Err(UnreadableTable::TooLarge("200 columns")));
    }
}
