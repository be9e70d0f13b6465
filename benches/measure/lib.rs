//! Measuring a path: time each run, print the middle and the tail, and the ratio to the bare library beneath it.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::missing_panics_doc,
    reason = "a bench that cannot go on has nothing to report"
)]

mod venue;

use std::time::{Duration, Instant};

pub use venue::{Venue, bare_file, read};

/// The times of many runs of one path.
#[derive(Debug)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs `path` `runs` times, after a tenth as many to warm up.
    pub fn of(runs: usize, mut path: impl FnMut(usize)) -> Self {
        let warm_up = runs / 10;
        (0..warm_up).for_each(&mut path);
        let mut times: Vec<Duration> = (warm_up..warm_up + runs)
            .map(|run| {
                let start = Instant::now();
                path(run);
                start.elapsed()
            })
            .collect();
        times.sort();
        Self(times)
    }

    /// The time that `share` of the runs stayed below.
    #[must_use]
    pub fn percentile(&self, share: f64) -> Duration {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "an index"
        )]
        let index = ((self.0.len() - 1) as f64 * share) as usize;
        self.0[index]
    }

    /// Runs in a second, one after another.
    #[must_use]
    pub fn rate(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a count of runs")]
        let count = self.0.len() as f64;
        count / self.0.iter().sum::<Duration>().as_secs_f64()
    }

    /// Prints one line: absolute figures and the ratio of the middles.
    pub fn report(&self, path: &str, bare: Option<&Self>) {
        let micros = |time: Duration| time.as_secs_f64() * 1e6;
        let ratio = bare.map_or(String::new(), |bare| {
            format!("  {:5.2} × bare", micros(self.percentile(0.5)) / micros(bare.percentile(0.5)))
        });
        println!(
            "{path:<52} p50 {:9.1} µs  p99 {:9.1} µs  {:9.0}/s{ratio}",
            micros(self.percentile(0.5)),
            micros(self.percentile(0.99)),
            self.rate(),
        );
    }
}
