//! Guests from a file: looked at first, then taken a few hundred rows at a time, and taken back by one press.

mod source;
mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use ::workspace::CommandContext;
use base64::{Engine, prelude::BASE64_STANDARD};
use documents::spreadsheet::{Cell, CsvDialect, Table, write_csv};
use kernel::{Failure, Fault, FaultKind, Money};
use serde::{Deserialize, Serialize};
use ticketing::guest_import::{
    BATCH_ROWS_MAX, Begun, GuestImportId, GuestMapping, GuestPlan, GuestRow, KeptOrder, NewImport,
    RowProblem, begin_import, finish_import, finish_undo, import_to_undo, plan_guests, take_guests,
    undo_orders,
};

use crate::stagedoor::Stagedoor;
pub(crate) use source::GuestSource;
use source::Source;

/// Most problems that a preview tells; the file of wrong rows has all.
const PROBLEMS_MAX: usize = 200;
/// So many rows are shown as they would be taken.
const SAMPLE_ROWS: usize = 20;

/// What a file would become.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct GuestPreview {
    /// The titles in the file's first row.
    columns: Vec<String>,
    /// Which column means what.
    mapping: GuestMapping,
    /// How many rows were judged.
    #[ts(type = "number")]
    row_count: usize,
    /// How many can be taken.
    #[ts(type = "number")]
    ready: usize,
    /// How many of those are worth a look.
    #[ts(type = "number")]
    warnings: usize,
    /// How many cannot be taken.
    #[ts(type = "number")]
    errors: usize,
    /// How many tickets the rows that can be taken come to.
    #[ts(type = "number")]
    tickets: i64,
    /// What is to be said about rows: the first two hundred.
    problems: Vec<RowProblem>,
    /// The first rows as they would be taken.
    sample: Vec<GuestSample>,
}

/// A row as it would be taken.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct GuestSample {
    /// Its line in the file.
    #[ts(type = "number")]
    line: usize,
    /// The guest's name.
    name: String,
    /// The e-mail address.
    email: String,
    /// The phone number.
    phone: String,
    /// The company.
    company: String,
    /// The note.
    note: String,
    /// The tier's name.
    tier_name: String,
    /// How many tickets.
    #[ts(type = "number")]
    quantity: i64,
    /// What one costs.
    price: Money,
}

/// Takes the guests of a file.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct ImportGuests {
    #[serde(flatten)]
    source: GuestSource,
    /// Whether the rows that can be taken are taken when others cannot; otherwise one wrong row refuses the file.
    #[serde(default)]
    #[ts(optional)]
    accepts_partial: Option<bool>,
    /// Names the import: the same key goes on where it stopped, and takes no row twice.
    idempotency_key: String,
}

/// What an import came to.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct GuestsImported {
    /// The import.
    import_id: GuestImportId,
    /// How many orders it made.
    #[ts(type = "number")]
    orders: i64,
    /// How many tickets.
    #[ts(type = "number")]
    tickets: i64,
    /// How many rows were left out.
    #[ts(type = "number")]
    skipped: i64,
    /// The rows that were left out, each with its line and what is wrong, as comma-separated text.
    #[serde(default)]
    #[ts(optional)]
    error_rows_csv_base64: Option<String>,
}

/// Takes an import back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct UndoGuests {
    /// The import.
    import_id: String,
    /// Why.
    reason: String,
}

/// What taking an import back came to.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct GuestsUndone {
    /// The import.
    import_id: GuestImportId,
    /// How many orders ended.
    #[ts(type = "number")]
    orders: i64,
    /// How many tickets ended.
    #[ts(type = "number")]
    tickets: i64,
    /// Orders that stay, because their guests are inside.
    kept: Vec<KeptOrder>,
}

/// Judges every row of a file; nothing is written.
///
/// # Errors
/// A refusal when the file is no table, the event or a column is unknown; a fault of the workspace.
pub(crate) fn preview(app: &Stagedoor, request: GuestSource) -> Result<GuestPreview, Failure> {
    let source = Source::read(&request)?;
    let open = app.open_workspace()?;
    let plan = open
        .workspace()
        .read(|view| plan_guests(view, &request.event, &source.table(), &source.terms(), None))?;
    let (warnings, errors) = (plan.warned_count(), plan.wrong.len());
    let mut problems = plan.problems;
    problems.truncate(PROBLEMS_MAX);
    Ok(GuestPreview {
        columns: source.table.columns,
        mapping: plan.mapping,
        row_count: plan.row_count,
        ready: plan.ready.len(),
        warnings,
        errors,
        tickets: plan.ready.iter().map(|row| row.quantity).sum(),
        problems,
        sample: plan.ready.into_iter().take(SAMPLE_ROWS).map(GuestSample::from).collect(),
    })
}

impl From<GuestRow> for GuestSample {
    fn from(row: GuestRow) -> Self {
        Self {
            line: row.line,
            name: row.guest.name,
            email: row.guest.email,
            phone: row.guest.phone,
            company: row.company,
            note: row.note,
            tier_name: row.tier.name,
            quantity: row.quantity,
            price: row.price.gross,
        }
    }
}

/// Takes the guests of a file. Every batch is a transaction of its own, so that a till beside is never kept waiting;
/// after a crash the same request goes on behind the last batch.
///
/// # Errors
/// As [`preview`]; a refusal when rows are wrong and the file was to be taken whole.
pub(crate) fn import(app: &Stagedoor, request: ImportGuests) -> Result<GuestsImported, Failure> {
    let source = Source::read(&request.source)?;
    let accepts_partial = request.accepts_partial.unwrap_or(false);
    let open = app.open_workspace()?;
    let workspace = open.workspace();
    let new = NewImport {
        event: &request.source.event,
        taken_as: request.source.taken_as,
        file_name: &source.file_name,
        content_hash: source.content_hash,
        key: &request.idempotency_key,
        row_count: source.table.rows.len(),
    };
    let (before, mut plan) = workspace.read(|view| {
        let before = Begun::before(view, &new)?;
        let import = before.map(|begun| begun.import);
        let plan = plan_guests(view, new.event, &source.table(), &source.terms(), import)?;
        Ok::<_, Failure>((before, plan))
    })?;
    if !accepts_partial && !before.is_some_and(|begun| begun.is_done) {
        plan.ensure_whole()?;
    }
    let context = CommandContext { command: "import.guests", actor: Some(open.session()?.actor()) };
    let begun = workspace.transact(&context, |tx| begin_import(tx, &new))?;
    if !begun.is_done {
        for batch in batches(&plan.ready) {
            let gone =
                workspace.transact(&context, |tx| take_guests(tx, begun.import, batch, accepts_partial))?;
            plan.problems.extend(gone);
        }
    }
    let (orders, tickets, skipped) = workspace.transact(&context, |tx| finish_import(tx, begun.import))?;
    let error_rows_csv_base64 = if skipped == 0 { None } else { Some(error_rows(&source, &plan)?) };
    Ok(GuestsImported { import_id: begun.import, orders, tickets, skipped, error_rows_csv_base64 })
}

/// Rows in batches of so few rows and tickets that writing one keeps nobody waiting; a row that alone has more tickets
/// is a batch of its own.
fn batches(rows: &[GuestRow]) -> Vec<&[GuestRow]> {
    let most = i64::try_from(BATCH_ROWS_MAX).unwrap_or(i64::MAX);
    let mut batches = Vec::new();
    let (mut start, mut tickets) = (0, 0);
    for (at, row) in rows.iter().enumerate() {
        let is_full = at - start == BATCH_ROWS_MAX || tickets + row.quantity > most;
        if is_full && at > start {
            batches.push(&rows[start..at]);
            (start, tickets) = (at, 0);
        }
        tickets += row.quantity;
    }
    if start < rows.len() {
        batches.push(&rows[start..]);
    }
    batches
}

/// The rows that were left out as they stand in the file, with what is wrong behind.
fn error_rows(source: &Source<'_>, plan: &GuestPlan) -> Result<String, Failure> {
    let mut said: BTreeMap<usize, String> = BTreeMap::new();
    for problem in plan.problems.iter().filter(|problem| problem.is_error) {
        let text = said.entry(problem.line).or_default();
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(&problem.message);
    }
    let rows = source.table.rows.iter().filter_map(|(line, values)| {
        let problem = said.get(line)?;
        let cells = values.iter().map(|value| Cell::Text(value.clone()));
        let line = Cell::Integer(i64::try_from(*line).unwrap_or(i64::MAX));
        Some(cells.chain([line, Cell::Text(problem.clone())]).collect())
    });
    let mut columns = source.table.columns.clone();
    columns.extend(["Line".to_owned(), "Problem".to_owned()]);
    let table = Table { name: source.file_name.clone(), columns, rows: rows.collect() };
    let bytes = write_csv(&table, CsvDialect::default()).map_err(|error| {
        Fault::new(FaultKind::Bug, "the wrong rows could not be written").caused_by(error)
    })?;
    Ok(BASE64_STANDARD.encode(bytes))
}

/// Takes an import back, batch by batch; what a crash leaves is taken back by the same request again.
///
/// # Errors
/// A refusal when there is no such import or the reason is missing; a fault of the workspace.
pub(crate) fn undo(app: &Stagedoor, request: UndoGuests) -> Result<GuestsUndone, Failure> {
    let open = app.open_workspace()?;
    let workspace = open.workspace();
    let (import_id, living) = workspace.read(|view| import_to_undo(view, &request.import_id))?;
    let context = CommandContext { command: "import.guests_undo", actor: Some(open.session()?.actor()) };
    let mut undone = GuestsUndone { import_id, orders: 0, tickets: 0, kept: Vec::new() };
    for batch in living.chunks(BATCH_ROWS_MAX) {
        let part = workspace.transact(&context, |tx| {
            undo_orders(tx, batch, &request.reason, |view, order| Ok(store::is_inside(view, order)?))
        })?;
        undone.orders += part.orders;
        undone.tickets += part.tickets;
        undone.kept.extend(part.kept);
    }
    workspace.transact(&context, |tx| finish_undo(tx, import_id, &request.reason))?;
    Ok(undone)
}
