//! Tables as files for other programs: comma-separated text and workbooks, out and in.

mod csv_text;
mod reading;
mod workbook;

use chrono::NaiveDateTime;
use kernel::Money;
use rust_decimal::Decimal;

pub use reading::{ReadTable, UnreadableTable, read_table};

/// One value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// An amount; its currency stands in the column's title or beside it.
    Amount(Money),
    /// A moment by the clocks of the place it happened at.
    At(NaiveDateTime),
    /// Yes or no.
    Flag(bool),
}

/// A table with named columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is called; the name of a workbook's sheet.
    pub name: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// How comma-separated text is written: programs in different countries expect different signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvDialect {
    /// Between two values: `,`, `;` or a tab.
    pub separator: u8,
    /// Between whole units and minor units.
    pub decimal: char,
    /// Whether the file begins with the mark by which a spreadsheet knows that it is UTF-8.
    pub has_byte_order_mark: bool,
}

impl Default for CsvDialect {
    /// Commas and points, with the mark.
    fn default() -> Self {
        Self { separator: b',', decimal: '.', has_byte_order_mark: true }
    }
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the table could not be written: {0}")]
pub struct TableNotWritten(String);

/// `table` as comma-separated text.
///
/// # Errors
/// When the text cannot be made.
pub fn write_csv(table: &Table, dialect: CsvDialect) -> Result<Vec<u8>, TableNotWritten> {
    csv_text::write(table, dialect)
}

/// `table` as a workbook.
///
/// # Errors
/// When it has more rows or longer texts than a workbook can hold.
pub fn write_workbook(table: &Table) -> Result<Vec<u8>, TableNotWritten> {
    workbook::write(table)
}

/// An amount in whole units with as many decimals as its currency has.
fn decimal_of(money: Money) -> Decimal {
    Decimal::new(money.minor, money.currency.exponent())
}
