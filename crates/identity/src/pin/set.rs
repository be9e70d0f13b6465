//! Giving a member a PIN on this device, and taking it away.

use kernel::Failure;
use workspace::Tx;

use super::{Pin, hash, store};
use crate::{UserId, membership::MembershipRefused};

/// Gives a member a PIN; an earlier one stops working and its failed attempts are forgotten.
///
/// # Errors
/// [`super::UnfitPin`] or [`MembershipRefused::NotAMember`] as a refusal, or a fault of the file.
pub fn set_pin(tx: &Tx<'_>, user: UserId, digits: &str) -> Result<(), Failure> {
    let pin = Pin::choose(digits)?;
    crate::membership::member(tx, user)?.ok_or(MembershipRefused::NotAMember { user })?;
    let mut salt = [0; hash::SALT_BYTES];
    tx.random(&mut salt)?;
    Ok(store::put_pin(tx, user, &hash::hashed(&pin, salt)?)?)
}

/// Takes a member's PIN away; does nothing when there is none.
///
/// # Errors
/// A fault of the file.
pub fn clear_pin(tx: &Tx<'_>, user: UserId) -> Result<(), Failure> {
    Ok(store::delete_pin(tx, user)?)
}

#[cfg(test)]
mod tests {
    use kernel::id::Id;
    use testkit::as_test;

    use super::*;
    use crate::fixture;

    #[test]
    fn only_members_get_a_pin_and_only_a_fit_one() {
        let house = fixture::house();
        for (user, digits, code) in [
            (house.owner.id, "1234", "pin_too_easy"),
            (house.owner.id, "48x5", "pin_malformed"),
            (UserId::from_bytes([9; 16]), "4825", "not_a_member"),
        ] {
            let outcome = house.transact(&as_test(), |tx| set_pin(tx, user, digits));
            assert_eq!(fixture::refused(outcome).code, code);
        }
    }
}
