//! Dates and times on the clocks of the event's zone.

use chrono::{Datelike, Offset};
use kernel::{Timestamp, Zone};

use super::{Locale, Words};

impl Locale {
    const fn calendar(self) -> chrono::Locale {
        match self {
            Self::En => chrono::Locale::en_GB,
            Self::De => chrono::Locale::de_DE,
        }
    }

    /// `Saturday, 13 June 2026`, `Samstag, 13. Juni 2026`.
    pub(crate) fn date(self, at: Timestamp, zone: Zone) -> String {
        let pattern = match self {
            Self::En => "%A, %-d %B %Y",
            Self::De => "%A, %-d. %B %Y",
        };
        zone.local(at).format_localized(pattern, self.calendar()).to_string()
    }

    /// `Sat 13 June`, `Sa. 13. Juni`: for a second day beside the first.
    pub(crate) fn short_date(self, at: Timestamp, zone: Zone) -> String {
        let pattern = match self {
            Self::En => "%a %-d %b",
            Self::De => "%a, %-d.%-m.",
        };
        zone.local(at).format_localized(pattern, self.calendar()).to_string()
    }

    /// `13 June 2026, 20:15`: for a receipt.
    pub(crate) fn date_and_time(self, at: Timestamp, zone: Zone) -> String {
        let pattern = match self {
            Self::En => "%-d %B %Y, %H:%M",
            Self::De => "%-d. %B %Y, %H:%M",
        };
        zone.local(at).format_localized(pattern, self.calendar()).to_string()
    }

    /// `20:00`: both languages read 24 hours, and nobody misses a show by twelve of them.
    pub(crate) fn time(self, at: Timestamp, zone: Zone) -> String {
        zone.local(at).format("%H:%M").to_string()
    }
}

/// The abbreviation of the zone at that moment: `CEST`, `MESZ`, or `UTC+5:30` where the zone has no name of its own.
pub(crate) fn zone_label(words: &Words, at: Timestamp, zone: Zone) -> String {
    let local = zone.local(at);
    let abbreviation = local.format("%Z").to_string();
    if abbreviation.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return words.zone(&abbreviation).unwrap_or(abbreviation);
    }
    let seconds = local.offset().fix().local_minus_utc();
    let sign = if seconds < 0 { '−' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") }
}

/// Whether both moments fall on one calendar day there.
pub(crate) fn is_same_day(one: Timestamp, other: Timestamp, zone: Zone) -> bool {
    zone.local(one).num_days_from_ce() == zone.local(other).num_days_from_ce()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn dates_name_the_weekday_in_the_language() {
        let (zone, start) = ("Europe/Berlin".parse().unwrap(), at("2026-06-13T18:00:00Z"));
        assert_eq!(Locale::En.date(start, zone), "Saturday, 13 June 2026");
        assert_eq!(Locale::De.date(start, zone), "Samstag, 13. Juni 2026");
        assert_eq!(Locale::De.time(start, zone), "20:00");
        assert_eq!(Locale::De.short_date(start, zone), "Sa, 13.6.");
        assert_eq!(Locale::En.short_date(start, zone), "Sat 13 Jun");
    }

    #[test]
    fn zones_are_abbreviated_as_people_write_them() {
        let summer = at("2026-06-13T18:00:00Z");
        for (zone, english, german) in [
            ("Europe/Berlin", "CEST", "MESZ"),
            ("America/New_York", "EDT", "EDT"),
            ("Asia/Kathmandu", "UTC+5:45", "UTC+5:45"),
            ("America/Sao_Paulo", "UTC−3", "UTC−3"),
            ("UTC", "UTC", "UTC"),
        ] {
            let zone = zone.parse().unwrap();
            assert_eq!(zone_label(Words::of(Locale::En), summer, zone), english);
            assert_eq!(zone_label(Words::of(Locale::De), summer, zone), german);
        }
    }

    #[test]
    fn the_day_is_the_zones_day() {
        let (late, later) = (at("2026-06-13T21:30:00Z"), at("2026-06-13T22:30:00Z"));
        assert!(is_same_day(late, later, "UTC".parse().unwrap()));
        assert!(!is_same_day(late, later, "Europe/Berlin".parse().unwrap()));
    }
}
