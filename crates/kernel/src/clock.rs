//! Time and chance as things that are handed in, so that tests, replays and rules own them.

use chrono::{DateTime, Utc};

/// A moment in UTC. Stored as whole microseconds since 1970, shown in an event's [`crate::Zone`].
pub type Timestamp = DateTime<Utc>;

/// Where "now" comes from.
pub trait Clock: Send + Sync {
    /// The present moment. May step backwards when someone sets the computer's clock; the workspace guards.
    fn now(&self) -> Timestamp;
}

/// Where unpredictable bytes come from.
pub trait Randomness: Send + Sync {
    /// Fills `buffer` with bytes nobody can guess.
    ///
    /// # Errors
    /// A fault when the system has no randomness to give; no key or code may be made then.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), crate::Fault>;
}

/// Microseconds since 1970, the stored form of a [`Timestamp`].
#[must_use]
pub fn to_micros(at: Timestamp) -> i64 {
    at.timestamp_micros()
}

/// The [`Timestamp`] behind a stored number; `None` beyond the years that chrono can say.
#[must_use]
pub fn from_micros(micros: i64) -> Option<Timestamp> {
    DateTime::from_timestamp_micros(micros)
}
