//! How a request travels: find the command, check the permission, read the input, run it, answer.

use std::collections::BTreeMap;

use kernel::{Failure, Fault, FaultKind, Permission, Refuse};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use workspace::CommandContext;

use super::{Action, Answer, access::Access, idempotency};
use crate::{
    desk::Desk,
    stagedoor::{OpenWorkspace, Stagedoor},
};

/// Why a request never reached its command.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestRefused {
    /// No command has this name.
    #[error("there is no command “{0}”")]
    UnknownCommand(String),
    /// The input does not have the command's shape.
    #[error("{field}: {problem}")]
    InvalidInput {
        /// Where, as a path.
        field: String,
        /// What is wrong there.
        problem: String,
    },
    /// No workspace is open.
    #[error("no workspace is open")]
    NoWorkspace,
    /// The workspace has no organization yet.
    #[error("this workspace has no organization yet")]
    NotSetUp,
    /// Somebody has to sign in.
    #[error("nobody is signed in")]
    Locked,
}

impl Refuse for RequestRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownCommand(_) => "unknown_command",
            Self::InvalidInput { .. } => "invalid_input",
            Self::NoWorkspace => "no_workspace",
            Self::NotSetUp => "not_set_up",
            Self::Locked => "locked",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::UnknownCommand(_) => "Update Stagedoor, or check the command's name.".to_owned(),
            Self::InvalidInput { .. } => "Correct this field and try again.".to_owned(),
            Self::NoWorkspace => "Open or create a workspace first.".to_owned(),
            Self::NotSetUp => "Name the organization and its owner first.".to_owned(),
            Self::Locked => "Sign in with your badge or your PIN.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::InvalidInput { field, .. } => Some(field.clone()),
            Self::UnknownCommand(_) | Self::NoWorkspace | Self::NotSetUp | Self::Locked => None,
        }
    }
    fn params(&self) -> BTreeMap<String, String> {
        BTreeMap::new()
    }
}

impl Stagedoor {
    /// Runs the command `name` for whoever is signed in.
    ///
    /// # Errors
    /// A refusal (unknown command, malformed input, missing permission, the domain's no), or a fault. Nothing has
    /// changed then.
    pub fn dispatch(&self, name: &str, input: Value) -> Result<Value, Failure> {
        let answer = self.answer(name, input)?;
        serde_json::from_str(answer.get()).map_err(|error| unreadable(error).into())
    }

    /// As [`Stagedoor::dispatch`], with the answer as the text that a host sends on.
    ///
    /// # Errors
    /// As [`Stagedoor::dispatch`].
    pub fn answer(&self, name: &str, mut input: Value) -> Result<Answer, Failure> {
        let command = self
            .command(name)
            .ok_or_else(|| RequestRefused::UnknownCommand(name.chars().take(80).collect()))?;
        let answer = match &command.action {
            Action::Host(run) => {
                self.require_if_open(command.permission)?;
                run(self, input)?
            }
            Action::Read(run) => {
                let open = self.open_workspace()?;
                let access = Access::of(&open, command.permission, &mut input)?;
                open.workspace().read(|view| run(&self.desk(&open, &access), view, input))?
            }
            Action::Station(run) => {
                let open = self.open_workspace()?;
                let access = Access::of(&open, command.permission, &mut input)?;
                let desk = self.desk(&open, &access);
                if desk.approver.is_some() {
                    let context = CommandContext { command: command.name, actor: Some(desk.session.actor()) };
                    open.workspace().transact(&context, |tx| access.record(tx, command))?;
                }
                run(&desk, &open, input)?
            }
            Action::Write(run) => {
                let open = self.open_workspace()?;
                let access = Access::of(&open, command.permission, &mut input)?;
                let desk = self.desk(&open, &access);
                let context = CommandContext { command: command.name, actor: Some(desk.session.actor()) };
                open.workspace().transact(&context, |tx| {
                    access.record(tx, command)?;
                    idempotency::once(tx, command.name, input, |input| run(&desk, tx, input))
                })?
            }
        };
        if !command.stale.is_empty() {
            self.announce(command.stale);
        }
        Ok(answer)
    }

    fn desk<'a>(&'a self, open: &'a OpenWorkspace, access: &'a Access) -> Desk<'a> {
        Desk {
            session: &access.session,
            approver: access.approver.as_ref(),
            vault: open.vault(),
            clock: self.clock(),
        }
    }

    /// Commands on the workspace as a whole also run before one is open; once someone is signed in, the
    /// permission counts.
    fn require_if_open(&self, permission: Permission) -> Result<(), Failure> {
        if permission == Permission::Open {
            return Ok(());
        }
        Ok(self.open_workspace()?.session()?.require(permission)?)
    }
}

/// Reads a command's input, naming the field that does not fit.
pub(super) fn input<I: DeserializeOwned>(value: Value) -> Result<I, Failure> {
    let value = if value.is_null() { Value::Object(serde_json::Map::new()) } else { value };
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { "input".to_owned() } else { path };
        RequestRefused::InvalidInput { field, problem: error.inner().to_string() }.into()
    })
}

/// Writes a command's answer.
pub(super) fn answer<O: Serialize>(output: &O) -> Result<Answer, Failure> {
    serde_json::value::to_raw_value(output).map_err(|error| {
        Fault::new(FaultKind::Bug, "an answer could not be written as JSON").caused_by(error).into()
    })
}

/// The fault of a stored or written answer that is not JSON.
pub(super) fn unreadable(error: serde_json::Error) -> Fault {
    Fault::new(FaultKind::Inconsistent, "an answer is not JSON").caused_by(error)
}
