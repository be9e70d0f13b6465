//! Who is at the controls, and what they may do.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Failure, Permission, Refuse, id::Id};
use serde::{Deserialize, Serialize};
use workspace::{ActorId, View};

use crate::{
    Member, OrganizationRole, User, UserId,
    membership::{self, MembershipRefused},
    organization::NoOrganization,
};

/// A person at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Session {
    /// Who.
    pub user: User,
    /// In which role.
    pub role: OrganizationRole,
    /// What the role may do; from the one table in [`crate::role`].
    pub permissions: BTreeSet<Permission>,
}

/// The role does not allow it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name} may not do this as {role}")]
pub struct NotPermitted {
    /// Who asked.
    pub name: String,
    /// In which role.
    pub role: OrganizationRole,
    /// What would be needed.
    pub permission: Permission,
}

impl Refuse for NotPermitted {
    fn code(&self) -> &'static str {
        "not_permitted"
    }
    fn fix(&self) -> String {
        "Let someone who may approve it, or sign in as such a person.".to_owned()
    }
    fn params(&self) -> BTreeMap<String, String> {
        BTreeMap::from([("permission".to_owned(), self.permission.as_str().to_owned())])
    }
}

impl Session {
    /// The session of someone who belongs to the organization.
    ///
    /// # Errors
    /// [`MembershipRefused::NotAMember`] as a refusal, or a fault of the file.
    pub fn of_member(view: &View<'_>, user: UserId) -> Result<Self, Failure> {
        let member = membership::member(view, user)?.ok_or(MembershipRefused::NotAMember { user })?;
        Ok(Self::from(member))
    }

    /// The session of the owner: who is at the controls of a device that asks nobody to sign in.
    ///
    /// # Errors
    /// [`NoOrganization`] as a refusal, or a fault of the file.
    pub fn of_owner(view: &View<'_>) -> Result<Self, Failure> {
        let owner = membership::owner(view)?.ok_or(NoOrganization)?;
        Ok(Self::from(owner))
    }

    /// Whether this person may do what `permission` names.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }

    /// Refuses what this person may not do.
    ///
    /// # Errors
    /// When the role lacks `permission`.
    pub fn require(&self, permission: Permission) -> Result<(), NotPermitted> {
        if self.may(permission) {
            return Ok(());
        }
        Err(NotPermitted { name: self.user.name.clone(), role: self.role, permission })
    }

    /// The person as commands record who acted.
    #[must_use]
    pub fn actor(&self) -> ActorId {
        ActorId(self.user.id.bytes())
    }
}

impl From<Member> for Session {
    fn from(member: Member) -> Self {
        Self { permissions: member.role.permissions(), role: member.role, user: member.user }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_the_role_lacks_is_refused_by_name() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Viewer).unwrap();
        let session = Session::from(ida);
        assert_eq!(session.require(Permission::ViewEvents), Ok(()));
        let refusal = session.require(Permission::Refund).unwrap_err();
        assert_eq!(refusal.code(), "not_permitted");
        assert!(refusal.to_string().contains("Ida"), "{refusal}");
    }
}
