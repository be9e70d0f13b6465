//! Replacing a ticket by another under a new code: the old code opens nothing any more.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    TicketAction, TicketId, TicketRow, TicketStatus, issue, show, store,
    store::{NewTicket, TicketLife},
};
use crate::{order::show::load_by_id, voucher};

/// Replaces a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReissueTicket {
    /// The ticket: its id or its code.
    pub ticket: String,
    /// Why.
    pub reason: String,
}

/// Replaces a ticket by another under a new code; answers with the new one. Place and money stay where they are.
///
/// # Errors
/// A refusal when there is no such ticket, it ended before, or no reason is given; a fault when the machine fails.
pub fn reissue_ticket(tx: &Tx<'_>, request: &ReissueTicket) -> Result<TicketRow, Failure> {
    let reason = show::checked_reason(&request.reason)?;
    let old = show::load(tx, &request.ticket)?;
    let holder = Holder { name: &old.holder_name, email: &old.holder_email, company: &old.holder_company };
    let new = replace(tx, &old, holder, &reason)?;
    show::reload(tx, new)
}

/// Who holds a ticket.
#[derive(Clone, Copy)]
pub(crate) struct Holder<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) company: &'a str,
}

/// Replaces `old` by a new ticket of `holder` under a new code, in the same place; the old code opens nothing any more.
///
/// # Errors
/// As [`reissue_ticket`].
pub(crate) fn replace(
    tx: &Tx<'_>,
    old: &TicketLife,
    holder: Holder<'_>,
    reason: &str,
) -> Result<TicketId, Failure> {
    let status = old.status.after(TicketAction::Replace, &old.code)?;
    let order = load_by_id(tx, old.order)?;
    let new: TicketId = tx.new_id()?;
    let serial = tx.next_number(&issue::serial_series(old.event))?;
    let ticket = NewTicket {
        holder_name: holder.name,
        holder_email: holder.email,
        holder_company: holder.company,
        ..replacement(old, new, serial)
    };
    issue::write_with_new_code(tx, &ticket)?;
    let words = (holder.name, holder.email, holder.company);
    issue::index_guest(tx, new, old.event, old.order, &order.buyer, words)?;
    store::end(tx, old, status, reason, Some(new))?;
    store::repoint_addons(tx, old.id, new)?;
    voucher::store::follow(tx, old.id, new)?;
    store::revoke(tx, old.event, &old.code, Some(old.id), reason, tx.now())?;
    Ok(new)
}

fn replacement(old: &TicketLife, id: TicketId, serial: i64) -> NewTicket<'_> {
    NewTicket {
        id,
        event: old.event,
        order: old.order,
        item: old.item,
        tier: old.tier,
        code: "",
        is_foreign_code: false,
        serial,
        status: TicketStatus::Issued,
        holder_name: &old.holder_name,
        holder_email: &old.holder_email,
        holder_company: &old.holder_company,
        gross: old.gross,
        tax: old.tax,
        addon_to: old.addon_to,
        valid_from: old.valid_from,
        valid_until: old.valid_until,
        block_reason: &old.block_reason,
    }
}
