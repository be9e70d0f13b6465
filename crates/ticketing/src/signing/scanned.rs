//! What a scanner or a person gave: a signed code, a human code, or a code of another system. Pure rules.

use std::str::FromStr;

use kernel::HumanCode;

use super::payload::{MalformedPayload, SignedTicket};

/// Longest text that is looked at; a scanner's line may carry anything.
pub const SCANNED_CHARACTERS_MAX: usize = 512;

/// A scanned or typed text, told apart by its form alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanned {
    /// A signed code; believe its claim only once an event's key fits.
    Signed(Box<SignedTicket>),
    /// It has the form of a signed code, but a character is wrong.
    Garbled,
    /// The eight characters of a ticket in their stored spelling, and the text as it was given: another system's
    /// code may look the same.
    Human(HumanCode, String),
    /// Anything else, trimmed: perhaps the code of another system.
    Foreign(String),
    /// Nothing at all.
    Empty,
    /// More than any code has.
    TooLong,
}

impl Scanned {
    /// Tells what `text` is. Never fails: whatever a scanner sends is an answer.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Self::Empty;
        }
        if trimmed.len() > SCANNED_CHARACTERS_MAX {
            return Self::TooLong;
        }
        match SignedTicket::read(trimmed) {
            Ok(signed) => Self::Signed(Box::new(signed)),
            Err(MalformedPayload::Garbled) => Self::Garbled,
            Err(MalformedPayload::NotSigned) => match HumanCode::from_str(trimmed) {
                Ok(code) => Self::Human(code, trimmed.to_owned()),
                Err(_) => Self::Foreign(trimmed.to_owned()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_by_their_form() {
        let code = HumanCode::from_random([1, 2, 3, 4, 5, 6, 7]).unwrap();
        let spoken = format!("{}-{}", &code.as_str()[..4], &code.as_str()[4..]).to_lowercase();
        assert_eq!(Scanned::read(&spoken), Scanned::Human(code, spoken.clone()));
        assert_eq!(Scanned::read("  k3x8v2qq4abc\n"), Scanned::Foreign("k3x8v2qq4abc".to_owned()));
        assert_eq!(Scanned::read(" \r\n"), Scanned::Empty);
        assert_eq!(Scanned::read(&"9".repeat(1_000_000)), Scanned::TooLong);
        assert_eq!(Scanned::read(&format!("S1{}", "0".repeat(120) + "1")), Scanned::Garbled);
    }
}
