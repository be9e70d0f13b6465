//! The SQL of transfers.

use events::EventId;
use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Row, Tx, View, params};

use super::{TransferId, TransferRow, TransferStatus};
use crate::{order::Buyer, ticket::TicketId};

const BY_ID: &str = "select transfer.id, transfer.event_id, transfer.ticket_id, ticket.code as ticket_code,
      transfer.status, transfer.recipient_name, transfer.recipient_email, transfer.expires_at,
      transfer.new_ticket_id, transfer.version
    from ticket_transfers transfer join tickets ticket on ticket.id = transfer.ticket_id
    where transfer.id = ?1";

const BY_TOKEN: &str =
    "select transfer.id, transfer.event_id, transfer.ticket_id, ticket.code as ticket_code,
      transfer.status, transfer.recipient_name, transfer.recipient_email, transfer.expires_at,
      transfer.new_ticket_id, transfer.version
    from ticket_transfers transfer join tickets ticket on ticket.id = transfer.ticket_id
    where transfer.token_hash = ?1";

const PENDING_OF: &str = "select id from ticket_transfers where ticket_id = ?1 and status = 'pending'";

const RUN_OUT: &str = "select transfer.id, transfer.event_id, transfer.ticket_id, ticket.code as ticket_code,
      transfer.status, transfer.recipient_name, transfer.recipient_email, transfer.expires_at,
      transfer.new_ticket_id, transfer.version
    from ticket_transfers transfer join tickets ticket on ticket.id = transfer.ticket_id
    where transfer.status = 'pending' and transfer.expires_at <= ?1
    order by transfer.id";

const OF_EVENT: &str =
    "select transfer.id, transfer.event_id, transfer.ticket_id, ticket.code as ticket_code,
      transfer.status, transfer.recipient_name, transfer.recipient_email, transfer.expires_at,
      transfer.new_ticket_id, transfer.version
    from ticket_transfers transfer join tickets ticket on ticket.id = transfer.ticket_id
    where transfer.event_id = ?1
    order by transfer.id desc";

const INSERT: &str = "insert into ticket_transfers
    (id, event_id, ticket_id, token_hash, status, recipient_name, recipient_email, expires_at,
     created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?10)";

const END: &str = "update ticket_transfers
    set status = ?3, new_ticket_id = ?4, updated_at = ?5, updated_by_user_id = ?6, version = version + 1
    where id = ?1 and version = ?2";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_ID, BY_TOKEN, PENDING_OF, RUN_OUT, OF_EVENT, INSERT, END];

/// A transfer about to be written.
pub(super) struct NewTransfer<'a> {
    pub(super) id: TransferId,
    pub(super) event: EventId,
    pub(super) ticket: TicketId,
    pub(super) token_hash: [u8; 32],
    pub(super) status: TransferStatus,
    pub(super) to: &'a Buyer,
    pub(super) expires_at: Timestamp,
}

pub(super) fn by_id(view: &View<'_>, id: TransferId) -> Result<Option<TransferRow>, Fault> {
    view.optional(BY_ID, params![id.bytes()], from_row)
}

pub(super) fn by_token(view: &View<'_>, token_hash: &[u8; 32]) -> Result<Option<TransferRow>, Fault> {
    view.optional(BY_TOKEN, params![token_hash], from_row)
}

pub(super) fn pending_of(view: &View<'_>, ticket: TicketId) -> Result<Option<TransferId>, Fault> {
    view.optional(PENDING_OF, params![ticket.bytes()], |row| row.id("id"))
}

/// Pending transfers whose time was up at `now`.
pub(super) fn run_out(view: &View<'_>, now: Timestamp) -> Result<Vec<TransferRow>, Fault> {
    view.all(RUN_OUT, params![to_micros(now)], from_row)
}

pub(super) fn of_event(view: &View<'_>, event: EventId) -> Result<Vec<TransferRow>, Fault> {
    view.all(OF_EVENT, params![event.bytes()], from_row)
}

pub(super) fn insert(tx: &Tx<'_>, transfer: &NewTransfer<'_>) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            transfer.id.bytes(),
            transfer.event.bytes(),
            transfer.ticket.bytes(),
            transfer.token_hash,
            transfer.status.as_str(),
            transfer.to.name,
            transfer.to.email,
            to_micros(transfer.expires_at),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(super) fn end(
    tx: &Tx<'_>,
    transfer: &TransferRow,
    status: TransferStatus,
    new: Option<TicketId>,
) -> Result<(), Fault> {
    tx.execute_one(
        END,
        params![
            transfer.id.bytes(),
            transfer.version,
            status.as_str(),
            new.map(|new| new.bytes()),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

fn from_row(row: &Row<'_>) -> Result<TransferRow, Fault> {
    Ok(TransferRow {
        id: row.id("id")?,
        event_id: row.id("event_id")?,
        ticket_id: row.id("ticket_id")?,
        ticket_code: row.text("ticket_code")?,
        status: row.parsed("status")?,
        recipient_name: row.text("recipient_name")?,
        recipient_email: row.text("recipient_email")?,
        expires_at: row.at("expires_at")?,
        new_ticket_id: row.id_opt("new_ticket_id")?,
        version: row.int("version")?,
    })
}
