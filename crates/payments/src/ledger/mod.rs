//! Double entry: every movement of value is a transaction of entries that sum to zero (domain.md, 2.9).
//!
//! Debits are positive, credits negative. To post something new: add what it moves between to [`AccountCode`],
//! build a [`Posting`] and hand it to [`post`].

mod account;
mod post;
mod posting;
mod report;
pub(crate) mod store;

pub use account::{AccountCode, AccountKind};
pub use post::{ReversalRefusal, post, reverse};
pub use posting::{Entry, Posting, PostingDraft, PostingError, TransactionKind};
pub use report::{
    AccountBalance, TrialBalance, Unbalanced, account_balances, trial_balance, unbalanced_transactions,
};

kernel::id_type!(LedgerAccountId, "ledger account", "Names one account of the ledger.");
kernel::id_type!(LedgerTransactionId, "ledger transaction", "Names one balanced movement of value.");
kernel::id_type!(LedgerEntryId, "ledger entry", "Names one side of a movement of value.");
