//! Group discounts of an event; what they make of a basket is [`crate::order::group_discount`]'.

mod list;
mod plan;
pub(crate) mod store;

pub use list::{ListGroupDiscounts, list_group_discounts};
pub use plan::{
    CreateGroupDiscount, GroupDiscountDraft, GroupDiscountRefusal, UpdateGroupDiscount,
    create_group_discount, update_group_discount,
};

use events::EventId;
use kernel::{Money, Timestamp};
use payments::stored_words;
use serde::{Deserialize, Serialize};

use crate::tier::TierId;

kernel::id_type!(GroupDiscountId, "group discount", "Names one group discount of an event.");

stored_words! {
    /// What a group discount makes of a price.
    pub enum DiscountBenefit: "benefit of a discount" {
        /// Takes a share off.
        Percent = "percent",
        /// Takes an amount off each ticket.
        Amount = "amount",
        /// Sells each ticket for this price.
        SetPrice = "set_price",
    }
}

/// A group discount as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GroupDiscountRow {
    /// Its id.
    pub id: GroupDiscountId,
    /// Its event.
    pub event_id: EventId,
    /// What papers call it.
    pub name: String,
    /// From so many tickets on; 0 when it counts money.
    #[ts(type = "number")]
    pub min_quantity: i64,
    /// From so much money on; nothing when it counts tickets.
    pub min_value: Money,
    /// What it does.
    pub benefit: DiscountBenefit,
    /// The share in percent; `0` otherwise.
    pub percent: String,
    /// The amount or the price; nothing otherwise.
    pub amount: Money,
    /// Only so many of the cheapest in each full group; every ticket when absent.
    #[ts(type = "number | null")]
    pub cheapest_quantity: Option<i64>,
    /// Whether tickets that a voucher made cheaper are left out.
    pub skips_vouchers: bool,
    /// The tiers whose tickets count; all when empty.
    pub tiers: Vec<TierId>,
    /// From when it applies.
    #[ts(type = "string | null")]
    pub available_from: Option<Timestamp>,
    /// Until when it applies.
    #[ts(type = "string | null")]
    pub available_until: Option<Timestamp>,
    /// Whether it applies.
    pub is_active: bool,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}
