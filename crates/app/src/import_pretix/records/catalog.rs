//! Event, tiers and quotas from the export's catalogue.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::TimeDelta;
use kernel::{Currency, money::round_half_away_from_zero};
use rust_decimal::Decimal;

use super::{EventRecord, QuotaRecord, TierKey, TierRecord, export::Notes};
use crate::import_pretix::{
    read::{json_path::JsonPath, parse::Document},
    refusal::ImportRefused,
    wire::{Event, Item, List, Quota, TaxRule, Variation},
};

/// An event without an end is shown as lasting this long.
const ASSUMED_HOURS: i64 = 4;

/// Places beyond which a pool is as good as unlimited, and beyond which the workspace stores none.
const QUOTA_SIZE_MAX: i64 = 10_000_000;

/// The event as a record.
pub(super) fn event(
    document: &Document<Event>,
    locale: &str,
    notes: &mut Notes,
) -> Result<EventRecord, ImportRefused> {
    let event = &document.value;
    if event.has_subevents {
        return Err(ImportRefused::SeriesOfDates {
            place: document.place(&JsonPath::root().key("has_subevents")),
        });
    }
    let title = event.name.in_locale(locale);
    if title.is_empty() {
        return Err(
            document.malformed(&JsonPath::root().key("name"), "the event has no name in any language")
        );
    }
    if event.slug.is_empty() || event.slug.chars().count() > 80 {
        return Err(document.malformed(&JsonPath::root().key("slug"), "a short name has 1 to 80 characters"));
    }
    let starts_at = event.date_from.0;
    let ends_at = match event.date_to {
        Some(end) if end.0 > starts_at => end.0,
        Some(_) => {
            return Err(
                document.malformed(&JsonPath::root().key("date_to"), "the event ends before it starts")
            );
        }
        None => {
            notes.warn(format!("The event has no end; {ASSUMED_HOURS} hours after its start are assumed."));
            starts_at + TimeDelta::hours(ASSUMED_HOURS)
        }
    };
    let doors_at = event.date_admission.map(|doors| doors.0).filter(|doors| *doors <= starts_at);
    if event.date_admission.is_some() && doors_at.is_none() {
        notes.warn(
            "Admission begins after the start of the event; the time of admission was left out.".to_owned(),
        );
    }
    if event.presale_start.is_some() || event.presale_end.is_some() {
        notes.left_out("presale window", 1, "it bounds the web shop; the till sells before and after it");
    }
    let location = event.location.in_locale(locale).lines().map(str::trim).collect::<Vec<_>>().join(", ");
    Ok(EventRecord {
        title: title.chars().take(300).collect(),
        slug: event.slug.clone(),
        is_live: event.live,
        is_public: event.is_public,
        currency: event.currency,
        zone: event.timezone,
        doors_at,
        starts_at,
        ends_at,
        location: location.chars().take(200).collect(),
    })
}

/// The products that an export has, each with what is or was sold of it.
#[derive(Debug, Default)]
pub(super) struct Products {
    tiers: HashMap<i64, Vec<TierKey>>,
}

impl Products {
    /// Whether the export has this product with this variation.
    pub(super) fn has(&self, key: TierKey) -> bool {
        self.tiers.get(&key.item).is_some_and(|known| known.contains(&key))
    }

    /// What is or was sold of a product: itself, or its variations. `None` when the export does not have it.
    pub(super) fn tiers_of(&self, item: i64) -> Option<&[TierKey]> {
        self.tiers.get(&item).map(Vec::as_slice)
    }

    fn has_variation(&self, variation: i64) -> bool {
        self.tiers.values().flatten().any(|key| key.variation == Some(variation))
    }
}

/// What a tier is made from.
struct Shelf<'a> {
    items: &'a Document<List<Item>>,
    priced_without_tax: BTreeSet<i64>,
    currency: Currency,
    locale: &'a str,
}

/// Tiers in the order of the shop, and the products they come from. `sold_bare` are products with variations of
/// which old orders hold tickets without one; they get a tier that is no longer sold.
pub(super) fn tiers(
    items: &Document<List<Item>>,
    tax_rules: &[TaxRule],
    sold_bare: &BTreeSet<i64>,
    (currency, locale): (Currency, &str),
    notes: &mut Notes,
) -> Result<(Vec<TierRecord>, Products), ImportRefused> {
    let priced_without_tax =
        tax_rules.iter().filter(|rule| !rule.price_includes_tax).map(|rule| rule.id).collect();
    let shelf = Shelf { items, priced_without_tax, currency, locale };
    let mut products = Products::default();
    let mut tiers: Vec<TierRecord> = Vec::new();
    let mut places: Vec<usize> = (0..items.value.results.len()).collect();
    places.sort_by_key(|place| {
        let item = &items.value.results[*place];
        (item.category.unwrap_or(i64::MAX), item.position, item.id)
    });
    for place in places {
        let item = &items.value.results[place];
        let path = JsonPath::root().element("results", place);
        let sold_before = tiers.len();
        let mut order: Vec<usize> = (0..item.variations.len()).collect();
        order.sort_by_key(|index| (item.variations[*index].position, item.variations[*index].id));
        for index in &order {
            let own = &item.variations[*index];
            tiers.push(shelf.tier(&path, item, Some((*index, own)))?);
        }
        if item.variations.is_empty() || sold_bare.contains(&item.id) {
            let mut tier = shelf.tier(&path, item, None)?;
            tier.is_active &= item.variations.is_empty();
            tiers.push(tier);
        }
        let keys = tiers[sold_before..].iter().map(|tier| tier.key).collect();
        if products.tiers.insert(item.id, keys).is_some() {
            return Err(items.malformed(&path.key("id"), format!("product {} is there twice", item.id)));
        }
        note_terms(item, locale, notes);
    }
    make_names_unique(&mut tiers);
    Ok((tiers, products))
}

impl Shelf<'_> {
    fn tier(
        &self,
        path: &JsonPath,
        item: &Item,
        variation: Option<(usize, &Variation)>,
    ) -> Result<TierRecord, ImportRefused> {
        let own = variation.map(|(_, own)| own);
        let name = item.name.in_locale(self.locale);
        if name.is_empty() {
            return Err(self.items.malformed(&path.key("name"), "the product has no name in any language"));
        }
        let name = match own.map(|own| own.value.in_locale(self.locale)) {
            Some(part) if !part.is_empty() => format!("{name} – {part}"),
            Some(_) | None => name.to_owned(),
        };
        let (price, price_path) =
            match variation.and_then(|(index, own)| own.default_price.map(|price| (index, price))) {
                Some((index, price)) => (price, path.element("variations", index).key("default_price")),
                None => (item.default_price, path.key("default_price")),
            };
        let is_without_tax = item.tax_rule.is_some_and(|rule| self.priced_without_tax.contains(&rule));
        let price_minor = price
            .minor(self.currency)
            .and_then(
                |minor| if is_without_tax { with_tax(minor, item.tax_rate.percent()) } else { Some(minor) },
            )
            .filter(|minor| *minor >= 0)
            .ok_or_else(|| {
                self.items.malformed(
                    &price_path,
                    format!("“{}” is not a price in {}", price.decimal(), self.currency),
                )
            })?;
        let sales_start_at = own.and_then(|own| own.available_from).or(item.available_from).map(|at| at.0);
        let sales_end_at = own.and_then(|own| own.available_until).or(item.available_until).map(|at| at.0);
        if sales_start_at.zip(sales_end_at).is_some_and(|(start, end)| start >= end) {
            return Err(self.items.malformed(&path.key("available_until"), "the sale ends before it starts"));
        }
        let is_validity_fixed = item.validity_mode.as_deref() == Some("fixed");
        let text = own.and_then(|own| own.checkin_text.as_deref()).filter(|text| !text.is_empty());
        Ok(TierRecord {
            key: TierKey { item: item.id, variation: own.map(|own| own.id) },
            name: name.chars().take(120).collect(),
            description: item.description.in_locale(self.locale).to_owned(),
            price_minor,
            tax_rate: item.tax_rate.to_string(),
            is_active: item.active && own.is_none_or(|own| own.active),
            is_admission: item.admission,
            needs_attention: item.checkin_attention || own.is_some_and(|own| own.checkin_attention),
            door_note: text.or(item.checkin_text.as_deref()).unwrap_or_default().to_owned(),
            order_quantity_max: item.max_per_order.filter(|most| (1..=10_000).contains(most)),
            sales_start_at,
            sales_end_at,
            valid_from: item.validity_fixed_from.filter(|_| is_validity_fixed).map(|at| at.0),
            valid_until: item.validity_fixed_until.filter(|_| is_validity_fixed).map(|at| at.0),
        })
    }
}

/// A price without tax as the price that is charged.
fn with_tax(net_minor: i64, percent: Decimal) -> Option<i64> {
    let exact = Decimal::from(net_minor).checked_mul(Decimal::ONE_HUNDRED.checked_add(percent)?)?;
    round_half_away_from_zero(exact.checked_div(Decimal::ONE_HUNDRED)?).ok()
}

/// Two products may share a name in a shop, but not on the keys of a till: the later ones get their number.
fn make_names_unique(tiers: &mut [TierRecord]) {
    let mut taken = BTreeSet::new();
    for tier in tiers {
        if !taken.insert(tier.name.clone()) {
            let short: String = tier.name.chars().take(100).collect();
            tier.name = format!("{short} ({})", tier.key);
            taken.insert(tier.name.clone());
        }
    }
}

fn note_terms(item: &Item, locale: &str, notes: &mut Notes) {
    let name = item.name.in_locale(locale);
    if item.free_price {
        notes.warn(format!("“{name}” lets buyers pay more in the shop; here it has its fixed price."));
    }
    if item.require_voucher {
        notes.warn(format!("“{name}” needs a voucher in the shop; the till sells it without."));
    }
    if item.require_approval {
        notes.warn(format!("“{name}” needs approval in the shop; the till sells it at once."));
    }
    if item.validity_mode.as_deref() == Some("dynamic") {
        notes.warn(format!(
            "“{name}” is valid for a time that starts with its sale; tickets sold here have no such limit."
        ));
    }
}

/// Pools with what draws on them.
pub(super) fn quotas(
    document: &Document<List<Quota>>,
    products: &Products,
    notes: &mut Notes,
) -> Result<Vec<QuotaRecord>, ImportRefused> {
    let mut records: BTreeMap<i64, QuotaRecord> = BTreeMap::new();
    for (index, quota) in document.value.results.iter().enumerate() {
        let path = JsonPath::root().element("results", index);
        if quota.size.is_some_and(|size| size < 0) {
            return Err(document.malformed(&path.key("size"), "a quota cannot hold less than nothing"));
        }
        let tiers = quota_tiers(document, &path, quota, products)?;
        if quota.closed {
            notes.warn(format!(
                "Quota “{}” is closed in the shop; here its free places are on sale.",
                quota.name
            ));
        }
        if quota.release_after_exit {
            notes.warn(format!(
                "Quota “{}” frees places when guests leave; here they stay taken.",
                quota.name
            ));
        }
        let name = quota.name.chars().take(120).collect();
        let size = quota.size.filter(|size| *size <= QUOTA_SIZE_MAX);
        if records.insert(quota.id, QuotaRecord { id: quota.id, name, size, tiers }).is_some() {
            return Err(document.malformed(&path.key("id"), format!("quota {} is there twice", quota.id)));
        }
    }
    Ok(records.into_values().collect())
}

fn quota_tiers(
    document: &Document<List<Quota>>,
    path: &JsonPath,
    quota: &Quota,
    products: &Products,
) -> Result<Vec<TierKey>, ImportRefused> {
    for (at, variation) in quota.variations.iter().enumerate() {
        if !products.has_variation(*variation) {
            let problem = format!("variation {variation} is not in items.json");
            return Err(document.broken(&path.element("variations", at), problem));
        }
    }
    let mut tiers = BTreeSet::new();
    for (at, item) in quota.items.iter().enumerate() {
        let all = products.tiers_of(*item).ok_or_else(|| {
            document.broken(&path.element("items", at), format!("product {item} is not in items.json"))
        })?;
        // Old tickets of a product that got variations later count towards none of its variations' quotas.
        let is_single = all.iter().all(|key| key.variation.is_none());
        let draws = |key: &&TierKey| key.variation.map_or(is_single, |own| quota.variations.contains(&own));
        tiers.extend(all.iter().filter(draws));
    }
    Ok(tiers.into_iter().collect())
}
