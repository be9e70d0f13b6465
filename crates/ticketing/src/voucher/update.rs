//! Changing a voucher, or taking it back.

use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::{Conflict, Tx};

use super::{
    VoucherDraft, VoucherDraftRefusal, VoucherRow,
    create::{decide, sound_code, write_tiers, written},
    list::find,
    redeem::{keep_places, let_go},
    store,
};
use crate::event::event_named;

/// Changes a voucher; absent fields stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdateVoucher {
    /// The event: its id or its slug.
    pub event: String,
    /// The voucher: its id or its code.
    pub voucher: String,
    /// The version that the change was made from; a later one is refused.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub version: Option<i64>,
    /// False takes it back; true makes it valid again.
    #[serde(default)]
    #[ts(optional)]
    pub is_active: Option<bool>,
    /// What it is to be.
    #[serde(flatten)]
    #[ts(flatten)]
    pub draft: VoucherDraft,
}

/// Changes a voucher. Places that it keeps are set free, and taken again as the change wants them.
///
/// # Errors
/// A refusal naming the voucher and the field, or the pool that is short; a fault when the database fails.
pub fn update_voucher(tx: &Tx<'_>, request: &UpdateVoucher) -> Result<VoucherRow, Failure> {
    let event = event_named(tx, &request.event)?;
    let stored = find(tx, event.id, &request.voucher)?;
    if request.version.is_some_and(|version| version != stored.version) {
        return Err(Conflict { noun: "voucher" }.into());
    }
    let used = store::usage(tx, &stored, "", tx.now())?;
    let mut next = stored.clone();
    if let Some(code) = request.draft.code.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
        next.terms.code = sound_code(code)?;
        let holder = store::by_code(tx, event.id, &next.terms.code)?;
        if holder.is_some_and(|holder| holder.id != stored.id) {
            return Err(VoucherDraftRefusal::CodeTaken(next.terms.code).into());
        }
    }
    next = decide(tx, &event, next, &request.draft)?;
    next.terms.is_active = request.is_active.unwrap_or(next.terms.is_active);
    let value =
        |voucher: &store::StoredVoucher| (voucher.terms.kind, voucher.terms.percent, voucher.terms.amount);
    if used.usages > 0 && value(&stored) != value(&next) {
        return Err(VoucherDraftRefusal::ValueStands { code: stored.terms.code, usages: used.usages }.into());
    }
    let_go(tx, &stored)?;
    store::update(tx, &next)?;
    write_tiers(tx, &next)?;
    if next.terms.is_active {
        keep_places(tx, &event, &next, next.terms.max_usages - used.usages)?;
    }
    written(tx, next)
}
