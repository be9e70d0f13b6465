//! Short names for addresses and command lines: `Nuit d'Été № 2` is `nuit-dete-no-2`.
//!
//! Organizations use them as handles, events as slugs. Other scripts are transliterated, because a slug is typed
//! at a keyboard that may lack them.

/// A slug of at most `characters_max` characters for `text`; `fallback` when nothing in it can be transliterated.
#[must_use]
pub fn derive(text: &str, characters_max: usize, fallback: &str) -> String {
    // A slug needs few characters; cutting first keeps hostile input cheap.
    let head: String = text.chars().take(characters_max * 4).collect();
    let plain = deunicode::deunicode_with_tofu(&head, " ");
    let mut slug = String::with_capacity(characters_max);
    for letter in plain.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && letter != '\'' {
            slug.push('-');
        }
    }
    let cut = cut_to(&slug, characters_max);
    if cut.is_empty() { fallback.to_owned() } else { cut.to_owned() }
}

/// Whether `slug` is in the form that [`derive`] gives: lower-case letters, digits and single inner hyphens.
#[must_use]
pub fn is_well_formed(slug: &str, characters_max: usize) -> bool {
    !slug.is_empty()
        && slug.len() <= characters_max
        && slug.split('-').all(|word| {
            !word.is_empty()
                && word.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        })
}

/// `base`, or the first of `base-2`, `base-3` … that is not taken.
///
/// # Errors
/// Whatever `is_taken` meets while it looks.
pub fn first_free<E>(
    base: &str,
    characters_max: usize,
    mut is_taken: impl FnMut(&str) -> Result<bool, E>,
) -> Result<String, E> {
    let mut candidate = base.to_owned();
    let mut number: u64 = 1;
    while is_taken(&candidate)? {
        number += 1;
        let ending = format!("-{number}");
        candidate = format!("{}{ending}", cut_to(base, characters_max - ending.len()));
    }
    Ok(candidate)
}

fn cut_to(slug: &str, characters_max: usize) -> &str {
    slug.get(..characters_max).unwrap_or(slug).trim_end_matches('-')
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, convert::Infallible};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_of_many_scripts_become_slugs() {
        for (title, slug) in [
            ("Sommernacht im Hof", "sommernacht-im-hof"),
            ("  Nuit d’Été!  ", "nuit-dete"),
            ("Ночь музыки", "noch-muzyki"),
            ("Straße & Café", "strasse-cafe"),
            ("'; DROP TABLE events; --", "drop-table-events"),
            ("—", "event"),
            ("", "event"),
        ] {
            assert_eq!(derive(title, 80, "event"), slug, "{title}");
        }
        assert!(derive("夏の夜", 80, "event").is_ascii());
    }

    #[test]
    fn the_first_free_ending_is_suggested() {
        let taken = BTreeSet::from(["gala", "gala-2", "gala-3"]);
        let free = first_free("gala", 80, |slug| Ok::<_, Infallible>(taken.contains(slug)));
        assert_eq!(free, Ok("gala-4".to_owned()));
    }

    #[test]
    fn a_suggestion_fits_even_when_the_slug_is_as_long_as_can_be() {
        let base = "a".repeat(80);
        let free = first_free(&base, 80, |slug| Ok::<_, Infallible>(slug == base));
        assert_eq!(free, Ok(format!("{}-2", "a".repeat(78))));
    }

    proptest! {
        #[test]
        fn every_title_gives_a_well_formed_slug(title in "\\PC{0,120}") {
            let slug = derive(&title, 40, "event");
            prop_assert!(is_well_formed(&slug, 40), "{}", slug);
            prop_assert_eq!(derive(&slug, 40, "event"), slug);
        }
    }
}
