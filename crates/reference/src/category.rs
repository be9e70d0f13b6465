//! The event taxonomy: 15 main categories with 44 subcategories, coded like `CORP_1_1`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

/// A main category (`CORP`) or a subcategory (`CORP_1_1`: the first category's first).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EventCategory {
    /// Four letters for a main category, the taxonomy code for a subcategory.
    pub code: String,
    /// The main category of a subcategory.
    pub parent_code: Option<String>,
    /// English name.
    pub name: String,
    /// Competencies that an event of this kind usually needs, as snake_case words; empty for a main category.
    pub skills_required: Vec<String>,
}

#[derive(Deserialize)]
struct MainEntry {
    code: String,
    name: String,
    subcategories: Vec<SubEntry>,
}

#[derive(Deserialize)]
struct SubEntry {
    taxonomy_code: String,
    name: String,
    skills_required: Vec<String>,
}

static CATEGORIES: LazyLock<Vec<EventCategory>> = LazyLock::new(|| {
    let tree: Vec<MainEntry> = crate::embedded::parse(
        "event_categories.json",
        include_str!("../../../assets/reference/event_categories.json"),
    );
    tree.into_iter().flat_map(flatten).collect()
});
static BY_CODE: LazyLock<BTreeMap<&'static str, &'static EventCategory>> =
    LazyLock::new(|| CATEGORIES.iter().map(|entry| (entry.code.as_str(), entry)).collect());

fn flatten(main: MainEntry) -> Vec<EventCategory> {
    let parent_code = main.code.clone();
    let head =
        EventCategory { code: main.code, parent_code: None, name: main.name, skills_required: Vec::new() };
    let children = main.subcategories.into_iter().map(|sub| EventCategory {
        code: sub.taxonomy_code,
        parent_code: Some(parent_code.clone()),
        name: sub.name,
        skills_required: sub.skills_required,
    });
    std::iter::once(head).chain(children).collect()
}

/// All categories, each main one followed by its subcategories.
#[must_use]
pub fn categories() -> &'static [EventCategory] {
    &CATEGORIES
}

/// The subcategories of a main category, in order.
pub fn subcategories(code: &str) -> impl Iterator<Item = &'static EventCategory> {
    CATEGORIES.iter().filter(move |entry| entry.parent_code.as_deref() == Some(code))
}

/// The main category or subcategory of a code.
#[must_use]
pub fn category(code: &str) -> Option<&'static EventCategory> {
    BY_CODE.get(code.trim()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_taxonomy_has_15_categories_and_44_subcategories() {
        let main = categories().iter().filter(|entry| entry.parent_code.is_none()).count();
        assert_eq!((main, categories().len() - main), (15, 44));
        assert_eq!(BY_CODE.len(), categories().len(), "codes are distinct");
    }

    #[test]
    fn a_taxonomy_code_tells_its_place() {
        let mains: Vec<_> = categories().iter().filter(|entry| entry.parent_code.is_none()).collect();
        for (index, main) in mains.iter().enumerate() {
            assert_eq!(main.code.len(), 4, "{}", main.code);
            for (place, sub) in subcategories(&main.code).enumerate() {
                assert_eq!(sub.code, format!("{}_{}_{}", main.code, index + 1, place + 1));
            }
        }
        assert_eq!(category("CORP").unwrap().name, "Corporate & Business Events");
        assert_eq!(category("CORP_1_1").unwrap().name, "Internal Corporate Events");
    }

    #[test]
    fn every_subcategory_names_the_competencies_it_needs() {
        for sub in categories().iter().filter(|entry| entry.parent_code.is_some()) {
            assert!(!sub.skills_required.is_empty(), "{}", sub.code);
            for skill in &sub.skills_required {
                assert!(skill.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{}: {skill}", sub.code);
            }
        }
    }

    #[test]
    fn unknown_codes_are_not_found() {
        for code in ["", "CORP_1_9", "corp_1_1", "MUSIC"] {
            assert_eq!(category(code), None, "{code}");
        }
    }
}
