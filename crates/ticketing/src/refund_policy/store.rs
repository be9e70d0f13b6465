//! The SQL of refund policies.

use events::EventId;
use kernel::{Fault, Money, id::Id};
use workspace::{Row, Tx, View, params};

use super::RefundPolicyBandId;
use crate::order::{
    FeeKind,
    refund_policy::{KeepRule, PolicyBand},
};

const OF_EVENT: &str = "select id, hours_before, keep_percent, keep_fixed_minor, keep_per_ticket_minor,
      keep_at_most_minor, currency, keep_fees
    from refund_policy_bands where event_id = ?1
    order by hours_before desc";

const CLEAR: &str = "delete from refund_policy_bands where event_id = ?1";

const INSERT: &str = "insert into refund_policy_bands
    (id, event_id, hours_before, keep_percent, keep_fixed_minor, keep_per_ticket_minor, keep_at_most_minor, currency,
     keep_fees, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?11)";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[OF_EVENT, CLEAR, INSERT];

/// The steps of an event's policy, the longest time first.
pub(crate) fn bands_of(view: &View<'_>, event: EventId) -> Result<Vec<PolicyBand>, Fault> {
    view.all(OF_EVENT, params![event.bytes()], from_row)
}

pub(super) fn replace(tx: &Tx<'_>, event: EventId, bands: &[PolicyBand]) -> Result<(), Fault> {
    tx.execute(CLEAR, params![event.bytes()])?;
    for band in bands {
        let id: RefundPolicyBandId = tx.new_id()?;
        let fees: Vec<String> = band.keep.fees.iter().map(|kind| format!("\"{kind}\"")).collect();
        tx.execute_one(
            INSERT,
            params![
                id.bytes(),
                event.bytes(),
                band.hours_before,
                band.keep.percent.to_string(),
                band.keep.fixed.minor,
                band.keep.per_ticket.minor,
                band.keep.at_most.map(|most| most.minor),
                band.keep.fixed.currency.code(),
                format!("[{}]", fees.join(",")),
                tx.now_micros(),
                tx.actor()
            ],
        )?;
    }
    Ok(())
}

fn from_row(row: &Row<'_>) -> Result<PolicyBand, Fault> {
    let fixed = row.money("keep_fixed_minor", "currency")?;
    let fees: Vec<FeeKind> = row.json("keep_fees")?;
    Ok(PolicyBand {
        hours_before: row.int("hours_before")?,
        keep: KeepRule {
            fixed,
            percent: row.parsed("keep_percent")?,
            per_ticket: row.money("keep_per_ticket_minor", "currency")?,
            fees,
            at_most: row.int_opt("keep_at_most_minor")?.map(|minor| Money::new(minor, fixed.currency)),
        },
    })
}
