//! A voucher as people see it, with what is left of it.

use kernel::{Fault, Money, Timestamp};
use workspace::View;

use super::{
    VoucherKind, VoucherRow,
    store::{self, StoredVoucher},
};

/// The voucher as people see it at `now`.
pub(crate) fn row_of(view: &View<'_>, voucher: StoredVoucher, now: Timestamp) -> Result<VoucherRow, Fault> {
    let used = store::usage(view, &voucher, "", now)?;
    let kept = store::kept(view, &voucher, now)?;
    let amount = voucher.terms.amount;
    let balance = match voucher.terms.kind {
        VoucherKind::Balance => {
            Some(Money::new(amount.minor - store::spent(view, &voucher)?.minor, amount.currency))
        }
        VoucherKind::None | VoucherKind::Percent | VoucherKind::Amount | VoucherKind::SetPrice => None,
    };
    let terms = voucher.terms;
    Ok(VoucherRow {
        id: voucher.id,
        event_id: voucher.event,
        code: terms.code,
        note: voucher.note,
        kind: terms.kind,
        percent: terms.percent.to_string(),
        amount,
        budget: terms.budget,
        discounted: used.discounted,
        balance,
        max_usages: terms.max_usages,
        min_usages: terms.min_usages,
        max_usages_per_customer: terms.max_usages_per_customer,
        usages: used.usages,
        in_baskets: used.in_baskets,
        kept,
        valid_from: terms.valid_from,
        valid_until: terms.valid_until,
        tiers: terms.tiers.unwrap_or_default(),
        quota_id: voucher.quota,
        block_quota: voucher.block_quota,
        allow_ignore_quota: voucher.allow_ignore_quota,
        show_hidden: voucher.show_hidden,
        is_active: terms.is_active,
        version: voucher.version,
    })
}
