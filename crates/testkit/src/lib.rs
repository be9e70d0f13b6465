//! What tests of every crate start from: a clock and a randomness that tests own, workspaces that vanish, a printer
//! that is none.

mod printer;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::TimeDelta;
use kernel::{Clock, Fault, Randomness, Timestamp};
pub use printer::{LoopbackPrinter, Upset};
use workspace::{ActorId, CommandContext, OpenOptions, Table, Workspace};

/// A clock that stands still until a test moves it.
#[derive(Debug)]
pub struct FakeClock(Mutex<Timestamp>);

impl FakeClock {
    /// A clock that shows `at`.
    #[must_use]
    pub fn at(at: Timestamp) -> Self {
        Self(Mutex::new(at))
    }

    /// Sets the clock, also backwards.
    pub fn set(&self, at: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }

    /// Moves the clock.
    pub fn advance(&self, by: TimeDelta) {
        let mut at = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *at += by;
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Bytes that are the same in every run: a counter, spread by a multiplicative mix.
#[derive(Debug, Default)]
pub struct FakeRandomness(AtomicU64);

impl Randomness for FakeRandomness {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), Fault> {
        for chunk in buffer.chunks_mut(8) {
            let count = self.0.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
            let mut mixed = count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^= mixed >> 31;
            chunk.copy_from_slice(&mixed.to_be_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

/// The moment at which fake clocks start: Friday 12 June 2026, 18:00 UTC.
#[must_use]
pub fn start_of_tests() -> Timestamp {
    Timestamp::from_timestamp_nanos(1_781_287_200_000_000_000)
}

/// A workspace in a folder of its own that is deleted with it.
pub struct TestWorkspace {
    /// The open workspace.
    pub workspace: Workspace,
    /// The clock that the workspace reads.
    pub clock: Arc<FakeClock>,
    /// The folder; deleted when this is dropped.
    pub folder: tempfile::TempDir,
}

impl TestWorkspace {
    /// The workspace's file.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.workspace.path().to_owned()
    }

    /// The path of the folder that vanishes with the workspace.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl std::ops::Deref for TestWorkspace {
    type Target = Workspace;
    fn deref(&self) -> &Workspace {
        &self.workspace
    }
}

/// Options with a fake clock and fake randomness. A context names its own tables and those to its left; tables of
/// contexts to its right exist in the file but are not captured.
#[must_use]
pub fn options(tables: &[Table], clock: Arc<FakeClock>) -> OpenOptions {
    OpenOptions { tables: tables.to_vec(), clock, randomness: Arc::new(FakeRandomness::default()) }
}

/// A fresh, migrated workspace that captures `tables`.
///
/// # Panics
/// When the temporary folder or the workspace cannot be made.
#[must_use]
#[expect(clippy::expect_used, reason = "a test without its workspace has nothing to say")]
pub fn workspace(tables: &[Table]) -> TestWorkspace {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Arc::new(FakeClock::at(start_of_tests()));
    let path = folder.path().join("test.stagedoor");
    let workspace = Workspace::create(&path, options(tables, Arc::clone(&clock))).expect("a fresh workspace");
    TestWorkspace { workspace, clock, folder }
}

/// The context of a test's command.
#[must_use]
pub fn as_test() -> CommandContext {
    CommandContext { command: "test", actor: Some(ActorId([7; 16])) }
}
