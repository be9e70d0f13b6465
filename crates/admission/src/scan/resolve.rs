//! From a code to a decision: find the ticket, read its history, judge.

use kernel::{Fault, Timestamp};
use workspace::View;

use super::{
    AskedQuestion, FirstUse, ScanOutcome, ScannedTicket,
    store::{self, FoundTicket, TicketScans},
};
use crate::{
    code::{Reading, Signature},
    ids::{QuestionId, ScanId, TicketId},
    list::ListAtDoor,
    question::answered_by,
    verdict::{
        AdmissionRequest, Candidate, Chosen, Decision, Direction, Effect, History, Subject, TicketFacts,
        choose, decide, reason_text,
    },
};

/// What was found and decided, before anything is written.
pub(super) struct Judged {
    pub(super) decision: Decision,
    pub(super) ticket: Option<FoundTicket>,
    reason: String,
    history: History,
    attempts: i64,
}

/// What a code led to.
enum Found {
    Nothing,
    RevokedForNobody,
    Revoked(FoundTicket),
    Ambiguous(FoundTicket),
    Ticket(FoundTicket),
}

impl Found {
    fn subject(&self, signature: Signature) -> Subject<'_> {
        match self {
            Self::Nothing if signature == Signature::Bad => Subject::BadSignature,
            Self::Nothing => Subject::Unknown,
            Self::RevokedForNobody => Subject::RevokedForNobody,
            Self::Revoked(ticket) => Subject::Revoked(&ticket.candidate.facts),
            Self::Ambiguous(ticket) => Subject::Ambiguous(&ticket.candidate.facts),
            Self::Ticket(ticket) => Subject::Ticket(&ticket.candidate.facts),
        }
    }

    fn ticket(self) -> Option<FoundTicket> {
        match self {
            Self::Nothing | Self::RevokedForNobody => None,
            Self::Revoked(ticket) | Self::Ambiguous(ticket) | Self::Ticket(ticket) => Some(ticket),
        }
    }
}

/// Judges one scan by what the file says now. Two statements for a known ticket, three with add-ons or questions.
pub(super) fn judge(
    view: &View<'_>,
    list: &ListAtDoor,
    reading: &Reading,
    request: &AdmissionRequest,
) -> Result<Judged, Fault> {
    let found = find(view, list, reading, request)?;
    let subject = found.subject(reading.signature);
    let (scans, answered) = match subject.ticket() {
        None => (TicketScans::default(), Vec::new()),
        Some(ticket) => {
            (store::scans_of(view, ticket.ticket, list.facts.list)?, answered(view, list, ticket)?)
        }
    };
    let history = History::new(scans.passes);
    let decision = decide(subject, &list.facts, &history, &answered, request);
    let reason = reason_text(&decision, subject, &list.facts, &history, request);
    Ok(Judged { decision, reason, history, attempts: scans.attempts, ticket: found.ticket() })
}

fn answered(view: &View<'_>, list: &ListAtDoor, ticket: &TicketFacts) -> Result<Vec<QuestionId>, Fault> {
    let is_asked = list.facts.questions.iter().any(|question| question.tiers.contains(&ticket.tier));
    if is_asked { answered_by(view, ticket.ticket) } else { Ok(Vec::new()) }
}

fn find(
    view: &View<'_>,
    list: &ListAtDoor,
    reading: &Reading,
    request: &AdmissionRequest,
) -> Result<Found, Fault> {
    let (list_id, event) = (list.facts.list, list.facts.event);
    let own = reading.own.as_ref().map(kernel::HumanCode::as_str);
    let mut tickets = store::tickets_by_code(view, list_id, event, &reading.literal, own)?;
    tickets.truncate(1);
    if tickets.first().is_some_and(|ticket| ticket.candidate.facts.event == event) {
        return with_addons(view, list, tickets, request);
    }
    let ticket = match store::revoked_code(view, event, &reading.literal, own)? {
        None => return Ok(tickets.pop().map_or(Found::Nothing, Found::Ticket)),
        Some(replaced) => {
            replaced.map(|ticket| store::ticket_by_id(view, list_id, ticket)).transpose()?.flatten()
        }
    };
    let Some(ticket) = ticket else { return Ok(Found::RevokedForNobody) };
    if !request.is_forced {
        return Ok(Found::Revoked(ticket));
    }
    Ok(match with_addons(view, list, vec![ticket], request)? {
        Found::Ticket(ticket) => Found::Revoked(ticket),
        other @ (Found::Nothing | Found::RevokedForNobody | Found::Revoked(_) | Found::Ambiguous(_)) => other,
    })
}

fn with_addons(
    view: &View<'_>,
    list: &ListAtDoor,
    mut tickets: Vec<FoundTicket>,
    request: &AdmissionRequest,
) -> Result<Found, Fault> {
    if list.facts.matches_addons
        && let Some(main) = tickets.first().map(|ticket| ticket.candidate.facts.ticket)
    {
        tickets.extend(store::addons_of(view, list.facts.list, main)?);
    }
    let candidates: Vec<Candidate> = tickets.iter().map(|ticket| ticket.candidate.clone()).collect();
    let (chosen, is_ambiguous) = match choose(&candidates, &list.facts, request.scanned_at) {
        Chosen::None => return Ok(Found::Nothing),
        Chosen::One(facts) => (facts.ticket, false),
        Chosen::Ambiguous(facts) => (facts.ticket, true),
    };
    let found = tickets.into_iter().find(|ticket| ticket.candidate.facts.ticket == chosen);
    Ok(match found {
        None => Found::Nothing,
        Some(ticket) if is_ambiguous => Found::Ambiguous(ticket),
        Some(ticket) => Found::Ticket(ticket),
    })
}

impl Judged {
    pub(super) fn ticket_id(&self) -> Option<TicketId> {
        self.ticket.as_ref().map(|ticket| ticket.candidate.facts.ticket)
    }

    /// What the door is told. `waiting` counts refusals of this ticket that are not in the log yet.
    pub(super) fn outcome(
        self,
        list: &ListAtDoor,
        request: &AdmissionRequest,
        recorded: Option<ScanId>,
        waiting: i64,
    ) -> ScanOutcome {
        let repeated = match self.decision.effect {
            Effect::Repeated(scan) => Some(scan),
            Effect::Logged | Effect::Postponed => None,
        };
        let is_counted = repeated.is_none();
        let facts = self.ticket.as_ref().map(|ticket| &ticket.candidate.facts);
        let (valid_from, valid_until) =
            facts.map_or((None, None), |facts| (facts.valid_from, facts.valid_until));
        let first_use = self.history.first_entry().map(|pass| FirstUse {
            at: pass.at,
            gate: pass.gate.clone(),
            device: pass.device.clone(),
            operator: pass.operator.clone(),
        });
        let is_inside_now = self.is_inside_after(request.direction, request.scanned_at);
        let questions = self.decision.open_questions.iter().filter_map(|open| asked(list, *open)).collect();
        ScanOutcome {
            scan_id: recorded.or(repeated),
            verdict: self.decision.verdict,
            is_admitted: self.decision.is_admitted(),
            is_forced: self.decision.is_forced(),
            is_repeated: repeated.is_some(),
            direction: request.direction,
            reason_text: self.reason,
            first_use,
            attempts: self.attempts + waiting + i64::from(is_counted),
            needs_attention: self.ticket.as_ref().is_some_and(|ticket| ticket.needs_attention),
            door_note: self.ticket.as_ref().map_or_else(String::new, |ticket| ticket.door_note.clone()),
            ticket: self.ticket.map(|ticket| shown(ticket, is_inside_now)),
            questions,
            valid_from,
            valid_until,
            scanned_at: request.scanned_at,
        }
    }

    fn is_inside_after(&self, direction: Direction, at: Timestamp) -> bool {
        let is_newest = self.history.latest().is_none_or(|latest| latest.at <= at);
        if self.decision.is_admitted() && self.decision.effect == Effect::Logged && is_newest {
            direction == Direction::Entry
        } else {
            self.history.is_inside()
        }
    }
}

fn shown(ticket: FoundTicket, is_inside: bool) -> ScannedTicket {
    let facts = ticket.candidate.facts;
    ScannedTicket {
        id: facts.ticket,
        code: ticket.code,
        tier_id: facts.tier,
        tier_name: ticket.tier_name,
        badge_label: ticket.badge_label,
        holder_name: ticket.holder_name,
        order_code: ticket.order_code,
        serial: ticket.serial,
        event_id: facts.event,
        event_title: ticket.event_title,
        event_starts_at: ticket.event_starts_at,
        order_size: ticket.order_size,
        order_inside: ticket.others_inside + i64::from(is_inside),
    }
}

fn asked(list: &ListAtDoor, open: QuestionId) -> Option<AskedQuestion> {
    let question = list.facts.questions.iter().find(|question| question.question == open)?;
    Some(AskedQuestion {
        id: question.question,
        identifier: question.identifier.clone(),
        question: question.text.clone(),
        answer_kind: question.kind,
        is_required: question.is_required,
        options: question.options.clone(),
    })
}
