//! What an event keeps when tickets are given back, by how long it is until it starts. The rule itself is
//! [`crate::order::refund_policy`]'.

pub(crate) mod store;

use events::EventId;
use kernel::{Failure, Money, Refuse};
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use crate::{
    event::{Event, event_named},
    order::{
        FeeKind,
        refund_policy::{KeepRule, PolicyBand},
    },
    percent::{MalformedPercent, Percent},
};

kernel::id_type!(RefundPolicyBandId, "refund policy band", "Names one step of an event's refund policy.");

const BANDS_MAX: usize = 20;
const HOURS_MAX: i64 = 100_000;

/// What is kept of an order: sums in minor units of the event's currency, tax included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct KeepDraft {
    /// A share of what the order cost, like `10`.
    #[serde(default)]
    #[ts(optional)]
    pub keep_percent: Option<String>,
    /// So much once.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub keep_fixed_minor: Option<i64>,
    /// So much for each ticket, but never more than it cost.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub keep_per_ticket_minor: Option<i64>,
    /// Never more than this in all.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub keep_at_most_minor: Option<i64>,
    /// Fees of these kinds.
    #[serde(default)]
    #[ts(optional)]
    pub keep_fees: Option<Vec<FeeKind>>,
}

/// One step of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundPolicyStep {
    /// At least so many hours before the event starts.
    #[ts(type = "number")]
    pub hours_before: i64,
    /// What is kept then.
    #[serde(flatten)]
    #[ts(flatten)]
    pub keep: KeepDraft,
}

/// Sets the policy of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetRefundPolicy {
    /// The event: its id or its slug.
    pub event: String,
    /// Its steps, in any order; none takes the policy away, and then everything goes back.
    pub steps: Vec<RefundPolicyStep>,
}

/// Asks for the policy of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ShowRefundPolicy {
    /// The event: its id or its slug.
    pub event: String,
}

/// The policy of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundPolicy {
    /// The event.
    pub event_id: EventId,
    /// Its steps, the longest time first. Before the last one nothing goes back; without steps everything does.
    pub steps: Vec<RefundPolicyStep>,
}

/// Why a policy cannot be set like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RefundPolicyRefusal {
    /// A share.
    #[error(transparent)]
    Percent(#[from] MalformedPercent),
    /// A sum below nothing.
    #[error("what is kept cannot be less than nothing")]
    Negative,
    /// A time that cannot be, or is named twice.
    #[error("{0} hours before the event: each step needs a time of its own, from 0 to {HOURS_MAX}")]
    Hours(i64),
    /// More steps than anyone reads.
    #[error("a refund policy has at most {BANDS_MAX} steps")]
    TooMany,
}

impl Refuse for RefundPolicyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Percent(reason) => reason.code(),
            Self::Negative => "keep_negative",
            Self::Hours(_) => "policy_hours",
            Self::TooMany => "policy_too_long",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Percent(reason) => reason.fix(),
            Self::Negative => "Enter 0 or more.".to_owned(),
            Self::Hours(_) => "Change the hours of one of the steps.".to_owned(),
            Self::TooMany => "Leave some steps away.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Percent(_) => "keep_percent",
            Self::Negative => "keep_fixed_minor",
            Self::Hours(_) | Self::TooMany => "steps",
        };
        Some(field.to_owned())
    }
}

/// Sets the policy of an event, instead of the one before.
///
/// # Errors
/// A refusal naming what cannot be; a fault when the database fails.
pub fn set_refund_policy(tx: &Tx<'_>, request: &SetRefundPolicy) -> Result<RefundPolicy, Failure> {
    let event = event_named(tx, &request.event)?;
    if request.steps.len() > BANDS_MAX {
        return Err(RefundPolicyRefusal::TooMany.into());
    }
    let mut bands: Vec<PolicyBand> = Vec::with_capacity(request.steps.len());
    for step in &request.steps {
        let hours_before = step.hours_before;
        let is_taken = bands.iter().any(|band| band.hours_before == hours_before);
        if is_taken || !(0..=HOURS_MAX).contains(&hours_before) {
            return Err(RefundPolicyRefusal::Hours(hours_before).into());
        }
        bands.push(PolicyBand { hours_before, keep: keep_rule(&event, &step.keep)? });
    }
    store::replace(tx, event.id, &bands)?;
    policy_of(tx, event.id)
}

/// The policy of an event.
///
/// # Errors
/// A refusal when there is no such event; a fault when the database fails.
pub fn show_refund_policy(view: &View<'_>, request: &ShowRefundPolicy) -> Result<RefundPolicy, Failure> {
    let event = event_named(view, &request.event)?;
    policy_of(view, event.id)
}

fn policy_of(view: &View<'_>, event: EventId) -> Result<RefundPolicy, Failure> {
    let steps = store::bands_of(view, event)?.into_iter().map(step_of).collect();
    Ok(RefundPolicy { event_id: event, steps })
}

fn step_of(band: PolicyBand) -> RefundPolicyStep {
    let keep = KeepDraft {
        keep_percent: Some(band.keep.percent.to_string()),
        keep_fixed_minor: Some(band.keep.fixed.minor),
        keep_per_ticket_minor: Some(band.keep.per_ticket.minor),
        keep_at_most_minor: band.keep.at_most.map(|most| most.minor),
        keep_fees: Some(band.keep.fees),
    };
    RefundPolicyStep { hours_before: band.hours_before, keep }
}

/// A draft as a rule in the event's currency.
///
/// # Errors
/// When a share is no share, or a sum is below nothing.
pub fn keep_rule(event: &Event, draft: &KeepDraft) -> Result<KeepRule, RefundPolicyRefusal> {
    let sum = |minor: Option<i64>| match minor.unwrap_or(0) {
        minor @ 0.. => Ok(Money::new(minor, event.currency)),
        _ => Err(RefundPolicyRefusal::Negative),
    };
    Ok(KeepRule {
        fixed: sum(draft.keep_fixed_minor)?,
        percent: draft.keep_percent.as_deref().map_or(Ok(Percent::NONE), str::parse)?,
        per_ticket: sum(draft.keep_per_ticket_minor)?,
        fees: draft.keep_fees.clone().unwrap_or_default(),
        at_most: draft.keep_at_most_minor.map(|minor| sum(Some(minor))).transpose()?,
    })
}
