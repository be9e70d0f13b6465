//! What happens at an open drawer. Each happening is an entry that is never changed, and what moves cash stands in the
//! ledger too: the balance of the drawer's account is the cash that is expected in it, at any time.
//!
//! To let something new happen at a till: give it a word in [`EntryKind`] and in the table's check, and write one use
//! case that records it.

mod cash;
mod entry;
mod export;
mod lines;
mod movement;
mod open;
mod pay;
mod refund;
mod reprint;
mod sell;
pub(crate) mod store;
mod void;

pub use cash::CashPurpose;
pub(crate) use cash::{cash_minor, move_cash};
pub use entry::EntryKind;
pub(crate) use entry::{NewEntry, record};
pub use export::{EntryRow, ListEntries, list_entries};
pub(crate) use lines::EntryLine;
pub use movement::{CashMoved, MoveCash, NoSale, open_without_sale, pay_in, pay_out};
pub(crate) use open::{OpenDrawer, open_drawer};
pub use pay::{TillPayment, pay_at_till};
pub use refund::{TillRefund, TillRefunded, refund_at_till};
pub use reprint::{TillReprint, record_reprint};
pub use sell::{TillSale, TillSold, sell_at_till};
pub use void::{TillVoid, void_at_till};

kernel::id_type!(EntryId, "till entry", "Names one thing that happened at a till.");
