//! A supervisor's approval of one command of a clerk, who stays signed in. Kept for ever: it says who allowed what.

mod store;

use kernel::{Fault, Permission};
use workspace::Tx;

use crate::UserId;

#[cfg(test)]
pub(crate) use store::STATEMENTS;

kernel::id_type!(ApprovalId, "approval", "Names one approval of one command.");

/// A command that its caller's role does not allow, and the two people who stand at the counter.
#[derive(Clone, Copy, Debug)]
pub struct Approval {
    /// The command's registered name.
    pub command: &'static str,
    /// What it needs.
    pub permission: Permission,
    /// Who allows it.
    pub approved_by: UserId,
    /// Who stays signed in and does it.
    pub asked_by: UserId,
}

/// Writes an approval down, in the transaction of the command that it allows.
///
/// # Errors
/// A fault of the file.
pub fn record_approval(tx: &Tx<'_>, approval: &Approval) -> Result<ApprovalId, Fault> {
    let id = tx.new_id()?;
    store::insert(tx, id, approval)?;
    Ok(id)
}
