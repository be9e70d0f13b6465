//! What this computer remembers between starts: the last workspace and the theme. Not part of a workspace, and
//! never the only copy of anything: a file that cannot be read counts as none.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

/// Light, dark, or as the desktop has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    /// As the desktop has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The values kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// The workspace that was open last.
    pub(crate) workspace: Option<PathBuf>,
    /// The theme of the window frame and of native dialogs.
    pub(crate) theme: Theme,
}

impl Settings {
    /// Reads the file; defaults where there is none or it is not ours.
    #[must_use]
    pub(crate) fn load(path: &Path) -> Self {
        fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the file in one step, so that a power cut leaves the old one or the new one.
    ///
    /// # Errors
    /// The folder or file cannot be written.
    pub(crate) fn save(&self, path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let fresh = path.with_extension("json.new");
        fs::write(&fresh, serde_json::to_vec_pretty(self)?)?;
        fs::rename(&fresh, path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_is_loaded_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.json");
        let settings = Settings { workspace: Some("/venues/lindenhof.stagedoor".into()), theme: Theme::Dark };
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path), settings);
    }

    #[test]
    fn a_damaged_file_counts_as_none_and_unknown_fields_do_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(&path, b"{\"theme\": ").unwrap();
        assert_eq!(Settings::load(&path), Settings::default());
        fs::write(&path, br#"{"theme": "dark", "colour": "teal"}"#).unwrap();
        assert_eq!(Settings::load(&path).theme, Theme::Dark);
    }
}
