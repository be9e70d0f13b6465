//! Text as people give it, made fit to store: names and titles on one line, descriptions on several.
//!
//! Names end up on tickets, on screens at a door and in filters, so what cannot be seen there is removed:
//! control characters and line breaks become a blank, marks that turn the direction of the text *around them*
//! are dropped (they would flip the rest of the line they are printed in). Letters of every script stay.

use unicode_normalization::UnicodeNormalization;

/// Most characters of a person's or an organization's name, as the tables check it.
pub const NAME_CHARACTERS_MAX: usize = 200;

/// Why text could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingError {
    /// Nothing is left once blanks and invisible characters are gone.
    #[error("the {} is empty", spoken(field))]
    Missing {
        /// The input field.
        field: &'static str,
    },
    /// More characters than the field holds.
    #[error("the {} has {characters} characters; at most {characters_max} fit", spoken(field))]
    TooLong {
        /// The input field.
        field: &'static str,
        /// How many characters were given, after cleaning.
        characters: usize,
        /// How many fit.
        characters_max: usize,
    },
}

impl kernel::Refuse for WordingError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "text_missing",
            Self::TooLong { .. } => "text_too_long",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Missing { field } => format!("Enter the {}.", spoken(field)),
            Self::TooLong { characters_max, .. } => {
                format!("Shorten it to {characters_max} characters or fewer.")
            }
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Missing { field } | Self::TooLong { field, .. } => Some((*field).to_owned()),
        }
    }
}

/// A field's name as a sentence says it: `owner_name` is the "owner name".
fn spoken(field: &str) -> String {
    field.replace(['_', '.'], " ")
}

/// One line that must say something: trimmed, composed (NFC), runs of blanks and line breaks as one blank.
///
/// # Errors
/// When nothing visible is left or more than `characters_max` characters are.
pub fn line(field: &'static str, text: &str, characters_max: usize) -> Result<String, WordingError> {
    let clean = optional_line(field, text, characters_max)?;
    if clean.chars().any(is_visible) { Ok(clean) } else { Err(WordingError::Missing { field }) }
}

/// One line that may be empty; otherwise as [`line`].
///
/// # Errors
/// When more than `characters_max` characters are left.
pub fn optional_line(field: &'static str, text: &str, characters_max: usize) -> Result<String, WordingError> {
    let mut clean = String::with_capacity(text.len().min(characters_max * 4));
    // Dropping comes before composing: a mark and its letter may have been kept apart by what is dropped.
    for letter in text.chars().filter(|letter| !is_dropped(*letter)).nfc() {
        if !(letter.is_whitespace() || letter.is_control()) {
            clean.push(letter);
        } else if !clean.is_empty() && !clean.ends_with(' ') {
            clean.push(' ');
        }
    }
    within(field, clean.trim_end(), characters_max)
}

/// Several lines that may be empty: line breaks stay, other control characters become blanks.
///
/// # Errors
/// When more than `characters_max` characters are left.
pub fn paragraphs(field: &'static str, text: &str, characters_max: usize) -> Result<String, WordingError> {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let clean: String = unified
        .chars()
        .filter(|letter| !is_dropped(*letter))
        .nfc()
        .map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter })
        .collect();
    within(field, clean.trim(), characters_max)
}

fn within(field: &'static str, clean: &str, characters_max: usize) -> Result<String, WordingError> {
    let characters = clean.chars().count();
    if characters > characters_max {
        return Err(WordingError::TooLong { field, characters, characters_max });
    }
    Ok(clean.to_owned())
}

/// Direction overrides, embeddings and isolates reach beyond the text they stand in; a zero-width space and a
/// byte-order mark make two names that look alike differ. Joiners stay: Persian, Indic scripts and emoji need them.
fn is_dropped(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

fn is_visible(letter: char) -> bool {
    !letter.is_whitespace()
        && !matches!(letter, '\u{200C}'..='\u{200F}' | '\u{061C}' | '\u{00AD}' | '\u{180E}' | '\u{FE00}'..='\u{FE0F}')
}

/// `text` as searches compare it: without accents, in lower case, on one line.
#[must_use]
pub fn folded(text: &str) -> String {
    let bare = text.nfkd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter));
    let lower = bare.flat_map(char::to_lowercase).collect::<String>().replace('ß', "ss");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_trimmed_and_stays_on_one_line() {
        assert_eq!(line("name", "  Mara\r\n\tQuell \u{0}", 200), Ok("Mara Quell".to_owned()));
    }

    #[test]
    fn marks_that_turn_the_line_around_are_dropped_and_letters_stay() {
        assert_eq!(line("name", "\u{202E}نورا\u{202C} Haddad", 200), Ok("نورا Haddad".to_owned()));
        let family = "👩\u{200D}👧 Ӕ देवी";
        assert_eq!(line("name", family, 200), Ok(family.to_owned()));
    }

    #[test]
    fn text_without_anything_visible_is_missing() {
        for text in ["", " \n\t ", "\u{202E}\u{200B}", "\u{200F}\u{200D}", "\u{0}\u{7}"] {
            assert_eq!(line("name", text, 200), Err(WordingError::Missing { field: "name" }), "{text:?}");
        }
    }

    #[test]
    fn ten_thousand_characters_are_refused_with_the_count() {
        let refusal = line("name", &"ä".repeat(10_000), NAME_CHARACTERS_MAX);
        assert_eq!(
            refusal,
            Err(WordingError::TooLong { field: "name", characters: 10_000, characters_max: 200 })
        );
    }

    #[test]
    fn hostile_words_are_only_words() {
        let text = "'; DROP TABLE users; --";
        assert_eq!(line("name", text, 200), Ok(text.to_owned()));
    }

    #[test]
    fn paragraphs_keep_their_line_breaks() {
        assert_eq!(
            paragraphs("terms", " One.\r\nTwo.\rThree.\t\n", 100),
            Ok("One.\nTwo.\nThree.".to_owned())
        );
    }

    #[test]
    fn searching_does_not_see_accents_or_case() {
        assert_eq!(folded("  MÜNCHEN\nÉté "), "munchen ete");
        assert_eq!(folded("ﬁesta STRAẞE"), "fiesta strasse");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in "\\PC{0,40}|[\\x00-\\x1f a-z\u{202E}\u{301}]{0,20}") {
            let once = optional_line("name", &text, 1_000).unwrap();
            prop_assert_eq!(optional_line("name", &once, 1_000), Ok(once.clone()));
            prop_assert!(!once.chars().any(char::is_control));
        }
    }
}
