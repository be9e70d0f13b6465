//! The terminal as a host of the registry.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use app::{
    Options, SignIn, Stagedoor,
    system::{SystemClock, SystemRandomness},
    vault,
};
use kernel::Failure;

/// A product with no workspace open. Whoever types here has the file itself.
pub(crate) fn product() -> Stagedoor {
    product_for(SignIn::AsOwner)
}

fn product_for(sign_in: SignIn) -> Stagedoor {
    Stagedoor::new(Options {
        clock: Arc::new(SystemClock),
        randomness: Arc::new(SystemRandomness),
        data_folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
        vault: vault::Choice::System,
        sign_in,
    })
}

/// A product with `workspace` open.
pub(crate) fn open(workspace: &Path) -> Result<Stagedoor, Failure> {
    let product = product();
    product.open(workspace)?;
    Ok(product)
}

/// A product with `workspace` open, for screens that many people share.
pub(crate) fn open_for_screens(workspace: &Path) -> Result<Stagedoor, Failure> {
    let product = product_for(SignIn::ByStaff);
    product.open(workspace)?;
    Ok(product)
}
