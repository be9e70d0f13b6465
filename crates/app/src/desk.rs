//! What a command finds on its desk: who acts, and the tools that are neither data nor rules.

use identity::Session;
use kernel::Clock;
use ticketing::signing::KeyVault;

/// Handed to every command.
pub(crate) struct Desk<'a> {
    /// Who acts.
    pub session: &'a Session,
    /// Where the private halves of signing keys are.
    pub vault: &'a dyn KeyVault,
    /// For moments that are not the transaction's own.
    pub clock: &'a dyn Clock,
}
