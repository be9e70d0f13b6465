//! Cash between a drawer and the rest of the books.

use kernel::{Failure, Fault, Money};
use payments::{
    ledger::{AccountCode, LedgerTransactionId, PostingDraft, TransactionKind, post},
    stored_words,
};
use workspace::{Tx, View};

use super::{OpenDrawer, store};
use crate::{session::SessionId, till::drawer_account};

stored_words! {
    /// Where cash that is paid in comes from, and where cash that is paid out goes.
    pub enum CashPurpose: "purpose of cash" {
        /// The safe: change that is fetched, takings that are brought away.
        Safe = "safe",
        /// Small things that are bought, and what is left of money given for them.
        Petty = "petty",
    }
}

impl CashPurpose {
    pub(super) const fn account(self) -> AccountCode {
        match self {
            Self::Safe => AccountCode::Cash,
            Self::Petty => AccountCode::PettyCash,
        }
    }
}

/// Moves `into_drawer` from `counter` into the drawer; out of it when negative. Nothing is posted for nothing.
pub(crate) fn move_cash(
    tx: &Tx<'_>,
    drawer: &OpenDrawer,
    counter: AccountCode,
    into_drawer: Money,
    memo: &str,
) -> Result<Option<LedgerTransactionId>, Failure> {
    let draft = PostingDraft::new(TransactionKind::Adjustment)
        .memo(format!("Till {}: {memo}", drawer.till.code))
        .debit(drawer_account(&drawer.till), into_drawer)
        .credit(counter, into_drawer);
    match draft.balanced()? {
        Some(posting) => Ok(Some(post(tx, &posting)?)),
        None => Ok(None),
    }
}

/// What is expected in the drawer of a session, in minor units.
pub(crate) fn cash_minor(view: &View<'_>, session: SessionId) -> Result<i64, Fault> {
    store::cash_minor(view, session)
}
