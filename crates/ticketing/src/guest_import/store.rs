//! The SQL of imports of guests.

use std::collections::HashSet;

use events::EventId;
use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use payments::OrderId;
use workspace::{Row, Tx, View, params};

use super::{GuestImportId, GuestImportRow, GuestImportStatus, TakenAs, plan::KnownGuests};
use crate::search::fold;

const BY_ID: &str =
    "select id, event_id, taken_as, status, file_name, content_hash, row_count, skipped_count, version
    from guest_imports where id = ?1";

const BY_KEY: &str =
    "select id, event_id, taken_as, status, file_name, content_hash, row_count, skipped_count, version
    from guest_imports where idempotency_key = ?1";

const INSERT: &str = "insert into guest_imports
    (id, event_id, taken_as, status, file_name, content_hash, idempotency_key, row_count,
     created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, 'running', ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?9)";

const FINISH: &str = "update guest_imports
    set status = ?3, skipped_count = ?4, undo_reason = ?5, undone_at = ?6,
        updated_at = ?7, updated_by_user_id = ?8, version = version + 1
    where id = ?1 and version = ?2";

const TAKE_LINE: &str =
    "insert into guest_import_rows (import_id, line, order_id, created_at) values (?1, ?2, ?3, ?4)";

const TAKEN_LINES: &str = "select line from guest_import_rows where import_id = ?1";

const LIVING_ORDERS: &str = "select taken.line, taken.order_id, ordered.code, ordered.buyer_name
    from guest_import_rows taken
    join orders ordered on ordered.id = taken.order_id
    where taken.import_id = ?1
      and exists (select 1 from tickets ticket where ticket.order_id = taken.order_id and ticket.status = 'issued')
    order by taken.line";

const COUNTS: &str = "select count(distinct taken.order_id) as orders, count(ticket.id) as tickets
    from guest_import_rows taken
    join tickets ticket on ticket.order_id = taken.order_id
    where taken.import_id = ?1";

const GUESTS: &str = "select ticket.tier_id,
      case when ticket.holder_name = '' then ordered.buyer_name else ticket.holder_name end as name,
      case when ticket.holder_email = '' then ordered.buyer_email else ticket.holder_email end as email
    from tickets ticket
    join orders ordered on ordered.id = ticket.order_id
    where ticket.event_id = ?1 and ticket.status = 'issued'
      and not exists (
        select 1 from guest_import_rows taken where taken.order_id = ticket.order_id and taken.import_id = ?2
      )";

const LIST: &str =
    "select made.id, made.event_id, event.title as event_title, made.taken_as, made.status, made.file_name,
      made.row_count, made.skipped_count, made.created_at, made.undone_at, made.undo_reason,
      coalesce(person.name, '') as created_by,
      (select count(*) from guest_import_rows taken where taken.import_id = made.id) as orders,
      (select count(*) from guest_import_rows taken join tickets ticket on ticket.order_id = taken.order_id
        where taken.import_id = made.id and ticket.status = 'issued') as tickets
    from guest_imports made
    join events event on event.id = made.event_id
    left join users person on person.id = made.created_by_user_id
    where ?1 is null or made.event_id = ?1
    order by made.created_at desc, made.id desc
    limit 500";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[BY_ID, BY_KEY, INSERT, FINISH, TAKE_LINE, TAKEN_LINES, LIVING_ORDERS, COUNTS, GUESTS, LIST];

/// An import as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredImport {
    /// Its id.
    pub id: GuestImportId,
    /// Its event.
    pub event: EventId,
    /// As what its rows were taken.
    pub taken_as: TakenAs,
    /// Where it stands.
    pub status: GuestImportStatus,
    /// The file's name.
    pub file_name: String,
    /// Digest of the file and of how it was to be taken.
    pub content_hash: [u8; 32],
    /// How many rows the file has.
    pub row_count: i64,
    /// How many were left out.
    pub skipped_count: i64,
    /// Counts its changes.
    pub version: i64,
}

/// An order of an import of which tickets are left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LivingOrder {
    /// The line of the file.
    pub line: i64,
    /// The order.
    pub order: OrderId,
    /// Its code.
    pub code: String,
    /// The guest.
    pub name: String,
}

pub(super) fn by_id(view: &View<'_>, id: GuestImportId) -> Result<Option<StoredImport>, Fault> {
    view.optional(BY_ID, params![id.bytes()], stored_from)
}

pub(super) fn by_key(view: &View<'_>, key: &str) -> Result<Option<StoredImport>, Fault> {
    view.optional(BY_KEY, params![key], stored_from)
}

pub(super) fn insert(tx: &Tx<'_>, import: &StoredImport, key: &str) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            import.id.bytes(),
            import.event.bytes(),
            import.taken_as.as_str(),
            import.file_name,
            import.content_hash,
            key,
            import.row_count,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Writes where an import stands now; the version is the one that was read.
pub(super) fn finish(
    tx: &Tx<'_>,
    import: &StoredImport,
    undo: Option<(&str, Timestamp)>,
) -> Result<(), Fault> {
    tx.execute_one(
        FINISH,
        params![
            import.id.bytes(),
            import.version,
            import.status.as_str(),
            import.skipped_count,
            undo.map_or("", |(reason, _)| reason),
            undo.map(|(_, at)| to_micros(at)),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(super) fn take_line(
    tx: &Tx<'_>,
    import: GuestImportId,
    line: usize,
    order: OrderId,
) -> Result<(), Fault> {
    let line = i64::try_from(line).unwrap_or(i64::MAX);
    tx.execute_one(TAKE_LINE, params![import.bytes(), line, order.bytes(), tx.now_micros()])
}

pub(super) fn taken_lines(view: &View<'_>, import: GuestImportId) -> Result<HashSet<usize>, Fault> {
    let lines = view.all(TAKEN_LINES, params![import.bytes()], |row| row.int("line"))?;
    Ok(lines.into_iter().filter_map(|line| usize::try_from(line).ok()).collect())
}

pub(super) fn living_orders(view: &View<'_>, import: GuestImportId) -> Result<Vec<LivingOrder>, Fault> {
    view.all(LIVING_ORDERS, params![import.bytes()], |row| {
        Ok(LivingOrder {
            line: row.int("line")?,
            order: row.id("order_id")?,
            code: row.text("code")?,
            name: row.text("buyer_name")?,
        })
    })
}

/// How many orders an import made, and how many tickets, whatever became of them.
pub(super) fn counts(view: &View<'_>, import: GuestImportId) -> Result<(i64, i64), Fault> {
    view.one(COUNTS, params![import.bytes()], |row| Ok((row.int("orders")?, row.int("tickets")?)))
}

/// Everybody who has a ticket of the event, but for those that `import` brought.
pub(super) fn guests_of(
    view: &View<'_>,
    event: EventId,
    import: Option<GuestImportId>,
) -> Result<KnownGuests, Fault> {
    let mut known = KnownGuests::new();
    view.each(GUESTS, params![event.bytes(), import.map(|import| import.bytes())], |row| {
        let name = row.text("name")?;
        if !name.is_empty() {
            known.insert((fold(&name), row.text("email")?.to_lowercase(), row.id("tier_id")?), None);
        }
        Ok(())
    })?;
    Ok(known)
}

pub(super) fn list(view: &View<'_>, event: Option<EventId>) -> Result<Vec<GuestImportRow>, Fault> {
    view.all(LIST, params![event.map(|event| event.bytes())], |row| {
        Ok(GuestImportRow {
            id: row.id("id")?,
            event_id: row.id("event_id")?,
            event_title: row.text("event_title")?,
            taken_as: row.parsed("taken_as")?,
            status: row.parsed("status")?,
            file_name: row.text("file_name")?,
            row_count: row.int("row_count")?,
            skipped: row.int("skipped_count")?,
            orders: row.int("orders")?,
            tickets: row.int("tickets")?,
            created_at: row.at("created_at")?,
            created_by: row.text("created_by")?,
            undone_at: row.at_opt("undone_at")?,
            undo_reason: row.text("undo_reason")?,
        })
    })
}

fn stored_from(row: &Row<'_>) -> Result<StoredImport, Fault> {
    let id: GuestImportId = row.id("id")?;
    let content_hash = row.bytes("content_hash")?;
    Ok(StoredImport {
        id,
        event: row.id("event_id")?,
        taken_as: row.parsed("taken_as")?,
        status: row.parsed("status")?,
        file_name: row.text("file_name")?,
        content_hash: <[u8; 32]>::try_from(content_hash.as_slice())
            .map_err(|_| Fault::inconsistent("guest_imports", "content_hash", id))?,
        row_count: row.int("row_count")?,
        skipped_count: row.int("skipped_count")?,
        version: row.int("version")?,
    })
}
