//! The SQL of check-in lists.

use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Row, Tx, View, params};

use super::CoveredTier;
use crate::{
    ids::{CheckinListId, EventId, TierId},
    rules::Rule,
};

const OF_EVENT: &str = "
    select id, event_id, name, covers_all_tiers, allows_multiple_entries, allows_reentry_after_exit, includes_pending,
      matches_addons, rules_json, exit_all_at, version
    from checkin_lists
    where event_id = ?1 and deleted_at is null
    order by name, id";
const TIERS_COVERED: &str = "
    select covered.tier_id, tier.name
    from checkin_list_tiers covered
    join ticket_tiers tier on tier.id = covered.tier_id
    where covered.list_id = ?1
    order by tier.position, tier.tier_number";
const TIERS_OF_EVENT: &str = "
    select id, name, tier_number
    from ticket_tiers
    where event_id = ?1 and deleted_at is null
    order by position, tier_number";
const INSERT: &str = "
    insert into checkin_lists
      (id, event_id, name, covers_all_tiers, allows_multiple_entries, allows_reentry_after_exit, includes_pending,
       matches_addons, rules_json, exit_all_at, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, ?12, ?12)";
const UPDATE: &str = "
    update checkin_lists
    set name = ?3, covers_all_tiers = ?4, allows_multiple_entries = ?5, allows_reentry_after_exit = ?6,
      includes_pending = ?7, matches_addons = ?8, rules_json = ?9, exit_all_at = ?10,
      exit_all_minute = case when exit_all_at is ?10 then exit_all_minute end,
      updated_at = ?11, updated_by_user_id = ?12, version = version + 1
    where id = ?1 and version = ?2 and deleted_at is null";
const COVER_TIER: &str = "insert into checkin_list_tiers (list_id, tier_id, created_at) values (?1, ?2, ?3)";
const UNCOVER_TIERS: &str = "delete from checkin_list_tiers where list_id = ?1";

// Everything that a cached list depends on, in one row: a list, its event, the gates, questions and keys beside it.
// Counts stand beside the sums of versions because a row may go and another come.
const STAMP: &str = "
    select list.version as list_version, event.version as event_version,
      (select count(*) * 1000000 + coalesce(sum(version), 0) from gates
        where (event_id = list.event_id or event_id is null) and deleted_at is null) as gates,
      (select count(*) * 1000000 + coalesce(sum(version), 0) from door_questions
        where event_id = list.event_id and deleted_at is null) as questions,
      (select count(*) * 1000000 + coalesce(sum(version), 0) from event_signing_keys
        where is_active = 1 and deleted_at is null) as keys
    from checkin_lists list
    join events event on event.id = list.event_id
    where list.id = ?1 and list.deleted_at is null";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] =
    &[OF_EVENT, TIERS_COVERED, TIERS_OF_EVENT, INSERT, UPDATE, COVER_TIER, UNCOVER_TIERS, STAMP];

/// A list as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredList {
    pub(crate) id: CheckinListId,
    pub(crate) event_id: EventId,
    pub(crate) name: String,
    pub(crate) covers_all_tiers: bool,
    pub(crate) allows_multiple_entries: bool,
    pub(crate) allows_reentry_after_exit: bool,
    pub(crate) includes_pending: bool,
    pub(crate) matches_addons: bool,
    pub(crate) rule: Option<Rule>,
    pub(crate) exit_all_at: Option<Timestamp>,
    pub(crate) version: i64,
}

/// What a list looked like when it was read; a different stamp means that it must be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp([i64; 5]);

/// A tier as a list may name it.
pub(super) struct NamedTier {
    pub(super) tier: CoveredTier,
    pub(super) number: i64,
}

pub(super) fn lists_of(view: &View<'_>, event: EventId) -> Result<Vec<StoredList>, Fault> {
    view.all(OF_EVENT, params![event.bytes()], list)
}

pub(super) fn tiers_covered(view: &View<'_>, list: CheckinListId) -> Result<Vec<CoveredTier>, Fault> {
    view.all(TIERS_COVERED, params![list.bytes()], |row| {
        Ok(CoveredTier { id: row.id("tier_id")?, name: row.text("name")? })
    })
}

pub(super) fn tiers_of_event(view: &View<'_>, event: EventId) -> Result<Vec<NamedTier>, Fault> {
    view.all(TIERS_OF_EVENT, params![event.bytes()], |row| {
        let tier = CoveredTier { id: row.id("id")?, name: row.text("name")? };
        Ok(NamedTier { tier, number: row.int("tier_number")? })
    })
}

pub(crate) fn stamp_of(view: &View<'_>, list: CheckinListId) -> Result<Option<Stamp>, Fault> {
    view.optional(STAMP, params![list.bytes()], |row| {
        let columns = ["list_version", "event_version", "gates", "questions", "keys"];
        let mut stamp = [0; 5];
        for (slot, column) in stamp.iter_mut().zip(columns) {
            *slot = row.int(column)?;
        }
        Ok(Stamp(stamp))
    })
}

pub(super) fn insert_list(tx: &Tx<'_>, list: &StoredList, rules_json: &str) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            list.id.bytes(),
            list.event_id.bytes(),
            list.name,
            list.covers_all_tiers,
            list.allows_multiple_entries,
            list.allows_reentry_after_exit,
            list.includes_pending,
            list.matches_addons,
            rules_json,
            list.exit_all_at.map(to_micros),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// How many rows took the change: none when somebody else changed the list in the meantime.
pub(super) fn update_list(tx: &Tx<'_>, list: &StoredList, rules_json: &str) -> Result<usize, Fault> {
    tx.execute(
        UPDATE,
        params![
            list.id.bytes(),
            list.version,
            list.name,
            list.covers_all_tiers,
            list.allows_multiple_entries,
            list.allows_reentry_after_exit,
            list.includes_pending,
            list.matches_addons,
            rules_json,
            list.exit_all_at.map(to_micros),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(super) fn cover_tiers(tx: &Tx<'_>, list: CheckinListId, tiers: &[TierId]) -> Result<(), Fault> {
    tx.execute(UNCOVER_TIERS, params![list.bytes()])?;
    for tier in tiers {
        tx.execute_one(COVER_TIER, params![list.bytes(), tier.bytes(), tx.now_micros()])?;
    }
    Ok(())
}

fn list(row: &Row<'_>) -> Result<StoredList, Fault> {
    let id: CheckinListId = row.id("id")?;
    let rules = row.text("rules_json")?;
    let rule = if rules == "{}" {
        None
    } else {
        Some(
            serde_json::from_str(&rules)
                .map_err(|error| Fault::inconsistent("checkin_lists", "rules_json", id).caused_by(error))?,
        )
    };
    Ok(StoredList {
        id,
        event_id: row.id("event_id")?,
        name: row.text("name")?,
        covers_all_tiers: row.flag("covers_all_tiers")?,
        allows_multiple_entries: row.flag("allows_multiple_entries")?,
        allows_reentry_after_exit: row.flag("allows_reentry_after_exit")?,
        includes_pending: row.flag("includes_pending")?,
        matches_addons: row.flag("matches_addons")?,
        rule,
        exit_all_at: row.at_opt("exit_all_at")?,
        version: row.int("version")?,
    })
}
