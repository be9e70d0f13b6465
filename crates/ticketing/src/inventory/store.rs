//! The SQL of inventory operations and pools.

use events::EventId;
use kernel::{Fault, id::Id};
use workspace::{Tx, View, params};

use super::{
    InventoryOperationId, Movement, Pool, PoolKind, TierDemand,
    reconcile::{OverfullPool, TierCounts},
};
use crate::{event::Event, tier::TierId};

const APPEND: &str = "insert into inventory_operations
    (id, event_id, tier_id, seq, kind, issued_delta, held_delta, issued_after, held_after, order_id, hold_id, created_at)
    select ?1, ?2, ?3, coalesce(latest.seq, 0) + 1, ?4, ?5, ?6,
      coalesce(latest.issued_after, 0) + ?5, coalesce(latest.held_after, 0) + ?6, ?7, ?8, ?9
    from (select 1) as always
    left join (
      select seq, issued_after, held_after from inventory_operations where tier_id = ?3 order by seq desc limit 1
    ) as latest on true";

const APPEND_BEYOND: &str = "insert into inventory_operations
    (id, event_id, tier_id, seq, kind, issued_delta, held_delta, issued_after, held_after, order_id, hold_id, created_at, ignores_bounds)
    select ?1, ?2, ?3, coalesce(latest.seq, 0) + 1, ?4, ?5, ?6,
      coalesce(latest.issued_after, 0) + ?5, coalesce(latest.held_after, 0) + ?6, ?7, ?8, ?9, 1
    from (select 1) as always
    left join (
      select seq, issued_after, held_after from inventory_operations where tier_id = ?3 order by seq desc limit 1
    ) as latest on true";

/// A tier's own bound. Its row says too whether it counts towards the event's capacity.
const TIER_POOL: &str = "select tier.name, tier.quantity, tier.is_admission,
      coalesce((
        select issued_after + held_after from inventory_operations
        where tier_id = tier.id order by seq desc limit 1
      ), 0) as used
    from ticket_tiers tier where tier.id = ?1";

const QUOTA_POOLS: &str = "select quota.id, quota.name, quota.size,
      coalesce((
        select sum((
          select issued_after + held_after from inventory_operations
          where tier_id = other.tier_id order by seq desc limit 1
        ))
        from quota_tiers other where other.quota_id = quota.id
      ), 0) as used
    from quota_tiers mine
    join quotas quota on quota.id = mine.quota_id
    where mine.tier_id = ?1 and quota.size is not null and quota.deleted_at is null
    order by quota.id";

const EVENT_USED: &str = "select coalesce(sum((
        select issued_after + held_after from inventory_operations
        where tier_id = tier.id order by seq desc limit 1
      )), 0) as used
    from ticket_tiers tier where tier.event_id = ?1 and tier.is_admission = 1";

/// Every tier, counted in every way.
const COUNTS: &str = "select tier.id, tier.name,
      coalesce((select issued_after from inventory_operations where tier_id = tier.id order by seq desc limit 1), 0) as issued,
      coalesce((select held_after from inventory_operations where tier_id = tier.id order by seq desc limit 1), 0) as held,
      coalesce((select sum(issued_delta) from inventory_operations where tier_id = tier.id), 0) as issued_by_sum,
      coalesce((select sum(held_delta) from inventory_operations where tier_id = tier.id), 0) as held_by_sum,
      (
        select count(*) from tickets ticket join orders ordered on ordered.id = ticket.order_id
        where ticket.tier_id = tier.id and ticket.status = 'issued'
          and ordered.status in ('paid', 'partially_refunded', 'refunded')
      ) as tickets_paid,
      (
        select count(*) from tickets ticket join orders ordered on ordered.id = ticket.order_id
        where ticket.tier_id = tier.id and ticket.status = 'issued' and ordered.status = 'pending'
      ) as tickets_pending,
      coalesce((
        select sum(line.quantity) from ticket_hold_lines line join ticket_holds hold on hold.id = line.hold_id
        where line.tier_id = tier.id and hold.status = 'active'
      ), 0) as places_in_holds
    from ticket_tiers tier
    where ?1 is null or tier.event_id = ?1
    order by tier.event_id, tier.position, tier.tier_number";

/// Those whom a voucher let in beyond the bounds are not an error of the books.
const OVERFULL: &str = "with latest as (
      select tier.id, tier.event_id, tier.name, tier.quantity, tier.is_admission,
        coalesce((
          select issued_after + held_after from inventory_operations where tier_id = tier.id order by seq desc limit 1
        ), 0) as used,
        coalesce((
          select sum(issued_delta) from inventory_operations where tier_id = tier.id and ignores_bounds = 1
        ), 0) as let_in
      from ticket_tiers tier
      where ?1 is null or tier.event_id = ?1
    )
    select name, quantity as size, used from latest where quantity is not null and used > quantity + let_in
    union all
    select quota.name, quota.size, sum(latest.used) as used
    from quotas quota
    join quota_tiers link on link.quota_id = quota.id
    join latest on latest.id = link.tier_id
    where quota.size is not null and quota.deleted_at is null
    group by quota.id having sum(latest.used) > quota.size + sum(latest.let_in)
    union all
    select event.title, event.capacity, sum(latest.used) as used
    from events event
    join latest on latest.event_id = event.id and latest.is_admission = 1
    where event.capacity is not null
    group by event.id having sum(latest.used) > event.capacity + sum(latest.let_in)";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[APPEND, APPEND_BEYOND, TIER_POOL, QUOTA_POOLS, EVENT_USED, COUNTS, OVERFULL];

/// Every tier of an event, or of all, counted in every way.
pub(super) fn counts(view: &View<'_>, event: Option<EventId>) -> Result<Vec<TierCounts>, Fault> {
    view.all(COUNTS, params![event.map(|event| event.bytes())], |row| {
        Ok(TierCounts {
            tier: row.id("id")?,
            name: row.text("name")?,
            issued: row.int("issued")?,
            held: row.int("held")?,
            issued_by_sum: row.int("issued_by_sum")?,
            held_by_sum: row.int("held_by_sum")?,
            tickets_paid: row.int("tickets_paid")?,
            tickets_pending: row.int("tickets_pending")?,
            places_in_holds: row.int("places_in_holds")?,
        })
    })
}

/// Pools that hold more than their size.
pub(super) fn overfull(view: &View<'_>, event: Option<EventId>) -> Result<Vec<OverfullPool>, Fault> {
    view.all(OVERFULL, params![event.map(|event| event.bytes())], |row| {
        Ok(OverfullPool { name: row.text("name")?, size: row.int("size")?, used: row.int("used")? })
    })
}

pub(super) fn append(tx: &Tx<'_>, id: InventoryOperationId, movement: &Movement) -> Result<(), Fault> {
    append_by(tx, APPEND, id, movement)
}

/// Appends a movement that ignores the bounds.
pub(super) fn append_beyond(tx: &Tx<'_>, id: InventoryOperationId, movement: &Movement) -> Result<(), Fault> {
    append_by(tx, APPEND_BEYOND, id, movement)
}

fn append_by(
    tx: &Tx<'_>,
    sql: &'static str,
    id: InventoryOperationId,
    movement: &Movement,
) -> Result<(), Fault> {
    tx.execute_one(
        sql,
        params![
            id.bytes(),
            movement.event.bytes(),
            movement.tier.bytes(),
            movement.kind.as_str(),
            movement.issued_delta,
            movement.held_delta,
            movement.order.map(|order| order.bytes()),
            movement.hold.map(|hold| hold.bytes()),
            tx.now_micros()
        ],
    )
}

/// Every pool that bounds one of the demanded tiers, each once.
pub(crate) fn pools_of(view: &View<'_>, event: &Event, demands: &[TierDemand]) -> Result<Vec<Pool>, Fault> {
    let mut pools = Vec::new();
    let mut quotas: Vec<([u8; 16], Pool)> = Vec::new();
    let mut admitted = Vec::new();
    for demand in demands {
        let tier = demand.tier;
        let (own, is_admission) = tier_pool(view, tier)?;
        pools.extend(own);
        if is_admission {
            admitted.push(tier);
        }
        view.each(QUOTA_POOLS, params![tier.bytes()], |row| {
            let id = row.id::<crate::quota::QuotaId>("id")?.bytes();
            if let Some((_, known)) = quotas.iter_mut().find(|(known, _)| *known == id) {
                known.drawn_on_by.push(tier);
                return Ok(());
            }
            let (name, size, used) = (row.text("name")?, row.int("size")?, row.int("used")?);
            quotas.push((id, Pool { kind: PoolKind::Quota, name, size, used, drawn_on_by: vec![tier] }));
            Ok(())
        })?;
    }
    pools.extend(quotas.into_iter().map(|(_, pool)| pool));
    if let (Some(size), false) = (event.capacity, admitted.is_empty()) {
        let used = view.one(EVENT_USED, params![event.id.bytes()], |row| row.int("used"))?;
        pools.push(Pool {
            kind: PoolKind::Event,
            name: event.title.clone(),
            size,
            used,
            drawn_on_by: admitted,
        });
    }
    Ok(pools)
}

fn tier_pool(view: &View<'_>, tier: TierId) -> Result<(Option<Pool>, bool), Fault> {
    view.one(TIER_POOL, params![tier.bytes()], |row| {
        let (name, used) = (row.text("name")?, row.int("used")?);
        let pool = row.int_opt("quantity")?.map(|size| Pool {
            kind: PoolKind::Tier,
            name,
            size,
            used,
            drawn_on_by: vec![tier],
        });
        Ok((pool, row.flag("is_admission")?))
    })
}
