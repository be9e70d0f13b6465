//! Which ticket a code means. A code belongs to one ticket; on a list that matches add-ons it also stands for the
//! add-ons bought with that ticket.

use kernel::Timestamp;

use super::{ListFacts, TicketFacts, TicketStanding};

/// A ticket that the code leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The ticket.
    pub facts: TicketFacts,
    /// The code is the ticket's own; otherwise it is the code of the ticket that this one was added to.
    pub is_own_code: bool,
}

/// The ticket that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen<'a> {
    /// No ticket.
    None,
    /// This one.
    One(&'a TicketFacts),
    /// Several fit; this is the first.
    Ambiguous(&'a TicketFacts),
}

/// Picks the ticket that is meant on `list` at `at`. Candidates come main ticket first, then add-ons in serial order.
///
/// Tickets that no longer stand are out of the running as long as another one stands. Where several are left, the
/// list's tiers decide, then the validity windows (both ends exclusive here: a window that touches the moment does
/// not tell candidates apart). If none fits, the first is judged, so that the guest hears a reason and not "unknown".
#[must_use]
pub fn choose<'a>(candidates: &'a [Candidate], list: &ListFacts, at: Timestamp) -> Chosen<'a> {
    let reachable: Vec<&TicketFacts> = candidates
        .iter()
        .filter(|candidate| candidate.is_own_code || list.matches_addons)
        .map(|candidate| &candidate.facts)
        .collect();
    let standing: Vec<&TicketFacts> =
        reachable.iter().copied().filter(|facts| facts.standing == TicketStanding::Issued).collect();
    let in_question = if standing.is_empty() { reachable } else { standing };
    let (first, others) = match in_question.as_slice() {
        [] => return Chosen::None,
        [first, others @ ..] => (*first, others),
    };
    if others.is_empty() {
        return Chosen::One(first);
    }
    let mut fitting: Vec<&TicketFacts> = in_question
        .iter()
        .copied()
        .filter(|facts| facts.event == list.event && list.tiers.covers(facts.tier))
        .collect();
    if fitting.len() > 1 {
        fitting.retain(|facts| {
            facts.valid_from.is_none_or(|from| from < at) && facts.valid_until.is_none_or(|until| until > at)
        });
    }
    match fitting.as_slice() {
        [] => Chosen::One(first),
        [only] => Chosen::One(only),
        [_, _, ..] => Chosen::Ambiguous(first),
    }
}
