//! Moving a ticket to another tier of the same price.

use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{TicketAction, TicketRow, show, store, store::TicketLife};
use crate::{
    event::event_of,
    inventory::{self, Movement, OperationKind, TierDemand},
    order::{
        Places,
        pricing::{PriceBasis, unit_price},
        show::load_by_id,
    },
    tier::tier_on_sale,
};

/// Moves a ticket to another tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ChangeTier {
    /// The ticket: its id or its code.
    pub ticket: String,
    /// The tier: its id, its name or its number.
    pub tier: String,
}

/// Why a ticket cannot move.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeTierRefusal {
    /// No such tier.
    #[error("there is no tier “{0}” in this event")]
    UnknownTier(String),
    /// It is there already.
    #[error("the ticket is in tier '{0}' already")]
    SameTier(String),
    /// Money would have to change hands.
    #[error("tier '{tier}' costs or taxes differently than what was paid for this ticket")]
    PriceDiffers {
        /// The tier.
        tier: String,
    },
}

impl Refuse for ChangeTierRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownTier(_) => "unknown_tier",
            Self::SameTier(_) => "same_tier",
            Self::PriceDiffers { .. } => "tier_price_differs",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::UnknownTier(_) => "Use a name or a number from the event's list of tiers.".to_owned(),
            Self::SameTier(_) => "Nothing is left to do.".to_owned(),
            Self::PriceDiffers { .. } => "Refund the ticket and sell the other tier.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        Some("tier".to_owned())
    }
}

/// Moves a ticket to another tier of its event that costs the same; the places move with it.
///
/// # Errors
/// A refusal when the ticket ended, the tier costs differently or has no place left; a fault when the machine fails.
pub fn change_ticket_tier(tx: &Tx<'_>, request: &ChangeTier) -> Result<TicketRow, Failure> {
    let ticket = show::load(tx, &request.ticket)?;
    ticket.status.after(TicketAction::Change, &ticket.code)?;
    let event = event_of(tx, ticket.event)?;
    let unknown = || ChangeTierRefusal::UnknownTier(request.tier.chars().take(60).collect());
    let tier = tier_on_sale(tx, event.id, &request.tier)?.ok_or_else(unknown)?;
    if tier.id == ticket.tier {
        return Err(ChangeTierRefusal::SameTier(tier.name).into());
    }
    let basis = if event.prices_include_tax { PriceBasis::Gross } else { PriceBasis::Net };
    let unit = unit_price(tier.price, tier.tax_rate, basis)?;
    if unit.gross != ticket.gross || unit.tax != ticket.tax || tier.tax_rate != ticket.tax_rate {
        return Err(ChangeTierRefusal::PriceDiffers { tier: tier.name }.into());
    }
    let order = load_by_id(tx, ticket.order)?;
    let step = |tier, kind, issued_delta, held_delta| {
        let (event, order) = (ticket.event, Some(ticket.order));
        inventory::record(tx, &Movement { event, tier, kind, issued_delta, held_delta, order, hold: None })
    };
    let demand = [TierDemand { tier: tier.id, tier_name: tier.name.clone(), more: 1 }];
    // The old place is given back first: a pool that both tiers draw on has room for the ticket that it holds.
    match order.status.places() {
        Places::Issued => {
            step(ticket.tier, OperationKind::Return, -1, 0)?;
            inventory::ensure_available(tx, &event, &demand)?;
            step(tier.id, OperationKind::Issue, 1, 0)?;
        }
        Places::Held => {
            step(ticket.tier, OperationKind::Unreserve, 0, -1)?;
            inventory::ensure_available(tx, &event, &demand)?;
            step(tier.id, OperationKind::Reserve, 0, 1)?;
        }
        Places::Free => {}
    }
    store::change(tx, &TicketLife { tier: tier.id, ..ticket.clone() })?;
    show::reload(tx, ticket.id)
}
