//! The organization.

use ::workspace::CommandContext;
use identity::{
    Organization,
    organization::{InitOrganization, WorkspacePurpose, init_organization},
};
use kernel::{Failure, Permission};
use serde::Deserialize;

use crate::{
    registry::{Command, host},
    stagedoor::Stagedoor,
};

pub(super) fn commands() -> Vec<Command> {
    vec![host("organization.init", Permission::Open, &["*"], init)]
}

/// What a new workspace needs to know.
#[derive(Clone, Debug, Deserialize, ts_rs::TS)]
pub(crate) struct InitWorkspace {
    /// The organization and its owner.
    #[serde(flatten)]
    pub(crate) organization: InitOrganization,
    /// Whether everything in this workspace is invented.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub(crate) is_demo: bool,
}

pub(super) fn init(app: &Stagedoor, request: InitWorkspace) -> Result<Organization, Failure> {
    let open = app.open_workspace()?;
    let purpose = if request.is_demo { WorkspacePurpose::Demo } else { WorkspacePurpose::Business };
    let context = CommandContext { command: "organization.init", actor: None };
    let made = open.workspace().transact(&context, |tx| {
        reference::seed(tx)?;
        init_organization(tx, &request.organization, purpose)
    })?;
    open.sign_in_owner()?;
    Ok(made.organization)
}
