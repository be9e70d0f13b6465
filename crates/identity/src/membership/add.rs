//! Taking a person into the organization.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{Member, MembershipRefused, store};
use crate::{
    EmailAddress, OrganizationRole, organization,
    user::{self, CreateUser, UserRefused},
};

/// A person to take in. Someone who is known by the address is taken as they are; everyone else is added.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct AddMember {
    /// The person's name; ignored for someone who is known by the address.
    pub name: String,
    /// Absent or blank: none.
    #[serde(default)]
    #[ts(optional)]
    pub email: Option<String>,
    /// Any role but owner.
    pub role: OrganizationRole,
}

/// Takes a person into the organization.
///
/// # Errors
/// [`MembershipRefused`] or [`UserRefused`] as a refusal, or a fault of the file.
pub fn add_member(tx: &Tx<'_>, request: &AddMember) -> Result<Member, Failure> {
    let organization = organization::required_organization(tx)?;
    super::refuse_second_owner(tx, request.role)?;
    let email =
        EmailAddress::parse_optional("email", request.email.as_deref()).map_err(UserRefused::Email)?;
    let known = email.as_ref().map(|email| user::store::user_by_email(tx, email)).transpose()?.flatten();
    let user = match known {
        Some(user) => user,
        None => {
            user::create_user(tx, &CreateUser { name: request.name.clone(), email: request.email.clone() })?
        }
    };
    if let Some(present) = store::member(tx, user.id)? {
        return Err(MembershipRefused::AlreadyAMember { name: present.user.name, role: present.role }.into());
    }
    let membership_id = tx.new_id()?;
    store::insert_membership(tx, membership_id, organization.id, user.id, request.role)?;
    Ok(Member { membership_id, user, role: request.role, version: 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fixture,
        membership::{RemoveMember, remove_member},
    };

    #[test]
    fn a_second_owner_is_refused_by_the_name_of_the_first() {
        let house = fixture::house();
        let refusal = fixture::refused(house.add("Ida", "ida@example.org", OrganizationRole::Owner));
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("second_owner", Some("role")));
        assert!(refusal.message.contains("Mara Quell"), "{}", refusal.message);
    }

    #[test]
    fn nobody_is_taken_in_twice() {
        let house = fixture::house();
        house.add("Ida", "ida@example.org", OrganizationRole::Viewer).unwrap();
        let again = house.add("Ida Two", "Ida@Example.org", OrganizationRole::Admin);
        assert_eq!(fixture::refused(again).code, "already_a_member");
    }

    #[test]
    fn someone_who_left_comes_back_as_the_same_person() {
        let house = fixture::house();
        let first = house.add("Ida", "ida@example.org", OrganizationRole::Viewer).unwrap();
        house
            .transact(&fixture::by(house.owner.id), |tx| {
                remove_member(tx, &RemoveMember { user: first.user.id })
            })
            .unwrap();
        let second = house.add("Ida", "ida@example.org", OrganizationRole::Member).unwrap();
        assert_eq!(second.user.id, first.user.id);
        assert_ne!(second.membership_id, first.membership_id);
    }

    #[test]
    fn an_empty_workspace_takes_nobody_in() {
        let file = testkit::workspace(crate::TABLES);
        let request = AddMember { name: "Ida".to_owned(), email: None, role: OrganizationRole::Viewer };
        let outcome = file.transact(&testkit::as_test(), |tx| add_member(tx, &request));
        assert_eq!(fixture::refused(outcome).code, "no_organization");
    }
}
