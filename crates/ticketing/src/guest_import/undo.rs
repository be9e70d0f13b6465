//! Taking an import back: every order of it that nobody used ends, its places and its money return.

use kernel::Failure;
use payments::OrderId;
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use super::{
    GuestImportId, GuestImportRefusal, GuestImportStatus,
    store::{self, LivingOrder, StoredImport},
    take::named,
};
use crate::order::{checked_reason, withdraw_order};

/// An order that stays although its import was taken back, because its guest is inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct KeptOrder {
    /// The line of the file.
    #[ts(type = "number")]
    pub line: i64,
    /// Its code.
    pub order: String,
    /// The guest's name.
    pub name: String,
}

/// What a batch of an undo came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoneOrders {
    /// Orders that ended.
    pub orders: i64,
    /// Their tickets.
    pub tickets: i64,
    /// Orders that stay.
    pub kept: Vec<KeptOrder>,
}

/// The import named by `reference`, its id, and its orders of which tickets are left.
///
/// # Errors
/// A refusal when there is no such import; a fault when the database fails.
pub fn import_to_undo(
    view: &View<'_>,
    reference: &str,
) -> Result<(GuestImportId, Vec<LivingOrder>), Failure> {
    let unknown = || GuestImportRefusal::UnknownImport(reference.chars().take(60).collect());
    let id: GuestImportId = reference.trim().parse().map_err(|_| unknown())?;
    let import = store::by_id(view, id)?.ok_or_else(unknown)?;
    Ok((import.id, store::living_orders(view, id)?))
}

/// Takes orders back, at most a batch; those of which `is_used` says so stay and are listed.
///
/// # Errors
/// A refusal when the reason is missing; a fault when the machine fails. Nothing of this batch has changed then.
pub fn undo_orders(
    tx: &Tx<'_>,
    orders: &[LivingOrder],
    reason: &str,
    is_used: impl Fn(&View<'_>, OrderId) -> Result<bool, Failure>,
) -> Result<UndoneOrders, Failure> {
    let mut undone = UndoneOrders::default();
    for living in orders {
        if is_used(tx, living.order)? {
            let (line, order, name) = (living.line, living.code.clone(), living.name.clone());
            undone.kept.push(KeptOrder { line, order, name });
            continue;
        }
        undone.tickets += withdraw_order(tx, living.order, reason)?;
        undone.orders += 1;
    }
    Ok(undone)
}

/// Writes down that an import was taken back; the first time and reason stay.
///
/// # Errors
/// A refusal when there is no such import or the reason is missing; a fault when the database fails.
pub fn finish_undo(tx: &Tx<'_>, import: GuestImportId, reason: &str) -> Result<(), Failure> {
    let reason = checked_reason(reason)?;
    let import = named(tx, import)?;
    if import.status == GuestImportStatus::Undone {
        return Ok(());
    }
    let undone = StoredImport { status: GuestImportStatus::Undone, ..import };
    Ok(store::finish(tx, &undone, Some((reason, tx.now())))?)
}
