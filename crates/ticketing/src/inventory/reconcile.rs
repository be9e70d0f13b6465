//! Proving that places were never lost or made: each tier's running balance against the sum of its operations, and
//! against the tickets, holds and unpaid orders that stand behind it.

use events::EventId;
use kernel::Fault;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::store;
use crate::tier::TierId;

/// What a check of the places found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct InventoryReport {
    /// How many tiers were looked at.
    #[ts(type = "number")]
    pub tiers_checked: i64,
    /// Where two ways of counting disagree.
    pub differences: Vec<InventoryDifference>,
    /// Pools that hold more than their size.
    pub overfull: Vec<OverfullPool>,
}

impl InventoryReport {
    /// Whether every way of counting agrees.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.differences.is_empty()
    }
}

/// What was counted in two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CountedBy {
    /// Issued places: the running balance against the sum of operations.
    IssuedOperations,
    /// Held places: the running balance against the sum of operations.
    HeldOperations,
    /// Issued places: the running balance against living tickets of paid orders.
    IssuedTickets,
    /// Held places: the running balance against active holds and living tickets of unpaid orders.
    HeldHoldsAndOrders,
}

/// A tier that two ways of counting disagree on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct InventoryDifference {
    /// The tier.
    pub tier_id: TierId,
    /// Its name.
    pub tier_name: String,
    /// What was counted.
    pub counted: CountedBy,
    /// What stands behind it.
    #[ts(type = "number")]
    pub expected: i64,
    /// What the running balance says.
    #[ts(type = "number")]
    pub found: i64,
}

/// A pool that holds more than its size, as an import may leave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OverfullPool {
    /// The tier's, the quota's or the event's name.
    pub name: String,
    /// Its size.
    #[ts(type = "number")]
    pub size: i64,
    /// What it holds.
    #[ts(type = "number")]
    pub used: i64,
}

/// One tier, counted in every way.
pub(super) struct TierCounts {
    pub(super) tier: TierId,
    pub(super) name: String,
    pub(super) issued: i64,
    pub(super) held: i64,
    pub(super) issued_by_sum: i64,
    pub(super) held_by_sum: i64,
    pub(super) tickets_paid: i64,
    pub(super) tickets_pending: i64,
    pub(super) places_in_holds: i64,
}

/// Counts the places of one event's tiers, or of all, in every way there is.
///
/// # Errors
/// A fault when the database fails.
pub fn reconcile(view: &View<'_>, event: Option<EventId>) -> Result<InventoryReport, Fault> {
    let counts = store::counts(view, event)?;
    let differences = counts.iter().flat_map(differences).collect();
    let overfull = store::overfull(view, event)?;
    Ok(InventoryReport {
        tiers_checked: i64::try_from(counts.len()).unwrap_or(i64::MAX),
        differences,
        overfull,
    })
}

fn differences(tier: &TierCounts) -> Vec<InventoryDifference> {
    [
        (CountedBy::IssuedOperations, tier.issued_by_sum, tier.issued),
        (CountedBy::HeldOperations, tier.held_by_sum, tier.held),
        (CountedBy::IssuedTickets, tier.tickets_paid, tier.issued),
        (CountedBy::HeldHoldsAndOrders, tier.places_in_holds + tier.tickets_pending, tier.held),
    ]
    .into_iter()
    .filter(|(_, expected, found)| expected != found)
    .map(|(counted, expected, found)| InventoryDifference {
        tier_id: tier.tier,
        tier_name: tier.name.clone(),
        counted,
        expected,
        found,
    })
    .collect()
}
