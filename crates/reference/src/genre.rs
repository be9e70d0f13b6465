//! Musical genres, nested one level.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// A genre, or a sub-genre below one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Genre {
    /// Stable word for addresses: `drum-and-bass`.
    pub slug: String,
    /// The genre above a sub-genre.
    pub parent_slug: Option<String>,
    /// English name.
    pub name: String,
}

#[derive(Deserialize)]
struct Entry {
    slug: String,
    name: String,
    #[serde(default)]
    genres: Vec<Entry>,
}

static GENRES: LazyLock<Vec<Genre>> = LazyLock::new(|| {
    let tree: Vec<Entry> =
        crate::embedded::parse("genres.json", include_str!("../../../assets/reference/genres.json"));
    tree.into_iter().flat_map(|entry| flatten(entry, None)).collect()
});

fn flatten(entry: Entry, parent_slug: Option<&str>) -> Vec<Genre> {
    let below: Vec<_> =
        entry.genres.into_iter().flat_map(|child| flatten(child, Some(&entry.slug))).collect();
    let head = Genre { slug: entry.slug, parent_slug: parent_slug.map(str::to_owned), name: entry.name };
    std::iter::once(head).chain(below).collect()
}

/// All genres, each followed by its sub-genres.
#[must_use]
pub fn genres() -> &'static [Genre] {
    &GENRES
}

/// The genre of a slug.
#[must_use]
pub fn genre(slug: &str) -> Option<&'static Genre> {
    GENRES.iter().find(|entry| entry.slug == slug)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_more_than_fifty_genres_and_they_are_nested() {
        assert!(genres().len() >= 50, "{} genres", genres().len());
        let slugs: BTreeSet<_> = genres().iter().map(|entry| &entry.slug).collect();
        let names: BTreeSet<_> = genres().iter().map(|entry| &entry.name).collect();
        assert_eq!(
            (slugs.len(), names.len()),
            (genres().len(), genres().len()),
            "slugs and names are distinct"
        );
        assert_eq!(genre("deep-house").unwrap().parent_slug.as_deref(), Some("electronic"));
    }

    #[test]
    fn every_parent_exists_and_stands_before_its_children() {
        let mut seen = BTreeSet::new();
        for entry in genres() {
            assert!(entry.parent_slug.as_ref().is_none_or(|parent| seen.contains(parent)), "{}", entry.slug);
            seen.insert(&entry.slug);
        }
    }
}
