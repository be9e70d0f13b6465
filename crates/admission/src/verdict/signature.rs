//! A verdict from the signature alone, for a code whose ticket this device has not heard of yet: sold a minute ago
//! at another till, or by a system whose public keys were imported.
//!
//! Only what the signed text says can be judged: tier, validity window, rules, and what this device has seen of the
//! code itself. The caller vouches that the signature verifies with one of the event's active keys.

use kernel::Timestamp;

use super::{
    AdmissionRequest, Decision, History, ListFacts, OrderStanding, Subject, TicketFacts, TicketStanding,
    decide,
};
use crate::ids::{EventId, TicketId, TierId};

/// What a signed code says about its ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedFacts {
    /// Stands in for the ticket, which has no record here.
    pub ticket: TicketId,
    /// The event whose key signed it.
    pub event: EventId,
    /// Its tier; absent when the signed text names one that this device does not know.
    pub tier: Option<TierId>,
    /// Start of validity, inclusive.
    pub valid_from: Option<Timestamp>,
    /// End of validity, inclusive.
    pub valid_until: Option<Timestamp>,
    /// The code is on the list of replaced codes.
    pub is_revoked: bool,
    /// The code is on the list of blocked codes.
    pub is_blocked: bool,
}

/// Judges a scan by what the signature vouches for; a tier that nobody knows is the wrong tier.
#[must_use]
pub fn decide_by_signature(
    signed: &SignedFacts,
    list: &ListFacts,
    history: &History,
    request: &AdmissionRequest,
) -> Decision {
    const NO_TIER: [u8; 16] = [0; 16];
    let nobody = <TierId as kernel::id::Id>::from_bytes(NO_TIER);
    let facts = TicketFacts {
        ticket: signed.ticket,
        event: signed.event,
        tier: signed.tier.unwrap_or(nobody),
        standing: TicketStanding::Issued,
        order: OrderStanding::Paid,
        is_approval_pending: false,
        is_valid_while_pending: false,
        is_blocked: signed.is_blocked,
        valid_from: signed.valid_from,
        valid_until: signed.valid_until,
    };
    let subject = if signed.is_revoked { Subject::Revoked(&facts) } else { Subject::Ticket(&facts) };
    if signed.tier.is_some() {
        return decide(subject, list, history, &[], request);
    }
    let no_tier_fits =
        ListFacts { tiers: super::TiersCovered::Only(std::collections::BTreeSet::new()), ..list.clone() };
    decide(subject, &no_tier_fits, history, &[], request)
}
