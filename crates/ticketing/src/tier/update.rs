//! Changing a tier that is on sale.

use kernel::Failure;
use serde::{Deserialize, Deserializer, Serialize};
use workspace::{Conflict, Tx};

use super::{
    TierDraft, TierId, TierRefusal, TierRow, list,
    rules::{self, SoundTier},
    store::{self, StoredTier},
};
use crate::event::{Event, event_named, event_of};

/// Changes a tier. What is absent stays; what is null is emptied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdateTier {
    /// The tier: its id, or with `event` its name or number.
    pub tier: String,
    /// The event, when the tier is not given by its id.
    #[serde(default)]
    #[ts(optional)]
    pub event: Option<String>,
    /// The version that was looked at; the change is refused when somebody changed it since.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub version: Option<i64>,
    /// Its name.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// Its price as people type it.
    #[serde(default)]
    #[ts(optional)]
    pub price: Option<String>,
    /// Its price in minor units; wins over `price`.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub price_minor: Option<i64>,
    /// What a badge or a door shows.
    #[serde(default)]
    #[ts(optional)]
    pub badge_label: Option<String>,
    /// What is included.
    #[serde(default)]
    #[ts(optional)]
    pub description: Option<String>,
    /// Its places; null for no limit.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number | null")]
    pub quantity: Option<Option<i64>>,
    /// Most in one order.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub order_quantity_max: Option<i64>,
    /// When sales start; null for at once.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string | null")]
    pub sales_start_at: Option<Option<String>>,
    /// When sales end; null for never.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string | null")]
    pub sales_end_at: Option<Option<String>>,
    /// Tax in percent.
    #[serde(default)]
    #[ts(optional)]
    pub tax_rate: Option<String>,
    /// Whether it sells at all.
    #[serde(default)]
    #[ts(optional)]
    pub is_active: Option<bool>,
    /// Whether it admits a person.
    #[serde(default)]
    #[ts(optional)]
    pub is_admission: Option<bool>,
    /// Whether the door stops for it.
    #[serde(default)]
    #[ts(optional)]
    pub needs_attention: Option<bool>,
    /// What the door is told.
    #[serde(default)]
    #[ts(optional)]
    pub door_note: Option<String>,
    /// From when its tickets open the door; null for no limit.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string | null")]
    pub valid_from: Option<Option<String>>,
    /// Until when its tickets open the door; null for no limit.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string | null")]
    pub valid_until: Option<Option<String>>,
    /// Most of its places that are given away; null for no limit.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number | null")]
    pub comp_quantity_max: Option<Option<i64>>,
    /// Whether it is sold only with a voucher that shows it.
    #[serde(default)]
    #[ts(optional)]
    pub is_hidden: Option<bool>,
    /// Where it stands in lists and on the till's keys.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub position: Option<i64>,
}

/// Tells a field that is null from one that is absent.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Changes a tier. What was sold keeps the price and the tax that it was sold at.
///
/// # Errors
/// A refusal naming the tier and the field, or that somebody changed it since; a fault when the database fails.
pub fn update_tier(tx: &Tx<'_>, request: &UpdateTier) -> Result<TierRow, Failure> {
    let (event, mut tier) = load(tx, request)?;
    if request.version.is_some_and(|seen| seen != tier.version) {
        return Err(Conflict { noun: "tier" }.into());
    }
    let balance = store::balance(tx, tier.id, tx.now())?;
    let taken = balance.issued + balance.held - balance.run_out;
    let changed = merged(&tier.sound, request, &event)?;
    if store::name_is_taken(tx, event.id, &changed.name, Some(tier.id))? {
        return Err(TierRefusal::NameTaken { tier: changed.name }.into());
    }
    if let Some(quantity) =
        changed.quantity.filter(|quantity| *quantity < taken && tier.sound.quantity != Some(*quantity))
    {
        return Err(TierRefusal::QuantityBelowTaken { tier: changed.name, quantity, taken }.into());
    }
    if changed.is_admission != tier.sound.is_admission && taken > 0 {
        return Err(TierRefusal::AdmissionFixed { tier: changed.name, taken }.into());
    }
    tier.sound = changed;
    tier.position = request.position.unwrap_or(tier.position);
    if !store::update(tx, &tier)? {
        return Err(Conflict { noun: "tier" }.into());
    }
    list::tier_row(tx, tier.id, tx.now())
}

fn load(tx: &Tx<'_>, request: &UpdateTier) -> Result<(Event, StoredTier), Failure> {
    let unknown = || TierRefusal::Unknown(request.tier.chars().take(60).collect());
    let id = match (&request.event, request.tier.parse::<TierId>()) {
        (_, Ok(id)) => id,
        (Some(event), Err(_)) => {
            let event = event_named(tx, event)?;
            store::tier_on_sale(tx, event.id, &request.tier)?.ok_or_else(unknown)?.id
        }
        (None, Err(_)) => return Err(unknown().into()),
    };
    let tier = store::tier_by_id(tx, id)?.ok_or_else(unknown)?;
    Ok((event_of(tx, tier.event_id)?, tier))
}

/// The tier as it will be. What was not given keeps its stored value without being judged again: a rule that was
/// tightened since must not stop someone from correcting a name.
fn merged(stored: &SoundTier, request: &UpdateTier, event: &Event) -> Result<SoundTier, TierRefusal> {
    let judged = rules::sound(&as_draft(stored, request), event.currency, event.time_zone)?;
    let sound = SoundTier {
        description: if request.description.is_some() {
            judged.description
        } else {
            stored.description.clone()
        },
        quantity: if request.quantity.is_some() { judged.quantity } else { stored.quantity },
        window: super::SalesWindow {
            opens_at: if request.sales_start_at.is_some() {
                judged.window.opens_at
            } else {
                stored.window.opens_at
            },
            closes_at: if request.sales_end_at.is_some() {
                judged.window.closes_at
            } else {
                stored.window.closes_at
            },
        },
        valid_from: if request.valid_from.is_some() { judged.valid_from } else { stored.valid_from },
        valid_until: if request.valid_until.is_some() { judged.valid_until } else { stored.valid_until },
        ..judged
    };
    rules::in_order(&sound)?;
    Ok(sound)
}

fn as_draft(stored: &SoundTier, request: &UpdateTier) -> TierDraft {
    let gives_price = request.price.is_some() || request.price_minor.is_some();
    TierDraft {
        name: request.name.clone().unwrap_or_else(|| stored.name.clone()),
        price: request.price.clone(),
        price_minor: if gives_price { request.price_minor } else { Some(stored.price.minor) },
        badge_label: Some(request.badge_label.clone().unwrap_or_else(|| stored.badge_label.clone())),
        description: request.description.clone(),
        quantity: request.quantity.flatten(),
        order_quantity_max: Some(request.order_quantity_max.unwrap_or(stored.order_quantity_max)),
        sales_start_at: request.sales_start_at.clone().flatten(),
        sales_end_at: request.sales_end_at.clone().flatten(),
        tax_rate: Some(request.tax_rate.clone().unwrap_or_else(|| stored.tax_rate.to_string())),
        is_active: Some(request.is_active.unwrap_or(stored.is_active)),
        is_admission: Some(request.is_admission.unwrap_or(stored.is_admission)),
        needs_attention: Some(request.needs_attention.unwrap_or(stored.needs_attention)),
        door_note: Some(request.door_note.clone().unwrap_or_else(|| stored.door_note.clone())),
        valid_from: request.valid_from.clone().flatten(),
        valid_until: request.valid_until.clone().flatten(),
        comp_quantity_max: request.comp_quantity_max.unwrap_or(stored.comp_quantity_max),
        is_hidden: Some(request.is_hidden.unwrap_or(stored.is_hidden)),
        quotas: Vec::new(),
    }
}
