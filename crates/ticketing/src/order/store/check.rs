//! Proving the money of orders.

use events::EventId;
use kernel::{Fault, Money, id::Id};
use workspace::{View, params};

use crate::order::MoneyDifference;

/// Own orders: the total less what went back is what the tickets that were not refunded or replaced and the fees come
/// to. Imported orders: tickets that were withdrawn in the other system are out of its total, those withdrawn here
/// are in it, so the total lies between.
const SUMS: &str = "select ordered.code, ordered.currency, ordered.total_minor - ordered.refunded_minor as expected_minor,
      coalesce(parts.living_minor, 0) + coalesce(parts.void_minor, 0) + coalesce(fees.fees_minor, 0) as found_minor
    from orders ordered
    left join (
      select order_id,
        sum(case when status = 'issued' then gross_minor else 0 end) as living_minor,
        sum(case when status = 'void' then gross_minor else 0 end) as void_minor
      from tickets group by order_id
    ) as parts on parts.order_id = ordered.id
    left join (
      select order_id, sum(gross_minor) as fees_minor from order_fees where is_cancelled = 0 group by order_id
    ) as fees on fees.order_id = ordered.id
    where ordered.status in ('paid', 'partially_refunded', 'refunded')
      and ordered.deleted_at is null
      and (?1 is null or ordered.event_id = ?1)
      and not (
        ordered.total_minor - ordered.refunded_minor
          between coalesce(parts.living_minor, 0) + coalesce(fees.fees_minor, 0)
            + case when ordered.channel = 'import' then 0 else coalesce(parts.void_minor, 0) end
          and coalesce(parts.living_minor, 0) + coalesce(fees.fees_minor, 0) + coalesce(parts.void_minor, 0)
      )
    order by ordered.code";

/// What arrived less what left, against what the ledger holds on the tenders' accounts for the order.
const BOOKS: &str = "select ordered.code, ordered.currency,
      coalesce(paid.paid_minor, 0) - coalesce(back.back_minor, 0) as expected_minor,
      coalesce(books.held_minor, 0) as found_minor
    from orders ordered
    left join (
      select order_id, sum(amount_minor) as paid_minor from payments where status = 'confirmed' group by order_id
    ) as paid on paid.order_id = ordered.id
    left join (
      select order_id, sum(amount_minor) as back_minor from refunds
      where status in ('in_transit', 'done') group by order_id
    ) as back on back.order_id = ordered.id
    left join (
      select moved.order_id, sum(entry.amount_minor) as held_minor
      from ledger_transactions moved
      join ledger_entries entry on entry.transaction_id = moved.id
      join ledger_accounts account on account.id = entry.account_id
      where account.kind = 'asset' and moved.order_id is not null
      group by moved.order_id
    ) as books on books.order_id = ordered.id
    where ordered.deleted_at is null
      and (?1 is null or ordered.event_id = ?1)
      and coalesce(paid.paid_minor, 0) - coalesce(back.back_minor, 0) <> coalesce(books.held_minor, 0)
    order by ordered.code";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[SUMS, BOOKS];

/// Orders whose parts do not come to their total.
pub(crate) fn sums(view: &View<'_>, event: Option<EventId>) -> Result<Vec<MoneyDifference>, Fault> {
    differences(view, SUMS, event)
}

/// Orders whose payments are not what the ledger says.
pub(crate) fn books(view: &View<'_>, event: Option<EventId>) -> Result<Vec<MoneyDifference>, Fault> {
    differences(view, BOOKS, event)
}

fn differences(
    view: &View<'_>,
    sql: &'static str,
    event: Option<EventId>,
) -> Result<Vec<MoneyDifference>, Fault> {
    view.all(sql, params![event.map(|event| event.bytes())], |row| {
        let currency = row.parsed("currency")?;
        Ok(MoneyDifference {
            order_code: row.text("code")?,
            expected: Money::new(row.int("expected_minor")?, currency),
            found: Money::new(row.int("found_minor")?, currency),
        })
    })
}
