//! Refusals for codes that no list knows. Usable by any rule, without a database.

use kernel::Refuse;

use crate::{Country, EventCategory, Language};

/// A code that stands in no list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnknownReference {
    /// Not a country of ISO 3166-1.
    #[error("“{0}” is not a country code")]
    Country(String),
    /// Not a language of ISO 639-1.
    #[error("“{0}” is not a language code")]
    Language(String),
    /// Not a code of the event taxonomy.
    #[error("“{0}” is not an event category")]
    Category(String),
}

impl Refuse for UnknownReference {
    fn code(&self) -> &'static str {
        match self {
            Self::Country(_) => "unknown_country",
            Self::Language(_) => "unknown_language",
            Self::Category(_) => "unknown_category",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Country(_) => "Use a two-letter code such as DE, IN or US.",
            Self::Language(_) => "Use a two-letter code such as de, en or hi.",
            Self::Category(_) => "Use a code of the taxonomy such as MUSC or MUSC_3_1.",
        }
        .to_owned()
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Country(_) => "country_code",
            Self::Language(_) => "language_code",
            Self::Category(_) => "category_code",
        };
        Some(field.to_owned())
    }
}

/// The country of a code.
///
/// # Errors
/// When ISO 3166-1 has no such code.
pub fn check_country(code: &str) -> Result<&'static Country, UnknownReference> {
    crate::country(code).ok_or_else(|| UnknownReference::Country(shown(code)))
}

/// The language of a code.
///
/// # Errors
/// When ISO 639-1 has no such code.
pub fn check_language(code: &str) -> Result<&'static Language, UnknownReference> {
    crate::language(code).ok_or_else(|| UnknownReference::Language(shown(code)))
}

/// The event category of a code, main or sub.
///
/// # Errors
/// When the taxonomy has no such code.
pub fn check_category(code: &str) -> Result<&'static EventCategory, UnknownReference> {
    crate::category(code).ok_or_else(|| UnknownReference::Category(shown(code)))
}

/// At most twenty characters: a message must stay readable whatever was typed.
fn shown(code: &str) -> String {
    code.chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_codes_pass() {
        assert_eq!(check_country("de").unwrap().name, "Germany");
        assert_eq!(check_language("DE").unwrap().own_name, "Deutsch");
        assert_eq!(check_category("MUSC_3_1").unwrap().parent_code.as_deref(), Some("MUSC"));
    }

    #[test]
    fn unknown_codes_are_refused_with_code_and_field() {
        let refused = check_country(&"X".repeat(10_000)).unwrap_err();
        assert_eq!((refused.code(), refused.field().as_deref()), ("unknown_country", Some("country_code")));
        assert!(refused.to_string().len() < 60, "a long input is cut");
        assert_eq!(check_language("english").unwrap_err().code(), "unknown_language");
        assert_eq!(check_category("MUSC_3_99").unwrap_err().code(), "unknown_category");
    }
}
