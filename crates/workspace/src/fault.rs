//! SQLite's errors, named for people.

use kernel::{Fault, FaultKind};
use rusqlite::{Error, ffi::ErrorCode};

/// Gives SQLite's error the kind that a host can act on. `doing` says what was attempted.
pub(crate) fn from_sqlite(error: Error, doing: &str) -> Fault {
    let kind = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => FaultKind::DiskFull,
        Some(ErrorCode::DatabaseCorrupt) => FaultKind::Corrupt,
        Some(ErrorCode::NotADatabase) => FaultKind::NotAWorkspace,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => FaultKind::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => FaultKind::InUse,
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => FaultKind::Io,
        Some(_) | None => FaultKind::Bug,
    };
    let what = match kind {
        FaultKind::DiskFull => "the disk is full",
        FaultKind::Corrupt => "the workspace file is damaged",
        FaultKind::NotAWorkspace => "the file is not a workspace",
        FaultKind::ReadOnly => "the workspace file cannot be written",
        FaultKind::InUse => "the workspace file is in use",
        FaultKind::Io => "reading or writing the workspace file failed",
        FaultKind::NewerFile | FaultKind::Missing | FaultKind::Inconsistent | FaultKind::Bug => {
            "the database refused"
        }
    };
    Fault::new(kind, format!("{doing}: {what} ({error})")).caused_by(error)
}
