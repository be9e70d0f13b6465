//! The values a drawer's report is printed from. Amounts are printed as they come: what went out is negative already.

use kernel::{Money, Timestamp, Zone};
use serde::{Deserialize, Serialize};

use crate::{TaxSummary, Watermark};

/// Which report it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrawerReportKind {
    /// A look in between.
    X,
    /// The numbered report of a closed drawer.
    Z,
}

/// How money came in or went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrawerTenderName {
    /// Notes and coins.
    Cash,
    /// A card terminal.
    Card,
    /// A bank transfer.
    Transfer,
    /// A voucher.
    Voucher,
    /// A wallet.
    Wallet,
    /// Nothing was paid.
    Complimentary,
    /// Something else.
    Other,
}

/// What can happen at a till.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrawerHappening {
    /// Something was sold.
    Sale,
    /// Tickets were given away.
    Gift,
    /// Money went back.
    Refund,
    /// A ticket was withdrawn.
    Void,
    /// Something was printed again.
    Reprint,
    /// The drawer was opened without a sale.
    NoSale,
    /// Cash was put in.
    PaidIn,
    /// Cash was taken out.
    PaidOut,
}

/// What one tender took and gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerTenderLine {
    /// The tender.
    pub tender: DrawerTenderName,
    /// How many payments and refunds.
    pub count: i64,
    /// Payments less refunds.
    pub total: Money,
}

/// A line with how many and how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerLine {
    /// What: a tier, a fee, a person.
    pub label: String,
    /// How many.
    pub count: i64,
    /// How many of them were taken back.
    pub returned: i64,
    /// What it comes to.
    pub total: Money,
}

/// The cash of a drawer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerCashLines {
    /// What was put in to begin with.
    pub float: Money,
    /// Taken for orders.
    pub sales: Money,
    /// Given back.
    pub refunds: Money,
    /// Put in between.
    pub paid_in: Money,
    /// Taken out between.
    pub paid_out: Money,
    /// What should be there.
    pub expected: Money,
    /// What was counted.
    #[serde(default)]
    pub counted: Option<Money>,
    /// Counted less expected.
    #[serde(default)]
    pub over_short: Option<Money>,
    /// Why they differ.
    #[serde(default)]
    pub over_short_reason: String,
}

/// Notes or coins that were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerPieces {
    /// What one is worth.
    pub worth: Money,
    /// How many there are.
    pub count: i64,
    /// What they come to.
    pub total: Money,
}

/// One thing that the report names by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerNoteLine {
    /// What.
    pub happening: DrawerHappening,
    /// When.
    pub at: Timestamp,
    /// How much money it moved.
    pub amount: Money,
    /// The order.
    #[serde(default)]
    pub order_code: Option<String>,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Who did it.
    #[serde(default)]
    pub operator_name: String,
    /// Who allowed it over the clerk's session.
    #[serde(default)]
    pub authorised_by_name: String,
}

/// One report, ready to be printed. Text may be anything; it is cleaned, wrapped, shrunk and cut to its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerSheet {
    /// The house's name.
    pub issuer_name: String,
    /// X or Z.
    pub kind: DrawerReportKind,
    /// The number of a Z.
    #[serde(default)]
    pub number: Option<i64>,
    /// The till's code.
    pub till_code: String,
    /// The till's name.
    pub till_name: String,
    /// The zone that times are printed in.
    pub zone: Zone,
    /// When the drawer was opened.
    pub opened_at: Timestamp,
    /// Who opened it.
    #[serde(default)]
    pub opened_by_name: String,
    /// When it was closed.
    #[serde(default)]
    pub closed_at: Option<Timestamp>,
    /// Who closed it.
    #[serde(default)]
    pub closed_by_name: String,
    /// When the report was made.
    pub made_at: Timestamp,
    /// How many orders there were.
    pub order_count: i64,
    /// The first and the last receipt.
    #[serde(default)]
    pub receipts: Option<(i64, i64)>,
    /// Payments less refunds over all tenders.
    pub turnover: Money,
    /// By tender.
    pub tenders: Vec<DrawerTenderLine>,
    /// The cash.
    pub cash: DrawerCashLines,
    /// The notes and coins that were counted.
    #[serde(default)]
    pub pieces: Vec<DrawerPieces>,
    /// By tier and fee.
    pub tiers: Vec<DrawerLine>,
    /// By tax rate.
    pub taxes: Vec<TaxSummary>,
    /// By person.
    pub cashiers: Vec<DrawerLine>,
    /// How often each thing happened, how many, how much.
    pub counts: Vec<(DrawerHappening, i64, Money)>,
    /// What is named by itself.
    pub notes: Vec<DrawerNoteLine>,
    /// Places still set aside for parked sales.
    pub open_holds: i64,
    /// Print jobs that were not finished.
    pub open_print_jobs: i64,
    /// What coins rounded.
    pub rounding: Money,
    /// The hash of the Z before.
    #[serde(default)]
    pub previous_hash: Option<String>,
    /// The hash that seals this Z.
    #[serde(default)]
    pub hash: Option<String>,
    /// What makes it no ordinary report.
    #[serde(default)]
    pub watermark: Option<Watermark>,
}
