//! What every journey stands on: a home folder, a window, and ways to look and act as a person does.

mod checks;
mod documents;
mod driver;
mod home;
mod page;
mod window;

pub(crate) use documents::{decoded_codes, pages_of};
pub(crate) use home::Home;
pub(crate) use window::{Press, Window};

use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// How long anything may take to appear; a loaded build machine is slow.
const PATIENCE: Duration = Duration::from_secs(30);

/// Longest journey: a window that hangs must fail, not stop the tests.
const JOURNEY_MAX: Duration = Duration::from_secs(180);

/// How often a port, a file or a process is looked at while it is waited for.
const LOOK_PERIOD: Duration = Duration::from_millis(20);

/// One window at a time: windows on one display would take the keyboard from each other.
static DISPLAY: Mutex<()> = Mutex::new(());

/// Runs a journey alone on the display.
pub(crate) fn journey(steps: impl AsyncFnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
    let _alone: MutexGuard<'_, ()> = DISPLAY.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async { tokio::time::timeout(JOURNEY_MAX, steps()).await })?
}

/// The folder above `tests/`.
pub(crate) fn repository() -> PathBuf {
    let mut folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folder.pop();
    folder
}

/// The app as `cargo build` left it, in the same target folder as this test.
pub(crate) fn desktop_program() -> anyhow::Result<PathBuf> {
    let own = std::env::current_exe()?;
    let built = own.ancestors().nth(2).map(|profile| profile.join("stagedoor-desktop"));
    match built {
        Some(program) if program.exists() => Ok(program),
        Some(program) => anyhow::bail!(
            "{} is missing: run `npm run build` in ui/, then `cargo build -p stagedoor-desktop`",
            program.display()
        ),
        None => anyhow::bail!("{} does not lie in a target folder", own.display()),
    }
}
