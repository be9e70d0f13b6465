//! The signed text of a ticket's QR code, scheme `stagedoor1`. Pure rules.
//!
//! `S1` + base32(body ‖ signature) + check character, where
//! body = key hint (4 bytes) ‖ ticket code (35 bits in 5 bytes) ‖ tier number (2 bytes), and form `S2` adds the times
//! between which the ticket is valid (two times 4 bytes, minutes since 1970, 0 for open). The Ed25519 signature covers
//! a domain prefix and the body, so that a signature made for anything else never fits. 123 characters of the QR
//! alphanumeric alphabet are a version 6 code at level M. The signature is deterministic: reprints are identical.

use chrono::DateTime;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use kernel::{HumanCode, Timestamp};
use sha2::{Digest, Sha256};

use super::base32;

const DOMAIN: &[u8] = b"stagedoor-ticket-1";
const FORM_OPEN: &str = "S1";
const FORM_TIMED: &str = "S2";
const BODY_OPEN_BYTES: usize = 11;
const BODY_TIMED_BYTES: usize = 19;
const SIGNATURE_BYTES: usize = 64;
/// Longest signed text: form `S2`, 83 bytes in base32 between the form and the check character.
const CHARACTERS_MAX: usize = 2 + 133 + 1;
/// Shortest signed text: form `S1`, 75 bytes.
const CHARACTERS_MIN: usize = 2 + 120 + 1;

/// The first four bytes of a public key's SHA-256: which of several keys to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyHint(pub [u8; 4]);

impl KeyHint {
    /// The hint of `key`.
    #[must_use]
    pub fn of(key: &VerifyingKey) -> Self {
        let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
        let [a, b, c, d, ..] = digest;
        Self([a, b, c, d])
    }
}

/// What a ticket's QR code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TicketClaim {
    /// The ticket.
    pub code: HumanCode,
    /// Its tier's number in the event.
    pub tier_number: u16,
    /// From when it opens the door, to the minute; open when absent.
    pub valid_from: Option<Timestamp>,
    /// Until when it opens the door, to the minute; open when absent.
    pub valid_until: Option<Timestamp>,
}

/// A signed text that was read but not yet believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedTicket {
    /// Which key claims to have signed it.
    pub key_hint: KeyHint,
    /// What it claims; to be believed only after [`SignedTicket::is_signed_by`].
    pub claim: TicketClaim,
    body: Vec<u8>,
    signature: [u8; SIGNATURE_BYTES],
}

/// Why text that looks like a signed code cannot be read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MalformedPayload {
    /// It is something else: another code, a web address, nothing.
    #[error("this is no signed ticket code")]
    NotSigned,
    /// A character was misread or changed.
    #[error("the signed code was misread or changed")]
    Garbled,
}

/// Signs `claim`.
#[must_use]
pub fn sign(claim: &TicketClaim, key: &SigningKey) -> String {
    let body = body_of(claim, KeyHint::of(&key.verifying_key()));
    let mut bytes = body.clone();
    bytes.extend_from_slice(&key.sign(&under_domain(&body)).to_bytes());
    let form = if body.len() == BODY_TIMED_BYTES { FORM_TIMED } else { FORM_OPEN };
    let text = base32::encode(&bytes);
    let check = base32::check_character(&text).unwrap_or('0');
    format!("{form}{text}{check}")
}

impl SignedTicket {
    /// Reads a scanned text without believing it.
    ///
    /// # Errors
    /// [`MalformedPayload::NotSigned`] when the text has not the form of a signed code, [`MalformedPayload::Garbled`]
    /// when it has and a character is wrong.
    pub fn read(text: &str) -> Result<Self, MalformedPayload> {
        let text = text.trim();
        if !(CHARACTERS_MIN..=CHARACTERS_MAX).contains(&text.len()) || !text.is_ascii() {
            return Err(MalformedPayload::NotSigned);
        }
        let (form, rest) = text.split_at(2);
        let body_bytes = match form.to_ascii_uppercase().as_str() {
            FORM_OPEN => BODY_OPEN_BYTES,
            FORM_TIMED => BODY_TIMED_BYTES,
            _ => return Err(MalformedPayload::NotSigned),
        };
        let (coded, check) = rest.split_at(rest.len() - 1);
        if base32::check_character(coded)
            .is_none_or(|expected| !check.eq_ignore_ascii_case(&expected.to_string()))
        {
            return Err(MalformedPayload::Garbled);
        }
        let bytes = base32::decode(coded).ok_or(MalformedPayload::Garbled)?;
        let (body, signature) = bytes.split_at_checked(body_bytes).ok_or(MalformedPayload::Garbled)?;
        let signature = signature.try_into().map_err(|_| MalformedPayload::Garbled)?;
        let (key_hint, claim) = claim_of(body).ok_or(MalformedPayload::Garbled)?;
        Ok(Self { key_hint, claim, body: body.to_vec(), signature })
    }

    /// Whether `key` signed it.
    #[must_use]
    pub fn is_signed_by(&self, key: &VerifyingKey) -> bool {
        KeyHint::of(key) == self.key_hint
            && key.verify(&under_domain(&self.body), &Signature::from_bytes(&self.signature)).is_ok()
    }

    /// Whether any of `keys` signed it: an event may have several at a time.
    #[must_use]
    pub fn is_signed_by_any(&self, keys: &[VerifyingKey]) -> bool {
        keys.iter().any(|key| self.is_signed_by(key))
    }
}

fn under_domain(body: &[u8]) -> Vec<u8> {
    [DOMAIN, body].concat()
}

fn body_of(claim: &TicketClaim, hint: KeyHint) -> Vec<u8> {
    let mut body = Vec::with_capacity(BODY_TIMED_BYTES + SIGNATURE_BYTES);
    body.extend_from_slice(&hint.0);
    body.extend_from_slice(&code_bytes(claim.code));
    body.extend_from_slice(&claim.tier_number.to_be_bytes());
    if claim.valid_from.is_some() || claim.valid_until.is_some() {
        body.extend_from_slice(&minutes(claim.valid_from).to_be_bytes());
        body.extend_from_slice(&minutes(claim.valid_until).to_be_bytes());
    }
    body
}

fn claim_of(body: &[u8]) -> Option<(KeyHint, TicketClaim)> {
    let (hint, rest) = body.split_first_chunk::<4>()?;
    let (code, rest) = rest.split_first_chunk::<5>()?;
    let (tier_number, times) = rest.split_first_chunk::<2>()?;
    let (valid_from, valid_until) = match times.split_first_chunk::<4>() {
        None => (None, None),
        Some((from, until)) => (moment(*from), moment(until.try_into().ok()?)),
    };
    let tier_number = u16::from_be_bytes(*tier_number);
    Some((KeyHint(*hint), TicketClaim { code: code_from(*code)?, tier_number, valid_from, valid_until }))
}

/// The seven characters before the check character, five bits each, in the low 35 bits of five bytes.
fn code_bytes(code: HumanCode) -> [u8; 5] {
    let letters = code.as_str().bytes().take(7);
    let bits = letters.fold(0_u64, |bits, letter| {
        let value = base32::ALPHABET.iter().position(|known| *known == letter).unwrap_or(0);
        (bits << 5) | value as u64
    });
    let [_, _, _, bytes @ ..] = bits.to_be_bytes();
    bytes
}

/// Back from [`code_bytes`]; `None` when no ticket has this code.
fn code_from(bytes: [u8; 5]) -> Option<HumanCode> {
    let [a, b, c, d, e] = bytes;
    let bits = u64::from_be_bytes([0, 0, 0, a, b, c, d, e]);
    if bits >> 35 != 0 {
        return None;
    }
    let mut values = [0_u8; 7];
    for (place, value) in values.iter_mut().rev().enumerate() {
        *value = u8::try_from((bits >> (5 * place)) & 31).ok()?;
    }
    // 31 is no value of a code; the constructor folds it onto 0 and another ticket's code would come out.
    (!values.contains(&31)).then(|| HumanCode::from_random(values)).flatten()
}

/// Whole minutes since 1970; what lies outside the range of 32 bits is as good as open.
fn minutes(at: Option<Timestamp>) -> u32 {
    at.and_then(|at| u32::try_from(at.timestamp().div_euclid(60)).ok()).unwrap_or(0)
}

fn moment(minutes: [u8; 4]) -> Option<Timestamp> {
    match u32::from_be_bytes(minutes) {
        0 => None,
        minutes => DateTime::from_timestamp(i64::from(minutes) * 60, 0),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys() -> impl Strategy<Value = SigningKey> {
        any::<[u8; 32]>().prop_map(|seed| SigningKey::from_bytes(&seed))
    }

    fn claims() -> impl Strategy<Value = TicketClaim> {
        let times = || {
            prop::option::of(
                (1_i64..4_000_000_000 / 60).prop_map(|m| DateTime::from_timestamp(m * 60, 0).unwrap()),
            )
        };
        (prop::array::uniform7(0_u8..31), any::<u16>(), times(), times()).prop_map(
            |(values, tier_number, valid_from, valid_until)| TicketClaim {
                code: HumanCode::from_random(values).unwrap(),
                tier_number,
                valid_from,
                valid_until,
            },
        )
    }

    #[test]
    fn an_open_code_is_small_enough_for_a_version_6_qr() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let code = HumanCode::from_random([1, 2, 3, 4, 5, 6, 7]).unwrap();
        let open = sign(&TicketClaim { code, tier_number: 3, valid_from: None, valid_until: None }, &key);
        assert_eq!(open.len(), 123);
        let until = DateTime::from_timestamp(1_790_000_000, 0);
        let timed = sign(&TicketClaim { code, tier_number: 3, valid_from: None, valid_until: until }, &key);
        assert_eq!(timed.len(), 136);
        let qr_alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        assert!(format!("{open}{timed}").chars().all(|c| qr_alphabet.contains(c)));
    }

    proptest! {
        #[test]
        fn what_is_signed_reads_back_and_is_believed(claim in claims(), key in keys()) {
            let text = sign(&claim, &key);
            let read = SignedTicket::read(&format!(" {}\r\n", text.to_lowercase())).unwrap();
            prop_assert_eq!(read.claim, claim);
            prop_assert!(read.is_signed_by_any(&[SigningKey::from_bytes(&[1; 32]).verifying_key(), key.verifying_key()]));
            prop_assert_eq!(sign(&claim, &key), text, "a reprint is identical");
        }

        #[test]
        fn any_changed_character_is_refused(claim in claims(), key in keys(), at in any::<prop::sample::Index>(), other in 0_usize..32) {
            let text = sign(&claim, &key);
            let at = at.index(text.len());
            let mut letters = text.clone().into_bytes();
            prop_assume!(letters[at] != base32::ALPHABET[other]);
            letters[at] = base32::ALPHABET[other];
            let changed = String::from_utf8(letters).unwrap();
            let is_believed = SignedTicket::read(&changed).is_ok_and(|read| read.is_signed_by(&key.verifying_key()));
            prop_assert!(!is_believed, "{} became {}", text, changed);
        }

        #[test]
        fn another_events_key_is_refused(claim in claims(), key in keys(), other in keys()) {
            prop_assume!(key.to_bytes() != other.to_bytes());
            let read = SignedTicket::read(&sign(&claim, &key)).unwrap();
            prop_assert!(!read.is_signed_by(&other.verifying_key()));
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC{0,200}|S[12][0-9A-Z]{100,150}") {
            let _ = SignedTicket::read(&text);
        }
    }
}
