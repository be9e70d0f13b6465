//! Signing in at a shared till with a short number.
//!
//! A PIN is short, so three things guard it: the hash never leaves the device (the table is local), checking one
//! is slow (argon2id), and attempts are few. An attempt is counted *before* it is checked, in a transaction of its
//! own: [`begin_pin_attempt`], then [`PinAttempt::is_right`] outside any transaction, then [`settle_pin_attempt`].
//! So a wrong PIN costs an attempt even when the program is ended while it checks, and nobody waits for the writer
//! during the slow part.

mod attempt;
mod hash;
mod set;
pub(crate) mod store;

use std::fmt;

use kernel::Refuse;

pub use attempt::{PinAttempt, PinAttemptRefused, begin_pin_attempt, settle_pin_attempt};
pub use set::{clear_pin, set_pin};

/// Fewest digits: what cards and phones have taught everybody.
pub const PIN_DIGITS_MIN: usize = 4;
/// Most digits; more are a password, which a till's keypad is the wrong place for.
pub const PIN_DIGITS_MAX: usize = 12;

/// Digits that nobody guesses first. Never shown: its debug form hides them.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

/// Why digits are no PIN.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnfitPin {
    /// Not 4 to 12 digits.
    #[error("a PIN has {PIN_DIGITS_MIN} to {PIN_DIGITS_MAX} digits and nothing else")]
    Shape,
    /// One digit repeated, or digits in a row.
    #[error("this PIN is among the first that anybody tries")]
    TooEasy,
}

impl Refuse for UnfitPin {
    fn code(&self) -> &'static str {
        match self {
            Self::Shape => "pin_malformed",
            Self::TooEasy => "pin_too_easy",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Shape => "Choose 4 to 12 digits.",
            Self::TooEasy => "Choose digits that neither repeat nor count up or down.",
        }
        .to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("pin".to_owned())
    }
}

impl Pin {
    /// Reads a PIN that someone wants to use from now on.
    ///
    /// # Errors
    /// When it is no PIN, or one that everybody tries first.
    pub fn choose(text: &str) -> Result<Self, UnfitPin> {
        let digits = text.trim();
        let is_numeric = digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_numeric || !(PIN_DIGITS_MIN..=PIN_DIGITS_MAX).contains(&digits.len()) {
            return Err(UnfitPin::Shape);
        }
        let steps = || digits.as_bytes().windows(2).map(|pair| i16::from(pair[1]) - i16::from(pair[0]));
        let is_easy = (-1..=1).any(|step| steps().all(|taken| taken == step));
        if is_easy { Err(UnfitPin::TooEasy) } else { Ok(Self(digits.to_owned())) }
    }

    pub(crate) fn digits(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_to_twelve_digits_are_a_pin() {
        for text in ["4825", " 482519 ", "987650123412"] {
            assert!(Pin::choose(text).is_ok(), "{text}");
        }
        for text in ["", "482", "4825190000000", "48a5", "４８２５", "4 825", "'; DROP TABLE"] {
            assert_eq!(Pin::choose(text), Err(UnfitPin::Shape), "{text}");
        }
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for text in ["0000", "1234", "456789", "9876", "111111111111"] {
            assert_eq!(Pin::choose(text), Err(UnfitPin::TooEasy), "{text}");
        }
    }

    #[test]
    fn a_pin_does_not_show_itself() {
        assert!(
            !format!("{:?}", Pin::choose("4825").unwrap()).contains("4825"),
            "digits must not reach a log"
        );
    }
}
