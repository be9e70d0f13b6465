//! Rules of a check-in list: a typed tree of conditions with the vocabulary that venues know from pretix.
//!
//! A rule is stored and sent as our own JSON (serde), may be read from pretix's JSON logic ([`pretix`]), is
//! decided by [`Rule::permits`] and put into words by [`Rule::explain`]. There is no "not": every comparison has
//! its opposite, which keeps "what is missing" sayable.
//!
//! To add a measure: extend [`Measure`], its value in `facts.rs`, its words in `explain.rs`, its name in `pretix.rs`.

mod evaluate;
mod explain;
mod facts;
mod moment;
pub mod pretix;

use serde::{Deserialize, Serialize};

pub use explain::Explanation;
pub(crate) use explain::told;
pub use facts::{EventDates, RuleFacts};
pub use moment::{ClockTime, Moment};

use crate::ids::{GateId, TierId};

/// A condition on an entry, or a combination of conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// All of these hold. Holds when empty.
    All(Vec<Rule>),
    /// At least one of these holds. Fails when empty.
    Any(Vec<Rule>),
    /// Holds always, or never.
    Constant(bool),
    /// The ticket belongs to one of these tiers.
    TierIn(Vec<TierId>),
    /// The scan happens at one of these gates. A scan without a gate never does.
    GateIn(Vec<GateId>),
    /// A number compares with a threshold.
    Compare {
        /// What is counted or measured.
        measure: Measure,
        /// How it must compare.
        is: Comparison,
        /// The threshold.
        #[ts(type = "number")]
        value: i64,
    },
    /// The holder is inside, or outside, by the latest scan on this list.
    Presence(Presence),
    /// The scan happens strictly before a moment, widened by the tolerance.
    Before(TimeLimit),
    /// The scan happens strictly after a moment, widened by the tolerance.
    After(TimeLimit),
}

/// A moment with a tolerance in the guest's favour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// The moment compared with.
    pub moment: Moment,
    /// Seconds by which the limit is moved in the guest's favour; negative makes it stricter.
    #[serde(default)]
    #[ts(type = "number")]
    pub tolerance_seconds: i64,
}

/// Where the holder is, by the latest scan on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// The latest scan is an entry.
    Inside,
    /// No scan yet, or the latest is an exit.
    Outside,
}

/// A number about the scan or about the ticket's earlier entries on the same list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Day of the week in the event's zone: Monday is 1, Sunday 7.
    Weekday,
    /// All entries so far.
    EntriesNumber,
    /// Entries since local midnight before the scan. Has no upper end: an entry stamped later counts as well.
    EntriesToday,
    /// Different local days with an entry.
    EntriesDays,
    /// Entries at or after a moment.
    EntriesSince(Moment),
    /// Entries before a moment.
    EntriesBefore(Moment),
    /// Different local days with an entry at or after a moment.
    EntriesDaysSince(Moment),
    /// Different local days with an entry before a moment.
    EntriesDaysBefore(Moment),
    /// Whole minutes since the latest entry; −1 when there was none.
    MinutesSinceLastEntry,
    /// Whole minutes since the earliest entry; −1 when there was none.
    MinutesSinceFirstEntry,
}

/// How two numbers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// Less than.
    Below,
    /// Less than or equal.
    AtMost,
    /// Greater than.
    Above,
    /// Greater than or equal.
    AtLeast,
    /// Equal.
    Equal,
    /// Not equal.
    Different,
}

/// Most conditions one rule may have; beyond that nobody can say what it means.
pub const RULE_CONDITIONS_MAX: usize = 2_000;

/// A rule with more conditions than anybody can follow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the rules have {conditions} conditions; at most {RULE_CONDITIONS_MAX} can be")]
pub struct RuleTooLarge {
    /// How many it has.
    pub conditions: usize,
}

impl kernel::Refuse for RuleTooLarge {
    fn code(&self) -> &'static str {
        "rules_too_large"
    }
    fn fix(&self) -> String {
        "Split the list, or leave conditions out.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("rules".to_owned())
    }
}

impl Rule {
    /// Checks that a person could still say what the rule means.
    ///
    /// # Errors
    /// When it has more than [`RULE_CONDITIONS_MAX`] conditions.
    pub fn check_size(&self) -> Result<(), RuleTooLarge> {
        let conditions = self.conditions();
        if conditions > RULE_CONDITIONS_MAX { Err(RuleTooLarge { conditions }) } else { Ok(()) }
    }

    fn conditions(&self) -> usize {
        match self {
            Self::All(rules) | Self::Any(rules) => 1 + rules.iter().map(Self::conditions).sum::<usize>(),
            Self::TierIn(tiers) => 1 + tiers.len() / 10,
            Self::GateIn(gates) => 1 + gates.len() / 10,
            Self::Constant(_)
            | Self::Compare { .. }
            | Self::Presence(_)
            | Self::Before(_)
            | Self::After(_) => 1,
        }
    }
}

impl Comparison {
    /// Whether `left` stands in this relation to `right`.
    #[must_use]
    pub fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Self::Below => left < right,
            Self::AtMost => left <= right,
            Self::Above => left > right,
            Self::AtLeast => left >= right,
            Self::Equal => left == right,
            Self::Different => left != right,
        }
    }

    /// The relation seen from the other side: `a < b` is `b > a`.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Below => Self::Above,
            Self::AtMost => Self::AtLeast,
            Self::Above => Self::Below,
            Self::AtLeast => Self::AtMost,
            Self::Equal => Self::Equal,
            Self::Different => Self::Different,
        }
    }
}
