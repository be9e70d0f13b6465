//! Industries that sponsors and corporate clients belong to.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// An industry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Industry {
    /// Stable snake_case word.
    pub code: String,
    /// English name.
    pub name: String,
}

static INDUSTRIES: LazyLock<Vec<Industry>> = LazyLock::new(|| {
    crate::embedded::parse("industries.json", include_str!("../../../assets/reference/industries.json"))
});

/// All industries, in the order in which a list shows them.
#[must_use]
pub fn industries() -> &'static [Industry] {
    &INDUSTRIES
}

/// The industry of a code.
#[must_use]
pub fn industry(code: &str) -> Option<&'static Industry> {
    INDUSTRIES.iter().find(|entry| entry.code == code)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn codes_are_distinct_words() {
        let codes: BTreeSet<_> = industries().iter().map(|entry| &entry.code).collect();
        assert_eq!(codes.len(), industries().len());
        assert!(codes.iter().all(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
        assert!(industry("technology").is_some() && industry("Technology").is_none());
    }
}
