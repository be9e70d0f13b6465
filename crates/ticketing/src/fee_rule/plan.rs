//! Planning a fee, and changing it.

use events::event::mark_price_rules;
use identity::wording::{self, WordingError};
use kernel::{Failure, Money, Refuse};
use payments::payment::PaymentMethod;
use serde::{Deserialize, Serialize};
use workspace::{Conflict, Tx};

use super::{FeeMeasure, FeeRuleId, FeeRuleRow, FeeUnit, store};
use crate::{
    event::{Event, event_named},
    order::{FeeKind, OrderChannel},
    percent::{MalformedPercent, Percent},
    tax::{MalformedTaxRate, TaxRate},
};

const NAME_CHARACTERS_MAX: usize = 120;

/// What a fee is to be. When it is changed, absent fields stay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FeeRuleDraft {
    /// Why it is charged; `service` when absent.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<FeeKind>,
    /// What papers call it.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// The amount in minor units, tax included. Either this or `percent`.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub amount_minor: Option<i64>,
    /// The share of what the tickets cost, like `2.5`.
    #[serde(default)]
    #[ts(optional)]
    pub percent: Option<String>,
    /// What it is charged for; `order` when absent.
    #[serde(default)]
    #[ts(optional)]
    pub per: Option<FeeUnit>,
    /// Its tax rate in percent; absent or empty: split over the rates of the order's tickets.
    #[serde(default)]
    #[ts(optional)]
    pub tax_rate: Option<String>,
    /// Only when some of the order is paid this way.
    #[serde(default)]
    #[ts(optional)]
    pub method: Option<PaymentMethod>,
    /// Only for orders made here.
    #[serde(default)]
    #[ts(optional)]
    pub channel: Option<OrderChannel>,
}

/// Plans a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateFeeRule {
    /// The event: its id or its slug.
    pub event: String,
    /// What it is to be.
    #[serde(flatten)]
    #[ts(flatten)]
    pub draft: FeeRuleDraft,
}

/// Changes a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdateFeeRule {
    /// The fee's id.
    pub fee: FeeRuleId,
    /// The version that the change was made from; a later one is refused.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub version: Option<i64>,
    /// False stops charging it.
    #[serde(default)]
    #[ts(optional)]
    pub is_active: Option<bool>,
    /// What it is to be.
    #[serde(flatten)]
    #[ts(flatten)]
    pub draft: FeeRuleDraft,
}

/// Why a fee cannot be planned like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeeRuleRefusal {
    /// Its name.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// Its share.
    #[error(transparent)]
    Percent(#[from] MalformedPercent),
    /// Its tax.
    #[error(transparent)]
    TaxRate(#[from] MalformedTaxRate),
    /// Neither an amount nor a share, or both.
    #[error("a fee is an amount or a share")]
    AmountOrPercent,
    /// Less than nothing.
    #[error("a fee cannot be less than nothing")]
    Negative,
    /// What is kept at a refund is no fee of a sale.
    #[error("a cancellation fee is not charged when tickets are sold")]
    Cancellation,
    /// A gift is not paid; another system's tender is not used here.
    #[error("no fee can depend on payment by {0}")]
    Method(PaymentMethod),
    /// Imported orders are charged elsewhere.
    #[error("no fee can depend on orders from {0}")]
    Channel(OrderChannel),
    /// No such fee.
    #[error("there is no such fee")]
    Unknown,
}

impl Refuse for FeeRuleRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(reason) => reason.code(),
            Self::Percent(reason) => reason.code(),
            Self::TaxRate(reason) => reason.code(),
            Self::AmountOrPercent => "fee_amount_or_percent",
            Self::Negative => "fee_negative",
            Self::Cancellation => "fee_kind",
            Self::Method(_) => "fee_method",
            Self::Channel(_) => "fee_channel",
            Self::Unknown => "unknown_fee",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(reason) => reason.fix(),
            Self::Percent(reason) => reason.fix(),
            Self::TaxRate(reason) => reason.fix(),
            Self::AmountOrPercent => "Enter one of them.".to_owned(),
            Self::Negative => "Enter 0 or more.".to_owned(),
            Self::Cancellation => "Set what is kept in the event's refund policy.".to_owned(),
            Self::Method(_) => "Choose cash, card, transfer, voucher or wallet, or none.".to_owned(),
            Self::Channel(_) => "Choose till or online, or none.".to_owned(),
            Self::Unknown => "Choose a fee from the event's list.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Wording(reason) => return reason.field(),
            Self::Percent(reason) => return reason.field(),
            Self::TaxRate(reason) => return reason.field(),
            Self::AmountOrPercent | Self::Negative => "amount_minor",
            Self::Cancellation => "kind",
            Self::Method(_) => "method",
            Self::Channel(_) => "channel",
            Self::Unknown => "fee",
        };
        Some(field.to_owned())
    }
}

/// Plans a fee: sales from now on charge it.
///
/// # Errors
/// A refusal naming the field; a fault when the database fails.
pub fn create_fee_rule(tx: &Tx<'_>, request: &CreateFeeRule) -> Result<FeeRuleRow, Failure> {
    let event = event_named(tx, &request.event)?;
    if request.draft.amount_minor.is_some() == request.draft.percent.is_some() {
        return Err(FeeRuleRefusal::AmountOrPercent.into());
    }
    let blank = blank(tx.new_id()?, &event);
    let rule = decide(blank, &FeeRuleDraft { name: Some(name_of(&request.draft)), ..request.draft.clone() })?;
    store::insert(tx, &rule)?;
    mark_price_rules(tx, event.id)?;
    Ok(rule)
}

fn name_of(draft: &FeeRuleDraft) -> String {
    draft.name.clone().unwrap_or_default()
}

const fn blank(id: FeeRuleId, event: &Event) -> FeeRuleRow {
    FeeRuleRow {
        id,
        event_id: event.id,
        kind: FeeKind::Service,
        name: String::new(),
        charge: FeeMeasure::Amount,
        amount: Money::zero(event.currency),
        percent: String::new(),
        per: FeeUnit::Order,
        tax_rate: None,
        method: None,
        channel: None,
        is_active: true,
        version: 1,
    }
}

/// Changes a fee; orders that were made stay as they are.
///
/// # Errors
/// A refusal naming the field; a fault when the database fails.
pub fn update_fee_rule(tx: &Tx<'_>, request: &UpdateFeeRule) -> Result<FeeRuleRow, Failure> {
    let stored = store::by_id(tx, request.fee)?.ok_or(FeeRuleRefusal::Unknown)?;
    if request.version.is_some_and(|version| version != stored.version) {
        return Err(Conflict { noun: "fee" }.into());
    }
    if request.draft.amount_minor.is_some() && request.draft.percent.is_some() {
        return Err(FeeRuleRefusal::AmountOrPercent.into());
    }
    let is_active = request.is_active.unwrap_or(stored.is_active);
    let rule = FeeRuleRow { is_active, ..decide(stored, &request.draft)? };
    store::update(tx, &rule)?;
    Ok(FeeRuleRow { version: rule.version + 1, ..rule })
}

fn decide(mut rule: FeeRuleRow, draft: &FeeRuleDraft) -> Result<FeeRuleRow, FeeRuleRefusal> {
    rule.kind = draft.kind.unwrap_or(rule.kind);
    if rule.kind == FeeKind::Cancellation {
        return Err(FeeRuleRefusal::Cancellation);
    }
    if let Some(name) = &draft.name {
        rule.name = wording::line("name", name, NAME_CHARACTERS_MAX)?;
    }
    if let Some(minor) = draft.amount_minor {
        if minor < 0 {
            return Err(FeeRuleRefusal::Negative);
        }
        rule.amount.minor = minor;
        (rule.charge, rule.percent) = (FeeMeasure::Amount, Percent::NONE.to_string());
    }
    if let Some(percent) = &draft.percent {
        rule.percent = percent.parse::<Percent>()?.to_string();
        (rule.charge, rule.amount.minor) = (FeeMeasure::Percent, 0);
    }
    rule.per = draft.per.unwrap_or(rule.per);
    match draft.tax_rate.as_deref().map(str::trim) {
        None => {}
        Some("") => rule.tax_rate = None,
        Some(rate) => rule.tax_rate = Some(rate.parse::<TaxRate>()?.to_string()),
    }
    match draft.method {
        Some(method @ (PaymentMethod::Comp | PaymentMethod::Other)) => {
            return Err(FeeRuleRefusal::Method(method));
        }
        Some(method) => rule.method = Some(method),
        None => {}
    }
    match draft.channel {
        Some(channel @ OrderChannel::Import) => return Err(FeeRuleRefusal::Channel(channel)),
        Some(channel) => rule.channel = Some(channel),
        None => {}
    }
    Ok(rule)
}
