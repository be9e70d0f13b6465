//! Who is at the controls: signing in by badge or PIN, locking, handing over.

use identity::{
    Organization, OrganizationRole, Session, User,
    organization::required_organization,
    staff::{StaffMember, asks_for_credentials, staff},
};
use kernel::{Failure, Permission, Refuse};
use serde::Serialize;

use super::Nothing;
use crate::{
    credentials::{self, Credentials},
    registry::{Command, RequestRefused, host},
    stagedoor::{OpenWorkspace, Stagedoor},
};

pub(super) fn commands() -> Vec<Command> {
    vec![
        host("session.current", Permission::Open, &[], |app, _: Nothing| current(&*app.open_workspace()?)),
        host("session.staff", Permission::Open, &[], |app, _: Nothing| everyone(app)),
        host("session.sign_in", Permission::Open, &["*"], sign_in),
        host("session.lock", Permission::Open, &["session."], lock),
    ]
}

/// Who is at the controls, and whose workspace this is.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub(crate) struct CurrentSession {
    /// Who; nobody while it is locked.
    user: Option<User>,
    /// In which role.
    role: Option<OrganizationRole>,
    /// What the role may do.
    permissions: Vec<Permission>,
    /// Whose workspace this is.
    organization: Organization,
    /// Whether somebody has to sign in before anything else.
    is_locked: bool,
    /// Whether this device asks who is there: somebody has a PIN or a badge.
    asks_for_credentials: bool,
}

fn current(open: &OpenWorkspace) -> Result<CurrentSession, Failure> {
    let session = match open.session() {
        Ok(session) => Some(session),
        Err(failure) if failure.code() == Refuse::code(&RequestRefused::Locked) => None,
        Err(failure) => return Err(failure),
    };
    let (organization, asks) = open
        .workspace()
        .read(|view| Ok::<_, Failure>((required_organization(view)?, asks_for_credentials(view)?)))?;
    let is_locked = session.is_none();
    let (user, role, permissions) = match session {
        Some(Session { user, role, permissions }) => (Some(user), Some(role), permissions),
        None => (None, None, Default::default()),
    };
    Ok(CurrentSession {
        user,
        role,
        permissions: permissions.into_iter().collect(),
        organization,
        is_locked,
        asks_for_credentials: asks,
    })
}

/// Who can sign in here. Addresses are for those who manage people; a lock screen faces the public.
fn everyone(app: &Stagedoor) -> Result<Vec<StaffMember>, Failure> {
    let people = app.open_workspace()?.workspace().read(staff)?;
    Ok(people.into_iter().map(|person| StaffMember { email: None, ..person }).collect())
}

fn sign_in(app: &Stagedoor, shown: Credentials) -> Result<CurrentSession, Failure> {
    let open = app.open_workspace()?;
    open.sign_in(credentials::verify(&open, &shown)?);
    current(&open)
}

/// Locks, where anybody could unlock again; a device that asks nobody stays open.
fn lock(app: &Stagedoor, _: Nothing) -> Result<CurrentSession, Failure> {
    let open = app.open_workspace()?;
    if open.workspace().read(asks_for_credentials)? {
        open.lock();
    }
    current(&open)
}
