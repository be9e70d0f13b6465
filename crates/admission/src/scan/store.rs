//! The SQL of scans: finding the ticket, its history, and the log.

use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use ticketing::{order::OrderStatus, ticket::TicketStatus};
use workspace::{Row, Tx, View, params};

use super::log::LogLine;
use crate::{
    ids::{CheckinListId, EventId, ScanId, TicketId},
    verdict::{Candidate, OrderStanding, Pass, TicketFacts, TicketStanding},
};

kernel::id_type!(OperatorId, "operator", "Names the person who held a scanner.");

/// What every way of finding tickets reads of them. ?1 is the list.
macro_rules! tickets {
    ($is_own_code:literal, $conditions:literal) => {
        concat!(
            "
    select ticket.id, ticket.event_id, ticket.tier_id, ticket.code, ticket.serial, ticket.status,
      coalesce(nullif(ticket.holder_name, ''), nullif(main.holder_name, ''), ticket_order.buyer_name) as holder_name,
      ticket.block_reason <> '' as is_blocked,
      coalesce(ticket.valid_from, tier.valid_from) as valid_from,
      coalesce(ticket.valid_until, tier.valid_until) as valid_until,
      tier.name as tier_name, tier.badge_label, tier.needs_attention, tier.door_note,
      ticket_order.code as order_code, ticket_order.status as order_status, ticket_order.is_approval_pending,
      ticket_order.is_valid_while_pending, event.title as event_title, event.starts_at as event_starts_at,
      (select count(*) from tickets beside where beside.order_id = ticket.order_id and beside.status = 'issued')
        as order_size,
      (select count(*) from tickets beside
        where beside.order_id = ticket.order_id and beside.id <> ticket.id and beside.status = 'issued'
          and 'entry' = (
            select pass.direction from scan_logs pass
            where pass.ticket_id = beside.id and pass.list_id = ?1 and pass.is_admitted = 1
              and not exists (select 1 from scan_annulments annulled where annulled.scan_id = pass.id)
            order by pass.scanned_at desc, pass.rowid desc limit 1
          )) as others_inside, ",
            $is_own_code,
            " as is_own_code
    from tickets ticket
    join ticket_tiers tier on tier.id = ticket.tier_id
    join orders ticket_order on ticket_order.id = ticket.order_id
    join events event on event.id = ticket.event_id
    left join tickets main on main.id = ticket.addon_to_ticket_id
    ",
            $conditions
        )
    };
}

const BY_CODE: &str = tickets!(
    "1",
    "where ticket.code in (?2, ?3) and ticket.deleted_at is null
    order by ticket.event_id = ?4 desc, ticket.code = ?2 desc, ticket.serial"
);
const BY_ID: &str = tickets!("1", "where ticket.id = ?2 and ticket.deleted_at is null");
const ADDONS: &str = tickets!(
    "0",
    "where ticket.addon_to_ticket_id = ?2 and ticket.deleted_at is null
    order by ticket.serial, ticket.id"
);
const REVOKED: &str = "
    select ticket_id
    from revoked_codes
    where event_id = ?1 and code in (?2, ?3)
    order by code = ?2 desc
    limit 1";
const SCANS_OF_TICKET: &str = "
    select log.id, log.direction, log.is_admitted, log.scanned_at, log.nonce, log.device,
      gate.name as gate_name, operator.name as operator_name,
      exists (select 1 from scan_annulments annulled where annulled.scan_id = log.id) as is_annulled
    from scan_logs log
    left join gates gate on gate.id = log.gate_id
    left join users operator on operator.id = log.operator_user_id
    where log.ticket_id = ?1 and log.list_id = ?2
    order by log.rowid";
const INSERT: &str = "
    insert into scan_logs
      (id, event_id, list_id, gate_id, ticket_id, raw_code, direction, verdict, is_admitted, is_forced,
       is_force_requested, override_reason, nonce, device, operator_user_id, scanned_at, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";
const CODES_BESIDE: &str = "
    select beside.code
    from tickets mine
    join tickets beside on beside.order_id = mine.order_id and beside.status = 'issued' and beside.deleted_at is null
    where mine.id = ?1
    order by beside.serial";
const BY_SCAN: &str = "
    select log.is_admitted, log.operator_user_id, log.created_at,
      exists (select 1 from scan_annulments annulled where annulled.scan_id = log.id) as is_annulled
    from scan_logs log
    where log.id = ?1";
const ANNUL: &str = "
    insert into scan_annulments (scan_id, reason, operator_user_id, annulled_at, created_at)
    values (?1, ?2, ?3, ?4, ?4)";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[BY_CODE, BY_ID, ADDONS, REVOKED, SCANS_OF_TICKET, INSERT, CODES_BESIDE, BY_SCAN, ANNUL];

/// A ticket with what the door shows of it.
#[derive(Clone, Debug)]
pub(super) struct FoundTicket {
    pub(super) candidate: Candidate,
    pub(super) code: String,
    pub(super) serial: i64,
    pub(super) holder_name: String,
    pub(super) tier_name: String,
    pub(super) badge_label: String,
    pub(super) needs_attention: bool,
    pub(super) door_note: String,
    pub(super) order_code: String,
    pub(super) event_title: String,
    pub(super) event_starts_at: Timestamp,
    pub(super) order_size: i64,
    pub(super) others_inside: i64,
}

/// What a ticket did on a list: its passes, and how often it was held under a scanner.
#[derive(Clone, Debug, Default)]
pub(super) struct TicketScans {
    pub(super) passes: Vec<Pass>,
    pub(super) attempts: i64,
}

/// A scan that may be annulled.
pub(super) struct LoggedScan {
    pub(super) is_admitted: bool,
    pub(super) is_annulled: bool,
    pub(super) operator: Option<[u8; 16]>,
    pub(super) created_at: Timestamp,
}

/// Tickets with one of two codes: those of `event` first, an exact `literal` before another spelling.
pub(super) fn tickets_by_code(
    view: &View<'_>,
    list: CheckinListId,
    event: EventId,
    literal: &str,
    own: Option<&str>,
) -> Result<Vec<FoundTicket>, Fault> {
    view.all(BY_CODE, params![list.bytes(), literal, own, event.bytes()], ticket)
}

pub(super) fn ticket_by_id(
    view: &View<'_>,
    list: CheckinListId,
    id: TicketId,
) -> Result<Option<FoundTicket>, Fault> {
    view.optional(BY_ID, params![list.bytes(), id.bytes()], ticket)
}

/// The add-ons of a ticket, in the order of their serial numbers.
pub(super) fn addons_of(
    view: &View<'_>,
    list: CheckinListId,
    main: TicketId,
) -> Result<Vec<FoundTicket>, Fault> {
    view.all(ADDONS, params![list.bytes(), main.bytes()], ticket)
}

/// Whether a code was replaced, and the ticket that it used to open for, if anybody noted it.
pub(super) fn revoked_code(
    view: &View<'_>,
    event: EventId,
    literal: &str,
    own: Option<&str>,
) -> Result<Option<Option<TicketId>>, Fault> {
    view.optional(REVOKED, params![event.bytes(), literal, own], |row| row.id_opt("ticket_id"))
}

pub(super) fn scans_of(view: &View<'_>, ticket: TicketId, list: CheckinListId) -> Result<TicketScans, Fault> {
    let mut scans = TicketScans::default();
    view.each(SCANS_OF_TICKET, params![ticket.bytes(), list.bytes()], |row| {
        scans.attempts += 1;
        if row.flag("is_admitted")? && !row.flag("is_annulled")? {
            scans.passes.push(Pass {
                scan: row.id("id")?,
                direction: row.parsed("direction")?,
                at: row.at("scanned_at")?,
                nonce: row.text_opt("nonce")?,
                device: row.text("device")?,
                gate: row.text_opt("gate_name")?,
                operator: row.text_opt("operator_name")?,
            });
        }
        Ok(())
    })?;
    Ok(scans)
}

pub(super) fn insert_line(tx: &Tx<'_>, id: ScanId, line: &LogLine) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            id.bytes(),
            line.event.bytes(),
            line.list.bytes(),
            line.gate.map(|gate| gate.bytes()),
            line.ticket.map(|ticket| ticket.bytes()),
            line.raw_code,
            line.direction.as_str(),
            line.verdict.as_str(),
            line.is_admitted,
            line.is_forced,
            line.is_force_requested,
            line.override_reason,
            line.nonce,
            line.device,
            line.operator,
            to_micros(line.scanned_at),
            to_micros(line.recorded_at)
        ],
    )
}

/// The codes of the tickets that still stand in the order of `ticket`.
pub(super) fn codes_beside(view: &View<'_>, ticket: TicketId) -> Result<Vec<String>, Fault> {
    view.all(CODES_BESIDE, params![ticket.bytes()], |row| row.text("code"))
}

pub(super) fn scan_by_id(view: &View<'_>, id: ScanId) -> Result<Option<LoggedScan>, Fault> {
    view.optional(BY_SCAN, params![id.bytes()], |row| {
        Ok(LoggedScan {
            is_admitted: row.flag("is_admitted")?,
            is_annulled: row.flag("is_annulled")?,
            operator: row.id_opt::<OperatorId>("operator_user_id")?.map(|operator| operator.bytes()),
            created_at: row.at("created_at")?,
        })
    })
}

pub(super) fn insert_annulment(tx: &Tx<'_>, scan: ScanId, reason: &str) -> Result<(), Fault> {
    tx.execute_one(ANNUL, params![scan.bytes(), reason, tx.actor(), tx.now_micros()])
}

fn ticket(row: &Row<'_>) -> Result<FoundTicket, Fault> {
    let facts = TicketFacts {
        ticket: row.id("id")?,
        event: row.id("event_id")?,
        tier: row.id("tier_id")?,
        standing: ticket_standing(row.parsed("status")?),
        order: order_standing(row.parsed("order_status")?),
        is_approval_pending: row.flag("is_approval_pending")?,
        is_valid_while_pending: row.flag("is_valid_while_pending")?,
        is_blocked: row.flag("is_blocked")?,
        valid_from: row.at_opt("valid_from")?,
        valid_until: row.at_opt("valid_until")?,
    };
    Ok(FoundTicket {
        candidate: Candidate { facts, is_own_code: row.flag("is_own_code")? },
        code: row.text("code")?,
        serial: row.int("serial")?,
        holder_name: row.text("holder_name")?,
        tier_name: row.text("tier_name")?,
        badge_label: row.text("badge_label")?,
        needs_attention: row.flag("needs_attention")?,
        door_note: row.text("door_note")?,
        order_code: row.text("order_code")?,
        event_title: row.text("event_title")?,
        event_starts_at: row.at("event_starts_at")?,
        order_size: row.int("order_size")?,
        others_inside: row.int("others_inside")?,
    })
}

const fn ticket_standing(status: TicketStatus) -> TicketStanding {
    match status {
        TicketStatus::Issued => TicketStanding::Issued,
        TicketStatus::Transferred => TicketStanding::Transferred,
        TicketStatus::Refunded => TicketStanding::Refunded,
        TicketStatus::Void => TicketStanding::Void,
    }
}

const fn order_standing(status: OrderStatus) -> OrderStanding {
    match status {
        OrderStatus::Paid | OrderStatus::PartiallyRefunded => OrderStanding::Paid,
        OrderStatus::Pending => OrderStanding::Pending,
        OrderStatus::Refunded => OrderStanding::Refunded,
        OrderStatus::Cancelled | OrderStatus::Expired => OrderStanding::Cancelled,
    }
}
