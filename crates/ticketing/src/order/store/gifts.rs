//! Counting what was given away.

use events::EventId;
use kernel::{Fault, id::Id};
use workspace::{View, params};

use crate::tier::TierId;

const GIVEN_AWAY: &str = "select ticket.tier_id, count(*) as given
    from payments payment
    join orders ordered on ordered.id = payment.order_id
    join tickets ticket on ticket.order_id = ordered.id
    where ordered.event_id = ?1 and payment.method = 'comp' and payment.status = 'confirmed'
      and ticket.status = 'issued'
    group by ticket.tier_id
    order by ticket.tier_id";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[GIVEN_AWAY];

/// Living tickets of a tier that were given away.
pub(crate) struct Given {
    pub(crate) tier: TierId,
    pub(crate) count: i64,
}

pub(crate) fn given_away(view: &View<'_>, event: EventId) -> Result<Vec<Given>, Fault> {
    view.all(GIVEN_AWAY, params![event.bytes()], |row| {
        Ok(Given { tier: row.id("tier_id")?, count: row.int("given")? })
    })
}
