//! Whether a rule lets a scan pass.

use chrono::TimeDelta;
use kernel::Timestamp;

use super::{Rule, RuleFacts, TimeLimit};

impl Rule {
    /// Whether an entry with these facts is permitted.
    #[must_use]
    pub fn permits(&self, facts: &RuleFacts<'_>) -> bool {
        match self {
            Self::All(rules) => rules.iter().all(|rule| rule.permits(facts)),
            Self::Any(rules) => rules.iter().any(|rule| rule.permits(facts)),
            Self::Constant(is_permitted) => *is_permitted,
            Self::TierIn(tiers) => tiers.contains(&facts.tier),
            Self::GateIn(gates) => facts.gate.is_some_and(|gate| gates.contains(&gate)),
            Self::Compare { measure, is, value } => is.holds(facts.value(*measure), *value),
            Self::Presence(presence) => facts.presence() == *presence,
            Self::Before(limit) => facts.scanned_at < limit.end(facts),
            Self::After(limit) => facts.scanned_at > limit.start(facts),
        }
    }
}

impl TimeLimit {
    /// The moment before which a scan must happen, tolerance included.
    pub(super) fn end(self, facts: &RuleFacts<'_>) -> Timestamp {
        let moment = self.moment.resolve(facts);
        moment.checked_add_signed(self.tolerance()).unwrap_or(moment)
    }

    /// The moment after which a scan must happen, tolerance included.
    pub(super) fn start(self, facts: &RuleFacts<'_>) -> Timestamp {
        let moment = self.moment.resolve(facts);
        moment.checked_sub_signed(self.tolerance()).unwrap_or(moment)
    }

    fn tolerance(self) -> TimeDelta {
        TimeDelta::try_seconds(self.tolerance_seconds).unwrap_or_default()
    }
}
