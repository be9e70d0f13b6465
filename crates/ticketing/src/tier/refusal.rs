//! Why a tier is refused: each refusal names the tier, the field and the way out.

use identity::wording::WordingError;
use kernel::{LocalTimeError, Money, MoneyError, Refuse};

use super::rules::{ORDER_QUANTITY_DEFAULT, ORDER_QUANTITY_MAX, QUANTITY_MAX};
use crate::tax::MalformedTaxRate;

/// Why a tier is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TierRefusal {
    /// Its name, label, description or note.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// Its price is no amount.
    #[error("Tier '{tier}': {reason}")]
    Price {
        /// The tier.
        tier: String,
        /// What is wrong with the text.
        reason: MoneyError,
    },
    /// No price was given.
    #[error("Tier '{tier}': the price is missing")]
    PriceMissing {
        /// The tier.
        tier: String,
    },
    /// Its price is below nothing.
    #[error("Tier '{tier}': the price {price} is below zero")]
    PriceNegative {
        /// The tier.
        tier: String,
        /// What was asked.
        price: Money,
    },
    /// Its price is beyond what any order can hold.
    #[error("Tier '{tier}': the price {price} is too high")]
    PriceTooHigh {
        /// The tier.
        tier: String,
        /// What was asked.
        price: Money,
    },
    /// Its tax rate.
    #[error("Tier '{tier}': {reason}")]
    TaxRate {
        /// The tier.
        tier: String,
        /// What is wrong with the text.
        reason: MalformedTaxRate,
    },
    /// Its quantity.
    #[error("Tier '{tier}': {quantity} places cannot be; from 1 to {QUANTITY_MAX} can")]
    Quantity {
        /// The tier.
        tier: String,
        /// What was asked.
        quantity: i64,
    },
    /// A number of gifts that cannot be.
    #[error("Tier '{tier}': {quantity} gifts cannot be")]
    CompQuantity {
        /// The tier.
        tier: String,
        /// What was asked.
        quantity: i64,
    },
    /// Fewer places than are sold or held.
    #[error("Tier '{tier}': {taken} places are sold or held already, so {quantity} are too few")]
    QuantityBelowTaken {
        /// The tier.
        tier: String,
        /// What was asked.
        quantity: i64,
        /// Places sold or held.
        taken: i64,
    },
    /// Its limit for one order.
    #[error("Tier '{tier}': {quantity} per order cannot be; from 1 to {ORDER_QUANTITY_MAX} can")]
    OrderQuantity {
        /// The tier.
        tier: String,
        /// What was asked.
        quantity: i64,
    },
    /// A time that is none, or that the clocks skip or show twice.
    #[error("Tier '{tier}': {reason}")]
    Time {
        /// The tier.
        tier: String,
        /// The input field.
        field: &'static str,
        /// What is wrong with it.
        reason: LocalTimeError,
    },
    /// Sales end before they start.
    #[error("Tier '{tier}': sales end before they start")]
    SalesEndFirst {
        /// The tier.
        tier: String,
    },
    /// Validity ends before it starts.
    #[error("Tier '{tier}': tickets stop being valid before they start")]
    ValidityEndsFirst {
        /// The tier.
        tier: String,
    },
    /// Another tier of the event has this name.
    #[error("Tier '{tier}': the event has a tier with this name")]
    NameTaken {
        /// The tier.
        tier: String,
    },
    /// The event has as many tiers as can be numbered.
    #[error("the event has as many tiers as can be numbered")]
    TooManyTiers,
    /// No such tier.
    #[error("there is no tier “{0}” in this event")]
    Unknown(String),
    /// No such quota.
    #[error("Tier '{tier}': there is no quota “{quota}” in this event")]
    UnknownQuota {
        /// The tier.
        tier: String,
        /// What was asked.
        quota: String,
    },
    /// Its currency or its tax can no longer change: tickets were sold.
    #[error(
        "Tier '{tier}': it can no longer stop counting towards the capacity, because {taken} places are taken"
    )]
    AdmissionFixed {
        /// The tier.
        tier: String,
        /// Places sold or held.
        taken: i64,
    },
}

impl Refuse for TierRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(reason) => reason.code(),
            Self::Price { reason, .. } => reason.code(),
            Self::PriceMissing { .. } => "price_missing",
            Self::PriceNegative { .. } => "price_negative",
            Self::PriceTooHigh { .. } => "price_too_high",
            Self::TaxRate { reason, .. } => reason.code(),
            Self::Quantity { .. } => "quantity_out_of_range",
            Self::CompQuantity { .. } => "comp_quantity_out_of_range",
            Self::QuantityBelowTaken { .. } => "quantity_below_taken",
            Self::OrderQuantity { .. } => "order_quantity_out_of_range",
            Self::Time { reason, .. } => reason.code(),
            Self::SalesEndFirst { .. } => "sales_end_before_start",
            Self::ValidityEndsFirst { .. } => "validity_ends_before_start",
            Self::NameTaken { .. } => "tier_name_taken",
            Self::TooManyTiers => "too_many_tiers",
            Self::Unknown(_) => "unknown_tier",
            Self::UnknownQuota { .. } => "unknown_quota",
            Self::AdmissionFixed { .. } => "admission_fixed",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(reason) => reason.fix(),
            Self::Price { reason, .. } => reason.fix(),
            Self::PriceMissing { .. } => "Enter a price; 0 for free tickets.".to_owned(),
            Self::PriceNegative { .. } => "Enter 0 for free tickets, or a price above it.".to_owned(),
            Self::PriceTooHigh { .. } => "Check the price for a digit too many.".to_owned(),
            Self::TaxRate { reason, .. } => reason.fix(),
            Self::Quantity { .. } => {
                "Leave the quantity empty for no limit, or take the tier off sale.".to_owned()
            }
            Self::QuantityBelowTaken { taken, .. } => {
                format!("Enter {taken} or more, or take the tier off sale.")
            }
            Self::CompQuantity { .. } => "Enter 0 or more, or leave it empty for no limit.".to_owned(),
            Self::OrderQuantity { .. } => format!("Leave it empty for {ORDER_QUANTITY_DEFAULT}."),
            Self::Time { reason, .. } => reason.fix(),
            Self::SalesEndFirst { .. } => "Move the end of sales after their start.".to_owned(),
            Self::ValidityEndsFirst { .. } => "Move the end after the start.".to_owned(),
            Self::NameTaken { .. } => "Choose another name.".to_owned(),
            Self::TooManyTiers => "Take an old tier up again instead of making a new one.".to_owned(),
            Self::Unknown(_) => "Use a name or a number from the event's list of tiers.".to_owned(),
            Self::UnknownQuota { .. } => {
                "Create the quota first, or use a name from the event's list of quotas.".to_owned()
            }
            Self::AdmissionFixed { .. } => "Create another tier for it.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Wording(reason) => return reason.field(),
            Self::Price { .. }
            | Self::PriceMissing { .. }
            | Self::PriceNegative { .. }
            | Self::PriceTooHigh { .. } => "price",
            Self::TaxRate { .. } => "tax_rate",
            Self::Quantity { .. } | Self::QuantityBelowTaken { .. } => "quantity",
            Self::CompQuantity { .. } => "comp_quantity_max",
            Self::OrderQuantity { .. } => "order_quantity_max",
            Self::Time { field, .. } => field,
            Self::SalesEndFirst { .. } => "sales_end_at",
            Self::ValidityEndsFirst { .. } => "valid_until",
            Self::NameTaken { .. } | Self::TooManyTiers => "name",
            Self::Unknown(_) => "tier",
            Self::UnknownQuota { .. } => "quotas",
            Self::AdmissionFixed { .. } => "is_admission",
        };
        Some(field.to_owned())
    }
}
