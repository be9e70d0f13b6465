//! Copies of the workspace: made while the app sells, checked before they are called backups.

use std::{
    fs::{self, File},
    path::Path,
};

use kernel::{Fault, FaultKind};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::{
    connect::{self, with_suffix},
    fault::from_sqlite,
    file::Workspace,
};

/// A copy that was made and checked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BackupReport {
    /// Where the copy is.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
}

impl Workspace {
    /// Writes a consistent copy to `target` while others read and write, and checks it before it takes its name.
    ///
    /// # Errors
    /// A fault when `target` exists, the disk is full, or the copy does not pass its check; no half copy stays.
    pub fn backup(&self, target: &Path) -> Result<BackupReport, Fault> {
        refuse_existing(target)?;
        let partial = with_suffix(target, ".partial");
        remove_if_there(&partial)?;
        let copied = self.with_reader(|reader| vacuum_into(reader, &partial, "writing the backup"));
        finish_copy(copied, &partial, target)
    }
}

/// Copies a backup to a new workspace file and checks it; the backup and any open workspace stay untouched.
///
/// # Errors
/// A fault when the backup is damaged or no workspace, or when `target` exists.
pub fn restore_to_copy(backup: &Path, target: &Path) -> Result<BackupReport, Fault> {
    connect::inspect(backup)?;
    refuse_existing(target)?;
    let partial = with_suffix(target, ".partial");
    remove_if_there(&partial)?;
    let reader = connect::reader(backup, false)?;
    must_be_whole(&reader, "the backup")?;
    let copied = vacuum_into(&reader, &partial, "reading the backup");
    finish_copy(copied, &partial, target)
}

/// `query_only` would stop SQLite from filling the new file; the connection itself still cannot write the old one.
fn vacuum_into(reader: &Connection, target: &Path, doing: &str) -> Result<(), Fault> {
    let failed = |error| from_sqlite(error, doing);
    reader.execute_batch("pragma query_only = off").map_err(failed)?;
    reader.execute("vacuum into ?1", [target.to_string_lossy()]).map(|_| ()).map_err(failed)
}

fn finish_copy(copied: Result<(), Fault>, partial: &Path, target: &Path) -> Result<BackupReport, Fault> {
    let finished = copied.and_then(|()| check_copy(partial)).and_then(|()| settle(partial, target));
    if finished.is_err() {
        remove_if_there(partial)?;
    }
    finished
}

fn check_copy(path: &Path) -> Result<(), Fault> {
    must_be_whole(&connect::reader(path, true)?, "the copy")
}

fn must_be_whole(connection: &Connection, what: &str) -> Result<(), Fault> {
    let verdict: String = connection
        .query_row("pragma integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| from_sqlite(error, &format!("checking {what}")))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(Fault::new(FaultKind::Corrupt, format!("{what} does not pass its check: {verdict}")))
    }
}

/// Makes the copy durable and gives it its name.
fn settle(partial: &Path, target: &Path) -> Result<BackupReport, Fault> {
    let failed = |error: std::io::Error| {
        Fault::new(FaultKind::Io, format!("{} cannot be finished: {error}", target.display()))
            .caused_by(error)
    };
    let file = File::options().write(true).open(partial).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    fs::rename(partial, target).map_err(failed)?;
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // Some systems cannot sync a folder; the rename is then as durable as they make it.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    let bytes = fs::metadata(target).map_err(failed)?.len();
    Ok(BackupReport { path: target.display().to_string(), bytes })
}

fn refuse_existing(target: &Path) -> Result<(), Fault> {
    if fs::exists(target).unwrap_or(true) {
        return Err(Fault::new(
            FaultKind::Io,
            format!("{} exists already; choose a new name", target.display()),
        ));
    }
    Ok(())
}

fn remove_if_there(path: &Path) -> Result<(), Fault> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => {
            Err(Fault::new(FaultKind::Io, format!("{} cannot be removed: {error}", path.display()))
                .caused_by(error))
        }
    }
}
