//! The SQL of memberships.

use kernel::{Failure, Fault, id::Id};
use workspace::{Row, Tx, View, params};

use super::{Member, MembershipId, MembershipRefused};
use crate::{OrganizationId, OrganizationRole, UserId, user::store::user_from_row};

const BY_USER: &str = "
    select org_memberships.id as membership_id, role, org_memberships.version as membership_version,
      users.id, users.name, users.email, users.version
    from org_memberships
    join users on users.id = org_memberships.user_id
    where user_id = ?1 and org_memberships.deleted_at is null and users.deleted_at is null";
const BY_ROLE: &str = "
    select org_memberships.id as membership_id, role, org_memberships.version as membership_version,
      users.id, users.name, users.email, users.version
    from org_memberships
    join users on users.id = org_memberships.user_id
    where role = ?1 and org_memberships.deleted_at is null and users.deleted_at is null
    order by users.name, users.id";
const ALL: &str = "
    select org_memberships.id as membership_id, role, org_memberships.version as membership_version,
      users.id, users.name, users.email, users.version
    from org_memberships
    join users on users.id = org_memberships.user_id
    where org_memberships.deleted_at is null and users.deleted_at is null
    order by users.name, users.id";
const INSERT: &str = "
    insert into org_memberships (
      id, organization_id, user_id, role, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)";
const UPDATE_ROLE: &str = "
    update org_memberships
    set role = ?2, updated_at = ?3, updated_by_user_id = ?4, version = version + 1
    where id = ?1 and version = ?5 and deleted_at is null";
const DELETE: &str = "
    update org_memberships
    set deleted_at = ?2, deleted_by_user_id = ?3, updated_at = ?2, updated_by_user_id = ?3, version = version + 1
    where id = ?1 and version = ?4 and deleted_at is null";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_USER, BY_ROLE, ALL, INSERT, UPDATE_ROLE, DELETE];

/// The membership of a person, if there is one.
///
/// # Errors
/// A fault when the file cannot be read or holds a value that the model does not know.
pub fn member(view: &View<'_>, user: UserId) -> Result<Option<Member>, Fault> {
    view.optional(BY_USER, params![user.bytes()], member_from_row)
}

/// Everyone in the organization, by name.
///
/// # Errors
/// A fault when the file cannot be read or holds a value that the model does not know.
pub fn members(view: &View<'_>) -> Result<Vec<Member>, Fault> {
    view.all(ALL, params![], member_from_row)
}

/// The owner; none only before the organization is set up.
///
/// # Errors
/// A fault when the file cannot be read or holds a value that the model does not know.
pub fn owner(view: &View<'_>) -> Result<Option<Member>, Fault> {
    view.optional(BY_ROLE, params![OrganizationRole::Owner.as_str()], member_from_row)
}

/// The membership of a person who must have one.
pub(super) fn required_member(view: &View<'_>, user: UserId) -> Result<Member, Failure> {
    Ok(member(view, user)?.ok_or(MembershipRefused::NotAMember { user })?)
}

pub(crate) fn insert_membership(
    tx: &Tx<'_>,
    id: MembershipId,
    organization: OrganizationId,
    user: UserId,
    role: OrganizationRole,
) -> Result<(), Fault> {
    let (id, organization, user) = (id.bytes(), organization.bytes(), user.bytes());
    tx.execute_one(INSERT, params![id, organization, user, role.as_str(), tx.now_micros(), tx.actor()])
}

/// Gives `member` another role. The member was read in this transaction, so its version must still fit.
pub(super) fn set_role(tx: &Tx<'_>, member: &Member, role: OrganizationRole) -> Result<(), Fault> {
    let id = member.membership_id.bytes();
    tx.execute_one(UPDATE_ROLE, params![id, role.as_str(), tx.now_micros(), tx.actor(), member.version])
}

pub(super) fn delete_membership(tx: &Tx<'_>, member: &Member) -> Result<(), Fault> {
    let id = member.membership_id.bytes();
    tx.execute_one(DELETE, params![id, tx.now_micros(), tx.actor(), member.version])
}

fn member_from_row(row: &Row<'_>) -> Result<Member, Fault> {
    Ok(Member {
        membership_id: row.id("membership_id")?,
        user: user_from_row(row)?,
        role: row.parsed("role")?,
        version: row.int("membership_version")?,
    })
}
