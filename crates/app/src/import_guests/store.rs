//! Whether anybody came in with a ticket of an order.

use kernel::{Fault, id::Id};
use ticketing::OrderId;
use workspace::{View, params};

const IS_INSIDE: &str = "select exists (
      select 1 from tickets ticket
      join scan_logs scan on scan.ticket_id = ticket.id
      where ticket.order_id = ?1 and scan.is_admitted = 1
        and not exists (select 1 from scan_annulments gone where gone.scan_id = scan.id)
    ) as is_inside";

/// Whether a ticket of `order` was admitted, and the admission stands.
pub(super) fn is_inside(view: &View<'_>, order: OrderId) -> Result<bool, Fault> {
    view.one(IS_INSIDE, params![order.bytes()], |row| row.flag("is_inside"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_statement_can_be_prepared_on_a_fresh_file() {
        let file = testkit::workspace(&crate::schema::tables());
        file.read(|view| view.prepares(super::IS_INSIDE)).unwrap();
    }
}
