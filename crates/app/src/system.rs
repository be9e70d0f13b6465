//! The real clock and the real randomness: the only place that reads either.

use kernel::{Clock, Fault, FaultKind, Randomness, Timestamp};

/// The computer's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everyone else is handed")]
    fn now(&self) -> Timestamp {
        let now = chrono::Utc::now();
        // Stored moments have microseconds; a moment must equal itself after a round trip through the file.
        kernel::clock::from_micros(kernel::clock::to_micros(now)).unwrap_or(now)
    }
}

/// The operating system's randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    #[expect(clippy::disallowed_methods, reason = "this is the randomness that everyone else is handed")]
    fn fill(&self, buffer: &mut [u8]) -> Result<(), Fault> {
        getrandom::fill(buffer)
            .map_err(|error| Fault::new(FaultKind::Io, "the system gives no randomness").caused_by(error))
    }
}
