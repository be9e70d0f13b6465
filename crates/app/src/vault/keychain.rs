//! Keys in the system's keychain: Secret Service, macOS Keychain, Windows Credential Manager.

use std::sync::OnceLock;

use events::EventId;
use kernel::{Fault, FaultKind};
use keyring::{Entry, Error};
use ticketing::signing::KeyVault;

use super::file::KeyFile;

const SERVICE: &str = "stagedoor.event-signing";

/// An entry that proves the keychain works; it protects nothing.
const PROBE: (&str, &[u8]) = ("availability", b"this keychain can be written");

/// Whether this machine has a keychain that keeps what it is given. A locked one without anybody to unlock it answers
/// questions and refuses to store: it counts as none. Asked once, because the answer costs a walk over the message bus.
pub(super) fn is_available() -> bool {
    static ANSWER: OnceLock<bool> = OnceLock::new();
    *ANSWER.get_or_init(|| {
        let (name, secret) = PROBE;
        Entry::store_status().is_ok()
            && Entry::new(SERVICE, name).is_ok_and(|entry| match entry.get_secret() {
                Ok(kept) => kept == secret,
                Err(Error::NoEntry) => entry.set_secret(secret).is_ok(),
                Err(_) => false,
            })
    })
}

/// The keychain, with the key file of a workspace that was used on this machine before it had a keychain.
pub(super) struct Keychain {
    earlier: KeyFile,
}

impl Keychain {
    pub(super) fn with_fallback(earlier: KeyFile) -> Self {
        Self { earlier }
    }
}

fn failed(error: Error) -> Fault {
    Fault::new(FaultKind::Io, format!("the keychain failed: {error}")).caused_by(error)
}

impl KeyVault for Keychain {
    fn store(&self, event: EventId, key: &[u8; 32]) -> Result<(), Fault> {
        Entry::new(SERVICE, &event.to_string()).and_then(|entry| entry.set_secret(key)).map_err(failed)
    }

    fn load(&self, event: EventId) -> Result<Option<[u8; 32]>, Fault> {
        match Entry::new(SERVICE, &event.to_string()).and_then(|entry| entry.get_secret()) {
            Ok(secret) => <[u8; 32]>::try_from(secret.as_slice()).map(Some).map_err(|_| {
                Fault::new(
                    FaultKind::Corrupt,
                    format!("the keychain holds no key of 32 bytes for event {event}"),
                )
            }),
            Err(Error::NoEntry) => self.earlier.load(event),
            Err(error) => Err(failed(error)),
        }
    }
}
