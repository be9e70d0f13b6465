//! The SQL of till entries.

use kernel::{Fault, FaultKind, Money, id::Id};
use payments::{OrderId, payment::PaymentMethod};
use ticketing::order::RefundId;
use workspace::{Row, Tx, View, params};

use super::{EntryId, EntryRow, NewEntry, OpenDrawer};
use crate::{
    session::{SessionId, SessionStatus},
    till::TillId,
};

const UNCLOSED_SESSION: &str =
    "select id, status from till_sessions where till_id = ?1 and status <> 'closed'";

const CASH: &str = "select coalesce(sum(amount_minor), 0) as cash_minor
    from till_entries where session_id = ?1 and method = 'cash'";

const INSERT: &str = "insert into till_entries
    (id, till_id, session_id, kind, method, amount_minor, worth_minor, currency, ticket_count, lines_json, order_id,
     payment_id, refund_id, ticket_id, receipt_number, ledger_transaction_id, operator_user_id, authorised_by_user_id,
     reason, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";

const REFUNDS: &str =
    "select id, method, amount_minor, currency from refunds where order_id = ?1 order by created_at, id";

const LIST_PRICE: &str = "select coalesce(sum(item.quantity * tier.price_minor), 0) as worth_minor
    from order_items item
    join ticket_tiers tier on tier.id = item.tier_id
    where item.order_id = ?1";

const ROWS: &str = "select entry.id, till.code as till_code, entry.session_id, entry.kind, entry.method,
      entry.amount_minor, entry.worth_minor, entry.currency, entry.ticket_count, ordered.code as order_code,
      entry.receipt_number, entry.operator_user_id, operator.name as operator_name,
      supervisor.name as authorised_by_name, entry.reason, entry.created_at
    from till_entries entry
    join tills till on till.id = entry.till_id
    left join orders ordered on ordered.id = entry.order_id
    left join users operator on operator.id = entry.operator_user_id
    left join users supervisor on supervisor.id = entry.authorised_by_user_id
    where (?1 is null or entry.till_id = ?1)
      and (?2 is null or entry.session_id = ?2)
      and (?3 is null or (entry.created_at, entry.id) > (
        select last.created_at, last.id from till_entries last where last.id = ?3
      ))
    order by entry.created_at, entry.id
    limit ?4";

const COUNT: &str = "select count(*) as n from till_entries
    where (?1 is null or till_id = ?1) and (?2 is null or session_id = ?2)";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[UNCLOSED_SESSION, CASH, INSERT, REFUNDS, LIST_PRICE, ROWS, COUNT];

/// The till's session that is open or being counted.
pub(super) fn unclosed_session(
    view: &View<'_>,
    till: TillId,
) -> Result<Option<(SessionId, SessionStatus)>, Fault> {
    view.optional(UNCLOSED_SESSION, params![till.bytes()], |row| Ok((row.id("id")?, row.parsed("status")?)))
}

pub(super) fn cash_minor(view: &View<'_>, session: SessionId) -> Result<i64, Fault> {
    view.one(CASH, params![session.bytes()], |row| row.int("cash_minor"))
}

pub(super) fn insert(
    tx: &Tx<'_>,
    id: EntryId,
    drawer: &OpenDrawer,
    entry: &NewEntry<'_>,
) -> Result<(), Fault> {
    let lines = serde_json::to_string(entry.lines)
        .map_err(|error| Fault::new(FaultKind::Bug, "lines cannot be written as JSON").caused_by(error))?;
    tx.execute_one(
        INSERT,
        params![
            id.bytes(),
            drawer.till.id.bytes(),
            drawer.session.bytes(),
            entry.kind.as_str(),
            entry.method.map(|method| method.as_str()),
            entry.amount.minor,
            entry.worth_minor,
            entry.amount.currency.code(),
            entry.ticket_count,
            lines,
            entry.order.map(|order| order.bytes()),
            entry.payment.map(|payment| payment.bytes()),
            entry.refund.map(|refund| refund.bytes()),
            entry.ticket.map(|ticket| ticket.bytes()),
            entry.receipt_number,
            entry.ledger.map(|transaction| transaction.bytes()),
            tx.actor(),
            entry.authorised_by.map(|user| user.bytes()),
            entry.reason,
            tx.now_micros()
        ],
    )
}

/// A refund of an order by one tender.
pub(super) struct MadeRefund {
    pub(super) id: RefundId,
    pub(super) method: PaymentMethod,
    pub(super) amount: Money,
}

/// The refunds of an order, oldest first.
pub(super) fn refunds_of(view: &View<'_>, order: OrderId) -> Result<Vec<MadeRefund>, Fault> {
    view.all(REFUNDS, params![order.bytes()], |row| {
        let (id, method) = (row.id("id")?, row.parsed("method")?);
        Ok(MadeRefund { id, method, amount: row.money("amount_minor", "currency")? })
    })
}

/// What an order's tickets cost by the list, in minor units.
pub(super) fn list_price_minor(view: &View<'_>, order: OrderId) -> Result<i64, Fault> {
    view.one(LIST_PRICE, params![order.bytes()], |row| row.int("worth_minor"))
}

pub(super) fn rows(
    view: &View<'_>,
    till: Option<TillId>,
    session: Option<SessionId>,
    after: Option<EntryId>,
    limit: u32,
) -> Result<Vec<EntryRow>, Fault> {
    let (till, session) = (till.map(|till| till.bytes()), session.map(|session| session.bytes()));
    view.all(ROWS, params![till, session, after.map(|after| after.bytes()), limit], from_row)
}

pub(super) fn count(view: &View<'_>, till: Option<TillId>, session: Option<SessionId>) -> Result<i64, Fault> {
    let (till, session) = (till.map(|till| till.bytes()), session.map(|session| session.bytes()));
    view.one(COUNT, params![till, session], |row| row.int("n"))
}

/// An entry from a row with the columns of [`ROWS`].
pub(crate) fn from_row(row: &Row<'_>) -> Result<EntryRow, Fault> {
    let amount = row.money("amount_minor", "currency")?;
    Ok(EntryRow {
        id: row.id("id")?,
        till_code: row.text("till_code")?,
        session_id: row.id("session_id")?,
        kind: row.parsed("kind")?,
        method: row.parsed_opt("method")?,
        amount,
        worth: Money::new(row.int("worth_minor")?, amount.currency),
        ticket_count: row.int("ticket_count")?,
        order_code: row.text_opt("order_code")?,
        receipt_number: row.int_opt("receipt_number")?,
        operator_user_id: row.id_opt("operator_user_id")?,
        operator_name: row.text_opt("operator_name")?.unwrap_or_default(),
        authorised_by_name: row.text_opt("authorised_by_name")?.unwrap_or_default(),
        reason: row.text("reason")?,
        at: row.at("created_at")?,
    })
}
