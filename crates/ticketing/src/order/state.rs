//! The life of an order. Pure rules; every edge is here.
//!
//! ```text
//! pending ──pay──▶ paid ──refund part──▶ partially_refunded ──refund rest──▶ refunded
//!    │                └───────────────────refund rest──────────────────────────▲
//!    ├──cancel──▶ cancelled ──reactivate──▶ pending | paid
//!    └──expire──▶ expired   ──reactivate──▶ pending | paid
//! ```

use kernel::Refuse;
use payments::stored_words;

stored_words! {
    /// Where an order stands.
    pub enum OrderStatus: "order status" {
        /// Ordered, not paid.
        Pending = "pending",
        /// Paid in full.
        Paid = "paid",
        /// Some of its tickets were refunded.
        PartiallyRefunded = "partially_refunded",
        /// All of its tickets were refunded.
        Refunded = "refunded",
        /// Called off before it was paid.
        Cancelled = "cancelled",
        /// Not paid in time.
        Expired = "expired",
    }
}

/// What can happen to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderAction {
    /// The money arrived.
    Pay,
    /// Some of its tickets are refunded; others stay.
    RefundPart,
    /// The last of its tickets are refunded.
    RefundRest,
    /// It is called off before it was paid.
    Cancel,
    /// Its time to pay is up.
    Expire,
    /// It is taken up again, still unpaid.
    ReactivateUnpaid,
    /// It is taken up again by paying it.
    ReactivatePaid,
}

impl OrderAction {
    /// Every action.
    pub const ALL: [Self; 7] = [
        Self::Pay,
        Self::RefundPart,
        Self::RefundRest,
        Self::Cancel,
        Self::Expire,
        Self::ReactivateUnpaid,
        Self::ReactivatePaid,
    ];

    const fn done(self) -> &'static str {
        match self {
            Self::Pay => "paid",
            Self::RefundPart | Self::RefundRest => "refunded",
            Self::Cancel => "cancelled",
            Self::Expire => "expired",
            Self::ReactivateUnpaid | Self::ReactivatePaid => "taken up again",
        }
    }
}

/// The order cannot do that from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an order that is {} cannot be {}", from.spoken(), action.done())]
pub struct InvalidOrderTransition {
    /// Where it stands.
    pub from: OrderStatus,
    /// What was asked.
    pub action: OrderAction,
}

impl Refuse for InvalidOrderTransition {
    fn code(&self) -> &'static str {
        "order_state"
    }
    fn fix(&self) -> String {
        match self.from {
            OrderStatus::Pending => "Take the payment first, or cancel the order.".to_owned(),
            OrderStatus::Paid | OrderStatus::PartiallyRefunded => "Refund its tickets instead.".to_owned(),
            OrderStatus::Refunded => "Sell again; nothing of this order is left.".to_owned(),
            OrderStatus::Cancelled | OrderStatus::Expired => {
                "Take the order up again, or sell anew.".to_owned()
            }
        }
    }
    fn field(&self) -> Option<String> {
        Some("order".to_owned())
    }
}

/// Where the places of an order's tickets stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Sold.
    Issued,
    /// Kept until it is paid.
    Held,
    /// Not kept.
    Free,
}

impl OrderStatus {
    /// The status as a sentence says it.
    #[must_use]
    pub const fn spoken(self) -> &'static str {
        match self {
            Self::Pending => "not paid yet",
            Self::Paid => "paid",
            Self::PartiallyRefunded => "partly refunded",
            Self::Refunded => "refunded",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }

    /// Where the places of its living tickets stand.
    #[must_use]
    pub const fn places(self) -> Places {
        match self {
            Self::Paid | Self::PartiallyRefunded | Self::Refunded => Places::Issued,
            Self::Pending => Places::Held,
            Self::Cancelled | Self::Expired => Places::Free,
        }
    }

    /// Where `action` leads from here.
    ///
    /// # Errors
    /// When the machine has no such edge.
    pub const fn after(self, action: OrderAction) -> Result<Self, InvalidOrderTransition> {
        use OrderAction as Do;
        let next = match (self, action) {
            (Self::Pending, Do::Pay) | (Self::Cancelled | Self::Expired, Do::ReactivatePaid) => Self::Paid,
            (Self::Paid | Self::PartiallyRefunded, Do::RefundPart) => Self::PartiallyRefunded,
            (Self::Paid | Self::PartiallyRefunded, Do::RefundRest) => Self::Refunded,
            (Self::Pending, Do::Cancel) => Self::Cancelled,
            (Self::Pending, Do::Expire) => Self::Expired,
            (Self::Cancelled | Self::Expired, Do::ReactivateUnpaid) => Self::Pending,
            (Self::Pending, Do::RefundPart | Do::RefundRest | Do::ReactivateUnpaid | Do::ReactivatePaid)
            | (
                Self::Paid | Self::PartiallyRefunded,
                Do::Pay | Do::Cancel | Do::Expire | Do::ReactivateUnpaid | Do::ReactivatePaid,
            )
            | (
                Self::Refunded,
                Do::Pay
                | Do::RefundPart
                | Do::RefundRest
                | Do::Cancel
                | Do::Expire
                | Do::ReactivateUnpaid
                | Do::ReactivatePaid,
            )
            | (
                Self::Cancelled | Self::Expired,
                Do::Pay | Do::RefundPart | Do::RefundRest | Do::Cancel | Do::Expire,
            ) => {
                return Err(InvalidOrderTransition { from: self, action });
            }
        };
        Ok(next)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn actions() -> impl Strategy<Value = Vec<OrderAction>> {
        prop::collection::vec(prop::sample::select(OrderAction::ALL.to_vec()), 0..30)
    }

    #[test]
    fn the_machine_has_exactly_its_edges() {
        let edges: usize = OrderStatus::ALL
            .iter()
            .map(|from| OrderAction::ALL.iter().filter(|action| from.after(**action).is_ok()).count())
            .sum();
        assert_eq!(
            edges, 11,
            "3 from pending, 2 each from paid and partly refunded, 2 each from cancelled and expired"
        );
    }

    #[test]
    fn only_a_refunded_order_is_at_its_end() {
        for from in OrderStatus::ALL {
            let leaves = OrderAction::ALL.iter().any(|action| from.after(*action).is_ok());
            assert_eq!(leaves, *from != OrderStatus::Refunded, "{from}");
        }
    }

    proptest! {
        #[test]
        fn a_refunded_order_was_paid_and_stays_refunded(actions in actions()) {
            let (mut status, mut was_paid) = (OrderStatus::Pending, false);
            for action in actions {
                let before = status;
                status = status.after(action).unwrap_or(status);
                was_paid |= status == OrderStatus::Paid;
                prop_assert!(status != OrderStatus::Refunded || was_paid);
                prop_assert!(before != OrderStatus::Refunded || status == OrderStatus::Refunded);
                prop_assert!(!was_paid || status.places() == Places::Issued, "what was paid never falls back");
            }
        }
    }
}
