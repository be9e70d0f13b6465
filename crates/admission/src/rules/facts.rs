//! What a rule may know about one scan, and the numbers made from it.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveTime};
use kernel::{Timestamp, Zone};

use super::{Measure, Presence, moment::on_local_day};
use crate::{
    ids::{GateId, TierId},
    verdict::{Direction, History},
};

/// The event's own dates, as rules name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventDates {
    /// Start of the event.
    pub starts_at: Timestamp,
    /// End of the event.
    pub ends_at: Timestamp,
    /// When the doors open, if that is said.
    pub doors_at: Option<Timestamp>,
}

/// What a rule may know about one scan.
#[derive(Clone, Copy, Debug)]
pub struct RuleFacts<'a> {
    /// When the scan happened; rules know no other "now", so late uploads are judged by their own time.
    pub scanned_at: Timestamp,
    /// The event's zone: days and clock times are local.
    pub zone: Zone,
    /// The event's dates.
    pub dates: EventDates,
    /// The ticket's tier.
    pub tier: TierId,
    /// Where the scan happens.
    pub gate: Option<GateId>,
    /// The ticket's admitted scans on this list.
    pub history: &'a History,
}

impl RuleFacts<'_> {
    /// The value of `measure` for this scan.
    #[must_use]
    pub fn value(&self, measure: Measure) -> i64 {
        match measure {
            Measure::Weekday => i64::from(self.zone.local(self.scanned_at).weekday().number_from_monday()),
            Measure::EntriesNumber => count(self.entries()),
            Measure::EntriesToday => {
                let midnight = on_local_day(self.zone, self.scanned_at, NaiveTime::MIN);
                count(self.entries().filter(|at| *at >= midnight))
            }
            Measure::EntriesDays => self.days(self.entries()),
            Measure::EntriesSince(moment) => {
                let since = moment.resolve(self);
                count(self.entries().filter(|at| *at >= since))
            }
            Measure::EntriesBefore(moment) => {
                let before = moment.resolve(self);
                count(self.entries().filter(|at| *at < before))
            }
            Measure::EntriesDaysSince(moment) => {
                let since = moment.resolve(self);
                self.days(self.entries().filter(|at| *at >= since))
            }
            Measure::EntriesDaysBefore(moment) => {
                let before = moment.resolve(self);
                self.days(self.entries().filter(|at| *at < before))
            }
            Measure::MinutesSinceLastEntry => self.minutes_since(self.entries().max()),
            Measure::MinutesSinceFirstEntry => self.minutes_since(self.entries().min()),
        }
    }

    /// Where the holder is, by the latest scan.
    #[must_use]
    pub fn presence(&self) -> Presence {
        match self.history.latest().map(|pass| pass.direction) {
            Some(Direction::Entry) => Presence::Inside,
            Some(Direction::Exit) | None => Presence::Outside,
        }
    }

    fn entries(&self) -> impl Iterator<Item = Timestamp> {
        self.history.entries().map(|pass| pass.at)
    }

    fn days(&self, entries: impl Iterator<Item = Timestamp>) -> i64 {
        let days: BTreeSet<_> = entries.map(|at| self.zone.local(at).date_naive()).collect();
        i64::try_from(days.len()).unwrap_or(i64::MAX)
    }

    /// Whole minutes, rounded down: an entry stamped 30 s after this scan is −1 minutes ago.
    fn minutes_since(&self, entry: Option<Timestamp>) -> i64 {
        const MINUTE_MICROS: i64 = 60_000_000;
        match entry {
            None => -1,
            Some(at) => (self.scanned_at - at)
                .num_microseconds()
                .map_or(i64::MAX, |micros| micros.div_euclid(MINUTE_MICROS)),
        }
    }
}

fn count(entries: impl Iterator<Item = Timestamp>) -> i64 {
    i64::try_from(entries.count()).unwrap_or(i64::MAX)
}
