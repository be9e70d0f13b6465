//! The SQL of printers.

use kernel::{Fault, id::Id};
use workspace::{Row, Tx, View, params};

use super::{DocumentKind, Printer, PrinterId};

const ALL: &str =
    "select id, name, kind, address, paper, label_width_mm, label_height_mm, code_page, qr, acknowledgement,
      has_cutter, drawer_pin, version,
      (select json_group_array(document) from printer_defaults where printer_id = printers.id) as documents
    from printers
    where deleted_at is null
    order by name, id";
const BY_ID: &str =
    "select id, name, kind, address, paper, label_width_mm, label_height_mm, code_page, qr, acknowledgement,
      has_cutter, drawer_pin, version,
      (select json_group_array(document) from printer_defaults where printer_id = printers.id) as documents
    from printers
    where id = ?1";
const INSERT: &str = "insert into printers
    (id, name, kind, address, paper, label_width_mm, label_height_mm, code_page, qr, acknowledgement, has_cutter,
      drawer_pin, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13, ?14, ?14)";
const UPDATE: &str = "update printers
    set name = ?3, kind = ?4, address = ?5, paper = ?6, label_width_mm = ?7, label_height_mm = ?8, code_page = ?9,
      qr = ?10, acknowledgement = ?11, has_cutter = ?12, drawer_pin = ?13, updated_at = ?14, updated_by_user_id = ?15,
      version = version + 1
    where id = ?1 and version = ?2 - 1";
const REMOVE: &str = "update printers
    set deleted_at = ?3, deleted_by_user_id = ?4, updated_at = ?3, updated_by_user_id = ?4, version = version + 1
    where id = ?1 and version = ?2";
const CLEAR_DEFAULTS: &str = "delete from printer_defaults where printer_id = ?1";
const SET_DEFAULT: &str =
    "insert into printer_defaults (document, printer_id, updated_at) values (?1, ?2, ?3)
    on conflict (document) do update set printer_id = excluded.printer_id, updated_at = excluded.updated_at";
const OPEN_JOBS: &str = "select 1 as found from print_jobs
    where printer_id = ?1 and status in ('queued', 'printing', 'paused')
    limit 1";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[ALL, BY_ID, INSERT, UPDATE, REMOVE, CLEAR_DEFAULTS, SET_DEFAULT, OPEN_JOBS];

/// Printers that were not removed, by name.
pub(super) fn printers(view: &View<'_>) -> Result<Vec<Printer>, Fault> {
    view.all(ALL, params![], printer)
}

/// A printer, removed or not: old jobs still name theirs.
///
/// # Errors
/// A fault when the database fails.
pub fn printer_by_id(view: &View<'_>, id: PrinterId) -> Result<Option<Printer>, Fault> {
    view.optional(BY_ID, params![id.bytes()], printer)
}

pub(super) fn insert(tx: &Tx<'_>, printer: &Printer) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            printer.id.bytes(),
            printer.name,
            printer.kind.as_str(),
            printer.address,
            printer.paper.as_str(),
            printer.label_width_mm,
            printer.label_height_mm,
            printer.code_page.as_str(),
            printer.qr.as_str(),
            printer.acknowledgement.as_str(),
            printer.has_cutter,
            printer.drawer_pin,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Writes a printer whose version is the one after the stored.
pub(super) fn update(tx: &Tx<'_>, printer: &Printer) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE,
        params![
            printer.id.bytes(),
            printer.version,
            printer.name,
            printer.kind.as_str(),
            printer.address,
            printer.paper.as_str(),
            printer.label_width_mm,
            printer.label_height_mm,
            printer.code_page.as_str(),
            printer.qr.as_str(),
            printer.acknowledgement.as_str(),
            printer.has_cutter,
            printer.drawer_pin,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(super) fn remove(tx: &Tx<'_>, printer: &Printer) -> Result<(), Fault> {
    tx.execute_one(REMOVE, params![printer.id.bytes(), printer.version, tx.now_micros(), tx.actor()])
}

/// Makes `printer` the one for these documents and no others.
pub(super) fn set_defaults(tx: &Tx<'_>, printer: PrinterId, documents: &[DocumentKind]) -> Result<(), Fault> {
    tx.execute(CLEAR_DEFAULTS, params![printer.bytes()])?;
    for document in documents {
        tx.execute_one(SET_DEFAULT, params![document.as_str(), printer.bytes(), tx.now_micros()])?;
    }
    Ok(())
}

pub(super) fn has_open_jobs(view: &View<'_>, printer: PrinterId) -> Result<bool, Fault> {
    Ok(view.optional(OPEN_JOBS, params![printer.bytes()], |row| row.int("found"))?.is_some())
}

fn printer(row: &Row<'_>) -> Result<Printer, Fault> {
    let documents: Vec<DocumentKind> = row.json("documents")?;
    Ok(Printer {
        id: row.id("id")?,
        name: row.text("name")?,
        kind: row.parsed("kind")?,
        address: row.text("address")?,
        paper: row.parsed("paper")?,
        label_width_mm: row.int_opt("label_width_mm")?,
        label_height_mm: row.int_opt("label_height_mm")?,
        code_page: row.parsed("code_page")?,
        qr: row.parsed("qr")?,
        acknowledgement: row.parsed("acknowledgement")?,
        has_cutter: row.flag("has_cutter")?,
        drawer_pin: row.int_opt("drawer_pin")?,
        default_for: DocumentKind::ALL.iter().copied().filter(|kind| documents.contains(kind)).collect(),
        version: row.int("version")?,
    })
}
