//! An event's key pairs: made when first needed, the private half in a vault outside the file.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use ed25519_dalek::{SigningKey, VerifyingKey};
use events::EventId;
use kernel::{Fault, FaultKind};
use workspace::{Tx, View};

use super::{payload::KeyHint, store};

kernel::id_type!(SigningKeyId, "signing key", "Names one public key of an event.");

/// Where private keys are kept: the system's keychain, or a file that only its owner can read.
pub trait KeyVault: Send + Sync {
    /// Keeps the private key of `event`, in place of an earlier one.
    ///
    /// # Errors
    /// A fault when the vault cannot be written.
    fn store(&self, event: EventId, key: &[u8; 32]) -> Result<(), Fault>;

    /// The private key of `event`; `None` when this computer has none.
    ///
    /// # Errors
    /// A fault when the vault cannot be read.
    fn load(&self, event: EventId) -> Result<Option<[u8; 32]>, Fault>;
}

/// A vault that forgets: for tests and for demonstrations that leave nothing behind.
#[derive(Debug, Default)]
pub struct MemoryVault(Mutex<HashMap<EventId, [u8; 32]>>);

impl KeyVault for MemoryVault {
    fn store(&self, event: EventId, key: &[u8; 32]) -> Result<(), Fault> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(event, *key);
        Ok(())
    }

    fn load(&self, event: EventId) -> Result<Option<[u8; 32]>, Fault> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&event).copied())
    }
}

/// The event's key pair: the vault's, or a new one when this computer has none. Its public half is in the file
/// afterwards, beside any earlier ones, so codes that were signed elsewhere stay valid.
///
/// # Errors
/// A fault when the vault, the randomness or the database fails. A key that reached the vault before the command
/// failed is used by the next.
pub fn ensure_key(tx: &Tx<'_>, vault: &dyn KeyVault, event: EventId) -> Result<SigningKey, Fault> {
    let key = match vault.load(event)? {
        Some(bytes) => SigningKey::from_bytes(&bytes),
        None => {
            let mut seed = [0_u8; 32];
            tx.random(&mut seed)?;
            vault.store(event, &seed)?;
            SigningKey::from_bytes(&seed)
        }
    };
    let public = key.verifying_key();
    if !store::has_public_key(tx, event, &public)? {
        let id: SigningKeyId = tx.new_id()?;
        store::insert_public_key(tx, id, event, KeyHint::of(&public), &public)?;
    }
    Ok(key)
}

/// The event's private key, if this computer has one whose public half is in the file.
///
/// # Errors
/// A fault when the vault or the database fails.
pub fn signing_key(
    view: &View<'_>,
    vault: &dyn KeyVault,
    event: EventId,
) -> Result<Option<SigningKey>, Fault> {
    let Some(bytes) = vault.load(event)? else { return Ok(None) };
    let key = SigningKey::from_bytes(&bytes);
    Ok(store::has_public_key(view, event, &key.verifying_key())?.then_some(key))
}

/// The public keys that an event's codes may be signed with, newest first.
///
/// # Errors
/// A fault when the database fails or holds a key that is none.
pub fn public_keys(view: &View<'_>, event: EventId) -> Result<Vec<VerifyingKey>, Fault> {
    store::active_public_keys(view, event)?
        .into_iter()
        .map(|bytes| {
            let bytes = <[u8; 32]>::try_from(bytes.as_slice());
            bytes.ok().and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok()).ok_or_else(|| {
                Fault::new(
                    FaultKind::Inconsistent,
                    format!("event {event} has a public key that is no point of the curve"),
                )
            })
        })
        .collect()
}
