//! The closed list of verdicts and their wire words.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// What the door says about a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Let the guest pass.
    Admit,
    /// The ticket has been used on this list.
    AlreadyUsed,
    /// The ticket was paid back.
    Refunded,
    /// The ticket was voided.
    Void,
    /// The ticket's order was cancelled or has expired.
    Cancelled,
    /// The ticket was passed on; its successor is the valid one.
    Transferred,
    /// The code once opened a door and was replaced.
    Revoked,
    /// The ticket is for another event.
    WrongEvent,
    /// The list does not admit this tier.
    WrongTier,
    /// The rules would admit the ticket at another gate.
    WrongGate,
    /// The ticket's validity has not begun.
    NotYetValid,
    /// The ticket's validity has ended.
    Expired,
    /// Nobody knows the code.
    Unknown,
    /// The code claims to be signed by us and is not.
    BadSignature,
    /// The order is not paid.
    Unpaid,
    /// The order waits for approval.
    Unapproved,
    /// The list's rules refuse.
    RuleRefused,
    /// The ticket is blocked.
    Blocked,
    /// The code leads to several tickets that fit.
    Ambiguous,
    /// A question must be asked first.
    Incomplete,
}

/// Text that names no verdict.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no verdict")]
pub struct UnknownVerdict(pub String);

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 20] = [
        Self::Admit,
        Self::AlreadyUsed,
        Self::Refunded,
        Self::Void,
        Self::Cancelled,
        Self::Transferred,
        Self::Revoked,
        Self::WrongEvent,
        Self::WrongTier,
        Self::WrongGate,
        Self::NotYetValid,
        Self::Expired,
        Self::Unknown,
        Self::BadSignature,
        Self::Unpaid,
        Self::Unapproved,
        Self::RuleRefused,
        Self::Blocked,
        Self::Ambiguous,
        Self::Incomplete,
    ];

    /// The word in the scan log, in JSON and in scripts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Admit => "admit",
            Self::AlreadyUsed => "already_used",
            Self::Refunded => "refunded",
            Self::Void => "void",
            Self::Cancelled => "cancelled",
            Self::Transferred => "transferred",
            Self::Revoked => "revoked",
            Self::WrongEvent => "wrong_event",
            Self::WrongTier => "wrong_tier",
            Self::WrongGate => "wrong_gate",
            Self::NotYetValid => "not_yet_valid",
            Self::Expired => "expired",
            Self::Unknown => "unknown",
            Self::BadSignature => "bad_signature",
            Self::Unpaid => "unpaid",
            Self::Unapproved => "unapproved",
            Self::RuleRefused => "rule_refused",
            Self::Blocked => "blocked",
            Self::Ambiguous => "ambiguous",
            Self::Incomplete => "incomplete",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Verdict {
    type Err = UnknownVerdict;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|verdict| verdict.as_str() == text)
            .ok_or_else(|| UnknownVerdict(text.chars().take(40).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_has_its_own_word_and_reads_back() {
        for verdict in Verdict::ALL {
            assert_eq!(verdict.as_str().parse(), Ok(verdict));
            assert_eq!(
                serde_json::to_value(verdict).unwrap(),
                verdict.as_str(),
                "JSON and the log use one word"
            );
        }
    }
}
