//! The SQL behind the door's screen.

pub(crate) mod conflicts;
pub(crate) mod summary;

use std::collections::BTreeMap;

use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Row, View, params};

use super::RecentScan;
use crate::{
    ids::{CheckinListId, EventId, TicketId, TierId},
    verdict::Direction,
};

// SQLite takes the other columns of a group from the row that holds the maximum, so `direction` is the latest pass's.
// The index `scan_logs_passes` answers the inner query alone, in its own order.
const PASSED: &str = "
    select ticket.tier_id, sum(of_ticket.entries > 0) as admitted, sum(of_ticket.direction = 'entry') as inside
    from (
      select pass.ticket_id, pass.direction, max(pass.scanned_at) as latest_at, sum(pass.direction = 'entry') as entries
      from scan_logs pass
      where pass.list_id = ?1 and pass.is_admitted = 1
        and not exists (select 1 from scan_annulments annulled where annulled.scan_id = pass.id)
      group by pass.ticket_id
    ) of_ticket
    join tickets ticket on ticket.id = of_ticket.ticket_id
    group by ticket.tier_id";
// A tier's latest inventory operation says how many of its places are sold, so nobody counts two hundred thousand
// tickets for a number on a screen. `verify` proves that the two agree.
const EXPECTED: &str = "
    select tier.id, tier.name,
      coalesce((
        select operation.issued_after
        from inventory_operations operation
        where operation.tier_id = tier.id
        order by operation.seq desc
        limit 1
      ), 0) as sold
    from ticket_tiers tier
    where tier.event_id = ?1 and tier.deleted_at is null
    order by tier.position, tier.tier_number";
const EXPECTED_UNPAID: &str = "
    select ticket.tier_id, count(*) as unpaid
    from orders unpaid_order
    join tickets ticket on ticket.order_id = unpaid_order.id
    where unpaid_order.event_id = ?1 and unpaid_order.status = 'pending' and unpaid_order.is_approval_pending = 0
      and (unpaid_order.is_valid_while_pending = 1 or ?2 = 1)
      and ticket.status = 'issued' and ticket.deleted_at is null
    group by ticket.tier_id";
const ENTRIES_SINCE: &str = "
    select count(*) as entries
    from scan_logs pass
    where pass.list_id = ?1 and pass.created_at >= ?2 and pass.is_admitted = 1 and pass.direction = 'entry'
      and not exists (select 1 from scan_annulments annulled where annulled.scan_id = pass.id)";
const LAST_SCANS: &str = "
    select log.id, log.verdict, log.is_admitted, log.is_forced, log.direction, log.raw_code, log.ticket_id, log.device,
      log.scanned_at, tier.name as tier_name, ticket_order.code as order_code, gate.name as gate_name,
      operator.name as operator_name,
      coalesce(nullif(ticket.holder_name, ''), ticket_order.buyer_name) as holder_name,
      exists (select 1 from scan_annulments annulled where annulled.scan_id = log.id) as is_annulled
    from scan_logs log
    left join tickets ticket on ticket.id = log.ticket_id
    left join ticket_tiers tier on tier.id = ticket.tier_id
    left join orders ticket_order on ticket_order.id = ticket.order_id
    left join gates gate on gate.id = log.gate_id
    left join users operator on operator.id = log.operator_user_id
    where log.list_id = ?1
    order by log.created_at desc, log.rowid desc
    limit ?2";

const STANDING: &str = "
    select sum(pass.direction = 'entry') as entries, pass.direction as latest, max(pass.scanned_at) as latest_at
    from scan_logs pass
    where pass.ticket_id = ?1 and pass.list_id = ?2 and pass.is_admitted = 1
      and not exists (select 1 from scan_annulments annulled where annulled.scan_id = pass.id)";

#[cfg(test)]
const STATEMENTS: &[&str] = &[PASSED, EXPECTED, EXPECTED_UNPAID, ENTRIES_SINCE, LAST_SCANS, STANDING];

/// Every statement behind the door's screen.
#[cfg(test)]
pub(crate) fn all_statements() -> Vec<&'static str> {
    [STATEMENTS, conflicts::STATEMENTS, summary::STATEMENTS].concat()
}

/// What passed of a tier.
pub(super) struct PassedTier {
    pub(super) tier: TierId,
    pub(super) admitted: i64,
    pub(super) inside: i64,
}

/// How a ticket stands on a list.
pub(super) struct Standing {
    pub(super) is_inside: bool,
    pub(super) entries: i64,
}

/// What may pass of a tier.
pub(super) struct ExpectedTier {
    pub(super) tier: TierId,
    pub(super) name: String,
    pub(super) expected: i64,
}

pub(super) fn passed_by_tier(view: &View<'_>, list: CheckinListId) -> Result<Vec<PassedTier>, Fault> {
    view.all(PASSED, params![list.bytes()], |row| {
        Ok(PassedTier {
            tier: row.id("tier_id")?,
            admitted: row.int("admitted")?,
            inside: row.int("inside")?,
        })
    })
}

pub(super) fn expected_by_tier(
    view: &View<'_>,
    event: EventId,
    includes_pending: bool,
) -> Result<Vec<ExpectedTier>, Fault> {
    let mut unpaid: BTreeMap<TierId, i64> = BTreeMap::new();
    view.each(EXPECTED_UNPAID, params![event.bytes(), includes_pending], |row| {
        unpaid.insert(row.id("tier_id")?, row.int("unpaid")?);
        Ok(())
    })?;
    view.all(EXPECTED, params![event.bytes()], |row| {
        let tier = row.id("id")?;
        let expected = row.int("sold")? + unpaid.get(&tier).copied().unwrap_or(0);
        Ok(ExpectedTier { tier, name: row.text("name")?, expected })
    })
}

pub(super) fn entries_since(view: &View<'_>, list: CheckinListId, since: Timestamp) -> Result<i64, Fault> {
    view.one(ENTRIES_SINCE, params![list.bytes(), to_micros(since)], |row| row.int("entries"))
}

pub(super) fn last_scans(view: &View<'_>, list: CheckinListId, rows: u32) -> Result<Vec<RecentScan>, Fault> {
    view.all(LAST_SCANS, params![list.bytes(), rows], scan)
}

pub(super) fn standing_on_list(
    view: &View<'_>,
    list: CheckinListId,
    ticket: TicketId,
) -> Result<Standing, Fault> {
    view.one(STANDING, params![ticket.bytes(), list.bytes()], |row| {
        Ok(Standing {
            is_inside: row.text_opt("latest")?.as_deref() == Some(Direction::Entry.as_str()),
            entries: row.int_opt("entries")?.unwrap_or(0),
        })
    })
}

fn scan(row: &Row<'_>) -> Result<RecentScan, Fault> {
    Ok(RecentScan {
        scan_id: row.id("id")?,
        verdict: row.parsed("verdict")?,
        is_admitted: row.flag("is_admitted")?,
        is_forced: row.flag("is_forced")?,
        is_annulled: row.flag("is_annulled")?,
        direction: row.parsed("direction")?,
        code: row.text("raw_code")?,
        ticket_id: row.id_opt("ticket_id")?,
        tier_name: row.text_opt("tier_name")?,
        holder_name: row.text_opt("holder_name")?,
        order_code: row.text_opt("order_code")?,
        gate: row.text_opt("gate_name")?,
        device: row.text("device")?,
        operator: row.text_opt("operator_name")?,
        scanned_at: row.at("scanned_at")?,
    })
}
