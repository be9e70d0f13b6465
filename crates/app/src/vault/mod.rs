//! Where the private halves of signing keys live: the system's keychain, or a file that only this user can read
//! where there is no keychain. The choice is stated in `app.info`, never made silently.

mod file;
mod keychain;

use std::path::Path;

use serde::{Deserialize, Serialize};
use ticketing::signing::KeyVault;

/// Which keeper of keys a host wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The system's keychain where there is one, else a file.
    System,
    /// A file beside the workspace: for servers, tests and machines without a keychain.
    FileBesideWorkspace,
}

/// Which keeper of keys is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Keeper {
    /// The system's keychain.
    Os,
    /// A file beside the workspace with mode 0600.
    File,
}

/// Who keeps keys under `choice` on this machine.
#[must_use]
pub fn keeper(choice: &Choice) -> Keeper {
    match choice {
        Choice::System if keychain::is_available() => Keeper::Os,
        Choice::System | Choice::FileBesideWorkspace => Keeper::File,
    }
}

/// The vault of one workspace.
pub(crate) fn for_workspace(choice: &Choice, workspace: &Path) -> Box<dyn KeyVault> {
    match keeper(choice) {
        Keeper::Os => Box::new(keychain::Keychain::with_fallback(file::KeyFile::beside(workspace))),
        Keeper::File => Box::new(file::KeyFile::beside(workspace)),
    }
}
