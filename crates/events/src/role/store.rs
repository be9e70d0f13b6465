//! The SQL of roles at events.

use identity::{EventRole, UserId, user::user_from_row};
use kernel::{Fault, id::Id};
use workspace::{Tx, View, params};

use super::{EventRoleId, EventRoleRow};
use crate::EventId;

const OF_EVENT: &str = "
    select event_roles.id as event_role_id, role, users.id, users.name, users.email, users.version
    from event_roles
    join users on users.id = event_roles.user_id
    where event_id = ?1 and event_roles.deleted_at is null and users.deleted_at is null
    order by users.name, users.id, role";
const OF_USER: &str = "
    select role
    from event_roles
    where event_id = ?1 and user_id = ?2 and deleted_at is null
    order by role";
const INSERT: &str = "
    insert into event_roles (
      id, event_id, user_id, role, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)";
const DELETE: &str = "
    update event_roles
    set deleted_at = ?4, deleted_by_user_id = ?5, updated_at = ?4, updated_by_user_id = ?5, version = version + 1
    where event_id = ?1 and user_id = ?2 and role = ?3 and deleted_at is null";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[OF_EVENT, OF_USER, INSERT, DELETE];

/// Everyone with a role at this event, by name.
///
/// # Errors
/// A fault when the file cannot be read.
pub fn event_roles(view: &View<'_>, event: EventId) -> Result<Vec<EventRoleRow>, Fault> {
    view.all(OF_EVENT, params![event.bytes()], |row| {
        Ok(EventRoleRow {
            id: row.id("event_role_id")?,
            user: user_from_row(row)?,
            role: row.parsed("role")?,
        })
    })
}

pub(super) fn roles_of(view: &View<'_>, event: EventId, user: UserId) -> Result<Vec<EventRole>, Fault> {
    view.all(OF_USER, params![event.bytes(), user.bytes()], |row| row.parsed("role"))
}

pub(super) fn insert_role(
    tx: &Tx<'_>,
    id: EventRoleId,
    event: EventId,
    user: UserId,
    role: EventRole,
) -> Result<(), Fault> {
    let (id, event, user) = (id.bytes(), event.bytes(), user.bytes());
    tx.execute_one(INSERT, params![id, event, user, role.as_str(), tx.now_micros(), tx.actor()])
}

/// Takes the role away; says whether it was there.
pub(super) fn delete_role(tx: &Tx<'_>, event: EventId, user: UserId, role: EventRole) -> Result<bool, Fault> {
    let (event, user) = (event.bytes(), user.bytes());
    Ok(tx.execute(DELETE, params![event, user, role.as_str(), tx.now_micros(), tx.actor()])? == 1)
}
