//! How much may go back, and what is kept. Pure rules.

use kernel::{Money, MoneyError, Refuse};

use super::{OrderStatus, state::InvalidOrderTransition};
use crate::ticket::InvalidTicketTransition;

/// Longest reason of a refund, as the tables check it.
pub const REASON_CHARACTERS_MAX: usize = 500;

/// Why money cannot go back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RefundRefusal {
    /// The order is not paid, or nothing of it is left.
    #[error(transparent)]
    Order(#[from] InvalidOrderTransition),
    /// A ticket ended before.
    #[error(transparent)]
    Ticket(#[from] InvalidTicketTransition),
    /// A ticket of another order, or none.
    #[error("ticket “{code}” is not in order {order}")]
    NotInOrder {
        /// What was asked.
        code: String,
        /// The order.
        order: String,
    },
    /// A ticket named twice.
    #[error("ticket {0} is named twice")]
    TicketTwice(String),
    /// No ticket is left to refund.
    #[error("no ticket of this order is left to refund")]
    NothingLeft,
    /// Less than nothing.
    #[error("a refund cannot be less than nothing")]
    Negative,
    /// More than the tickets cost.
    #[error("{asked} is more than these tickets cost, {worth}")]
    MoreThanWorth {
        /// What was asked.
        asked: Money,
        /// What they cost.
        worth: Money,
    },
    /// More than is left of what was paid.
    #[error("{asked} is more than is left of what was paid, {left}")]
    MoreThanPaid {
        /// What was asked.
        asked: Money,
        /// Paid less what went back before.
        left: Money,
    },
    /// No reason was given.
    #[error("a refund needs a reason")]
    ReasonMissing,
    /// The reason is too long.
    #[error("the reason has more than {REASON_CHARACTERS_MAX} characters")]
    ReasonTooLong,
    /// An amount, and the policy to say it.
    #[error("either the amount is given or the event's policy says it")]
    AmountAndPolicy,
    /// A tender that gives nothing back.
    #[error("money cannot go back as a gift")]
    AsGift,
}

impl Refuse for RefundRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Order(refusal) if matches!(refusal.from, OrderStatus::Pending) => "order_not_paid",
            Self::Order(refusal) => refusal.code(),
            Self::Ticket(refusal) => refusal.code(),
            Self::NotInOrder { .. } => "ticket_not_in_order",
            Self::TicketTwice(_) => "ticket_twice",
            Self::NothingLeft => "nothing_left_to_refund",
            Self::Negative => "refund_negative",
            Self::MoreThanWorth { .. } => "refund_more_than_worth",
            Self::MoreThanPaid { .. } => "refund_more_than_paid",
            Self::ReasonMissing => "reason_missing",
            Self::ReasonTooLong => "reason_too_long",
            Self::AmountAndPolicy => "refund_amount_and_policy",
            Self::AsGift => "refund_as_gift",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Order(refusal) => refusal.fix(),
            Self::Ticket(refusal) => refusal.fix(),
            Self::NotInOrder { .. } => "Use codes from the order's list of tickets.".to_owned(),
            Self::TicketTwice(_) => "Name each ticket once.".to_owned(),
            Self::NothingLeft => "Nothing is left to do.".to_owned(),
            Self::Negative => "Enter what goes back, 0 or more.".to_owned(),
            Self::MoreThanWorth { worth, .. } => {
                format!("Give back at most {worth}, or choose more tickets.")
            }
            Self::MoreThanPaid { left, .. } => format!("Give back at most {left}."),
            Self::ReasonMissing => "Say why.".to_owned(),
            Self::ReasonTooLong => "Shorten the reason.".to_owned(),
            Self::AmountAndPolicy => "Leave one of them away.".to_owned(),
            Self::AsGift => "Choose cash, card or transfer.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Order(_) | Self::NothingLeft => "order",
            Self::Ticket(_) | Self::NotInOrder { .. } | Self::TicketTwice(_) => "tickets",
            Self::Negative
            | Self::MoreThanWorth { .. }
            | Self::MoreThanPaid { .. }
            | Self::AmountAndPolicy => "amount_minor",
            Self::ReasonMissing | Self::ReasonTooLong => "reason",
            Self::AsGift => "method",
        };
        Some(field.to_owned())
    }
}

/// What a refund comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefundSum {
    /// What goes back.
    pub amount: Money,
    /// What the house keeps of the tickets' worth: a cancellation fee.
    pub kept: Money,
    /// What was never paid of the tickets' worth, and is no longer owed.
    pub unpaid: Money,
}

/// Decides what goes back for things worth `worth`, of which `left` is still there of what was paid. Nothing said
/// means all of it, as far as it was paid; a smaller amount keeps the rest as a fee.
///
/// # Errors
/// When `asked` is less than nothing, more than the worth, or more than is left.
pub fn refund_sum(worth: Money, left: Money, asked: Option<Money>) -> Result<RefundSum, RefundOrMoney> {
    let nothing = Money::zero(worth.currency);
    let left = if left.minor < 0 { nothing } else { left };
    let payable = if left.minor < worth.minor { left } else { worth };
    let Some(amount) = asked else {
        return Ok(RefundSum { amount: payable, kept: nothing, unpaid: worth.subtract(payable)? });
    };
    if amount.minor < 0 {
        return Err(RefundRefusal::Negative.into());
    }
    if amount.minor > worth.minor {
        return Err(RefundRefusal::MoreThanWorth { asked: amount, worth }.into());
    }
    if amount.minor > left.minor {
        return Err(RefundRefusal::MoreThanPaid { asked: amount, left }.into());
    }
    Ok(RefundSum { amount, kept: payable.subtract(amount)?, unpaid: worth.subtract(payable)? })
}

/// A refusal of the rule, or an amount that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RefundOrMoney {
    /// The rule says no.
    #[error(transparent)]
    Refund(#[from] RefundRefusal),
    /// The sum cannot be made.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl From<RefundOrMoney> for kernel::Failure {
    fn from(reason: RefundOrMoney) -> Self {
        match reason {
            RefundOrMoney::Refund(refusal) => refusal.into(),
            RefundOrMoney::Money(refusal) => refusal.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn nothing_said_means_all_of_it() {
        let sum = refund_sum(eur(4600), eur(4600), None).unwrap();
        assert_eq!((sum.amount, sum.kept, sum.unpaid), (eur(4600), eur(0), eur(0)));
    }

    #[test]
    fn a_smaller_amount_keeps_a_fee() {
        let sum = refund_sum(eur(4600), eur(4600), Some(eur(3140))).unwrap();
        assert_eq!((sum.amount, sum.kept), (eur(3140), eur(1460)));
    }

    #[test]
    fn what_was_never_paid_never_goes_back() {
        let sum = refund_sum(eur(4600), eur(1200), None).unwrap();
        assert_eq!((sum.amount, sum.kept, sum.unpaid), (eur(1200), eur(0), eur(3400)));
        let refusal = refund_sum(eur(4600), eur(1200), Some(eur(1201))).unwrap_err();
        assert!(matches!(refusal, RefundOrMoney::Refund(RefundRefusal::MoreThanPaid { .. })));
    }

    proptest! {
        #[test]
        fn a_refund_never_exceeds_what_was_paid_and_accounts_for_all_of_the_worth(
            worth in 0_i64..100_000, left in -100_i64..100_000, asked in prop::option::of(-10_i64..110_000),
        ) {
            if let Ok(sum) = refund_sum(eur(worth), eur(left), asked.map(eur)) {
                prop_assert!(sum.amount.minor >= 0 && sum.amount.minor <= left.max(0) && sum.amount.minor <= worth);
                prop_assert!(sum.kept.minor >= 0 && sum.unpaid.minor >= 0);
                prop_assert_eq!(sum.amount.minor + sum.kept.minor + sum.unpaid.minor, worth);
            } else {
                prop_assert!(asked.is_some_and(|asked| asked < 0 || asked > worth || asked > left));
            }
        }
    }
}
