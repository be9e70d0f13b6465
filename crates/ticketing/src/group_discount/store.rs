//! The SQL of group discounts.

use events::EventId;
use kernel::{Fault, Timestamp, clock::to_micros, id::Id};
use workspace::{Row, Tx, View, params};

use super::{DiscountBenefit, GroupDiscountId, GroupDiscountRow};
use crate::{
    order::group_discount::{Benefit, Condition, GroupDiscount},
    tier::TierId,
};

const BY_ID: &str =
    "select id, event_id, name, min_quantity, min_value_minor, benefit, percent, amount_minor, currency,
      cheapest_quantity, skips_vouchers, available_from, available_until, is_active, version
    from group_discounts where id = ?1 and deleted_at is null";

const OF_EVENT: &str =
    "select id, event_id, name, min_quantity, min_value_minor, benefit, percent, amount_minor, currency,
      cheapest_quantity, skips_vouchers, available_from, available_until, is_active, version
    from group_discounts where event_id = ?1 and deleted_at is null
    order by position, id";

const TIERS: &str = "select tier_id from group_discount_tiers where group_discount_id = ?1 order by tier_id";

const INSERT: &str = "insert into group_discounts
    (id, event_id, name, min_quantity, min_value_minor, benefit, percent, amount_minor, currency, cheapest_quantity,
     skips_vouchers, available_from, available_until, is_active, position, created_at, updated_at,
     created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,
      (select coalesce(max(position), 0) + 1 from group_discounts where event_id = ?2), ?15, ?15, ?16, ?16)";

const UPDATE: &str = "update group_discounts
    set name = ?3, min_quantity = ?4, min_value_minor = ?5, benefit = ?6, percent = ?7, amount_minor = ?8,
        cheapest_quantity = ?9, skips_vouchers = ?10, available_from = ?11, available_until = ?12, is_active = ?13,
        updated_at = ?14, updated_by_user_id = ?15, version = version + 1
    where id = ?1 and version = ?2";

const UNLINK: &str = "delete from group_discount_tiers where group_discount_id = ?1";

const LINK: &str =
    "insert into group_discount_tiers (group_discount_id, tier_id, created_at) values (?1, ?2, ?3)";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[BY_ID, OF_EVENT, TIERS, INSERT, UPDATE, UNLINK, LINK];

pub(super) fn by_id(view: &View<'_>, id: GroupDiscountId) -> Result<Option<GroupDiscountRow>, Fault> {
    let found = view.optional(BY_ID, params![id.bytes()], from_row)?;
    found.map(|row| with_tiers(view, row)).transpose()
}

pub(super) fn of_event(view: &View<'_>, event: EventId) -> Result<Vec<GroupDiscountRow>, Fault> {
    let found = view.all(OF_EVENT, params![event.bytes()], from_row)?;
    found.into_iter().map(|row| with_tiers(view, row)).collect()
}

/// The discounts that a sale applies at `now`, as rules.
pub(crate) fn applied(view: &View<'_>, event: EventId, now: Timestamp) -> Result<Vec<GroupDiscount>, Fault> {
    let is_now = |row: &GroupDiscountRow| {
        row.is_active
            && row.available_from.is_none_or(|from| from <= now)
            && row.available_until.is_none_or(|until| now < until)
    };
    of_event(view, event)?.into_iter().filter(is_now).map(rule).collect()
}

fn rule(row: GroupDiscountRow) -> Result<GroupDiscount, Fault> {
    let unknown = |column| Fault::inconsistent("group_discounts", column, row.id);
    let count = |number: i64, column| usize::try_from(number).map_err(|_| unknown(column));
    Ok(GroupDiscount {
        condition: if row.min_quantity > 0 {
            Condition::Quantity(count(row.min_quantity, "min_quantity")?)
        } else {
            Condition::Value(row.min_value)
        },
        benefit: match row.benefit {
            DiscountBenefit::Percent => {
                Benefit::Percent(row.percent.parse().map_err(|_| unknown("percent"))?)
            }
            DiscountBenefit::Amount => Benefit::Amount(row.amount),
            DiscountBenefit::SetPrice => Benefit::SetPrice(row.amount),
        },
        cheapest: row.cheapest_quantity.map(|number| count(number, "cheapest_quantity")).transpose()?,
        skips_vouchers: row.skips_vouchers,
        tiers: row.tiers,
    })
}

pub(super) fn insert(tx: &Tx<'_>, row: &GroupDiscountRow) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            row.id.bytes(),
            row.event_id.bytes(),
            row.name,
            row.min_quantity,
            row.min_value.minor,
            row.benefit.as_str(),
            row.percent,
            row.amount.minor,
            row.amount.currency.code(),
            row.cheapest_quantity,
            row.skips_vouchers,
            row.available_from.map(to_micros),
            row.available_until.map(to_micros),
            row.is_active,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(super) fn update(tx: &Tx<'_>, row: &GroupDiscountRow) -> Result<(), Fault> {
    tx.execute_one(
        UPDATE,
        params![
            row.id.bytes(),
            row.version,
            row.name,
            row.min_quantity,
            row.min_value.minor,
            row.benefit.as_str(),
            row.percent,
            row.amount.minor,
            row.cheapest_quantity,
            row.skips_vouchers,
            row.available_from.map(to_micros),
            row.available_until.map(to_micros),
            row.is_active,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// Names the tiers whose tickets count, instead of those before.
pub(super) fn set_tiers(tx: &Tx<'_>, id: GroupDiscountId, tiers: &[TierId]) -> Result<(), Fault> {
    tx.execute(UNLINK, params![id.bytes()])?;
    tiers.iter().try_for_each(|tier| tx.execute_one(LINK, params![id.bytes(), tier.bytes(), tx.now_micros()]))
}

fn with_tiers(view: &View<'_>, row: GroupDiscountRow) -> Result<GroupDiscountRow, Fault> {
    let tiers = view.all(TIERS, params![row.id.bytes()], |row| row.id("tier_id"))?;
    Ok(GroupDiscountRow { tiers, ..row })
}

fn from_row(row: &Row<'_>) -> Result<GroupDiscountRow, Fault> {
    Ok(GroupDiscountRow {
        id: row.id("id")?,
        event_id: row.id("event_id")?,
        name: row.text("name")?,
        min_quantity: row.int("min_quantity")?,
        min_value: row.money("min_value_minor", "currency")?,
        benefit: row.parsed("benefit")?,
        percent: row.text("percent")?,
        amount: row.money("amount_minor", "currency")?,
        cheapest_quantity: row.int_opt("cheapest_quantity")?,
        skips_vouchers: row.flag("skips_vouchers")?,
        tiers: Vec::new(),
        available_from: row.at_opt("available_from")?,
        available_until: row.at_opt("available_until")?,
        is_active: row.flag("is_active")?,
        version: row.int("version")?,
    })
}
