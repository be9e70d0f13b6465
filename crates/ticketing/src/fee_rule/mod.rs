//! Fees that an event charges beside its tickets; what they come to is [`crate::order::fees`]'.

mod list;
mod plan;
pub(crate) mod store;

pub use list::{ListFeeRules, list_fee_rules};
pub use plan::{
    CreateFeeRule, FeeRuleDraft, FeeRuleRefusal, UpdateFeeRule, create_fee_rule, update_fee_rule,
};

use events::EventId;
use kernel::Money;
use payments::{payment::PaymentMethod, stored_words};
use serde::{Deserialize, Serialize};

use crate::order::{FeeKind, OrderChannel};

kernel::id_type!(FeeRuleId, "fee", "Names one fee that an event charges.");

stored_words! {
    /// How much a fee is.
    pub enum FeeMeasure: "measure of a fee" {
        /// A fixed amount.
        Amount = "amount",
        /// A share of what the tickets cost.
        Percent = "percent",
    }
}

stored_words! {
    /// What a fee is charged for.
    pub enum FeeUnit: "unit of a fee" {
        /// Once for the order.
        Order = "order",
        /// For each ticket that costs something.
        Ticket = "ticket",
    }
}

/// A fee as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FeeRuleRow {
    /// Its id.
    pub id: FeeRuleId,
    /// Its event.
    pub event_id: EventId,
    /// Why it is charged.
    pub kind: FeeKind,
    /// What papers call it.
    pub name: String,
    /// How it is measured.
    pub charge: FeeMeasure,
    /// The amount, tax included; nothing when it is a share.
    pub amount: Money,
    /// The share in percent; `0` when it is an amount.
    pub percent: String,
    /// What it is charged for.
    pub per: FeeUnit,
    /// Its tax rate in percent; absent when it is split over the rates of the order's tickets.
    pub tax_rate: Option<String>,
    /// Only when some of the order is paid this way.
    pub method: Option<PaymentMethod>,
    /// Only for orders made here.
    pub channel: Option<OrderChannel>,
    /// Whether it is charged.
    pub is_active: bool,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}
