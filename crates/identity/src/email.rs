//! E-mail addresses, checked as far as a typing mistake can be seen. Whether mail arrives is found out by mail.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// RFC 5321, 4.5.3.1: octets of a whole path, and of the part before the `@`.
const ADDRESS_BYTES_MAX: usize = 254;
const LOCAL_BYTES_MAX: usize = 64;
const LABEL_BYTES_MAX: usize = 63;

/// An address with one `@`, something before it and a host with a dot behind it. The host is in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct EmailAddress(String);

/// Text that is no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not an e-mail address")]
pub struct InvalidEmail {
    /// The input field.
    pub field: &'static str,
    /// The text, cut to 60 characters.
    pub text: String,
}

impl kernel::Refuse for InvalidEmail {
    fn code(&self) -> &'static str {
        "invalid_email"
    }
    fn fix(&self) -> String {
        "Write it like name@example.org, or leave it empty.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some(self.field.to_owned())
    }
}

impl EmailAddress {
    /// Reads what a person typed into `field`.
    ///
    /// # Errors
    /// When it cannot be an address.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, InvalidEmail> {
        let invalid = || InvalidEmail { field, text: text.trim().chars().take(60).collect() };
        let trimmed = text.trim();
        if trimmed.len() > ADDRESS_BYTES_MAX {
            return Err(invalid());
        }
        let composed: String = trimmed.nfc().collect();
        let (local, host) = composed.rsplit_once('@').ok_or_else(invalid)?;
        if !(is_local_part(local) && is_host(host)) {
            return Err(invalid());
        }
        Ok(Self(format!("{local}@{}", host.to_lowercase())))
    }

    /// Reads an optional field: absent and blank both mean "no address".
    ///
    /// # Errors
    /// When something is given that cannot be an address.
    pub fn parse_optional(field: &'static str, text: Option<&str>) -> Result<Option<Self>, InvalidEmail> {
        text.filter(|text| !text.trim().is_empty()).map(|text| Self::parse(field, text)).transpose()
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// RFC 5322 atoms with dots between them; letters of other scripts as RFC 6531 allows. Quoted local parts are
/// refused: nobody has one, and one that turns up is nearly always a pasted display name.
fn is_local_part(local: &str) -> bool {
    local.len() <= LOCAL_BYTES_MAX
        && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_letter))
}

fn is_atom_letter(letter: char) -> bool {
    letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(letter)
}

fn is_host(host: &str) -> bool {
    let mut labels = 0;
    for label in host.split('.') {
        let is_label = !label.is_empty()
            && label.len() <= LABEL_BYTES_MAX
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-');
        if !is_label {
            return false;
        }
        labels += 1;
    }
    let ends_in_a_number = host.rsplit('.').next().is_some_and(|top| top.chars().all(|c| c.is_ascii_digit()));
    labels >= 2 && !ends_in_a_number
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_of_many_shapes_are_taken() {
        for (text, stored) in [
            ("mara@example.org", "mara@example.org"),
            (" Mara.Quell+door@Example.ORG ", "Mara.Quell+door@example.org"),
            ("o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"),
            ("jörg@bücher.example", "jörg@bücher.example"),
        ] {
            assert_eq!(EmailAddress::parse("email", text).unwrap().as_str(), stored);
        }
    }

    #[test]
    fn what_cannot_be_an_address_is_refused_in_its_field() {
        let long = format!("{}@example.org", "a".repeat(10_000));
        for text in [
            "mara",
            "@example.org",
            "mara@",
            "mara@example",
            "ma ra@example.org",
            "mara@@example.org",
            "mara@exa mple.org",
            "mara.@example.org",
            "mara..q@example.org",
            "mara@-example.org",
            "mara@example..org",
            "mara@1.2.3.4",
            "mara\n@example.org",
            "Mara <mara@example.org>",
            "'; DROP TABLE users; --",
            "mara@\u{202E}gro.elpmaxe",
            &long,
        ] {
            let refusal = EmailAddress::parse("owner_email", text).unwrap_err();
            assert_eq!(kernel::Refuse::field(&refusal).as_deref(), Some("owner_email"), "{text}");
            assert!(refusal.text.chars().count() <= 60, "a refusal never repeats a flood of text");
        }
    }

    #[test]
    fn a_blank_field_means_no_address() {
        assert_eq!(EmailAddress::parse_optional("email", Some("  ")), Ok(None));
        assert_eq!(EmailAddress::parse_optional("email", None), Ok(None));
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic_and_what_is_taken_reads_back(text in "\\PC{0,30}|[a-z.]{1,8}@[a-z.-]{1,10}") {
            if let Ok(address) = EmailAddress::parse("email", &text) {
                prop_assert_eq!(EmailAddress::parse("email", address.as_str()), Ok(address.clone()));
            }
        }
    }
}
