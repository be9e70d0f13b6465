//! The SQL of reports: sums over the entries of a session, and the Z reports themselves.

use kernel::{Currency, Fault, Money, Timestamp, clock::to_micros, id::Id};
use workspace::{Row, Tx, View, params};

use super::{
    DrawerCashier, DrawerCount, DrawerNote, DrawerReport, DrawerTax, DrawerTender, DrawerTier, ReportId,
    ReportRow, build::both,
};
use crate::{
    drawer::{EntryKind, OpenDrawer},
    session::SessionId,
    till::TillId,
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

const LAST_HASH: &str = "select hash from till_reports where till_id = ?1 order by number desc limit 1";

const INSERT: &str = "insert into till_reports
    (id, till_id, session_id, number, report_json, previous_hash, hash, created_by_user_id, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

const REPORT: &str = "select report_json, hash from till_reports
    where till_id = ?1 and (?2 is null or number = ?2)
    order by number desc
    limit 1";

const ROWS: &str =
    "select report.id, till.code as till_code, report.number, report.session_id, session.opened_at,
      session.closed_at, closer.name as closed_by_name, session.expected_minor, session.counted_minor,
      session.counted_minor - session.expected_minor as over_short_minor, session.currency,
      report.report_json ->> '$.turnover.minor' as turnover_minor
    from till_reports report
    join tills till on till.id = report.till_id
    join till_sessions session on session.id = report.session_id
    left join users closer on closer.id = session.closed_by_user_id
    where (?1 is null or report.till_id = ?1)
      and (?2 is null or (report.created_at, report.id) < (
        select last.created_at, last.id from till_reports last where last.id = ?2
      ))
    order by report.created_at desc, report.id desc
    limit ?3";

const COUNT: &str = "select count(*) as n from till_reports where ?1 is null or till_id = ?1";

const CHAIN: &str =
    "select report.till_id, till.code as till_code, report.number, report.session_id, report.report_json,
      report.previous_hash, report.hash, session.status, session.expected_minor, session.counted_minor,
      (select coalesce(sum(entry.amount_minor), 0) from till_entries entry
        where entry.session_id = report.session_id and entry.method = 'cash'
          and entry.kind not in ('cash_count', 'lift')) as entries_minor
    from till_reports report
    join tills till on till.id = report.till_id
    join till_sessions session on session.id = report.session_id
    order by till.code, report.number";

const UNREPORTED: &str = "select till.code as till_code, session.closed_at
    from till_sessions session
    join tills till on till.id = session.till_id
    left join till_reports report on report.session_id = session.id
    where session.status = 'closed' and report.id is null
    order by till.code, session.closed_at, session.id";

const DRAWERS: &str = "select till.code as till_code, till.currency,
      (select coalesce(sum(amount_minor), 0) from till_entries
        where till_id = till.id and method = 'cash') as entries_minor,
      (select coalesce(sum(entry.amount_minor), 0) from ledger_accounts account
        join ledger_entries entry on entry.account_id = account.id
        where account.code = 'drawer:' || till.code and account.currency = till.currency) as ledger_minor
    from tills till
    order by till.code";

const ENTRIES: &str = "select till.code as till_code, entry.kind, entry.currency, entry.amount_minor,
      coalesce(sum(booked.amount_minor), 0) as ledger_minor
    from till_entries entry
    join tills till on till.id = entry.till_id
    left join ledger_accounts account on account.code = 'drawer:' || till.code and account.currency = entry.currency
    left join ledger_entries booked
      on booked.transaction_id = entry.ledger_transaction_id and booked.account_id = account.id
    where entry.method = 'cash'
    group by entry.id
    having ledger_minor <> entry.amount_minor
    order by entry.created_at, entry.id";

const LEFT_IN_CLOSED: &str =
    "select till.code as till_code, session.currency, sum(entry.amount_minor) as left_minor
    from till_sessions session
    join tills till on till.id = session.till_id
    join till_entries entry on entry.session_id = session.id and entry.method = 'cash'
    where session.status = 'closed'
    group by session.id
    having left_minor <> 0
    order by till.code, session.opened_at, session.id";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[
    TENDERS,
    CASHIERS,
    TIERS,
    TAXES,
    COUNTS,
    CASH,
    RECEIPTS,
    NOTES,
    OPEN_HOLDS,
    LAST_HASH,
    INSERT,
    REPORT,
    ROWS,
    COUNT,
    CHAIN,
    UNREPORTED,
    DRAWERS,
    ENTRIES,
    LEFT_IN_CLOSED,
];

/// Which orders and receipts a session had.
pub(super) struct Receipts {
    pub(super) order_count: i64,
    pub(super) first: Option<i64>,
    pub(super) last: Option<i64>,
}

/// A stored Z with what proves it.
pub(super) struct Sealed {
    pub(super) till: TillId,
    pub(super) till_code: String,
    pub(super) number: i64,
    pub(super) session: SessionId,
    pub(super) text: String,
    pub(super) previous: [u8; 32],
    pub(super) hash: [u8; 32],
    pub(super) expected_minor: Option<i64>,
    pub(super) counted_minor: Option<i64>,
    /// The cash entries of its session before the count.
    pub(super) entries_minor: i64,
}

/// Two sums that should be one.
pub(super) struct Differing {
    pub(super) what: String,
    pub(super) entries: Money,
    pub(super) ledger: Money,
}

pub(super) fn tenders(
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

pub(super) fn cashiers(
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

pub(super) fn tiers(
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

pub(super) fn taxes(
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

pub(super) fn counts(view: &View<'_>, session: SessionId) -> Result<Vec<DrawerCount>, Fault> {
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
pub(super) fn cash_by_kind(view: &View<'_>, session: SessionId) -> Result<Vec<(EntryKind, i64)>, Fault> {
    view.all(CASH, params![session.bytes()], |row| Ok((row.parsed("kind")?, row.int("amount_minor")?)))
}

pub(super) fn receipts(view: &View<'_>, session: SessionId) -> Result<Receipts, Fault> {
    view.one(RECEIPTS, params![session.bytes()], |row| {
        Ok(Receipts {
            order_count: row.int("order_count")?,
            first: row.int_opt("receipt_first")?,
            last: row.int_opt("receipt_last")?,
        })
    })
}

pub(super) fn notes(view: &View<'_>, session: SessionId) -> Result<Vec<DrawerNote>, Fault> {
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

pub(super) fn open_holds(view: &View<'_>, now: Timestamp) -> Result<i64, Fault> {
    view.one(OPEN_HOLDS, params![to_micros(now)], |row| row.int("n"))
}

pub(super) fn last_hash(view: &View<'_>, till: TillId) -> Result<Option<[u8; 32]>, Fault> {
    view.optional(LAST_HASH, params![till.bytes()], |row| hash(row, "hash"))
}

pub(super) fn insert(
    tx: &Tx<'_>,
    drawer: &OpenDrawer,
    number: i64,
    text: &str,
    [previous, hash]: [&[u8; 32]; 2],
) -> Result<(), Fault> {
    let id: ReportId = tx.new_id()?;
    let (till, session) = (drawer.till.id.bytes(), drawer.session.bytes());
    tx.execute_one(
        INSERT,
        params![id.bytes(), till, session, number, text, previous, hash, tx.actor(), tx.now_micros()],
    )
}

/// The till's Z of this number, or its latest.
pub(super) fn report(
    view: &View<'_>,
    till: TillId,
    number: Option<i64>,
) -> Result<Option<(DrawerReport, [u8; 32])>, Fault> {
    view.optional(REPORT, params![till.bytes(), number], |row| {
        Ok((row.json("report_json")?, hash(row, "hash")?))
    })
}

pub(super) fn rows(
    view: &View<'_>,
    till: Option<[u8; 16]>,
    after: Option<ReportId>,
    limit: u32,
) -> Result<Vec<ReportRow>, Fault> {
    view.all(ROWS, params![till, after.map(|after| after.bytes()), limit], |row| {
        Ok(ReportRow {
            id: row.id("id")?,
            till_code: row.text("till_code")?,
            number: row.int("number")?,
            session_id: row.id("session_id")?,
            opened_at: row.at("opened_at")?,
            closed_at: row.at("closed_at")?,
            closed_by_name: row.text_opt("closed_by_name")?.unwrap_or_default(),
            turnover: row.money("turnover_minor", "currency")?,
            expected: row.money("expected_minor", "currency")?,
            counted: row.money("counted_minor", "currency")?,
            over_short: row.money("over_short_minor", "currency")?,
        })
    })
}

pub(super) fn count(view: &View<'_>, till: Option<[u8; 16]>) -> Result<i64, Fault> {
    view.one(COUNT, params![till], |row| row.int("n"))
}

/// Every Z, till by till in the order of its numbers.
pub(super) fn chain(view: &View<'_>) -> Result<Vec<Sealed>, Fault> {
    view.all(CHAIN, [], |row| {
        Ok(Sealed {
            till: row.id("till_id")?,
            till_code: row.text("till_code")?,
            number: row.int("number")?,
            session: row.id("session_id")?,
            text: row.text("report_json")?,
            previous: hash(row, "previous_hash")?,
            hash: hash(row, "hash")?,
            expected_minor: row.int_opt("expected_minor")?,
            counted_minor: row.int_opt("counted_minor")?,
            entries_minor: row.int("entries_minor")?,
        })
    })
}

/// The tills of closed sessions without a Z.
pub(super) fn unreported(view: &View<'_>) -> Result<Vec<String>, Fault> {
    view.all(UNREPORTED, [], |row| row.text("till_code"))
}

/// Each drawer by its entries and by the ledger.
pub(super) fn drawers(view: &View<'_>) -> Result<Vec<Differing>, Fault> {
    view.all(DRAWERS, [], |row| {
        Ok(Differing {
            what: format!("the drawer of till {}", row.text("till_code")?),
            entries: row.money("entries_minor", "currency")?,
            ledger: row.money("ledger_minor", "currency")?,
        })
    })
}

/// Cash entries that the ledger moved by another amount.
pub(super) fn misbooked(view: &View<'_>) -> Result<Vec<Differing>, Fault> {
    view.all(ENTRIES, [], |row| {
        Ok(Differing {
            what: format!("a {} at till {}", row.text("kind")?, row.text("till_code")?),
            entries: row.money("amount_minor", "currency")?,
            ledger: row.money("ledger_minor", "currency")?,
        })
    })
}

/// Cash that closed sessions still hold by their entries.
pub(super) fn left_in_closed(view: &View<'_>) -> Result<Vec<(String, Money)>, Fault> {
    view.all(LEFT_IN_CLOSED, [], |row| Ok((row.text("till_code")?, row.money("left_minor", "currency")?)))
}

fn hash(row: &Row<'_>, column: &str) -> Result<[u8; 32], Fault> {
    let bytes = row.bytes(column)?;
    bytes.try_into().map_err(|_| Fault::inconsistent("till_reports", column, "with another length than 32"))
}
