//! From a template to the tiers and check-in lists of one event.

use admission::list::CreateCheckinList;
use chrono::TimeDelta;
use events::Event;
use reference::{EventTemplate, TemplateTier};
use ticketing::tier::TierDraft;

/// The template's tiers, priced and with sales windows that count from the event's start.
pub(crate) fn tiers(template: &EventTemplate, event: &Event) -> Vec<TierDraft> {
    template.tiers.iter().map(|tier| draft(tier, event)).collect()
}

fn draft(tier: &TemplateTier, event: &Event) -> TierDraft {
    let closes = event.starts_at + TimeDelta::minutes(i64::from(tier.sales_close_minutes_after_start));
    TierDraft {
        name: tier.name.clone(),
        price_minor: Some(tier.price_minor.unwrap_or(0)),
        badge_label: Some(tier.badge_label.clone()),
        description: Some(tier.perks.join("\n")),
        quantity: Some(i64::from(tier.quantity)),
        order_quantity_max: Some(i64::from(tier.order_quantity_max)),
        sales_end_at: Some(closes.min(event.ends_at).to_rfc3339()),
        ..TierDraft::default()
    }
}

/// The template's lists, as far as the event has their tiers.
pub(crate) fn lists(template: &EventTemplate, event: &Event, tiers: &[TierDraft]) -> Vec<CreateCheckinList> {
    let has = |name: &String| tiers.iter().any(|tier| tier.name == *name);
    template
        .lists
        .iter()
        .filter(|list| list.tiers.is_empty() || list.tiers.iter().any(has))
        .map(|list| {
            let covered: Vec<String> = list.tiers.iter().filter(|name| has(name)).cloned().collect();
            CreateCheckinList {
                tiers: (!covered.is_empty()).then_some(covered),
                allows_multiple_entries: Some(list.re_entry.allows_multiple_entries()),
                allows_reentry_after_exit: Some(list.re_entry.allows_reentry_after_exit()),
                ..list_of_all_tiers(event, &list.name)
            }
        })
        .collect()
}

/// A list that admits every tier of `event` once, with re-entry after an exit.
pub(crate) fn list_of_all_tiers(event: &Event, name: &str) -> CreateCheckinList {
    CreateCheckinList {
        event: event.slug.clone(),
        name: name.to_owned(),
        tiers: None,
        allows_multiple_entries: None,
        allows_reentry_after_exit: None,
        includes_pending: None,
        matches_addons: None,
        rules: None,
        exit_all_at: None,
    }
}
