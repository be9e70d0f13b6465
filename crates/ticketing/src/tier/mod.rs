//! Tiers: what is for sale. A tier's state (on sale, sold out …) is derived from its window and its places.

mod create;
mod list;
mod refusal;
pub mod rules;
#[cfg(test)]
mod sale_tests;
pub(crate) mod store;
mod update;

pub use create::{CreateTier, TierDraft, create_tier, create_tiers};
pub use list::{ListTiers, list_tiers, tier_row};
pub use refusal::TierRefusal;
pub(crate) use store::{TierOnSale, tier_by_id, tier_number, tier_on_sale};
pub use update::{UpdateTier, update_tier};

use events::EventId;
use kernel::{Money, Timestamp};
use payments::stored_words;
use serde::{Deserialize, Serialize};

kernel::id_type!(TierId, "tier", "Names one tier of an event.");

stored_words! {
    /// Whether a tier sells, derived at a moment.
    pub enum TierState: "state of a tier" {
        /// It sells now.
        OnSale = "on_sale",
        /// Its sales window opens later.
        NotYet = "not_yet",
        /// Its sales window is over.
        Ended = "ended",
        /// No place is left.
        SoldOut = "sold_out",
        /// Taken off sale by hand.
        Inactive = "inactive",
    }
}

impl TierState {
    /// The state at `now`. What was taken off by hand says so first; a window that is closed says so before
    /// availability does, because nobody asks how many are left of what is not sold.
    #[must_use]
    pub fn derive(is_active: bool, window: SalesWindow, available: Option<i64>, now: Timestamp) -> Self {
        if !is_active {
            Self::Inactive
        } else if window.opens_at.is_some_and(|opens| now < opens) {
            Self::NotYet
        } else if window.closes_at.is_some_and(|closes| now >= closes) {
            Self::Ended
        } else if available == Some(0) {
            Self::SoldOut
        } else {
            Self::OnSale
        }
    }
}

/// When a tier sells: from its first moment until just before its last. Open on a side that is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SalesWindow {
    /// The first moment.
    pub opens_at: Option<Timestamp>,
    /// The moment at which it is over.
    pub closes_at: Option<Timestamp>,
}

/// A tier as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TierRow {
    /// Its id.
    pub id: TierId,
    /// Its event.
    pub event_id: EventId,
    /// A small number, unique in the event, printed in signed codes.
    pub tier_number: u16,
    /// Its name.
    pub name: String,
    /// What a badge or a door shows; the name when empty.
    pub badge_label: String,
    /// What is included.
    pub description: String,
    /// The price as it was entered: with tax when the event's prices include it.
    pub price: Money,
    /// What a customer pays.
    pub gross_price: Money,
    /// Tax in percent.
    pub tax_rate: String,
    /// Places of its own; unlimited when absent.
    #[ts(type = "number | null")]
    pub quantity: Option<i64>,
    /// Places sold.
    #[ts(type = "number")]
    pub issued: i64,
    /// Places set aside, for holds that still run and for unpaid orders.
    #[ts(type = "number")]
    pub held: i64,
    /// Places left over all pools that bound it; unlimited when absent.
    #[ts(type = "number | null")]
    pub available: Option<i64>,
    /// Most places in one order.
    #[ts(type = "number")]
    pub order_quantity_max: i64,
    /// When sales start.
    #[ts(type = "string | null")]
    pub sales_start_at: Option<Timestamp>,
    /// When sales end.
    #[ts(type = "string | null")]
    pub sales_end_at: Option<Timestamp>,
    /// Whether it sells now.
    pub state: TierState,
    /// Whether it was taken off sale by hand.
    pub is_active: bool,
    /// Whether it admits a person: a parking place does not.
    pub is_admission: bool,
    /// Whether the door stops for it.
    pub needs_attention: bool,
    /// What the door is told.
    pub door_note: String,
    /// From when its tickets open the door.
    #[ts(type = "string | null")]
    pub valid_from: Option<Timestamp>,
    /// Until when its tickets open the door.
    #[ts(type = "string | null")]
    pub valid_until: Option<Timestamp>,
    /// Most of its places that are given away; no limit when absent.
    #[ts(type = "number | null")]
    pub comp_quantity_max: Option<i64>,
    /// Whether it is sold only with a voucher that shows it.
    pub is_hidden: bool,
    /// Where it stands in lists and on the till's keys.
    #[ts(type = "number")]
    pub position: i64,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        chrono::DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn a_window_sells_from_its_first_moment_until_just_before_its_last() {
        let window = SalesWindow { opens_at: Some(at(100)), closes_at: Some(at(200)) };
        for (now, state) in [
            (99, TierState::NotYet),
            (100, TierState::OnSale),
            (199, TierState::OnSale),
            (200, TierState::Ended),
        ] {
            assert_eq!(TierState::derive(true, window, Some(1), at(now)), state, "at {now}");
        }
    }

    #[test]
    fn a_tier_without_places_is_sold_out_and_an_inactive_one_inactive() {
        let open = SalesWindow::default();
        assert_eq!(TierState::derive(true, open, Some(0), at(0)), TierState::SoldOut);
        assert_eq!(TierState::derive(true, open, None, at(0)), TierState::OnSale);
        assert_eq!(TierState::derive(false, open, Some(0), at(0)), TierState::Inactive);
    }
}
