//! Payloads for tickets that are shown or printed.

use kernel::{Fault, HumanCode};
use workspace::View;

use super::{
    key::{KeyVault, signing_key},
    payload::{TicketClaim, sign},
};
use crate::ticket::TicketRow;

/// Writes the QR text into `tickets`, which are of one or several events. A ticket with another system's code carries
/// that code; one whose event has no key on this computer stays without, and the caller offers `ensure_key`.
///
/// # Errors
/// A fault when the vault or the database fails.
pub fn fill_payloads(view: &View<'_>, vault: &dyn KeyVault, tickets: &mut [TicketRow]) -> Result<(), Fault> {
    let mut known = None;
    for ticket in tickets {
        if ticket.is_foreign_code {
            ticket.payload = Some(ticket.code.clone());
            continue;
        }
        let key = match &known {
            Some((event, key)) if *event == ticket.event_id => key,
            Some(_) | None => &known.insert((ticket.event_id, signing_key(view, vault, ticket.event_id)?)).1,
        };
        let code = ticket
            .code
            .parse::<HumanCode>()
            .map_err(|_| Fault::inconsistent("tickets", "code", ticket.id))?;
        ticket.payload = key.as_ref().map(|key| {
            let (valid_from, valid_until) = (ticket.valid_from, ticket.valid_until);
            sign(&TicketClaim { code, tier_number: ticket.tier_number, valid_from, valid_until }, key)
        });
    }
    Ok(())
}
