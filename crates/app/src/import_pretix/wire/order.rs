//! What was sold: orders with positions, fees, payments, refunds and answers.

use serde::Deserialize;

use super::values::{Amount, Moment, Rate};

/// An order's life, one letter on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(in crate::import_pretix) enum OrderState {
    /// Waits for payment or approval.
    #[serde(rename = "n")]
    Pending,
    /// Paid.
    #[serde(rename = "p")]
    Paid,
    /// Not paid in time.
    #[serde(rename = "e")]
    Expired,
    /// Cancelled, refunded or not.
    #[serde(rename = "c")]
    Cancelled,
}

/// An order.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Order {
    /// Unique within the organizer.
    pub(in crate::import_pretix) code: String,
    /// Where it is in its life.
    pub(in crate::import_pretix) status: OrderState,
    /// Whether it was only a test.
    #[serde(default)]
    pub(in crate::import_pretix) testmode: bool,
    /// Buyer's address.
    #[serde(default)]
    pub(in crate::import_pretix) email: Option<String>,
    /// Buyer's number.
    #[serde(default)]
    pub(in crate::import_pretix) phone: Option<String>,
    /// Buyer's language.
    #[serde(default)]
    pub(in crate::import_pretix) locale: Option<String>,
    /// When it was placed.
    pub(in crate::import_pretix) datetime: Moment,
    /// Until when it may be paid.
    #[serde(default)]
    pub(in crate::import_pretix) expires: Option<Moment>,
    /// Sum of living positions and fees.
    pub(in crate::import_pretix) total: Amount,
    /// Fees.
    pub(in crate::import_pretix) fees: Vec<Fee>,
    /// Positions.
    pub(in crate::import_pretix) positions: Vec<Position>,
    /// Payments, in every state.
    pub(in crate::import_pretix) payments: Vec<Payment>,
    /// Refunds, in every state.
    pub(in crate::import_pretix) refunds: Vec<Refund>,
    /// Buyer's postal address.
    #[serde(default)]
    pub(in crate::import_pretix) invoice_address: Option<InvoiceAddress>,
    /// Whether it waits for a person's approval.
    #[serde(default)]
    pub(in crate::import_pretix) require_approval: bool,
    /// Whether its tickets open doors before it is paid.
    #[serde(default)]
    pub(in crate::import_pretix) valid_if_pending: bool,
    /// Whether the door shall look twice.
    #[serde(default)]
    pub(in crate::import_pretix) checkin_attention: bool,
    /// What the door shall read.
    #[serde(default)]
    pub(in crate::import_pretix) checkin_text: Option<String>,
    /// Internal note.
    #[serde(default)]
    pub(in crate::import_pretix) comment: Option<String>,
}

/// The parts of a postal address that name the buyer.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct InvoiceAddress {
    /// Person.
    #[serde(default)]
    pub(in crate::import_pretix) name: Option<String>,
    /// Company.
    #[serde(default)]
    pub(in crate::import_pretix) company: Option<String>,
}

/// One thing that was bought: a ticket, or an add-on to one.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Position {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// Number within the order.
    pub(in crate::import_pretix) positionid: i64,
    /// Product.
    pub(in crate::import_pretix) item: i64,
    /// Variation of it.
    #[serde(default)]
    pub(in crate::import_pretix) variation: Option<i64>,
    /// What was charged.
    pub(in crate::import_pretix) price: Amount,
    /// Percent.
    pub(in crate::import_pretix) tax_rate: Rate,
    /// Tax within `price`.
    pub(in crate::import_pretix) tax_value: Amount,
    /// Guest.
    #[serde(default)]
    pub(in crate::import_pretix) attendee_name: Option<String>,
    /// Guest's address.
    #[serde(default)]
    pub(in crate::import_pretix) attendee_email: Option<String>,
    /// Guest's company.
    #[serde(default)]
    pub(in crate::import_pretix) company: Option<String>,
    /// The barcode.
    pub(in crate::import_pretix) secret: String,
    /// The position this is an add-on to.
    #[serde(default)]
    pub(in crate::import_pretix) addon_to: Option<i64>,
    /// Whether it was cancelled on its own.
    #[serde(default)]
    pub(in crate::import_pretix) canceled: bool,
    /// Start of validity.
    #[serde(default)]
    pub(in crate::import_pretix) valid_from: Option<Moment>,
    /// End of validity.
    #[serde(default)]
    pub(in crate::import_pretix) valid_until: Option<Moment>,
    /// Why it is blocked, if it is.
    #[serde(default)]
    pub(in crate::import_pretix) blocked: Option<Vec<String>>,
    /// The voucher it was bought with.
    #[serde(default)]
    pub(in crate::import_pretix) voucher: Option<i64>,
    /// Its seat.
    #[serde(default)]
    pub(in crate::import_pretix) seat: Option<serde_json::Value>,
    /// Answers.
    #[serde(default)]
    pub(in crate::import_pretix) answers: Vec<Answer>,
    /// Its successful scans, read only when the export has no list of all scans.
    #[serde(default)]
    pub(in crate::import_pretix) checkins: Vec<NestedScan>,
}

/// An answer to a question about a position.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Answer {
    /// Question.
    pub(in crate::import_pretix) question: i64,
    /// What was said.
    pub(in crate::import_pretix) answer: String,
}

/// A successful scan as its position carries it.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct NestedScan {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// When.
    pub(in crate::import_pretix) datetime: Moment,
    /// On which list.
    pub(in crate::import_pretix) list: i64,
    /// At which gate.
    #[serde(default)]
    pub(in crate::import_pretix) gate: Option<i64>,
    /// By which device.
    #[serde(default)]
    pub(in crate::import_pretix) device: Option<i64>,
    /// In or out.
    #[serde(rename = "type")]
    pub(in crate::import_pretix) direction: super::door::Direction,
}

/// What a fee is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::import_pretix) enum FeeKind {
    /// For the way of paying.
    Payment,
    /// For sending.
    Shipping,
    /// For serving.
    Service,
    /// For cancelling.
    Cancellation,
    /// For insuring.
    Insurance,
    /// For being late.
    Late,
    /// For anything else.
    #[serde(other)]
    Other,
}

/// A fee of an order.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Fee {
    /// Number within the installation; older versions leave it out.
    #[serde(default)]
    pub(in crate::import_pretix) id: Option<i64>,
    /// What it is for.
    pub(in crate::import_pretix) fee_type: FeeKind,
    /// What was charged.
    pub(in crate::import_pretix) value: Amount,
    /// In words.
    #[serde(default)]
    pub(in crate::import_pretix) description: String,
    /// Percent.
    pub(in crate::import_pretix) tax_rate: Rate,
    /// Tax within `value`.
    pub(in crate::import_pretix) tax_value: Amount,
    /// Whether it was taken back.
    #[serde(default)]
    pub(in crate::import_pretix) canceled: bool,
}

/// A payment's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::import_pretix) enum PaymentState {
    /// Chosen, nothing has come.
    Created,
    /// On its way.
    Pending,
    /// The money is there.
    Confirmed,
    /// Did not work.
    Failed,
    /// Given up.
    Canceled,
    /// The money was there, and went back by a refund of its own.
    Refunded,
}

/// A payment.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Payment {
    /// Number within the order.
    pub(in crate::import_pretix) local_id: i64,
    /// Where it is in its life.
    pub(in crate::import_pretix) state: PaymentState,
    /// How much.
    pub(in crate::import_pretix) amount: Amount,
    /// When it was chosen.
    pub(in crate::import_pretix) created: Moment,
    /// When the money came.
    #[serde(default)]
    pub(in crate::import_pretix) payment_date: Option<Moment>,
    /// The way of paying.
    #[serde(default)]
    pub(in crate::import_pretix) provider: Option<String>,
}

/// A refund's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::import_pretix) enum RefundState {
    /// Decided, not sent.
    Created,
    /// Seen at the provider, not yet taken over.
    External,
    /// On its way.
    Transit,
    /// The money is back.
    Done,
    /// Given up.
    Canceled,
    /// Did not work.
    Failed,
}

/// A refund.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Refund {
    /// Number within the order.
    pub(in crate::import_pretix) local_id: i64,
    /// Where it is in its life.
    pub(in crate::import_pretix) state: RefundState,
    /// How much.
    pub(in crate::import_pretix) amount: Amount,
    /// The payment it gives back, by its number within the order.
    #[serde(default)]
    pub(in crate::import_pretix) payment: Option<i64>,
    /// When it was decided.
    pub(in crate::import_pretix) created: Moment,
    /// When the money went.
    #[serde(default)]
    pub(in crate::import_pretix) execution_date: Option<Moment>,
    /// Why.
    #[serde(default)]
    pub(in crate::import_pretix) comment: Option<String>,
    /// The way back.
    #[serde(default)]
    pub(in crate::import_pretix) provider: Option<String>,
}
