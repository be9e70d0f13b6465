//! What the chores are made of, so that tests can call them without a process.

use std::path::PathBuf;

pub mod tidy;
pub mod types;

/// The folder that holds the workspace's `Cargo.toml`.
#[must_use]
pub fn repository_root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
