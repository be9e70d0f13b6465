//! What is wanted: lines of tiers and quantities, checked against what sells.

use events::EventStatus;
use kernel::{Failure, Refuse, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use crate::{
    event::{Event, local},
    tier::{TierId, TierOnSale, TierState, tier_on_sale},
};

/// Most lines of one order.
pub(crate) const LINES_MAX: usize = 200;

/// So many of a tier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct LineRequest {
    /// The tier: its id, its name or its number.
    pub tier: String,
    /// How many; at least one.
    #[ts(type = "number")]
    pub quantity: i64,
    /// The code of a voucher that is redeemed for each of them.
    #[serde(default)]
    #[ts(optional)]
    pub voucher: Option<String>,
}

/// A line whose tier was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WantedLine {
    pub(crate) tier: TierOnSale,
    pub(crate) quantity: i64,
    /// The code of its voucher, in capitals.
    pub(crate) voucher: Option<String>,
}

/// Why lines cannot be sold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineRefusal {
    /// Nothing is wanted.
    #[error("the order is empty")]
    Empty,
    /// More lines than an order holds.
    #[error("an order holds at most {LINES_MAX} lines")]
    TooManyLines,
    /// No such tier.
    #[error("there is no tier “{0}” in this event")]
    UnknownTier(String),
    /// None, or fewer.
    #[error("Tier '{tier}': {quantity} tickets cannot be sold")]
    Quantity {
        /// The tier.
        tier: String,
        /// What was asked.
        quantity: i64,
    },
    /// More than one order may hold.
    #[error("Tier '{tier}': at most {quantity_max} in one order, {quantity} are wanted")]
    TooMany {
        /// The tier.
        tier: String,
        /// What was asked.
        quantity: i64,
        /// The limit.
        quantity_max: i64,
    },
    /// The event does not sell.
    #[error("“{event}” is {status}: it is not on sale")]
    EventNotOnSale {
        /// The event's title.
        event: String,
        /// Its status.
        status: EventStatus,
    },
    /// Sales start later.
    #[error("Tier '{tier}': sales start on {opens_at}")]
    NotYet {
        /// The tier.
        tier: String,
        /// When they start, on the event's clocks.
        opens_at: String,
    },
    /// Sales are over.
    #[error("Tier '{tier}': sales ended on {closed_at}")]
    Ended {
        /// The tier.
        tier: String,
        /// When they ended, on the event's clocks.
        closed_at: String,
    },
    /// The tier was taken off sale by hand.
    #[error("Tier '{tier}' is not on sale")]
    Inactive {
        /// The tier.
        tier: String,
    },
}

impl Refuse for LineRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "order_empty",
            Self::TooManyLines => "too_many_lines",
            Self::UnknownTier(_) => "unknown_tier",
            Self::Quantity { .. } => "quantity_out_of_range",
            Self::TooMany { .. } => "too_many_in_order",
            Self::EventNotOnSale { .. } => "event_not_on_sale",
            Self::NotYet { .. } => "sales_not_started",
            Self::Ended { .. } => "sales_ended",
            Self::Inactive { .. } => "tier_inactive",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Empty => "Add at least one ticket.".to_owned(),
            Self::TooManyLines => "Make several orders of it.".to_owned(),
            Self::UnknownTier(_) => "Use a name or a number from the event's list of tiers.".to_owned(),
            Self::Quantity { .. } => "Enter 1 or more.".to_owned(),
            Self::TooMany { quantity_max, .. } => {
                format!("Sell at most {quantity_max} at once, or raise the tier's limit.")
            }
            Self::EventNotOnSale { .. } => "Publish the event first, or choose another.".to_owned(),
            Self::NotYet { .. } | Self::Ended { .. } => {
                "Choose another tier, or change this one's sales times.".to_owned()
            }
            Self::Inactive { .. } => "Choose another tier, or put this one back on sale.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::EventNotOnSale { .. } => Some("event".to_owned()),
            Self::Empty
            | Self::TooManyLines
            | Self::UnknownTier(_)
            | Self::Quantity { .. }
            | Self::TooMany { .. }
            | Self::NotYet { .. }
            | Self::Ended { .. }
            | Self::Inactive { .. } => Some("lines".to_owned()),
        }
    }
}

/// Finds the tiers of `requests`; a tier that is named twice becomes one line, unless its vouchers differ.
pub(crate) fn load(
    view: &View<'_>,
    event: &Event,
    requests: &[LineRequest],
) -> Result<Vec<WantedLine>, Failure> {
    if requests.is_empty() {
        return Err(LineRefusal::Empty.into());
    }
    if requests.len() > LINES_MAX {
        return Err(LineRefusal::TooManyLines.into());
    }
    let mut wanted: Vec<WantedLine> = Vec::with_capacity(requests.len());
    for request in requests {
        let unknown = || LineRefusal::UnknownTier(request.tier.chars().take(60).collect());
        let tier = tier_on_sale(view, event.id, &request.tier)?.ok_or_else(unknown)?;
        if request.quantity < 1 {
            return Err(LineRefusal::Quantity { tier: tier.name, quantity: request.quantity }.into());
        }
        let code = request.voucher.as_deref().map(str::trim).filter(|code| !code.is_empty());
        let voucher = code.map(str::to_uppercase);
        match wanted.iter_mut().find(|line| line.tier.id == tier.id && line.voucher == voucher) {
            Some(line) => line.quantity = line.quantity.saturating_add(request.quantity),
            None => wanted.push(WantedLine { tier, quantity: request.quantity, voucher }),
        }
    }
    Ok(wanted)
}

/// Whether the event and every line's tier sell at `now`, and no line is beyond its limit.
pub(crate) fn check_on_sale(event: &Event, wanted: &[WantedLine], now: Timestamp) -> Result<(), LineRefusal> {
    match event.status {
        EventStatus::Published => {}
        status @ (EventStatus::Draft
        | EventStatus::Postponed
        | EventStatus::Completed
        | EventStatus::Cancelled) => {
            return Err(LineRefusal::EventNotOnSale { event: event.title.clone(), status });
        }
    }
    wanted.iter().try_for_each(|line| check_line(event, line, wanted, now))
}

/// How many of a tier all lines want together.
pub(crate) fn quantity_of(wanted: &[WantedLine], tier: TierId) -> i64 {
    let of_tier = wanted.iter().filter(|line| line.tier.id == tier);
    of_tier.fold(0, |sum, line| sum.saturating_add(line.quantity))
}

fn check_line(
    event: &Event,
    line: &WantedLine,
    wanted: &[WantedLine],
    now: Timestamp,
) -> Result<(), LineRefusal> {
    let tier = line.tier.name.clone();
    let quantity_max = line.tier.order_quantity_max;
    let quantity = quantity_of(wanted, line.tier.id);
    if quantity > quantity_max {
        return Err(LineRefusal::TooMany { tier, quantity, quantity_max });
    }
    let said = |at: Option<Timestamp>| at.map(|at| local(event, at)).unwrap_or_default();
    match TierState::derive(line.tier.is_active, line.tier.window, None, now) {
        TierState::Inactive => Err(LineRefusal::Inactive { tier }),
        TierState::NotYet => Err(LineRefusal::NotYet { tier, opens_at: said(line.tier.window.opens_at) }),
        TierState::Ended => Err(LineRefusal::Ended { tier, closed_at: said(line.tier.window.closes_at) }),
        // Whether places are left is the inventory's question, over all pools at once.
        TierState::OnSale | TierState::SoldOut => Ok(()),
    }
}
