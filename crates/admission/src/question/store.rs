//! The SQL of questions and answers.

use std::collections::BTreeMap;

use kernel::{Fault, id::Id};
use workspace::{Tx, View, params};

use crate::{
    ids::{EventId, QuestionId, TicketId, TierId},
    verdict::DoorQuestion,
};

kernel::id_type!(AnswerId, "answer", "Names one answer of a guest.");

const ASKED_AT_DOOR: &str = "
    select id, question, identifier, answer_kind, is_required, options_json
    from door_questions
    where event_id = ?1 and is_asked_at_door = 1 and deleted_at is null
    order by position, id";
const TIERS_ASKED: &str = "
    select asked.question_id, asked.tier_id
    from door_question_tiers asked
    join door_questions question on question.id = asked.question_id
    where question.event_id = ?1 and question.deleted_at is null
    order by asked.question_id, asked.tier_id";
const ANSWERED: &str = "
    select question_id
    from door_answers
    where ticket_id = ?1 and deleted_at is null
    order by question_id";
const REPLACE: &str = "
    update door_answers
    set answer = ?3, updated_at = ?4, updated_by_user_id = ?5, version = version + 1
    where question_id = ?1 and ticket_id = ?2 and deleted_at is null";
const INSERT: &str = "
    insert into door_answers
      (id, question_id, ticket_id, answer, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)";
const REMOVE: &str = "
    update door_answers
    set deleted_at = ?3, deleted_by_user_id = ?4, updated_at = ?3, updated_by_user_id = ?4, version = version + 1
    where question_id = ?1 and ticket_id = ?2 and deleted_at is null";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[ASKED_AT_DOOR, TIERS_ASKED, ANSWERED, REPLACE, INSERT, REMOVE];

/// The questions asked at the door of an event, in the order of asking.
pub(crate) fn questions_of(view: &View<'_>, event: EventId) -> Result<Vec<DoorQuestion>, Fault> {
    let mut tiers: BTreeMap<QuestionId, Vec<TierId>> = BTreeMap::new();
    view.each(TIERS_ASKED, params![event.bytes()], |row| {
        tiers.entry(row.id("question_id")?).or_default().push(row.id("tier_id")?);
        Ok(())
    })?;
    view.all(ASKED_AT_DOOR, params![event.bytes()], |row| {
        let question = row.id("id")?;
        Ok(DoorQuestion {
            question,
            identifier: row.text("identifier")?,
            text: row.text("question")?,
            kind: row.parsed("answer_kind")?,
            is_required: row.flag("is_required")?,
            tiers: tiers.remove(&question).unwrap_or_default(),
            options: row.json("options_json")?,
        })
    })
}

/// The questions that a ticket's holder has answered.
pub(crate) fn answered_by(view: &View<'_>, ticket: TicketId) -> Result<Vec<QuestionId>, Fault> {
    view.all(ANSWERED, params![ticket.bytes()], |row| row.id("question_id"))
}

/// Keeps an answer, in place of an earlier one to the same question. An answer may be empty: left open on purpose.
pub(crate) fn keep_answer(
    tx: &Tx<'_>,
    question: QuestionId,
    ticket: TicketId,
    answer: &str,
) -> Result<(), Fault> {
    let (question, ticket) = (question.bytes(), ticket.bytes());
    if tx.execute(REPLACE, params![question, ticket, answer, tx.now_micros(), tx.actor()])? > 0 {
        return Ok(());
    }
    let id: AnswerId = tx.new_id()?;
    tx.execute_one(INSERT, params![id.bytes(), question, ticket, answer, tx.now_micros(), tx.actor()])
}

/// Takes an answer back.
pub(crate) fn remove_answer(tx: &Tx<'_>, question: QuestionId, ticket: TicketId) -> Result<(), Fault> {
    tx.execute(REMOVE, params![question.bytes(), ticket.bytes(), tx.now_micros(), tx.actor()])?;
    Ok(())
}
