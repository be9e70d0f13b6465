//! The people of the house as the sign-in screen and the settings show them: who they are and how they can sign in on
//! this device.

mod store;

use serde::{Deserialize, Serialize};

use crate::{OrganizationRole, UserId};

#[cfg(test)]
pub(crate) use store::STATEMENTS;
pub use store::{asks_for_credentials, staff};

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
