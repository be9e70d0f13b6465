//! Tickets: one admission each, with a code of its own.
//!
//! [`state`] holds the machine. A ticket's places and money are moved by the order it belongs to: refunding is
//! [`crate::order::refund_order`]; voiding gives the place back and keeps the money.

mod block;
mod change_tier;
pub(crate) mod issue;
mod list;
mod reissue;
pub(crate) mod show;
pub mod state;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod validity;
mod void;

pub use block::{BlockTicket, UnblockTicket, block_ticket, unblock_ticket};
pub use change_tier::{ChangeTier, ChangeTierRefusal, change_ticket_tier};
pub use issue::{index_guest, serial_series};
pub use list::{ListTickets, list_tickets};
pub(crate) use reissue::{Holder, replace};
pub use reissue::{ReissueTicket, reissue_ticket};
pub use show::{ShowTicket, TicketDetail, TicketReference, TicketRefusal, find_ticket, show_ticket};
pub use state::{InvalidTicketTransition, TicketAction, TicketStatus};
pub use store::{ticket_row, tickets_by_ids, tickets_of_event, tickets_of_order};
pub use validity::{SetValidity, set_ticket_validity};
pub use void::{VoidTicket, void_ticket};

use events::EventId;
use kernel::{Money, Timestamp};
use payments::OrderId;
use serde::{Deserialize, Serialize};

use crate::{order::OrderStatus, tier::TierId};

kernel::id_type!(TicketId, "ticket", "Names one ticket.");
kernel::id_type!(RevokedCodeId, "revoked code", "Names one code that no longer opens a door.");

/// A ticket as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TicketRow {
    /// Its id.
    pub id: TicketId,
    /// The code that is read aloud and typed; another system's code for an imported ticket.
    pub code: String,
    /// Whether the code is another system's.
    pub is_foreign_code: bool,
    /// Its number in the event.
    #[ts(type = "number")]
    pub serial: i64,
    /// Where it stands.
    pub status: TicketStatus,
    /// Its tier.
    pub tier_id: TierId,
    /// Its tier's name.
    pub tier_name: String,
    /// What a badge or a door shows: the tier's label, or its name.
    pub badge_label: String,
    /// Its tier's number in the event.
    pub tier_number: u16,
    /// Its order.
    pub order_id: OrderId,
    /// Its order's code.
    pub order_code: String,
    /// Where its order stands.
    pub order_status: OrderStatus,
    /// Its event.
    pub event_id: EventId,
    /// Whose it is; empty when unknown.
    pub holder_name: String,
    /// The holder's e-mail address; empty when unknown.
    pub holder_email: String,
    /// The holder's company; empty when unknown.
    pub holder_company: String,
    /// What was paid for it.
    pub gross: Money,
    /// The tax inside `gross`.
    pub tax: Money,
    /// The rate of `tax` in percent.
    pub tax_rate: String,
    /// Whether it was stopped by hand.
    pub is_blocked: bool,
    /// Why it was stopped; empty when it was not.
    pub block_reason: String,
    /// Why it was ended; empty when it was not.
    pub status_reason: String,
    /// From when it opens the door: its own time, or its tier's.
    #[ts(type = "string | null")]
    pub valid_from: Option<Timestamp>,
    /// Until when it opens the door: its own time, or its tier's.
    #[ts(type = "string | null")]
    pub valid_until: Option<Timestamp>,
    /// The text of its QR code. Present where tickets are shown or printed; signing takes time that a sale does not
    /// spend.
    #[serde(default)]
    pub payload: Option<String>,
}

impl TicketRow {
    /// Whether it would open a door as far as the ticket itself goes.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.status == TicketStatus::Issued
    }
}
