//! The places of a sale: how many of each tier are taken anew, how many were set aside for the basket or for a voucher,
//! and how many a voucher lets in although nothing is left.

use kernel::Failure;
use payments::OrderId;
use workspace::Tx;

use super::{lines::WantedLine, quote::VoucherAtSale};
use crate::{
    event::Event,
    hold::{self, HeldForSale, HoldId},
    inventory::{self, Movement, OperationKind, TierDemand},
    tier::TierId,
};

/// The places of one tier in a sale.
pub(crate) struct TierPlaces {
    tier: TierId,
    tier_name: String,
    /// Sold within the bounds and not kept by a voucher.
    sold: i64,
    /// Set aside for the basket; may be more than are sold.
    set_aside: i64,
    /// Kept by vouchers: from which hold, and how many.
    kept: Vec<(HoldId, i64)>,
    /// Sold although nothing is left.
    beyond: i64,
}

/// The places of a sale by tier, in the order of its lines.
pub(crate) fn of_sale(
    wanted: &[WantedLine],
    held: Option<&HeldForSale>,
    vouchers: &[VoucherAtSale],
) -> Vec<TierPlaces> {
    let mut places: Vec<TierPlaces> = Vec::with_capacity(wanted.len());
    for line in wanted {
        let index = places.iter().position(|known| known.tier == line.tier.id).unwrap_or_else(|| {
            places.push(TierPlaces {
                tier: line.tier.id,
                tier_name: line.tier.name.clone(),
                sold: 0,
                set_aside: held.map_or(0, |held| held.places_of(line.tier.id)),
                kept: Vec::new(),
                beyond: 0,
            });
            places.len() - 1
        });
        let tier = &mut places[index];
        let Some(voucher) = vouchers.iter().find(|voucher| voucher.is_on(line)) else {
            tier.sold += line.quantity;
            continue;
        };
        let kept = voucher.keeps(line.tier.id, line.quantity);
        if let (Some(hold), 1..) = (voucher.stored.hold, kept) {
            tier.kept.push((hold, kept));
        }
        let rest = line.quantity - kept;
        if voucher.stored.allow_ignore_quota { tier.beyond += rest } else { tier.sold += rest }
    }
    places
}

/// What the sale wants of the pools.
pub(crate) fn demands(places: &[TierPlaces]) -> Vec<TierDemand> {
    let demand = |places: &TierPlaces| TierDemand {
        tier: places.tier,
        tier_name: places.tier_name.clone(),
        more: (places.sold - places.set_aside).max(0),
    };
    places.iter().map(demand).collect()
}

/// What a basket sets aside: not what a voucher keeps or lets in anyway.
pub(crate) fn to_set_aside(places: &[TierPlaces]) -> Vec<(TierId, i64)> {
    places.iter().filter(|places| places.sold > 0).map(|places| (places.tier, places.sold)).collect()
}

/// Moves the places. What a hold keeps beyond the sale is set free before more is taken, and what ignores the bounds is
/// taken last: the second wall looks at each step.
pub(crate) fn take(
    tx: &Tx<'_>,
    event: &Event,
    order: OrderId,
    held: Option<&HeldForSale>,
    places: &[TierPlaces],
) -> Result<(), Failure> {
    if let Some(held) = held {
        let sold: Vec<_> = places.iter().map(|places| places.tier).collect();
        hold::close_for_sale(tx, held, &sold)?;
    }
    let mut tiers: Vec<&TierPlaces> = places.iter().collect();
    tiers.sort_by_key(|places| places.sold - places.set_aside);
    let movement = |tier, kind, issued_delta, held_delta, hold| Movement {
        event: event.id,
        tier,
        kind,
        issued_delta,
        held_delta,
        order: Some(order),
        hold,
    };
    for places in &tiers {
        let is_kept = places.set_aside > 0;
        let kind = if is_kept { OperationKind::Convert } else { OperationKind::Issue };
        let hold = held.filter(|_| is_kept).map(HeldForSale::id);
        inventory::record(tx, &movement(places.tier, kind, places.sold, -places.set_aside, hold))?;
        for (hold, kept) in &places.kept {
            let kind = OperationKind::Convert;
            inventory::record(tx, &movement(places.tier, kind, *kept, -*kept, Some(*hold)))?;
            hold::take_kept(tx, *hold, places.tier, *kept)?;
        }
    }
    for places in tiers.iter().filter(|places| places.beyond > 0) {
        let beyond = movement(places.tier, OperationKind::Issue, places.beyond, 0, None);
        inventory::record_beyond(tx, &beyond)?;
    }
    Ok(())
}
