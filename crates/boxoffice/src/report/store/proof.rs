//! What proves tills: each Z with its seal and its session's figures, drawers by their entries and by the ledger.

use kernel::{Fault, Money};
use workspace::View;

use super::sealed::hash;
use crate::{session::SessionId, till::TillId};

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
pub(crate) const STATEMENTS: &[&str] = &[CHAIN, UNREPORTED, DRAWERS, ENTRIES, LEFT_IN_CLOSED];

/// A stored Z with what proves it.
pub(in crate::report) struct Sealed {
    pub(in crate::report) till: TillId,
    pub(in crate::report) till_code: String,
    pub(in crate::report) number: i64,
    pub(in crate::report) session: SessionId,
    pub(in crate::report) text: String,
    pub(in crate::report) previous: [u8; 32],
    pub(in crate::report) hash: [u8; 32],
    pub(in crate::report) expected_minor: Option<i64>,
    pub(in crate::report) counted_minor: Option<i64>,
    /// The cash entries of its session before the count.
    pub(in crate::report) entries_minor: i64,
}

/// Two sums that should be one.
pub(in crate::report) struct Differing {
    pub(in crate::report) what: String,
    pub(in crate::report) entries: Money,
    pub(in crate::report) ledger: Money,
}

/// Every Z, till by till in the order of its numbers.
pub(in crate::report) fn chain(view: &View<'_>) -> Result<Vec<Sealed>, Fault> {
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
pub(in crate::report) fn unreported(view: &View<'_>) -> Result<Vec<String>, Fault> {
    view.all(UNREPORTED, [], |row| row.text("till_code"))
}

/// Each drawer by its entries and by the ledger.
pub(in crate::report) fn drawers(view: &View<'_>) -> Result<Vec<Differing>, Fault> {
    view.all(DRAWERS, [], |row| {
        Ok(Differing {
            what: format!("the drawer of till {}", row.text("till_code")?),
            entries: row.money("entries_minor", "currency")?,
            ledger: row.money("ledger_minor", "currency")?,
        })
    })
}

/// Cash entries that the ledger moved by another amount.
pub(in crate::report) fn misbooked(view: &View<'_>) -> Result<Vec<Differing>, Fault> {
    view.all(ENTRIES, [], |row| {
        Ok(Differing {
            what: format!("a {} at till {}", row.text("kind")?, row.text("till_code")?),
            entries: row.money("amount_minor", "currency")?,
            ledger: row.money("ledger_minor", "currency")?,
        })
    })
}

/// Cash that closed sessions still hold by their entries.
pub(in crate::report) fn left_in_closed(view: &View<'_>) -> Result<Vec<(String, Money)>, Fault> {
    view.all(LEFT_IN_CLOSED, [], |row| Ok((row.text("till_code")?, row.money("left_minor", "currency")?)))
}
