//! The human code of a ticket: eight characters, read aloud, typed and scanned without doubt.
//!
//! Seven characters of Crockford base32 (no I, L, O, U) carry 35 random bits; the eighth is a check character.
//! The check is a weighted sum modulo 31 with weights that are powers of 3, so every single wrong character
//! and every swap of neighbours shows, except the one value (31) that a modulus of 31 folds onto 0.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 31 is prime, so a weight is never a zero divisor; `Z` (31) is kept out of codes so that nothing folds.
const MODULUS: u32 = 31;

/// A ticket's code: seven random characters and a check character.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct HumanCode([u8; 8]);

impl HumanCode {
    /// A code from seven unpredictable bytes; `None` when a byte falls outside the unbiased range and the
    /// caller must draw again (256 is no multiple of 31: values of 248 and above would favour some characters).
    #[must_use]
    pub fn from_random(bytes: [u8; 7]) -> Option<Self> {
        let mut letters = [0_u8; 8];
        for (letter, byte) in letters.iter_mut().zip(bytes) {
            if byte >= 248 {
                return None;
            }
            *letter = byte % 31;
        }
        letters[7] = check_value(&letters[..7]);
        Some(Self(letters.map(|value| ALPHABET[usize::from(value)])))
    }

    /// The eight characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("????????")
    }
}

fn check_value(values: &[u8]) -> u8 {
    let mut weight = 1;
    let mut sum = 0;
    for value in values {
        weight = weight * 3 % MODULUS;
        sum = (sum + weight * u32::from(*value)) % MODULUS;
    }
    u8::try_from(sum).unwrap_or(0)
}

/// Why text is no ticket code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MalformedCode {
    /// Not eight characters of the alphabet.
    #[error("a ticket code has 8 letters and digits")]
    Shape,
    /// Eight characters, but one was misread.
    #[error("the code's check character does not fit: a character was misread")]
    Check,
}

impl crate::Refuse for MalformedCode {
    fn code(&self) -> &'static str {
        "malformed_code"
    }
    fn fix(&self) -> String {
        "Read the code again from the ticket.".to_owned()
    }
}

impl FromStr for HumanCode {
    type Err = MalformedCode;

    /// Reads a code as people give it: any case, with blanks or hyphens, `O` for `0`, `I`/`L` for `1`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut values = [0_u8; 8];
        let mut count = 0;
        for letter in text.chars().filter(|c| !matches!(c, ' ' | '-')) {
            let upper = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|a| char::from(*a) == upper).ok_or(MalformedCode::Shape)?;
            let slot = values.get_mut(count).ok_or(MalformedCode::Shape)?;
            *slot = u8::try_from(value).map_err(|_| MalformedCode::Shape)?;
            count += 1;
        }
        if count != 8 {
            return Err(MalformedCode::Shape);
        }
        if values.contains(&31) || check_value(&values[..7]) != values[7] {
            return Err(MalformedCode::Check);
        }
        Ok(Self(values.map(|value| ALPHABET[usize::from(value)])))
    }
}

impl TryFrom<String> for HumanCode {
    type Error = MalformedCode;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<HumanCode> for String {
    fn from(code: HumanCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for HumanCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for HumanCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes() -> impl Strategy<Value = HumanCode> {
        prop::array::uniform7(0_u8..248).prop_map(|bytes| HumanCode::from_random(bytes).unwrap())
    }

    proptest! {
        #[test]
        fn codes_read_back_as_people_say_them(code in codes()) {
            let spoken = format!("{}-{}", &code.as_str()[..4], &code.as_str()[4..]).to_lowercase().replace('0', "o");
            prop_assert_eq!(spoken.parse(), Ok(code));
        }

        #[test]
        fn every_single_misread_character_shows(code in codes(), at in 0_usize..8, other in 0_usize..32) {
            let mut letters = code.as_str().as_bytes().to_vec();
            prop_assume!(letters[at] != ALPHABET[other]);
            letters[at] = ALPHABET[other];
            prop_assert_eq!(String::from_utf8(letters).unwrap().parse::<HumanCode>(), Err(MalformedCode::Check));
        }

        #[test]
        fn every_swap_of_neighbours_shows(code in codes(), at in 0_usize..7) {
            let mut letters = code.as_str().as_bytes().to_vec();
            prop_assume!(letters[at] != letters[at + 1]);
            letters.swap(at, at + 1);
            prop_assert_eq!(String::from_utf8(letters).unwrap().parse::<HumanCode>(), Err(MalformedCode::Check));
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC{0,12}") {
            let _ = text.parse::<HumanCode>();
        }
    }
}
