//! Workbooks (Office Open XML).

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Format, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{Cell, Table, TableNotWritten, decimal_of};

/// The longest name of a sheet, and the signs that it must not have.
const SHEET_NAME_MAX: usize = 31;
const SHEET_NAME_FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The longest text that a cell holds.
const TEXT_MAX: usize = 32_767;

pub(super) fn write(table: &Table) -> Result<Vec<u8>, TableNotWritten> {
    let failed = |error: XlsxError| TableNotWritten(error.to_string());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.name)).map_err(failed)?;
    fill(sheet, table).map_err(failed)?;
    workbook.save_to_buffer().map_err(failed)
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    for (column, name) in (0_u16..).zip(&table.columns) {
        sheet.write_with_format(0, column, shortened(name), &heading)?;
    }
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(sheet, row, column, cell, &moment)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    moment: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        // As text and never as a formula, whatever it begins with.
        Cell::Text(text) => {
            sheet.write_string(row, column, shortened(text))?;
        }
        Cell::Integer(number) => {
            sheet.write_number(row, column, number.to_f64().unwrap_or_default())?;
        }
        Cell::Amount(money) => {
            let places = usize::try_from(money.currency.exponent()).unwrap_or(2);
            let shown =
                if places == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(places)) };
            let amount = Format::new().set_num_format(shown);
            sheet.write_number_with_format(
                row,
                column,
                decimal_of(*money).to_f64().unwrap_or_default(),
                &amount,
            )?;
        }
        Cell::At(at) => {
            sheet.write_datetime_with_format(row, column, at, moment)?;
        }
        Cell::Flag(flag) => {
            sheet.write_boolean(row, column, *flag)?;
        }
    }
    Ok(())
}

fn shortened(text: &str) -> String {
    text.chars().take(TEXT_MAX).collect()
}

fn sheet_name(name: &str) -> String {
    let allowed = name.chars().filter(|letter| !SHEET_NAME_FORBIDDEN.contains(letter) && *letter != '\'');
    let name: String = allowed.take(SHEET_NAME_MAX).collect();
    if name.trim().is_empty() { "Table".to_owned() } else { name }
}
