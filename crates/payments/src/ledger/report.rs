//! Reading the ledger: balances, the trial balance of an event, and the proof that everything sums to zero.

use events::EventId;
use kernel::{Fault, Money};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{AccountKind, LedgerTransactionId, store};

/// One account and what its entries sum to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AccountBalance {
    /// The account's code.
    pub code: String,
    /// The account's name.
    pub name: String,
    /// Which side of the books it stands on.
    pub kind: AccountKind,
    /// The event whose own account it is.
    pub event_id: Option<EventId>,
    /// Debits minus credits.
    pub balance: Money,
}

/// The accounts that an event's money moved, with the sum that must be nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TrialBalance {
    /// Balances by account, only from this event's transactions.
    pub accounts: Vec<AccountBalance>,
    /// Whether debits and credits are equal in every currency.
    pub is_balanced: bool,
}

/// A transaction whose entries do not sum to zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Unbalanced {
    /// The transaction.
    pub transaction_id: LedgerTransactionId,
    /// What is left over.
    pub left_over: Money,
}

/// What every account's entries sum to.
///
/// # Errors
/// A fault when the database fails.
pub fn account_balances(view: &View<'_>) -> Result<Vec<AccountBalance>, Fault> {
    store::balances(view)
}

/// What one event's transactions moved, account by account.
///
/// # Errors
/// A fault when the database fails.
pub fn trial_balance(view: &View<'_>, event: EventId) -> Result<TrialBalance, Fault> {
    let accounts = store::event_balances(view, event)?;
    let is_balanced = accounts.iter().all(|one| {
        let of_currency = accounts.iter().filter(|other| other.balance.currency == one.balance.currency);
        of_currency.map(|other| i128::from(other.balance.minor)).sum::<i128>() == 0
    });
    Ok(TrialBalance { accounts, is_balanced })
}

/// Transactions that do not sum to zero. The database refuses them at commit, so one found here means that the file
/// was changed behind the app's back.
///
/// # Errors
/// A fault when the database fails.
pub fn unbalanced_transactions(view: &View<'_>) -> Result<Vec<Unbalanced>, Fault> {
    store::unbalanced(view)
}
