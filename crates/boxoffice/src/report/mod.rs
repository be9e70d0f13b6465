//! Reports of a drawer: X at any time, Z once for each closed session.
//!
//! A Z is written with the close, numbered without gaps for each till, and sealed: its hash covers its text and the
//! hash of the Z before it, so that neither a figure nor a report can be changed or taken out unseen. What is reported
//! comes from the entries alone, so a Z printed years later is the Z of that night. A field
//! that is added to [`DrawerReport`] needs a default: the text of an old Z never changes.

mod build;
mod chain;
mod check;
#[cfg(test)]
mod night_tests;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod x;
mod z;

use identity::UserId;
use kernel::{Currency, Money, Timestamp};
use payments::{payment::PaymentMethod, stored_words};
use serde::{Deserialize, Serialize};
use ticketing::tier::TierId;

pub use check::CHECKS;
pub use x::x_report;
pub(crate) use z::write_z;
pub use z::{ListReports, ReportRow, ShowReport, list_reports, z_report};

use crate::{
    drawer::EntryKind,
    session::{DenominationCount, SessionId},
    till::TillId,
};

kernel::id_type!(ReportId, "Z report", "Names one numbered report of a till.");

stored_words! {
    /// Which report it is.
    pub enum ReportKind: "kind of drawer report" {
        /// A look in between; nothing is written.
        X = "x",
        /// The numbered report of a closed session.
        Z = "z",
    }
}

/// A report of a drawer's session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerReport {
    /// X or Z.
    pub kind: ReportKind,
    /// The number of a Z, without gaps for each till; an X has none.
    #[ts(type = "number | null")]
    pub number: Option<i64>,
    /// The till.
    pub till_id: TillId,
    /// The till's code.
    pub till_code: String,
    /// The till's name.
    pub till_name: String,
    /// Whether all of it was practice.
    pub is_training: bool,
    /// The session.
    pub session_id: SessionId,
    /// What everything is counted in.
    pub currency: Currency,
    /// When the drawer was opened.
    #[ts(type = "string")]
    pub opened_at: Timestamp,
    /// Who opened it; empty when unknown.
    pub opened_by_name: String,
    /// When it was closed; an X is of an open drawer.
    #[ts(type = "string | null")]
    pub closed_at: Option<Timestamp>,
    /// Who closed it; empty when unknown or open.
    pub closed_by_name: String,
    /// When the report was made.
    #[ts(type = "string")]
    pub made_at: Timestamp,
    /// How many orders took or gave tickets.
    #[ts(type = "number")]
    pub order_count: i64,
    /// The lowest receipt number of the session.
    #[ts(type = "number | null")]
    pub receipt_first: Option<i64>,
    /// The highest receipt number of the session.
    #[ts(type = "number | null")]
    pub receipt_last: Option<i64>,
    /// Payments less what went back, over all tenders.
    pub turnover: Money,
    /// The turnover less what tickets and fees come to: what coins rounded, and what was paid earlier for an order that
    /// was paid here.
    pub rounding: Money,
    /// The cash in the drawer.
    pub cash: DrawerCash,
    /// By tender.
    pub tenders: Vec<DrawerTender>,
    /// By tier, and by kind of fee.
    pub tiers: Vec<DrawerTier>,
    /// By tax rate.
    pub taxes: Vec<DrawerTax>,
    /// By cashier.
    pub cashiers: Vec<DrawerCashier>,
    /// How often each thing happened.
    pub counts: Vec<DrawerCount>,
    /// Refunds, voids, gifts, reprints, openings without a sale, cash in and out, one by one.
    pub notes: Vec<DrawerNote>,
    /// Places that were still set aside for parked sales: carried over, never in the way.
    #[ts(type = "number")]
    pub open_holds: i64,
    /// Print jobs that were not finished: carried over, never in the way.
    #[ts(type = "number")]
    pub open_print_jobs: i64,
    /// The hash of the Z before this one, in hexadecimal; zeros for a till's first.
    pub previous_hash: Option<String>,
    /// The hash that seals this Z.
    pub hash: Option<String>,
}

/// The cash of a session: `float + sales + refunds + paid_in + paid_out = expected`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerCash {
    /// What was put in to begin with.
    pub float: Money,
    /// Taken for orders, less change.
    pub sales: Money,
    /// Given back; negative or nothing.
    pub refunds: Money,
    /// Put in between.
    pub paid_in: Money,
    /// Taken out between; negative or nothing.
    pub paid_out: Money,
    /// What should be there.
    pub expected: Money,
    /// What was counted; only in a Z.
    pub counted: Option<Money>,
    /// Counted less expected; only in a Z.
    pub over_short: Option<Money>,
    /// Why they differ; empty when they do not.
    pub over_short_reason: String,
    /// The pieces that were counted.
    pub counts: Vec<DenominationCount>,
    /// What the next session should begin with; only in a Z.
    pub next_float: Option<Money>,
}

/// What one tender took and gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerTender {
    /// The tender.
    pub method: PaymentMethod,
    /// How many payments.
    #[ts(type = "number")]
    pub sale_count: i64,
    /// What they come to.
    pub sales: Money,
    /// How many refunds.
    #[ts(type = "number")]
    pub refund_count: i64,
    /// What they come to; negative or nothing.
    pub refunds: Money,
    /// Sales and refunds together.
    pub total: Money,
}

/// What was sold and taken back of one tier, or of one fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerTier {
    /// The tier; absent for fees.
    pub tier_id: Option<TierId>,
    /// The tier's or the fee's name, as it was then.
    pub label: String,
    /// How many were sold or given away.
    #[ts(type = "number")]
    pub sold_count: i64,
    /// What they come to, tax included.
    pub sold: Money,
    /// How many were taken back.
    #[ts(type = "number")]
    pub returned_count: i64,
    /// What they come to; negative or nothing.
    pub returned: Money,
    /// Both together.
    pub total: Money,
}

/// Tax of one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerTax {
    /// The rate in percent.
    pub rate: String,
    /// Without tax.
    pub net: Money,
    /// The tax.
    pub tax: Money,
    /// With tax.
    pub gross: Money,
}

/// What one person took and gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerCashier {
    /// Who.
    pub user_id: Option<UserId>,
    /// By name; empty when unknown.
    pub name: String,
    /// How many orders.
    #[ts(type = "number")]
    pub sale_count: i64,
    /// What was paid for them.
    pub sales: Money,
    /// How many refunds.
    #[ts(type = "number")]
    pub refund_count: i64,
    /// What they come to; negative or nothing.
    pub refunds: Money,
    /// Sales and refunds together.
    pub total: Money,
}

/// How often one kind of thing happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerCount {
    /// What.
    pub kind: EntryKind,
    /// How often: sales and gifts by order, everything else one by one.
    #[ts(type = "number")]
    pub count: i64,
    /// How many tickets it was about.
    #[ts(type = "number")]
    pub ticket_count: i64,
    /// The effect on the tenders.
    pub amount: Money,
    /// What gifts and withdrawn tickets would have cost.
    pub worth: Money,
}

/// One thing that a report names by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawerNote {
    /// What.
    pub kind: EntryKind,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// On which tender; absent where none was touched.
    pub method: Option<PaymentMethod>,
    /// The effect on the tender.
    pub amount: Money,
    /// What a gift or a withdrawn ticket would have cost.
    pub worth: Money,
    /// How many tickets it was about.
    #[ts(type = "number")]
    pub ticket_count: i64,
    /// The order's code.
    pub order_code: Option<String>,
    /// Why.
    pub reason: String,
    /// Who did it; empty when unknown.
    pub operator_name: String,
    /// Who allowed it over the clerk's session; empty when nobody had to.
    pub authorised_by_name: String,
}
