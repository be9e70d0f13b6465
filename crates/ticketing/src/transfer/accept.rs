//! Taking a ticket over.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{TransferAction, TransferRefusal, TransferRow, store, token};
use crate::{
    event::{event_of, local},
    order::Buyer,
    ticket::{Holder, TicketRow, replace, show},
};

/// Takes a ticket over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AcceptTransfer {
    /// What the sender passed on, however it is typed.
    pub token: String,
    /// Who takes it; the recipient that the sender named when absent.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// The e-mail address of whoever takes it.
    #[serde(default)]
    #[ts(optional)]
    pub email: Option<String>,
}

/// A ticket that was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AcceptedTransfer {
    /// The transfer as it stands now.
    pub transfer: TransferRow,
    /// The new ticket.
    pub ticket: TicketRow,
}

/// Takes a ticket over: it is issued anew under another code, and the old code opens nothing any more.
///
/// # Errors
/// A refusal when no transfer waits for the token, its time is up, or the ticket ended meanwhile; a fault when the
/// database fails.
pub fn accept_transfer(tx: &Tx<'_>, request: &AcceptTransfer) -> Result<AcceptedTransfer, Failure> {
    let transfer = store::by_token(tx, &token::hash(&request.token))?.ok_or(TransferRefusal::UnknownToken)?;
    let status = transfer.status.after(TransferAction::Complete)?;
    if transfer.expires_at <= tx.now() {
        let event = event_of(tx, transfer.event_id)?;
        return Err(TransferRefusal::RunOut(local(&event, transfer.expires_at)).into());
    }
    let given = |text: &Option<String>, usual: &str| {
        text.clone().filter(|text| !text.trim().is_empty()).unwrap_or_else(|| usual.to_owned())
    };
    let name = given(&request.name, &transfer.recipient_name);
    let email = given(&request.email, &transfer.recipient_email);
    let holder = Buyer::read(Some(&name), Some(&email), None)?;
    if holder.name.is_empty() {
        return Err(TransferRefusal::NameMissing.into());
    }
    let old = show::load(tx, &transfer.ticket_id.to_string())?;
    let holder = Holder { name: &holder.name, email: &holder.email, company: "" };
    let new = replace(tx, &old, holder, "Transferred")?;
    store::end(tx, &transfer, status, Some(new))?;
    let transfer = store::by_id(tx, transfer.id)?.ok_or(TransferRefusal::Unknown)?;
    Ok(AcceptedTransfer { transfer, ticket: show::reload(tx, new)? })
}
