//! The workspace: one organization, one SQLite file (domain.md, section 1; sync.md, sections 1.2–1.4).
//!
//! Everything a command writes happens in one durable transaction that [`Workspace::transact`] opens, with one
//! writer connection for the process. Readers use a small pool and never wait for the writer. The database
//! itself watches over what the rules promise: triggers made by [`capture`] collect every change for the audit log and
//! refuse any write outside a command, logs cannot be changed, and a ledger transaction that does not sum to zero cannot
//! commit.
//!
//! SQL lives in the contexts' stores; only this crate knows `rusqlite`. Synchronous SQLite is a measured choice:
//! see ARCHITECTURE.md, "Why the workspace is synchronous".

mod backup;
mod capture;
mod changes;
mod connect;
mod context;
mod fault;
mod file;
mod functions;
mod ids;
mod image;
mod kept_answer;
mod lock;
mod migrate;
mod row;
mod table;
mod tx;
mod verify;
mod view;

pub use backup::{BackupReport, restore_to_copy};
pub use context::{ActorId, CommandContext};
pub use file::{ClockWentBack, OpenOptions, Workspace};
pub use row::Row;
pub use rusqlite::{named_params, params, params_from_iter};
pub use table::{Table, TableKind};
pub use tx::{Conflict, Tx};
pub use verify::{Check, CheckReport, Finding, VerifyReport};
pub use view::View;

/// Oldest SQLite whose write-ahead log cannot lose a reset (sync.md, "Decided beyond the text below").
pub const SQLITE_VERSION_MIN: &str = "3.51.3";
