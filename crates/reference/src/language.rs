//! Languages of ISO 639-1.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// A language with a two-letter code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Language {
    /// Two small letters: `hi`.
    pub code: String,
    /// English name: `Hindi`.
    pub name: String,
    /// What its speakers call it: `हिन्दी`.
    pub own_name: String,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    crate::embedded::parse("languages.json", include_str!("../../../assets/reference/languages.json"))
});

/// All 183 languages of ISO 639-1, by code.
#[must_use]
pub fn languages() -> &'static [Language] {
    &LANGUAGES
}

/// The language of a two-letter code, in any case. A region after it (`de-AT`) is not part of the code.
#[must_use]
pub fn language(code: &str) -> Option<&'static Language> {
    let code = code.trim().to_ascii_lowercase();
    let found = LANGUAGES.binary_search_by(|entry| entry.code.as_str().cmp(&code)).ok()?;
    LANGUAGES.get(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_639_1_is_whole() {
        assert_eq!(languages().len(), 183, "ISO 639-1 has 183 codes");
        for entry in languages() {
            assert_eq!(
                language(&entry.code.to_uppercase()),
                Some(entry),
                "lookup relies on the file's order"
            );
            assert!(!entry.name.is_empty() && !entry.own_name.is_empty(), "{}", entry.code);
        }
    }

    #[test]
    fn unknown_codes_are_not_found() {
        for code in ["", "xx", "eng", "en-GB"] {
            assert_eq!(language(code), None, "{code} is no code of ISO 639-1");
        }
    }
}
