//! Who buys: a name, an address to write to, a number to call; all may be absent at the till. Pure rules.

use identity::wording::{self, WordingError};
use kernel::Refuse;

const NAME_CHARACTERS_MAX: usize = 300;
const PHONE_CHARACTERS_MAX: usize = 60;
const EMAIL_BYTES_MAX: usize = 254;

/// Who buys, cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Buyer {
    /// The name, on one line.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The phone number as people write it.
    pub phone: String,
}

/// Why contact details are refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuyerRefusal {
    /// The name or the number.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// The address.
    #[error("“{0}” is no e-mail address")]
    Email(String),
}

impl Refuse for BuyerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(reason) => reason.code(),
            Self::Email(_) => "malformed_email",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(reason) => reason.fix(),
            Self::Email(_) => "Write it like name@example.org, or leave it empty.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Wording(reason) => reason.field(),
            Self::Email(_) => Some("buyer_email".to_owned()),
        }
    }
}

impl Buyer {
    /// Cleans what was typed.
    ///
    /// # Errors
    /// When a text is too long or the address is none.
    pub fn read(name: Option<&str>, email: Option<&str>, phone: Option<&str>) -> Result<Self, BuyerRefusal> {
        Ok(Self {
            name: wording::optional_line("buyer_name", name.unwrap_or(""), NAME_CHARACTERS_MAX)?,
            email: email_address(email.unwrap_or("").trim())?,
            phone: wording::optional_line("buyer_phone", phone.unwrap_or(""), PHONE_CHARACTERS_MAX)?,
        })
    }

    /// Whether nothing is known of the buyer.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.name.is_empty() && self.email.is_empty() && self.phone.is_empty()
    }
}

/// Only the shape is judged: whether an address exists is for the mail to find out.
fn email_address(text: &str) -> Result<String, BuyerRefusal> {
    let is_address = text.len() <= EMAIL_BYTES_MAX
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '<' | '>'))
        && text
            .rsplit_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && !local.contains('@') && !domain.is_empty());
    if text.is_empty() || is_address {
        Ok(text.to_owned())
    } else {
        Err(BuyerRefusal::Email(text.chars().take(60).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_judged_by_their_shape_alone() {
        for good in ["", "mara@example.org", "m+x@b.c", "ü@exämple.org"] {
            assert!(Buyer::read(None, Some(good), None).is_ok(), "{good}");
        }
        for bad in ["mara", "@example.org", "a@", "a b@c.d", "a@b@c", "a@b,c@d", &"x".repeat(300)] {
            assert!(Buyer::read(None, Some(bad), None).is_err(), "{bad}");
        }
    }

    #[test]
    fn names_stay_on_one_line() {
        let buyer = Buyer::read(Some(" Mara\nQuell "), None, Some(" 030 / 123 ")).unwrap();
        assert_eq!((buyer.name.as_str(), buyer.phone.as_str()), ("Mara Quell", "030 / 123"));
        assert!(Buyer::read(Some(&"x".repeat(10_000)), None, None).is_err());
    }
}
