//! Questions asked at the door, and whether an answer answers.

use std::{collections::BTreeMap, fmt, str::FromStr};

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::{
    ids::{QuestionId, TierId},
    rules::ClockTime,
};

/// The answers a request carries, by question, as text.
pub type GivenAnswers = BTreeMap<QuestionId, String>;

/// What an answer looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// Free text.
    Text,
    /// A decimal number.
    Number,
    /// A yes or no; required means that only yes will do.
    YesNo,
    /// One of the options.
    Choice,
    /// Some of the options, separated by commas.
    Choices,
    /// A date, `2026-06-13`.
    Date,
    /// A time of day, `18:30`.
    Time,
    /// A date and time.
    DateTime,
    /// Anything else: a phone number, a country, a file name.
    Other,
}

/// Text that names no kind of answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no kind of answer")]
pub struct UnknownAnswerKind(pub String);

impl AnswerKind {
    const ALL: [Self; 9] = [
        Self::Text,
        Self::Number,
        Self::YesNo,
        Self::Choice,
        Self::Choices,
        Self::Date,
        Self::Time,
        Self::DateTime,
        Self::Other,
    ];

    /// The word in the file and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Date => "date",
            Self::Time => "time",
            Self::DateTime => "date_time",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for AnswerKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for AnswerKind {
    type Err = UnknownAnswerKind;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| UnknownAnswerKind(text.chars().take(40).collect()))
    }
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AnswerOption {
    /// Short, stable mark of the option.
    pub identifier: String,
    /// What people read.
    pub label: String,
    /// The option's number where the question came from, accepted as an answer too.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub source_number: Option<i64>,
}

/// A question that is asked at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorQuestion {
    /// The question.
    pub question: QuestionId,
    /// Its short mark, unique in the event.
    pub identifier: String,
    /// What is asked.
    pub text: String,
    /// What an answer looks like.
    pub kind: AnswerKind,
    /// An empty answer will not do.
    pub is_required: bool,
    /// Tiers whose holders are asked.
    pub tiers: Vec<TierId>,
    /// What can be chosen.
    pub options: Vec<AnswerOption>,
}

impl DoorQuestion {
    /// The text to keep for an answer: `Some(Some(text))` to keep it, `Some(None)` when the guest leaves an optional
    /// question open (an answer as well), `None` when the text does not answer the question.
    #[must_use]
    pub fn accept(&self, given: &str) -> Option<Option<String>> {
        let given = given.trim();
        if given.is_empty() {
            let nothing = (self.kind == AnswerKind::YesNo).then(|| "no".to_owned());
            return (!self.is_required).then_some(nothing);
        }
        self.well_formed(given).map(Some)
    }

    fn well_formed(&self, given: &str) -> Option<String> {
        match self.kind {
            AnswerKind::Text | AnswerKind::Other => Some(given.to_owned()),
            AnswerKind::Number => is_decimal(given).then(|| given.to_owned()),
            AnswerKind::YesNo => {
                let is_yes = ["true", "yes", "1"].contains(&given.to_lowercase().as_str());
                (is_yes || !self.is_required).then(|| if is_yes { "yes" } else { "no" }.to_owned())
            }
            AnswerKind::Choice => self.option(given).map(|option| option.label.clone()),
            AnswerKind::Choices => {
                let chosen: Option<Vec<&str>> = given
                    .split(',')
                    .map(|mark| self.option(mark.trim()).map(|option| option.label.as_str()))
                    .collect();
                chosen.map(|labels| labels.join(", "))
            }
            AnswerKind::Date => NaiveDate::parse_from_str(given, "%Y-%m-%d").ok().map(|_| given.to_owned()),
            AnswerKind::Time => given.parse::<ClockTime>().ok().map(|_| given.to_owned()),
            AnswerKind::DateTime => is_date_time(given).then(|| given.to_owned()),
        }
    }

    fn option(&self, mark: &str) -> Option<&AnswerOption> {
        let number = mark.parse::<i64>().ok();
        self.options
            .iter()
            .find(|option| option.identifier == mark || (number.is_some() && option.source_number == number))
    }
}

/// A decimal number as people write it, with a point or a comma.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
    let mut parts = digits.split(['.', ',']);
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    parts.next().is_none()
        && is_digits(whole)
        && is_digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
}

fn is_date_time(text: &str) -> bool {
    DateTime::parse_from_rfc3339(text).is_ok()
        || ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
            .iter()
            .any(|shape| NaiveDateTime::parse_from_str(text, shape).is_ok())
}
