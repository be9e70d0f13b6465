//! Taking a member out of the organization. The person stays known: orders and scans bear the name.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{Member, MembershipRefused, store};
use crate::{OrganizationRole, UserId, badge, pin};

/// A member to take out.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct RemoveMember {
    /// Who; anyone but the owner.
    pub user: UserId,
}

/// Takes a member out of the organization; the person's PIN and badge on this device go too.
///
/// # Errors
/// [`MembershipRefused`] as a refusal, or a fault of the file.
pub fn remove_member(tx: &Tx<'_>, request: &RemoveMember) -> Result<Member, Failure> {
    let member = store::required_member(tx, request.user)?;
    if member.role == OrganizationRole::Owner {
        return Err(MembershipRefused::OwnerStays { owner: member.user.name }.into());
    }
    store::delete_membership(tx, &member)?;
    pin::store::delete_pin(tx, member.user.id)?;
    badge::store::delete_badge(tx, member.user.id)?;
    Ok(member)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Session, fixture, pin::set_pin};

    #[test]
    fn someone_who_left_has_no_session_and_no_pin() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Member).unwrap().user.id;
        house.transact(&fixture::by(ida), |tx| set_pin(tx, ida, "482519")).unwrap();
        house
            .transact(&fixture::by(house.owner.id), |tx| remove_member(tx, &RemoveMember { user: ida }))
            .unwrap();
        assert_eq!(fixture::refused(house.read(|view| Session::of_member(view, ida))).code, "not_a_member");
        let attempt = house.transact(&fixture::by(ida), |tx| pin::begin_pin_attempt(tx, ida));
        assert_eq!(fixture::refused(attempt).code, "pin_not_set");
    }

    #[test]
    fn the_owner_stays() {
        let house = fixture::house();
        let request = RemoveMember { user: house.owner.id };
        let outcome = house.transact(&fixture::by(house.owner.id), |tx| remove_member(tx, &request));
        assert_eq!(fixture::refused(outcome).code, "owner_stays");
    }
}
