//! Putting a report together from the entries of a session.

use kernel::{Failure, Fault, Money, MoneyError, Timestamp};
use workspace::View;

use super::{DrawerCash, DrawerCount, DrawerReport, ReportKind, store::sums};
use crate::{
    drawer::EntryKind,
    session::{self, SessionId, TillSession},
    till::Till,
};

/// The report of a session as it stands, not numbered and not sealed.
pub(super) fn report(
    view: &View<'_>,
    till: &Till,
    session: SessionId,
    kind: ReportKind,
    made_at: Timestamp,
) -> Result<DrawerReport, Failure> {
    let session = session::store::required(view, session)?;
    let tenders = sums::tenders(view, session.id, till.currency)?;
    let turnover = Money::sum(till.currency, tenders.iter().map(|tender| tender.total))?;
    let tiers = sums::tiers(view, session.id, till.currency)?;
    let rounding = turnover.subtract(Money::sum(till.currency, tiers.iter().map(|tier| tier.total))?)?;
    let receipts = sums::receipts(view, session.id)?;
    Ok(DrawerReport {
        kind,
        number: None,
        till_id: till.id,
        till_code: till.code.clone(),
        till_name: till.name.clone(),
        is_training: till.is_training,
        session_id: session.id,
        currency: till.currency,
        opened_at: session.opened_at,
        opened_by_name: session.opened_by_name.clone(),
        closed_at: session.closed_at,
        closed_by_name: session.closed_by_name.clone(),
        made_at,
        order_count: receipts.order_count,
        receipt_first: receipts.first,
        receipt_last: receipts.last,
        turnover,
        rounding,
        cash: cash(view, &session)?,
        tenders,
        tiers,
        taxes: sums::taxes(view, session.id, till.currency)?,
        cashiers: sums::cashiers(view, session.id, till.currency)?,
        counts: counts(view, &session)?,
        notes: sums::notes(view, session.id)?,
        open_holds: sums::open_holds(view, made_at)?,
        open_print_jobs: sums::open_print_jobs(view)?,
        previous_hash: None,
        hash: None,
    })
}

fn cash(view: &View<'_>, session: &TillSession) -> Result<DrawerCash, Failure> {
    let moved = sums::cash_by_kind(view, session.id)?;
    let of = |wanted: EntryKind| {
        let minor = moved.iter().filter(|(kind, _)| *kind == wanted).map(|(_, minor)| minor).sum();
        Money::new(minor, session.float.currency)
    };
    let parts = [EntryKind::Sale, EntryKind::Refund, EntryKind::PaidIn, EntryKind::PaidOut].map(of);
    let [sales, refunds, paid_in, paid_out] = parts;
    let float = of(EntryKind::Float);
    let expected = Money::sum(float.currency, parts)?.add(float)?;
    let over_short = session.counted.map(|counted| counted.subtract(expected)).transpose()?;
    Ok(DrawerCash {
        float,
        sales,
        refunds,
        paid_in,
        paid_out,
        expected,
        counted: session.counted,
        over_short,
        over_short_reason: session.over_short_reason.clone(),
        counts: session.counts.clone(),
        next_float: session.next_float,
    })
}

/// Everything that can happen between opening and counting, also what did not.
fn counts(view: &View<'_>, session: &TillSession) -> Result<Vec<DrawerCount>, Fault> {
    const REPORTED: [EntryKind; 8] = [
        EntryKind::Sale,
        EntryKind::Comp,
        EntryKind::Refund,
        EntryKind::Void,
        EntryKind::Reprint,
        EntryKind::NoSale,
        EntryKind::PaidIn,
        EntryKind::PaidOut,
    ];
    let happened = sums::counts(view, session.id)?;
    let nothing = Money::zero(session.float.currency);
    let never = |kind| DrawerCount { kind, count: 0, ticket_count: 0, amount: nothing, worth: nothing };
    let found = |kind| happened.iter().find(|count| count.kind == kind).cloned();
    Ok(REPORTED.into_iter().map(|kind| found(kind).unwrap_or_else(|| never(kind))).collect())
}

/// `one` and `other` as a sum, for rows that carry both sides.
pub(super) fn both(one: Money, other: Money) -> Result<Money, Fault> {
    one.add(other).map_err(|error: MoneyError| Fault::inconsistent("till_entries", "amount_minor", error))
}
