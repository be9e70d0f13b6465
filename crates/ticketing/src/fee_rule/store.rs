//! The SQL of fees.

use events::EventId;
use kernel::{Fault, id::Id};
use workspace::{Row, Tx, View, params};

use super::{FeeMeasure, FeeRuleId, FeeRuleRow, FeeUnit};
use crate::order::fees::{FeeCharge, FeePer, FeeRule, FeeTax};

const BY_ID: &str =
    "select id, event_id, kind, name, charge, amount_minor, percent, currency, per, tax_rate, method,
      channel, is_active, version
    from fee_rules where id = ?1 and deleted_at is null";

const OF_EVENT: &str =
    "select id, event_id, kind, name, charge, amount_minor, percent, currency, per, tax_rate, method,
      channel, is_active, version
    from fee_rules where event_id = ?1 and deleted_at is null
    order by position, id";

const INSERT: &str = "insert into fee_rules
    (id, event_id, kind, name, charge, amount_minor, percent, currency, per, tax_rate, method, channel, is_active,
     position, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
      (select coalesce(max(position), 0) + 1 from fee_rules where event_id = ?2), ?14, ?14, ?15, ?15)";

const UPDATE: &str = "update fee_rules
    set kind = ?3, name = ?4, charge = ?5, amount_minor = ?6, percent = ?7, per = ?8, tax_rate = ?9, method = ?10,
        channel = ?11, is_active = ?12, updated_at = ?13, updated_by_user_id = ?14, version = version + 1
    where id = ?1 and version = ?2";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_ID, OF_EVENT, INSERT, UPDATE];

pub(super) fn by_id(view: &View<'_>, id: FeeRuleId) -> Result<Option<FeeRuleRow>, Fault> {
    view.optional(BY_ID, params![id.bytes()], from_row)
}

pub(super) fn of_event(view: &View<'_>, event: EventId) -> Result<Vec<FeeRuleRow>, Fault> {
    view.all(OF_EVENT, params![event.bytes()], from_row)
}

/// The fees that a sale charges now, as rules.
pub(crate) fn charged(view: &View<'_>, event: EventId) -> Result<Vec<FeeRule>, Fault> {
    let rows = of_event(view, event)?;
    rows.into_iter().filter(|row| row.is_active).map(rule).collect()
}

fn rule(row: FeeRuleRow) -> Result<FeeRule, Fault> {
    let unknown = |column| Fault::inconsistent("fee_rules", column, row.id);
    Ok(FeeRule {
        kind: row.kind,
        charge: match row.charge {
            FeeMeasure::Amount => FeeCharge::Amount(row.amount),
            FeeMeasure::Percent => FeeCharge::Percent(row.percent.parse().map_err(|_| unknown("percent"))?),
        },
        per: match row.per {
            FeeUnit::Order => FeePer::Order,
            FeeUnit::Ticket => FeePer::Ticket,
        },
        tax: match &row.tax_rate {
            Some(rate) => FeeTax::Rate(rate.parse().map_err(|_| unknown("tax_rate"))?),
            None => FeeTax::Split,
        },
        method: row.method,
        channel: row.channel,
        name: row.name,
    })
}

pub(super) fn insert(tx: &Tx<'_>, rule: &FeeRuleRow) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            rule.id.bytes(),
            rule.event_id.bytes(),
            rule.kind.as_str(),
            rule.name,
            rule.charge.as_str(),
            rule.amount.minor,
            rule.percent,
            rule.amount.currency.code(),
            rule.per.as_str(),
            rule.tax_rate,
            rule.method.map(|method| method.as_str()),
            rule.channel.map(|channel| channel.as_str()),
            rule.is_active,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(super) fn update(tx: &Tx<'_>, rule: &FeeRuleRow) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE,
        params![
            rule.id.bytes(),
            rule.version,
            rule.kind.as_str(),
            rule.name,
            rule.charge.as_str(),
            rule.amount.minor,
            rule.percent,
            rule.per.as_str(),
            rule.tax_rate,
            rule.method.map(|method| method.as_str()),
            rule.channel.map(|channel| channel.as_str()),
            rule.is_active,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

fn from_row(row: &Row<'_>) -> Result<FeeRuleRow, Fault> {
    let parsed = |column: &'static str| -> Result<Option<String>, Fault> { row.text_opt(column) };
    let id: FeeRuleId = row.id("id")?;
    let unknown = |column| Fault::inconsistent("fee_rules", column, id);
    Ok(FeeRuleRow {
        id,
        event_id: row.id("event_id")?,
        kind: row.parsed("kind")?,
        name: row.text("name")?,
        charge: row.parsed("charge")?,
        amount: row.money("amount_minor", "currency")?,
        percent: row.text("percent")?,
        per: row.parsed("per")?,
        tax_rate: row.text_opt("tax_rate")?,
        method: parsed("method")?.map(|word| word.parse()).transpose().map_err(|_| unknown("method"))?,
        channel: parsed("channel")?.map(|word| word.parse()).transpose().map_err(|_| unknown("channel"))?,
        is_active: row.flag("is_active")?,
        version: row.int("version")?,
    })
}
