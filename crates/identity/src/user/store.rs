//! The SQL of people.

use kernel::{Fault, id::Id};
use workspace::{Row, Tx, View, params};

use super::{User, UserId};
use crate::EmailAddress;

const BY_ID: &str = "
    select id, name, email, version
    from users
    where id = ?1 and deleted_at is null";
const BY_EMAIL: &str = "
    select id, name, email, version
    from users
    where lower(email) = lower(?1) and deleted_at is null";
const ALL: &str = "
    select id, name, email, version
    from users
    where deleted_at is null
    order by name, id";
const INSERT: &str = "
    insert into users (id, name, email, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?4, ?5, ?5)";
const UPDATE: &str = "
    update users
    set name = ?2, email = ?3, updated_at = ?4, updated_by_user_id = ?5, version = version + 1
    where id = ?1 and version = ?6 and deleted_at is null";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_ID, BY_EMAIL, ALL, INSERT, UPDATE];

/// The living person with this id.
///
/// # Errors
/// A fault when the file cannot be read or holds a value that the model does not know.
pub fn user_by_id(view: &View<'_>, id: UserId) -> Result<Option<User>, Fault> {
    view.optional(BY_ID, params![id.bytes()], user_from_row)
}

/// Every living person, by name.
///
/// # Errors
/// A fault when the file cannot be read or holds a value that the model does not know.
pub fn all_users(view: &View<'_>) -> Result<Vec<User>, Fault> {
    view.all(ALL, params![], user_from_row)
}

pub(crate) fn user_by_email(view: &View<'_>, email: &EmailAddress) -> Result<Option<User>, Fault> {
    view.optional(BY_EMAIL, params![email.as_str()], user_from_row)
}

pub(crate) fn insert_user(tx: &Tx<'_>, user: &User) -> Result<(), Fault> {
    let id = user.id.bytes();
    let email = user.email.as_ref().map(EmailAddress::as_str);
    tx.execute_one(INSERT, params![id, user.name, email, tx.now_micros(), tx.actor()])
}

/// Writes name and address if nobody else changed the row since; tells whether it did.
pub(crate) fn update_user_row(tx: &Tx<'_>, user: &User) -> Result<bool, Fault> {
    let id = user.id.bytes();
    let email = user.email.as_ref().map(EmailAddress::as_str);
    let at = tx.now_micros();
    Ok(tx.execute(UPDATE, params![id, user.name, email, at, tx.actor(), user.version])? == 1)
}

/// Reads a person from a row with the columns `id`, `name`, `email` and `version`, for contexts that join people.
///
/// # Errors
/// A fault when a column is missing or holds a value that the model does not know.
pub fn user_from_row(row: &Row<'_>) -> Result<User, Fault> {
    let id: UserId = row.id("id")?;
    let email = EmailAddress::parse_optional("email", row.text_opt("email")?.as_deref())
        .map_err(|_| Fault::inconsistent("users", "email", id))?;
    Ok(User { id, name: row.text("name")?, email, version: row.int("version")? })
}
