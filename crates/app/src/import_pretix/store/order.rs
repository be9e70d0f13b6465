//! The SQL that amends orders, their lines and their tickets, and writes answers. New orders are ticketing's to write.

use std::collections::BTreeMap;

use kernel::{Currency, Fault, Timestamp, clock::to_micros, id::Id};
use payments::ledger::LedgerTransactionId;
use ticketing::order::OrderStatus;
use workspace::{Tx, View, params};

use super::RecordId;
use crate::import_pretix::{
    records::{OrderRecord, TicketRecord},
    write::sums::OrderSums,
};

const ORDER_BY_CODE: &str = "select id from orders where code = ?1";
const UPDATE_ORDER: &str = "
    update orders
    set status = ?2, total_minor = ?3, tax_minor = ?4, refunded_minor = ?5, buyer_name = ?6, buyer_email = ?7,
      buyer_phone = ?8, locale = ?9, is_approval_pending = ?10, is_valid_while_pending = ?11, expires_at = ?12,
      paid_at = ?13, updated_at = ?14, updated_by_user_id = ?15, version = version + 1
    where id = ?1";
/// The newest change of an order or of anything that hangs on it.
const CHANGED_AT: &str = "
    select max(changed_at) as changed_at from (
      select updated_at as changed_at from orders where id = ?1
      union all select updated_at from tickets where order_id = ?1
      union all select updated_at from payments where order_id = ?1
      union all select updated_at from refunds where order_id = ?1
    )";

const INSERT_ITEM: &str = "
    insert into order_items (
      id, order_id, line_number, tier_id, quantity, unit_price_minor, gross_minor, tax_rate, tax_minor, created_at
    )
    values (?1, ?2, ?3, ?4, 1, ?5, ?5, ?6, ?7, ?8)";
const UPDATE_ITEM: &str = "
    update order_items
    set tier_id = ?2, unit_price_minor = ?3, gross_minor = ?3, tax_rate = ?4, tax_minor = ?5
    where id = (select order_item_id from tickets where id = ?1)";
const INSERT_TICKET: &str = "
    insert into tickets (
      id, event_id, order_id, order_item_id, tier_id, code, is_foreign_code, serial, status, holder_name,
      holder_email, holder_company, gross_minor, tax_minor, currency, addon_to_ticket_id, valid_from, valid_until,
      block_reason, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?19, ?20, ?20)";
const UPDATE_TICKET: &str = "
    update tickets
    set tier_id = ?2, code = ?3, status = ?4, holder_name = ?5, holder_email = ?6, holder_company = ?7,
      gross_minor = ?8, tax_minor = ?9, valid_from = ?10, valid_until = ?11, block_reason = ?12,
      updated_at = ?13, updated_by_user_id = ?14, version = version + 1
    where id = ?1";
const TICKET_CODE: &str = "select code from tickets where id = ?1";
const PLACES: &str = "
    select tier_id, count(*) as places
    from tickets
    where order_id = ?1 and status = 'issued'
    group by tier_id
    order by tier_id";
const ORDER_STATUS: &str = "select status from orders where id = ?1";

/// The index has no key of its own but its row numbers, so this reads it whole; changed guests are few.
const FORGET_GUEST: &str = "delete from guest_search where ticket_id = ?1";
const POSTED: &str = "
    select account.code, sum(entry.amount_minor) as sum_minor
    from ledger_transactions moved
    join ledger_entries entry on entry.transaction_id = moved.id
    join ledger_accounts account on account.id = entry.account_id
    where moved.order_id = ?1
    group by account.code
    having sum(entry.amount_minor) <> 0
    order by account.code";
const STANDING_TRANSACTIONS: &str = "
    select moved.id
    from ledger_transactions moved
    where moved.order_id = ?1 and moved.reverses_transaction_id is null
      and not exists (select 1 from ledger_transactions undone where undone.reverses_transaction_id = moved.id)
    order by moved.created_at, moved.id";
const INSERT_ANSWER: &str = "
    insert into door_answers (
      id, question_id, ticket_id, answer, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)";
const UPDATE_ANSWER: &str = "
    update door_answers
    set answer = ?2, updated_at = ?3, updated_by_user_id = ?4, version = version + 1
    where id = ?1";

/// Every statement of this store.
#[cfg(test)]
pub(in crate::import_pretix) const STATEMENTS: &[&str] = &[
    ORDER_BY_CODE,
    UPDATE_ORDER,
    CHANGED_AT,
    INSERT_ITEM,
    UPDATE_ITEM,
    INSERT_TICKET,
    UPDATE_TICKET,
    TICKET_CODE,
    PLACES,
    ORDER_STATUS,
    FORGET_GUEST,
    POSTED,
    STANDING_TRANSACTIONS,
    INSERT_ANSWER,
    UPDATE_ANSWER,
];

/// The order with this code, whatever its event.
pub(in crate::import_pretix) fn order_by_code(
    view: &View<'_>,
    code: &str,
) -> Result<Option<RecordId>, Fault> {
    view.optional(ORDER_BY_CODE, params![code], |row| row.id("id"))
}

/// Takes over everything about an order but its code and when it was placed.
pub(in crate::import_pretix) fn update_order(
    tx: &Tx<'_>,
    id: RecordId,
    order: &OrderRecord,
    sums: &OrderSums,
) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_ORDER,
        params![
            id.bytes(),
            order.status.word(),
            order.total_minor,
            sums.tax_minor,
            sums.refunded_minor,
            order.buyer_name,
            order.buyer_email,
            order.buyer_phone,
            order.locale,
            order.is_approval_pending,
            order.is_valid_while_pending,
            order.expires_at.map(to_micros),
            sums.paid_at.map(to_micros),
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// When an order, or anything that hangs on it, was last changed.
pub(in crate::import_pretix) fn changed_at(
    view: &View<'_>,
    id: RecordId,
) -> Result<Option<Timestamp>, Fault> {
    view.one(CHANGED_AT, params![id.bytes()], |row| row.at_opt("changed_at"))
}

/// What a new ticket points at here.
#[derive(Debug, Clone, Copy)]
pub(in crate::import_pretix) struct TicketLinks {
    /// The ticket.
    pub(in crate::import_pretix) id: RecordId,
    /// Event.
    pub(in crate::import_pretix) event: RecordId,
    /// Order.
    pub(in crate::import_pretix) order: RecordId,
    /// Tier.
    pub(in crate::import_pretix) tier: RecordId,
    /// The ticket it is an add-on to.
    pub(in crate::import_pretix) addon_to: Option<RecordId>,
    /// Number within the event.
    pub(in crate::import_pretix) serial: i64,
}

fn ticket_status(ticket: &TicketRecord) -> &'static str {
    if ticket.is_cancelled { "void" } else { "issued" }
}

/// Writes a new ticket with a line of its own, because prices differ from ticket to ticket.
pub(in crate::import_pretix) fn insert_ticket(
    tx: &Tx<'_>,
    links: TicketLinks,
    ticket: &TicketRecord,
    currency: Currency,
) -> Result<(), Fault> {
    let item: RecordId = tx.new_id()?;
    tx.execute_one(
        INSERT_ITEM,
        params![
            item.bytes(),
            links.order.bytes(),
            ticket.number,
            links.tier.bytes(),
            ticket.gross_minor,
            ticket.tax_rate,
            ticket.tax_minor,
            tx.now_micros(),
        ],
    )?;
    tx.execute_one(
        INSERT_TICKET,
        params![
            links.id.bytes(),
            links.event.bytes(),
            links.order.bytes(),
            item.bytes(),
            links.tier.bytes(),
            ticket.code,
            links.serial,
            ticket_status(ticket),
            ticket.holder_name,
            ticket.holder_email,
            ticket.holder_company,
            ticket.gross_minor,
            ticket.tax_minor,
            currency.code(),
            links.addon_to.map(|main| main.bytes()),
            ticket.valid_from.map(to_micros),
            ticket.valid_until.map(to_micros),
            ticket.block_reason,
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// Takes over everything about a ticket but its serial and what it is an add-on to.
pub(in crate::import_pretix) fn update_ticket(
    tx: &Tx<'_>,
    id: RecordId,
    tier: RecordId,
    ticket: &TicketRecord,
) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_ITEM,
        params![id.bytes(), tier.bytes(), ticket.gross_minor, ticket.tax_rate, ticket.tax_minor],
    )?;
    tx.execute_one(
        UPDATE_TICKET,
        params![
            id.bytes(),
            tier.bytes(),
            ticket.code,
            ticket_status(ticket),
            ticket.holder_name,
            ticket.holder_email,
            ticket.holder_company,
            ticket.gross_minor,
            ticket.tax_minor,
            ticket.valid_from.map(to_micros),
            ticket.valid_until.map(to_micros),
            ticket.block_reason,
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

/// Takes a ticket's guest out of the search, to be entered again with other words.
pub(in crate::import_pretix) fn forget_guest(tx: &Tx<'_>, id: RecordId) -> Result<(), Fault> {
    tx.execute(FORGET_GUEST, params![id.bytes()]).map(|_| ())
}

/// The code that a ticket has here.
pub(in crate::import_pretix) fn ticket_code(view: &View<'_>, id: RecordId) -> Result<String, Fault> {
    view.one(TICKET_CODE, params![id.bytes()], |row| row.text("code"))
}

/// Living tickets of an order by tier.
pub(in crate::import_pretix) fn places(
    view: &View<'_>,
    order: RecordId,
) -> Result<Vec<(RecordId, i64)>, Fault> {
    view.all(PLACES, params![order.bytes()], |row| Ok((row.id("tier_id")?, row.int("places")?)))
}

/// Where an order stands.
pub(in crate::import_pretix) fn order_status(view: &View<'_>, order: RecordId) -> Result<OrderStatus, Fault> {
    view.one(ORDER_STATUS, params![order.bytes()], |row| row.parsed("status"))
}

/// What an order moved in the ledger, by account, reversals included; accounts that came back to nothing are left out.
pub(in crate::import_pretix) fn posted(
    view: &View<'_>,
    order: RecordId,
) -> Result<BTreeMap<String, i64>, Fault> {
    let sums =
        view.all(POSTED, params![order.bytes()], |row| Ok((row.text("code")?, row.int("sum_minor")?)))?;
    Ok(sums.into_iter().collect())
}

/// The order's ledger transactions that were not reversed and are no reversals.
pub(in crate::import_pretix) fn standing_transactions(
    view: &View<'_>,
    order: RecordId,
) -> Result<Vec<LedgerTransactionId>, Fault> {
    view.all(STANDING_TRANSACTIONS, params![order.bytes()], |row| row.id("id"))
}

/// Writes a new answer.
pub(in crate::import_pretix) fn insert_answer(
    tx: &Tx<'_>,
    id: RecordId,
    (question, ticket): (RecordId, RecordId),
    answer: &str,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_ANSWER,
        params![id.bytes(), question.bytes(), ticket.bytes(), answer, tx.now_micros(), tx.actor()],
    )
}

/// Takes over what was answered.
pub(in crate::import_pretix) fn update_answer(tx: &Tx<'_>, id: RecordId, answer: &str) -> Result<(), Fault> {
    tx.execute_one(UPDATE_ANSWER, params![id.bytes(), answer, tx.now_micros(), tx.actor()])
}
