//! Giving a member a badge, and taking it away.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{BADGE_PREFIX, CODE_LENGTH, hashed, store};
use crate::{UserId, membership::MembershipRefused};

/// Letters that a scanner in another keyboard layout still types apart.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A badge just made. Its code is shown once: the file keeps its hash alone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MadeBadge {
    /// What the badge's QR code says.
    pub code: String,
}

/// Gives a member a badge; an earlier one stops working.
///
/// # Errors
/// [`MembershipRefused::NotAMember`] as a refusal, or a fault of the file.
pub fn make_badge(tx: &Tx<'_>, user: UserId) -> Result<MadeBadge, Failure> {
    crate::membership::member(tx, user)?.ok_or(MembershipRefused::NotAMember { user })?;
    let mut random = [0_u8; CODE_LENGTH];
    tx.random(&mut random)?;
    let letters = random.map(|byte| char::from(ALPHABET[usize::from(byte & 31)]));
    let code: String = BADGE_PREFIX.chars().chain(letters).collect();
    store::put_badge(tx, user, hashed(&code))?;
    Ok(MadeBadge { code })
}

/// Takes a member's badge away; does nothing when there is none.
///
/// # Errors
/// A fault of the file.
pub fn drop_badge(tx: &Tx<'_>, user: UserId) -> Result<(), Failure> {
    Ok(store::delete_badge(tx, user)?)
}

#[cfg(test)]
mod tests {
    use kernel::Refuse;
    use testkit::as_test;

    use super::*;
    use crate::{
        OrganizationRole,
        badge::{UnknownBadge, session_by_badge},
        fixture,
        membership::{RemoveMember, remove_member},
    };

    fn code_of(house: &fixture::House, user: UserId) -> String {
        house.transact(&as_test(), |tx| make_badge(tx, user)).unwrap().code
    }

    fn bearer(house: &fixture::House, code: &str) -> Result<UserId, Failure> {
        house.read(|view| session_by_badge(view, code)).map(|session| session.user.id)
    }

    #[test]
    fn a_badge_signs_its_bearer_in_whatever_case_the_scanner_types() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Member).unwrap().user.id;
        let code = code_of(&house, ida);
        assert!(code.starts_with(BADGE_PREFIX) && code.len() == BADGE_PREFIX.len() + CODE_LENGTH);
        assert_eq!(bearer(&house, &code).unwrap(), ida);
        assert_eq!(bearer(&house, &format!(" {} ", code.to_lowercase())).unwrap(), ida);
    }

    #[test]
    fn a_new_badge_ends_the_old_one_and_leaving_ends_both() {
        let house = fixture::house();
        let ida = house.add("Ida", "ida@example.org", OrganizationRole::Member).unwrap().user.id;
        let (old, new) = (code_of(&house, ida), code_of(&house, ida));
        assert_eq!(fixture::refused(bearer(&house, &old)).code, UnknownBadge.code());
        assert_eq!(bearer(&house, &new).unwrap(), ida);
        house.transact(&as_test(), |tx| remove_member(tx, &RemoveMember { user: ida })).unwrap();
        assert_eq!(fixture::refused(bearer(&house, &new)).code, UnknownBadge.code());
    }

    #[test]
    fn what_is_no_badge_signs_nobody_in() {
        let house = fixture::house();
        for code in ["", "STAFF-", "STAFF-0000000000000000", "' or 1=1 --"] {
            assert_eq!(fixture::refused(bearer(&house, code)).code, "badge_unknown", "{code}");
        }
    }
}
