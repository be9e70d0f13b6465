//! The SQL of the staff list.

use kernel::Fault;
use workspace::{View, params};

use super::StaffMember;

const ALL: &str = "
    select users.id, users.name, users.email, users.version as user_version, member.role, member.version,
      exists (select 1 from user_pins where user_pins.user_id = users.id) as has_pin,
      exists (select 1 from user_badges where user_badges.user_id = users.id) as has_badge
    from org_memberships member
    join users on users.id = member.user_id
    where member.deleted_at is null and users.deleted_at is null
    order by users.name, users.id";
const HAS_CREDENTIALS: &str = "
    select exists (
      select 1 from org_memberships member
      where member.deleted_at is null
        and (exists (select 1 from user_pins where user_pins.user_id = member.user_id)
          or exists (select 1 from user_badges where user_badges.user_id = member.user_id))
    ) as asks";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[ALL, HAS_CREDENTIALS];

/// Everyone in the organization, by name.
///
/// # Errors
/// A fault when the file cannot be read or holds a value that the model does not know.
pub fn staff(view: &View<'_>) -> Result<Vec<StaffMember>, Fault> {
    view.all(ALL, params![], |row| {
        Ok(StaffMember {
            id: row.id("id")?,
            name: row.text("name")?,
            email: row.text_opt("email")?,
            role: row.parsed("role")?,
            has_pin: row.flag("has_pin")?,
            has_badge: row.flag("has_badge")?,
            version: row.int("version")?,
            user_version: row.int("user_version")?,
        })
    })
}

/// Whether anybody has a PIN or a badge on this device: then the device asks who is there.
///
/// # Errors
/// A fault when the file cannot be read.
pub fn asks_for_credentials(view: &View<'_>) -> Result<bool, Fault> {
    view.one(HAS_CREDENTIALS, params![], |row| row.flag("asks"))
}
