//! Reads the text files of the repository. Walks folders and does not ask git, so that it works in an unpacked archive.

use std::{fs, path::Path};

use anyhow::{Context, Result};

/// A text file of the repository.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path from the repository's root, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

impl Source {
    /// The part of the name after the last dot, or nothing.
    pub(super) fn extension(&self) -> &str {
        self.path
            .rsplit('/')
            .next()
            .and_then(|name| name.rsplit_once('.'))
            .map_or("", |(_, extension)| extension)
    }

    /// Whether the file is below one of the folders.
    pub(super) fn is_below(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// Whether the file holds only tests, benchmarks or tools for builders.
    pub(super) fn is_for_builders(&self) -> bool {
        let is_crate_test = self.path.starts_with("crates/") && self.path.contains("/tests/");
        // Declared under `#[cfg(test)]` by the module above it, which this file does not show.
        let is_test_module = ["/fixture.rs", "/fixtures.rs", "/tests.rs", "_tests.rs"]
            .iter()
            .any(|name| self.path.ends_with(name));
        is_crate_test
            || is_test_module
            || self.is_below(&["tests/", "benches/", "crates/testkit/", "crates/xtask/"])
    }
}

/// Folders that are built or downloaded, by name.
const SKIPPED_FOLDERS: &[&str] =
    &[".git", "target", "node_modules", "dist", "demo-out", "test-results", "playwright-report", ".vite"];

/// Folders that are generated, by path.
const GENERATED_FOLDERS: &[&str] = &["ui/src/gen", "src-tauri/gen"];

const TEXT_EXTENSIONS: &[&str] = &[
    "rs", "toml", "sql", "ts", "tsx", "js", "mjs", "css", "html", "json", "md", "sh", "yml", "yaml", "ftl",
    "svg", "",
];

/// Lists of versions that tools write.
const LOCK_FILES: &[&str] = &["Cargo.lock", "ui/package-lock.json"];

/// Every text file below `root`, by path.
pub(super) fn read(root: &Path) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    walk(root, "", &mut found)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<Source>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            let is_skipped =
                SKIPPED_FOLDERS.contains(&name.as_str()) || GENERATED_FOLDERS.contains(&path.as_str());
            if !is_skipped {
                walk(&entry.path(), &format!("{path}/"), found)?;
            }
        } else if kind.is_file() && !LOCK_FILES.contains(&path.as_str()) {
            let source = Source { path, text: String::new() };
            if TEXT_EXTENSIONS.contains(&source.extension()) {
                let bytes = fs::read(entry.path()).with_context(|| format!("reading {}", source.path))?;
                // A binary without an extension is no source.
                if let Ok(text) = String::from_utf8(bytes) {
                    found.push(Source { text, ..source });
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_read_without_what_is_built() {
        let sources = read(&crate::repository_root()).unwrap();
        let has = |path: &str| sources.iter().any(|source| source.path == path);
        assert!(has("crates/xtask/src/tidy/sources.rs") && has("Cargo.toml"));
        assert!(sources.iter().all(|source| !source.path.starts_with("target/")));
        assert!(!has("Cargo.lock"));
    }

    #[test]
    fn tools_for_builders_are_told_from_the_product() {
        let is_for_builders =
            |path: &str| Source { path: path.to_owned(), text: String::new() }.is_for_builders();
        assert!(is_for_builders("crates/admission/tests/replay.rs") && is_for_builders("tests/tidy.rs"));
        assert!(is_for_builders("crates/identity/src/fixture.rs"));
        assert!(!is_for_builders("crates/admission/src/verdict.rs"));
    }
}
