//! The organization and whoever is signed in.

use ::workspace::{CommandContext, View};
use identity::{
    Organization, Session, User,
    organization::{InitOrganization, WorkspacePurpose, init_organization, required_organization},
};
use kernel::{Failure, Permission};
use serde::{Deserialize, Serialize};

use super::Nothing;
use crate::{
    desk::Desk,
    registry::{Command, host, read},
    stagedoor::Stagedoor,
};

pub(super) fn commands() -> Vec<Command> {
    vec![
        host("organization.init", Permission::Open, &["*"], init),
        read("session.current", Permission::Open, current_session),
    ]
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

/// Who is at the controls, and whose workspace this is.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct CurrentSession {
    /// Who.
    user: User,
    /// In which role.
    role: identity::OrganizationRole,
    /// What the role may do.
    permissions: Vec<Permission>,
    /// Whose workspace this is.
    organization: Organization,
}

fn current_session(desk: &Desk<'_>, view: &View<'_>, _: Nothing) -> Result<CurrentSession, Failure> {
    let Session { user, role, permissions } = desk.session.clone();
    Ok(CurrentSession {
        user,
        role,
        permissions: permissions.into_iter().collect(),
        organization: required_organization(view)?,
    })
}
