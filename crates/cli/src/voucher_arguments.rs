//! What can be typed about vouchers.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum VoucherVerb {
    /// Make a voucher.
    Create(Box<CreateVoucher>),
    /// List an event's vouchers and what is left of each.
    List {
        /// The event's slug or id.
        #[arg(long)]
        event: String,
        /// Only with this text in code or note.
        #[arg(long)]
        search: Option<String>,
    },
    /// Show one voucher.
    Show {
        /// The event's slug or id.
        #[arg(long)]
        event: String,
        /// The voucher's code.
        code: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct CreateVoucher {
    /// The event's slug or id.
    #[arg(long)]
    pub(crate) event: String,
    /// What is typed at the till; one that is free when absent.
    #[arg(long)]
    pub(crate) code: Option<String>,
    /// none, percent, amount, `set_price` or balance; none when absent.
    #[arg(long)]
    pub(crate) kind: Option<String>,
    /// A share like 10 for percent, an amount like 5.00 for the others.
    #[arg(long)]
    pub(crate) value: Option<String>,
    /// Most that it takes off over all its usages.
    #[arg(long)]
    pub(crate) budget: Option<String>,
    /// How often it can be used; once when absent.
    #[arg(long)]
    pub(crate) usages: Option<i64>,
    /// How often one customer can use it.
    #[arg(long)]
    pub(crate) per_customer: Option<i64>,
    /// From when it is valid.
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// Until when it is valid.
    #[arg(long)]
    pub(crate) until: Option<String>,
    /// A tier it is for; repeat for more, all when absent.
    #[arg(long = "tier")]
    pub(crate) tiers: Vec<String>,
    /// Keep its places until it is used.
    #[arg(long)]
    pub(crate) keep_places: bool,
    /// Sell although nothing is left.
    #[arg(long)]
    pub(crate) beyond_quota: bool,
    /// Show hidden tiers.
    #[arg(long)]
    pub(crate) show_hidden: bool,
    /// For whom, or why.
    #[arg(long)]
    pub(crate) note: Option<String>,
}
