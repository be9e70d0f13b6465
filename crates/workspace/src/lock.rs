//! One writing app per file: an advisory lock on a file beside the workspace, released by the system when the
//! process ends, however it ends.

use std::{
    fs::{File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

use kernel::{Fault, FaultKind};

/// Held for as long as this process may write.
pub(crate) struct WriterLock {
    _file: File,
}

/// Takes the lock of `workspace`.
///
/// # Errors
/// [`FaultKind::InUse`] when another process holds it; [`FaultKind::ReadOnly`] when it cannot be made.
pub(crate) fn take(workspace: &Path) -> Result<WriterLock, Fault> {
    let path = lock_path(workspace);
    let file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path).map_err(
        |error| {
            Fault::new(FaultKind::ReadOnly, format!("{} cannot be written: {error}", path.display()))
                .caused_by(error)
        },
    )?;
    match file.try_lock() {
        Ok(()) => Ok(WriterLock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(Fault::new(
            FaultKind::InUse,
            format!("{} is open in another window or command", workspace.display()),
        )),
        Err(TryLockError::Error(error)) => {
            Err(Fault::new(FaultKind::Io, format!("{} cannot be locked: {error}", path.display()))
                .caused_by(error))
        }
    }
}

fn lock_path(workspace: &Path) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push("-lock");
    PathBuf::from(name)
}
