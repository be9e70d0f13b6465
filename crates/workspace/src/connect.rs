//! Opening connections: the pragmas that make writes durable and reads safe, and a look at the file before SQLite
//! touches it.

use std::{fs::File, io::Read, path::Path, time::Duration};

use kernel::{Fault, FaultKind};
use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::{changes::CurrentCommand, fault::from_sqlite, functions};

/// `STGD`, the mark of our files in SQLite's header.
pub(crate) const APPLICATION_ID: i64 = 0x5354_4744;

/// Pages the log may hold before a commit moves them into the file: a rare longer commit instead of a frequent one,
/// and a page that many sales touch is moved once.
const CHECKPOINT_PAGES: i64 = 8_000;

const STATEMENTS_CACHED: usize = 256;

/// The one connection that writes.
pub(crate) fn writer(path: &Path, current: &CurrentCommand) -> Result<Connection, Fault> {
    let doing = format!("opening {}", path.display());
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(|error| from_sqlite(error, &doing))?;
    prepare(&connection).map_err(|error| from_sqlite(error, &doing))?;
    let journal: String = connection
        .query_row("pragma journal_mode = wal", [], |row| row.get(0))
        .map_err(|error| from_sqlite(error, &doing))?;
    if journal != "wal" {
        return Err(Fault::new(
            FaultKind::Io,
            format!("{doing}: this disk cannot keep a write-ahead log ({journal})"),
        ));
    }
    connection
        .execute_batch("pragma synchronous = full; pragma fullfsync = 1; pragma checkpoint_fullfsync = 1; pragma cache_size = -16000;",
        )
        .map_err(|error| from_sqlite(error, &doing))?;
    connection
        .pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)
        .map_err(|error| from_sqlite(error, &doing))?;
    functions::register(&connection, current).map_err(|error| from_sqlite(error, &doing))?;
    Ok(connection)
}

/// A connection that can only read. `is_immutable` is for a file in a folder where no log can be made.
pub(crate) fn reader(path: &Path, is_immutable: bool) -> Result<Connection, Fault> {
    let doing = format!("opening {} for reading", path.display());
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let uri = format!("file:{escaped}{}", if is_immutable { "?immutable=1" } else { "" });
    let connection = Connection::open_with_flags(uri, flags).map_err(|error| from_sqlite(error, &doing))?;
    prepare(&connection).map_err(|error| from_sqlite(error, &doing))?;
    connection
        .execute_batch("pragma query_only = on; pragma wal_autocheckpoint = 0; pragma cache_size = -8000;")
        .map_err(|error| from_sqlite(error, &doing))?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_CACHED);
    // Without it a statement that is ordered and bound is planned anew for every set of values: 40 µs each time.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(
        "pragma foreign_keys = on; pragma recursive_triggers = on; pragma cell_size_check = on; pragma temp_store = memory;",
    )
}

/// Looks at the first hundred bytes: is this a workspace, and is it all there?
///
/// # Errors
/// `Missing`, `NotAWorkspace` or `Corrupt` (cut short), each naming the file.
pub(crate) fn inspect(path: &Path) -> Result<(), Fault> {
    let mut file = File::open(path).map_err(|error| {
        let kind =
            if error.kind() == std::io::ErrorKind::NotFound { FaultKind::Missing } else { FaultKind::Io };
        Fault::new(kind, format!("{}: {error}", path.display())).caused_by(error)
    })?;
    let length = file.metadata().map(|metadata| metadata.len()).unwrap_or(0);
    let mut header = [0_u8; 100];
    let is_sqlite = file.read_exact(&mut header).is_ok() && header.starts_with(b"SQLite format 3\0");
    let mark = i64::from(u32::from_be_bytes([header[68], header[69], header[70], header[71]]));
    if !is_sqlite || mark != APPLICATION_ID {
        return Err(Fault::new(
            FaultKind::NotAWorkspace,
            format!("{} is not a Stagedoor workspace", path.display()),
        ));
    }
    let page_size = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let pages = u64::from(u32::from_be_bytes([header[28], header[29], header[30], header[31]]));
    let has_log = std::fs::metadata(with_suffix(path, "-wal")).is_ok_and(|metadata| metadata.len() > 0);
    if length < page_size * pages && !has_log {
        let message =
            format!("{} is cut short: {length} of {} bytes are there", path.display(), page_size * pages);
        return Err(Fault::new(FaultKind::Corrupt, message));
    }
    Ok(())
}

/// `path` with something behind its name, as SQLite names its side files.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
