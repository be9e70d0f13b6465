//! The real clock and the real randomness: the only place that reads either.

use std::sync::{Mutex, PoisonError};

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

/// The operating system's randomness, fetched some at a time: a sale asks twenty times for a few bytes each.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

const FETCHED: usize = 1_024;

/// Bytes that were fetched and not yet given out. Each is given out once and wiped.
struct Fetched {
    bytes: [u8; FETCHED],
    left: usize,
}

static POOL: Mutex<Fetched> = Mutex::new(Fetched { bytes: [0; FETCHED], left: 0 });

impl Randomness for SystemRandomness {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), Fault> {
        if buffer.len() > FETCHED {
            return fetch(buffer);
        }
        let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        if pool.left < buffer.len() {
            fetch(&mut pool.bytes)?;
            pool.left = FETCHED;
        }
        let end = pool.left;
        let start = end - buffer.len();
        buffer.copy_from_slice(&pool.bytes[start..end]);
        pool.bytes[start..end].fill(0);
        pool.left = start;
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the randomness that everyone else is handed")]
fn fetch(buffer: &mut [u8]) -> Result<(), Fault> {
    getrandom::fill(buffer)
        .map_err(|error| Fault::new(FaultKind::Io, "the system gives no randomness").caused_by(error))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_bytes_are_given_out_twice() {
        let draw = || {
            let mut bytes = [0_u8; 16];
            SystemRandomness.fill(&mut bytes).unwrap();
            bytes
        };
        let threads: Vec<_> = (0..4)
            .map(|_| std::thread::spawn(move || (0..1_000).map(|_| draw()).collect::<Vec<_>>()))
            .collect();
        let drawn: Vec<_> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        assert_eq!(drawn.iter().collect::<HashSet<_>>().len(), drawn.len());
        assert!(!drawn.contains(&[0; 16]));
    }

    #[test]
    fn more_than_the_pool_holds_is_fetched_at_once() {
        let mut bytes = vec![0_u8; 3 * FETCHED];
        SystemRandomness.fill(&mut bytes).unwrap();
        assert!(bytes.chunks(FETCHED).all(|chunk| chunk.iter().any(|byte| *byte != 0)));
    }
}
