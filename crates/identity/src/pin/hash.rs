//! argon2id over a PIN. The parameters are OWASP's first choice (19 MiB, 2 passes, 1 lane): some 25 ms on a till.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{Error, PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use kernel::{Fault, FaultKind};

use super::Pin;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Bytes of salt: as many as the hash format recommends.
pub(super) const SALT_BYTES: usize = 16;

/// The hash to store, in PHC form: it names its own parameters and salt.
pub(super) fn hashed(pin: &Pin, salt: [u8; SALT_BYTES]) -> Result<String, Fault> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .map_err(|error| Fault::new(FaultKind::Bug, "argon2 refuses its parameters").caused_by(error))?;
    let hash: PasswordHash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_with_salt(pin.digits(), &salt)
        .map_err(|error| Fault::new(FaultKind::Bug, "the PIN could not be hashed").caused_by(error))?;
    Ok(hash.to_string())
}

/// Whether `digits` are what `stored` was made from.
pub(super) fn is_match(stored: &str, digits: &str) -> Result<bool, Fault> {
    let unreadable =
        |error: Error| Fault::inconsistent("user_pins", "pin_hash", "with no PHC string").caused_by(error);
    let hash = PasswordHash::new(stored).map_err(|error| unreadable(error.into()))?;
    match Argon2::default().verify_password(digits.trim().as_bytes(), &hash) {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(unreadable(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_knows_its_pin_and_no_other() {
        let stored = hashed(&Pin::choose("482519").unwrap(), [3; SALT_BYTES]).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(is_match(&stored, " 482519 ").unwrap(), "pasted blanks do not matter");
        for other in ["482518", "", "4825190", &"4".repeat(10_000)] {
            assert!(!is_match(&stored, other).unwrap(), "{} digits", other.len());
        }
    }

    #[test]
    fn the_same_pin_hashes_differently_for_another_salt() {
        let pin = Pin::choose("482519").unwrap();
        assert_ne!(hashed(&pin, [3; SALT_BYTES]).unwrap(), hashed(&pin, [4; SALT_BYTES]).unwrap());
    }

    #[test]
    fn a_damaged_hash_is_a_fault_and_not_a_wrong_pin() {
        assert_eq!(is_match("plain text", "482519").unwrap_err().kind, FaultKind::Inconsistent);
    }
}
