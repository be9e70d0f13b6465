//! Sums for the report. Reads only.

use events::EventId;
use kernel::{Fault, Money, id::Id};
use workspace::{View, params};

use super::TenderTotal;

const TICKETS_ISSUED: &str =
    "select count(*) as n from tickets where status = 'issued' and (?1 is null or event_id = ?1)";

const TENDERS: &str = "select method, currency, sum(amount_minor) as amount_minor from (
      select payment.method, payment.currency, payment.amount_minor
      from payments payment
      join orders paid on paid.id = payment.order_id
      where payment.status = 'confirmed' and (?1 is null or paid.event_id = ?1)
      union all
      select refund.method, refund.currency, -refund.amount_minor
      from refunds refund
      join orders paid on paid.id = refund.order_id
      where refund.status = 'done' and (?1 is null or paid.event_id = ?1)
    )
    group by method, currency
    order by method, currency";

const LEDGER_SUMS: &str = "select currency, sum(amount_minor) as amount_minor from ledger_entries group by currency order by currency";

pub(super) fn tickets_issued(view: &View<'_>, event: Option<EventId>) -> Result<i64, Fault> {
    view.one(TICKETS_ISSUED, params![event.map(|event| event.bytes())], |row| row.int("n"))
}

pub(super) fn tenders(view: &View<'_>, event: Option<EventId>) -> Result<Vec<TenderTotal>, Fault> {
    view.all(TENDERS, params![event.map(|event| event.bytes())], |row| {
        Ok(TenderTotal { method: row.parsed("method")?, amount: row.money("amount_minor", "currency")? })
    })
}

pub(super) fn ledger_sums(view: &View<'_>) -> Result<Vec<Money>, Fault> {
    view.all(LEDGER_SUMS, [], |row| row.money("amount_minor", "currency"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_statement_can_be_prepared_on_a_fresh_file() {
        let file = testkit::workspace(&crate::schema::tables());
        for statement in [super::TICKETS_ISSUED, super::TENDERS, super::LEDGER_SUMS] {
            file.read(|view| view.prepares(statement)).unwrap();
        }
    }
}
