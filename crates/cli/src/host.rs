//! The terminal as a host of the registry.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use app::{
    Options, Stagedoor,
    system::{SystemClock, SystemRandomness},
    vault,
};
use kernel::Failure;

/// A product with no workspace open.
pub(crate) fn product() -> Stagedoor {
    Stagedoor::new(Options {
        clock: Arc::new(SystemClock),
        randomness: Arc::new(SystemRandomness),
        data_folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
        vault: vault::Choice::System,
    })
}

/// A product with `workspace` open.
pub(crate) fn open(workspace: &Path) -> Result<Stagedoor, Failure> {
    let product = product();
    product.open(workspace)?;
    Ok(product)
}
