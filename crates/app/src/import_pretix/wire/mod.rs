//! The answers of pretix's REST API, as far as anything here comes of them. Fields that are not listed are
//! ignored; a listed field without a default must be there.

mod catalog;
mod door;
mod order;
mod values;

pub(super) use catalog::{Event, Item, Organizer, Quota, Settings, TaxRule, Variation, Voucher};
pub(super) use door::{
    BlockedSecret, CheckinList, Device, Direction, ErrorReason, Gate, Question, QuestionKind, QuestionOption,
    RevokedSecret, Scan,
};
pub(super) use order::{
    Fee, FeeKind, Order, OrderState, Payment, PaymentState, Position, Refund, RefundState,
};
pub(super) use values::Amount;

use serde::Deserialize;

/// A list as the API answers it, with all its pages joined.
#[derive(Debug, Deserialize)]
pub(super) struct List<T> {
    /// How many records there are on all pages, when the answer says so.
    #[serde(default)]
    pub(super) count: Option<usize>,
    /// Where the next page is; an export that still has one is incomplete.
    #[serde(default)]
    pub(super) next: Option<String>,
    /// The records.
    pub(super) results: Vec<T>,
}
