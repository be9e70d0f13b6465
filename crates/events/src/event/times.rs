//! When an event opens its doors, starts and ends: read from what a person typed, checked, never guessed.

use std::collections::BTreeMap;

use chrono::{Datelike, TimeDelta};
use kernel::{LocalTimeError, Refuse, Timestamp, Zone};

/// Years that an event may lie in. Wide enough for an archive; narrow enough that a slip such as 20026 shows.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// How long an event without an end lasts.
pub const DURATION_MINUTES_DEFAULT: u32 = 180;

/// An event's moments, in order: doors, start, end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventTimes {
    /// When the doors open, if that is not the start.
    pub doors_at: Option<Timestamp>,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// What a person typed: local times of the event's zone, or moments with an offset. Blank means absent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TypedTimes<'a> {
    /// When the doors open.
    pub(super) doors_at: Option<&'a str>,
    /// When it starts.
    pub(super) starts_at: &'a str,
    /// When it ends.
    pub(super) ends_at: Option<&'a str>,
}

/// What holds when nothing is typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct UsualTimes {
    /// From start to end.
    pub(super) duration_minutes: u32,
    /// From doors to start; 0 when both are one.
    pub(super) doors_before_minutes: u32,
}

impl Default for UsualTimes {
    fn default() -> Self {
        Self { duration_minutes: DURATION_MINUTES_DEFAULT, doors_before_minutes: 0 }
    }
}

/// Why times were not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimesRefused {
    /// No time, or a local time that the clocks skip or show twice.
    #[error("{}: {reason}", spoken(field))]
    Unreadable {
        /// The input field.
        field: &'static str,
        /// What is wrong with it.
        reason: LocalTimeError,
    },
    /// A year that no event lies in.
    #[error("{}: the year {year} is out of range", spoken(field))]
    YearOutOfRange {
        /// The input field.
        field: &'static str,
        /// The year in UTC.
        year: i32,
    },
    /// It would be over before it starts.
    #[error("the event ends at {ends_at}, not after its start at {starts_at} ({zone})")]
    EndsBeforeStart {
        /// The local start.
        starts_at: String,
        /// The local end.
        ends_at: String,
        /// The event's zone.
        zone: Zone,
    },
    /// The doors would open during the event.
    #[error("the doors open at {doors_at}, after the start at {starts_at} ({zone})")]
    DoorsAfterStart {
        /// The local opening of the doors.
        doors_at: String,
        /// The local start.
        starts_at: String,
        /// The event's zone.
        zone: Zone,
    },
}

impl Refuse for TimesRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { reason, .. } => reason.code(),
            Self::YearOutOfRange { .. } => "time_out_of_range",
            Self::EndsBeforeStart { .. } => "ends_before_start",
            Self::DoorsAfterStart { .. } => "doors_after_start",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unreadable { reason, .. } => reason.fix(),
            Self::YearOutOfRange { .. } => {
                format!("Choose a year from {} to {}.", YEARS.start(), YEARS.end())
            }
            Self::EndsBeforeStart { .. } => {
                "Set the end after the start; past midnight it is the next day.".to_owned()
            }
            Self::DoorsAfterStart { .. } => "Open the doors at the start or before.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Unreadable { field, .. } | Self::YearOutOfRange { field, .. } => field,
            Self::EndsBeforeStart { .. } => "ends_at",
            Self::DoorsAfterStart { .. } => "doors_at",
        };
        Some(field.to_owned())
    }
    fn params(&self) -> BTreeMap<String, String> {
        let pairs: Vec<(&str, String)> = match self {
            Self::Unreadable { reason: LocalTimeError::HappensTwice { first, second, .. }, .. } => {
                vec![("first", first.to_rfc3339()), ("second", second.to_rfc3339())]
            }
            Self::Unreadable { .. } => vec![],
            Self::YearOutOfRange { year, .. } => vec![("year", year.to_string())],
            Self::EndsBeforeStart { starts_at, ends_at, .. } => {
                vec![("starts_at", starts_at.clone()), ("ends_at", ends_at.clone())]
            }
            Self::DoorsAfterStart { doors_at, starts_at, .. } => {
                vec![("doors_at", doors_at.clone()), ("starts_at", starts_at.clone())]
            }
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

fn spoken(field: &str) -> &'static str {
    match field {
        "doors_at" => "Doors",
        "ends_at" => "End",
        _ => "Start",
    }
}

/// Reads and checks the times of a new event.
///
/// # Errors
/// When a time cannot be read on the clocks of `zone`, or the three are out of order.
pub(super) fn read_times(
    zone: Zone,
    typed: TypedTimes<'_>,
    usual: UsualTimes,
) -> Result<EventTimes, TimesRefused> {
    let starts_at = read_time(zone, "starts_at", typed.starts_at)?;
    let ends_at = match given(typed.ends_at) {
        Some(text) => read_time(zone, "ends_at", text)?,
        None => starts_at + minutes(usual.duration_minutes),
    };
    let doors_at = match given(typed.doors_at) {
        Some(text) => Some(read_time(zone, "doors_at", text)?),
        None if usual.doors_before_minutes == 0 => None,
        None => Some(starts_at - minutes(usual.doors_before_minutes)),
    };
    checked(zone, EventTimes { doors_at, starts_at, ends_at })
}

/// The same event at other times. What is not typed moves along with the start, so that a show that is put off by
/// a day keeps its length and its doors.
///
/// # Errors
/// As [`read_times`].
pub(super) fn move_times(
    zone: Zone,
    from: EventTimes,
    typed: &MovedTimes<'_>,
) -> Result<EventTimes, TimesRefused> {
    let starts_at = match given(typed.starts_at) {
        Some(text) => read_time(zone, "starts_at", text)?,
        None => from.starts_at,
    };
    let moved_by = starts_at - from.starts_at;
    let ends_at = match given(typed.ends_at) {
        Some(text) => read_time(zone, "ends_at", text)?,
        None => from.ends_at + moved_by,
    };
    let doors_at = match typed.doors_at {
        Some(doors) => given(doors).map(|text| read_time(zone, "doors_at", text)).transpose()?,
        None => from.doors_at.map(|doors| doors + moved_by),
    };
    checked(zone, EventTimes { doors_at, starts_at, ends_at })
}

/// Times to change; absent ones stay or move along.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MovedTimes<'a> {
    /// `Some(None)` takes the doors away.
    pub(super) doors_at: Option<Option<&'a str>>,
    /// The new start.
    pub(super) starts_at: Option<&'a str>,
    /// The new end.
    pub(super) ends_at: Option<&'a str>,
}

fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

fn read_time(zone: Zone, field: &'static str, text: &str) -> Result<Timestamp, TimesRefused> {
    let at = zone.parse(text).map_err(|reason| TimesRefused::Unreadable { field, reason })?;
    in_range(field, at)
}

fn in_range(field: &'static str, at: Timestamp) -> Result<Timestamp, TimesRefused> {
    if YEARS.contains(&at.year()) {
        Ok(at)
    } else {
        Err(TimesRefused::YearOutOfRange { field, year: at.year() })
    }
}

fn minutes(count: u32) -> TimeDelta {
    TimeDelta::minutes(i64::from(count))
}

/// The end of an event that does not say when it ends.
pub(super) fn usual_end(starts_at: Timestamp) -> Timestamp {
    starts_at + minutes(DURATION_MINUTES_DEFAULT)
}

/// Times in order and in range, or why not.
pub(super) fn checked(zone: Zone, times: EventTimes) -> Result<EventTimes, TimesRefused> {
    let EventTimes { doors_at, starts_at, ends_at } = times;
    // Imported times, and those that moved along, were not read from text: their years are not checked yet.
    in_range("starts_at", starts_at)?;
    in_range("ends_at", ends_at)?;
    doors_at.map(|doors| in_range("doors_at", doors)).transpose()?;
    let local = |at: Timestamp| zone.local(at).format("%Y-%m-%d %H:%M").to_string();
    if ends_at <= starts_at {
        return Err(TimesRefused::EndsBeforeStart {
            starts_at: local(starts_at),
            ends_at: local(ends_at),
            zone,
        });
    }
    if let Some(doors_at) = doors_at.filter(|doors| *doors > starts_at) {
        return Err(TimesRefused::DoorsAfterStart {
            doors_at: local(doors_at),
            starts_at: local(starts_at),
            zone,
        });
    }
    Ok(times)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn berlin() -> Zone {
        "Europe/Berlin".parse().unwrap()
    }

    fn typed<'a>(doors_at: &'a str, starts_at: &'a str, ends_at: &'a str) -> TypedTimes<'a> {
        TypedTimes { doors_at: Some(doors_at), starts_at, ends_at: Some(ends_at) }
    }

    fn refused(typed: TypedTimes<'_>) -> (&'static str, Option<String>) {
        let refusal = read_times(berlin(), typed, UsualTimes::default()).unwrap_err();
        (refusal.code(), refusal.field())
    }

    #[test]
    fn local_times_are_read_on_the_events_clocks() {
        let times =
            read_times(berlin(), typed("2026-06-13T19:00", "2026-06-13 20:00", ""), UsualTimes::default())
                .unwrap();
        assert_eq!(times.starts_at.to_rfc3339(), "2026-06-13T18:00:00+00:00");
        assert_eq!(times.doors_at.map(|at| at.to_rfc3339()).as_deref(), Some("2026-06-13T17:00:00+00:00"));
        assert_eq!(times.ends_at - times.starts_at, TimeDelta::minutes(180));
    }

    #[test]
    fn each_field_is_refused_by_name() {
        let (good, night) = ("2026-06-13T20:00", "2026-06-13T23:00");
        for (typed, code, field) in [
            (typed("", "tonight", ""), "not_a_time", "starts_at"),
            (typed("", "", ""), "not_a_time", "starts_at"),
            (typed("", "2026-03-29T02:30", ""), "time_does_not_exist", "starts_at"),
            (typed("2026-03-29T02:30", "2026-03-29T03:30", ""), "time_does_not_exist", "doors_at"),
            (typed("", "2026-10-24T22:00", "2026-10-25T02:30"), "time_happens_twice", "ends_at"),
            (typed("", good, good), "ends_before_start", "ends_at"),
            (typed("", good, "2026-06-13T01:00"), "ends_before_start", "ends_at"),
            (typed(night, good, night), "doors_after_start", "doors_at"),
            (typed("", "+20026-06-13T20:00", ""), "time_out_of_range", "starts_at"),
            (typed("", &"9".repeat(10_000), ""), "not_a_time", "starts_at"),
        ] {
            assert_eq!(refused(typed), (code, Some(field.to_owned())), "{typed:?}");
        }
    }

    #[test]
    fn an_offset_says_which_of_two_times_is_meant() {
        let twice = typed("", "2026-10-24T22:00", "2026-10-25T02:30+01:00");
        let times = read_times(berlin(), twice, UsualTimes::default()).unwrap();
        assert_eq!(times.ends_at.to_rfc3339(), "2026-10-25T01:30:00+00:00");
    }

    #[test]
    fn putting_off_the_start_keeps_length_and_doors() {
        let usual = UsualTimes { duration_minutes: 90, doors_before_minutes: 30 };
        let from = read_times(
            berlin(),
            TypedTimes { starts_at: "2026-06-13T20:00", ..TypedTimes::default() },
            usual,
        )
        .unwrap();
        let moved = MovedTimes { starts_at: Some("2026-06-20T21:00"), ..MovedTimes::default() };
        let to = move_times(berlin(), from, &moved).unwrap();
        assert_eq!(to.ends_at - to.starts_at, TimeDelta::minutes(90));
        assert_eq!(to.doors_at.map(|doors| to.starts_at - doors), Some(TimeDelta::minutes(30)));
        let bare =
            move_times(berlin(), to, &MovedTimes { doors_at: Some(None), ..MovedTimes::default() }).unwrap();
        assert_eq!(bare, EventTimes { doors_at: None, ..to });
    }

    proptest! {
        #[test]
        fn what_is_taken_is_in_order(starts in "2026-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])T[01][0-9]:[0-5][0-9]", ends in "2026-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])T[01][0-9]:[0-5][0-9]", doors in 0_u32..600) {
            let usual = UsualTimes { doors_before_minutes: doors, ..UsualTimes::default() };
            if let Ok(times) = read_times(berlin(), TypedTimes { doors_at: None, starts_at: &starts, ends_at: Some(&ends) }, usual) {
                prop_assert!(times.starts_at < times.ends_at);
                prop_assert!(times.doors_at.is_none_or(|doors| doors <= times.starts_at));
            }
        }
    }
}
