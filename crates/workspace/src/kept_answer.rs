//! The answers kept under idempotency keys, packed: most of an answer repeats itself.

use kernel::{Fault, FaultKind};

/// The first byte of a packed answer. No JSON text begins with it: answers from before packing are text as they are.
const PACKED: u8 = 1;

/// More than any answer has; a damaged length must not ask for all memory.
const ANSWER_BYTES_MAX: usize = 256 * 1024 * 1024;

/// `json` as it is stored.
pub(crate) fn pack(json: &str) -> Vec<u8> {
    let mut packed = vec![PACKED];
    packed.extend(lz4_flex::compress_prepend_size(json.as_bytes()));
    packed
}

/// The text that was stored as `stored`.
///
/// # Errors
/// A fault when the bytes are damaged.
pub(crate) fn unpack(stored: &[u8]) -> Result<String, Fault> {
    let text = match stored {
        [PACKED, packed @ ..] => unpacked(packed)?,
        text => text.to_vec(),
    };
    String::from_utf8(text).map_err(|error| damaged().caused_by(error))
}

fn unpacked(packed: &[u8]) -> Result<Vec<u8>, Fault> {
    let (length, block) =
        lz4_flex::block::uncompressed_size(packed).map_err(|error| damaged().caused_by(error))?;
    if length > ANSWER_BYTES_MAX {
        return Err(damaged());
    }
    lz4_flex::decompress(block, length).map_err(|error| damaged().caused_by(error))
}

fn damaged() -> Fault {
    Fault::new(FaultKind::Corrupt, "a kept answer is damaged")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_comes_back_as_it_was() {
        for json in
            ["null", "{}", r#"{"name":"Zoë 🎟","rows":[1,2,3]}"#, &format!("[{}1]", "1,".repeat(9_000))]
        {
            assert_eq!(unpack(&pack(json)).unwrap(), json);
            assert_eq!(unpack(json.as_bytes()).unwrap(), json, "from before packing");
        }
    }

    #[test]
    fn damage_is_a_fault_and_never_a_panic() {
        let packed = pack(&format!("[{}1]", "12345,".repeat(500)));
        for at in 0..packed.len() {
            let mut damaged = packed.clone();
            damaged[at] ^= 0x81;
            drop(unpack(&damaged));
            drop(unpack(&packed[..at]));
        }
        assert_eq!(unpack(&[PACKED, 0xFF, 0xFF, 0xFF, 0xFF, 0]).unwrap_err().kind, FaultKind::Corrupt);
    }
}
