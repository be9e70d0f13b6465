//! Orders: what was bought together, paid together, and may be refunded.
//!
//! - [`complete_order`] sells: all or nothing in one transaction.
//! - [`refund_order`], [`cancel_order`], [`expire_due_orders`], [`pay_order`], [`reactivate_order`]: what follows.
//! - [`show_order`], [`list_orders`]: looking.
//! - [`import`]: orders of another system, as they were kept there.
//! - [`state`], [`pricing`], [`refund_rules`], [`buyer`]: the rules, without a database.

mod answer;
mod books;
pub mod buyer;
mod cancel;
pub mod cash;
mod complete;
#[cfg(test)]
mod complete_tests;
pub mod fees;
mod gifts;
pub mod group_discount;
pub mod import;
#[cfg(test)]
mod import_tests;
pub(crate) mod lines;
mod list;
mod pay;
pub(crate) mod places;
mod preview;
#[cfg(test)]
mod price_tests;
pub mod pricing;
pub(crate) mod quote;
mod reactivate;
mod reconcile;
mod refund;
mod refund_all;
#[cfg(test)]
mod refund_all_tests;
pub mod refund_allocation;
mod refund_plan;
pub mod refund_policy;
pub mod refund_rules;
#[cfg(test)]
mod refund_tests;
pub mod rounding;
pub(crate) mod show;
pub mod state;
pub(crate) mod store;
mod tenders;
mod withdraw;

pub use buyer::{Buyer, BuyerRefusal};
pub use cancel::{CancelOrder, cancel_order, expire_due_orders};
pub use complete::{CompleteOrder, CompletedOrder, MalformedExemption, complete_order};
pub(crate) use complete::{next_own_code, own_code};
pub use gifts::GiftRefusal;
pub(crate) use gifts::gifts_given;
pub use lines::{LineRefusal, LineRequest};
pub use list::{ListOrders, MalformedCursor, list_orders};
pub use pay::{PayOrder, pay_order};
pub use preview::{CheckVoucher, CheckedVoucher, OrderPreview, PreviewOrder, check_voucher, preview_order};
pub use reactivate::{ReactivateOrder, reactivate_order};
pub use reconcile::{MoneyDifference, MoneyReport, reconcile_money};
pub(crate) use refund::checked_reason;
pub use refund::{
    RefundMade, RefundOrder, RefundOutcome, RefundPart, RefundPreview, preview_refund, refund_order,
};
pub use refund_all::{FailedRefund, RefundAll, RefundAllOutcome, RefundAllRefusal, refund_all};
pub use refund_rules::RefundRefusal;
pub use show::{ShowOrder, UnknownOrder, order_detail, order_id, show_order};
pub use state::{InvalidOrderTransition, OrderAction, OrderStatus, Places};
pub(crate) use withdraw::withdraw_order;

use events::EventId;
use kernel::{Money, Timestamp};
use payments::{
    OrderId,
    payment::{PaymentMethod, PaymentStatus},
    stored_words,
};
use serde::{Deserialize, Serialize};

use crate::{receipt::ReceiptKind, ticket::TicketRow, tier::TierId};

kernel::id_type!(OrderItemId, "order line", "Names one line of an order.");
kernel::id_type!(OrderFeeId, "order fee", "Names one fee of an order.");
kernel::id_type!(RefundId, "refund", "Names one refund of an order.");

stored_words! {
    /// Where an order was made.
    pub enum OrderChannel: "order channel" {
        /// At a till.
        Till = "till",
        /// In another system, and brought in from there.
        Import = "import",
        /// In the organization's shop.
        Online = "online",
    }
}

stored_words! {
    /// Why an order costs more than its tickets.
    pub enum FeeKind: "kind of fee" {
        /// For the way it was paid.
        Payment = "payment",
        /// For sending.
        Shipping = "shipping",
        /// For the service.
        Service = "service",
        /// Kept at a refund.
        Cancellation = "cancellation",
        /// For insurance.
        Insurance = "insurance",
        /// For paying late.
        Late = "late",
        /// For something else.
        Other = "other",
    }
}

stored_words! {
    /// Where a refund stands.
    pub enum RefundStatus: "refund status" {
        /// Decided, not yet on its way.
        Created = "created",
        /// On its way.
        InTransit = "in_transit",
        /// The money is back.
        Done = "done",
        /// It could not be given back.
        Failed = "failed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

/// An order in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderSummary {
    /// Its id.
    pub id: OrderId,
    /// Its code, such as `A-000123`.
    pub code: String,
    /// Its event.
    pub event_id: EventId,
    /// Where it stands.
    pub status: OrderStatus,
    /// What it cost.
    pub total: Money,
    /// What went back.
    pub refunded: Money,
    /// The buyer's name; empty when unknown.
    pub buyer_name: String,
    /// The buyer's e-mail address; empty when unknown.
    pub buyer_email: String,
    /// When it was made.
    #[ts(type = "string")]
    pub ordered_at: Timestamp,
    /// How many of its tickets are valid.
    #[ts(type = "number")]
    pub ticket_count: i64,
}

/// An order with everything about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderDetail {
    /// What a list shows of it.
    #[serde(flatten)]
    pub summary: OrderSummary,
    /// Where it was made.
    pub channel: OrderChannel,
    /// The buyer's phone number; empty when unknown.
    pub buyer_phone: String,
    /// The language of its papers.
    pub locale: String,
    /// The tax inside its total.
    pub tax: Money,
    /// Cash paid more than the total, because coins could not pay it; negative when less.
    pub rounding: Money,
    /// Why the buyer paid no tax; empty for everybody else.
    pub tax_exemption: String,
    /// Whether somebody must approve it first.
    pub is_approval_pending: bool,
    /// Whether its tickets open the door before it is paid.
    pub is_valid_while_pending: bool,
    /// Until when it must be paid.
    #[ts(type = "string | null")]
    pub expires_at: Option<Timestamp>,
    /// When it was paid.
    #[ts(type = "string | null")]
    pub paid_at: Option<Timestamp>,
    /// Why it was cancelled or refunded; empty when it was not.
    pub status_reason: String,
    /// Its lines.
    pub items: Vec<OrderItem>,
    /// Its fees.
    pub fees: Vec<OrderFee>,
    /// What was paid.
    pub payments: Vec<OrderPayment>,
    /// What went back.
    pub refunds: Vec<OrderRefund>,
    /// Its tickets, those that ended too.
    pub tickets: Vec<TicketRow>,
    /// Its numbered papers.
    pub receipts: Vec<OrderReceipt>,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}

/// A line of an order, at the price that was charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderItem {
    /// The tier.
    pub tier_id: TierId,
    /// The tier's name.
    pub tier_name: String,
    /// How many.
    #[ts(type = "number")]
    pub quantity: i64,
    /// What one cost before discounts.
    pub unit_price: Money,
    /// What vouchers and group discounts took off all of them.
    pub discount: Money,
    /// What all cost.
    pub gross: Money,
    /// Tax in percent.
    pub tax_rate: String,
    /// The tax inside `gross`.
    pub tax: Money,
}

/// A fee of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderFee {
    /// Why.
    pub kind: FeeKind,
    /// Its name.
    pub name: String,
    /// How much.
    pub gross: Money,
    /// Tax in percent.
    pub tax_rate: String,
    /// The tax inside `gross`.
    pub tax: Money,
    /// Whether it was given back.
    pub is_cancelled: bool,
}

/// A payment of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderPayment {
    /// Its tender.
    pub method: PaymentMethod,
    /// Where it stands.
    pub status: PaymentStatus,
    /// How much.
    pub amount: Money,
    /// What was handed over, for cash.
    pub tendered: Option<Money>,
    /// What went back across the counter, for cash.
    pub change: Option<Money>,
    /// The terminal's or the bank's reference, or the reason of a gift.
    pub reference: String,
    /// When the money arrived.
    #[ts(type = "string | null")]
    pub confirmed_at: Option<Timestamp>,
}

/// A refund of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderRefund {
    /// Its tender.
    pub method: PaymentMethod,
    /// Where it stands.
    pub status: RefundStatus,
    /// How much.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// When it was made.
    #[ts(type = "string")]
    pub created_at: Timestamp,
}

/// A numbered paper of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OrderReceipt {
    /// Its number, without gaps.
    #[ts(type = "number")]
    pub number: i64,
    /// What it shows.
    pub kind: ReceiptKind,
    /// Its total; negative for money that went back.
    pub total: Money,
    /// When it was written.
    #[ts(type = "string")]
    pub created_at: Timestamp,
}
