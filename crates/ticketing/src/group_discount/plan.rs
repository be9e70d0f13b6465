//! Planning a group discount, and changing it.

use events::event::mark_price_rules;
use identity::wording::{self, WordingError};
use kernel::{Failure, LocalTimeError, Money, Refuse, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::{Conflict, Tx};

use super::{DiscountBenefit, GroupDiscountId, GroupDiscountRow, store};
use crate::{
    event::{Event, event_named, event_of},
    percent::{MalformedPercent, Percent},
    tier::{self, TierId},
};

const NAME_CHARACTERS_MAX: usize = 120;
const QUANTITY_MAX: i64 = 100_000;

/// What a group discount is to be. When it is changed, absent fields stay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GroupDiscountDraft {
    /// What papers call it.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// From so many tickets on. Either this or `min_value_minor`.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub min_quantity: Option<i64>,
    /// From so much money on, in minor units.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub min_value_minor: Option<i64>,
    /// What it does; `percent` when absent.
    #[serde(default)]
    #[ts(optional)]
    pub benefit: Option<DiscountBenefit>,
    /// The share, like `10`.
    #[serde(default)]
    #[ts(optional)]
    pub percent: Option<String>,
    /// The amount or the price in minor units.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub amount_minor: Option<i64>,
    /// Only so many of the cheapest in each full group: 1 of 3 is "three for two". 0 takes this away.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub cheapest_quantity: Option<i64>,
    /// Whether tickets that a voucher made cheaper are left out; true when absent.
    #[serde(default)]
    #[ts(optional)]
    pub skips_vouchers: Option<bool>,
    /// The tiers whose tickets count: ids, names or numbers; all when absent.
    #[serde(default)]
    #[ts(optional)]
    pub tiers: Option<Vec<String>>,
    /// From when it applies: local time of the event's zone, or a moment with an offset.
    #[serde(default)]
    #[ts(optional)]
    pub available_from: Option<String>,
    /// Until when it applies.
    #[serde(default)]
    #[ts(optional)]
    pub available_until: Option<String>,
}

/// Plans a group discount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateGroupDiscount {
    /// The event: its id or its slug.
    pub event: String,
    /// What it is to be.
    #[serde(flatten)]
    #[ts(flatten)]
    pub draft: GroupDiscountDraft,
}

/// Changes a group discount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdateGroupDiscount {
    /// Its id.
    pub discount: GroupDiscountId,
    /// The version that the change was made from; a later one is refused.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub version: Option<i64>,
    /// False ends it.
    #[serde(default)]
    #[ts(optional)]
    pub is_active: Option<bool>,
    /// What it is to be.
    #[serde(flatten)]
    #[ts(flatten)]
    pub draft: GroupDiscountDraft,
}

/// Why a group discount cannot be planned like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GroupDiscountRefusal {
    /// Its name.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// Its share.
    #[error(transparent)]
    Percent(#[from] MalformedPercent),
    /// A moment.
    #[error(transparent)]
    Time(#[from] LocalTimeError),
    /// Neither tickets nor money, or both.
    #[error("a group discount counts tickets or money")]
    Condition,
    /// An amount below nothing.
    #[error("an amount cannot be less than nothing")]
    Negative,
    /// More of the cheapest than a group has, or a group of money.
    #[error("only some of a group of tickets can be the cheapest")]
    Cheapest,
    /// No such tier.
    #[error("there is no tier “{0}” in this event")]
    UnknownTier(String),
    /// No such discount.
    #[error("there is no such group discount")]
    Unknown,
}

impl Refuse for GroupDiscountRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(reason) => reason.code(),
            Self::Percent(reason) => reason.code(),
            Self::Time(reason) => reason.code(),
            Self::Condition => "discount_condition",
            Self::Negative => "discount_negative",
            Self::Cheapest => "discount_cheapest",
            Self::UnknownTier(_) => "unknown_tier",
            Self::Unknown => "unknown_discount",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(reason) => reason.fix(),
            Self::Percent(reason) => reason.fix(),
            Self::Time(reason) => reason.fix(),
            Self::Condition => {
                format!("Enter from how many tickets on, 1 to {QUANTITY_MAX}, or from how much money on.")
            }
            Self::Negative => "Enter 0 or more.".to_owned(),
            Self::Cheapest => "Enter a number from 1 to the size of the group, or leave it empty.".to_owned(),
            Self::UnknownTier(_) => "Use a name or a number from the event's list of tiers.".to_owned(),
            Self::Unknown => "Choose a discount from the event's list.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Wording(reason) => return reason.field(),
            Self::Percent(reason) => return reason.field(),
            Self::Time(_) => "available_from",
            Self::Condition => "min_quantity",
            Self::Negative => "amount_minor",
            Self::Cheapest => "cheapest_quantity",
            Self::UnknownTier(_) => "tiers",
            Self::Unknown => "discount",
        };
        Some(field.to_owned())
    }
}

/// Plans a group discount: sales from now on apply it.
///
/// # Errors
/// A refusal naming the field; a fault when the database fails.
pub fn create_group_discount(
    tx: &Tx<'_>,
    request: &CreateGroupDiscount,
) -> Result<GroupDiscountRow, Failure> {
    let event = event_named(tx, &request.event)?;
    let nothing = Money::zero(event.currency);
    let blank = GroupDiscountRow {
        id: tx.new_id()?,
        event_id: event.id,
        name: String::new(),
        min_quantity: 0,
        min_value: nothing,
        benefit: DiscountBenefit::Percent,
        percent: Percent::NONE.to_string(),
        amount: nothing,
        cheapest_quantity: None,
        skips_vouchers: true,
        tiers: Vec::new(),
        available_from: None,
        available_until: None,
        is_active: true,
        version: 1,
    };
    let name = Some(request.draft.name.clone().unwrap_or_default());
    let discount = decide(tx, &event, blank, &GroupDiscountDraft { name, ..request.draft.clone() })?;
    store::insert(tx, &discount)?;
    store::set_tiers(tx, discount.id, &discount.tiers)?;
    mark_price_rules(tx, event.id)?;
    Ok(discount)
}

/// Changes a group discount; orders that were made stay as they are.
///
/// # Errors
/// A refusal naming the field; a fault when the database fails.
pub fn update_group_discount(
    tx: &Tx<'_>,
    request: &UpdateGroupDiscount,
) -> Result<GroupDiscountRow, Failure> {
    let stored = store::by_id(tx, request.discount)?.ok_or(GroupDiscountRefusal::Unknown)?;
    if request.version.is_some_and(|version| version != stored.version) {
        return Err(Conflict { noun: "group discount" }.into());
    }
    let event = event_of(tx, stored.event_id)?;
    let is_active = request.is_active.unwrap_or(stored.is_active);
    let discount = GroupDiscountRow { is_active, ..decide(tx, &event, stored, &request.draft)? };
    store::update(tx, &discount)?;
    store::set_tiers(tx, discount.id, &discount.tiers)?;
    Ok(GroupDiscountRow { version: discount.version + 1, ..discount })
}

fn decide(
    tx: &Tx<'_>,
    event: &Event,
    mut row: GroupDiscountRow,
    draft: &GroupDiscountDraft,
) -> Result<GroupDiscountRow, Failure> {
    let refused = |reason: GroupDiscountRefusal| Err(Failure::from(reason));
    if let Some(name) = &draft.name {
        row.name = wording::line("name", name, NAME_CHARACTERS_MAX).map_err(GroupDiscountRefusal::Wording)?;
    }
    row.min_quantity = draft.min_quantity.unwrap_or(row.min_quantity);
    row.min_value.minor = draft.min_value_minor.unwrap_or(row.min_value.minor);
    let is_sound = (0..=QUANTITY_MAX).contains(&row.min_quantity) && row.min_value.minor >= 0;
    if !is_sound || (row.min_quantity > 0) == (row.min_value.minor > 0) {
        return refused(GroupDiscountRefusal::Condition);
    }
    row.benefit = draft.benefit.unwrap_or(row.benefit);
    if let Some(percent) = &draft.percent {
        row.percent = percent.parse::<Percent>().map_err(GroupDiscountRefusal::Percent)?.to_string();
    }
    row.amount.minor = draft.amount_minor.unwrap_or(row.amount.minor);
    if row.amount.minor < 0 {
        return refused(GroupDiscountRefusal::Negative);
    }
    if let Some(cheapest) = draft.cheapest_quantity {
        row.cheapest_quantity = (cheapest != 0).then_some(cheapest);
    }
    if row.cheapest_quantity.is_some_and(|cheapest| !(1..=row.min_quantity).contains(&cheapest)) {
        return refused(GroupDiscountRefusal::Cheapest);
    }
    row.skips_vouchers = draft.skips_vouchers.unwrap_or(row.skips_vouchers);
    row.available_from = time_of(event, draft.available_from.as_deref(), row.available_from)?;
    row.available_until = time_of(event, draft.available_until.as_deref(), row.available_until)?;
    if let Some(references) = &draft.tiers {
        row.tiers = tiers_of(tx, event, references)?;
    }
    Ok(row)
}

fn time_of(
    event: &Event,
    text: Option<&str>,
    old: Option<Timestamp>,
) -> Result<Option<Timestamp>, GroupDiscountRefusal> {
    match text.map(str::trim) {
        None => Ok(old),
        Some("") => Ok(None),
        Some(text) => Ok(Some(event.time_zone.parse(text)?)),
    }
}

fn tiers_of(tx: &Tx<'_>, event: &Event, references: &[String]) -> Result<Vec<TierId>, Failure> {
    let mut tiers: Vec<TierId> = Vec::with_capacity(references.len());
    for reference in references {
        let unknown = || GroupDiscountRefusal::UnknownTier(reference.chars().take(60).collect());
        let tier = tier::tier_on_sale(tx, event.id, reference)?.ok_or_else(unknown)?;
        if !tiers.contains(&tier.id) {
            tiers.push(tier.id);
        }
    }
    Ok(tiers)
}
