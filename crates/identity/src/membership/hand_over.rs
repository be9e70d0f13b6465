//! Handing the organization over to another member.

use kernel::{Failure, id::Id};
use serde::{Deserialize, Serialize};
use workspace::{ActorId, Tx};

use super::{Member, MembershipRefused, store};
use crate::{OrganizationRole, UserId, organization::NoOrganization};

/// Who shall own the organization.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct HandOverOwnership {
    /// A member; handing over to the owner changes nothing.
    pub user: UserId,
}

/// Makes a member the owner; the owner until now becomes an admin. Only the owner may do it.
///
/// # Errors
/// [`MembershipRefused`] as a refusal, or a fault of the file.
pub fn hand_over_ownership(tx: &Tx<'_>, request: &HandOverOwnership) -> Result<Member, Failure> {
    let owner = store::owner(tx)?.ok_or(NoOrganization)?;
    if tx.actor() != Some(ActorId(owner.user.id.bytes())) {
        return Err(MembershipRefused::NotTheOwner { owner: owner.user.name }.into());
    }
    let heir = store::required_member(tx, request.user)?;
    if heir.user.id == owner.user.id {
        return Ok(owner);
    }
    // In this order: at no moment are there two owners, which the index would refuse.
    store::set_role(tx, &owner, OrganizationRole::Admin)?;
    store::set_role(tx, &heir, OrganizationRole::Owner)?;
    Ok(Member { role: OrganizationRole::Owner, version: heir.version + 1, ..heir })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Session, fixture, membership};

    #[test]
    fn ownership_moves_and_the_owner_until_now_becomes_an_admin() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Member).unwrap().user.id;
        let request = HandOverOwnership { user: ida };
        house.transact(&fixture::by(house.owner.id), |tx| hand_over_ownership(tx, &request)).unwrap();
        assert_eq!(house.read(Session::of_owner).unwrap().user.id, ida);
        assert_eq!(
            house.read(|view| Session::of_member(view, house.owner.id)).unwrap().role,
            OrganizationRole::Admin
        );
    }

    #[test]
    fn only_the_owner_hands_over_and_only_to_a_member() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Admin).unwrap().user.id;
        let grab =
            house.transact(&fixture::by(ida), |tx| hand_over_ownership(tx, &HandOverOwnership { user: ida }));
        assert_eq!(fixture::refused(grab).code, "not_the_owner");
        let stranger = HandOverOwnership { user: UserId::from_bytes([9; 16]) };
        let outcome = house.transact(&fixture::by(house.owner.id), |tx| hand_over_ownership(tx, &stranger));
        assert_eq!(fixture::refused(outcome).code, "not_a_member");
        let owners: Result<_, Failure> = house.read(|view| Ok(membership::owner(view)?));
        assert_eq!(owners.unwrap().map(|owner| owner.user.id), Some(house.owner.id));
    }
}
