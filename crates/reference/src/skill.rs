//! What creators can do: eight skill categories with their skills.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// One of the eight kinds of creator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SkillCategory {
    /// Stable word for addresses.
    pub slug: String,
    /// English name.
    pub name: String,
    /// One sentence.
    pub description: String,
}

/// A skill within a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Skill {
    /// Stable word for addresses, distinct among all skills.
    pub slug: String,
    /// The category's slug.
    #[serde(rename(deserialize = "category"))]
    pub category_slug: String,
    /// English name.
    pub name: String,
}

static CATEGORIES: LazyLock<Vec<SkillCategory>> = LazyLock::new(|| {
    crate::embedded::parse(
        "skill_categories.json",
        include_str!("../../../assets/reference/skill_categories.json"),
    )
});
static SKILLS: LazyLock<Vec<Skill>> = LazyLock::new(|| {
    crate::embedded::parse("skills.json", include_str!("../../../assets/reference/skills.json"))
});

/// The eight categories.
#[must_use]
pub fn skill_categories() -> &'static [SkillCategory] {
    &CATEGORIES
}

/// All skills, by category.
#[must_use]
pub fn skills() -> &'static [Skill] {
    &SKILLS
}

/// The skill of a slug.
#[must_use]
pub fn skill(slug: &str) -> Option<&'static Skill> {
    SKILLS.iter().find(|entry| entry.slug == slug)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_eight_categories() {
        let names: Vec<_> = skill_categories().iter().map(|entry| entry.name.as_str()).collect();
        let expected = [
            "Musician",
            "Producer/Engineer",
            "Vocalist",
            "Visual Artist",
            "Educator",
            "Content Creator",
            "Industry Professional",
            "Music Tools Creator",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn a_hundred_skills_and_more_belong_to_a_category_each() {
        assert!(skills().len() >= 100, "{} skills", skills().len());
        let slugs: BTreeSet<_> = skills().iter().map(|entry| &entry.slug).collect();
        assert_eq!(slugs.len(), skills().len(), "slugs are distinct");
        for category in skill_categories() {
            let own = skills().iter().filter(|entry| entry.category_slug == category.slug).count();
            assert!(own >= 10, "{} has {own} skills", category.name);
        }
        let known: BTreeSet<_> = skill_categories().iter().map(|entry| &entry.slug).collect();
        assert!(skills().iter().all(|entry| known.contains(&entry.category_slug)));
        assert_eq!(skill("mastering").unwrap().category_slug, "producer-engineer");
    }
}
