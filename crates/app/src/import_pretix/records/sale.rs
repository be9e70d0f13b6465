//! What was sold, as records: an order with its tickets, fees, payments and refunds.

use kernel::Timestamp;
use payments::payment::PaymentMethod;
use serde::Serialize;

use super::TierKey;

/// The states of an order that an export knows; the words are those of `orders.status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::import_pretix) enum OrderStatus {
    /// Waits for payment or approval; its places are held.
    Pending,
    /// Paid; its places are taken.
    Paid,
    /// Not paid in time; it has no places.
    Expired,
    /// Cancelled; it has no places.
    Cancelled,
}

impl OrderStatus {
    /// The stored word.
    pub(in crate::import_pretix) const fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Paid => "paid",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }
}

/// An order.
#[derive(Debug, Serialize)]
pub(in crate::import_pretix) struct OrderRecord {
    /// Where it stands in the export's list.
    #[serde(skip)]
    pub(in crate::import_pretix) index: usize,
    /// Code.
    pub(in crate::import_pretix) code: String,
    /// Status.
    pub(in crate::import_pretix) status: OrderStatus,
    /// Sum of living positions and fees, in minor units.
    pub(in crate::import_pretix) total_minor: i64,
    /// Buyer.
    pub(in crate::import_pretix) buyer_name: String,
    /// Buyer's address.
    pub(in crate::import_pretix) buyer_email: String,
    /// Buyer's number.
    pub(in crate::import_pretix) buyer_phone: String,
    /// Buyer's language.
    pub(in crate::import_pretix) locale: String,
    /// Whether it waits for a person's approval.
    pub(in crate::import_pretix) is_approval_pending: bool,
    /// Whether its tickets open doors before it is paid.
    pub(in crate::import_pretix) is_valid_while_pending: bool,
    /// When it was placed.
    pub(in crate::import_pretix) ordered_at: Timestamp,
    /// Until when it may be paid.
    pub(in crate::import_pretix) expires_at: Option<Timestamp>,
    /// Fees. Not part of the order's own digest: each has one of its own, as have the next three.
    #[serde(skip)]
    pub(in crate::import_pretix) fees: Vec<FeeRecord>,
    /// Tickets.
    #[serde(skip)]
    pub(in crate::import_pretix) tickets: Vec<TicketRecord>,
    /// Payments.
    #[serde(skip)]
    pub(in crate::import_pretix) payments: Vec<PaymentRecord>,
    /// Refunds.
    #[serde(skip)]
    pub(in crate::import_pretix) refunds: Vec<RefundRecord>,
}

/// A fee.
#[derive(Debug, Serialize)]
pub(in crate::import_pretix) struct FeeRecord {
    /// `CODE/3`: the order and the fee's number, or its place.
    pub(in crate::import_pretix) key: String,
    /// The stored word for what it is for.
    pub(in crate::import_pretix) kind: &'static str,
    /// In words.
    pub(in crate::import_pretix) name: String,
    /// With tax, in minor units.
    pub(in crate::import_pretix) gross_minor: i64,
    /// Percent, as text.
    pub(in crate::import_pretix) tax_rate: String,
    /// Tax within, in minor units.
    pub(in crate::import_pretix) tax_minor: i64,
    /// Whether it was taken back.
    pub(in crate::import_pretix) is_cancelled: bool,
}

/// A ticket, or an add-on to one.
#[derive(Debug, Serialize)]
pub(in crate::import_pretix) struct TicketRecord {
    /// Number in the export.
    pub(in crate::import_pretix) id: i64,
    /// Number within the order, from 1.
    pub(in crate::import_pretix) number: i64,
    /// What it is of.
    pub(in crate::import_pretix) tier: TierKey,
    /// The barcode.
    pub(in crate::import_pretix) code: String,
    /// With tax, in minor units.
    pub(in crate::import_pretix) gross_minor: i64,
    /// Percent, as text.
    pub(in crate::import_pretix) tax_rate: String,
    /// Tax within, in minor units.
    pub(in crate::import_pretix) tax_minor: i64,
    /// Guest.
    pub(in crate::import_pretix) holder_name: String,
    /// Guest's address.
    pub(in crate::import_pretix) holder_email: String,
    /// Guest's company.
    pub(in crate::import_pretix) holder_company: String,
    /// The ticket this is an add-on to, by its number in the export.
    pub(in crate::import_pretix) addon_to: Option<i64>,
    /// Start of validity.
    pub(in crate::import_pretix) valid_from: Option<Timestamp>,
    /// End of validity.
    pub(in crate::import_pretix) valid_until: Option<Timestamp>,
    /// Why it is blocked; empty when it is not.
    pub(in crate::import_pretix) block_reason: String,
    /// Whether it was cancelled on its own.
    pub(in crate::import_pretix) is_cancelled: bool,
    /// Answers. Not part of the ticket's own digest.
    #[serde(skip)]
    pub(in crate::import_pretix) answers: Vec<AnswerRecord>,
}

/// An answer about a guest.
#[derive(Debug, Serialize)]
pub(in crate::import_pretix) struct AnswerRecord {
    /// Question, by its number in the export.
    pub(in crate::import_pretix) question: i64,
    /// What was said.
    pub(in crate::import_pretix) answer: String,
}

/// A payment.
#[derive(Debug, Serialize)]
pub(in crate::import_pretix) struct PaymentRecord {
    /// Number within the order.
    pub(in crate::import_pretix) local_id: i64,
    /// The stored word for its status.
    pub(in crate::import_pretix) status: &'static str,
    /// The way of paying.
    pub(in crate::import_pretix) method: PaymentMethod,
    /// In minor units.
    pub(in crate::import_pretix) amount_minor: i64,
    /// The way of paying as the export names it.
    pub(in crate::import_pretix) reference: String,
    /// When it was chosen.
    pub(in crate::import_pretix) created_at: Timestamp,
    /// When the money came.
    pub(in crate::import_pretix) confirmed_at: Option<Timestamp>,
}

/// A refund.
#[derive(Debug, Clone, Serialize)]
pub(in crate::import_pretix) struct RefundRecord {
    /// Number within the order.
    pub(in crate::import_pretix) local_id: i64,
    /// The stored word for its status.
    pub(in crate::import_pretix) status: &'static str,
    /// The way back.
    pub(in crate::import_pretix) method: PaymentMethod,
    /// In minor units.
    pub(in crate::import_pretix) amount_minor: i64,
    /// The payment it gives back, by its number within the order.
    pub(in crate::import_pretix) payment: Option<i64>,
    /// Why.
    pub(in crate::import_pretix) reason: String,
    /// When it was decided.
    pub(in crate::import_pretix) created_at: Timestamp,
}

impl RefundRecord {
    /// Whether the money has left the house.
    pub(in crate::import_pretix) fn has_left(&self) -> bool {
        matches!(self.status, "in_transit" | "done")
    }
}
