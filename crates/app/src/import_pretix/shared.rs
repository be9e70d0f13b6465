//! The real exports that lie beside the repository, for tests. A clone without them tests with the small export only.

use std::path::{Path, PathBuf};

fn shared(inside: &str) -> Option<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = repository.join("../shared").join(inside);
    path.is_dir().then_some(path)
}

/// The festival: 1,182 orders with expected figures.
pub(super) fn festival() -> Option<PathBuf> {
    shared("data/pretix-export")
}

/// The exports beside the check-in transcripts, in the order of their names.
pub(super) fn transcripts() -> Vec<PathBuf> {
    let Some(folder) = shared("cases/transcripts") else { return Vec::new() };
    let mut exports: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().join("export"))
        .filter(|export| export.is_dir())
        .collect();
    exports.sort();
    exports
}
