//! Proving that the money of orders adds up, and that the ledger says the same.

use events::EventId;
use kernel::{Fault, Money};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::store::check;

/// An order whose money does not add up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MoneyDifference {
    /// The order's code.
    pub order_code: String,
    /// What it should be.
    pub expected: Money,
    /// What it is.
    pub found: Money,
}

/// What a check of the money found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MoneyReport {
    /// Orders whose tickets and fees do not come to their total less refunds.
    pub sums: Vec<MoneyDifference>,
    /// Orders whose payments less refunds are not what the ledger holds for them.
    pub books: Vec<MoneyDifference>,
}

impl MoneyReport {
    /// Whether nothing was found.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.sums.is_empty() && self.books.is_empty()
    }
}

/// Checks the money of one event's orders, or of all.
///
/// # Errors
/// A fault when the database fails.
pub fn reconcile_money(view: &View<'_>, event: Option<EventId>) -> Result<MoneyReport, Fault> {
    Ok(MoneyReport { sums: check::sums(view, event)?, books: check::books(view, event)? })
}
