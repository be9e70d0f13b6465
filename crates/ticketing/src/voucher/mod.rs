//! Vouchers: codes that make tickets cheaper, keep places, show hidden tiers, or hold money that pays.
//!
//! - [`rules`]: what a voucher is worth and whether it may be used, without a database.
//! - [`create_voucher`], [`update_voucher`], [`list_vouchers`], [`show_voucher`]: planning them.
//! - Redeeming happens inside a sale; a ticket that is refunded or withdrawn gives its usage and its budget back.
//!
//! Invariants: usages and budget are counted from the tickets that still stand, never kept apart; a voucher that keeps
//! places keeps them in a hold, so a place is counted once.

mod create;
mod list;
pub(crate) mod redeem;
mod refusal;
mod refused;
mod row;
pub mod rules;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod update;

pub use create::{CreateVoucher, VoucherDraft, create_voucher};
pub(crate) use list::find;
pub use list::{ListVouchers, ShowVoucher, list_vouchers, show_voucher};
pub use refusal::VoucherDraftRefusal;
pub use refused::VoucherRefusal;
pub(crate) use row::row_of;
pub use rules::{VoucherTerms, VoucherUse};
pub use update::{UpdateVoucher, update_voucher};

use events::EventId;
use kernel::{Money, Timestamp};
use payments::stored_words;
use serde::{Deserialize, Serialize};

use crate::{quota::QuotaId, tier::TierId};

kernel::id_type!(VoucherId, "voucher", "Names one voucher of an event.");
kernel::id_type!(
    VoucherRedemptionId,
    "voucher redemption",
    "Names one ticket that was bought with a voucher."
);

stored_words! {
    /// What a voucher does.
    pub enum VoucherKind: "kind of voucher" {
        /// Nothing to the price: it keeps a place or shows a hidden tier.
        None = "none",
        /// Takes a share off.
        Percent = "percent",
        /// Takes an amount off.
        Amount = "amount",
        /// Sells for this price.
        SetPrice = "set_price",
        /// Holds money that pays.
        Balance = "balance",
    }
}

/// A voucher as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct VoucherRow {
    /// Its id.
    pub id: VoucherId,
    /// Its event.
    pub event_id: EventId,
    /// What is typed at the till; unique in the event, whatever its case.
    pub code: String,
    /// For whom, or why.
    pub note: String,
    /// What it does.
    pub kind: VoucherKind,
    /// The share in percent of a `percent` voucher; `0` otherwise.
    pub percent: String,
    /// The amount of an `amount`, `set_price` or `balance` voucher; nothing otherwise.
    pub amount: Money,
    /// Most that it takes off over all its usages.
    pub budget: Option<Money>,
    /// What it has taken off, by tickets that still stand.
    pub discounted: Money,
    /// What is left of the money of a `balance` voucher.
    pub balance: Option<Money>,
    /// Most usages.
    #[ts(type = "number")]
    pub max_usages: i64,
    /// Least usages in its first order.
    #[ts(type = "number")]
    pub min_usages: i64,
    /// Most usages by one customer.
    #[ts(type = "number | null")]
    pub max_usages_per_customer: Option<i64>,
    /// Tickets bought with it that still stand.
    #[ts(type = "number")]
    pub usages: i64,
    /// Usages that lie in baskets now.
    #[ts(type = "number")]
    pub in_baskets: i64,
    /// Places that it keeps now.
    #[ts(type = "number")]
    pub kept: i64,
    /// From when it is valid.
    #[ts(type = "string | null")]
    pub valid_from: Option<Timestamp>,
    /// Until when it is valid.
    #[ts(type = "string | null")]
    pub valid_until: Option<Timestamp>,
    /// The tiers it is for; all when empty and no quota is named.
    pub tiers: Vec<TierId>,
    /// The quota whose tiers it is for.
    pub quota_id: Option<QuotaId>,
    /// Whether it keeps places until it is used.
    pub block_quota: bool,
    /// Whether it sells although nothing is left.
    pub allow_ignore_quota: bool,
    /// Whether it shows hidden tiers.
    pub show_hidden: bool,
    /// Whether it may be used.
    pub is_active: bool,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}
