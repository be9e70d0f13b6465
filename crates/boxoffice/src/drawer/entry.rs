//! Entries: what happened at a till, written once.

use identity::UserId;
use kernel::{Fault, Money};
use payments::{
    OrderId,
    ledger::LedgerTransactionId,
    payment::{PaymentId, PaymentMethod},
    stored_words,
};
use ticketing::{order::RefundId, ticket::TicketId};
use workspace::Tx;

use super::{EntryLine, OpenDrawer, store};

stored_words! {
    /// What happened at a till.
    pub enum EntryKind: "kind of till entry" {
        /// Cash put in at opening.
        Float = "float",
        /// A payment for an order.
        Sale = "sale",
        /// Tickets given away.
        Comp = "comp",
        /// Money given back.
        Refund = "refund",
        /// A ticket withdrawn.
        Void = "void",
        /// Tickets or papers printed again.
        Reprint = "reprint",
        /// The drawer opened without a sale.
        NoSale = "no_sale",
        /// Cash put in between.
        PaidIn = "paid_in",
        /// Cash taken out between.
        PaidOut = "paid_out",
        /// The count at closing; its amount is what was over or short.
        CashCount = "cash_count",
        /// The cash taken to the safe at closing.
        Lift = "lift",
    }
}

/// An entry about to be written.
#[derive(Clone, Debug)]
pub(crate) struct NewEntry<'a> {
    pub(crate) kind: EntryKind,
    pub(crate) method: Option<PaymentMethod>,
    /// The signed effect on the tender.
    pub(crate) amount: Money,
    /// What a gift or a withdrawn ticket would have cost, in minor units.
    pub(crate) worth_minor: i64,
    pub(crate) ticket_count: i64,
    pub(crate) lines: &'a [EntryLine],
    pub(crate) order: Option<OrderId>,
    pub(crate) payment: Option<PaymentId>,
    pub(crate) refund: Option<RefundId>,
    pub(crate) ticket: Option<TicketId>,
    pub(crate) receipt_number: Option<i64>,
    pub(crate) ledger: Option<LedgerTransactionId>,
    pub(crate) authorised_by: Option<UserId>,
    pub(crate) reason: &'a str,
}

impl NewEntry<'_> {
    /// An entry of `kind` about `amount`, with nothing else said.
    pub(crate) const fn new(kind: EntryKind, method: Option<PaymentMethod>, amount: Money) -> Self {
        Self {
            kind,
            method,
            amount,
            worth_minor: 0,
            ticket_count: 0,
            lines: &[],
            order: None,
            payment: None,
            refund: None,
            ticket: None,
            receipt_number: None,
            ledger: None,
            authorised_by: None,
            reason: "",
        }
    }

    /// An entry that moves `amount` of cash.
    pub(crate) const fn cash(kind: EntryKind, amount: Money) -> Self {
        Self::new(kind, Some(PaymentMethod::Cash), amount)
    }
}

/// Writes what happened; the operator is whoever acts.
pub(crate) fn record(tx: &Tx<'_>, drawer: &OpenDrawer, entry: &NewEntry<'_>) -> Result<(), Fault> {
    store::insert(tx, tx.new_id()?, drawer, entry)
}
