//! Time zones. A wall-clock time that does not exist, or exists twice, is refused and never guessed.

use std::{fmt, str::FromStr};

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// An IANA time zone, such as `Europe/Berlin`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Zone(chrono_tz::Tz);

/// Why a zone or a local time could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LocalTimeError {
    /// No such zone.
    #[error("“{0}” is not an IANA time zone")]
    UnknownZone(String),
    /// The text is no local date and time.
    #[error("“{0}” is not a date and time")]
    NotATime(String),
    /// The clocks jump over this time.
    #[error("{local} does not exist in {zone}: the clocks go forward over it")]
    DoesNotExist {
        /// The wall-clock time asked for.
        local: NaiveDateTime,
        /// The zone it was asked in.
        zone: String,
    },
    /// The clocks pass this time twice.
    #[error("{local} happens twice in {zone}: the clocks go back over it")]
    HappensTwice {
        /// The wall-clock time asked for.
        local: NaiveDateTime,
        /// The zone it was asked in.
        zone: String,
        /// The first of the two moments.
        first: Timestamp,
        /// The second of the two moments.
        second: Timestamp,
    },
}

impl crate::Refuse for LocalTimeError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownZone(_) => "unknown_time_zone",
            Self::NotATime(_) => "not_a_time",
            Self::DoesNotExist { .. } => "time_does_not_exist",
            Self::HappensTwice { .. } => "time_happens_twice",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::UnknownZone(_) => "Choose a zone such as Europe/Berlin.".to_owned(),
            Self::NotATime(_) => {
                "Write it like 2026-06-13T20:00, or with an offset: 2026-06-13T20:00+02:00.".to_owned()
            }
            Self::DoesNotExist { .. } => "Choose a time before or after the change of the clocks.".to_owned(),
            Self::HappensTwice { first, second, .. } => {
                format!("Say which one you mean: {} or {}.", first.to_rfc3339(), second.to_rfc3339())
            }
        }
    }
}

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self(chrono_tz::Tz::UTC);

    /// The zone's IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// `at` on the clocks of this zone.
    #[must_use]
    pub fn local(self, at: Timestamp) -> DateTime<chrono_tz::Tz> {
        at.with_timezone(&self.0)
    }

    /// The moment at which this zone's clocks show `local`.
    ///
    /// # Errors
    /// When the clocks skip that time or show it twice.
    pub fn moment(self, local: NaiveDateTime) -> Result<Timestamp, LocalTimeError> {
        match self.0.from_local_datetime(&local) {
            LocalResult::Single(at) => Ok(at.with_timezone(&Utc)),
            LocalResult::None => Err(LocalTimeError::DoesNotExist { local, zone: self.name().to_owned() }),
            LocalResult::Ambiguous(first, second) => Err(LocalTimeError::HappensTwice {
                local,
                zone: self.name().to_owned(),
                first: first.with_timezone(&Utc),
                second: second.with_timezone(&Utc),
            }),
        }
    }

    /// Reads `2026-06-13T20:00` on this zone's clocks, or a moment with its own offset (`…Z`, `…+02:00`).
    ///
    /// # Errors
    /// When the text is no time, or names a local time that is skipped or doubled.
    pub fn parse(self, text: &str) -> Result<Timestamp, LocalTimeError> {
        let trimmed = text.trim();
        if let Ok(moment) = DateTime::parse_from_rfc3339(trimmed) {
            return Ok(moment.with_timezone(&Utc));
        }
        for offset_shape in ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M%:z"] {
            if let Ok(moment) = DateTime::parse_from_str(trimmed, offset_shape) {
                return Ok(moment.with_timezone(&Utc));
            }
        }
        for shape in ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"] {
            if let Ok(local) = NaiveDateTime::parse_from_str(trimmed, shape) {
                return self.moment(local);
            }
        }
        Err(LocalTimeError::NotATime(trimmed.chars().take(60).collect()))
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Zone {
    type Err = LocalTimeError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.trim()
            .parse()
            .map(Self)
            .map_err(|_| LocalTimeError::UnknownZone(text.chars().take(60).collect()))
    }
}

impl TryFrom<String> for Zone {
    type Error = LocalTimeError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_in_the_spring_gap_is_refused() {
        let berlin: Zone = "Europe/Berlin".parse().unwrap();
        assert!(matches!(berlin.parse("2026-03-29T02:30"), Err(LocalTimeError::DoesNotExist { .. })));
    }

    #[test]
    fn a_time_in_the_autumn_fold_asks_which_one() {
        let berlin: Zone = "Europe/Berlin".parse().unwrap();
        assert!(matches!(berlin.parse("2026-10-25T02:30"), Err(LocalTimeError::HappensTwice { .. })));
        let second = berlin.parse("2026-10-25T02:30+01:00").unwrap();
        assert_eq!(second.to_rfc3339(), "2026-10-25T01:30:00+00:00");
    }

    #[test]
    fn local_times_become_moments() {
        let auckland: Zone = "Pacific/Auckland".parse().unwrap();
        assert_eq!(auckland.parse("2026-11-20 20:00").unwrap().to_rfc3339(), "2026-11-20T07:00:00+00:00");
    }
}
