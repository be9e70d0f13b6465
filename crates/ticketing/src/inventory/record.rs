//! Moving places: check that they are there, then append.

use events::EventId;
use kernel::{Failure, Fault};
use payments::OrderId;
use workspace::Tx;

use super::{OperationKind, TierDemand, availability, store};
use crate::{event::Event, hold::HoldId, hold::sweep_expired, tier::TierId};

/// One movement of a tier's places.
#[derive(Clone, Copy, Debug)]
pub struct Movement {
    /// The event.
    pub event: EventId,
    /// The tier.
    pub tier: TierId,
    /// Why.
    pub kind: OperationKind,
    /// How many more are issued; negative when given back.
    pub issued_delta: i64,
    /// How many more are held; negative when set free.
    pub held_delta: i64,
    /// For which order.
    pub order: Option<OrderId>,
    /// For which hold.
    pub hold: Option<HoldId>,
}

/// Appends `movement`, continuing the tier's balance. A movement of nothing is not written down.
///
/// # Errors
/// A fault when the database fails or refuses it as its second wall.
pub fn record(tx: &Tx<'_>, movement: &Movement) -> Result<(), Fault> {
    if movement.issued_delta == 0 && movement.held_delta == 0 {
        return Ok(());
    }
    store::append(tx, tx.new_id()?, movement)
}

/// Appends `movement` although a pool may have no place for it: a voucher lets someone in. Only such a movement passes
/// the second wall, and it says so.
///
/// # Errors
/// A fault when the database fails.
pub(crate) fn record_beyond(tx: &Tx<'_>, movement: &Movement) -> Result<(), Fault> {
    store::append_beyond(tx, tx.new_id()?, movement)
}

/// Makes sure that every pool has what `demands` want. Holds whose time is up are swept first when something is
/// short, because their places are free although nobody has written it down yet.
///
/// # Errors
/// A refusal naming the pool that is short; a fault when the database fails.
pub fn ensure_available(tx: &Tx<'_>, event: &Event, demands: &[TierDemand]) -> Result<(), Failure> {
    let first = availability::check(&store::pools_of(tx, event, demands)?, demands);
    let Err(short) = first else { return Ok(()) };
    if sweep_expired(tx, Some(event.id))? == 0 {
        return Err(short.into());
    }
    Ok(availability::check(&store::pools_of(tx, event, demands)?, demands)?)
}
