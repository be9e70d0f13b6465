//! A home folder that belongs to one journey: settings, workspaces and documents of the app go there and nowhere else.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, bail};
use tempfile::TempDir;

use super::{LOOK_PERIOD, PATIENCE};

/// The system's viewer in tests: keeps a list of what it was asked to show.
const VIEWER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >>\"$HOME/shown\"\n";

/// A person's home, empty at first. Removed at the end of the journey.
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    /// An empty home with a viewer for documents.
    pub(crate) fn new() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("stagedoor-home-").tempdir()?;
        let programs = folder.path().join("bin");
        fs::create_dir(&programs)?;
        let viewer = programs.join("xdg-open");
        fs::write(&viewer, VIEWER)?;
        fs::set_permissions(&viewer, fs::Permissions::from_mode(0o755))?;
        Ok(Self { folder })
    }

    /// The folder itself.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The environment of a program that lives here: everything it would write to a user's folders is written here.
    pub(crate) fn environment(&self) -> anyhow::Result<Vec<(&'static str, PathBuf)>> {
        let at = |name: &str| self.path().join(name);
        let mut search = std::ffi::OsString::from(at("bin"));
        search.push(":");
        search.push(std::env::var_os("PATH").context("PATH is not set")?);
        Ok(vec![
            ("HOME", self.path().to_owned()),
            ("PATH", search.into()),
            ("XDG_CONFIG_HOME", at(".config")),
            ("XDG_DATA_HOME", at(".local/share")),
            ("XDG_CACHE_HOME", at(".cache")),
            ("XDG_STATE_HOME", at(".local/state")),
            ("XDG_RUNTIME_DIR", self.path().to_owned()),
        ])
    }

    /// The documents the app has written without asking, by name.
    pub(crate) fn documents(&self) -> anyhow::Result<Vec<PathBuf>> {
        let folder = self.path().join("Documents/Stagedoor");
        if !folder.exists() {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            found.push(entry?.path());
        }
        found.sort();
        Ok(found)
    }

    /// Waits until the viewer was asked to show `path`.
    pub(crate) async fn wait_until_shown(&self, path: impl AsRef<Path>) -> anyhow::Result<()> {
        let path = path.as_ref().to_string_lossy();
        let is_shown = || {
            let list = fs::read_to_string(self.path().join("shown")).unwrap_or_default();
            list.lines().any(|line| line == path)
        };
        wait_until(&format!("{path} to be shown"), is_shown).await
    }

    /// Waits until there are `count` documents, and gives them.
    pub(crate) async fn wait_for_documents(&self, count: usize) -> anyhow::Result<Vec<PathBuf>> {
        let are_there = || self.documents().is_ok_and(|documents| documents.len() >= count);
        wait_until(&format!("{count} documents"), are_there).await?;
        self.documents()
    }
}

async fn wait_until(what: &str, is_so: impl Fn() -> bool) -> anyhow::Result<()> {
    let began = Instant::now();
    let mut looks = tokio::time::interval(LOOK_PERIOD);
    while began.elapsed() < PATIENCE {
        if is_so() {
            return Ok(());
        }
        looks.tick().await;
    }
    bail!("waited {PATIENCE:?} for {what}")
}
