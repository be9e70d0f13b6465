//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{
    table_arguments::{Export, ImportVerb},
    till_arguments::TillVerb,
    voucher_arguments::VoucherVerb,
};

/// Plan events, sell and print tickets, admit guests, keep the books. Everything works without a network.
///
/// A first night, start to finish:
///
///   stagedoor --workspace night.stagedoor init --organization "Lindenhof" --owner "Ida Brandt"
///   stagedoor --workspace night.stagedoor event create --title "Jazz Night" --starts 2027-06-13T20:00
///   stagedoor --workspace night.stagedoor tier create --event jazz-night --name GA --price 25 --quantity 300
///   stagedoor --workspace night.stagedoor event publish --event jazz-night
///   stagedoor --workspace night.stagedoor sell --event jazz-night --line GA=2 --pay cash:60
///   stagedoor --workspace night.stagedoor print tickets --event jazz-night --layout a4 --out tickets.pdf
///   stagedoor --workspace night.stagedoor scan --event jazz-night --list Entrance CODE
///
/// Exit codes: 0 done; 2 refused, with the reason and the way out; 1 the machine failed, nothing changed.
#[derive(Debug, Parser)]
#[command(name = "stagedoor", version, verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// The workspace file. Made by `init`, `demo` or `restore`.
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "STAGEDOOR_WORKSPACE",
        default_value = "workspace.stagedoor"
    )]
    pub(crate) workspace: PathBuf,
    /// Print one JSON object a line; errors too: {"error":{"code","message","fix"}}.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Make a new workspace with its organization and owner.
    Init(Init),
    /// Run a whole night in an invented venue and leave its files to look at.
    Demo(Demo),
    /// Plan: create, list, show, publish, cancel events; what is missing, what is wrong.
    #[command(subcommand)]
    Event(EventVerb),
    /// What is sold: name, price, quantity, sales window.
    #[command(subcommand)]
    Tier(TierVerb),
    /// Sell tickets: all or nothing, once per idempotency key.
    Sell(Sell),
    /// Vouchers: codes that make tickets cheaper, keep places, or pay.
    #[command(subcommand)]
    Voucher(VoucherVerb),
    /// Tills: open the drawer, cash in and out, count and close, X and Z reports.
    #[command(subcommand)]
    Till(TillVerb),
    /// Orders: list, show, refund.
    #[command(subcommand)]
    Order(OrderVerb),
    /// Tickets: list, show, void.
    #[command(subcommand)]
    Ticket(TicketVerb),
    /// Set tickets and receipts as PDF.
    #[command(subcommand)]
    Print(PrintVerb),
    /// Printers: add, list, test.
    #[command(subcommand)]
    Printer(PrinterVerb),
    /// Which tiers a door admits, and how often.
    #[command(subcommand)]
    CheckinList(CheckinListVerb),
    /// The doors of an event.
    #[command(subcommand)]
    Gate(GateVerb),
    /// Admit guests: codes as arguments, or one a line on standard input; one verdict a line.
    Scan(Scan),
    /// Bring data in: guest lists, attendees, another system's export.
    #[command(subcommand)]
    Import(ImportVerb),
    /// Write any table to a file for other programs.
    Export(Export),
    /// Compare inventory, tickets, money and ledger, and name every difference.
    Reconcile(Reconcile),
    /// Check the whole file: pages, links, history, books.
    Verify,
    /// Write a checked copy while others go on working.
    Backup(Backup),
    /// Restore a backup to a new file; nothing is overwritten.
    Restore(Restore),
    /// Serve the commands on 127.0.0.1, guarded by a token.
    Serve(Serve),
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The organization's name.
    #[arg(long)]
    pub(crate) organization: String,
    /// The owner's name.
    #[arg(long)]
    pub(crate) owner: String,
    /// The owner's e-mail address.
    #[arg(long)]
    pub(crate) email: Option<String>,
    /// Two letters of ISO 3166-1.
    #[arg(long, default_value = "DE")]
    pub(crate) country: String,
    /// Three letters of ISO 4217.
    #[arg(long, default_value = "EUR")]
    pub(crate) currency: String,
    /// An IANA time zone.
    #[arg(long, default_value = "Europe/Berlin")]
    pub(crate) time_zone: String,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// An empty or new folder for the workspace, the PDFs and the summary.
    #[arg(long, default_value = "demo-out")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EventVerb {
    /// Create a draft.
    Create(Box<EventCreate>),
    /// List events, soonest first.
    List {
        /// Only titles, slugs or venues with these words.
        #[arg(long)]
        search: Option<String>,
        /// Only this status.
        #[arg(long)]
        status: Option<String>,
    },
    /// Show one event.
    Show(OfEvent),
    /// Put it on sale. Says what is missing.
    Publish(OfEvent),
    /// Call it off.
    Cancel {
        #[command(flatten)]
        of: OfEvent,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// What still keeps it from going on sale.
    Readiness(OfEvent),
    /// What is wrong with it right now.
    Health(OfEvent),
}

#[derive(Debug, Args)]
pub(crate) struct OfEvent {
    /// The event's slug or id.
    #[arg(long)]
    pub(crate) event: String,
}

#[derive(Debug, Args)]
pub(crate) struct EventCreate {
    /// What it is called.
    #[arg(long)]
    pub(crate) title: String,
    /// The short name in addresses; made from the title when absent.
    #[arg(long)]
    pub(crate) slug: Option<String>,
    /// A template's key, for tiers and check-in lists.
    #[arg(long)]
    pub(crate) template: Option<String>,
    /// Start: 2027-06-13T20:00 on the event's clocks, or with an offset.
    #[arg(long)]
    pub(crate) starts: String,
    /// End.
    #[arg(long)]
    pub(crate) ends: Option<String>,
    /// Doors.
    #[arg(long)]
    pub(crate) doors: Option<String>,
    /// An IANA time zone; the organization's when absent.
    #[arg(long)]
    pub(crate) time_zone: Option<String>,
    /// Three letters of ISO 4217; the organization's when absent.
    #[arg(long)]
    pub(crate) currency: Option<String>,
    /// The venue's name.
    #[arg(long)]
    pub(crate) venue: Option<String>,
    /// The venue's address.
    #[arg(long, requires = "venue")]
    pub(crate) address: Option<String>,
    /// The venue's city.
    #[arg(long, requires = "venue")]
    pub(crate) city: Option<String>,
    /// How many people may be inside.
    #[arg(long, allow_negative_numbers = true)]
    pub(crate) capacity: Option<i64>,
    /// What is printed at the foot of tickets.
    #[arg(long)]
    pub(crate) terms: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TierVerb {
    /// Add a tier.
    Create(TierCreate),
    /// List tiers with what is left.
    List(OfEvent),
}

#[derive(Debug, Args)]
pub(crate) struct TierCreate {
    /// The event's slug or id.
    #[arg(long)]
    pub(crate) event: String,
    /// What it is called.
    #[arg(long)]
    pub(crate) name: String,
    /// The price, like 12.50 or 12,50.
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) price: String,
    /// How many there are; unlimited when absent.
    #[arg(long, allow_negative_numbers = true)]
    pub(crate) quantity: Option<i64>,
    /// The few letters on the ticket's badge.
    #[arg(long)]
    pub(crate) badge: Option<String>,
    /// Tax in percent.
    #[arg(long)]
    pub(crate) tax: Option<String>,
    /// Most in one order.
    #[arg(long, allow_negative_numbers = true)]
    pub(crate) max_per_order: Option<i64>,
    /// When its sale starts.
    #[arg(long)]
    pub(crate) sales_start: Option<String>,
    /// When its sale ends.
    #[arg(long)]
    pub(crate) sales_end: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Sell {
    /// The till whose drawer takes the money, by its code.
    #[arg(long)]
    pub(crate) till: Option<String>,
    /// The event's slug or id.
    #[arg(long)]
    pub(crate) event: String,
    /// What is sold, TIER=QUANTITY; repeat for more tiers.
    #[arg(long = "line", value_name = "TIER=QTY", required = true)]
    pub(crate) lines: Vec<String>,
    /// A voucher that is redeemed for every ticket.
    #[arg(long, value_name = "CODE")]
    pub(crate) voucher: Option<String>,
    /// cash:AMOUNT (as handed over), card:REFERENCE, transfer:REFERENCE, voucher:CODE or comp[:REASON].
    #[arg(long, value_name = "HOW")]
    pub(crate) pay: String,
    /// The buyer's name.
    #[arg(long)]
    pub(crate) buyer: Option<String>,
    /// The buyer's e-mail address.
    #[arg(long)]
    pub(crate) email: Option<String>,
    /// Send the same key again to be sure that a sale happened once.
    #[arg(long)]
    pub(crate) idempotency_key: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum OrderVerb {
    /// List orders, newest first.
    List {
        /// Only this event's.
        #[arg(long)]
        event: Option<String>,
        /// Only with these words in code, name or address.
        #[arg(long)]
        search: Option<String>,
    },
    /// Show one order.
    Show(OfOrder),
    /// Give money back: all of it, some tickets, or an amount.
    Refund {
        #[command(flatten)]
        of: OfOrder,
        /// Only these tickets' codes; repeat for more.
        #[arg(long = "ticket", value_name = "CODE")]
        tickets: Vec<String>,
        /// Less than the tickets' price; the rest is kept as a fee.
        #[arg(long)]
        amount: Option<String>,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Send the same key again to be sure that a refund happened once.
        #[arg(long)]
        idempotency_key: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct OfOrder {
    /// The order's code or id.
    #[arg(long)]
    pub(crate) order: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TicketVerb {
    /// List an event's tickets.
    List {
        #[command(flatten)]
        of: OfEvent,
        /// Only with these words in code, holder or order.
        #[arg(long)]
        search: Option<String>,
    },
    /// Show one ticket, with what is in its QR code.
    Show(OfTicket),
    /// Make a ticket worthless without giving money back.
    Void {
        #[command(flatten)]
        of: OfTicket,
        /// Why.
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct OfTicket {
    /// The ticket's code or id.
    #[arg(long)]
    pub(crate) ticket: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Layout {
    /// A4, one ticket a page.
    A4,
    /// A4, four tickets a page with cut marks.
    #[value(name = "a4-4up")]
    A4FourUp,
    /// An 80 mm roll.
    Roll80,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PrintVerb {
    /// Tickets of an order, or of a whole event.
    Tickets {
        /// The order's code or id.
        #[arg(long, required_unless_present = "event", conflicts_with = "event")]
        order: Option<String>,
        /// The event's slug or id.
        #[arg(long)]
        event: Option<String>,
        /// The paper of the PDF.
        #[arg(long, value_enum, default_value = "a4")]
        layout: Layout,
        #[command(flatten)]
        to: PrintTo,
    },
    /// An order's receipt.
    Receipt {
        #[command(flatten)]
        of: OfOrder,
        /// The paper of the PDF: a4 or roll80.
        #[arg(long, value_enum, default_value = "a4")]
        layout: Layout,
        #[command(flatten)]
        to: PrintTo,
    },
    /// Go on with a job that stands still.
    Resume {
        /// The job's id.
        #[arg(long)]
        job: String,
    },
    /// What is printed and what waits.
    Jobs,
}

/// Where paper comes out.
#[derive(Debug, Args)]
pub(crate) struct PrintTo {
    /// The PDF to write.
    #[arg(long, required_unless_present = "printer", conflicts_with = "printer")]
    pub(crate) out: Option<PathBuf>,
    /// The printer, by its name.
    #[arg(long)]
    pub(crate) printer: Option<String>,
    /// Why it is printed again: printer, or lost.
    #[arg(long, requires = "printer")]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PrinterVerb {
    /// Add a printer.
    Add {
        /// What it is called.
        #[arg(long)]
        name: String,
        /// system, file, escpos_tcp, escpos_device, zpl_tcp or zpl_device.
        #[arg(long)]
        kind: String,
        /// host:port, a device's path, PATH@BAUD, a queue's name, or a folder.
        #[arg(long)]
        address: String,
        /// 58, 80, label or a4.
        #[arg(long)]
        paper: Option<String>,
        /// cp437, cp858, wpc1252 or drawn.
        #[arg(long)]
        code_page: Option<String>,
        /// answered or written: when a document counts as printed.
        #[arg(long)]
        acknowledgement: Option<String>,
    },
    /// List printers.
    List,
    /// Look for printers of this computer.
    Discover,
    /// Print a test page.
    Test {
        /// The printer's name or id.
        #[arg(long)]
        printer: String,
    },
    /// Open the drawer that is plugged into a printer.
    OpenDrawer {
        /// The printer's name or id; the first with a drawer when absent.
        #[arg(long)]
        printer: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum CheckinListVerb {
    /// Add a list.
    Create {
        #[command(flatten)]
        of: OfEvent,
        /// What it is called.
        #[arg(long)]
        name: String,
        /// Only these tiers; all when absent.
        #[arg(long = "tier")]
        tiers: Vec<String>,
        /// Let a ticket in as often as it comes.
        #[arg(long)]
        multiple_entries: bool,
        /// Do not let a guest who left come back.
        #[arg(long)]
        no_reentry: bool,
        /// Also list unpaid orders.
        #[arg(long)]
        include_pending: bool,
    },
    /// List an event's lists.
    List(OfEvent),
}

#[derive(Debug, Subcommand)]
pub(crate) enum GateVerb {
    /// Add a gate.
    Create {
        #[command(flatten)]
        of: OfEvent,
        /// What it is called.
        #[arg(long)]
        name: String,
        /// Its short code.
        #[arg(long)]
        code: Option<String>,
    },
    /// List an event's gates.
    List(OfEvent),
}

#[derive(Debug, Args)]
pub(crate) struct Scan {
    /// The event's slug or id.
    #[arg(long)]
    pub(crate) event: String,
    /// The check-in list's name or id.
    #[arg(long)]
    pub(crate) list: String,
    /// The gate's code, name or id.
    #[arg(long)]
    pub(crate) gate: Option<String>,
    /// Record guests leaving.
    #[arg(long)]
    pub(crate) exit: bool,
    /// Only look: nothing is counted.
    #[arg(long)]
    pub(crate) simulate: bool,
    /// Admit against the verdict, with a reason. Needs the permission.
    #[arg(long, value_name = "REASON")]
    pub(crate) force: Option<String>,
    /// When the scan was made, if not now.
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<String>,
    /// The codes; read from standard input when absent.
    pub(crate) codes: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Reconcile {
    /// Only this event; all when absent.
    #[arg(long)]
    pub(crate) event: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup.
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
    /// The new workspace file.
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The port on 127.0.0.1; any free one when absent.
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// A folder of built front-end files to serve at /.
    #[arg(long, value_name = "DIR")]
    pub(crate) ui: Option<PathBuf>,
}
