//! What a ticket did on one list: its admitted scans that were not annulled. Refused scans are no history: they
//! neither use a ticket up nor restart a clock.

use std::{fmt, str::FromStr};

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::ScanId;

/// Which way the guest goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Going in.
    #[default]
    Entry,
    /// Going out.
    Exit,
}

/// Text that names no direction.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is neither entry nor exit")]
pub struct UnknownDirection(pub String);

impl Direction {
    /// The word in the scan log and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Exit => "exit",
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Direction {
    type Err = UnknownDirection;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "entry" => Ok(Self::Entry),
            "exit" => Ok(Self::Exit),
            other => Err(UnknownDirection(other.chars().take(40).collect())),
        }
    }
}

/// One admitted scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Its entry in the scan log.
    pub scan: ScanId,
    /// Which way.
    pub direction: Direction,
    /// When it was scanned, which may be earlier than when it was recorded.
    pub at: Timestamp,
    /// The scanning app's own mark of this scan, if it sent one.
    pub nonce: Option<String>,
    /// The device that scanned; empty when it did not say.
    pub device: String,
    /// The gate's name, if the scan had a gate.
    pub gate: Option<String>,
    /// Who held the scanner, if known.
    pub operator: Option<String>,
}

/// The admitted scans of one ticket on one list, in the order in which they were recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    passes: Vec<Pass>,
}

impl History {
    /// A history from passes in the order in which they were recorded.
    #[must_use]
    pub fn new(passes: Vec<Pass>) -> Self {
        Self { passes }
    }

    /// All passes, in the order in which they were recorded.
    #[must_use]
    pub fn passes(&self) -> &[Pass] {
        &self.passes
    }

    /// The latest pass by scan time; of two at the same moment the one recorded later.
    #[must_use]
    pub fn latest(&self) -> Option<&Pass> {
        self.passes.iter().max_by_key(|pass| pass.at)
    }

    /// The earliest entry by scan time: when the ticket was first used.
    #[must_use]
    pub fn first_entry(&self) -> Option<&Pass> {
        self.entries().min_by_key(|pass| pass.at)
    }

    /// Entries only.
    pub fn entries(&self) -> impl Iterator<Item = &Pass> {
        self.passes.iter().filter(|pass| pass.direction == Direction::Entry)
    }

    /// Whether the holder is inside by the latest pass.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.latest().is_some_and(|pass| pass.direction == Direction::Entry)
    }

    /// The pass that a request repeats: the latest one when it bears the nonce, whatever its direction and device;
    /// an older one only when direction and device agree, because devices may draw the same nonce.
    #[must_use]
    pub fn repeated(&self, nonce: &str, direction: Direction, device: &str) -> Option<&Pass> {
        let bears_nonce = |pass: &&Pass| pass.nonce.as_deref() == Some(nonce);
        self.latest().filter(bears_nonce).or_else(|| {
            self.passes
                .iter()
                .filter(bears_nonce)
                .find(|pass| pass.direction == direction && pass.device == device)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_read_back() {
        for direction in [Direction::Entry, Direction::Exit] {
            assert_eq!(direction.as_str().parse(), Ok(direction));
            assert_eq!(serde_json::to_value(direction).unwrap(), direction.as_str());
        }
    }
}
