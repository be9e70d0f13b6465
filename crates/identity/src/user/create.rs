//! Adding a person.

use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{User, store};
use crate::{
    EmailAddress,
    email::InvalidEmail,
    wording::{self, NAME_CHARACTERS_MAX, WordingError},
};

/// A person to add.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateUser {
    /// Shown on screens and receipts.
    pub name: String,
    /// Absent or blank: none.
    #[serde(default)]
    #[ts(optional)]
    pub email: Option<String>,
}

/// Why a person was not added or changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UserRefused {
    /// The name does not fit.
    #[error(transparent)]
    Name(#[from] WordingError),
    /// The address is none.
    #[error(transparent)]
    Email(#[from] InvalidEmail),
    /// Someone else has this address.
    #[error("{email} already belongs to {name}")]
    EmailTaken {
        /// The address.
        email: EmailAddress,
        /// Whose it is.
        name: String,
        /// The input field.
        field: &'static str,
    },
}

impl Refuse for UserRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(reason) => reason.code(),
            Self::Email(reason) => reason.code(),
            Self::EmailTaken { .. } => "email_taken",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Name(reason) => reason.fix(),
            Self::Email(reason) => reason.fix(),
            Self::EmailTaken { .. } => "Use another address, or leave it empty.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Name(reason) => reason.field(),
            Self::Email(reason) => reason.field(),
            Self::EmailTaken { field, .. } => Some((*field).to_owned()),
        }
    }
}

/// Adds a person.
///
/// # Errors
/// [`UserRefused`] as a refusal, or a fault of the file.
pub fn create_user(tx: &Tx<'_>, request: &CreateUser) -> Result<User, Failure> {
    create_user_from_fields(tx, "name", &request.name, "email", request.email.as_deref())
}

/// As [`create_user`], for commands whose input calls the two fields something else (`owner_name`).
pub(crate) fn create_user_from_fields(
    tx: &Tx<'_>,
    name_field: &'static str,
    name: &str,
    email_field: &'static str,
    email: Option<&str>,
) -> Result<User, Failure> {
    let name = wording::line(name_field, name, NAME_CHARACTERS_MAX).map_err(UserRefused::Name)?;
    let email = EmailAddress::parse_optional(email_field, email).map_err(UserRefused::Email)?;
    if let Some(address) = &email
        && let Some(other) = store::user_by_email(tx, address)?
    {
        let refused =
            UserRefused::EmailTaken { email: address.clone(), name: other.name, field: email_field };
        return Err(refused.into());
    }
    let user = User { id: tx.new_id()?, name, email, version: 1 };
    store::insert_user(tx, &user)?;
    Ok(user)
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::fixture;

    fn person(name: &str, email: &str) -> CreateUser {
        CreateUser { name: name.to_owned(), email: Some(email.to_owned()) }
    }

    #[test]
    fn an_address_belongs_to_one_living_person_whatever_its_case() {
        let house = fixture::house();
        let refusal = fixture::refused(
            house.transact(&as_test(), |tx| create_user(tx, &person("Ida", "MARA@example.ORG"))),
        );
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("email_taken", Some("email")));
    }

    #[test]
    fn people_without_an_address_may_be_many() {
        let house = fixture::house();
        for name in ["Ida", "Ida", "'; DROP TABLE users; --"] {
            let stored = house.transact(&as_test(), |tx| create_user(tx, &person(name, " "))).unwrap();
            assert_eq!((stored.name.as_str(), stored.email), (name, None));
        }
    }
}
