//! Identifiers that rise within a command, so that the rows of a sale stand side by side in the file.

use std::cell::Cell;

use kernel::{Fault, Randomness};

/// The bits of a UUIDv7 behind its moment, without version and variant.
const BITS: u32 = 74;

/// The next random part of a UUIDv7: the first is drawn, each further one lies a random step above it
/// (RFC 9562, 6.2, method 2).
#[derive(Debug, Default)]
pub(crate) struct RisingParts(Cell<Option<u128>>);

impl RisingParts {
    /// Ten bytes whose unreserved bits rise from call to call.
    ///
    /// # Errors
    /// A fault when the system has no randomness to give.
    pub(crate) fn next(&self, randomness: &dyn Randomness) -> Result<[u8; 10], Fault> {
        let part = match self.0.get() {
            None => {
                let mut drawn = [0_u8; 16];
                randomness.fill(&mut drawn[6..])?;
                // The top bit stays free, so that no command's steps can overflow.
                u128::from_be_bytes(drawn) & ((1 << (BITS - 1)) - 1)
            }
            Some(last) => {
                let mut step = [0_u8; 4];
                randomness.fill(&mut step)?;
                last + 1 + u128::from(u32::from_be_bytes(step))
            }
        };
        self.0.set(Some(part));
        Ok(spread(part))
    }
}

/// The bits laid around version and variant: four, eight, six, then seven whole bytes.
fn spread(part: u128) -> [u8; 10] {
    let bytes = part.to_be_bytes();
    let top = u32::from_be_bytes([0, bytes[6], bytes[7], bytes[8]]);
    let last_byte = |number: u32| number.to_be_bytes()[3];
    let mut parts = [0_u8; 10];
    parts[..3].copy_from_slice(&[last_byte(top >> 14), last_byte(top >> 6), last_byte(top & 0x3F)]);
    parts[3..].copy_from_slice(&bytes[9..]);
    parts
}

#[cfg(test)]
mod tests {
    use kernel::{clock::from_micros, id::uuid_v7};

    use super::*;

    /// Every draw is as high as can be.
    struct Highest;
    impl Randomness for Highest {
        fn fill(&self, buffer: &mut [u8]) -> Result<(), Fault> {
            buffer.fill(0xFF);
            Ok(())
        }
    }

    #[test]
    fn identifiers_of_one_command_rise_through_version_and_variant() {
        let at = from_micros(1_800_000_000_000_000).unwrap();
        let parts = RisingParts::default();
        let ids: Vec<_> = (0..100_000).map(|_| uuid_v7(at, parts.next(&Highest).unwrap())).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }

    #[test]
    fn every_bit_keeps_its_weight() {
        let at = from_micros(1_800_000_000_000_000).unwrap();
        let rising: Vec<_> = (0..BITS).map(|bit| uuid_v7(at, spread(1 << bit))).collect();
        assert!(rising.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
