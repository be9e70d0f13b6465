//! The values a verdict is made from: the ticket, the list, the request.

use std::collections::BTreeSet;

use kernel::{Timestamp, Zone};

use super::{Direction, DoorQuestion, GivenAnswers};
use crate::{
    ids::{CheckinListId, EventId, GateId, TicketId, TierId},
    rules::{EventDates, Rule},
};

/// Whether a ticket still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketStanding {
    /// It does.
    Issued,
    /// It was passed on under a new code.
    Transferred,
    /// It was paid back.
    Refunded,
    /// It was voided.
    Void,
}

/// How the ticket's order stands, as far as a door cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderStanding {
    /// Paid, perhaps with some tickets refunded since.
    Paid,
    /// Not paid yet.
    Pending,
    /// Paid back as a whole.
    Refunded,
    /// Cancelled, or expired before it was paid.
    Cancelled,
}

/// What is known about a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketFacts {
    /// The ticket.
    pub ticket: TicketId,
    /// The event it admits to.
    pub event: EventId,
    /// Its tier.
    pub tier: TierId,
    /// Whether it still stands.
    pub standing: TicketStanding,
    /// How its order stands.
    pub order: OrderStanding,
    /// The order waits for someone's approval.
    pub is_approval_pending: bool,
    /// The order admits although it is pending.
    pub is_valid_while_pending: bool,
    /// Somebody blocked the ticket.
    pub is_blocked: bool,
    /// Entry is allowed from here on, this moment included.
    pub valid_from: Option<Timestamp>,
    /// Entry is allowed up to here, this moment included.
    pub valid_until: Option<Timestamp>,
}

/// Which tiers a list admits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TiersCovered {
    /// Every tier of the event.
    All,
    /// These; none when empty.
    Only(BTreeSet<TierId>),
}

impl TiersCovered {
    /// Whether the list admits `tier`.
    #[must_use]
    pub fn covers(&self, tier: TierId) -> bool {
        match self {
            Self::All => true,
            Self::Only(tiers) => tiers.contains(&tier),
        }
    }
}

/// A check-in list, ready to judge by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFacts {
    /// The list.
    pub list: CheckinListId,
    /// Its event.
    pub event: EventId,
    /// The event's zone.
    pub zone: Zone,
    /// The event's dates.
    pub dates: EventDates,
    /// Which tiers it admits.
    pub tiers: TiersCovered,
    /// A ticket may enter any number of times.
    pub allows_multiple_entries: bool,
    /// A ticket may enter again after it was scanned out.
    pub allows_reentry_after_exit: bool,
    /// Unpaid tickets may enter when the operator says so scan by scan.
    pub includes_pending: bool,
    /// The code of a main ticket stands for its add-on on this list.
    pub matches_addons: bool,
    /// Further conditions on an entry.
    pub rule: Option<Rule>,
    /// Questions asked at the door on this event.
    pub questions: Vec<DoorQuestion>,
}

/// One scan, as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmissionRequest {
    /// When the guest stood at the door.
    pub scanned_at: Timestamp,
    /// Which way.
    pub direction: Direction,
    /// Where.
    pub gate: Option<GateId>,
    /// The scanning device; empty when it does not say.
    pub device: String,
    /// The scanning app's own mark of this scan: the same scan sent twice is one record.
    pub nonce: Option<String>,
    /// Admit against the verdict where that is possible.
    pub is_forced: bool,
    /// Let an unpaid ticket enter if the list includes pending orders.
    pub ignores_unpaid: bool,
    /// The guest's answers to questions of the list.
    pub answers: GivenAnswers,
    /// The scanning app can ask questions; otherwise none are required.
    pub can_ask: bool,
}

/// The ticket that a code led to.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// Nobody knows the code.
    Unknown,
    /// The code says that it is signed by us and is not.
    BadSignature,
    /// The code was replaced; the ticket it used to open for.
    Revoked(&'a TicketFacts),
    /// The code was replaced, and nobody noted which ticket it used to open for.
    RevokedForNobody,
    /// Several tickets fit; the first of them.
    Ambiguous(&'a TicketFacts),
    /// The ticket.
    Ticket(&'a TicketFacts),
}

impl<'a> Subject<'a> {
    /// The ticket found, if any.
    #[must_use]
    pub fn ticket(self) -> Option<&'a TicketFacts> {
        match self {
            Self::Unknown | Self::BadSignature | Self::RevokedForNobody => None,
            Self::Revoked(ticket) | Self::Ambiguous(ticket) | Self::Ticket(ticket) => Some(ticket),
        }
    }
}
