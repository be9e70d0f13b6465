//! Guest lists and attendees that come as a table: every row is judged before any is taken, what was taken is kept line
//! by line, and a whole import can be taken back.
//!
//! - [`plan_guests`]: which columns mean what, what each row would become, and what is wrong with it.
//! - [`begin_import`], [`take_guests`], [`finish_import`]: taking the rows, a few hundred in a transaction, so that the till
//!   is never kept waiting; an import that stopped goes on where it was.
//! - [`import_to_undo`], [`undo_orders`], [`finish_undo`]: taking it back, but for guests who are inside.
//! - [`columns`], [`row`], [`plan`]: the rules, without a database.
//!
//! Guests of a list get gifts; attendees paid elsewhere, so their money is on the bank account by a reference to the file.

pub mod columns;
mod list;
pub mod plan;
mod refusal;
pub mod row;
#[cfg(test)]
mod row_tests;
pub(crate) mod store;
mod take;
#[cfg(test)]
mod tests;
mod undo;

pub use columns::GuestMapping;
pub use list::{GuestImportRow, ListGuestImports, list_guest_imports};
pub use plan::{GuestPlan, plan_guests};
pub use refusal::GuestImportRefusal;
pub use row::{GuestRow, RowProblem};
pub use store::LivingOrder;
pub use take::{Begun, NewImport, begin_import, finish_import, take_guests};
pub use undo::{KeptOrder, UndoneOrders, finish_undo, import_to_undo, undo_orders};

use payments::stored_words;

kernel::id_type!(GuestImportId, "import", "Names one import of guests.");

/// Most rows, and most tickets unless one row alone has more, that one transaction takes or takes back.
pub const BATCH_ROWS_MAX: usize = 500;

stored_words! {
    /// What the rows of a file are.
    pub enum TakenAs: "kind of import" {
        /// Guests of the house: gifts.
        GuestList = "guest_list",
        /// People who bought elsewhere: their orders are paid.
        Attendees = "attendees",
    }
}

stored_words! {
    /// Where an import stands.
    pub enum GuestImportStatus: "status of an import" {
        /// Rows are being taken, or it stopped on the way.
        Running = "running",
        /// Every row was taken or left out.
        Done = "done",
        /// It was taken back.
        Undone = "undone",
    }
}

/// A table as it was read, for whoever judges its rows.
#[derive(Clone, Copy, Debug)]
pub struct GuestTable<'a> {
    /// The titles of its columns.
    pub columns: &'a [String],
    /// Its rows, each with its line in the file.
    pub rows: &'a [(usize, Vec<String>)],
}

/// How a table is to be taken.
#[derive(Clone, Copy, Debug)]
pub struct GuestTerms<'a> {
    /// As what.
    pub taken_as: TakenAs,
    /// Which column means what; guessed from the titles when absent.
    pub mapping: Option<&'a GuestMapping>,
    /// The tier of rows that name none: its id, its name or its number.
    pub default_tier: Option<&'a str>,
}
