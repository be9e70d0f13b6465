//! The SQL that writes gates, questions, check-in lists, scans, revoked codes and keys of older codes.

use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Tx, View, params};

use super::RecordId;
use crate::import_pretix::records::{GateRecord, ListRecord, QuestionRecord, ScanRecord};

const INSERT_GATE: &str = "
    insert into gates (id, event_id, name, code, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)";
const UPDATE_GATE: &str = "
    update gates set name = ?2, updated_at = ?3, updated_by_user_id = ?4, version = version + 1 where id = ?1";
const GATE_UPDATED_AT: &str = "select updated_at from gates where id = ?1";

const INSERT_LIST: &str = "
    insert into checkin_lists (
      id, event_id, name, covers_all_tiers, allows_multiple_entries, allows_reentry_after_exit, includes_pending,
      matches_addons, rules_json, exit_all_at, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, ?12, ?12)";
const UPDATE_LIST: &str = "
    update checkin_lists
    set covers_all_tiers = ?2, allows_multiple_entries = ?3, allows_reentry_after_exit = ?4, includes_pending = ?5,
      matches_addons = ?6, rules_json = ?7, exit_all_at = ?8,
      updated_at = ?9, updated_by_user_id = ?10, version = version + 1
    where id = ?1";
const LIST_UPDATED_AT: &str = "select updated_at from checkin_lists where id = ?1";
const CLEAR_LIST_TIERS: &str = "delete from checkin_list_tiers where list_id = ?1";
const INSERT_LIST_TIER: &str =
    "insert into checkin_list_tiers (list_id, tier_id, created_at) values (?1, ?2, ?3)";

const INSERT_QUESTION: &str = "
    insert into door_questions (
      id, event_id, identifier, question, answer_kind, is_required, is_asked_at_door, options_json, position,
      created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?11)";
const UPDATE_QUESTION: &str = "
    update door_questions
    set question = ?2, answer_kind = ?3, is_required = ?4, is_asked_at_door = ?5, options_json = ?6, position = ?7,
      updated_at = ?8, updated_by_user_id = ?9, version = version + 1
    where id = ?1";
const QUESTION_UPDATED_AT: &str = "select updated_at from door_questions where id = ?1";
const CLEAR_QUESTION_TIERS: &str = "delete from door_question_tiers where question_id = ?1";
const INSERT_QUESTION_TIER: &str =
    "insert into door_question_tiers (question_id, tier_id, created_at) values (?1, ?2, ?3)";

const INSERT_SCAN: &str = "
    insert into scan_logs (
      id, event_id, list_id, gate_id, ticket_id, raw_code, direction, verdict, is_admitted, is_forced,
      is_force_requested, basis, device, scanned_at, created_at
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, 'import', ?11, ?12, ?13)";

const INSERT_REVOKED_CODE: &str = "
    insert into revoked_codes (id, event_id, code, ticket_id, reason, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6)
    on conflict (event_id, code) do nothing";

const INSERT_KEY: &str = "
    insert into event_signing_keys (
      id, event_id, scheme, key_hint, public_key, created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, 'pretix_sig1', ?3, ?4, ?5, ?5, ?6, ?6)";

/// Every statement of this store.
#[cfg(test)]
pub(in crate::import_pretix) const STATEMENTS: &[&str] = &[
    INSERT_GATE,
    UPDATE_GATE,
    GATE_UPDATED_AT,
    INSERT_LIST,
    UPDATE_LIST,
    LIST_UPDATED_AT,
    CLEAR_LIST_TIERS,
    INSERT_LIST_TIER,
    INSERT_QUESTION,
    UPDATE_QUESTION,
    QUESTION_UPDATED_AT,
    CLEAR_QUESTION_TIERS,
    INSERT_QUESTION_TIER,
    INSERT_SCAN,
    INSERT_REVOKED_CODE,
    INSERT_KEY,
];

/// Writes a new gate.
pub(in crate::import_pretix) fn insert_gate(
    tx: &Tx<'_>,
    (id, event): (RecordId, RecordId),
    gate: &GateRecord,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_GATE,
        params![id.bytes(), event.bytes(), gate.name, gate.code, tx.now_micros(), tx.actor()],
    )
}

/// Takes over a gate's name; its code stays, because doors are set up by it.
pub(in crate::import_pretix) fn update_gate(
    tx: &Tx<'_>,
    id: RecordId,
    gate: &GateRecord,
) -> Result<(), Fault> {
    tx.execute_one(UPDATE_GATE, params![id.bytes(), gate.name, tx.now_micros(), tx.actor()])
}

/// When a gate was last changed.
pub(in crate::import_pretix) fn gate_updated_at(view: &View<'_>, id: RecordId) -> Result<Timestamp, Fault> {
    view.one(GATE_UPDATED_AT, params![id.bytes()], |row| row.at("updated_at"))
}

/// Writes a new list with its conditions and tiers.
pub(in crate::import_pretix) fn insert_list(
    tx: &Tx<'_>,
    (id, event): (RecordId, RecordId),
    list: &ListRecord,
    rules_json: &str,
    tiers: &[RecordId],
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_LIST,
        params![
            id.bytes(),
            event.bytes(),
            list.name,
            list.covers_all_tiers,
            list.allows_multiple_entries,
            list.allows_reentry_after_exit,
            list.includes_pending,
            list.matches_addons,
            rules_json,
            list.exit_all_at.map(to_micros),
            tx.now_micros(),
            tx.actor(),
        ],
    )?;
    insert_list_tiers(tx, id, tiers)
}

/// Takes over everything about a list but its name.
pub(in crate::import_pretix) fn update_list(
    tx: &Tx<'_>,
    id: RecordId,
    list: &ListRecord,
    rules_json: &str,
    tiers: &[RecordId],
) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_LIST,
        params![
            id.bytes(),
            list.covers_all_tiers,
            list.allows_multiple_entries,
            list.allows_reentry_after_exit,
            list.includes_pending,
            list.matches_addons,
            rules_json,
            list.exit_all_at.map(to_micros),
            tx.now_micros(),
            tx.actor(),
        ],
    )?;
    tx.execute(CLEAR_LIST_TIERS, params![id.bytes()])?;
    insert_list_tiers(tx, id, tiers)
}

fn insert_list_tiers(tx: &Tx<'_>, id: RecordId, tiers: &[RecordId]) -> Result<(), Fault> {
    for tier in tiers {
        tx.execute_one(INSERT_LIST_TIER, params![id.bytes(), tier.bytes(), tx.now_micros()])?;
    }
    Ok(())
}

/// When a list was last changed.
pub(in crate::import_pretix) fn list_updated_at(view: &View<'_>, id: RecordId) -> Result<Timestamp, Fault> {
    view.one(LIST_UPDATED_AT, params![id.bytes()], |row| row.at("updated_at"))
}

/// Writes a new question with the tiers it is asked for.
pub(in crate::import_pretix) fn insert_question(
    tx: &Tx<'_>,
    (id, event): (RecordId, RecordId),
    question: &QuestionRecord,
    options_json: &str,
    tiers: &[RecordId],
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_QUESTION,
        params![
            id.bytes(),
            event.bytes(),
            question.identifier,
            question.question,
            question.answer_kind,
            question.is_required,
            question.is_asked_at_door,
            options_json,
            question.position,
            tx.now_micros(),
            tx.actor(),
        ],
    )?;
    insert_question_tiers(tx, id, tiers)
}

/// Takes over everything about a question but its identifier.
pub(in crate::import_pretix) fn update_question(
    tx: &Tx<'_>,
    id: RecordId,
    question: &QuestionRecord,
    options_json: &str,
    tiers: &[RecordId],
) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE_QUESTION,
        params![
            id.bytes(),
            question.question,
            question.answer_kind,
            question.is_required,
            question.is_asked_at_door,
            options_json,
            question.position,
            tx.now_micros(),
            tx.actor(),
        ],
    )?;
    tx.execute(CLEAR_QUESTION_TIERS, params![id.bytes()])?;
    insert_question_tiers(tx, id, tiers)
}

fn insert_question_tiers(tx: &Tx<'_>, id: RecordId, tiers: &[RecordId]) -> Result<(), Fault> {
    for tier in tiers {
        tx.execute_one(INSERT_QUESTION_TIER, params![id.bytes(), tier.bytes(), tx.now_micros()])?;
    }
    Ok(())
}

/// When a question was last changed.
pub(in crate::import_pretix) fn question_updated_at(
    view: &View<'_>,
    id: RecordId,
) -> Result<Timestamp, Fault> {
    view.one(QUESTION_UPDATED_AT, params![id.bytes()], |row| row.at("updated_at"))
}

/// What a scan points at here.
#[derive(Debug, Clone, Copy)]
pub(in crate::import_pretix) struct ScanLinks {
    /// Event.
    pub(in crate::import_pretix) event: RecordId,
    /// List.
    pub(in crate::import_pretix) list: RecordId,
    /// Gate.
    pub(in crate::import_pretix) gate: Option<RecordId>,
    /// Ticket.
    pub(in crate::import_pretix) ticket: Option<RecordId>,
}

/// Appends a past scan with its own times.
pub(in crate::import_pretix) fn insert_scan(
    tx: &Tx<'_>,
    id: RecordId,
    links: ScanLinks,
    scan: &ScanRecord,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_SCAN,
        params![
            id.bytes(),
            links.event.bytes(),
            links.list.bytes(),
            links.gate.map(|gate| gate.bytes()),
            links.ticket.map(|ticket| ticket.bytes()),
            scan.raw_code,
            scan.direction,
            scan.verdict,
            scan.is_admitted,
            scan.is_forced,
            scan.device,
            to_micros(scan.scanned_at),
            to_micros(scan.recorded_at),
        ],
    )
}

/// Notes a code that no longer opens a door; one that is known already stays as it is.
pub(in crate::import_pretix) fn insert_revoked_code(
    tx: &Tx<'_>,
    (id, event): (RecordId, RecordId),
    code: &str,
    ticket: Option<RecordId>,
    reason: &str,
) -> Result<(), Fault> {
    let ticket = ticket.map(|ticket| ticket.bytes());
    tx.execute(
        INSERT_REVOKED_CODE,
        params![id.bytes(), event.bytes(), code, ticket, reason, tx.now_micros()],
    )?;
    Ok(())
}

/// Writes the public key of codes that another system signed.
pub(in crate::import_pretix) fn insert_key(
    tx: &Tx<'_>,
    (id, event): (RecordId, RecordId),
    hint: [u8; 4],
    key: [u8; 32],
) -> Result<(), Fault> {
    tx.execute_one(INSERT_KEY, params![id.bytes(), event.bytes(), hint, key, tx.now_micros(), tx.actor()])
}
