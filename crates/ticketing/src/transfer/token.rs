//! The token of a transfer: 26 letters and digits that nobody guesses. Pure rules.

use sha2::{Digest, Sha256};

/// Letters that are read aloud without doubt (Crockford base32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a token: 130 bits.
pub(super) const LENGTH: usize = 26;

/// A token from unpredictable bytes.
pub(super) fn from_random(bytes: [u8; LENGTH]) -> String {
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// What is kept of a token, however it was typed.
pub(super) fn hash(token: &str) -> [u8; 32] {
    let plain: String = token
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .map(unmistaken)
        .collect();
    Sha256::digest(plain.as_bytes()).into()
}

/// Letters that are not in the alphabet stand for those that look like them.
const fn unmistaken(letter: char) -> char {
    match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_known_however_it_is_typed() {
        let token = from_random([1; LENGTH]);
        assert_eq!(token.len(), LENGTH);
        let typed = format!(" {}-{} ", &token[..13].to_lowercase().replace('1', "l"), &token[13..]);
        assert_eq!(hash(&typed), hash(&token));
        assert_ne!(hash(&from_random([2; LENGTH])), hash(&token));
    }
}
