//! Payments: what was handed over for an order, by which tender, and what became of it.
//!
//! - [`tender`]: the rules of each tender: cash with change, cards by the terminal's reference, transfers, gifts.
//! - [`state`]: `created → confirmed → reversed`, or `created → cancelled`.
//! - [`record_settled`], [`confirm`], [`cancel`], [`reverse`]: the use-cases.

mod record;
pub mod state;
pub(crate) mod store;
pub mod tender;

pub use record::{PaymentRefusal, RecordedPayment, cancel, confirm, record_foreign, record_settled, reverse};
pub use state::{InvalidPaymentTransition, PaymentAction, PaymentStatus};
pub use store::{Payment, confirmed_minor, payments_of};
pub use tender::{
    REFERENCE_CHARACTERS_MAX, Settled, Tender, TenderPart, TenderRefusal, settle, settle_parts,
};

use crate::{ledger::AccountCode, stored_words};

kernel::id_type!(PaymentId, "payment", "Names one payment for an order.");

stored_words! {
    /// By which tender something was paid.
    pub enum PaymentMethod: "way to pay" {
        /// Notes and coins.
        Cash = "cash",
        /// A card at an external terminal; only the terminal's reference is known here.
        Card = "card",
        /// A bank transfer.
        Transfer = "transfer",
        /// A voucher.
        Voucher = "voucher",
        /// A wallet.
        Wallet = "wallet",
        /// A gift of the house: nothing is paid.
        Comp = "comp",
        /// A tender that another system knows better.
        Other = "other",
    }
}

impl PaymentMethod {
    /// The account that money of this tender arrives on. A gift moves nothing, so its account is never touched.
    #[must_use]
    pub const fn account(self) -> AccountCode {
        match self {
            Self::Cash => AccountCode::Cash,
            Self::Card => AccountCode::CardClearing,
            Self::Transfer => AccountCode::Bank,
            Self::Voucher => AccountCode::VoucherClearing,
            Self::Wallet => AccountCode::WalletClearing,
            Self::Comp | Self::Other => AccountCode::OtherClearing,
        }
    }
}
