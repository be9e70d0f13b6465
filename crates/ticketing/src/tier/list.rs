//! Looking at tiers: what is sold, held and left.

use kernel::{Failure, Fault, Money, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{
    TierId, TierRefusal, TierRow, TierState,
    store::{self, StoredTier},
};
use crate::{
    event::{Event, event_named, event_of},
    inventory::{Pool, TierDemand, availability, pools_of},
};

/// Asks for an event's tiers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListTiers {
    /// The event: its id or its slug.
    pub event: String,
}

/// The tiers of an event at `now`, in the order of the till's keys.
///
/// # Errors
/// A refusal when there is no such event; a fault when the database fails.
pub fn list_tiers(view: &View<'_>, request: &ListTiers, now: Timestamp) -> Result<Vec<TierRow>, Failure> {
    let event = event_named(view, &request.event)?;
    let tiers = store::tiers_of(view, event.id)?;
    rows(view, &event, tiers, now)
}

/// One tier at `now`.
///
/// # Errors
/// A refusal when there is no such tier; a fault when the database fails.
pub fn tier_row(view: &View<'_>, tier: TierId, now: Timestamp) -> Result<TierRow, Failure> {
    let unknown = || TierRefusal::Unknown(tier.to_string());
    let stored = store::tier_by_id(view, tier)?.ok_or_else(unknown)?;
    let event = event_of(view, stored.event_id)?;
    rows(view, &event, vec![stored], now)?.pop().ok_or_else(|| unknown().into())
}

fn rows(
    view: &View<'_>,
    event: &Event,
    tiers: Vec<StoredTier>,
    now: Timestamp,
) -> Result<Vec<TierRow>, Failure> {
    let demands: Vec<TierDemand> = tiers
        .iter()
        .map(|tier| TierDemand { tier: tier.id, tier_name: tier.sound.name.clone(), more: 0 })
        .collect();
    let balances =
        tiers.iter().map(|tier| store::balance(view, tier.id, now)).collect::<Result<Vec<_>, Fault>>()?;
    let mut pools = pools_of(view, event, &demands)?;
    for (tier, balance) in tiers.iter().zip(&balances) {
        free_what_ran_out(&mut pools, tier.id, balance.run_out);
    }
    let with_balance = tiers.into_iter().zip(balances);
    with_balance.map(|(tier, balance)| row(event, tier, balance, &pools, now)).collect()
}

/// Holds whose time is up no longer take places, though nobody has swept them yet.
fn free_what_ran_out(pools: &mut [Pool], tier: TierId, run_out: i64) {
    for pool in pools.iter_mut().filter(|pool| pool.drawn_on_by.contains(&tier)) {
        pool.used -= run_out;
    }
}

fn row(
    event: &Event,
    tier: StoredTier,
    balance: store::Balance,
    pools: &[Pool],
    now: Timestamp,
) -> Result<TierRow, Failure> {
    let available = availability::left_of(pools, tier.id);
    let sound = tier.sound;
    let gross_price = gross_price(event, sound.price, sound.tax_rate)?;
    Ok(TierRow {
        id: tier.id,
        event_id: tier.event_id,
        tier_number: tier.tier_number,
        state: TierState::derive(sound.is_active, sound.window, available, now),
        badge_label: sound.badge_label,
        description: sound.description,
        price: sound.price,
        gross_price,
        tax_rate: sound.tax_rate.to_string(),
        quantity: sound.quantity,
        issued: balance.issued,
        held: balance.held - balance.run_out,
        available,
        order_quantity_max: sound.order_quantity_max,
        sales_start_at: sound.window.opens_at,
        sales_end_at: sound.window.closes_at,
        is_active: sound.is_active,
        is_admission: sound.is_admission,
        needs_attention: sound.needs_attention,
        door_note: sound.door_note,
        valid_from: sound.valid_from,
        valid_until: sound.valid_until,
        comp_quantity_max: sound.comp_quantity_max,
        is_hidden: sound.is_hidden,
        position: tier.position,
        version: tier.version,
        name: sound.name,
    })
}

/// What a customer pays for a price as entered.
pub(crate) fn gross_price(
    event: &Event,
    price: Money,
    rate: crate::tax::TaxRate,
) -> Result<Money, kernel::MoneyError> {
    if event.prices_include_tax { Ok(price) } else { price.add(rate.on_top_of(price)?) }
}
