//! What the tests of this context start from: a workspace that is set up, with an invented owner.

use std::fmt::Debug;

use kernel::{Failure, Refusal, id::Id};
use testkit::TestWorkspace;
use workspace::{ActorId, CommandContext};

use crate::{
    Member, OrganizationRole, User, UserId,
    membership::{AddMember, add_member},
    organization::{
        InitOrganization, InitializedOrganization, OrganizationType, WorkspacePurpose, init_organization,
    },
};

/// A workspace with its owner.
pub(crate) struct House {
    workspace: TestWorkspace,
    pub(crate) owner: User,
}

impl std::ops::Deref for House {
    type Target = TestWorkspace;
    fn deref(&self) -> &TestWorkspace {
        &self.workspace
    }
}

/// An input that sets a workspace up.
pub(crate) fn setup() -> InitOrganization {
    InitOrganization {
        organization_name: "Lindenhof Kulturhaus".to_owned(),
        organization_type: OrganizationType::Venue,
        owner_name: "Mara Quell".to_owned(),
        owner_email: Some("mara@example.org".to_owned()),
        country_code: "DE".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
    }
}

/// Sets `file` up as `request` asks.
pub(crate) fn init(
    file: &TestWorkspace,
    request: &InitOrganization,
) -> Result<InitializedOrganization, Failure> {
    let context = CommandContext { command: "test", actor: None };
    file.transact(&context, |tx| init_organization(tx, request, WorkspacePurpose::Business))
}

/// A workspace that is set up.
pub(crate) fn house() -> House {
    let workspace = testkit::workspace(crate::TABLES);
    let owner = init(&workspace, &setup()).unwrap().owner;
    House { workspace, owner }
}

/// The context of a command given by `user`.
pub(crate) fn by(user: UserId) -> CommandContext {
    CommandContext { command: "test", actor: Some(ActorId(user.bytes())) }
}

impl House {
    /// Takes someone in, by name and address.
    pub(crate) fn add(&self, name: &str, email: &str, role: OrganizationRole) -> Result<Member, Failure> {
        let request = AddMember { name: name.to_owned(), email: Some(email.to_owned()), role };
        self.transact(&by(self.owner.id), |tx| add_member(tx, &request))
    }

    /// How many rows the audit log has: what "nothing changed" is measured by.
    pub(crate) fn changes(&self) -> i64 {
        let sql = "select count(*) as n from entity_audit_log";
        let count: Result<i64, kernel::Fault> =
            self.read(|view| view.one(sql, workspace::params![], |row| row.int("n")));
        count.unwrap()
    }
}

/// The refusal that `outcome` must be.
pub(crate) fn refused<T: Debug>(outcome: Result<T, Failure>) -> Refusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}
