//! Changing a person's name or address.

use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::{Conflict, Tx};

use super::{User, UserId, UserRefused, store};
use crate::{
    EmailAddress,
    wording::{self, NAME_CHARACTERS_MAX},
};

/// What to change; absent fields stay.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdateUser {
    /// Who.
    pub user: UserId,
    /// The version that the change was made from.
    #[ts(type = "number")]
    pub version: i64,
    /// The new name.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// The new address; blank takes it away.
    #[serde(default)]
    #[ts(optional)]
    pub email: Option<String>,
}

/// Why a person was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UpdateUserRefused {
    /// No such person.
    #[error("there is no person with the id {user}")]
    Unknown {
        /// Who was asked for.
        user: UserId,
    },
    /// A field does not fit.
    #[error(transparent)]
    Field(#[from] UserRefused),
}

impl Refuse for UpdateUserRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "unknown_user",
            Self::Field(reason) => reason.code(),
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unknown { .. } => "Choose a person from the list.".to_owned(),
            Self::Field(reason) => reason.fix(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Unknown { .. } => Some("user".to_owned()),
            Self::Field(reason) => reason.field(),
        }
    }
}

/// Changes a person's name or address.
///
/// # Errors
/// [`UpdateUserRefused`] or [`Conflict`] as a refusal, or a fault of the file.
pub fn update_user(tx: &Tx<'_>, request: &UpdateUser) -> Result<User, Failure> {
    let stored =
        store::user_by_id(tx, request.user)?.ok_or(UpdateUserRefused::Unknown { user: request.user })?;
    let changed = changed_user(tx, &stored, request)?;
    if stored.version != request.version || !store::update_user_row(tx, &changed)? {
        return Err(Conflict { noun: "person" }.into());
    }
    Ok(User { version: changed.version + 1, ..changed })
}

fn changed_user(tx: &Tx<'_>, stored: &User, request: &UpdateUser) -> Result<User, Failure> {
    let name = match &request.name {
        Some(text) => wording::line("name", text, NAME_CHARACTERS_MAX).map_err(UserRefused::Name)?,
        None => stored.name.clone(),
    };
    let email = match &request.email {
        Some(text) => EmailAddress::parse_optional("email", Some(text)).map_err(UserRefused::Email)?,
        None => stored.email.clone(),
    };
    if let Some(address) = &email
        && let Some(other) = store::user_by_email(tx, address)?
        && other.id != stored.id
    {
        return Err(
            UserRefused::EmailTaken { email: address.clone(), name: other.name, field: "email" }.into()
        );
    }
    Ok(User { name, email, ..stored.clone() })
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{OrganizationRole, fixture};

    fn change(user: &User, name: Option<&str>, email: Option<&str>) -> UpdateUser {
        UpdateUser {
            user: user.id,
            version: user.version,
            name: name.map(str::to_owned),
            email: email.map(str::to_owned),
        }
    }

    #[test]
    fn absent_fields_stay_and_a_blank_address_is_taken_away() {
        let house = fixture::house();
        let renamed = house
            .transact(&as_test(), |tx| update_user(tx, &change(&house.owner, Some("Mara Q."), None)))
            .unwrap();
        assert_eq!((renamed.name.as_str(), &renamed.email), ("Mara Q.", &house.owner.email));
        let bare =
            house.transact(&as_test(), |tx| update_user(tx, &change(&renamed, None, Some("")))).unwrap();
        let stored: Result<_, kernel::Fault> = house.read(|view| store::user_by_id(view, bare.id));
        assert_eq!(stored.unwrap(), Some(User { email: None, version: 3, ..renamed }));
    }

    #[test]
    fn a_change_made_from_an_old_version_is_refused() {
        let house = fixture::house();
        house.transact(&as_test(), |tx| update_user(tx, &change(&house.owner, Some("First"), None))).unwrap();
        let second =
            house.transact(&as_test(), |tx| update_user(tx, &change(&house.owner, Some("Second"), None)));
        assert_eq!(fixture::refused(second).code, "changed_meanwhile");
    }

    #[test]
    fn keeping_the_own_address_is_no_clash_and_taking_anothers_is() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Member).unwrap().user;
        let same =
            house.transact(&as_test(), |tx| update_user(tx, &change(&ida, None, Some("IDA@example.org"))));
        let clash = house.transact(&as_test(), |tx| {
            update_user(tx, &change(&same.unwrap(), None, Some("mara@example.org")))
        });
        assert_eq!(fixture::refused(clash).code, "email_taken");
    }
}
