//! Why a voucher is not taken, by its name. The rules are [`super::rules`]'.

use kernel::{Money, Refuse};

/// Why a voucher is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VoucherRefusal {
    /// No such code in this event.
    #[error("there is no voucher “{0}” for this event")]
    Unknown(String),
    /// It was taken back.
    #[error("voucher {code} is no longer valid")]
    Inactive {
        /// Its code.
        code: String,
    },
    /// Its time has not come.
    #[error("voucher {code} is valid from {from}")]
    NotYet {
        /// Its code.
        code: String,
        /// From when, on the event's clocks.
        from: String,
    },
    /// Its time is over.
    #[error("voucher {code} was valid until {until}")]
    Expired {
        /// Its code.
        code: String,
        /// Until when, on the event's clocks.
        until: String,
    },
    /// It is for other tiers.
    #[error("voucher {code} is not for tier '{tier}'")]
    OtherTier {
        /// Its code.
        code: String,
        /// The tier that was asked for.
        tier: String,
    },
    /// Nothing is left of it.
    #[error("voucher {code} is used up: {left} of {most} usages are left, {wanted} are wanted")]
    UsedUp {
        /// Its code.
        code: String,
        /// Usages left.
        left: i64,
        /// Usages in all.
        most: i64,
        /// Usages wanted.
        wanted: i64,
    },
    /// Its money is gone.
    #[error("voucher {code} is used up: its budget of {budget} is spent")]
    BudgetSpent {
        /// Its code.
        code: String,
        /// Its budget.
        budget: Money,
    },
    /// It must be used more often in the first order.
    #[error("voucher {code} needs at least {least} tickets, {wanted} are wanted")]
    TooFew {
        /// Its code.
        code: String,
        /// Least usages.
        least: i64,
        /// Usages wanted.
        wanted: i64,
    },
    /// It counts by customer, and nobody knows who asks.
    #[error("voucher {code} counts by customer, so it needs an e-mail address")]
    CustomerUnknown {
        /// Its code.
        code: String,
    },
    /// This customer used it often enough.
    #[error("voucher {code} is for {most} tickets of one customer, {used} are used and {wanted} are wanted")]
    CustomerUsedUp {
        /// Its code.
        code: String,
        /// Most by one customer.
        most: i64,
        /// Used by this one.
        used: i64,
        /// Usages wanted.
        wanted: i64,
    },
    /// Its balance pays; it makes nothing cheaper.
    #[error("voucher {code} holds money: it pays, and does not lower a price")]
    IsBalance {
        /// Its code.
        code: String,
    },
    /// It holds no balance.
    #[error("voucher {code} holds no money that could pay")]
    IsNoBalance {
        /// Its code.
        code: String,
    },
    /// Less is left than is to be paid by it.
    #[error("voucher {code} holds {left}, {wanted} is to be paid by it")]
    BalanceTooSmall {
        /// Its code.
        code: String,
        /// What is left.
        left: Money,
        /// What is wanted.
        wanted: Money,
    },
    /// A hidden tier without a voucher that shows it.
    #[error("tier '{tier}' is sold with a voucher only")]
    TierHidden {
        /// The tier.
        tier: String,
    },
}

impl Refuse for VoucherRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown_voucher",
            Self::Inactive { .. } => "voucher_inactive",
            Self::NotYet { .. } => "voucher_not_yet_valid",
            Self::Expired { .. } => "voucher_expired",
            Self::OtherTier { .. } => "voucher_other_tier",
            Self::UsedUp { .. } => "voucher_used_up",
            Self::BudgetSpent { .. } => "voucher_budget_spent",
            Self::TooFew { .. } => "voucher_too_few",
            Self::CustomerUnknown { .. } => "voucher_customer_unknown",
            Self::CustomerUsedUp { .. } => "voucher_customer_used_up",
            Self::IsBalance { .. } => "voucher_is_balance",
            Self::IsNoBalance { .. } => "voucher_is_no_balance",
            Self::BalanceTooSmall { .. } => "voucher_balance_too_small",
            Self::TierHidden { .. } => "tier_hidden",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unknown(_) => "Read the code again; it may be for another event.".to_owned(),
            Self::Inactive { .. } | Self::NotYet { .. } | Self::Expired { .. } | Self::BudgetSpent { .. } => {
                "Sell without it, or use another voucher.".to_owned()
            }
            Self::OtherTier { .. } => "Sell a tier that it is for, or leave it away.".to_owned(),
            Self::UsedUp { left: 0, .. } => "Sell without it, or use another voucher.".to_owned(),
            Self::UsedUp { left, .. } => format!("Use it for at most {left} tickets."),
            Self::TooFew { least, .. } => format!("Sell {least} or more with it."),
            Self::CustomerUnknown { .. } => "Enter the customer's e-mail address.".to_owned(),
            Self::CustomerUsedUp { .. } => "Sell the rest without it.".to_owned(),
            Self::IsBalance { .. } => "Choose it as a way to pay.".to_owned(),
            Self::IsNoBalance { .. } => "Enter it on the line of a ticket instead.".to_owned(),
            Self::BalanceTooSmall { left, .. } => {
                format!("Pay at most {left} with it, and the rest otherwise.")
            }
            Self::TierHidden { .. } => "Enter a voucher that is for this tier.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        Some(match self {
            Self::CustomerUnknown { .. } => "buyer_email".to_owned(),
            Self::IsNoBalance { .. } | Self::BalanceTooSmall { .. } => "payment.voucher".to_owned(),
            Self::Unknown(_)
            | Self::Inactive { .. }
            | Self::NotYet { .. }
            | Self::Expired { .. }
            | Self::OtherTier { .. }
            | Self::UsedUp { .. }
            | Self::BudgetSpent { .. }
            | Self::TooFew { .. }
            | Self::CustomerUsedUp { .. }
            | Self::IsBalance { .. }
            | Self::TierHidden { .. } => "lines.voucher".to_owned(),
        })
    }
    fn params(&self) -> std::collections::BTreeMap<String, String> {
        let mut params = std::collections::BTreeMap::new();
        if let Self::UsedUp { code, left, .. } = self {
            params.insert("voucher".to_owned(), code.clone());
            params.insert("left".to_owned(), left.to_string());
        }
        params
    }
}
