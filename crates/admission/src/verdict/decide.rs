//! The fixed order of reasons.
//!
//! | # | reason | entry | exit | force admits |
//! |---|---|---|---|---|
//! | 1 | unknown, bad signature | ✓ | ✓ | never |
//! | 2 | revoked code | ✓ | ✓ | yes, if its ticket is known |
//! | 3 | ambiguous | ✓ | ✓ | never |
//! | 4 | wrong event | ✓ | ✓ | never |
//! | 5 | ticket void, refunded, transferred | ✓ | ✓ | never: these are final |
//! | 6 | order refunded, cancelled | ✓ | ✓ | yes |
//! | 7 | blocked | ✓ | ✓ | yes |
//! | 8 | not yet valid, expired (both ends inclusive) | ✓ | – | yes |
//! | 9 | wrong tier | ✓ | ✓ | yes |
//! | 10 | unapproved, unpaid | ✓ | ✓ | yes |
//! | 11 | rules (wrong gate) | ✓ | – | yes |
//! | 12 | incomplete: a question is open | ✓ | – | asks nothing |
//! | 13 | the same scan again (nonce) | ✓ | ✓ | – |
//! | 14 | already used | ✓ | – | yes |
//!
//! A force counts as used only where a reason was overruled. Answers are kept from step 8 on even when a later step
//! refuses: the guest has given them.

use super::{
    AdmissionRequest, Direction, History, ListFacts, OrderStanding, Subject, TicketFacts, TicketStanding,
    Verdict,
};
use crate::{
    ids::{QuestionId, ScanId},
    rules::{Explanation, RuleFacts},
};

/// What a decision leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A line in the scan log.
    Logged,
    /// Nothing: this very scan is in the log already.
    Repeated(ScanId),
    /// Nothing yet: the scan is sent again with the answers.
    Postponed,
}

/// What was decided about one scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// The first reason that the operator overruled; absent when no force was needed.
    pub overruled: Option<Verdict>,
    /// Why the list's rules refused, in words.
    pub explanation: Option<Explanation>,
    /// What the decision leaves behind.
    pub effect: Effect,
    /// Answers to keep; an empty one removes what was kept before.
    pub answers: Vec<(QuestionId, Option<String>)>,
    /// Questions to ask before the guest may enter.
    pub open_questions: Vec<QuestionId>,
}

impl Decision {
    /// Whether the guest may pass.
    #[must_use]
    pub fn is_admitted(&self) -> bool {
        self.verdict == Verdict::Admit
    }

    /// Whether a force was needed.
    #[must_use]
    pub fn is_forced(&self) -> bool {
        self.is_admitted() && self.overruled.is_some()
    }
}

/// Judges one scan. `history` is the ticket's on this list, `answered` the questions it has answered before.
#[must_use]
pub fn decide(
    subject: Subject<'_>,
    list: &ListFacts,
    history: &History,
    answered: &[QuestionId],
    request: &AdmissionRequest,
) -> Decision {
    let mut judge = Judge { request, overruled: None };
    let mut answers = Vec::new();
    let mut open_questions = Vec::new();
    let outcome = judge.run(subject, list, history, |ticket| {
        (answers, open_questions) = question_state(ticket, list, answered, request);
        open_questions.is_empty()
    });
    let (verdict, explanation, effect) = match outcome {
        Ok(effect) => (Verdict::Admit, None, effect),
        Err(Stop { verdict: Verdict::Incomplete, .. }) => (Verdict::Incomplete, None, Effect::Postponed),
        Err(Stop { verdict, explanation }) => (verdict, explanation, Effect::Logged),
    };
    if verdict != Verdict::Incomplete {
        open_questions.clear();
    }
    let overruled = if verdict == Verdict::Admit { judge.overruled } else { None };
    Decision { verdict, overruled, explanation, effect, answers, open_questions }
}

/// A reason that ends the judging.
struct Stop {
    verdict: Verdict,
    explanation: Option<Explanation>,
}

impl From<Verdict> for Stop {
    fn from(verdict: Verdict) -> Self {
        Self { verdict, explanation: None }
    }
}

struct Judge<'a> {
    request: &'a AdmissionRequest,
    overruled: Option<Verdict>,
}

impl Judge<'_> {
    fn run(
        &mut self,
        subject: Subject<'_>,
        list: &ListFacts,
        history: &History,
        mut has_answers: impl FnMut(&TicketFacts) -> bool,
    ) -> Result<Effect, Stop> {
        let ticket = self.settle_subject(subject)?;
        if ticket.event != list.event {
            return Err(Verdict::WrongEvent.into());
        }
        self.check_standing(ticket)?;
        if ticket.is_blocked {
            self.refuse(Verdict::Blocked)?;
        }
        let is_entry = self.request.direction == Direction::Entry;
        let mut is_answered = true;
        if is_entry {
            self.check_window(ticket)?;
            is_answered = has_answers(ticket);
        }
        if !list.tiers.covers(ticket.tier) {
            self.refuse(Verdict::WrongTier)?;
        }
        self.check_payment(ticket, list)?;
        if is_entry {
            self.check_rules(ticket, list, history)?;
        }
        if !is_answered && !self.request.is_forced && self.request.can_ask {
            return Err(Verdict::Incomplete.into());
        }
        let repeated = self
            .request
            .nonce
            .as_deref()
            .and_then(|nonce| history.repeated(nonce, self.request.direction, &self.request.device));
        if let Some(pass) = repeated {
            self.overruled = None;
            return Ok(Effect::Repeated(pass.scan));
        }
        if is_entry && !may_enter(list, history) {
            self.refuse(Verdict::AlreadyUsed)?;
        }
        Ok(Effect::Logged)
    }

    /// Stops with `verdict`, or notes that the operator overruled it.
    fn refuse(&mut self, verdict: Verdict) -> Result<(), Stop> {
        self.refuse_because(verdict.into())
    }

    fn refuse_because(&mut self, stop: Stop) -> Result<(), Stop> {
        if !self.request.is_forced {
            return Err(stop);
        }
        self.overruled.get_or_insert(stop.verdict);
        Ok(())
    }

    fn settle_subject<'t>(&mut self, subject: Subject<'t>) -> Result<&'t TicketFacts, Stop> {
        match subject {
            Subject::Unknown => Err(Verdict::Unknown.into()),
            Subject::BadSignature => Err(Verdict::BadSignature.into()),
            Subject::RevokedForNobody => Err(Verdict::Revoked.into()),
            Subject::Ambiguous(_) => Err(Verdict::Ambiguous.into()),
            Subject::Revoked(ticket) => {
                self.refuse(Verdict::Revoked)?;
                Ok(ticket)
            }
            Subject::Ticket(ticket) => Ok(ticket),
        }
    }

    fn check_standing(&mut self, ticket: &TicketFacts) -> Result<(), Stop> {
        match ticket.standing {
            TicketStanding::Issued => {}
            TicketStanding::Transferred => return Err(Verdict::Transferred.into()),
            TicketStanding::Refunded => return Err(Verdict::Refunded.into()),
            TicketStanding::Void => return Err(Verdict::Void.into()),
        }
        match ticket.order {
            OrderStanding::Paid | OrderStanding::Pending => Ok(()),
            OrderStanding::Refunded => self.refuse(Verdict::Refunded),
            OrderStanding::Cancelled => self.refuse(Verdict::Cancelled),
        }
    }

    fn check_window(&mut self, ticket: &TicketFacts) -> Result<(), Stop> {
        let at = self.request.scanned_at;
        if ticket.valid_from.is_some_and(|from| at < from) {
            self.refuse(Verdict::NotYetValid)?;
        }
        if ticket.valid_until.is_some_and(|until| at > until) {
            self.refuse(Verdict::Expired)?;
        }
        Ok(())
    }

    fn check_payment(&mut self, ticket: &TicketFacts, list: &ListFacts) -> Result<(), Stop> {
        if ticket.order == OrderStanding::Paid {
            return Ok(());
        }
        if ticket.is_approval_pending {
            return self.refuse(Verdict::Unapproved);
        }
        let is_let_in_unpaid =
            ticket.order == OrderStanding::Pending && list.includes_pending && self.request.ignores_unpaid;
        if ticket.is_valid_while_pending || is_let_in_unpaid {
            return Ok(());
        }
        self.refuse(Verdict::Unpaid)
    }

    fn check_rules(&mut self, ticket: &TicketFacts, list: &ListFacts, history: &History) -> Result<(), Stop> {
        let Some(rule) = &list.rule else { return Ok(()) };
        let facts = RuleFacts {
            scanned_at: self.request.scanned_at,
            zone: list.zone,
            dates: list.dates,
            tier: ticket.tier,
            gate: self.request.gate,
            history,
        };
        if rule.permits(&facts) {
            return Ok(());
        }
        let explanation = rule.explain(&facts);
        let is_only_the_gate = explanation.as_ref().is_some_and(|explanation| explanation.is_only_the_gate);
        let verdict = if is_only_the_gate { Verdict::WrongGate } else { Verdict::RuleRefused };
        self.refuse_because(Stop { verdict, explanation })
    }
}

fn may_enter(list: &ListFacts, history: &History) -> bool {
    list.allows_multiple_entries
        || history.entries().next().is_none()
        || (list.allows_reentry_after_exit && !history.is_inside())
}

type QuestionState = (Vec<(QuestionId, Option<String>)>, Vec<QuestionId>);

/// The answers to keep and the questions still open for a ticket's entry.
fn question_state(
    ticket: &TicketFacts,
    list: &ListFacts,
    answered: &[QuestionId],
    request: &AdmissionRequest,
) -> QuestionState {
    let mut kept = Vec::new();
    let mut open = Vec::new();
    for question in list.questions.iter().filter(|question| question.tiers.contains(&ticket.tier)) {
        let accepted = request.answers.get(&question.question).and_then(|given| question.accept(given));
        match accepted {
            Some(answer) => kept.push((question.question, answer)),
            None if answered.contains(&question.question) => {}
            None => open.push(question.question),
        }
    }
    (kept, open)
}
