//! What can go wrong, in two kinds. A *refusal* is a fact of the domain that a person can act on; a *fault* is
//! the machine failing. Hosts show refusals, log faults, and tell both apart by [`Refusal::code`] and
//! [`FaultKind`], never by message text.

use std::{collections::BTreeMap, error::Error, fmt};

use serde::{Deserialize, Serialize};

/// A domain error that knows its stable code and the way out. Implemented by each operation's own enum.
pub trait Refuse: fmt::Display {
    /// Stable, snake_case: screens and scripts branch on it.
    fn code(&self) -> &'static str;
    /// One sentence: what the person can do now.
    fn fix(&self) -> String;
    /// The input field at fault, as a path in the command's input.
    fn field(&self) -> Option<String> {
        None
    }
    /// Values of the message, for translated renderings.
    fn params(&self) -> BTreeMap<String, String> {
        BTreeMap::new()
    }
}

/// A refused request: nothing changed, and the person is told why and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Refusal {
    /// Stable code, snake_case.
    pub code: String,
    /// What happened, in English.
    pub message: String,
    /// What to do now, in English.
    pub fix: String,
    /// The input field at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// Values of the message, for translated renderings.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<String, String>>")]
    pub params: BTreeMap<String, String>,
}

impl<R: Refuse> From<&R> for Refusal {
    fn from(reason: &R) -> Self {
        Self {
            code: reason.code().to_owned(),
            message: reason.to_string(),
            fix: reason.fix(),
            field: reason.field(),
            params: reason.params(),
        }
    }
}

/// The kinds of fault a person can act on differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The disk holding the file is full.
    DiskFull,
    /// The file is damaged, cut short, or was changed behind the app's back.
    Corrupt,
    /// The file or its folder cannot be written.
    ReadOnly,
    /// Another process holds the file.
    InUse,
    /// The file is not a workspace at all.
    NotAWorkspace,
    /// The file was made by a newer app.
    NewerFile,
    /// The file does not exist.
    Missing,
    /// A stored row contradicts the model.
    Inconsistent,
    /// Reading or writing failed for another reason.
    Io,
    /// A defect of the app: a constraint stopped a write that the rules let through.
    Bug,
}

/// The machine failed. Nothing was changed by the command that met it.
#[derive(Debug)]
pub struct Fault {
    /// What a host may act on.
    pub kind: FaultKind,
    /// What happened, with the thing's name.
    pub message: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl Fault {
    /// A fault of `kind`.
    pub fn new(kind: FaultKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    /// Adds the error underneath.
    #[must_use]
    pub fn caused_by(mut self, source: impl Error + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(source));
        self
    }

    /// A stored row that contradicts the model.
    pub fn inconsistent(table: &str, column: &str, row: impl fmt::Display) -> Self {
        Self::new(
            FaultKind::Inconsistent,
            format!("{table}.{column} of row {row} holds a value that the model does not know"),
        )
    }

    /// The stable code that hosts show.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.kind {
            FaultKind::DiskFull => "disk_full",
            FaultKind::Corrupt => "workspace_corrupt",
            FaultKind::ReadOnly => "workspace_read_only",
            FaultKind::InUse => "workspace_in_use",
            FaultKind::NotAWorkspace => "not_a_workspace",
            FaultKind::NewerFile => "workspace_newer",
            FaultKind::Missing => "workspace_missing",
            FaultKind::Inconsistent => "inconsistent_data",
            FaultKind::Io => "io_error",
            FaultKind::Bug => "internal_error",
        }
    }

    /// What the person can do.
    #[must_use]
    pub fn fix(&self) -> &'static str {
        match self.kind {
            FaultKind::DiskFull => "Free some space on this disk, then try again. Nothing was half saved.",
            FaultKind::Corrupt => {
                "Stop selling on this file. Run `stagedoor verify`, then restore the latest backup to a copy."
            }
            FaultKind::ReadOnly => "Make the file and its folder writable, or open a copy.",
            FaultKind::InUse => "Close the other Stagedoor window or command that has this workspace open.",
            FaultKind::NotAWorkspace => "Choose a file made by Stagedoor, or create a new workspace.",
            FaultKind::NewerFile => {
                "Update Stagedoor on this computer. Until then the file can be read, not changed."
            }
            FaultKind::Missing => "Check the path, or create the workspace with `stagedoor init`.",
            FaultKind::Inconsistent => "Run `stagedoor verify` and send its report to support.",
            FaultKind::Io => "Check the disk or network drive that holds the file, then try again.",
            FaultKind::Bug => "Nothing was changed. Send the details to support.",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}

/// Why a command did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The domain said no.
    #[error("{}", .0.message)]
    Refused(Refusal),
    /// The machine failed.
    #[error(transparent)]
    Fault(Fault),
}

impl Failure {
    /// The stable code of either kind.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Refused(refusal) => &refusal.code,
            Self::Fault(fault) => fault.code(),
        }
    }

    /// Either kind as a refusal-shaped record, for hosts that print both alike.
    #[must_use]
    pub fn to_refusal(&self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal.clone(),
            Self::Fault(fault) => Refusal {
                code: fault.code().to_owned(),
                message: fault.to_string(),
                fix: fault.fix().to_owned(),
                field: None,
                params: BTreeMap::new(),
            },
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<R: Refuse> From<R> for Failure {
    fn from(reason: R) -> Self {
        Self::Refused(Refusal::from(&reason))
    }
}
