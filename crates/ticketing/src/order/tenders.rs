//! How an order is paid: one tender, or several together. Vouchers that hold money are looked at here, because only the
//! event knows them.

use kernel::{Failure, Money};
use payments::payment::{PaymentMethod, Settled, Tender, TenderPart, settle, settle_parts};
use workspace::Tx;

use super::cash::cash_due;
use crate::{
    event::{Event, local},
    voucher::{self, VoucherKind, VoucherRefusal, rules::check_valid, store as voucher_store},
};

/// What was paid, by each tender.
pub(super) struct Settlement {
    /// The tenders; at least one.
    pub(super) parts: Vec<Settled>,
    /// What coins paid more than was owed; negative when less.
    pub(super) rounding: Money,
    /// What goes back across the counter.
    pub(super) change: Money,
}

/// By which ways an order is paid.
pub(super) fn methods(payment: &Tender, parts: &[TenderPart]) -> Vec<PaymentMethod> {
    if parts.is_empty() {
        return vec![payment.method()];
    }
    parts.iter().map(|part| part.tender.method()).collect()
}

/// Pays `due` with `parts`, or with `payment` when there are none.
pub(super) fn settle_all(
    tx: &Tx<'_>,
    event: &Event,
    due: Money,
    payment: &Tender,
    parts: &[TenderPart],
) -> Result<Settlement, Failure> {
    let settled = if parts.is_empty() {
        let due = if payment.method() == PaymentMethod::Cash { cash_due(due)? } else { due };
        vec![settle(due, payment)?]
    } else {
        settle_parts::<Failure>(due, parts, |rest| Ok(cash_due(rest)?))?
    };
    let settled = check_balances(tx, event, settled)?;
    let currency = due.currency;
    let paid = Money::sum(currency, settled.iter().map(|part| part.amount))?;
    let change = Money::sum(currency, settled.iter().map(|part| part.change))?;
    Ok(Settlement { rounding: paid.subtract(due)?, change, parts: settled })
}

/// Whether every voucher that pays holds enough; its code is written down as it was made.
fn check_balances(tx: &Tx<'_>, event: &Event, mut settled: Vec<Settled>) -> Result<Vec<Settled>, Failure> {
    let mut used: Vec<(String, Money)> = Vec::new();
    for part in settled.iter_mut().filter(|part| part.method == PaymentMethod::Voucher) {
        let (code, left) = balance(tx, event, &part.reference)?;
        let before = used.iter().filter(|(known, _)| *known == code).map(|(_, amount)| *amount);
        let left = left.subtract(Money::sum(left.currency, before)?)?;
        if part.amount.minor > left.minor {
            return Err(VoucherRefusal::BalanceTooSmall { code, left, wanted: part.amount }.into());
        }
        part.reference.clone_from(&code);
        used.push((code, part.amount));
    }
    Ok(settled)
}

fn balance(tx: &Tx<'_>, event: &Event, reference: &str) -> Result<(String, Money), Failure> {
    let voucher = voucher::find(tx, event.id, reference)?;
    let code = voucher.terms.code.clone();
    if voucher.terms.kind != VoucherKind::Balance {
        return Err(VoucherRefusal::IsNoBalance { code }.into());
    }
    check_valid(&voucher.terms, tx.now(), |at| local(event, at))?;
    let left = voucher.terms.amount.subtract(voucher_store::spent(tx, &voucher)?)?;
    Ok((code, left))
}
