//! Giving a member another role.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::{Conflict, Tx};

use super::{Member, MembershipRefused, store};
use crate::{OrganizationRole, UserId};

/// A member and the role to give.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct ChangeRole {
    /// Who; anyone but the owner.
    pub user: UserId,
    /// Any role but owner.
    pub role: OrganizationRole,
    /// The membership's version that the change was made from.
    #[ts(type = "number")]
    pub version: i64,
}

/// Gives a member another role.
///
/// # Errors
/// [`MembershipRefused`] or [`Conflict`] as a refusal, or a fault of the file.
pub fn change_role(tx: &Tx<'_>, request: &ChangeRole) -> Result<Member, Failure> {
    let member = store::required_member(tx, request.user)?;
    if member.role == OrganizationRole::Owner {
        return Err(MembershipRefused::OwnerStays { owner: member.user.name }.into());
    }
    super::refuse_second_owner(tx, request.role)?;
    if member.version != request.version {
        return Err(Conflict { noun: "membership" }.into());
    }
    store::set_role(tx, &member, request.role)?;
    Ok(Member { role: request.role, version: member.version + 1, ..member })
}

#[cfg(test)]
mod tests {
    use kernel::id::Id;

    use super::*;
    use crate::{Session, fixture};

    #[test]
    fn a_new_role_brings_its_permissions() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Viewer).unwrap();
        let request = ChangeRole { user: ida.user.id, role: OrganizationRole::Manager, version: ida.version };
        house.transact(&fixture::by(house.owner.id), |tx| change_role(tx, &request)).unwrap();
        let session = house.read(|view| Session::of_member(view, ida.user.id)).unwrap();
        assert_eq!(session.permissions, OrganizationRole::Manager.permissions());
        let stale = house.transact(&fixture::by(house.owner.id), |tx| change_role(tx, &request));
        assert_eq!(fixture::refused(stale).code, "changed_meanwhile");
    }

    #[test]
    fn ownership_is_neither_given_nor_taken_here() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Admin).unwrap().user.id;
        for (user, role, code) in [
            (ida, OrganizationRole::Owner, "second_owner"),
            (house.owner.id, OrganizationRole::Admin, "owner_stays"),
            (crate::UserId::from_bytes([9; 16]), OrganizationRole::Admin, "not_a_member"),
        ] {
            let request = ChangeRole { user, role, version: 1 };
            let outcome = house.transact(&fixture::by(house.owner.id), |tx| change_role(tx, &request));
            assert_eq!(fixture::refused(outcome).code, code);
        }
    }
}
