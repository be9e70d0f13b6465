//! Moments that a rule may name: fixed, a clock time on the day of the scan, or one of the event's own dates.

use std::{fmt, str::FromStr};

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};
use kernel::{LocalTimeError, Timestamp, Zone};
use serde::{Deserialize, Serialize};

use super::facts::RuleFacts;

/// A moment a rule compares with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// A fixed moment.
    At(#[ts(type = "string")] Timestamp),
    /// This clock time on the local day of the scan.
    ClockTime(ClockTime),
    /// The event's start.
    EventStart,
    /// The event's end.
    EventEnd,
    /// When the doors open; the event's start when nothing else is said.
    Admission,
}

/// A time of day, written `18:30` or `18:30:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct ClockTime(NaiveTime);

/// Text that is no time of day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a time of day such as 18:30")]
pub struct MalformedClockTime(pub String);

impl FromStr for ClockTime {
    type Err = MalformedClockTime;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        ["%H:%M", "%H:%M:%S", "%H:%M:%S%.f"]
            .iter()
            .find_map(|shape| NaiveTime::parse_from_str(text.trim(), shape).ok())
            .map(Self)
            .ok_or_else(|| MalformedClockTime(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for ClockTime {
    type Error = MalformedClockTime;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format("%H:%M:%S%.f").fmt(f)
    }
}

impl Moment {
    /// The point in time that is meant for a scan with these facts.
    #[must_use]
    pub fn resolve(self, facts: &RuleFacts<'_>) -> Timestamp {
        match self {
            Self::At(moment) => moment,
            Self::ClockTime(time) => on_local_day(facts.zone, facts.scanned_at, time.0),
            Self::EventStart => facts.dates.starts_at,
            Self::EventEnd => facts.dates.ends_at,
            Self::Admission => facts.dates.doors_at.unwrap_or(facts.dates.starts_at),
        }
    }
}

/// `time` on the local day of `at`. A rule must be decidable at any time, so a time that the clocks skip is read
/// with the offset before the change, and of a doubled time the first one counts.
pub(super) fn on_local_day(zone: Zone, at: Timestamp, time: NaiveTime) -> Timestamp {
    let wanted = zone.local(at).date_naive().and_time(time);
    settle(zone, wanted).unwrap_or(at)
}

fn settle(zone: Zone, wanted: NaiveDateTime) -> Option<Timestamp> {
    match zone.moment(wanted) {
        Ok(moment) => Some(moment),
        Err(LocalTimeError::HappensTwice { first, .. }) => Some(first),
        Err(LocalTimeError::DoesNotExist { .. }) => {
            // The day before had no change of the clocks, so counting on from there keeps the earlier offset.
            let day_before = wanted.checked_sub_days(Days::new(1))?;
            zone.moment(day_before).ok()?.checked_add_signed(TimeDelta::hours(24))
        }
        Err(LocalTimeError::UnknownZone(_) | LocalTimeError::NotATime(_)) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> Zone {
        "Europe/Berlin".parse().unwrap()
    }

    fn at(text: &str) -> Timestamp {
        Zone::UTC.parse(text).unwrap()
    }

    #[test]
    fn a_clock_time_takes_the_local_day_of_the_scan() {
        let late_on_the_4th_in_berlin = at("2026-06-04T21:30:00Z");
        let early_on_the_5th_in_berlin = at("2026-06-04T22:30:00Z");
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
        assert_eq!(on_local_day(berlin(), late_on_the_4th_in_berlin, noon), at("2026-06-04T10:00:00Z"));
        assert_eq!(on_local_day(berlin(), early_on_the_5th_in_berlin, noon), at("2026-06-05T10:00:00Z"));
    }

    #[test]
    fn skipped_and_doubled_times_are_settled_not_refused() {
        let half_past_two = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
        assert_eq!(
            on_local_day(berlin(), at("2026-03-29T10:00:00Z"), half_past_two),
            at("2026-03-29T01:30:00Z")
        );
        assert_eq!(
            on_local_day(berlin(), at("2026-10-25T10:00:00Z"), half_past_two),
            at("2026-10-25T00:30:00Z")
        );
    }

    #[test]
    fn clock_times_read_back_as_written() {
        for text in ["18:30:00", "00:00:00", "23:59:59.500"] {
            assert_eq!(text.parse::<ClockTime>().unwrap().to_string(), text);
        }
        assert_eq!("18:30".parse::<ClockTime>().unwrap().to_string(), "18:30:00");
        assert!("25:00".parse::<ClockTime>().is_err());
    }
}
