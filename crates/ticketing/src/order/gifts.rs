//! How many places a house gives away: a tier's limit, and the event's. Pure rules, but for the one question.

use events::EventId;
use kernel::{Failure, Fault, Refuse};
use workspace::View;

use super::{
    lines::{WantedLine, quantity_of},
    store::gifts::{self, Given},
};
use crate::{event::Event, tier::TierId};

/// Why tickets are not given away.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GiftRefusal {
    /// The tier's gifts are used up.
    #[error("Tier '{tier}': {given} of {most} gifts are given away, {wanted} more are wanted")]
    Tier {
        /// The tier.
        tier: String,
        /// How many may be.
        most: i64,
        /// How many are.
        given: i64,
        /// How many more are wanted.
        wanted: i64,
    },
    /// The event's gifts are used up.
    #[error("“{event}”: {given} of {most} gifts are given away, {wanted} more are wanted")]
    Event {
        /// The event's title.
        event: String,
        /// How many may be.
        most: i64,
        /// How many are.
        given: i64,
        /// How many more are wanted.
        wanted: i64,
    },
}

impl Refuse for GiftRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Tier { .. } => "tier_gifts_used_up",
            Self::Event { .. } => "event_gifts_used_up",
        }
    }
    fn fix(&self) -> String {
        let (most, given) = match self {
            Self::Tier { most, given, .. } | Self::Event { most, given, .. } => (*most, *given),
        };
        match (most - given).max(0) {
            0 => "Sell them, or raise the limit.".to_owned(),
            left => format!("Give away at most {left}, or raise the limit."),
        }
    }
    fn field(&self) -> Option<String> {
        Some("lines".to_owned())
    }
}

/// Whether `wanted` may be given away. Asks nothing where nothing is limited.
pub(super) fn check(view: &View<'_>, event: &Event, wanted: &[WantedLine]) -> Result<(), Failure> {
    let is_limited =
        event.comp_quantity_max.is_some() || wanted.iter().any(|line| line.tier.comp_quantity_max.is_some());
    if !is_limited {
        return Ok(());
    }
    Ok(judge(event, wanted, &gifts::given_away(view, event.id)?)?)
}

/// How many living tickets of each tier of an event were given away.
pub(crate) fn gifts_given(view: &View<'_>, event: EventId) -> Result<Vec<(TierId, i64)>, Fault> {
    Ok(gifts::given_away(view, event)?.into_iter().map(|given| (given.tier, given.count)).collect())
}

fn judge(event: &Event, wanted: &[WantedLine], given: &[Given]) -> Result<(), GiftRefusal> {
    let of_tier =
        |tier: TierId| given.iter().filter(|given| given.tier == tier).map(|given| given.count).sum::<i64>();
    for line in wanted {
        let Some(most) = line.tier.comp_quantity_max else { continue };
        let (given, wanted) = (of_tier(line.tier.id), quantity_of(wanted, line.tier.id));
        if given.saturating_add(wanted) > most {
            return Err(GiftRefusal::Tier { tier: line.tier.name.clone(), most, given, wanted });
        }
    }
    let Some(most) = event.comp_quantity_max else { return Ok(()) };
    let given = given.iter().map(|given| given.count).sum::<i64>();
    let wanted = wanted.iter().fold(0, |sum: i64, line| sum.saturating_add(line.quantity));
    if given.saturating_add(wanted) > most {
        return Err(GiftRefusal::Event { event: event.title.clone(), most, given, wanted });
    }
    Ok(())
}
