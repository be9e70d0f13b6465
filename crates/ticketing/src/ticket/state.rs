//! The life of a ticket. That it was used is a fact of the scan log, not a state. Pure rules.

use kernel::Refuse;
use payments::stored_words;

stored_words! {
    /// Where a ticket stands.
    pub enum TicketStatus: "ticket status" {
        /// It opens the door.
        Issued = "issued",
        /// It was replaced by another under a new code.
        Transferred = "transferred",
        /// Its money went back.
        Refunded = "refunded",
        /// It was withdrawn.
        Void = "void",
    }
}

/// What can happen to a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketAction {
    /// Replace it by another under a new code.
    Replace,
    /// Give its money back.
    Refund,
    /// Withdraw it.
    Void,
    /// Change it without ending it: block, unblock, validity, tier.
    Change,
}

impl TicketAction {
    /// Every action.
    pub const ALL: [Self; 4] = [Self::Replace, Self::Refund, Self::Void, Self::Change];

    const fn done(self) -> &'static str {
        match self {
            Self::Replace => "replaced",
            Self::Refund => "refunded",
            Self::Void => "withdrawn",
            Self::Change => "changed",
        }
    }
}

/// The ticket cannot do that from where it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("ticket {code} is {}, so it cannot be {}", from.spoken(), action.done())]
pub struct InvalidTicketTransition {
    /// The ticket.
    pub code: String,
    /// Where it stands.
    pub from: TicketStatus,
    /// What was asked.
    pub action: TicketAction,
}

impl Refuse for InvalidTicketTransition {
    fn code(&self) -> &'static str {
        match self.from {
            TicketStatus::Issued => "ticket_state",
            TicketStatus::Transferred => "ticket_transferred",
            TicketStatus::Refunded => "ticket_refunded",
            TicketStatus::Void => "ticket_void",
        }
    }
    fn fix(&self) -> String {
        match self.from {
            TicketStatus::Issued => "Look at the ticket again.".to_owned(),
            TicketStatus::Transferred => "Use the ticket that took its place.".to_owned(),
            TicketStatus::Refunded => "Nothing is left to do: its money went back.".to_owned(),
            TicketStatus::Void => "Sell a new ticket; this one was withdrawn for good.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        Some("ticket".to_owned())
    }
}

impl TicketStatus {
    /// The status as a sentence says it.
    #[must_use]
    pub const fn spoken(self) -> &'static str {
        match self {
            Self::Issued => "valid",
            Self::Transferred => "replaced by another ticket",
            Self::Refunded => "refunded already",
            Self::Void => "withdrawn",
        }
    }

    /// Where `action` leads the ticket with `code` from here.
    ///
    /// # Errors
    /// When the machine has no such edge.
    pub fn after(self, action: TicketAction, code: &str) -> Result<Self, InvalidTicketTransition> {
        match (self, action) {
            (Self::Issued, TicketAction::Replace) => Ok(Self::Transferred),
            (Self::Issued, TicketAction::Refund) => Ok(Self::Refunded),
            (Self::Issued, TicketAction::Void) => Ok(Self::Void),
            (Self::Issued, TicketAction::Change) => Ok(Self::Issued),
            (
                Self::Transferred | Self::Refunded | Self::Void,
                TicketAction::Replace | TicketAction::Refund | TicketAction::Void | TicketAction::Change,
            ) => Err(InvalidTicketTransition { code: code.to_owned(), from: self, action }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issued_ticket_ends_once_and_for_all() {
        for from in TicketStatus::ALL {
            for action in TicketAction::ALL {
                assert_eq!(
                    from.after(action, "X").is_ok(),
                    *from == TicketStatus::Issued,
                    "{from} {action:?}"
                );
            }
        }
    }

    #[test]
    fn refunding_twice_is_named() {
        let refusal = TicketStatus::Refunded.after(TicketAction::Refund, "4K7QX0AM").unwrap_err();
        assert_eq!(refusal.to_string(), "ticket 4K7QX0AM is refunded already, so it cannot be refunded");
        assert_eq!(refusal.code(), "ticket_refunded");
    }
}
