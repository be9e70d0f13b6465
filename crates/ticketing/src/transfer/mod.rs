//! Transfers: a ticket goes to somebody else, who takes it over with a token. The old code opens nothing afterwards.
//!
//! - [`start_transfer`] gives the token, once; the file keeps its hash only.
//! - [`accept_transfer`] re-issues the ticket to whoever brings the token in time.
//! - [`cancel_transfer`], [`sweep_transfers`]: the ticket stays where it is.

mod accept;
mod end;
mod start;
pub mod state;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod token;

pub use accept::{AcceptTransfer, AcceptedTransfer, accept_transfer};
pub use end::{
    CancelTransfer, ListTransfers, SweptTransfers, cancel_transfer, list_transfers, sweep_transfers,
};
pub use start::{StartTransfer, StartedTransfer, TransferRefusal, start_transfer};
pub use state::{InvalidTransferTransition, TransferAction, TransferStatus};

use events::EventId;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ticket::TicketId;

kernel::id_type!(TransferId, "transfer", "Names one ticket on its way to somebody else.");

/// A transfer as people see it. Its token is shown once, when it starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TransferRow {
    /// Its id.
    pub id: TransferId,
    /// Its event.
    pub event_id: EventId,
    /// The ticket that goes.
    pub ticket_id: TicketId,
    /// That ticket's code.
    pub ticket_code: String,
    /// Where it stands.
    pub status: TransferStatus,
    /// To whom it goes; empty when nobody said.
    pub recipient_name: String,
    /// The recipient's e-mail address; empty when nobody said.
    pub recipient_email: String,
    /// Until when the token is taken.
    #[ts(type = "string")]
    pub expires_at: Timestamp,
    /// The ticket that took its place.
    pub new_ticket_id: Option<TicketId>,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}
