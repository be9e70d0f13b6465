//! Sums over the entries of a session.

use kernel::{Currency, Fault, Money, Timestamp, clock::to_micros, id::Id};
use workspace::{View, params};

use crate::{
    drawer::EntryKind,
    report::{DrawerCashier, DrawerCount, DrawerNote, DrawerTax, DrawerTender, DrawerTier, build::both},
    session::SessionId,
};

const TENDERS: &str = "select method,
      sum(kind <> 'refund') as sale_count,
      sum(case when kind <> 'refund' then amount_minor else 0 end) as sales_minor,
      sum(kind = 'refund') as refund_count,
      sum(case when kind = 'refund' then amount_minor else 0 end) as refunds_minor
    from till_entries
    where session_id = ?1 and kind in ('sale', 'comp', 'refund')
    group by method
    order by method";

const CASHIERS: &str = "select entry.operator_user_id, operator.name,
      count(distinct case when entry.kind <> 'refund' then entry.order_id end) as sale_count,
      sum(case when entry.kind <> 'refund' then entry.amount_minor else 0 end) as sales_minor,
      sum(entry.kind = 'refund') as refund_count,
      sum(case when entry.kind = 'refund' then entry.amount_minor else 0 end) as refunds_minor
    from till_entries entry
    left join users operator on operator.id = entry.operator_user_id
    where entry.session_id = ?1 and entry.kind in ('sale', 'comp', 'refund')
    group by entry.operator_user_id
    order by operator.name, entry.operator_user_id";

const TIERS: &str = "select line.value ->> 'tier_id' as tier_id, line.value ->> 'label' as label,
      sum(max(line.value ->> 'quantity', 0)) as sold_count,
      sum(case when line.value ->> 'quantity' > 0 then line.value ->> 'gross_minor' else 0 end) as sold_minor,
      sum(max(-(line.value ->> 'quantity'), 0)) as returned_count,
      sum(case when line.value ->> 'quantity' < 0 then line.value ->> 'gross_minor' else 0 end) as returned_minor
    from till_entries entry, json_each(entry.lines_json) line
    where entry.session_id = ?1
    group by 1, 2
    order by tier_id is null, label, tier_id";

const TAXES: &str = "select line.value ->> 'tax_rate' as rate,
      sum(line.value ->> 'gross_minor') as gross_minor, sum(line.value ->> 'tax_minor') as tax_minor
    from till_entries entry, json_each(entry.lines_json) line
    where entry.session_id = ?1
    group by 1
    order by cast(rate as real), rate";

const COUNTS: &str = "select kind,
      case when kind in ('sale', 'comp') then count(distinct order_id) else count(*) end as happened_count,
      sum(ticket_count) as ticket_count, sum(amount_minor) as amount_minor, sum(worth_minor) as worth_minor, currency
    from till_entries
    where session_id = ?1
    group by kind, currency
    order by kind";

const CASH: &str = "select kind, sum(amount_minor) as amount_minor
    from till_entries
    where session_id = ?1 and method = 'cash'
    group by kind
    order by kind";

const RECEIPTS: &str =
    "select count(distinct case when kind in ('sale', 'comp') then order_id end) as order_count,
      min(receipt_number) as receipt_first, max(receipt_number) as receipt_last
    from till_entries where session_id = ?1";

const NOTES: &str = "select entry.kind, entry.created_at, entry.method, entry.amount_minor, entry.worth_minor,
      entry.currency, entry.ticket_count, ordered.code as order_code, entry.reason, operator.name as operator_name,
      supervisor.name as authorised_by_name
    from till_entries entry
    left join orders ordered on ordered.id = entry.order_id
    left join users operator on operator.id = entry.operator_user_id
    left join users supervisor on supervisor.id = entry.authorised_by_user_id
    where entry.session_id = ?1
      and entry.kind in ('refund', 'void', 'comp', 'reprint', 'no_sale', 'paid_in', 'paid_out')
    order by entry.created_at, entry.id";

const OPEN_HOLDS: &str = "select count(*) as n from ticket_holds where status = 'active' and expires_at > ?1 and deleted_at is null";

const OPEN_PRINT_JOBS: &str =
    "select count(*) as n from print_jobs where status in ('queued', 'printing', 'paused')";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[TENDERS, CASHIERS, TIERS, TAXES, COUNTS, CASH, RECEIPTS, NOTES, OPEN_HOLDS, OPEN_PRINT_JOBS];

/// Which orders and receipts a session had.
pub(in crate::report) struct Receipts {
    pub(in crate::report) order_count: i64,
    pub(in crate::report) first: Option<i64>,
    pub(in crate::report) last: Option<i64>,
}

pub(in crate::report) fn tenders(
    view: &View<'_>,
    session: SessionId,
    currency: Currency,
) -> Result<Vec<DrawerTender>, Fault> {
    view.all(TENDERS, params![session.bytes()], |row| {
        let sales = Money::new(row.int("sales_minor")?, currency);
        let refunds = Money::new(row.int("refunds_minor")?, currency);
        Ok(DrawerTender {
            method: row.parsed("method")?,
            sale_count: row.int("sale_count")?,
            sales,
            refund_count: row.int("refund_count")?,
            refunds,
            total: both(sales, refunds)?,
        })
    })
}

pub(in crate::report) fn cashiers(
    view: &View<'_>,
    session: SessionId,
    currency: Currency,
) -> Result<Vec<DrawerCashier>, Fault> {
    view.all(CASHIERS, params![session.bytes()], |row| {
        let sales = Money::new(row.int("sales_minor")?, currency);
        let refunds = Money::new(row.int("refunds_minor")?, currency);
        Ok(DrawerCashier {
            user_id: row.id_opt("operator_user_id")?,
            name: row.text_opt("name")?.unwrap_or_default(),
            sale_count: row.int("sale_count")?,
            sales,
            refund_count: row.int("refund_count")?,
            refunds,
            total: both(sales, refunds)?,
        })
    })
}

pub(in crate::report) fn tiers(
    view: &View<'_>,
    session: SessionId,
    currency: Currency,
) -> Result<Vec<DrawerTier>, Fault> {
    view.all(TIERS, params![session.bytes()], |row| {
        let sold = Money::new(row.int("sold_minor")?, currency);
        let returned = Money::new(row.int("returned_minor")?, currency);
        Ok(DrawerTier {
            tier_id: row.parsed_opt("tier_id")?,
            label: row.text("label")?,
            sold_count: row.int("sold_count")?,
            sold,
            returned_count: row.int("returned_count")?,
            returned,
            total: both(sold, returned)?,
        })
    })
}

pub(in crate::report) fn taxes(
    view: &View<'_>,
    session: SessionId,
    currency: Currency,
) -> Result<Vec<DrawerTax>, Fault> {
    view.all(TAXES, params![session.bytes()], |row| {
        let gross = Money::new(row.int("gross_minor")?, currency);
        let tax = Money::new(row.int("tax_minor")?, currency);
        let net = Money::new(gross.minor.saturating_sub(tax.minor), currency);
        Ok(DrawerTax { rate: row.text("rate")?, net, tax, gross })
    })
}

pub(in crate::report) fn counts(view: &View<'_>, session: SessionId) -> Result<Vec<DrawerCount>, Fault> {
    view.all(COUNTS, params![session.bytes()], |row| {
        Ok(DrawerCount {
            kind: row.parsed("kind")?,
            count: row.int("happened_count")?,
            ticket_count: row.int("ticket_count")?,
            amount: row.money("amount_minor", "currency")?,
            worth: row.money("worth_minor", "currency")?,
        })
    })
}

/// The cash that each kind of entry moved, in minor units.
pub(in crate::report) fn cash_by_kind(
    view: &View<'_>,
    session: SessionId,
) -> Result<Vec<(EntryKind, i64)>, Fault> {
    view.all(CASH, params![session.bytes()], |row| Ok((row.parsed("kind")?, row.int("amount_minor")?)))
}

pub(in crate::report) fn receipts(view: &View<'_>, session: SessionId) -> Result<Receipts, Fault> {
    view.one(RECEIPTS, params![session.bytes()], |row| {
        Ok(Receipts {
            order_count: row.int("order_count")?,
            first: row.int_opt("receipt_first")?,
            last: row.int_opt("receipt_last")?,
        })
    })
}

pub(in crate::report) fn notes(view: &View<'_>, session: SessionId) -> Result<Vec<DrawerNote>, Fault> {
    view.all(NOTES, params![session.bytes()], |row| {
        Ok(DrawerNote {
            kind: row.parsed("kind")?,
            at: row.at("created_at")?,
            method: row.parsed_opt("method")?,
            amount: row.money("amount_minor", "currency")?,
            worth: row.money("worth_minor", "currency")?,
            ticket_count: row.int("ticket_count")?,
            order_code: row.text_opt("order_code")?,
            reason: row.text("reason")?,
            operator_name: row.text_opt("operator_name")?.unwrap_or_default(),
            authorised_by_name: row.text_opt("authorised_by_name")?.unwrap_or_default(),
        })
    })
}

pub(in crate::report) fn open_holds(view: &View<'_>, now: Timestamp) -> Result<i64, Fault> {
    view.one(OPEN_HOLDS, params![to_micros(now)], |row| row.int("n"))
}

pub(in crate::report) fn open_print_jobs(view: &View<'_>) -> Result<i64, Fault> {
    view.one(OPEN_PRINT_JOBS, params![], |row| row.int("n"))
}
