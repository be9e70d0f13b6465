//! The people of the house: who they are, in which role, and how they sign in on this device.

use ::workspace::Tx;
use events::{
    event::{EventRef, find_event},
    role::{EventRoleChange, EventRoleRow, event_roles, grant_event_role, revoke_event_role},
};
use identity::{
    OrganizationRole, UserId,
    badge::{MadeBadge, drop_badge, make_badge},
    membership::{AddMember, ChangeRole, RemoveMember, add_member, change_role, remove_member},
    pin::{clear_pin, set_pin},
    staff::{StaffMember, ensure_owner_can_sign_in, staff},
    user::{UpdateUser, update_user},
};
use kernel::{Failure, Permission};
use serde::{Deserialize, Serialize};

use super::Nothing;
use crate::{
    desk::Desk,
    registry::{Command, Topic, read, write},
};

const PEOPLE: &[Topic] = &["people.", "session.", "event_role."];

pub(super) fn commands() -> Vec<Command> {
    let manage = Permission::ManageOrganization;
    vec![
        read("people.list", manage, |_, view, _: Nothing| Ok(staff(view)?)),
        write("people.add", manage, PEOPLE, add),
        write("people.change", manage, PEOPLE, change),
        write("people.remove", manage, PEOPLE, |_, tx, request: RemoveMember| {
            remove_member(tx, &request)?;
            everyone(tx)
        }),
        write("people.set_pin", manage, PEOPLE, set_or_clear_pin),
        write("people.make_badge", manage, PEOPLE, badge),
        write("people.drop_badge", manage, PEOPLE, |_, tx, request: OfPerson| {
            drop_badge(tx, request.user)?;
            everyone(tx)
        }),
        read("event_role.list", manage, |_, view, request: OfEvent| -> Result<Vec<EventRoleRow>, Failure> {
            Ok(event_roles(view, find_event(view, &request.event)?.id)?)
        }),
        write("event_role.grant", manage, PEOPLE, |_, tx, request: EventRoleChange| {
            grant_event_role(tx, &request)?;
            roles(tx, &request.event)
        }),
        write("event_role.revoke", manage, PEOPLE, |_, tx, request: EventRoleChange| {
            revoke_event_role(tx, &request)?;
            roles(tx, &request.event)
        }),
    ]
}

/// Somebody to take in, with a PIN where one is wanted at once.
#[derive(Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct AddPerson {
    /// Who, in which role.
    #[serde(flatten)]
    member: AddMember,
    /// The PIN on this device.
    #[serde(default)]
    #[ts(optional)]
    pin: Option<String>,
}

/// What to change about somebody; absent fields stay.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct ChangePerson {
    /// Who.
    user: UserId,
    /// The new name.
    #[serde(default)]
    #[ts(optional)]
    name: Option<String>,
    /// The new address; blank takes it away.
    #[serde(default)]
    #[ts(optional)]
    email: Option<String>,
    /// The new role.
    #[serde(default)]
    #[ts(optional)]
    role: Option<OrganizationRole>,
}

/// One person.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct OfPerson {
    /// Who.
    user: UserId,
}

/// A PIN to set, or none to take it away.
#[derive(Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct SetPin {
    /// Whose.
    user: UserId,
    /// The digits; none takes the PIN away.
    pin: Option<String>,
}

/// One event.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct OfEvent {
    /// Id or slug.
    event: EventRef,
}

fn everyone(tx: &Tx<'_>) -> Result<Vec<StaffMember>, Failure> {
    ensure_owner_can_sign_in(tx)?;
    Ok(staff(tx)?)
}

fn roles(tx: &Tx<'_>, event: &EventRef) -> Result<Vec<EventRoleRow>, Failure> {
    Ok(event_roles(tx, find_event(tx, event)?.id)?)
}

fn add(_: &Desk<'_>, tx: &Tx<'_>, request: AddPerson) -> Result<Vec<StaffMember>, Failure> {
    let member = add_member(tx, &request.member)?;
    if let Some(pin) = request.pin.as_deref().filter(|pin| !pin.trim().is_empty()) {
        set_pin(tx, member.user.id, pin)?;
    }
    everyone(tx)
}

fn change(_: &Desk<'_>, tx: &Tx<'_>, request: ChangePerson) -> Result<Vec<StaffMember>, Failure> {
    let known = staff(tx)?.into_iter().find(|person| person.id == request.user);
    // A stranger's versions are of no matter: the use-cases name the person that is missing.
    let (version, user_version) = known.map_or((0, 0), |person| (person.version, person.user_version));
    let ChangePerson { user, name, email, role } = request;
    if name.is_some() || email.is_some() {
        update_user(tx, &UpdateUser { user, version: user_version, name, email })?;
    }
    if let Some(role) = role {
        change_role(tx, &ChangeRole { user, role, version })?;
    }
    everyone(tx)
}

fn set_or_clear_pin(_: &Desk<'_>, tx: &Tx<'_>, request: SetPin) -> Result<Vec<StaffMember>, Failure> {
    match &request.pin {
        Some(pin) => set_pin(tx, request.user, pin)?,
        None => clear_pin(tx, request.user)?,
    }
    everyone(tx)
}

fn badge(_: &Desk<'_>, tx: &Tx<'_>, request: OfPerson) -> Result<MadeBadge, Failure> {
    let made = make_badge(tx, request.user)?;
    ensure_owner_can_sign_in(tx)?;
    Ok(made)
}
