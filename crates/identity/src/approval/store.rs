//! The SQL of approvals.

use kernel::{Fault, id::Id};
use workspace::{Tx, params};

use super::{Approval, ApprovalId};

const INSERT: &str = "
    insert into command_approvals (id, command, permission, approved_by_user_id, asked_by_user_id, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6)";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[INSERT];

pub(super) fn insert(tx: &Tx<'_>, id: ApprovalId, approval: &Approval) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            id.bytes(),
            approval.command,
            approval.permission.as_str(),
            approval.approved_by.bytes(),
            approval.asked_by.bytes(),
            tx.now_micros()
        ],
    )
}
