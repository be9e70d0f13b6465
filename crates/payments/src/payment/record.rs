//! Writing payments down and moving them through their life.

use events::EventId;
use kernel::{Failure, Fault, Money, Refuse, Timestamp};
use workspace::Tx;

use super::{
    PaymentId, PaymentMethod, Settled,
    state::{InvalidPaymentTransition, PaymentAction, PaymentStatus},
    store,
};
use crate::{
    OrderId,
    ledger::{AccountCode, PostingDraft, TransactionKind, post},
};

/// A payment as another system kept it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedPayment {
    /// Its tender.
    pub method: PaymentMethod,
    /// Where it stands.
    pub status: PaymentStatus,
    /// How much it is; zero or more.
    pub amount: Money,
    /// The other system's reference.
    pub reference: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When the money arrived.
    pub confirmed_at: Option<Timestamp>,
}

/// Why a payment could not be moved on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaymentRefusal {
    /// No such payment.
    #[error("there is no such payment")]
    Unknown,
    /// The machine has no such edge.
    #[error(transparent)]
    State(#[from] InvalidPaymentTransition),
}

impl Refuse for PaymentRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown_payment",
            Self::State(refusal) => refusal.code(),
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unknown => "Choose a payment from the order.".to_owned(),
            Self::State(refusal) => refusal.fix(),
        }
    }
}

/// Writes down a payment that has just been settled at the counter: it is confirmed at once. The ledger is the
/// caller's, who knows what was sold.
///
/// # Errors
/// A fault when the database fails.
pub fn record_settled(tx: &Tx<'_>, order: OrderId, settled: &Settled) -> Result<PaymentId, Fault> {
    let id: PaymentId = tx.new_id()?;
    store::insert_settled(tx, id, order, settled)?;
    Ok(id)
}

/// Writes down a payment of another system as it was kept there. The ledger is the caller's.
///
/// # Errors
/// A fault when the database fails.
pub fn record_foreign(tx: &Tx<'_>, order: OrderId, payment: &RecordedPayment) -> Result<PaymentId, Fault> {
    let id: PaymentId = tx.new_id()?;
    store::insert_foreign(tx, id, order, payment)?;
    Ok(id)
}

/// The money of an announced payment arrived. The ledger is the caller's, who knows what it pays for.
///
/// # Errors
/// A refusal when there is no such payment or it is not waiting; a fault when the database fails.
pub fn confirm(tx: &Tx<'_>, payment: PaymentId) -> Result<(), Failure> {
    move_on(tx, payment, PaymentAction::Confirm)
}

/// Nobody expects an announced payment any more.
///
/// # Errors
/// As [`confirm`].
pub fn cancel(tx: &Tx<'_>, payment: PaymentId) -> Result<(), Failure> {
    move_on(tx, payment, PaymentAction::Cancel)
}

/// A confirmed payment was taken back, such as a card payment undone at the terminal. The customer owes it again:
/// the ledger moves it from the tender's account to the customer's balance.
///
/// # Errors
/// As [`confirm`].
pub fn reverse(tx: &Tx<'_>, payment: PaymentId, event: EventId, reason: &str) -> Result<(), Failure> {
    let stored = store::payment(tx, payment)?.ok_or(PaymentRefusal::Unknown)?;
    move_on(tx, payment, PaymentAction::Reverse)?;
    let draft = PostingDraft::new(TransactionKind::Payment)
        .about(stored.order_id, event)
        .memo(reason)
        .debit(AccountCode::CustomerBalance, stored.amount)
        .credit(stored.method.account(), stored.amount);
    if let Some(posting) = draft.balanced()? {
        post(tx, &posting)?;
    }
    Ok(())
}

fn move_on(tx: &Tx<'_>, payment: PaymentId, action: PaymentAction) -> Result<(), Failure> {
    let stored = store::payment(tx, payment)?.ok_or(PaymentRefusal::Unknown)?;
    let next = stored.status.after(action).map_err(PaymentRefusal::State)?;
    Ok(store::set_status(tx, &stored, next)?)
}
