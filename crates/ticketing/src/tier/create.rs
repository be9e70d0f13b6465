//! Putting something on sale.

use events::EventId;
use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    TierId, TierRefusal, TierRow, list, rules,
    store::{self, StoredTier},
};
use crate::{
    event::{Event, event_named, event_of},
    signing::{KeyVault, ensure_key},
};

/// A tier as someone writes it down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TierDraft {
    /// Its name, unique among the event's living tiers.
    pub name: String,
    /// Its price as people type it, in the event's currency.
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
    /// Places of its own; unlimited when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub quantity: Option<i64>,
    /// Most in one order; 20 when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub order_quantity_max: Option<i64>,
    /// When sales start: on the event's clocks, or a moment with its offset.
    #[serde(default)]
    #[ts(optional)]
    pub sales_start_at: Option<String>,
    /// When sales end.
    #[serde(default)]
    #[ts(optional)]
    pub sales_end_at: Option<String>,
    /// Tax in percent; none when absent.
    #[serde(default)]
    #[ts(optional)]
    pub tax_rate: Option<String>,
    /// Whether it sells at all; it does when absent.
    #[serde(default)]
    #[ts(optional)]
    pub is_active: Option<bool>,
    /// Whether it admits a person; it does when absent.
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
    /// From when its tickets open the door.
    #[serde(default)]
    #[ts(optional)]
    pub valid_from: Option<String>,
    /// Until when its tickets open the door.
    #[serde(default)]
    #[ts(optional)]
    pub valid_until: Option<String>,
    /// Most of its places that are given away; no limit when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub comp_quantity_max: Option<i64>,
    /// Whether it is sold only with a voucher that shows it.
    #[serde(default)]
    #[ts(optional)]
    pub is_hidden: Option<bool>,
    /// Quotas that it draws on, by name.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub quotas: Vec<String>,
}

/// Puts one tier on sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateTier {
    /// The event: its id or its slug.
    pub event: String,
    /// The tier.
    #[serde(flatten)]
    pub draft: TierDraft,
}

/// Puts one tier on sale; the event gets its key pair with its first.
///
/// # Errors
/// A refusal naming the tier and the field; a fault when the vault or the database fails.
pub fn create_tier(tx: &Tx<'_>, vault: &dyn KeyVault, request: &CreateTier) -> Result<TierRow, Failure> {
    let event = event_named(tx, &request.event)?;
    let tier = insert(tx, vault, &event, &request.draft)?;
    list::tier_row(tx, tier, tx.now())
}

/// Puts several tiers on sale, all or none: what a template brings.
///
/// # Errors
/// As [`create_tier`].
pub fn create_tiers(
    tx: &Tx<'_>,
    vault: &dyn KeyVault,
    event: EventId,
    drafts: &[TierDraft],
) -> Result<Vec<TierId>, Failure> {
    let event = event_of(tx, event)?;
    drafts.iter().map(|draft| insert(tx, vault, &event, draft)).collect()
}

fn insert(tx: &Tx<'_>, vault: &dyn KeyVault, event: &Event, draft: &TierDraft) -> Result<TierId, Failure> {
    let sound = rules::sound(draft, event.currency, event.time_zone)?;
    let tier = sound.name.clone();
    if store::name_is_taken(tx, event.id, &sound.name, None)? {
        return Err(TierRefusal::NameTaken { tier }.into());
    }
    let (last_number, last_position) = store::last_number_and_position(tx, event.id)?;
    let tier_number = u16::try_from(last_number + 1).map_err(|_| TierRefusal::TooManyTiers)?;
    if last_number == 0 {
        ensure_key(tx, vault, event.id)?;
    }
    let (id, position): (TierId, i64) = (tx.new_id()?, last_position + 1);
    store::insert(tx, &StoredTier { id, event_id: event.id, tier_number, sound, position, version: 1 })?;
    for quota in &draft.quotas {
        let unknown = || TierRefusal::UnknownQuota { tier: tier.clone(), quota: quota.clone() };
        let quota = store::quota_named(tx, event.id, quota.trim())?.ok_or_else(unknown)?;
        store::link_quota(tx, quota, id)?;
    }
    Ok(id)
}
