//! Postings: movements of value that are balanced by construction. Pure rules.

use events::EventId;
use kernel::{Currency, Money, Refuse};

use super::{AccountCode, LedgerTransactionId};
use crate::{OrderId, stored_words};

stored_words! {
    /// What kind of movement a ledger transaction is.
    pub enum TransactionKind: "kind of ledger transaction" {
        /// Something was sold and paid.
        Sale = "sale",
        /// Money went back.
        Refund = "refund",
        /// Money came in for something sold before.
        Payment = "payment",
        /// An earlier transaction was undone.
        Reversal = "reversal",
        /// Brought in from another system.
        Import = "import",
        /// Moved or put right apart from any sale: between a drawer and the safe, over and short.
        Adjustment = "adjustment",
    }
}

/// One side of a movement: debits are positive, credits negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The account that it moves.
    pub account: AccountCode,
    /// By how much; never zero.
    pub amount: Money,
}

/// Why entries are no posting. A defect of the rules that made them, never a person's doing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PostingError {
    /// The entries of one currency do not sum to zero.
    #[error("the posting does not balance: {difference} {currency} in minor units are left over")]
    Unbalanced {
        /// The currency that does not balance.
        currency: Currency,
        /// What its entries sum to, in minor units.
        difference: i128,
    },
    /// An account's sum does not fit in 64 bits of minor units.
    #[error("the amount is too large to be posted")]
    TooLarge,
}

impl Refuse for PostingError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unbalanced { .. } => "posting_unbalanced",
            Self::TooLarge => "amount_too_large",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unbalanced { .. } => "Nothing was changed. Send the details to support.".to_owned(),
            Self::TooLarge => "Use a smaller amount.".to_owned(),
        }
    }
}

/// A movement of value that sums to zero in every currency. Made by [`PostingDraft::balanced`] only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    pub(super) kind: TransactionKind,
    pub(super) order: Option<OrderId>,
    pub(super) event: Option<EventId>,
    pub(super) reverses: Option<LedgerTransactionId>,
    pub(super) memo: String,
    entries: Vec<Entry>,
}

impl Posting {
    /// Its entries, each account once, none zero.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The mirror image of stored entries: balanced because they were.
    pub(super) fn mirrored(
        original: LedgerTransactionId,
        order: Option<OrderId>,
        event: Option<EventId>,
        memo: &str,
        entries: &[Entry],
    ) -> Result<Option<Self>, PostingError> {
        let mut draft = PostingDraft::new(TransactionKind::Reversal);
        (draft.order, draft.event, draft.reverses, draft.memo) =
            (order, event, Some(original), memo.to_owned());
        for entry in entries {
            draft = draft.credit(entry.account.clone(), entry.amount);
        }
        draft.balanced()
    }
}

/// A posting being written down; it becomes a [`Posting`] once it balances.
#[derive(Clone, Debug)]
pub struct PostingDraft {
    kind: TransactionKind,
    order: Option<OrderId>,
    event: Option<EventId>,
    reverses: Option<LedgerTransactionId>,
    memo: String,
    /// Wider than 64 bits, so that adding up never overflows before the sum is judged.
    sums: Vec<(AccountCode, Currency, i128)>,
}

impl PostingDraft {
    /// An empty draft.
    #[must_use]
    pub fn new(kind: TransactionKind) -> Self {
        Self { kind, order: None, event: None, reverses: None, memo: String::new(), sums: Vec::new() }
    }

    /// Says which order of which event it is about.
    #[must_use]
    pub fn about(mut self, order: OrderId, event: EventId) -> Self {
        (self.order, self.event) = (Some(order), Some(event));
        self
    }

    /// Says in words what it is about.
    #[must_use]
    pub fn memo(mut self, memo: impl Into<String>) -> Self {
        self.memo = memo.into();
        self
    }

    /// Adds a debit: an asset grows, a debt or an income shrinks. A negative amount is a credit.
    #[must_use]
    pub fn debit(self, account: AccountCode, amount: Money) -> Self {
        self.add(account, amount.currency, i128::from(amount.minor))
    }

    /// Adds a credit: an asset shrinks, a debt or an income grows. A negative amount is a debit.
    #[must_use]
    pub fn credit(self, account: AccountCode, amount: Money) -> Self {
        self.add(account, amount.currency, -i128::from(amount.minor))
    }

    fn add(mut self, account: AccountCode, currency: Currency, minor: i128) -> Self {
        match self.sums.iter_mut().find(|(known, of, _)| *known == account && *of == currency) {
            Some((_, _, sum)) => *sum += minor,
            None => self.sums.push((account, currency, minor)),
        }
        self
    }

    /// The posting; `None` when nothing moves, because a movement of nothing is not written down.
    ///
    /// # Errors
    /// When a currency does not sum to zero, or an amount does not fit.
    pub fn balanced(self) -> Result<Option<Posting>, PostingError> {
        let mut entries = Vec::with_capacity(self.sums.len());
        let mut left_over: Vec<(Currency, i128)> = Vec::new();
        for (account, currency, sum) in self.sums {
            match left_over.iter_mut().find(|(of, _)| *of == currency) {
                Some((_, total)) => *total += sum,
                None => left_over.push((currency, sum)),
            }
            let minor = i64::try_from(sum).map_err(|_| PostingError::TooLarge)?;
            if minor != 0 {
                entries.push(Entry { account, amount: Money::new(minor, currency) });
            }
        }
        if let Some((currency, difference)) = left_over.into_iter().find(|(_, total)| *total != 0) {
            return Err(PostingError::Unbalanced { currency, difference });
        }
        let (kind, order, event, reverses, memo) =
            (self.kind, self.order, self.event, self.reverses, self.memo);
        Ok((!entries.is_empty()).then_some(Posting { kind, order, event, reverses, memo, entries }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn a_posting_that_leaves_something_over_is_refused() {
        let draft = PostingDraft::new(TransactionKind::Sale)
            .debit(AccountCode::Cash, eur(1000))
            .credit(AccountCode::Rounding, eur(999));
        assert_eq!(
            draft.balanced(),
            Err(PostingError::Unbalanced { currency: Currency::EUR, difference: 1 })
        );
    }

    #[test]
    fn two_currencies_do_not_balance_each_other() {
        let draft = PostingDraft::new(TransactionKind::Sale)
            .debit(AccountCode::Cash, eur(1000))
            .credit(AccountCode::Rounding, Money::new(1000, Currency::CREDITS));
        assert!(matches!(draft.balanced(), Err(PostingError::Unbalanced { .. })));
    }

    #[test]
    fn a_movement_of_nothing_is_not_written_down() {
        let draft = PostingDraft::new(TransactionKind::Sale)
            .debit(AccountCode::Cash, eur(5))
            .credit(AccountCode::Cash, eur(5))
            .debit(AccountCode::Bank, eur(0));
        assert_eq!(draft.balanced(), Ok(None));
    }

    #[test]
    fn sums_beyond_64_bits_are_refused_not_wrapped() {
        let draft = PostingDraft::new(TransactionKind::Sale)
            .debit(AccountCode::Cash, eur(i64::MAX))
            .debit(AccountCode::Cash, eur(i64::MAX))
            .credit(AccountCode::Bank, eur(i64::MAX))
            .credit(AccountCode::Bank, eur(i64::MAX));
        assert_eq!(draft.balanced(), Err(PostingError::TooLarge));
    }

    fn accounts() -> impl Strategy<Value = AccountCode> {
        prop::sample::select(vec![
            AccountCode::Cash,
            AccountCode::Bank,
            AccountCode::CustomerBalance,
            AccountCode::TaxPayable("7".to_owned()),
        ])
    }

    proptest! {
        #[test]
        fn whatever_is_built_sums_to_zero_and_names_each_account_once(
            sides in prop::collection::vec((accounts(), -1_000_000_i64..1_000_000), 0..12),
        ) {
            let mut draft = PostingDraft::new(TransactionKind::Adjustment);
            for (account, minor) in &sides {
                draft = draft.debit(account.clone(), eur(*minor));
            }
            let sum: i64 = sides.iter().map(|(_, minor)| minor).sum();
            let unbalanced = draft.clone().balanced();
            prop_assert_eq!(matches!(unbalanced, Err(PostingError::Unbalanced { .. })), sum != 0);
            if let Some(posting) = draft.credit(AccountCode::Rounding, eur(sum)).balanced().unwrap() {
                prop_assert_eq!(posting.entries().iter().map(|entry| entry.amount.minor).sum::<i64>(), 0);
                prop_assert!(posting.entries().iter().all(|entry| entry.amount.minor != 0));
                for (index, entry) in posting.entries().iter().enumerate() {
                    prop_assert!(posting.entries()[..index].iter().all(|other| other.account != entry.account));
                }
            }
        }
    }
}
