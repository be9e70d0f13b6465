//! A person: someone who works here, with or without a way to sign in.

mod create;
pub(crate) mod store;
mod update;

use serde::{Deserialize, Serialize};

pub(crate) use create::create_user_from_fields;
pub use create::{CreateUser, UserRefused, create_user};
pub use store::{all_users, user_by_id, user_from_row};
pub use update::{UpdateUser, UpdateUserRefused, update_user};

use crate::EmailAddress;

kernel::id_type!(UserId, "user", "Names one person.");

/// A person as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct User {
    /// Who.
    pub id: UserId,
    /// As the person writes it, on one line, at most 200 characters.
    pub name: String,
    /// Unique among the living, whatever its case.
    pub email: Option<EmailAddress>,
    /// Counts changes; a write names the version it saw.
    #[ts(type = "number")]
    pub version: i64,
}
