//! Transfers that end without a new ticket, and looking at them.

use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use super::{TransferAction, TransferId, TransferRefusal, TransferRow, TransferStatus, store};
use crate::event::event_named;

/// Calls a transfer off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CancelTransfer {
    /// The transfer's id.
    pub transfer: TransferId,
}

/// Asks for the transfers of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListTransfers {
    /// The event: its id or its slug.
    pub event: String,
    /// Only those that stand like this.
    #[serde(default)]
    #[ts(optional)]
    pub status: Option<TransferStatus>,
}

/// What a sweep ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SweptTransfers {
    /// Transfers whose time was up.
    #[ts(type = "number")]
    pub expired: i64,
}

/// Calls a transfer off: the token is worth nothing, the ticket stays where it is.
///
/// # Errors
/// A refusal when there is no such transfer or it ended before; a fault when the database fails.
pub fn cancel_transfer(tx: &Tx<'_>, request: &CancelTransfer) -> Result<TransferRow, Failure> {
    let transfer = store::by_id(tx, request.transfer)?.ok_or(TransferRefusal::Unknown)?;
    let status = transfer.status.after(TransferAction::Cancel)?;
    store::end(tx, &transfer, status, None)?;
    Ok(TransferRow { status, version: transfer.version + 1, ..transfer })
}

/// Ends every transfer whose time is up.
///
/// # Errors
/// A fault when the database fails.
pub fn sweep_transfers(tx: &Tx<'_>) -> Result<SweptTransfers, Failure> {
    Ok(SweptTransfers { expired: expire_due(tx)? })
}

pub(super) fn expire_due(tx: &Tx<'_>) -> Result<i64, Failure> {
    let mut expired = 0;
    for transfer in store::run_out(tx, tx.now())? {
        let status = transfer.status.after(TransferAction::Expire)?;
        store::end(tx, &transfer, status, None)?;
        expired += 1;
    }
    Ok(expired)
}

/// The transfers of an event, newest first. One whose time was up at `now` stands as expired, swept or not.
///
/// # Errors
/// A refusal when there is no such event; a fault when the database fails.
pub fn list_transfers(
    view: &View<'_>,
    request: &ListTransfers,
    now: Timestamp,
) -> Result<Vec<TransferRow>, Failure> {
    let event = event_named(view, &request.event)?;
    let mut rows = store::of_event(view, event.id)?;
    for row in &mut rows {
        if row.status == TransferStatus::Pending && row.expires_at <= now {
            row.status = row.status.after(TransferAction::Expire)?;
        }
    }
    rows.retain(|row| request.status.is_none_or(|status| row.status == status));
    Ok(rows)
}
