//! The people of the house as the sign-in screen and the settings show them: who they are and how they can sign in on
//! this device.

mod store;

use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};

use crate::{OrganizationRole, UserId};

#[cfg(test)]
pub(crate) use store::STATEMENTS;
pub use store::{asks_for_credentials, staff};
use workspace::View;

/// One member of the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct StaffMember {
    /// Who.
    pub id: UserId,
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: Option<String>,
    /// In which role.
    pub role: OrganizationRole,
    /// Whether a PIN is set on this device.
    pub has_pin: bool,
    /// Whether a badge works on this device.
    pub has_badge: bool,
    /// The membership's version, to change the role from.
    #[ts(type = "number")]
    pub version: i64,
    /// The person's version, to change name or address from.
    #[ts(type = "number")]
    pub user_version: i64,
}

/// The device would ask everybody who they are, and the owner could not say.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the owner, {owner}, has neither a PIN nor a badge on this device")]
pub struct OwnerLockedOut {
    /// Who could not get in.
    pub owner: String,
}

impl Refuse for OwnerLockedOut {
    fn code(&self) -> &'static str {
        "owner_locked_out"
    }
    fn fix(&self) -> String {
        "Give the owner a PIN first: once anybody has one, this device asks everyone who they are.".to_owned()
    }
}

/// To be asked after a change of PINs or badges, in its transaction: someone who may do everything can still get in.
///
/// # Errors
/// [`OwnerLockedOut`] as a refusal, or a fault of the file.
pub fn ensure_owner_can_sign_in(view: &View<'_>) -> Result<(), Failure> {
    let everyone = staff(view)?;
    let can_sign_in = |member: &StaffMember| member.has_pin || member.has_badge;
    let owner = everyone.iter().find(|member| member.role == OrganizationRole::Owner);
    match owner {
        Some(owner) if everyone.iter().any(can_sign_in) && !can_sign_in(owner) => {
            Err(OwnerLockedOut { owner: owner.name.clone() }.into())
        }
        Some(_) | None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{
        badge::make_badge,
        fixture,
        pin::{clear_pin, set_pin},
    };

    #[test]
    fn the_owner_is_the_first_who_can_sign_in_and_the_last() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Member).unwrap().user.id;
        let give = |user, pin: &str| {
            house.transact(&as_test(), |tx| {
                set_pin(tx, user, pin)?;
                ensure_owner_can_sign_in(tx)
            })
        };
        assert!(!house.read(asks_for_credentials).unwrap());
        assert_eq!(fixture::refused(give(ida, "482519")).code, "owner_locked_out");
        assert!(!house.read(asks_for_credentials).unwrap(), "a refused PIN is not kept");
        give(house.owner.id, "730264").unwrap();
        house.transact(&as_test(), |tx| make_badge(tx, ida)).unwrap();
        assert!(house.read(asks_for_credentials).unwrap());
        let cleared = house.transact(&as_test(), |tx| {
            clear_pin(tx, house.owner.id)?;
            ensure_owner_can_sign_in(tx)
        });
        assert_eq!(fixture::refused(cleared).code, "owner_locked_out");
        let listed: Vec<_> = house
            .read(staff)
            .unwrap()
            .into_iter()
            .map(|member| (member.name, member.has_pin, member.has_badge))
            .collect();
        assert_eq!(listed, [("Ida".to_owned(), false, true), ("Mara Quell".to_owned(), true, false)]);
    }
}
