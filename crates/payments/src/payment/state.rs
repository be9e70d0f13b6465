//! The life of a payment. Pure rules.

use kernel::Refuse;

use crate::stored_words;

stored_words! {
    /// Where a payment stands.
    pub enum PaymentStatus: "payment status" {
        /// Announced, not yet here.
        Created = "created",
        /// The money is here.
        Confirmed = "confirmed",
        /// It was here and was taken back, such as a card payment undone at the terminal.
        Reversed = "reversed",
        /// It never came.
        Cancelled = "cancelled",
    }
}

/// What can happen to a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentAction {
    /// The money arrived.
    Confirm,
    /// The money was taken back.
    Reverse,
    /// Nobody expects it any more.
    Cancel,
}

impl PaymentAction {
    /// Every action.
    pub const ALL: [Self; 3] = [Self::Confirm, Self::Reverse, Self::Cancel];

    const fn done(self) -> &'static str {
        match self {
            Self::Confirm => "confirmed",
            Self::Reverse => "reversed",
            Self::Cancel => "cancelled",
        }
    }
}

/// The payment cannot do that from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a payment that is {from} cannot be {}", action.done())]
pub struct InvalidPaymentTransition {
    /// Where it stands.
    pub from: PaymentStatus,
    /// What was asked.
    pub action: PaymentAction,
}

impl Refuse for InvalidPaymentTransition {
    fn code(&self) -> &'static str {
        "payment_state"
    }
    fn fix(&self) -> String {
        "Look at the order's payments; record a new payment or a refund instead.".to_owned()
    }
}

impl PaymentStatus {
    /// Where `action` leads from here.
    ///
    /// # Errors
    /// When the machine has no such edge.
    pub const fn after(self, action: PaymentAction) -> Result<Self, InvalidPaymentTransition> {
        match (self, action) {
            (Self::Created, PaymentAction::Confirm) => Ok(Self::Confirmed),
            (Self::Created, PaymentAction::Cancel) => Ok(Self::Cancelled),
            (Self::Confirmed, PaymentAction::Reverse) => Ok(Self::Reversed),
            (Self::Created, PaymentAction::Reverse)
            | (Self::Confirmed, PaymentAction::Confirm | PaymentAction::Cancel)
            | (
                Self::Reversed | Self::Cancelled,
                PaymentAction::Confirm | PaymentAction::Reverse | PaymentAction::Cancel,
            ) => Err(InvalidPaymentTransition { from: self, action }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_has_exactly_its_three_edges() {
        let mut edges = Vec::new();
        for from in PaymentStatus::ALL {
            for action in PaymentAction::ALL {
                if let Ok(to) = from.after(action) {
                    edges.push((*from, to));
                }
            }
        }
        assert_eq!(
            edges,
            [
                (PaymentStatus::Created, PaymentStatus::Confirmed),
                (PaymentStatus::Created, PaymentStatus::Cancelled),
                (PaymentStatus::Confirmed, PaymentStatus::Reversed),
            ]
        );
    }

    #[test]
    fn every_state_is_reached_and_only_the_last_two_are_final() {
        for status in PaymentStatus::ALL {
            let leaves = PaymentAction::ALL.iter().any(|action| status.after(*action).is_ok());
            let is_final = matches!(status, PaymentStatus::Reversed | PaymentStatus::Cancelled);
            assert_eq!(leaves, !is_final, "{status}");
        }
    }
}
