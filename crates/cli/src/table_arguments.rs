//! What can be typed about files that come in and tables that go out.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(crate) enum ImportVerb {
    /// An event exported through pretix's REST API: a folder of JSON files.
    Pretix {
        /// The folder.
        path: PathBuf,
    },
    /// A guest list or attendees: comma-separated text or a workbook.
    Guests(ImportGuests),
    /// Take an import back, but for guests who are inside.
    Undo {
        /// The import's id.
        import: String,
        /// Why.
        #[arg(long, default_value = "taken back")]
        reason: String,
    },
    /// List past imports of guests.
    List {
        /// Only into this event: its slug or id.
        #[arg(long)]
        event: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ImportGuests {
    /// The file.
    pub(crate) file: PathBuf,
    /// The event's slug or id.
    #[arg(long)]
    pub(crate) event: String,
    /// The tier of rows that name none.
    #[arg(long)]
    pub(crate) tier: Option<String>,
    /// Guests of the house, or people who paid elsewhere.
    #[arg(long = "as", value_enum, default_value_t = GuestsAs::GuestList)]
    pub(crate) taken_as: GuestsAs,
    /// Take the rows that can be taken, although others cannot.
    #[arg(long)]
    pub(crate) partial: bool,
    /// Only say what would happen.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Names the import, to go on with one that stopped; one of its own when absent.
    #[arg(long)]
    pub(crate) key: Option<String>,
    /// Where rows that were left out are written, with what is wrong with each.
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
}

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum GuestsAs {
    /// Guests of the house: gifts.
    GuestList,
    /// People who paid elsewhere.
    Attendees,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The table: a command that lists rows, such as order.list or ticket.list.
    pub(crate) query: String,
    /// As which kind of file.
    #[arg(long, value_enum)]
    pub(crate) format: ExportAs,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Only of this event: its slug or id.
    #[arg(long)]
    pub(crate) event: Option<String>,
}

/// As which kind of file a table is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportAs {
    /// Comma-separated text.
    Csv,
    /// A workbook.
    Xlsx,
}
