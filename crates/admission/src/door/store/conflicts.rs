//! The SQL of what contradicts itself.

use kernel::{Fault, id::Id};
use workspace::{View, params};

use super::super::conflicts::{ConflictKind, DoorConflict};
use crate::ids::EventId;

/// Entries of an event by ticket and list, with what the report shows of them; each kind adds its condition.
macro_rules! entered {
    ($conditions:literal) => {
        concat!(
            "
    with passes as (
      select pass.ticket_id, pass.list_id, pass.direction, pass.scanned_at, pass.gate_id, pass.device,
        lag(pass.direction) over (
          partition by pass.ticket_id, pass.list_id order by pass.scanned_at, pass.rowid
        ) as before
      from scan_logs pass
      where pass.event_id = ?1 and pass.is_admitted = 1 and pass.ticket_id is not null and pass.list_id is not null
        and not exists (select 1 from scan_annulments annulled where annulled.scan_id = pass.id)
    ), entered as (
      select passes.ticket_id, passes.list_id, min(scanned_at) as first_at, max(scanned_at) as last_at,
        count(*) as entries, sum(coalesce(before, 'exit') = 'entry') as doubles,
        group_concat(distinct coalesce(gate.name, nullif(passes.device, ''), '?')) as places,
        (select latest.direction from passes latest
          where latest.ticket_id = passes.ticket_id and latest.list_id = passes.list_id
          order by latest.scanned_at desc limit 1) as standing
      from passes
      left join gates gate on gate.id = passes.gate_id
      where passes.direction = 'entry'
      group by passes.ticket_id, passes.list_id
    )
    select ticket.id, ticket.code, ticket_order.code as order_code, entered.list_id, list.name as list_name,
      coalesce(nullif(ticket.holder_name, ''), ticket_order.buyer_name) as holder_name,
      entered.first_at, entered.last_at, entered.entries, entered.places
    from entered
    join tickets ticket on ticket.id = entered.ticket_id
    join orders ticket_order on ticket_order.id = ticket.order_id
    join checkin_lists list on list.id = entered.list_id
    where ",
            $conditions,
            "
    order by entered.first_at, ticket.id, entered.list_id"
        )
    };
}

const ENTERED_TWICE: &str = entered!("entered.doubles > 0 and list.allows_multiple_entries = 0");
const ENDED_BEFORE_ENTRY: &str =
    entered!("ticket.status in ('refunded', 'void', 'transferred') and entered.last_at > ticket.updated_at");
const ENDED_INSIDE: &str = entered!(
    "ticket.status in ('refunded', 'void', 'transferred') and entered.last_at <= ticket.updated_at
      and entered.standing = 'entry'"
);
const TWO_GENERATIONS: &str = entered!(
    "exists (select 1 from entered newer
      where newer.ticket_id = ticket.replaced_by_ticket_id and newer.list_id = entered.list_id)"
);
const ENTERED_UNPAID: &str = entered!(
    "ticket_order.status in ('pending', 'expired') and ticket_order.is_valid_while_pending = 0
      and list.includes_pending = 0"
);

/// How each kind is found.
pub(crate) const BY_KIND: &[(ConflictKind, &str)] = &[
    (ConflictKind::EnteredTwice, ENTERED_TWICE),
    (ConflictKind::EndedBeforeEntry, ENDED_BEFORE_ENTRY),
    (ConflictKind::EndedInside, ENDED_INSIDE),
    (ConflictKind::TwoGenerations, TWO_GENERATIONS),
    (ConflictKind::EnteredUnpaid, ENTERED_UNPAID),
];

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[ENTERED_TWICE, ENDED_BEFORE_ENTRY, ENDED_INSIDE, TWO_GENERATIONS, ENTERED_UNPAID];

pub(crate) fn of_kind(
    view: &View<'_>,
    kind: ConflictKind,
    sql: &'static str,
    event: EventId,
) -> Result<Vec<DoorConflict>, Fault> {
    view.all(sql, params![event.bytes()], |row| {
        Ok(DoorConflict {
            kind,
            ticket_id: row.id("id")?,
            code: row.text("code")?,
            holder_name: row.text("holder_name")?,
            order_code: row.text("order_code")?,
            list_id: row.id("list_id")?,
            list_name: row.text("list_name")?,
            first_at: row.at("first_at")?,
            last_at: row.at("last_at")?,
            entries: row.int("entries")?,
            places: row.text("places")?,
        })
    })
}
