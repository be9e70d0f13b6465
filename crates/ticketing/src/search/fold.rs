//! Folding: how names are written down for searching, so that `muller` finds Müller and `lodz` finds Łódź.
//!
//! The index and the query go through the same function, so whatever it loses is lost on both sides. Pure rules.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `text` in lower case, without accents and ligatures, words apart by single blanks.
///
/// Compatibility forms are resolved (`ﬁ` → `fi`), marks are dropped, letters that Unicode does not decompose get
/// their usual spelling (`ß` → `ss`, `ø` → `o`, `ł` → `l`, `æ` → `ae`). Each character of a script that writes
/// without blanks stands alone, so that a given name is found as well as a family name.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        if is_inside_a_word(letter) {
            continue;
        }
        if writes_without_blanks(letter) {
            push_blank(&mut folded);
            folded.push(letter);
            push_blank(&mut folded);
        } else if letter.is_alphanumeric() {
            for lower in letter.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
                match spelled_out(lower) {
                    Some(spelling) => folded.push_str(spelling),
                    None => folded.push(lower),
                }
            }
        } else {
            push_blank(&mut folded);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push_blank(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// `O'Brien` and `OBrien`, joined letters of Persian and emoji: what people leave out when they type.
const fn is_inside_a_word(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '`' | '´' | '\u{200C}' | '\u{200D}' | '\u{00AD}')
}

const fn writes_without_blanks(letter: char) -> bool {
    matches!(letter,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3134F}')
}

const fn spelled_out(letter: char) -> Option<&'static str> {
    match letter {
        'ß' => Some("ss"),
        'æ' => Some("ae"),
        'œ' => Some("oe"),
        'ø' => Some("o"),
        'ł' => Some("l"),
        'đ' | 'ð' => Some("d"),
        'þ' => Some("th"),
        'ı' => Some("i"),
        'ħ' => Some("h"),
        'ŋ' => Some("n"),
        'ĸ' => Some("k"),
        'ŧ' => Some("t"),
        'ə' => Some("e"),
        'ς' => Some("σ"),
        _ => None,
    }
}

/// The word under which a phone number is found by its last digits: the digits backwards, marked so that they are
/// never taken for a number that reads forwards. `None` with fewer than three digits.
#[must_use]
pub fn phone_word(phone: &str) -> Option<String> {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 3).then(|| std::iter::once('t').chain(digits.into_iter().rev()).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn people_are_found_as_others_spell_them() {
        for (text, folded) in [
            ("Jürgen Groß", "jurgen gross"),
            ("STRAẞE", "strasse"),
            ("Łódź", "lodz"),
            ("Søren Kjærgård", "soren kjaergard"),
            ("D'Accorsi", "daccorsi"),
            ("Anne-Marie  O’Neil", "anne marie oneil"),
            ("İnci Işık", "inci isik"),
            ("ﬁnn", "finn"),
            ("Þórður", "thordur"),
            ("Nguyễn", "nguyen"),
            ("山田太郎", "山 田 太 郎"),
            ("🎟 Ana", "ana"),
            ("", ""),
            ("--", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn phones_are_found_by_their_end() {
        assert_eq!(phone_word("+49 (170) 123-4711"), Some("t117432107194".to_owned()));
        assert_eq!(phone_word("+4"), None);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn case_does_not_matter(text in "[A-Za-zÀ-ÖØ-öø-ÿĀ-ž ]{0,30}") {
            prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
        }
    }
}
