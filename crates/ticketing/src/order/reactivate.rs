//! Taking up an order that was called off or ran out, if its places are still there.

use chrono::TimeDelta;
use kernel::Failure;
use payments::payment::Tender;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    OrderAction, OrderDetail,
    cancel::living_places,
    pay::take_payment,
    show,
    store::write::{self, StoredOrder},
};
use crate::{
    event::event_of,
    inventory::{self, Movement, OperationKind, TierDemand},
    tier::{TierRefusal, tier_by_id},
};

/// How long a customer has to pay an order that was taken up again.
const PAY_DAYS: i64 = 7;

/// Takes an order up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReactivateOrder {
    /// The order: its id or its code.
    pub order: String,
    /// How it is paid; it stays unpaid when absent.
    #[serde(default)]
    #[ts(optional)]
    pub payment: Option<Tender>,
}

/// Takes an order up again that was called off or ran out.
///
/// # Errors
/// A refusal when the order never ended, its places are gone, or the tender is not enough; a fault when the machine
/// fails.
pub fn reactivate_order(tx: &Tx<'_>, request: &ReactivateOrder) -> Result<OrderDetail, Failure> {
    let order = show::load(tx, &request.order)?;
    let action =
        if request.payment.is_some() { OrderAction::ReactivatePaid } else { OrderAction::ReactivateUnpaid };
    let status = order.status.after(action)?;
    let event = event_of(tx, order.event)?;
    let places = living_places(tx, &order)?;
    let mut demands = Vec::with_capacity(places.len());
    for (tier, more) in &places {
        let stored = tier_by_id(tx, *tier)?.ok_or_else(|| TierRefusal::Unknown(tier.to_string()))?;
        demands.push(TierDemand { tier: *tier, tier_name: stored.sound.name, more: *more });
    }
    inventory::ensure_available(tx, &event, &demands)?;
    let is_paid = request.payment.is_some();
    for (tier, count) in places {
        let kind = if is_paid { OperationKind::Issue } else { OperationKind::Reserve };
        let (issued_delta, held_delta) = if is_paid { (count, 0) } else { (0, count) };
        let (event, order) = (order.event, Some(order.id));
        inventory::record(tx, &Movement { event, tier, kind, issued_delta, held_delta, order, hold: None })?;
    }
    match &request.payment {
        Some(tender) => Ok(take_payment(tx, &StoredOrder { status, ..order }, tender, &[])?.order),
        None => {
            let expires_at = Some(tx.now() + TimeDelta::days(PAY_DAYS));
            write::move_on(tx, &StoredOrder { status, expires_at, ..order.clone() }, "")?;
            show::order_detail(tx, order.id)
        }
    }
}
