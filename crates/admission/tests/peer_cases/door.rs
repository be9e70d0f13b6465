//! A small door: one event in Berlin, lists and tickets by number, and a log that remembers.

use std::collections::BTreeSet;

use admission::{
    ids::{CheckinListId, EventId, GateId, QuestionId, ScanId, TicketId, TierId},
    rules::EventDates,
    verdict::{
        AdmissionRequest, Decision, Direction, Effect, GivenAnswers, History, ListFacts, OrderStanding, Pass,
        Subject, TicketFacts, TicketStanding, TiersCovered, Verdict, decide,
    },
};
use kernel::{Timestamp, Zone, id::Id};

pub(crate) fn id<I: Id>(number: u8) -> I {
    I::from_bytes([number; 16])
}

pub(crate) fn berlin() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

/// A moment: local in Berlin (`2020-01-01T12:00`) or with its own offset (`…Z`).
pub(crate) fn at(text: &str) -> Timestamp {
    berlin().parse(text).unwrap()
}

pub(crate) fn tier() -> TierId {
    id(1)
}

pub(crate) fn ticket() -> TicketFacts {
    TicketFacts {
        ticket: id::<TicketId>(1),
        event: id::<EventId>(1),
        tier: tier(),
        standing: TicketStanding::Issued,
        order: OrderStanding::Paid,
        is_approval_pending: false,
        is_valid_while_pending: false,
        is_blocked: false,
        valid_from: None,
        valid_until: None,
    }
}

pub(crate) fn list() -> ListFacts {
    ListFacts {
        list: id::<CheckinListId>(1),
        event: id::<EventId>(1),
        zone: berlin(),
        dates: EventDates {
            starts_at: at("2020-01-01T12:00"),
            ends_at: at("2020-01-01T20:00"),
            doors_at: None,
        },
        tiers: TiersCovered::Only(BTreeSet::from([tier()])),
        allows_multiple_entries: false,
        allows_reentry_after_exit: true,
        includes_pending: false,
        matches_addons: false,
        rule: None,
        questions: Vec::new(),
    }
}

pub(crate) fn entry(moment: &str) -> AdmissionRequest {
    AdmissionRequest {
        scanned_at: at(moment),
        direction: Direction::Entry,
        gate: None,
        device: "door 1".to_owned(),
        nonce: None,
        is_forced: false,
        ignores_unpaid: false,
        answers: GivenAnswers::new(),
        can_ask: true,
    }
}

pub(crate) fn exit(moment: &str) -> AdmissionRequest {
    AdmissionRequest { direction: Direction::Exit, ..entry(moment) }
}

pub(crate) fn forced(request: AdmissionRequest) -> AdmissionRequest {
    AdmissionRequest { is_forced: true, ..request }
}

pub(crate) fn with_gate(request: AdmissionRequest, gate: GateId) -> AdmissionRequest {
    AdmissionRequest { gate: Some(gate), ..request }
}

pub(crate) fn with_nonce(request: AdmissionRequest, nonce: &str) -> AdmissionRequest {
    AdmissionRequest { nonce: Some(nonce.to_owned()), ..request }
}

/// What a single scan of a fresh ticket is told.
pub(crate) fn told(ticket: &TicketFacts, list: &ListFacts, request: &AdmissionRequest) -> Verdict {
    decide(Subject::Ticket(ticket), list, &History::default(), &[], request).verdict
}

/// A log of one ticket on one list.
pub(crate) struct Log {
    pub(crate) passes: Vec<Pass>,
    pub(crate) answered: Vec<QuestionId>,
    pub(crate) forced: Vec<bool>,
}

impl Log {
    pub(crate) fn new() -> Self {
        Self { passes: Vec::new(), answered: Vec::new(), forced: Vec::new() }
    }

    pub(crate) fn scan(
        &mut self,
        ticket: &TicketFacts,
        list: &ListFacts,
        request: &AdmissionRequest,
    ) -> Decision {
        let history = History::new(self.passes.clone());
        let decision = decide(Subject::Ticket(ticket), list, &history, &self.answered, request);
        self.answered.extend(decision.answers.iter().map(|(question, _)| *question));
        if decision.is_admitted() && decision.effect == Effect::Logged {
            self.forced.push(decision.is_forced());
            self.passes.push(Pass {
                scan: id::<ScanId>(u8::try_from(self.passes.len()).unwrap()),
                direction: request.direction,
                at: request.scanned_at,
                nonce: request.nonce.clone(),
                device: request.device.clone(),
                gate: None,
                operator: None,
            });
        }
        decision
    }

    /// The verdicts of several scans of the same ticket, one after the other.
    pub(crate) fn told(&mut self, list: &ListFacts, requests: &[AdmissionRequest]) -> Vec<Verdict> {
        requests.iter().map(|request| self.scan(&ticket(), list, request).verdict).collect()
    }
}
