//! The life of a transfer. Pure rules; every edge is here.

use kernel::Refuse;
use payments::stored_words;

stored_words! {
    /// Where a transfer stands.
    pub enum TransferStatus: "transfer status" {
        /// The token is waited for.
        Pending = "pending",
        /// The ticket was taken over.
        Completed = "completed",
        /// It was called off; the ticket stays where it is.
        Cancelled = "cancelled",
        /// Nobody came in time; the ticket stays where it is.
        Expired = "expired",
    }
}

/// What can happen to a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferAction {
    /// Take the ticket over.
    Complete,
    /// Call it off.
    Cancel,
    /// Its time is up.
    Expire,
}

impl TransferAction {
    /// Every action.
    pub const ALL: [Self; 3] = [Self::Complete, Self::Cancel, Self::Expire];

    const fn done(self) -> &'static str {
        match self {
            Self::Complete => "accepted",
            Self::Cancel => "cancelled",
            Self::Expire => "ended",
        }
    }
}

/// The transfer cannot do that from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a transfer that is {from} cannot be {}", action.done())]
pub struct InvalidTransferTransition {
    /// Where it stands.
    pub from: TransferStatus,
    /// What was asked.
    pub action: TransferAction,
}

impl Refuse for InvalidTransferTransition {
    fn code(&self) -> &'static str {
        "transfer_state"
    }
    fn fix(&self) -> String {
        "Start a new transfer of the ticket.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("transfer".to_owned())
    }
}

impl TransferStatus {
    /// Where `action` leads from here.
    ///
    /// # Errors
    /// When the machine has no such edge: only a pending transfer goes anywhere.
    pub const fn after(self, action: TransferAction) -> Result<Self, InvalidTransferTransition> {
        match (self, action) {
            (Self::Pending, TransferAction::Complete) => Ok(Self::Completed),
            (Self::Pending, TransferAction::Cancel) => Ok(Self::Cancelled),
            (Self::Pending, TransferAction::Expire) => Ok(Self::Expired),
            (
                Self::Completed | Self::Cancelled | Self::Expired,
                TransferAction::Complete | TransferAction::Cancel | TransferAction::Expire,
            ) => Err(InvalidTransferTransition { from: self, action }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pending_transfer_ends_in_one_of_three_ways_and_never_twice() {
        for action in TransferAction::ALL {
            let next = TransferStatus::Pending.after(action).unwrap();
            assert!(TransferAction::ALL.into_iter().all(|again| next.after(again).is_err()), "{next}");
        }
    }
}
