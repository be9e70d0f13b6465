//! Signed ticket codes of pretix's scheme `pretix_sig1`.
//!
//! The text is base64 written backwards. Beneath it: version 1, the two lengths (16 bits each, big-endian), a
//! protocol-buffer message and an Ed25519 signature over that message. The message's fields: 1 seed (text), 2 item,
//! 3 variation, 4 subevent, 5 and 6 start and end of validity in Unix seconds; 0 and absence both mean "not said".

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, VerifyingKey};
use kernel::Timestamp;

const VERSION: u8 = 1;
const HEADER_BYTES: usize = 5;

/// A code in this shape; whether the signature holds is another question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCode {
    message: Vec<u8>,
    signature: [u8; 64],
    /// What the message says.
    pub claims: Claims,
}

/// What a code's message says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Random text that makes the code unique.
    pub seed: String,
    /// Number of the product.
    pub item: i64,
    /// Number of the variation; 0 for none.
    pub variation: i64,
    /// Number of the date in a series; 0 for none.
    pub subevent: i64,
    /// Start of validity.
    pub valid_from: Option<Timestamp>,
    /// End of validity.
    pub valid_until: Option<Timestamp>,
}

/// Reads `text` as a code of this scheme; `None` when it is not of this shape.
#[must_use]
pub fn parse(text: &str) -> Option<SignedCode> {
    let forwards: String = text.trim().chars().rev().collect();
    let bytes = STANDARD.decode(forwards).ok()?;
    let (header, body) = bytes.split_at_checked(HEADER_BYTES)?;
    let [VERSION, length_1, length_2, signature_1, signature_2] = *header else { return None };
    let message_bytes = usize::from(u16::from_be_bytes([length_1, length_2]));
    let signature_bytes = usize::from(u16::from_be_bytes([signature_1, signature_2]));
    let (message, rest) = body.split_at_checked(message_bytes)?;
    let signature = rest.get(..signature_bytes)?.try_into().ok()?;
    Some(SignedCode { message: message.to_vec(), signature, claims: claims(message)? })
}

impl SignedCode {
    /// Whether one of `keys` signed this code. Several keys of an event may be valid at a time.
    #[must_use]
    pub fn is_signed_by_any(&self, keys: &[[u8; 32]]) -> bool {
        let signature = Signature::from_bytes(&self.signature);
        keys.iter()
            .filter_map(|key| VerifyingKey::from_bytes(key).ok())
            .any(|key| key.verify_strict(&self.message, &signature).is_ok())
    }
}

/// Reads a public key as pretix exports it: base64 around PEM around the usual 44 bytes; `None` for anything else.
#[must_use]
pub fn public_key(exported: &str) -> Option<[u8; 32]> {
    const ED25519_PREFIX: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
    let pem = String::from_utf8(STANDARD.decode(exported.trim()).ok()?).ok()?;
    let inner: String = pem.lines().filter(|line| !line.starts_with("-----")).map(str::trim).collect();
    let der = STANDARD.decode(inner).ok()?;
    der.strip_prefix(&ED25519_PREFIX)?.try_into().ok()
}

fn claims(message: &[u8]) -> Option<Claims> {
    let mut claims = Claims::default();
    let mut rest = message;
    while !rest.is_empty() {
        let (tag, after_tag) = varint(rest)?;
        let (field, wire_type) = (tag >> 3, tag & 7);
        match wire_type {
            0 => {
                let (value, after) = varint(after_tag)?;
                rest = after;
                let number = i64::try_from(value).ok()?;
                match field {
                    2 => claims.item = number,
                    3 => claims.variation = number,
                    4 => claims.subevent = number,
                    5 => claims.valid_from = moment(number),
                    6 => claims.valid_until = moment(number),
                    _ => {}
                }
            }
            2 => {
                let (length, after) = varint(after_tag)?;
                let (text, after) = after.split_at_checked(usize::try_from(length).ok()?)?;
                rest = after;
                if field == 1 {
                    claims.seed = String::from_utf8(text.to_vec()).ok()?;
                }
            }
            _ => return None,
        }
    }
    Some(claims)
}

fn moment(unix_seconds: i64) -> Option<Timestamp> {
    if unix_seconds == 0 { None } else { chrono::DateTime::from_timestamp(unix_seconds, 0) }
}

fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0_u64;
    for (index, byte) in bytes.iter().enumerate().take(10) {
        value |= u64::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(index + 1..)?));
        }
    }
    None
}
