//! What a command finds on its desk: who acts, and the tools that are neither data nor rules.

use identity::{Session, UserId};
use kernel::{Clock, Failure, Permission};
use ticketing::signing::KeyVault;

/// Handed to every command.
pub(crate) struct Desk<'a> {
    /// Who acts.
    pub session: &'a Session,
    /// Who stands beside and allows this one command.
    pub approver: Option<&'a Session>,
    /// Where the private halves of signing keys are.
    pub vault: &'a dyn KeyVault,
    /// For moments that are not the transaction's own.
    pub clock: &'a dyn Clock,
}

impl Desk<'_> {
    /// Whether whoever acts, or whoever stands beside, may do what `permission` names.
    pub(crate) fn may(&self, permission: Permission) -> bool {
        self.session.may(permission) || self.approver.is_some_and(|approver| approver.may(permission))
    }

    /// Refuses what neither may do.
    ///
    /// # Errors
    /// When the role of whoever acts lacks `permission`, and nobody beside has it.
    pub(crate) fn require(&self, permission: Permission) -> Result<(), Failure> {
        if self.may(permission) { Ok(()) } else { Ok(self.session.require(permission)?) }
    }

    /// Who allowed this command besides whoever acts.
    pub(crate) fn approved_by(&self) -> Option<UserId> {
        self.approver.map(|approver| approver.user.id)
    }
}
