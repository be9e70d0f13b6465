//! Places: they move only by appending an operation with the tier's running balance (domain.md, 2.5).
//!
//! The latest operation of a tier answers how many are issued and held; nothing is counted apart, so nothing drifts.
//! The rules here decide first and name what is short; triggers check the same again as the second wall.

pub mod availability;
#[cfg(test)]
mod model_tests;
mod reconcile;
mod record;
pub(crate) mod store;

pub use availability::{Pool, PoolKind, SoldOut, TierDemand};
pub use reconcile::{CountedBy, InventoryDifference, InventoryReport, OverfullPool, reconcile};
pub(crate) use record::record_beyond;
pub use record::{Movement, ensure_available, record};
pub(crate) use store::pools_of;

use payments::stored_words;

kernel::id_type!(InventoryOperationId, "inventory operation", "Names one movement of places.");

stored_words! {
    /// Why places moved.
    pub enum OperationKind: "kind of inventory operation" {
        /// Sold.
        Issue = "issue",
        /// Given back: refunded or withdrawn.
        Return = "return",
        /// Set aside for a customer.
        Hold = "hold",
        /// Set free again.
        Release = "release",
        /// Set free because the time was up.
        Expire = "expire",
        /// What was set aside was sold.
        Convert = "convert",
        /// Kept for an order that is not paid yet.
        Reserve = "reserve",
        /// The unpaid order ended without payment.
        Unreserve = "unreserve",
        /// Brought in from another system; bounds are not checked, because it happened.
        Import = "import",
    }
}
