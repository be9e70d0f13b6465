//! Crockford base32 without padding, and the check character of long codes. Pure rules.
//!
//! All thirty-two characters are in the alphanumeric alphabet of QR codes, which packs two of them into eleven bits.

pub(super) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 31 is prime, so a weight is never a zero divisor.
const MODULUS: u32 = 31;

/// `bytes` as text, five bits a character, the last one filled up with zeros.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let mut waiting: u32 = 0;
    let mut bits = 0;
    for byte in bytes {
        waiting = (waiting << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(waiting >> bits));
        }
        waiting &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(letter(waiting << (5 - bits)));
    }
    text
}

/// The bytes behind `text`; `None` for a character outside the alphabet or bits left over that are not zero, so that
/// one code has one spelling. Case does not matter: a scanner with caps lock turned sends lower case.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let mut waiting: u32 = 0;
    let mut bits = 0;
    for symbol in text.chars() {
        waiting = (waiting << 5) | value(symbol)?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(waiting >> bits).ok()?);
        }
        waiting &= (1 << bits) - 1;
    }
    (waiting == 0 && bits < 5).then_some(bytes)
}

/// The check character of `text`: a weighted sum modulo 31 with weights that are powers of three, which shows one
/// wrong character or two swapped neighbours, save the pair that 31 folds together (the signature shows that).
pub(super) fn check_character(text: &str) -> Option<char> {
    let mut weight = 1;
    let mut sum = 0;
    for symbol in text.chars() {
        weight = weight * 3 % MODULUS;
        sum = (sum + weight * value(symbol)?) % MODULUS;
    }
    Some(letter(sum))
}

fn value(symbol: char) -> Option<u32> {
    let upper = symbol.to_ascii_uppercase();
    let at = ALPHABET.iter().position(|known| char::from(*known) == upper)?;
    u32::try_from(at).ok()
}

fn letter(value: u32) -> char {
    char::from(ALPHABET[(value & 31) as usize])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
            let text = encode(&bytes);
            prop_assert_eq!(text.len(), (bytes.len() * 8).div_ceil(5));
            prop_assert_eq!(decode(&text.to_lowercase()), Some(bytes));
        }

        #[test]
        fn one_code_has_one_spelling(text in "[0-9A-HJKMNP-TV-Z]{0,60}") {
            if let Some(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }

        #[test]
        fn a_wrong_character_changes_the_check(text in "[0-9A-HJKMNP-TV-Y]{1,140}", at in any::<prop::sample::Index>(), other in 0_usize..31) {
            let at = at.index(text.len());
            let mut letters = text.clone().into_bytes();
            prop_assume!(letters[at] != ALPHABET[other]);
            letters[at] = ALPHABET[other];
            prop_assert_ne!(check_character(&String::from_utf8(letters).unwrap()), check_character(&text));
        }

        #[test]
        fn no_text_makes_decoding_panic(text in "\\PC{0,60}") {
            let _ = (decode(&text), check_character(&text));
        }
    }
}
