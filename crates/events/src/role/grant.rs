//! Giving someone a role at one event.

use identity::{
    EventRole, UserId,
    membership::{self, MembershipRefused},
};
use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::store;
use crate::event::{EventRef, find_event};

/// A role to give or to take away.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct EventRoleChange {
    /// Id or slug.
    pub event: EventRef,
    /// A member of the organization.
    pub user: UserId,
    /// Which role.
    pub role: EventRole,
}

/// Gives a member a role at one event; does nothing when the member has it.
///
/// # Errors
/// [`MembershipRefused::NotAMember`] or [`crate::event::UnknownEvent`] as a refusal, or a fault of the file.
pub fn grant_event_role(tx: &Tx<'_>, request: &EventRoleChange) -> Result<(), Failure> {
    let event = find_event(tx, &request.event)?;
    membership::member(tx, request.user)?.ok_or(MembershipRefused::NotAMember { user: request.user })?;
    if super::is_granted(tx, event.id, request.user, request.role)? {
        return Ok(());
    }
    Ok(store::insert_role(tx, tx.new_id()?, event.id, request.user, request.role)?)
}

#[cfg(test)]
mod tests {
    use identity::{OrganizationRole, Session};
    use kernel::{Permission, id::Id};
    use testkit::as_test;

    use super::*;
    use crate::{fixture, role};

    #[test]
    fn a_role_adds_permissions_at_its_event_and_at_no_other() {
        let house = fixture::house();
        let (here, there) = (fixture::published(&house), fixture::published(&house));
        let ida = fixture::add_member(&house, "Ida", OrganizationRole::Viewer);
        let request = EventRoleChange { event: here.id.into(), user: ida, role: EventRole::BoxOffice };
        for _ in 0..2 {
            house.transact(&as_test(), |tx| grant_event_role(tx, &request)).unwrap();
        }
        let session = house.read(|view| Session::of_member(view, ida)).unwrap();
        let may_sell = |event| {
            let permissions: Result<_, kernel::Fault> =
                house.read(|view| role::permissions_at(view, &session, event));
            permissions.unwrap().contains(&Permission::Sell)
        };
        assert_eq!((may_sell(here.id), may_sell(there.id)), (true, false));
        let rows: Result<_, kernel::Fault> = house.read(|view| role::event_roles(view, here.id));
        assert_eq!(rows.unwrap().len(), 1, "the second grant did nothing");
        house.transact(&as_test(), |tx| role::revoke_event_role(tx, &request)).unwrap();
        assert!(!may_sell(here.id));
    }

    #[test]
    fn strangers_and_unknown_events_are_refused() {
        let house = fixture::house();
        let event = fixture::published(&house);
        let stranger = UserId::from_bytes([9; 16]);
        for (event, user, code) in [
            (EventRef::from(event.id), stranger, "not_a_member"),
            (EventRef::from("nothing"), house.owner.id, "unknown_event"),
        ] {
            let request = EventRoleChange { event, user, role: EventRole::Scanner };
            let outcome = house.transact(&as_test(), |tx| grant_event_role(tx, &request));
            assert_eq!(fixture::refused(outcome).code, code);
        }
    }
}
