//! Event templates: what a concert, a club night or a conference usually looks like, as a starting point that a
//! planner changes. The files and their schema are in `assets/templates`.

use std::{collections::BTreeMap, sync::LazyLock};

use include_dir::{Dir, include_dir};
use kernel::Currency;
use serde::{Deserialize, Serialize};

/// What happens when a ticket that was admitted comes to the same list again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReEntry {
    /// A ticket admits once.
    Never,
    /// A guest who was scanned out may come back in.
    AfterExit,
    /// Every scan admits, as at the door of a conference hall.
    Always,
}

impl ReEntry {
    /// Whether a ticket may enter again without having left.
    #[must_use]
    pub fn allows_multiple_entries(self) -> bool {
        match self {
            Self::Always => true,
            Self::Never | Self::AfterExit => false,
        }
    }

    /// Whether a ticket may enter again after an exit scan.
    #[must_use]
    pub fn allows_reentry_after_exit(self) -> bool {
        match self {
            Self::Always | Self::AfterExit => true,
            Self::Never => false,
        }
    }
}

/// A template with its prices in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct EventTemplate {
    /// Stable word: `club-night`.
    pub key: String,
    /// English name.
    pub name: String,
    /// One sentence that tells when to choose it.
    pub summary: String,
    /// Code of the event taxonomy.
    pub category_code: String,
    /// From start to end, in minutes.
    pub duration_minutes: u32,
    /// From doors to start, in minutes; 0 when both are one.
    pub doors_before_minutes: u32,
    /// Places to start from.
    pub capacity: u32,
    /// What is sold.
    pub tiers: Vec<TemplateTier>,
    /// Where tickets are scanned.
    pub lists: Vec<TemplateList>,
    /// Advice for the planner.
    pub notes: Vec<String>,
}

/// A tier of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TemplateTier {
    /// What the buyer reads.
    pub name: String,
    /// Short word on ticket and door screen, at most eight characters.
    pub badge_label: String,
    /// Suggested price in minor units; absent when the template names none in this currency.
    #[ts(type = "number | null")]
    pub price_minor: Option<i64>,
    /// Part of the capacity in per cent; the tiers of a template make up 100.
    pub share_percent: u32,
    /// Places of this tier when the capacity is the template's.
    pub quantity: u32,
    /// Most tickets in one order.
    pub order_quantity_max: u32,
    /// Days before the start on which sales open.
    pub sales_open_days_before: u32,
    /// Minutes after the start at which sales close; negative closes before the start.
    pub sales_close_minutes_after_start: i32,
    /// What the tier includes.
    pub perks: Vec<String>,
}

/// A check-in list of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TemplateList {
    /// What the door reads.
    pub name: String,
    /// Names of the tiers it admits; empty admits all.
    pub tiers: Vec<String>,
    /// What a second scan does.
    pub re_entry: ReEntry,
    /// Minutes before the start from which it admits.
    pub opens_minutes_before_start: u32,
    /// Minutes after the start until which it admits.
    pub closes_minutes_after_start: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateFile {
    key: String,
    name: String,
    summary: String,
    category_code: String,
    duration_minutes: u32,
    doors_before_minutes: u32,
    capacity: u32,
    tiers: Vec<TierEntry>,
    lists: Vec<TemplateList>,
    notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TierEntry {
    name: String,
    badge_label: String,
    share_percent: u32,
    order_quantity_max: u32,
    sales_open_days_before: u32,
    sales_close_minutes_after_start: i32,
    price_minor: BTreeMap<Currency, i64>,
    perks: Vec<String>,
}

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/templates/events");
static FILES: LazyLock<Vec<TemplateFile>> = LazyLock::new(|| {
    let mut files: Vec<TemplateFile> = FOLDER
        .files()
        .map(|file| {
            let name = file.path().to_string_lossy();
            crate::embedded::parse(&name, file.contents_utf8().unwrap_or_default())
        })
        .collect();
    files.sort_by(|a, b| a.key.cmp(&b.key));
    files
});

impl TemplateFile {
    fn priced_in(&self, currency: Currency) -> EventTemplate {
        let shares: Vec<u32> = self.tiers.iter().map(|tier| tier.share_percent).collect();
        let quantities = share_out(self.capacity, &shares);
        let tiers =
            self.tiers.iter().zip(quantities).map(|(tier, quantity)| tier.priced_in(currency, quantity));
        EventTemplate {
            key: self.key.clone(),
            name: self.name.clone(),
            summary: self.summary.clone(),
            category_code: self.category_code.clone(),
            duration_minutes: self.duration_minutes,
            doors_before_minutes: self.doors_before_minutes,
            capacity: self.capacity,
            tiers: tiers.collect(),
            lists: self.lists.clone(),
            notes: self.notes.clone(),
        }
    }
}

impl TierEntry {
    fn priced_in(&self, currency: Currency, quantity: u32) -> TemplateTier {
        TemplateTier {
            name: self.name.clone(),
            badge_label: self.badge_label.clone(),
            price_minor: self.price_minor.get(&currency).copied(),
            share_percent: self.share_percent,
            quantity,
            order_quantity_max: self.order_quantity_max,
            sales_open_days_before: self.sales_open_days_before,
            sales_close_minutes_after_start: self.sales_close_minutes_after_start,
            perks: self.perks.clone(),
        }
    }
}

/// All templates with prices in euros, by key.
#[must_use]
pub fn templates() -> Vec<EventTemplate> {
    templates_in(Currency::EUR)
}

/// All templates with prices in one currency, by key.
#[must_use]
pub fn templates_in(currency: Currency) -> Vec<EventTemplate> {
    FILES.iter().map(|file| file.priced_in(currency)).collect()
}

/// One template with prices in one currency.
#[must_use]
pub fn template_in(key: &str, currency: Currency) -> Option<EventTemplate> {
    FILES.iter().find(|file| file.key == key).map(|file| file.priced_in(currency))
}

/// Divides places by shares in per cent. The parts add up to exactly `places` times the sum of the shares in per cent,
/// rounded down; what rounding leaves over goes to the first tiers, one each, because they sell the most.
#[must_use]
pub fn share_out(places: u32, shares_percent: &[u32]) -> Vec<u32> {
    let part = |percent: u64| u64::from(places) * percent / 100;
    let parts: Vec<u64> = shares_percent.iter().map(|percent| part(u64::from(*percent))).collect();
    let wanted = part(shares_percent.iter().copied().map(u64::from).sum());
    let left_over = wanted.saturating_sub(parts.iter().sum());
    (0_u64..)
        .zip(parts)
        .map(|(index, part)| u32::try_from(part + u64::from(index < left_over)).unwrap_or(u32::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_file_in_the_folder_is_a_template_named_by_its_key() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/templates/events");
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let keys: Vec<_> = templates().iter().map(|template| format!("{}.json", template.key)).collect();
        assert_eq!(keys, names);
        assert!(keys.len() >= 6, "concert, club night, conference, theatre, festival and comedy at least");
    }

    #[test]
    fn every_template_can_be_planned_and_sold() {
        for template in templates() {
            let key = &template.key;
            let category = crate::category(&template.category_code);
            assert!(category.is_some_and(|c| c.parent_code.is_some()), "{key}: a subcategory");
            assert!(template.duration_minutes > 0 && template.capacity > 0, "{key}");
            let names: BTreeSet<_> = template.tiers.iter().map(|tier| &tier.name).collect();
            assert_eq!(names.len(), template.tiers.len(), "{key}: tier names are distinct");
            let total: u32 = template.tiers.iter().map(|tier| tier.quantity).sum();
            assert_eq!(total, template.capacity, "{key}: the tiers fill the house");
            for tier in &template.tiers {
                assert!(tier.badge_label.len() <= 8 && tier.quantity > 0, "{key}: {}", tier.name);
                assert!(tier.price_minor.is_some_and(|price| price >= 0), "{key}: {}", tier.name);
                let opens = -i64::from(tier.sales_open_days_before) * 24 * 60;
                let closes = i64::from(tier.sales_close_minutes_after_start);
                assert!(opens < closes, "{key}: {} is never on sale", tier.name);
                assert!(
                    closes <= i64::from(template.duration_minutes),
                    "{key}: {} sells too long",
                    tier.name
                );
            }
        }
    }

    #[test]
    fn every_tier_is_admitted_by_a_list() {
        for template in templates() {
            assert!(!template.lists.is_empty(), "{}", template.key);
            for tier in &template.tiers {
                let is_admitted =
                    template.lists.iter().any(|l| l.tiers.is_empty() || l.tiers.contains(&tier.name));
                assert!(is_admitted, "{}: nobody admits {}", template.key, tier.name);
            }
            for name in template.lists.iter().flat_map(|list| &list.tiers) {
                let is_known = template.tiers.iter().any(|tier| &tier.name == name);
                assert!(is_known, "{}: no tier {name}", template.key);
            }
        }
    }

    #[test]
    fn prices_follow_the_currency_and_are_left_out_where_none_is_known() {
        let price = |code: &str| template_in("concert", code.parse().unwrap()).unwrap().tiers[0].price_minor;
        assert_eq!(price("EUR"), Some(2800));
        assert_eq!(price("JPY"), Some(4000), "the yen has no minor unit");
        assert_eq!(price("KWD"), Some(8500), "the dinar has three places");
        assert_eq!(price("ISK"), None);
        assert_eq!(template_in("moon-landing", Currency::EUR), None);
    }

    #[test]
    fn re_entry_words_become_the_two_settings_of_a_list() {
        let settings = |word: ReEntry| (word.allows_multiple_entries(), word.allows_reentry_after_exit());
        assert_eq!(settings(ReEntry::Never), (false, false));
        assert_eq!(settings(ReEntry::AfterExit), (false, true));
        assert_eq!(settings(ReEntry::Always), (true, true));
    }

    proptest! {
        #[test]
        fn shares_of_a_hundred_fill_the_house(places in 0_u32..5_000_000, cut in 0_u32..=100, second in 0_u32..=100) {
            let rest = 100 - cut;
            let middle = rest * second / 100;
            let parts = share_out(places, &[cut, middle, rest - middle]);
            prop_assert_eq!(parts.iter().map(|part| u64::from(*part)).sum::<u64>(), u64::from(places));
        }
    }
}
