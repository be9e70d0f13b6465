//! The SQL of quotas.

use events::EventId;
use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Row, Tx, View, params};

use super::{QuotaId, QuotaRow};
use crate::tier::TierId;

const NAME_TAKEN: &str =
    "select 1 as is_taken from quotas where event_id = ?1 and name = ?2 and deleted_at is null";

const INSERT: &str = "insert into quotas
    (id, event_id, name, size, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)";

const LINK: &str = "insert into quota_tiers (quota_id, tier_id, created_at) values (?1, ?2, ?3)";

// Holds whose time is up still stand in the balance until they are swept; their places are free.
const BY_ID: &str = "select quota.id, quota.event_id, quota.name, quota.size, quota.version,
      coalesce((
        select sum((
          select issued_after + held_after from inventory_operations
          where tier_id = link.tier_id order by seq desc limit 1
        ))
        from quota_tiers link where link.quota_id = quota.id
      ), 0) - coalesce((
        select sum(line.quantity)
        from quota_tiers link
        join ticket_hold_lines line on line.tier_id = link.tier_id
        join ticket_holds hold on hold.id = line.hold_id
        where link.quota_id = quota.id and hold.status = 'active' and hold.expires_at <= ?2
      ), 0) as used
    from quotas quota where quota.id = ?1";

const OF_EVENT: &str = "select quota.id, quota.event_id, quota.name, quota.size, quota.version,
      coalesce((
        select sum((
          select issued_after + held_after from inventory_operations
          where tier_id = link.tier_id order by seq desc limit 1
        ))
        from quota_tiers link where link.quota_id = quota.id
      ), 0) - coalesce((
        select sum(line.quantity)
        from quota_tiers link
        join ticket_hold_lines line on line.tier_id = link.tier_id
        join ticket_holds hold on hold.id = line.hold_id
        where link.quota_id = quota.id and hold.status = 'active' and hold.expires_at <= ?2
      ), 0) as used
    from quotas quota where quota.event_id = ?1 and quota.deleted_at is null
    order by quota.name, quota.id";

const UPDATE: &str = "update quotas
    set name = ?3, size = ?4, updated_at = ?5, updated_by_user_id = ?6, version = version + 1
    where id = ?1 and version = ?2 and deleted_at is null";

const UNLINK: &str = "delete from quota_tiers where quota_id = ?1";

const TIERS: &str = "select link.tier_id from quota_tiers link
    join ticket_tiers tier on tier.id = link.tier_id
    where link.quota_id = ?1
    order by tier.position, tier.tier_number";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[NAME_TAKEN, INSERT, LINK, BY_ID, OF_EVENT, UPDATE, UNLINK, TIERS];

pub(super) fn name_is_taken(view: &View<'_>, event: EventId, name: &str) -> Result<bool, Fault> {
    Ok(view.optional(NAME_TAKEN, params![event.bytes(), name], |row| row.int("is_taken"))?.is_some())
}

pub(super) fn insert(
    tx: &Tx<'_>,
    id: QuotaId,
    event: EventId,
    name: &str,
    size: Option<i64>,
) -> Result<(), Fault> {
    tx.execute_one(INSERT, params![id.bytes(), event.bytes(), name, size, tx.now_micros(), tx.actor()])
}

pub(super) fn link(tx: &Tx<'_>, quota: QuotaId, tier: TierId) -> Result<(), Fault> {
    tx.execute_one(LINK, params![quota.bytes(), tier.bytes(), tx.now_micros()])
}

/// How many rows took the change: none when somebody else changed the quota in the meantime.
pub(super) fn update(tx: &Tx<'_>, quota: &QuotaRow) -> Result<usize, Fault> {
    tx.execute(
        UPDATE,
        params![quota.id.bytes(), quota.version, quota.name, quota.size, tx.now_micros(), tx.actor()],
    )
}

pub(super) fn unlink_all(tx: &Tx<'_>, quota: QuotaId) -> Result<(), Fault> {
    tx.execute(UNLINK, params![quota.bytes()]).map(|_| ())
}

pub(super) fn quota(view: &View<'_>, id: QuotaId, now: Timestamp) -> Result<QuotaRow, Fault> {
    let quota = view.one(BY_ID, params![id.bytes(), to_micros(now)], from_row)?;
    with_tiers(view, quota)
}

pub(super) fn quotas_of(view: &View<'_>, event: EventId, now: Timestamp) -> Result<Vec<QuotaRow>, Fault> {
    let quotas = view.all(OF_EVENT, params![event.bytes(), to_micros(now)], from_row)?;
    quotas.into_iter().map(|quota| with_tiers(view, quota)).collect()
}

/// The tiers that draw on a quota.
pub(crate) fn tiers_of(view: &View<'_>, id: QuotaId) -> Result<Vec<TierId>, Fault> {
    view.all(TIERS, params![id.bytes()], |row| row.id("tier_id"))
}

fn with_tiers(view: &View<'_>, quota: QuotaRow) -> Result<QuotaRow, Fault> {
    let tiers = view.all(TIERS, params![quota.id.bytes()], |row| row.id("tier_id"))?;
    Ok(QuotaRow { tiers, ..quota })
}

fn from_row(row: &Row<'_>) -> Result<QuotaRow, Fault> {
    let (size, used) = (row.int_opt("size")?, row.int("used")?);
    Ok(QuotaRow {
        id: row.id("id")?,
        event_id: row.id("event_id")?,
        name: row.text("name")?,
        size,
        used,
        available: size.map(|size| (size - used).max(0)),
        tiers: Vec::new(),
        version: row.int("version")?,
    })
}
