//! What can be typed about tills.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(crate) enum TillVerb {
    /// Make a till.
    Create {
        /// Its short code; the next free letter when absent.
        #[arg(long)]
        code: Option<String>,
        /// What it is called.
        #[arg(long)]
        name: Option<String>,
        /// For practice: sells to training events only.
        #[arg(long)]
        training: bool,
    },
    /// List tills and whether their drawers are open.
    List,
    /// Open the drawer with its float.
    Open {
        #[command(flatten)]
        of: OfTill,
        /// What is put in, like 150 or 150,00; what the last close laid down when absent.
        #[arg(long)]
        float: Option<String>,
    },
    /// Put cash in.
    PayIn(Moved),
    /// Take cash out.
    PayOut(Moved),
    /// Note that the drawer was opened without a sale.
    NoSale {
        #[command(flatten)]
        of: OfTill,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Count the drawer and close it; prints its Z report.
    Close(Close),
    /// Look at the open drawer's figures.
    X(Report),
    /// Show a Z report again; the latest without a number.
    Z {
        #[command(flatten)]
        report: Report,
        /// Its number.
        #[arg(long)]
        number: Option<i64>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct OfTill {
    /// The till's code or id; the only one when absent.
    #[arg(long)]
    pub(crate) till: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Moved {
    #[command(flatten)]
    pub(crate) of: OfTill,
    /// How much, like 20 or 20,00.
    #[arg(long)]
    pub(crate) amount: String,
    /// Why.
    #[arg(long)]
    pub(crate) reason: String,
    /// Where it comes from or goes.
    #[arg(long, value_enum)]
    pub(crate) purpose: Option<Purpose>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Purpose {
    /// The safe.
    Safe,
    /// Small things that are bought.
    Petty,
}

#[derive(Debug, Args)]
pub(crate) struct Close {
    #[command(flatten)]
    pub(crate) of: OfTill,
    /// What was counted, WORTH=PIECES such as 50=3 or 0.20=14; repeat for every note and coin.
    #[arg(long = "count", value_name = "WORTH=PIECES", conflicts_with = "total")]
    pub(crate) counts: Vec<String>,
    /// What was counted, as one amount.
    #[arg(long, required_unless_present = "counts")]
    pub(crate) total: Option<String>,
    /// Why it is over or short.
    #[arg(long)]
    pub(crate) reason: Option<String>,
    /// What the next session should begin with; this one's float when absent.
    #[arg(long)]
    pub(crate) next_float: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) of: OfTill,
    /// The PDF to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// The paper of the PDF.
    #[arg(long, value_enum, default_value = "a4")]
    pub(crate) layout: Paper,
    /// The language of the PDF.
    #[arg(long, default_value = "en")]
    pub(crate) locale: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Paper {
    /// A4.
    A4,
    /// An 80 mm roll.
    Roll80,
}
