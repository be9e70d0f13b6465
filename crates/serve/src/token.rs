//! The secret that opens the server: 256 bits, made anew at every start.

use kernel::{Fault, Randomness};
use subtle::ConstantTimeEq;

const TOKEN_BYTES: usize = 32;

/// The secret, as 64 hexadecimal digits. Has no debug form, so that it reaches no log.
pub(crate) struct Token(String);

impl Token {
    /// A token nobody can guess.
    pub(crate) fn new(randomness: &dyn Randomness) -> Result<Self, Fault> {
        let mut bytes = [0; TOKEN_BYTES];
        randomness.fill(&mut bytes)?;
        Ok(Self(hex::encode(bytes)))
    }

    /// The digits.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an `Authorization` header bears this token. Takes the same time for every wrong token of the right
    /// length, so that the answer's delay tells nothing.
    pub(crate) fn opens(&self, authorization: Option<&[u8]>) -> bool {
        let given = authorization.and_then(|header| header.strip_prefix(b"Bearer "));
        given.is_some_and(|given| given.ct_eq(self.0.as_bytes()).into())
    }
}

#[cfg(test)]
mod tests {
    use testkit::FakeRandomness;

    use super::*;

    #[test]
    fn only_the_whole_token_opens() {
        let token = Token::new(&FakeRandomness::default()).unwrap();
        assert_eq!(token.as_str().len(), 64);
        let right = format!("Bearer {}", token.as_str());
        assert!(token.opens(Some(right.as_bytes())));
        let other = Token::new(&FakeRandomness::default()).unwrap().as_str().replace('a', "b");
        for wrong in [
            "",
            "Bearer ",
            token.as_str(),
            &right[..right.len() - 1],
            &format!("{right}0"),
            &format!("Bearer {other}"),
        ] {
            assert!(!token.opens(Some(wrong.as_bytes())), "{wrong}");
        }
        assert!(!token.opens(None));
    }
}
