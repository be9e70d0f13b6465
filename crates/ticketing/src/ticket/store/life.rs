//! Writing tickets, and reading what a use-case must know to change one.

use events::EventId;
use kernel::{Fault, Money, Timestamp, clock::to_micros, id::Id};
use payments::OrderId;
use workspace::{Row, Tx, View, params};

use crate::{
    order::OrderItemId,
    ticket::{RevokedCodeId, TicketId, TicketStatus},
    tier::TierId,
};

const INSERT: &str = "insert into tickets
    (id, event_id, order_id, order_item_id, tier_id, code, is_foreign_code, serial, status, holder_name, holder_email,
     holder_company, gross_minor, tax_minor, currency, addon_to_ticket_id, valid_from, valid_until, block_reason,
     created_at, updated_at, created_by_user_id, updated_by_user_id)
    select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?20, ?21, ?21
    where not exists (select 1 from revoked_codes where event_id = ?2 and code = ?6)
    on conflict (event_id, code) do nothing";

const LIFE: &str = "select ticket.id, ticket.event_id, ticket.order_id, ticket.order_item_id, ticket.tier_id, ticket.code,
      ticket.is_foreign_code, ticket.status, ticket.gross_minor, ticket.tax_minor, ticket.currency, ticket.holder_name,
      ticket.holder_email, ticket.holder_company, ticket.addon_to_ticket_id, ticket.valid_from, ticket.valid_until,
      ticket.block_reason, ticket.version, item.tax_rate
    from tickets ticket
    join order_items item on item.id = ticket.order_item_id
    where ticket.id = ?1";

const LIVES_OF_ORDER: &str = "select ticket.id, ticket.event_id, ticket.order_id, ticket.order_item_id, ticket.tier_id,
      ticket.code, ticket.is_foreign_code, ticket.status, ticket.gross_minor, ticket.tax_minor, ticket.currency,
      ticket.holder_name, ticket.holder_email, ticket.holder_company, ticket.addon_to_ticket_id, ticket.valid_from,
      ticket.valid_until, ticket.block_reason, ticket.version, item.tax_rate
    from tickets ticket
    join order_items item on item.id = ticket.order_item_id
    where ticket.order_id = ?1
    order by ticket.serial";

const END: &str = "update tickets
    set status = ?3, status_reason = ?4, replaced_by_ticket_id = ?5, updated_at = ?6, updated_by_user_id = ?7,
        version = version + 1
    where id = ?1 and version = ?2";

const CHANGE: &str = "update tickets
    set tier_id = ?3, valid_from = ?4, valid_until = ?5, block_reason = ?6, updated_at = ?7, updated_by_user_id = ?8,
        version = version + 1
    where id = ?1 and version = ?2";

const REPOINT_ADDONS: &str = "update tickets
    set addon_to_ticket_id = ?2, updated_at = ?3, updated_by_user_id = ?4, version = version + 1
    where addon_to_ticket_id = ?1 and status = 'issued'";

const REVOKE: &str = "insert into revoked_codes (id, event_id, code, ticket_id, reason, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6)
    on conflict (event_id, code) do nothing";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[INSERT, LIFE, LIVES_OF_ORDER, END, CHANGE, REPOINT_ADDONS, REVOKE];

/// A ticket about to be written.
#[derive(Clone, Debug)]
pub(crate) struct NewTicket<'a> {
    pub(crate) id: TicketId,
    pub(crate) event: EventId,
    pub(crate) order: OrderId,
    pub(crate) item: OrderItemId,
    pub(crate) tier: TierId,
    pub(crate) code: &'a str,
    pub(crate) is_foreign_code: bool,
    pub(crate) serial: i64,
    pub(crate) status: TicketStatus,
    pub(crate) holder_name: &'a str,
    pub(crate) holder_email: &'a str,
    pub(crate) holder_company: &'a str,
    pub(crate) gross: Money,
    pub(crate) tax: Money,
    pub(crate) addon_to: Option<TicketId>,
    pub(crate) valid_from: Option<Timestamp>,
    pub(crate) valid_until: Option<Timestamp>,
    pub(crate) block_reason: &'a str,
}

/// A ticket as its use-cases load it.
#[derive(Clone, Debug)]
pub(crate) struct TicketLife {
    pub(crate) id: TicketId,
    pub(crate) event: EventId,
    pub(crate) order: OrderId,
    pub(crate) item: OrderItemId,
    pub(crate) tier: TierId,
    pub(crate) code: String,
    pub(crate) status: TicketStatus,
    pub(crate) gross: Money,
    pub(crate) tax: Money,
    pub(crate) tax_rate: crate::tax::TaxRate,
    pub(crate) holder_name: String,
    pub(crate) holder_email: String,
    pub(crate) holder_company: String,
    pub(crate) addon_to: Option<TicketId>,
    pub(crate) valid_from: Option<Timestamp>,
    pub(crate) valid_until: Option<Timestamp>,
    pub(crate) block_reason: String,
    pub(crate) version: i64,
}

/// Writes a ticket; `false` when its code is taken or was revoked, and nothing was written.
pub(crate) fn insert(tx: &Tx<'_>, ticket: &NewTicket<'_>) -> Result<bool, Fault> {
    let written = tx.execute(
        INSERT,
        params![
            ticket.id.bytes(),
            ticket.event.bytes(),
            ticket.order.bytes(),
            ticket.item.bytes(),
            ticket.tier.bytes(),
            ticket.code,
            ticket.is_foreign_code,
            ticket.serial,
            ticket.status.as_str(),
            ticket.holder_name,
            ticket.holder_email,
            ticket.holder_company,
            ticket.gross.minor,
            ticket.tax.minor,
            ticket.gross.currency.code(),
            ticket.addon_to.map(|other| other.bytes()),
            ticket.valid_from.map(to_micros),
            ticket.valid_until.map(to_micros),
            ticket.block_reason,
            tx.now_micros(),
            tx.actor()
        ],
    )?;
    Ok(written == 1)
}

pub(crate) fn life(view: &View<'_>, id: TicketId) -> Result<Option<TicketLife>, Fault> {
    view.optional(LIFE, params![id.bytes()], life_from)
}

pub(crate) fn lives_of_order(view: &View<'_>, order: OrderId) -> Result<Vec<TicketLife>, Fault> {
    view.all(LIVES_OF_ORDER, params![order.bytes()], life_from)
}

/// Writes a final status.
pub(crate) fn end(
    tx: &Tx<'_>,
    ticket: &TicketLife,
    status: TicketStatus,
    reason: &str,
    replaced_by: Option<TicketId>,
) -> Result<(), Fault> {
    tx.execute_one(
        END,
        params![
            ticket.id.bytes(),
            ticket.version,
            status.as_str(),
            reason,
            replaced_by.map(|other| other.bytes()),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Writes what may change while a ticket lives: tier, validity, block.
pub(crate) fn change(tx: &Tx<'_>, ticket: &TicketLife) -> Result<(), Fault> {
    tx.execute_one(
        CHANGE,
        params![
            ticket.id.bytes(),
            ticket.version,
            ticket.tier.bytes(),
            ticket.valid_from.map(to_micros),
            ticket.valid_until.map(to_micros),
            ticket.block_reason,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Lets living add-ons follow their ticket to its replacement.
pub(crate) fn repoint_addons(tx: &Tx<'_>, from: TicketId, to: TicketId) -> Result<(), Fault> {
    tx.execute(REPOINT_ADDONS, params![from.bytes(), to.bytes(), tx.now_micros(), tx.actor()]).map(|_| ())
}

/// Puts a code on the list of those that open nothing any more.
pub(crate) fn revoke(
    tx: &Tx<'_>,
    event: EventId,
    code: &str,
    ticket: Option<TicketId>,
    reason: &str,
    at: Timestamp,
) -> Result<(), Fault> {
    let id: RevokedCodeId = tx.new_id()?;
    let ticket = ticket.map(|ticket| ticket.bytes());
    tx.execute(REVOKE, params![id.bytes(), event.bytes(), code, ticket, reason, to_micros(at)]).map(|_| ())
}

fn life_from(row: &Row<'_>) -> Result<TicketLife, Fault> {
    Ok(TicketLife {
        id: row.id("id")?,
        event: row.id("event_id")?,
        order: row.id("order_id")?,
        item: row.id("order_item_id")?,
        tier: row.id("tier_id")?,
        code: row.text("code")?,
        status: row.parsed("status")?,
        gross: row.money("gross_minor", "currency")?,
        tax: row.money("tax_minor", "currency")?,
        tax_rate: row.parsed("tax_rate")?,
        holder_name: row.text("holder_name")?,
        holder_email: row.text("holder_email")?,
        holder_company: row.text("holder_company")?,
        addon_to: row.id_opt("addon_to_ticket_id")?,
        valid_from: row.at_opt("valid_from")?,
        valid_until: row.at_opt("valid_until")?,
        block_reason: row.text("block_reason")?,
        version: row.int("version")?,
    })
}
