//! Places kept for something that is not a basket: a voucher keeps them until it is used.

use events::EventId;
use kernel::{Failure, Timestamp};
use workspace::Tx;

use super::{Hold, HoldAction, HoldId, HoldLine, HoldStatus, store};
use crate::{
    inventory::{self, Movement, OperationKind},
    tier::TierId,
};

/// Places to keep. That they are there is the caller's to check.
pub(crate) struct KeptPlaces<'a> {
    pub(crate) event: EventId,
    pub(crate) tier: TierId,
    pub(crate) quantity: i64,
    pub(crate) until: Timestamp,
    pub(crate) note: &'a str,
}

/// Keeps places.
pub(crate) fn keep(tx: &Tx<'_>, places: &KeptPlaces<'_>) -> Result<HoldId, Failure> {
    let id: HoldId = tx.new_id()?;
    let (event, tier, quantity) = (places.event, places.tier, places.quantity);
    let hold = Hold {
        id,
        event_id: event,
        status: HoldStatus::Active,
        expires_at: places.until,
        note: places.note.to_owned(),
        lines: vec![HoldLine { tier_id: tier, quantity }],
        version: 1,
    };
    store::insert(tx, &hold)?;
    let kind = OperationKind::Hold;
    let held_delta = quantity;
    inventory::record(
        tx,
        &Movement { event, tier, kind, issued_delta: 0, held_delta, order: None, hold: Some(id) },
    )?;
    Ok(id)
}

/// Sets kept places free; a hold that ended before has none.
pub(crate) fn let_go(tx: &Tx<'_>, id: HoldId) -> Result<(), Failure> {
    let Some(hold) = store::hold(tx, id)?.filter(|hold| hold.status == HoldStatus::Active) else {
        return Ok(());
    };
    let status = hold.status.after(HoldAction::Release)?;
    Ok(super::end::end(tx, &hold, status, OperationKind::Release)?)
}

/// Takes `quantity` of the kept places of `tier` out of a hold; moving them is the caller's, who sells them. The hold
/// ends with its last place.
pub(crate) fn take_kept(tx: &Tx<'_>, id: HoldId, tier: TierId, quantity: i64) -> Result<(), Failure> {
    let Some(hold) = store::hold(tx, id)? else { return Ok(()) };
    let kept: i64 = hold.lines.iter().filter(|line| line.tier_id == tier).map(|line| line.quantity).sum();
    if kept > quantity {
        return Ok(store::set_line(tx, id, tier, kept - quantity)?);
    }
    let status = hold.status.after(HoldAction::Convert)?;
    Ok(store::set_status(tx, &hold, status)?)
}
