//! The TypeScript bridge: types and commands, written from the registry so that nobody retypes them.

use std::{fs, path::Path};

use anyhow::{Context, Result};

/// Writes `ui/src/gen`; says which files changed.
///
/// # Errors
/// When a file cannot be written.
pub fn write(root: &Path) -> Result<Vec<&'static str>> {
    let mut changed = Vec::new();
    for (name, text) in files() {
        let path = root.join("ui/src/gen").join(name);
        if fs::read_to_string(&path).is_ok_and(|present| present == text) {
            continue;
        }
        fs::create_dir_all(root.join("ui/src/gen")).context("making ui/src/gen")?;
        fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        changed.push(name);
    }
    Ok(changed)
}

/// Generated files that do not say what the registry says.
#[must_use]
pub fn stale(root: &Path) -> Vec<&'static str> {
    let is_stale = |(name, text): &(&'static str, String)| {
        fs::read_to_string(root.join("ui/src/gen").join(name)).ok().as_deref() != Some(text.as_str())
    };
    files().iter().filter(|file| is_stale(file)).map(|(name, _)| *name).collect()
}

fn files() -> [(&'static str, String); 2] {
    let bridge = app::registry::bridge();
    [("types.ts", bridge.types), ("commands.ts", bridge.commands)]
}
