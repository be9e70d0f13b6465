//! When a list is emptied next: pure.

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use kernel::{
    Timestamp,
    zone::{LocalTimeError, Zone},
};

/// The minute of the day that the clocks of `zone` show at `at`.
pub(super) fn minute_of_day(zone: Zone, at: Timestamp) -> i64 {
    let local = zone.local(at);
    i64::from(local.hour() * 60 + local.minute())
}

/// The first time after both `last` and `now`, on a later day than `last`, at which the clocks of `zone` show `minute`.
/// Where they skip it, as long after midnight as if they had not changed; where they show it twice, the second time.
pub(super) fn next_exit(zone: Zone, last: Timestamp, minute: i64, now: Timestamp) -> Timestamp {
    let wall = NaiveTime::MIN + TimeDelta::minutes(minute);
    let mut day = zone.local(last.max(now - TimeDelta::days(2))).date_naive();
    if last < now - TimeDelta::days(2) {
        day = day.pred_opt().unwrap_or(day);
    }
    loop {
        day = day + Days::new(1);
        let next = moment(zone, day.and_time(wall));
        if next > last && next > now {
            return next;
        }
    }
}

fn moment(zone: Zone, local: NaiveDateTime) -> Timestamp {
    let day = TimeDelta::days(1);
    match zone.moment(local) {
        Ok(at) => at,
        Err(LocalTimeError::HappensTwice { second, .. }) => second,
        Err(
            LocalTimeError::DoesNotExist { .. }
            | LocalTimeError::UnknownZone(_)
            | LocalTimeError::NotATime(_),
        ) => {
            // A day before, the clocks had not yet gone forward; the same time by those clocks.
            zone.moment(local - day).map_or_else(|_| local.and_utc(), |before| before + day)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        "Europe/Berlin".parse::<Zone>().unwrap().parse(text).unwrap()
    }

    fn shown(text: &str, minute: i64, now: &str) -> String {
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        zone.local(next_exit(zone, at(text), minute, at(now))).format("%m-%d %H:%M %Z").to_string()
    }

    #[test]
    fn c33_the_hour_survives_the_night_on_which_it_is_skipped() {
        let minute = 2 * 60 + 30;
        assert_eq!(shown("2021-03-27T02:30", minute, "2021-03-27T02:31"), "03-28 03:30 CEST");
        assert_eq!(shown("2021-03-28T03:30", minute, "2021-03-28T03:31"), "03-29 02:30 CEST");
        assert_eq!(shown("2021-03-29T02:30", minute, "2021-03-29T02:31"), "03-30 02:30 CEST");
    }

    #[test]
    fn an_hour_that_comes_twice_counts_the_second_time() {
        let minute = 2 * 60 + 30;
        assert_eq!(shown("2021-10-30T02:30", minute, "2021-10-30T02:31"), "10-31 02:30 CET");
        assert_eq!(shown("2021-10-31T02:30+01:00", minute, "2021-10-31T02:31+01:00"), "11-01 02:30 CET");
    }

    #[test]
    fn a_device_that_was_off_for_long_goes_on_with_the_coming_night() {
        assert_eq!(shown("2021-01-01T04:00", 240, "2021-06-13T03:00"), "06-13 04:00 CEST");
        assert_eq!(shown("2021-01-01T04:00", 240, "2021-06-13T12:00"), "06-14 04:00 CEST");
        assert_eq!(shown("2021-06-12T04:00", 240, "2021-06-12T04:00"), "06-13 04:00 CEST");
    }
}
