//! Writing to the ledger: post a movement, undo one.

use kernel::{Failure, Fault, Refuse};
use workspace::Tx;

use super::{LedgerTransactionId, posting::Posting, store};

/// Writes `posting` down and answers with its transaction.
///
/// # Errors
/// A fault when the database fails.
pub fn post(tx: &Tx<'_>, posting: &Posting) -> Result<LedgerTransactionId, Fault> {
    let transaction: LedgerTransactionId = tx.new_id()?;
    store::insert_transaction(tx, transaction, posting)?;
    for entry in posting.entries() {
        let account = store::account(tx, &entry.account, entry.amount.currency)?;
        store::insert_entry(tx, transaction, account, entry.amount)?;
    }
    Ok(transaction)
}

/// Why a movement could not be undone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReversalRefusal {
    /// No such transaction.
    #[error("the ledger has no such transaction")]
    Unknown,
    /// It was undone before.
    #[error("this transaction was reversed before")]
    ReversedBefore,
    /// It is itself the undoing of another.
    #[error("a reversal is not reversed; post the movement again instead")]
    IsReversal,
}

impl Refuse for ReversalRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown_transaction",
            Self::ReversedBefore => "reversed_before",
            Self::IsReversal => "is_reversal",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unknown => "Choose a transaction from the ledger.".to_owned(),
            Self::ReversedBefore => "Nothing is left to do.".to_owned(),
            Self::IsReversal => "Record the payment or the refund again.".to_owned(),
        }
    }
}

/// Undoes a movement by a new transaction with every sign turned; the old one stays as it is.
///
/// # Errors
/// A refusal when it does not exist, was undone before or is itself a reversal; a fault when the database fails.
pub fn reverse(
    tx: &Tx<'_>,
    transaction: LedgerTransactionId,
    memo: &str,
) -> Result<Option<LedgerTransactionId>, Failure> {
    let original = store::transaction(tx, transaction)?.ok_or(ReversalRefusal::Unknown)?;
    if original.reverses.is_some() {
        return Err(ReversalRefusal::IsReversal.into());
    }
    if store::is_reversed(tx, transaction)? {
        return Err(ReversalRefusal::ReversedBefore.into());
    }
    let entries = store::entries(tx, transaction)?;
    match Posting::mirrored(transaction, original.order, original.event, memo, &entries)? {
        Some(posting) => Ok(Some(post(tx, &posting)?)),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Currency, Money, id::Id};
    use proptest::prelude::*;
    use testkit::{TestWorkspace, as_test};

    use super::*;
    use crate::ledger::{
        AccountCode, PostingDraft, TransactionKind, account_balances, unbalanced_transactions,
    };

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn posted(file: &TestWorkspace, minor: i64) -> LedgerTransactionId {
        let draft = PostingDraft::new(TransactionKind::Adjustment)
            .debit(AccountCode::Cash, eur(minor))
            .credit(AccountCode::CustomerBalance, eur(minor));
        let posting = draft.balanced().unwrap().unwrap();
        file.transact(&as_test(), |tx| Ok(post(tx, &posting)?)).unwrap()
    }

    fn balance(file: &TestWorkspace, code: &str) -> i64 {
        let balances = file.read(account_balances).unwrap();
        balances.iter().filter(|account| account.code == code).map(|account| account.balance.minor).sum()
    }

    #[test]
    fn a_reversal_leaves_every_balance_as_it_was() {
        let file = testkit::workspace(crate::TABLES);
        posted(&file, 700);
        let wrong = posted(&file, 5000);
        file.transact(&as_test(), |tx| reverse(tx, wrong, "entered twice")).unwrap();
        assert_eq!((balance(&file, "cash"), balance(&file, "customer_balance")), (700, -700));
    }

    #[test]
    fn what_was_reversed_is_not_reversed_again() {
        let file = testkit::workspace(crate::TABLES);
        let wrong = posted(&file, 5000);
        let undo = |transaction| file.transact(&as_test(), |tx| reverse(tx, transaction, ""));
        let reversal = undo(wrong).unwrap().unwrap();
        assert_eq!(undo(wrong).unwrap_err().code(), "reversed_before");
        assert_eq!(undo(reversal).unwrap_err().code(), "is_reversal");
        assert_eq!(undo(LedgerTransactionId::from_bytes([9; 16])).unwrap_err().code(), "unknown_transaction");
    }

    #[test]
    fn the_database_itself_refuses_what_does_not_balance() {
        let file = testkit::workspace(crate::TABLES);
        let outcome = file.transact(&as_test(), |tx| {
            let draft = PostingDraft::new(TransactionKind::Adjustment).debit(AccountCode::Cash, eur(1));
            let posting = draft.credit(AccountCode::Bank, eur(1)).balanced()?;
            let transaction = post(tx, &posting.unwrap())?;
            let cash = store::account(tx, &AccountCode::Cash, Currency::EUR)?;
            Ok(store::insert_entry(tx, transaction, cash, eur(5))?)
        });
        assert!(outcome.is_err(), "a transaction that is off by 5 must not commit");
        assert_eq!(balance(&file, "cash"), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn the_ledger_always_sums_to_nothing(amounts in prop::collection::vec((1_i64..1_000_000, any::<bool>()), 1..12)) {
            let file = testkit::workspace(crate::TABLES);
            for (minor, is_undone) in amounts {
                let transaction = posted(&file, minor);
                if is_undone {
                    file.transact(&as_test(), |tx| reverse(tx, transaction, "")).unwrap();
                }
                let sum: i64 = file.read(account_balances).unwrap().iter().map(|account| account.balance.minor).sum();
                prop_assert_eq!(sum, 0);
            }
            prop_assert!(file.read(unbalanced_transactions).unwrap().is_empty());
        }
    }
}
