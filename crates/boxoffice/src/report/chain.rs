//! The seal of a Z report. Pure rules.

use kernel::id::Id;
use sha2::{Digest, Sha256};

use crate::till::TillId;

/// Sets these hashes apart from any other over the same bytes.
const DOMAIN: &[u8] = b"stagedoor-z-report-1";

/// The hash before a till's first report.
pub(super) const BEFORE_THE_FIRST: [u8; 32] = [0; 32];

/// The hash that seals the text of report `number` of `till` over the report before it.
pub(super) fn seal(till: TillId, number: i64, previous: &[u8; 32], text: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(DOMAIN)
        .chain_update(till.bytes())
        .chain_update(number.to_be_bytes())
        .chain_update(previous)
        .chain_update(text)
        .finalize()
        .into()
}

/// A hash as people compare it.
pub(super) fn in_hexadecimal(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_a_seal_covers_changes_it() {
        let (till, other) = (TillId::from_bytes([1; 16]), TillId::from_bytes([2; 16]));
        let sealed = seal(till, 1, &BEFORE_THE_FIRST, "{}");
        assert_eq!(sealed, seal(till, 1, &BEFORE_THE_FIRST, "{}"), "the same report has the same seal");
        for changed in [
            seal(other, 1, &BEFORE_THE_FIRST, "{}"),
            seal(till, 2, &BEFORE_THE_FIRST, "{}"),
            seal(till, 1, &sealed, "{}"),
            seal(till, 1, &BEFORE_THE_FIRST, "{} "),
        ] {
            assert_ne!(sealed, changed);
        }
    }

    #[test]
    fn hexadecimal_keeps_its_zeros() {
        assert_eq!(in_hexadecimal(&BEFORE_THE_FIRST), "0".repeat(64));
    }
}
