//! Inventory, tickets, money and ledger side by side: equal, or each difference named (domain.md, 2.5).

mod store;

use events::{EventId, EventRef, event::find_event};
use kernel::{Failure, Fault, Money};
use payments::payment::PaymentMethod;
use serde::{Deserialize, Serialize};
use ticketing::inventory::CountedBy;
use workspace::View;

/// What was compared.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct ReconcileReport {
    /// Whether nothing differs.
    pub is_consistent: bool,
    /// Tickets that are out.
    #[ts(type = "number")]
    pub tickets_issued: i64,
    /// Money that came in less money that went back, by tender.
    pub tenders: Vec<TenderTotal>,
    /// The sum of all ledger entries in each currency: nothing.
    pub ledger_balance: Vec<Money>,
    /// Everything that differs.
    pub differences: Vec<Difference>,
}

/// Money by tender.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct TenderTotal {
    /// How it was paid.
    pub method: PaymentMethod,
    /// Received less returned.
    pub amount: Money,
}

/// One thing that differs.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Difference {
    /// What differs, naming it.
    pub message: String,
}

/// Compares one event, or all.
///
/// # Errors
/// A refusal when there is no such event, or a fault of the file.
pub(crate) fn reconcile(view: &View<'_>, event: Option<&EventRef>) -> Result<ReconcileReport, Failure> {
    let event: Option<EventId> =
        event.map(|event| find_event(view, event)).transpose()?.map(|event| event.id);
    let mut differences = places(view, event)?;
    differences.extend(money(view, event)?);
    let ledger_balance = store::ledger_sums(view)?;
    differences.extend(
        ledger_balance
            .iter()
            .filter(|sum| !sum.is_zero())
            .map(|sum| Difference { message: format!("the ledger is off by {sum}") }),
    );
    Ok(ReconcileReport {
        is_consistent: differences.is_empty(),
        tickets_issued: store::tickets_issued(view, event)?,
        tenders: store::tenders(view, event)?,
        ledger_balance,
        differences,
    })
}

/// Where places are counted differently, in words.
pub(crate) fn places(view: &View<'_>, event: Option<EventId>) -> Result<Vec<Difference>, Fault> {
    let report = ticketing::inventory::reconcile(view, event)?;
    let differing = report.differences.iter().map(|found| {
        let counted = match found.counted {
            CountedBy::IssuedOperations => "issued places by operations",
            CountedBy::HeldOperations => "held places by operations",
            CountedBy::IssuedTickets => "issued places by tickets",
            CountedBy::HeldHoldsAndOrders => "held places by holds and unpaid orders",
        };
        let message = format!(
            "tier “{}”: {counted} are {}, its balance says {}",
            found.tier_name, found.expected, found.found
        );
        Difference { message }
    });
    Ok(differing.collect())
}

/// Where money does not add up, in words.
pub(crate) fn money(view: &View<'_>, event: Option<EventId>) -> Result<Vec<Difference>, Fault> {
    let report = ticketing::order::reconcile_money(view, event)?;
    let sums = report.sums.iter().map(|found| ("tickets and fees come to", found));
    let books = report.books.iter().map(|found| ("the ledger holds", found));
    let differing = sums.chain(books).map(|(what, found)| Difference {
        message: format!("order {}: {what} {}, not {}", found.order_code, found.found, found.expected),
    });
    Ok(differing.collect())
}
