//! The one registry of this process, opened beside the window and shared by every call of the page.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use app::{
    Options, SignIn, Stagedoor,
    system::{SystemClock, SystemRandomness},
    vault,
};
use kernel::Failure;
use serde_json::{Value, json};

use crate::launch::Start;

/// The registry, usable from any thread. Calls of the page wait until the first workspace is open.
pub(crate) struct Desk {
    stagedoor: Stagedoor,
    /// Set once the first workspace is open, or could not be opened: then with the reason.
    first: OnceLock<Option<Failure>>,
}

impl Desk {
    /// A registry without a workspace: [`Desk::open_first`] is to follow on another thread. New workspaces go to
    /// `data_folder`; `on_stale` hears what each command made stale, on the thread that ran it.
    pub(crate) fn new(
        data_folder: PathBuf,
        on_stale: impl Fn(&[&'static str]) + Send + Sync + 'static,
    ) -> Self {
        let stagedoor = Stagedoor::new(Options {
            clock: Arc::new(SystemClock),
            randomness: Arc::new(SystemRandomness),
            data_folder,
            vault: vault::Choice::System,
            sign_in: SignIn::ByStaff,
        });
        stagedoor.on_stale(on_stale);
        Self { stagedoor, first: OnceLock::new() }
    }

    /// Opens what `start` names and then lets waiting calls through; also when that failed, for then the page offers
    /// the choice of the first run and says why. Tells whether a workspace is open now.
    pub(crate) fn open_first(&self, start: &Start, last_used: Option<&Path>) -> bool {
        let outcome = match (start, last_used) {
            (Start::Workspace(path), _) => self.open(path),
            (Start::LastUsed, Some(path)) => self.open(path),
            (Start::Demo, _) => self.open_demo(),
            (Start::LastUsed, None) => Ok(()),
        };
        self.first.get_or_init(|| outcome.err());
        self.workspace().is_some()
    }

    /// Why the first workspace could not be opened, once that is known.
    pub(crate) fn opening_failure(&self) -> Option<&Failure> {
        self.first.wait().as_ref()
    }

    /// Runs one command of the registry, on the calling thread: never the one that paints.
    ///
    /// # Errors
    /// The registry's refusal or fault.
    pub(crate) fn dispatch(&self, command: &str, input: Value) -> Result<app::Answer, Failure> {
        self.first.wait();
        self.stagedoor.answer(command, input)
    }

    /// Opens another workspace in place of the present one.
    ///
    /// # Errors
    /// What is wrong with the file; the present one stays open.
    pub(crate) fn open(&self, path: &Path) -> Result<(), Failure> {
        self.stagedoor.open(path)
    }

    /// Opens the demo venue, creating it where there is none.
    ///
    /// # Errors
    /// As the command `workspace.open_demo`.
    pub(crate) fn open_demo(&self) -> Result<(), Failure> {
        self.stagedoor.answer("workspace.open_demo", json!({})).map(drop)
    }

    /// Copies the open workspace to `to`.
    ///
    /// # Errors
    /// As the command `backup`.
    pub(crate) fn back_up(&self, to: &Path) -> Result<(), Failure> {
        self.dispatch("backup", json!({ "to": to })).map(drop)
    }

    /// The file that is open.
    pub(crate) fn workspace(&self) -> Option<PathBuf> {
        self.stagedoor.workspace_path()
    }
}

/// Whether `command` puts another workspace in place of the present one.
pub(crate) fn changes_workspace(command: &str) -> bool {
    matches!(command, "workspace.create" | "workspace.open" | "workspace.open_demo")
}
