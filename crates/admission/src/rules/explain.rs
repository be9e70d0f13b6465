//! Why a rule refused, in words: the condition nearest to being met.
//!
//! A rule such as "regular tickets 9 to 17 h, VIP tickets 8 to 18 h" can be satisfied along several paths, and each
//! path may miss several conditions. A path is as far away as its hardest missing condition, and the nearest path is
//! told. How hard: what the guest can still influence (coming back later, having entered less often) is nearer than
//! what is fixed (the kind of ticket); among equal kinds the smaller distance is nearer. A path through a tree of
//! "all" and "any" is found without expanding it: the hardest of all, the easiest of any.

use chrono::TimeDelta;
use kernel::{Timestamp, Zone};

use super::{Comparison, Measure, Presence, Rule, RuleFacts};

/// Why a rule refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The missing conditions of the nearest path, joined: `only after 11:00`.
    pub text: String,
    /// The guest stands at the wrong gate and nothing else is missing.
    pub is_only_the_gate: bool,
}

/// How far a condition is from being met: its kind first, then the distance within the kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    rigidity: u16,
    size: i64,
}

struct Missing {
    distance: Distance,
    texts: Vec<String>,
    is_only_the_gate: bool,
}

/// Comparing with "never entered" (−1 minutes) is a technicality: it is told only when nothing else can be.
const TECHNICAL_PENALTY: u16 = 1_000;

impl Rule {
    /// The nearest failing condition in words; `None` when the rule permits the scan.
    #[must_use]
    pub fn explain(&self, facts: &RuleFacts<'_>) -> Option<Explanation> {
        let missing = missing(self, facts)?;
        Some(Explanation { text: missing.texts.join(", "), is_only_the_gate: missing.is_only_the_gate })
    }
}

fn missing(rule: &Rule, facts: &RuleFacts<'_>) -> Option<Missing> {
    match rule {
        Rule::All(rules) => rules.iter().filter_map(|rule| missing(rule, facts)).reduce(both),
        Rule::Any(rules) if rules.is_empty() => Some(one(9_999, 0, "never".to_owned())),
        Rule::Any(rules) => {
            let mut nearest: Option<Missing> = None;
            for rule in rules {
                let candidate = missing(rule, facts)?;
                let is_nearer = nearest.as_ref().is_none_or(|known| is_nearer(&candidate, known));
                if is_nearer {
                    nearest = Some(candidate);
                }
            }
            nearest
        }
        Rule::Constant(_)
        | Rule::TierIn(_)
        | Rule::GateIn(_)
        | Rule::Compare { .. }
        | Rule::Presence(_)
        | Rule::Before(_)
        | Rule::After(_) => (!rule.permits(facts)).then(|| condition_missing(rule, facts)),
    }
}

fn both(mut left: Missing, right: Missing) -> Missing {
    left.distance = left.distance.max(right.distance);
    left.texts.extend(right.texts);
    left.is_only_the_gate &= right.is_only_the_gate;
    left
}

fn is_nearer(candidate: &Missing, known: &Missing) -> bool {
    (candidate.distance, candidate.texts.len()) < (known.distance, known.texts.len())
}

fn one(rigidity: u16, size: i64, text: String) -> Missing {
    Missing { distance: Distance { rigidity, size }, texts: vec![text], is_only_the_gate: false }
}

fn condition_missing(condition: &Rule, facts: &RuleFacts<'_>) -> Missing {
    match condition {
        Rule::All(_) | Rule::Any(_) | Rule::Constant(_) => one(9_999, 0, "never".to_owned()),
        Rule::TierIn(_) => one(1_000, 0, "this kind of ticket is not admitted here".to_owned()),
        Rule::GateIn(_) => Missing { is_only_the_gate: true, ..one(300, 0, "not at this gate".to_owned()) },
        Rule::Presence(Presence::Inside) => one(150, 0, "the holder is not inside".to_owned()),
        Rule::Presence(Presence::Outside) => one(150, 0, "the holder is already inside".to_owned()),
        Rule::Before(limit) => time_missing("only before", limit.end(facts), facts),
        Rule::After(limit) => time_missing("only after", limit.start(facts), facts),
        Rule::Compare { measure, is, value } => number_missing(*measure, *is, *value, facts),
    }
}

fn time_missing(words: &str, limit: Timestamp, facts: &RuleFacts<'_>) -> Missing {
    let distance = (facts.scanned_at - limit).abs();
    one(200, distance.num_seconds(), format!("{words} {}", told(limit, facts.scanned_at, facts.zone)))
}

/// A moment for people: the clock time when it is near, otherwise with its date.
pub(crate) fn told(moment: Timestamp, now: Timestamp, zone: Zone) -> String {
    let local = zone.local(moment);
    if (moment - now).abs() < TimeDelta::hours(12) {
        local.format("%H:%M").to_string()
    } else {
        local.format("%Y-%m-%d %H:%M").to_string()
    }
}

fn number_missing(measure: Measure, is: Comparison, value: i64, facts: &RuleFacts<'_>) -> Missing {
    let (rigidity, words) = kind_of(measure);
    let exactness = match is {
        Comparison::Below | Comparison::AtMost | Comparison::Above | Comparison::AtLeast => 1,
        Comparison::Equal => 2,
        Comparison::Different => 3,
    };
    let penalty = if asks_whether_ever_entered(measure, is, value) { TECHNICAL_PENALTY } else { 0 };
    let size = facts.value(measure).saturating_sub(value).saturating_abs();
    let told_value = if matches!(measure, Measure::Weekday) { weekday(value) } else { value.to_string() };
    let text = match is {
        Comparison::Below | Comparison::AtMost => format!("{words} is above the limit"),
        Comparison::Above | Comparison::AtLeast => format!("{words} is below the minimum"),
        Comparison::Equal => format!("{words} is not {told_value}"),
        Comparison::Different => format!("{words} is {told_value}"),
    };
    one(rigidity + exactness + penalty, size, text)
}

fn kind_of(measure: Measure) -> (u16, &'static str) {
    match measure {
        Measure::MinutesSinceFirstEntry => (80, "time since the first entry"),
        Measure::MinutesSinceLastEntry => (90, "time since the last entry"),
        Measure::EntriesDays => (100, "number of days with an entry"),
        Measure::EntriesDaysSince(_) => (105, "number of days with an entry since then"),
        Measure::EntriesDaysBefore(_) => (110, "number of days with an entry before then"),
        Measure::EntriesNumber => (120, "number of entries"),
        Measure::EntriesSince(_) => (125, "number of entries since then"),
        Measure::EntriesBefore(_) => (130, "number of entries before then"),
        Measure::EntriesToday => (140, "number of entries today"),
        Measure::Weekday => (210, "day of the week"),
    }
}

fn asks_whether_ever_entered(measure: Measure, is: Comparison, value: i64) -> bool {
    if !matches!(measure, Measure::MinutesSinceFirstEntry | Measure::MinutesSinceLastEntry) {
        return false;
    }
    match is {
        Comparison::Below | Comparison::Above => value <= 0,
        Comparison::AtMost | Comparison::AtLeast => value < 0,
        Comparison::Equal | Comparison::Different => value == -1,
    }
}

fn weekday(number: i64) -> String {
    let name = match number {
        1 => "Monday",
        2 => "Tuesday",
        3 => "Wednesday",
        4 => "Thursday",
        5 => "Friday",
        6 => "Saturday",
        7 => "Sunday",
        other => return other.to_string(),
    };
    name.to_owned()
}
