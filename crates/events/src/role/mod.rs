//! Who may do what at one event, on top of the role in the organization. The permissions of each role stand in
//! identity's one table.

mod grant;
mod revoke;
pub(crate) mod store;

use std::collections::BTreeSet;

use identity::{EventRole, Session, User, UserId};
use kernel::{Fault, Permission};
use serde::{Deserialize, Serialize};
use workspace::View;

pub use grant::{EventRoleChange, grant_event_role};
pub use revoke::revoke_event_role;
pub use store::event_roles;

use crate::EventId;

kernel::id_type!(EventRoleId, "event role", "Names one person's role at one event.");

/// A person's role at one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EventRoleRow {
    /// Which grant.
    pub id: EventRoleId,
    /// Who.
    pub user: User,
    /// In which role.
    pub role: EventRole,
}

/// What someone may do at an event: what the organization's role allows and what the event's roles add.
///
/// # Errors
/// A fault when the file cannot be read.
pub fn permissions_at(
    view: &View<'_>,
    session: &Session,
    event: EventId,
) -> Result<BTreeSet<Permission>, Fault> {
    let mut permissions = session.permissions.clone();
    for role in store::roles_of(view, event, session.user.id)? {
        permissions.extend(role.permissions());
    }
    Ok(permissions)
}

fn is_granted(view: &View<'_>, event: EventId, user: UserId, role: EventRole) -> Result<bool, Fault> {
    Ok(store::roles_of(view, event, user)?.contains(&role))
}
