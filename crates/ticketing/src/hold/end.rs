//! Ending a hold: given back, run out, or sold.

use events::EventId;
use kernel::{Failure, Fault};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{Hold, HoldAction, HoldId, HoldRefusal, HoldStatus, store};
use crate::{
    event::{Event, local},
    inventory::{self, Movement, OperationKind},
    tier::TierId,
};

/// Gives places back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReleaseHold {
    /// The hold's id.
    pub hold: String,
}

/// Closes holds whose time is up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Sweep {}

/// What a sweep closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SweepOutcome {
    /// How many holds ran out.
    #[ts(type = "number")]
    pub expired: i64,
}

/// Gives the places of a hold back before its time is up.
///
/// # Errors
/// A refusal when there is no such hold or it ended before; a fault when the database fails.
pub fn release_hold(tx: &Tx<'_>, request: &ReleaseHold) -> Result<Hold, Failure> {
    let hold = find(tx, &request.hold)?;
    let status = hold.status.after(HoldAction::Release)?;
    end(tx, &hold, status, OperationKind::Release)?;
    Ok(Hold { status, version: hold.version + 1, ..hold })
}

/// Closes every hold whose time is up.
///
/// # Errors
/// A fault when the database fails.
pub fn sweep_holds(tx: &Tx<'_>, _request: &Sweep) -> Result<SweepOutcome, Failure> {
    Ok(SweepOutcome { expired: sweep_expired(tx, None)? })
}

/// Closes the holds of one event, or of all, whose time is up; says how many.
///
/// # Errors
/// A fault when the database fails.
pub fn sweep_expired(tx: &Tx<'_>, event: Option<EventId>) -> Result<i64, Failure> {
    let mut expired = 0;
    for hold in store::run_out(tx, tx.now(), event)? {
        let status = hold.status.after(HoldAction::Expire)?;
        end(tx, &hold, status, OperationKind::Expire)?;
        expired += 1;
    }
    Ok(expired)
}

/// The places that a sale may take from its hold.
pub(crate) struct HeldForSale {
    hold: Hold,
}

impl HeldForSale {
    /// Its id.
    pub(crate) const fn id(&self) -> HoldId {
        self.hold.id
    }

    /// How many places of `tier` it keeps.
    pub(crate) fn places_of(&self, tier: TierId) -> i64 {
        self.hold.lines.iter().filter(|line| line.tier_id == tier).map(|line| line.quantity).sum()
    }
}

/// The hold that a sale names: of this event, active, with time left.
pub(crate) fn held_for_sale(tx: &Tx<'_>, event: &Event, reference: &str) -> Result<HeldForSale, Failure> {
    let hold = find(tx, reference)?;
    if hold.event_id != event.id {
        return Err(HoldRefusal::OtherEvent.into());
    }
    hold.status.after(HoldAction::Convert)?;
    if hold.expires_at <= tx.now() {
        return Err(HoldRefusal::RunOut(local(event, hold.expires_at)).into());
    }
    Ok(HeldForSale { hold })
}

/// Ends the hold of a sale and sets free what the sale did not take; the places it took are moved by the sale.
pub(crate) fn close_for_sale(tx: &Tx<'_>, held: &HeldForSale, sold: &[TierId]) -> Result<(), Failure> {
    let status = held.hold.status.after(HoldAction::Convert)?;
    store::set_status(tx, &held.hold, status)?;
    for line in held.hold.lines.iter().filter(|line| !sold.contains(&line.tier_id)) {
        set_free(tx, &held.hold, line.tier_id, line.quantity, OperationKind::Release)?;
    }
    Ok(())
}

fn find(tx: &Tx<'_>, reference: &str) -> Result<Hold, Failure> {
    let id: HoldId = reference.parse().map_err(|_| HoldRefusal::Unknown)?;
    store::hold(tx, id)?.ok_or_else(|| HoldRefusal::Unknown.into())
}

pub(super) fn end(tx: &Tx<'_>, hold: &Hold, status: HoldStatus, kind: OperationKind) -> Result<(), Fault> {
    store::set_status(tx, hold, status)?;
    hold.lines.iter().try_for_each(|line| set_free(tx, hold, line.tier_id, line.quantity, kind))
}

fn set_free(tx: &Tx<'_>, hold: &Hold, tier: TierId, quantity: i64, kind: OperationKind) -> Result<(), Fault> {
    let (event, hold) = (hold.event_id, Some(hold.id));
    inventory::record(
        tx,
        &Movement { event, tier, kind, issued_delta: 0, held_delta: -quantity, order: None, hold },
    )
}
