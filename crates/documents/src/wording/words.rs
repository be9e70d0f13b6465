//! The message catalogues, read once per process.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::Locale;

/// The words of one language.
pub(crate) struct Words {
    pub(crate) locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::read(Locale::En, include_str!("../../../../assets/locales/en/documents.ftl")));
static GERMAN: LazyLock<Words> =
    LazyLock::new(|| Words::read(Locale::De, include_str!("../../../../assets/locales/de/documents.ftl")));

impl Words {
    pub(crate) fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::En => &ENGLISH,
            Locale::De => &GERMAN,
        }
    }

    fn read(locale: Locale, catalogue: &str) -> Self {
        let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // A faulty line costs its own message, which then prints its key: a test reads every catalogue strictly.
        let resource = match FluentResource::try_new(catalogue.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { locale, bundle }
    }

    /// The message `key`, which takes no values.
    pub(crate) fn get(&self, key: &str) -> String {
        self.find(key, None).unwrap_or_else(|| key.to_owned())
    }

    /// The message `key` with its values; each value is isolated, so that a name from right to left does not
    /// reorder the words around it.
    pub(crate) fn with<const N: usize>(&self, key: &str, values: [(&'static str, &str); N]) -> String {
        let mut arguments = FluentArgs::with_capacity(N);
        for (name, value) in values {
            arguments.set(name, FluentValue::from(value));
        }
        self.find(key, Some(&arguments)).unwrap_or_else(|| key.to_owned())
    }

    /// What this language calls a time zone, when that differs from the international abbreviation.
    pub(crate) fn zone(&self, abbreviation: &str) -> Option<String> {
        self.find(&format!("zone-{abbreviation}"), None)
    }

    fn find(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, arguments, &mut faults).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const CATALOGUES: [&str; 2] = [
        include_str!("../../../../assets/locales/en/documents.ftl"),
        include_str!("../../../../assets/locales/de/documents.ftl"),
    ];

    fn keys(catalogue: &str) -> BTreeSet<&str> {
        let lines = catalogue.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| Some(line.split_once(" = ")?.0))
            .filter(|key| !key.starts_with("zone-"))
            .collect()
    }

    #[test]
    fn every_catalogue_is_well_formed_and_has_every_message() {
        for catalogue in CATALOGUES {
            assert!(FluentResource::try_new(catalogue.to_owned()).is_ok());
        }
        assert_eq!(keys(CATALOGUES[0]), keys(CATALOGUES[1]));
    }

    #[test]
    fn values_stand_in_isolation() {
        let line = Words::of(Locale::En).with("price-tax", [("rate", "7"), ("tax", "0.82")]);
        assert_eq!(line, "incl. \u{2068}7\u{2069} % tax \u{2068}0.82\u{2069}");
    }

    #[test]
    fn a_key_without_a_message_prints_itself() {
        assert_eq!(Words::of(Locale::De).get("no-such-message"), "no-such-message");
        assert_eq!(Words::of(Locale::De).get("doors"), "Einlass");
    }
}
