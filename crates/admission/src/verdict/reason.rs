//! The one line under the verdict: why, in plain words.

use kernel::Timestamp;

use super::{
    AdmissionRequest, Decision, Direction, Effect, History, ListFacts, Subject, TicketFacts, Verdict,
};
use crate::rules::told;

/// One sentence that says why. Times are the event's local times.
#[must_use]
pub fn reason_text(
    decision: &Decision,
    subject: Subject<'_>,
    list: &ListFacts,
    history: &History,
    request: &AdmissionRequest,
) -> String {
    let time = |at: Timestamp| told(at, request.scanned_at, list.zone);
    let ticket = subject.ticket();
    match decision.verdict {
        Verdict::Admit => admitted(decision, request.direction),
        Verdict::AlreadyUsed => already_used(list, history, request),
        Verdict::NotYetValid => window("Valid from", ticket.and_then(|ticket| ticket.valid_from), time),
        Verdict::Expired => window("Valid until", ticket.and_then(|ticket| ticket.valid_until), time),
        Verdict::RuleRefused => match &decision.explanation {
            Some(explanation) => format!("Not by the rules of this list: {}.", explanation.text),
            None => "Not by the rules of this list.".to_owned(),
        },
        Verdict::Refunded
        | Verdict::Void
        | Verdict::Cancelled
        | Verdict::Transferred
        | Verdict::Revoked
        | Verdict::WrongEvent
        | Verdict::WrongTier
        | Verdict::WrongGate
        | Verdict::Unknown
        | Verdict::BadSignature
        | Verdict::Unpaid
        | Verdict::Unapproved
        | Verdict::Blocked
        | Verdict::Ambiguous
        | Verdict::Incomplete => fixed(decision.verdict, ticket).to_owned(),
    }
}

fn fixed(verdict: Verdict, ticket: Option<&TicketFacts>) -> &'static str {
    match verdict {
        Verdict::Admit
        | Verdict::AlreadyUsed
        | Verdict::NotYetValid
        | Verdict::Expired
        | Verdict::RuleRefused => "",
        Verdict::Refunded => "This ticket was paid back.",
        Verdict::Void => "This ticket was voided.",
        Verdict::Cancelled => "The order of this ticket was cancelled or has expired.",
        Verdict::Transferred => "This ticket was passed on. The new holder has the valid code.",
        Verdict::Revoked => "This code was replaced by a new one.",
        Verdict::WrongEvent => "This ticket is for another event.",
        Verdict::WrongTier => "This kind of ticket is not admitted on this list.",
        Verdict::WrongGate => "This ticket is admitted at another gate.",
        Verdict::Unknown => "Nobody knows this code.",
        Verdict::BadSignature => "This code was not signed by the organizer.",
        Verdict::Unpaid => "The order of this ticket is not paid.",
        Verdict::Unapproved => "The order of this ticket waits for approval.",
        Verdict::Blocked => "This ticket is blocked.",
        Verdict::Ambiguous if ticket.is_some() => {
            "Several tickets of this guest fit. Scan the ticket itself."
        }
        Verdict::Ambiguous => "Several tickets fit.",
        Verdict::Incomplete => "Ask the questions first.",
    }
}

fn admitted(decision: &Decision, direction: Direction) -> String {
    if let Effect::Repeated(_) = decision.effect {
        return "The same scan again: counted once.".to_owned();
    }
    let what = match direction {
        Direction::Entry => "Admitted",
        Direction::Exit => "Exit recorded",
    };
    match decision.overruled {
        None => format!("{what}."),
        Some(verdict) => format!("{what} by override against “{}”.", verdict.as_str().replace('_', " ")),
    }
}

fn already_used(list: &ListFacts, history: &History, request: &AdmissionRequest) -> String {
    let Some(entry) = history.first_entry() else { return "Already used.".to_owned() };
    let minutes = (request.scanned_at - entry.at).num_minutes();
    let since = list.zone.local(entry.at).format("%H:%M:%S");
    let ago = if minutes >= 0 { format!(" ({minutes} min ago)") } else { String::new() };
    let place = entry.gate.as_ref().map(|gate| format!(" · {gate}")).unwrap_or_default();
    let by = entry.operator.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
    format!("Already in since {since}{ago}{place}{by}.")
}

fn window(words: &str, end: Option<Timestamp>, time: impl Fn(Timestamp) -> String) -> String {
    end.map_or_else(|| format!("{words} another time."), |end| format!("{words} {}.", time(end)))
}
