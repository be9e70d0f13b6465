//! What a scanned or typed text means: which stored codes to look for, and what its signature is worth.

use kernel::HumanCode;
use ticketing::signing::{Scanned, SignedTicket};

use super::{EventKeys, pretix_sig1};

/// Most characters that are looked at and kept; a scanner's line may carry anything.
pub(crate) const CHARACTERS_MAX: usize = 512;

/// What a signature is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signature {
    /// The text claims none.
    None,
    /// One of the event's keys made it.
    Good,
    /// It claims one that none of the event's keys made.
    Bad,
}

/// A text, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The text as it goes into the scan log: trimmed, cut, without control characters.
    pub(crate) logged: String,
    /// The code as it stands in the text; the stored code of another system is compared with this.
    pub(crate) literal: String,
    /// The ticket's own code that the text spells or was signed for.
    pub(crate) own: Option<HumanCode>,
    /// What the signature is worth.
    pub(crate) signature: Signature,
}

/// Understands `text` with the keys of the list's event. Never fails: whatever a scanner sends is an answer.
pub(crate) fn read(text: &str, keys: &EventKeys) -> Reading {
    let literal = text.trim();
    let logged: String = literal.chars().filter(|letter| !letter.is_control()).take(CHARACTERS_MAX).collect();
    if literal.len() > CHARACTERS_MAX * 4 || literal.chars().count() > CHARACTERS_MAX {
        return Reading { logged, literal: String::new(), own: None, signature: Signature::None };
    }
    let (own, signature) = match Scanned::read(literal) {
        Scanned::Signed(ticket) => own_signature(&ticket, keys),
        Scanned::Garbled => (None, Signature::Bad),
        Scanned::Human(code, _) => (Some(code), Signature::None),
        Scanned::Foreign(_) | Scanned::Empty | Scanned::TooLong => (None, foreign_signature(literal, keys)),
    };
    Reading { logged, literal: literal.to_owned(), own, signature }
}

/// A code that none of our keys hints at is not forged, it is nobody's.
fn own_signature(ticket: &SignedTicket, keys: &EventKeys) -> (Option<HumanCode>, Signature) {
    let mut hinted = keys.own.iter().filter(|(hint, _)| *hint == ticket.key_hint).peekable();
    if hinted.peek().is_none() {
        return (None, Signature::None);
    }
    if hinted.any(|(_, key)| ticket.is_signed_by(key)) {
        return (Some(ticket.claim.code), Signature::Good);
    }
    (None, Signature::Bad)
}

fn foreign_signature(literal: &str, keys: &EventKeys) -> Signature {
    match pretix_sig1::parse(literal) {
        Some(signed) if signed.is_signed_by_any(&keys.pretix_sig1) => Signature::Good,
        Some(_) if !keys.pretix_sig1.is_empty() => Signature::Bad,
        Some(_) | None => Signature::None,
    }
}
