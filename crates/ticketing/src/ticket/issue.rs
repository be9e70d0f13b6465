//! Issuing tickets: a code that nobody can guess, a serial number without gaps, an entry for finding the guest.

use events::EventId;
use kernel::{Fault, FaultKind, HumanCode};
use payments::OrderId;
use workspace::Tx;

use super::{
    TicketId,
    store::{self, NewTicket},
};
use crate::{
    order::Buyer,
    search::{self, GuestWords},
};

/// How often a code is drawn anew before giving up. An event would need billions of tickets to get there.
const DRAWS_MAX: usize = 64;

/// The series that an event's serial numbers come from.
#[must_use]
pub fn serial_series(event: EventId) -> String {
    format!("ticket:{event}")
}

/// Draws a code that no ticket of the event has or had, and writes `ticket` under it.
pub(crate) fn write_with_new_code(tx: &Tx<'_>, ticket: &NewTicket<'_>) -> Result<HumanCode, Fault> {
    for _ in 0..DRAWS_MAX {
        let mut bytes = [0_u8; 7];
        tx.random(&mut bytes)?;
        let Some(code) = HumanCode::from_random(bytes) else { continue };
        if store::insert(tx, &NewTicket { code: code.as_str(), is_foreign_code: false, ..ticket.clone() })? {
            return Ok(code);
        }
    }
    Err(Fault::new(FaultKind::Bug, "no free ticket code was drawn; the source of randomness repeats itself"))
}

/// Makes a ticket's guest findable, by what the holder (name, e-mail, company) and the buyer are called.
///
/// # Errors
/// A fault when the database fails.
pub fn index_guest(
    tx: &Tx<'_>,
    ticket: TicketId,
    event: EventId,
    order: OrderId,
    buyer: &Buyer,
    holder: (&str, &str, &str),
) -> Result<(), Fault> {
    let (name, email, company) = holder;
    let words = GuestWords {
        names: &[name, company, &buyer.name],
        emails: &[email, &buyer.email],
        phone: &buyer.phone,
    };
    match words.folded() {
        words if words.is_empty() => Ok(()),
        words => search::index(tx, Some(ticket), event, order, &words),
    }
}

/// Makes the buyer findable, for all tickets of the order at once.
pub(crate) fn index_buyer(tx: &Tx<'_>, event: EventId, order: OrderId, buyer: &Buyer) -> Result<(), Fault> {
    let words = GuestWords { names: &[&buyer.name], emails: &[&buyer.email], phone: &buyer.phone };
    match words.folded() {
        words if words.is_empty() => Ok(()),
        words => search::index(tx, None, event, order, &words),
    }
}
