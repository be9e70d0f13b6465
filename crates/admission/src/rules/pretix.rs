//! Reading rules from pretix's JSON logic, as its REST API gives them.
//!
//! Products, variations and gates are looked up by their numbers in the export; everything else becomes our own
//! vocabulary. What this module does not know is refused with its place in the rule, never skipped: a rule that is
//! silently weaker would let people in.

use std::collections::BTreeMap;

use kernel::{Refuse, Zone};
use serde_json::{Map, Value};

use super::{Comparison, Measure, Moment, Presence, RULE_CONDITIONS_MAX, Rule, TimeLimit};
use crate::ids::{GateId, TierId};

/// What the numbers in a rule stand for.
#[derive(Clone, Debug)]
pub struct Names {
    /// Every tier that was made from a product, by the product's number.
    pub products: BTreeMap<i64, Vec<TierId>>,
    /// The tier that was made from a variation, by the variation's number.
    pub variations: BTreeMap<i64, TierId>,
    /// Gates by their number.
    pub gates: BTreeMap<i64, GateId>,
    /// The event's zone, for moments that are written without an offset.
    pub zone: Zone,
}

/// What a rule says that cannot be taken over, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {problem}")]
pub struct RuleError {
    /// Path in the rule, such as `and[1].isBefore[1]`.
    pub at: String,
    /// What is wrong there.
    pub problem: String,
}

impl Refuse for RuleError {
    fn code(&self) -> &'static str {
        "unreadable_rule"
    }
    fn fix(&self) -> String {
        "Change the rule there, or build it again in the rule editor.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some(format!("rules.{}", self.at))
    }
}

/// Reads a rule; `None` when the list has none.
///
/// # Errors
/// When the rule holds something unknown, with its place.
pub fn parse(rules: &Value, names: &Names) -> Result<Option<Rule>, RuleError> {
    let is_empty = match rules {
        Value::Null => true,
        Value::Object(object) => object.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    if is_empty {
        return Ok(None);
    }
    Reader { names, nodes_left: RULE_CONDITIONS_MAX }.rule(rules, &Path::Root).map(Some)
}

enum Path<'p> {
    Root,
    Argument { parent: &'p Path<'p>, operator: &'p str, index: usize },
}

impl Path<'_> {
    fn tell(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Argument { parent, operator, index } => {
                let above = parent.tell();
                let dot = if above.is_empty() { "" } else { "." };
                format!("{above}{dot}{operator}[{index}]")
            }
        }
    }

    fn error(&self, problem: impl Into<String>) -> RuleError {
        let at = self.tell();
        RuleError { at: if at.is_empty() { "rule".to_owned() } else { at }, problem: problem.into() }
    }
}

struct Reader<'n> {
    names: &'n Names,
    nodes_left: usize,
}

impl Reader<'_> {
    fn rule(&mut self, value: &Value, path: &Path<'_>) -> Result<Rule, RuleError> {
        self.nodes_left =
            self.nodes_left.checked_sub(1).ok_or_else(|| path.error("the rule is too large"))?;
        if let Value::Bool(is_permitted) = value {
            return Ok(Rule::Constant(*is_permitted));
        }
        let (operator, arguments) = operation(value, path)?;
        match operator {
            "and" => self.several(operator, arguments, path).map(Rule::All),
            "or" => self.several(operator, arguments, path).map(Rule::Any),
            "inList" => self.in_list(arguments, path),
            "isBefore" => self.time_limit(operator, arguments, path),
            "isAfter" => self.time_limit(operator, arguments, path),
            "<" => self.comparison(operator, Comparison::Below, arguments, path),
            "<=" => self.comparison(operator, Comparison::AtMost, arguments, path),
            ">" => self.comparison(operator, Comparison::Above, arguments, path),
            ">=" => self.comparison(operator, Comparison::AtLeast, arguments, path),
            "==" => self.comparison(operator, Comparison::Equal, arguments, path),
            "!=" => self.comparison(operator, Comparison::Different, arguments, path),
            unknown => Err(path.error(format!("the operator “{unknown}” is not known"))),
        }
    }

    fn several(
        &mut self,
        operator: &str,
        arguments: &[Value],
        path: &Path<'_>,
    ) -> Result<Vec<Rule>, RuleError> {
        let mut rules = Vec::with_capacity(arguments.len());
        for (index, argument) in arguments.iter().enumerate() {
            rules.push(self.rule(argument, &Path::Argument { parent: path, operator, index })?);
        }
        Ok(rules)
    }

    fn in_list(&self, arguments: &[Value], path: &Path<'_>) -> Result<Rule, RuleError> {
        let [subject, list] = arguments else {
            return Err(path.error("inList takes a variable and an objectList"));
        };
        let at_subject = Path::Argument { parent: path, operator: "inList", index: 0 };
        let at_list = Path::Argument { parent: path, operator: "inList", index: 1 };
        let variable = variable(subject, &at_subject)?;
        let ("objectList", entries) = operation(list, &at_list)? else {
            return Err(at_list.error("inList takes an objectList"));
        };
        let mut numbers = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let at = Path::Argument { parent: &at_list, operator: "objectList", index };
            numbers.push((looked_up(entry, variable, &at)?, index));
        }
        let unknown = |number: i64, index: usize| {
            Path::Argument { parent: &at_list, operator: "objectList", index }
                .error(format!("no {variable} has the number {number}"))
        };
        match variable {
            "product" => {
                let mut tiers = Vec::new();
                for (number, index) in numbers {
                    tiers.extend(self.names.products.get(&number).ok_or_else(|| unknown(number, index))?);
                }
                Ok(Rule::TierIn(tiers))
            }
            "variation" => {
                let mut tiers = Vec::new();
                for (number, index) in numbers {
                    tiers.push(*self.names.variations.get(&number).ok_or_else(|| unknown(number, index))?);
                }
                Ok(Rule::TierIn(tiers))
            }
            "gate" => {
                let mut gates = Vec::new();
                for (number, index) in numbers {
                    gates.push(*self.names.gates.get(&number).ok_or_else(|| unknown(number, index))?);
                }
                Ok(Rule::GateIn(gates))
            }
            other => Err(at_subject.error(format!("“{other}” cannot be looked up in a list"))),
        }
    }

    fn time_limit(&self, operator: &str, arguments: &[Value], path: &Path<'_>) -> Result<Rule, RuleError> {
        let at = |index| Path::Argument { parent: path, operator, index };
        let (left, right, tolerance) = match arguments {
            [left, right] => (left, right, None),
            [left, right, tolerance] => (left, right, Some(tolerance)),
            _ => return Err(path.error(format!("{operator} takes two times and perhaps a tolerance"))),
        };
        let tolerance_seconds = tolerance.map_or(Ok(0), |minutes| tolerance_seconds(minutes, &at(2)))?;
        // `isBefore(limit, now)` says the same as `isAfter(now, limit)`: the tolerance widens both alike.
        let (limit, is_mirrored) = if is_now(left) {
            (self.moment(right, &at(1))?, false)
        } else if is_now(right) {
            (self.moment(left, &at(0))?, true)
        } else {
            return Err(at(0).error("a time is compared with something other than the time of the scan"));
        };
        let limit = TimeLimit { moment: limit, tolerance_seconds };
        let is_upper_limit = (operator == "isBefore") != is_mirrored;
        Ok(if is_upper_limit { Rule::Before(limit) } else { Rule::After(limit) })
    }

    fn comparison(
        &self,
        operator: &str,
        is: Comparison,
        arguments: &[Value],
        path: &Path<'_>,
    ) -> Result<Rule, RuleError> {
        let [left, right] = arguments else {
            return Err(path.error(format!("{operator} compares two values")));
        };
        let at = |index| Path::Argument { parent: path, operator, index };
        let (subject, subject_at, threshold, threshold_at, is) = if left.is_object() {
            (left, at(0), right, at(1), is)
        } else {
            (right, at(1), left, at(0), is.mirrored())
        };
        if variable(subject, &subject_at).is_ok_and(|name| name == "entry_status") {
            return presence(is, threshold, path, &threshold_at);
        }
        let measure = self.measure(subject, &subject_at)?;
        Ok(Rule::Compare { measure, is, value: whole_number(threshold, &threshold_at)? })
    }

    fn measure(&self, value: &Value, path: &Path<'_>) -> Result<Measure, RuleError> {
        let (operator, arguments) = operation(value, path)?;
        if operator == "var" {
            return match variable(value, path)? {
                "now_isoweekday" => Ok(Measure::Weekday),
                "entries_number" => Ok(Measure::EntriesNumber),
                "entries_today" => Ok(Measure::EntriesToday),
                "entries_days" => Ok(Measure::EntriesDays),
                "minutes_since_last_entry" => Ok(Measure::MinutesSinceLastEntry),
                "minutes_since_first_entry" => Ok(Measure::MinutesSinceFirstEntry),
                other => Err(path.error(format!("“{other}” is no number that can be compared"))),
            };
        }
        let make: fn(Moment) -> Measure = match operator {
            "entries_since" => Measure::EntriesSince,
            "entries_before" => Measure::EntriesBefore,
            "entries_days_since" => Measure::EntriesDaysSince,
            "entries_days_before" => Measure::EntriesDaysBefore,
            other => return Err(path.error(format!("the operator “{other}” is not known"))),
        };
        let [moment] = arguments else {
            return Err(path.error(format!("{operator} takes one time")));
        };
        self.moment(moment, &Path::Argument { parent: path, operator, index: 0 }).map(make)
    }

    fn moment(&self, value: &Value, path: &Path<'_>) -> Result<Moment, RuleError> {
        let ("buildTime", arguments) = operation(value, path)? else {
            return Err(path.error("a time is made by buildTime"));
        };
        let texts: Vec<&str> = arguments.iter().filter_map(Value::as_str).collect();
        match texts.as_slice() {
            ["date_from", ..] => Ok(Moment::EventStart),
            ["date_to", ..] => Ok(Moment::EventEnd),
            ["date_admission", ..] => Ok(Moment::Admission),
            ["custom", text, ..] => {
                self.names.zone.parse(text).map(Moment::At).map_err(|error| path.error(error.to_string()))
            }
            ["customtime", text, ..] => text
                .parse()
                .map(Moment::ClockTime)
                .map_err(|error: super::moment::MalformedClockTime| path.error(error.to_string())),
            [kind, ..] => Err(path.error(format!("the time “{kind}” is not known or lacks its value"))),
            [] => Err(path.error("buildTime says no time")),
        }
    }
}

/// Splits `{"operator": [arguments]}`; a single argument may stand without brackets.
fn operation<'v>(value: &'v Value, path: &Path<'_>) -> Result<(&'v str, &'v [Value]), RuleError> {
    let single = value.as_object().filter(|object| object.len() == 1).and_then(only_entry);
    let (operator, arguments) =
        single.ok_or_else(|| path.error("an operator with its arguments is expected here"))?;
    Ok(match arguments {
        Value::Array(items) => (operator, items.as_slice()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
            (operator, std::slice::from_ref(arguments))
        }
    })
}

fn only_entry(object: &Map<String, Value>) -> Option<(&str, &Value)> {
    object.iter().next().map(|(operator, arguments)| (operator.as_str(), arguments))
}

fn variable<'v>(value: &'v Value, path: &Path<'_>) -> Result<&'v str, RuleError> {
    match operation(value, path)? {
        ("var", [Value::String(name), ..]) => Ok(name),
        _ => Err(path.error("a variable is expected here")),
    }
}

fn is_now(value: &Value) -> bool {
    variable(value, &Path::Root).is_ok_and(|name| name == "now")
}

/// `{"lookup": ["product", "4", "Day ticket"]}`; the number may be written as text, the name is only for people.
fn looked_up(entry: &Value, kind: &str, path: &Path<'_>) -> Result<i64, RuleError> {
    match operation(entry, path)? {
        ("lookup", [Value::String(model), number, ..]) if model == kind => whole_number(number, path),
        ("lookup", _) => Err(path.error(format!("a lookup of a {kind} is expected here"))),
        _ => Err(path.error("a lookup is expected here")),
    }
}

fn presence(is: Comparison, value: &Value, path: &Path<'_>, value_at: &Path<'_>) -> Result<Rule, RuleError> {
    let presence = match value.as_str() {
        Some("present") => Presence::Inside,
        Some("absent") => Presence::Outside,
        Some(_) | None => return Err(value_at.error("the entry status is either present or absent")),
    };
    let opposite = match presence {
        Presence::Inside => Presence::Outside,
        Presence::Outside => Presence::Inside,
    };
    match is {
        Comparison::Equal => Ok(Rule::Presence(presence)),
        Comparison::Different => Ok(Rule::Presence(opposite)),
        Comparison::Below | Comparison::AtMost | Comparison::Above | Comparison::AtLeast => {
            Err(path.error("the entry status can only be equal or different"))
        }
    }
}

fn whole_number(value: &Value, path: &Path<'_>) -> Result<i64, RuleError> {
    decimal(value)
        .and_then(Decimal::whole)
        .ok_or_else(|| path.error(format!("{value} is not a whole number")))
}

fn tolerance_seconds(minutes: &Value, path: &Path<'_>) -> Result<i64, RuleError> {
    if minutes.is_null() || minutes.as_str().is_some_and(str::is_empty) {
        return Ok(0);
    }
    decimal(minutes)
        .and_then(|minutes| minutes.millionths.checked_mul(60))
        .map(|millionths| millionths / 1_000_000)
        .ok_or_else(|| path.error(format!("{minutes} is not a number of minutes")))
}

/// A number in millionths, read from its text so that no float is involved.
#[derive(Clone, Copy)]
struct Decimal {
    millionths: i64,
}

impl Decimal {
    fn whole(self) -> Option<i64> {
        (self.millionths % 1_000_000 == 0).then_some(self.millionths / 1_000_000)
    }
}

fn decimal(value: &Value) -> Option<Decimal> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) || fraction.len() > 6 {
        return None;
    }
    let fraction: i64 = format!("{fraction:0<6}").parse().ok()?;
    let millionths = whole.parse::<i64>().ok()?.checked_mul(1_000_000)?.checked_add(fraction)?;
    Some(Decimal { millionths: if is_negative { -millionths } else { millionths } })
}
