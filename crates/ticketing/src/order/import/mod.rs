//! Orders of another system, written down as they were kept there: codes, statuses, times and amounts stay what they
//! are. Sales windows and bounds are not checked, because it happened; places and books are moved as for an own sale.
//!
//! An importer builds [`ImportedOrder`]s and hands each to [`record_order`]. `total − refunded` must be what the living
//! tickets and fees of a paid order come to; [`ImportRefusal::SumsDiffer`] says by how much it is not.

mod record;

pub use record::{record_order, record_revoked_code};

use events::EventId;
use kernel::{Money, Refuse, Timestamp};
use payments::{
    OrderId,
    payment::{PaymentId, PaymentMethod, RecordedPayment},
};

use super::{Buyer, FeeKind, OrderFeeId, OrderStatus, RefundId, RefundStatus};
use crate::{
    tax::TaxRate,
    ticket::{TicketId, TicketStatus},
    tier::TierId,
};

/// An order as another system kept it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedOrder {
    /// The event that it was brought into.
    pub event: EventId,
    /// Its code there; kept.
    pub code: String,
    /// Where it stands.
    pub status: OrderStatus,
    /// What it costs: the living tickets and fees, and what `refunded` gave back of them.
    pub total: Money,
    /// How much of `total` went back for tickets that are in `tickets` as refunded. Nothing, when the other system
    /// takes refunded tickets out of its total.
    pub refunded: Money,
    /// Who bought.
    pub buyer: Buyer,
    /// The language of its papers.
    pub locale: String,
    /// Whether somebody must approve it first.
    pub is_approval_pending: bool,
    /// Whether its tickets open the door before it is paid.
    pub is_valid_while_pending: bool,
    /// When it was made.
    pub ordered_at: Timestamp,
    /// Until when it must be paid.
    pub expires_at: Option<Timestamp>,
    /// When it was paid.
    pub paid_at: Option<Timestamp>,
    /// Its tickets.
    pub tickets: Vec<ImportedTicket>,
    /// Its fees.
    pub fees: Vec<ImportedFee>,
    /// Its payments.
    pub payments: Vec<RecordedPayment>,
    /// Its refunds.
    pub refunds: Vec<ImportedRefund>,
}

/// A ticket as another system kept it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedTicket {
    /// Its tier here.
    pub tier: TierId,
    /// The code that opens the door; kept. A ticket without one (empty) gets a code of ours.
    pub code: String,
    /// Where it stands.
    pub status: TicketStatus,
    /// Whose it is; empty when unknown.
    pub holder_name: String,
    /// The holder's e-mail address; empty when unknown.
    pub holder_email: String,
    /// The holder's company; empty when unknown.
    pub holder_company: String,
    /// What it costs.
    pub gross: Money,
    /// Its tax rate.
    pub tax_rate: TaxRate,
    /// The tax inside `gross`, as rounded there.
    pub tax: Money,
    /// The place in `tickets` of the ticket that it adds to; an earlier one.
    pub addon_to: Option<usize>,
    /// From when it opens the door.
    pub valid_from: Option<Timestamp>,
    /// Until when it opens the door.
    pub valid_until: Option<Timestamp>,
    /// Why it was stopped; empty when it was not.
    pub block_reason: String,
}

/// A fee as another system kept it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFee {
    /// Why.
    pub kind: FeeKind,
    /// Its name.
    pub name: String,
    /// How much.
    pub gross: Money,
    /// Its tax rate.
    pub tax_rate: TaxRate,
    /// The tax inside `gross`, as rounded there.
    pub tax: Money,
    /// Whether it was given back.
    pub is_cancelled: bool,
}

/// A refund as another system kept it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRefund {
    /// The place in `payments` of the payment that it gives back.
    pub payment: Option<usize>,
    /// Where it stands.
    pub status: RefundStatus,
    /// Its tender.
    pub method: PaymentMethod,
    /// How much.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What an import wrote, in the order of what was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedOrder {
    /// The order.
    pub order: OrderId,
    /// Its tickets.
    pub tickets: Vec<TicketId>,
    /// Its fees.
    pub fees: Vec<OrderFeeId>,
    /// Its payments.
    pub payments: Vec<PaymentId>,
    /// Its refunds.
    pub refunds: Vec<RefundId>,
}

/// Why an order of another system cannot be written down.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefusal {
    /// Its code is taken.
    #[error("order {0} is there already")]
    CodeTaken(String),
    /// A ticket's code is taken in the event.
    #[error("order {order}: ticket code “{code}” is there already")]
    TicketCodeTaken {
        /// The order.
        order: String,
        /// The code.
        code: String,
    },
    /// The sums contradict each other.
    #[error("order {order}: its tickets and fees come to {parts}, its total less refunds is {total}")]
    SumsDiffer {
        /// The order.
        order: String,
        /// What the living tickets and fees come to.
        parts: Money,
        /// The total less what was refunded of it.
        total: Money,
    },
    /// An add-on points at a ticket that does not come before it, or a refund at a payment that is not there.
    #[error("order {0}: a ticket or a refund points at something that is not there")]
    DanglingReference(String),
}

impl Refuse for ImportRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::CodeTaken(_) => "order_code_taken",
            Self::TicketCodeTaken { .. } => "ticket_code_taken",
            Self::SumsDiffer { .. } => "order_sums_differ",
            Self::DanglingReference(_) => "dangling_reference",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::CodeTaken(_) | Self::TicketCodeTaken { .. } => {
                "Bring it into another workspace, or leave it out.".to_owned()
            }
            Self::SumsDiffer { .. } | Self::DanglingReference(_) => {
                "Export it again; the file contradicts itself.".to_owned()
            }
        }
    }
}
