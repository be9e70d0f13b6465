//! Why a voucher cannot be planned like this.

use identity::wording::WordingError;
use kernel::{LocalTimeError, MoneyError, Refuse};

use super::VoucherKind;
use crate::percent::MalformedPercent;

/// Most usages of a voucher, as the table checks it.
pub(super) const USAGES_MAX: i64 = 10_000_000;

/// Why a voucher cannot be planned like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VoucherDraftRefusal {
    /// A text.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// The share of a percent voucher.
    #[error("voucher {code}: {reason}")]
    Percent {
        /// Its code.
        code: String,
        /// What is wrong.
        reason: MalformedPercent,
    },
    /// An amount.
    #[error("voucher {code}: {reason}")]
    Amount {
        /// Its code.
        code: String,
        /// What is wrong.
        reason: MoneyError,
    },
    /// The kind needs a value.
    #[error("voucher {code}: a voucher of kind {kind} needs a value")]
    ValueMissing {
        /// Its code.
        code: String,
        /// Its kind.
        kind: VoucherKind,
    },
    /// An amount below nothing.
    #[error("voucher {code}: an amount cannot be less than nothing")]
    Negative {
        /// Its code.
        code: String,
    },
    /// The code has other characters than codes have.
    #[error("“{0}” cannot be the code of a voucher")]
    Code(String),
    /// Another voucher of the event has this code.
    #[error("voucher {0}: the event has a voucher with this code")]
    CodeTaken(String),
    /// Usages that cannot be.
    #[error("voucher {code}: from 1 to {USAGES_MAX} usages can be, the least not above the most")]
    Usages {
        /// Its code.
        code: String,
    },
    /// A moment.
    #[error("voucher {code}: {reason}")]
    Time {
        /// Its code.
        code: String,
        /// The input field.
        field: &'static str,
        /// What is wrong.
        reason: LocalTimeError,
    },
    /// Its window ends before it begins.
    #[error("voucher {code}: it would end before it begins")]
    Window {
        /// Its code.
        code: String,
    },
    /// No such tier.
    #[error("voucher {code}: there is no tier “{tier}” in this event")]
    UnknownTier {
        /// Its code.
        code: String,
        /// What was asked.
        tier: String,
    },
    /// No such quota.
    #[error("voucher {code}: there is no quota “{quota}” in this event")]
    UnknownQuota {
        /// Its code.
        code: String,
        /// What was asked.
        quota: String,
    },
    /// Tiers and a quota.
    #[error("voucher {code}: it is for tiers or for a quota, not for both")]
    TiersAndQuota {
        /// Its code.
        code: String,
    },
    /// It should keep places, but not of one tier.
    #[error("voucher {code}: a voucher that keeps places is for one tier")]
    KeepsNoTier {
        /// Its code.
        code: String,
    },
    /// What was sold with it stands.
    #[error("voucher {code}: {usages} tickets were sold with it; its kind and its value stand")]
    ValueStands {
        /// Its code.
        code: String,
        /// Tickets sold with it.
        usages: i64,
    },
}

impl Refuse for VoucherDraftRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(reason) => reason.code(),
            Self::Percent { reason, .. } => reason.code(),
            Self::Amount { reason, .. } => reason.code(),
            Self::ValueMissing { .. } => "voucher_value_missing",
            Self::Negative { .. } => "voucher_negative",
            Self::Code(_) => "voucher_code_malformed",
            Self::CodeTaken(_) => "voucher_code_taken",
            Self::Usages { .. } => "voucher_usages_out_of_range",
            Self::Time { reason, .. } => reason.code(),
            Self::Window { .. } => "voucher_window",
            Self::UnknownTier { .. } => "unknown_tier",
            Self::UnknownQuota { .. } => "unknown_quota",
            Self::TiersAndQuota { .. } => "voucher_tiers_and_quota",
            Self::KeepsNoTier { .. } => "voucher_keeps_one_tier",
            Self::ValueStands { .. } => "voucher_value_stands",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(reason) => reason.fix(),
            Self::Percent { reason, .. } => reason.fix(),
            Self::Amount { reason, .. } => reason.fix(),
            Self::ValueMissing { kind: VoucherKind::Percent, .. } => "Enter a share like 10.".to_owned(),
            Self::ValueMissing { .. } | Self::Negative { .. } => "Enter an amount like 5.00.".to_owned(),
            Self::Code(_) => "Use letters, digits, dots, underscores and hyphens, at most 60.".to_owned(),
            Self::CodeTaken(_) => "Choose another code, or leave it empty for one that is free.".to_owned(),
            Self::Usages { .. } => "Leave both empty for a voucher that is used once.".to_owned(),
            Self::Time { reason, .. } => reason.fix(),
            Self::Window { .. } => "Let it end later.".to_owned(),
            Self::UnknownTier { .. } => "Use a name or a number from the event's list of tiers.".to_owned(),
            Self::UnknownQuota { .. } => "Use a name from the event's list of quotas.".to_owned(),
            Self::TiersAndQuota { .. } => "Name tiers, or a quota.".to_owned(),
            Self::KeepsNoTier { .. } => "Name the one tier whose places it keeps.".to_owned(),
            Self::ValueStands { .. } => "Take it back and make another.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Wording(reason) => return reason.field(),
            Self::Percent { .. }
            | Self::Amount { .. }
            | Self::ValueMissing { .. }
            | Self::Negative { .. } => "value",
            Self::Code(_) | Self::CodeTaken(_) => "code",
            Self::Usages { .. } => "max_usages",
            Self::Time { field, .. } => field,
            Self::Window { .. } => "valid_until",
            Self::UnknownTier { .. } | Self::KeepsNoTier { .. } => "tiers",
            Self::UnknownQuota { .. } | Self::TiersAndQuota { .. } => "quota",
            Self::ValueStands { .. } => "kind",
        };
        Some(field.to_owned())
    }
}
