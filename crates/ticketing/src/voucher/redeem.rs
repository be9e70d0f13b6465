//! Places that a voucher keeps: taken when it is planned, handed to the tickets that are bought with it, taken again
//! when such a ticket is given back.

use chrono::TimeDelta;
use kernel::{Failure, Timestamp};
use workspace::Tx;

use super::store::{self, StoredVoucher};
use crate::{
    event::{Event, event_of},
    hold::{self, KeptPlaces},
    inventory::{self, TierDemand},
    ticket::TicketId,
    tier::{TierId, TierRefusal, tier_by_id},
};

/// How long places are kept for a voucher that has no end of its own.
const DAYS_WITHOUT_END: i64 = 365 * 100;

/// Takes the places of a voucher that keeps some, and writes down which hold has them.
pub(super) fn keep_places(
    tx: &Tx<'_>,
    event: &Event,
    voucher: &StoredVoucher,
    quantity: i64,
) -> Result<(), Failure> {
    let until = voucher.terms.valid_until.unwrap_or(tx.now() + TimeDelta::days(DAYS_WITHOUT_END));
    let (Some(tier), true) = (kept_tier(voucher), quantity > 0 && until > tx.now()) else { return Ok(()) };
    let name = tier_by_id(tx, tier)?.ok_or_else(|| TierRefusal::Unknown(tier.to_string()))?.sound.name;
    inventory::ensure_available(tx, event, &[TierDemand { tier, tier_name: name, more: quantity }])?;
    let note = format!("Voucher {}", voucher.terms.code);
    let hold = hold::keep(tx, &KeptPlaces { event: event.id, tier, quantity, until, note: &note })?;
    Ok(store::set_hold(tx, voucher.id, Some(hold))?)
}

/// Sets the places of a voucher free.
pub(super) fn let_go(tx: &Tx<'_>, voucher: &StoredVoucher) -> Result<(), Failure> {
    let Some(kept) = voucher.hold else { return Ok(()) };
    hold::let_go(tx, kept)?;
    Ok(store::set_hold(tx, voucher.id, None)?)
}

/// The tier whose places a voucher keeps, when it keeps any.
pub(crate) fn kept_tier(voucher: &StoredVoucher) -> Option<TierId> {
    let tiers = voucher.terms.tiers.as_deref().filter(|_| voucher.block_quota)?;
    tiers.first().copied()
}

/// Gives the usage and the budget of a ticket back that was bought with a voucher. Its place has returned already; a
/// voucher that keeps places takes it again, if the pools still have it.
///
/// # Errors
/// A fault when the machine fails.
pub(crate) fn give_back(tx: &Tx<'_>, ticket: TicketId) -> Result<(), Failure> {
    let Some(id) = store::voucher_of_ticket(tx, ticket)? else { return Ok(()) };
    store::give_back(tx, ticket)?;
    let Some(voucher) = store::by_id(tx, id)? else { return Ok(()) };
    if !voucher.terms.is_active || !voucher.block_quota || is_over(&voucher, tx.now()) {
        return Ok(());
    }
    let event = event_of(tx, voucher.event)?;
    let kept = store::kept(tx, &voucher, tx.now())?;
    let_go(tx, &voucher)?;
    match keep_places(tx, &event, &voucher, kept + 1) {
        Err(Failure::Refused(_)) => keep_places(tx, &event, &voucher, kept),
        done => done,
    }
}

fn is_over(voucher: &StoredVoucher, now: Timestamp) -> bool {
    voucher.terms.valid_until.is_some_and(|until| now >= until)
}
