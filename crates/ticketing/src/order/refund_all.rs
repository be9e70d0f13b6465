//! Giving the money of a whole event back: order by order, by the same rules as a single refund, so that a dry run comes
//! to what the real run does. What is done stays done: a run that stopped goes on where it was.

use events::EventStatus;
use kernel::{Failure, Money, Refuse};
use payments::{OrderId, payment::PaymentMethod};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    OrderAction, OrderStatus, RefundRefusal,
    refund::{RefundPart, checked_reason, claim_rest, parts},
    refund_plan::{Back, RefundPlan, carry_out, plan},
    refund_policy::{CalledOffBy, KeepRule},
    show,
    store::{
        refunds::{self, SettledOrder},
        write::{self, StoredOrder},
    },
};
use crate::{
    event::event_named,
    refund_policy::{KeepDraft, keep_rule},
};

/// Orders in one run when nothing was said: one run is one transaction, and others wait for it.
const ORDERS_DEFAULT: i64 = 1_000;
/// Most orders in one run.
const ORDERS_MAX: i64 = 20_000;

/// Gives the money of a cancelled event back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundAll {
    /// The event: its id or its slug.
    pub event: String,
    /// Why; on every order.
    pub reason: String,
    /// Whether only to say what it would come to.
    #[serde(default)]
    #[ts(optional)]
    pub dry_run: Option<bool>,
    /// Most orders in this run; 1,000 when absent. A dry run looks at all of them.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub orders_max: Option<i64>,
    /// What is kept of each order; nothing when absent.
    #[serde(flatten)]
    #[ts(flatten)]
    pub keep: KeepDraft,
}

/// What a run did, or would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundAllOutcome {
    /// Whether nothing was changed.
    pub is_dry_run: bool,
    /// Orders that money went back for, or of which all was kept.
    #[ts(type = "number")]
    pub orders: i64,
    /// Unpaid orders that were called off.
    #[ts(type = "number")]
    pub cancelled: i64,
    /// Tickets that ended.
    #[ts(type = "number")]
    pub tickets: i64,
    /// What went back.
    pub refunded: Money,
    /// What was kept.
    pub kept: Money,
    /// What went back by each tender.
    pub by_method: Vec<RefundPart>,
    /// Orders that could not be refunded, and why; they stay as they were.
    pub failed: Vec<FailedRefund>,
    /// Orders that are still to be done.
    #[ts(type = "number")]
    pub remaining: i64,
}

/// An order of the event that could not be refunded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FailedRefund {
    /// Its code.
    pub order_code: String,
    /// Why.
    pub message: String,
    /// The way out.
    pub fix: String,
}

/// Why an event's money does not go back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RefundAllRefusal {
    /// It takes place.
    #[error("“{event}” is {status}: only a cancelled event is refunded as a whole")]
    NotCancelled {
        /// The event's title.
        event: String,
        /// Its status.
        status: EventStatus,
    },
    /// A number of orders that cannot be.
    #[error("{0} orders in one run cannot be; from 1 to {ORDERS_MAX} can")]
    Orders(i64),
}

impl Refuse for RefundAllRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotCancelled { .. } => "event_not_cancelled",
            Self::Orders(_) => "orders_out_of_range",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NotCancelled { .. } => "Cancel the event first, or refund single orders.".to_owned(),
            Self::Orders(_) => format!("Leave it empty for {ORDERS_DEFAULT}."),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::NotCancelled { .. } => Some("event".to_owned()),
            Self::Orders(_) => Some("orders_max".to_owned()),
        }
    }
}

/// What is to become of one order, decided before anything is written.
enum Fate {
    /// Nothing of it was paid: it is called off.
    CallOff,
    /// What was paid goes back, less what is kept.
    GiveBack(Box<RefundPlan>),
}

/// Gives the money of a cancelled event back, order by order. Orders that are done already are not touched, so it can be
/// asked again until nothing remains.
///
/// # Errors
/// A refusal when the event is not cancelled or what is kept cannot be; a fault when the machine fails.
pub fn refund_all(tx: &Tx<'_>, request: &RefundAll) -> Result<RefundAllOutcome, Failure> {
    let reason = checked_reason(&request.reason)?;
    let event = event_named(tx, &request.event)?;
    if event.status != EventStatus::Cancelled {
        return Err(RefundAllRefusal::NotCancelled { event: event.title, status: event.status }.into());
    }
    let keep = keep_rule(&event, &request.keep)?;
    let most = request.orders_max.unwrap_or(ORDERS_DEFAULT);
    if !(1..=ORDERS_MAX).contains(&most) {
        return Err(RefundAllRefusal::Orders(most).into());
    }
    let is_dry_run = request.dry_run.unwrap_or(false);
    let open = refunds::open_of_event(tx, event.id)?;
    let nothing = Money::zero(event.currency);
    let mut outcome = RefundAllOutcome {
        is_dry_run,
        orders: 0,
        cancelled: 0,
        tickets: 0,
        refunded: nothing,
        kept: nothing,
        by_method: Vec::new(),
        failed: Vec::new(),
        remaining: 0,
    };
    for (done, id) in (0..).zip(&open) {
        if !is_dry_run && done >= most {
            break;
        }
        let order = show::load_by_id(tx, *id)?;
        match decide(tx, &order, &keep) {
            Ok(fate) => {
                add(&mut outcome, &fate)?;
                if !is_dry_run {
                    carry_out_fate(tx, &order, &fate, reason)?;
                }
            }
            Err(Failure::Refused(refusal)) => outcome.failed.push(FailedRefund {
                order_code: order.code,
                message: refusal.message,
                fix: refusal.fix,
            }),
            Err(fault @ Failure::Fault(_)) => return Err(fault),
        }
    }
    outcome.remaining = remaining(tx, event.id)?;
    Ok(outcome)
}

fn remaining(tx: &Tx<'_>, event: events::EventId) -> Result<i64, Failure> {
    let open: Vec<OrderId> = refunds::open_of_event(tx, event)?;
    Ok(i64::try_from(open.len()).unwrap_or(i64::MAX))
}

fn decide(tx: &Tx<'_>, order: &StoredOrder, keep: &KeepRule) -> Result<Fate, Failure> {
    let claim = claim_rest(tx, order)?;
    let back = Back::LessKept(keep.clone(), CalledOffBy::House);
    let plan = plan(tx, order, claim, &back, None)?;
    let is_untouched = plan.sum.amount.is_zero() && plan.sum.kept.is_zero();
    if order.status == OrderStatus::Pending && is_untouched {
        return Ok(Fate::CallOff);
    }
    Ok(Fate::GiveBack(Box::new(plan)))
}

fn add(outcome: &mut RefundAllOutcome, fate: &Fate) -> Result<(), Failure> {
    let plan = match fate {
        Fate::CallOff => {
            outcome.cancelled += 1;
            return Ok(());
        }
        Fate::GiveBack(plan) => plan,
    };
    outcome.orders += 1;
    outcome.tickets += i64::try_from(plan.claim.tickets.len()).unwrap_or(i64::MAX);
    outcome.refunded = outcome.refunded.add(plan.amount()?)?;
    outcome.kept = outcome.kept.add(plan.sum.kept)?;
    for part in parts(plan).into_iter().filter(|part| !part.amount.is_zero()) {
        add_part(&mut outcome.by_method, part.method, part.amount)?;
    }
    Ok(())
}

fn add_part(by_method: &mut Vec<RefundPart>, method: PaymentMethod, amount: Money) -> Result<(), Failure> {
    match by_method.iter_mut().find(|part| part.method == method) {
        Some(part) => part.amount = part.amount.add(amount)?,
        None => by_method.push(RefundPart { method, amount }),
    }
    Ok(())
}

fn carry_out_fate(tx: &Tx<'_>, order: &StoredOrder, fate: &Fate, reason: &str) -> Result<(), Failure> {
    let plan = match fate {
        Fate::CallOff => {
            let status = order.status.after(OrderAction::Cancel).map_err(RefundRefusal::Order)?;
            return super::cancel::free(tx, order, status, reason);
        }
        Fate::GiveBack(plan) => plan,
    };
    carry_out(tx, order, plan, reason)?;
    if order.status == OrderStatus::Pending {
        return settle(tx, order, plan, reason);
    }
    let status = order.status.after(OrderAction::RefundRest).map_err(RefundRefusal::Order)?;
    let refunded = order.refunded.add(plan.sum.amount)?;
    Ok(write::move_on(tx, &StoredOrder { status, refunded, ..order.clone() }, reason)?)
}

/// An order that was paid in part comes to what was paid: the rest is no longer owed.
fn settle(tx: &Tx<'_>, order: &StoredOrder, plan: &RefundPlan, reason: &str) -> Result<(), Failure> {
    let total = plan.sum.amount.add(plan.sum.kept)?;
    let action = if plan.sum.kept.is_zero() { OrderAction::Cancel } else { OrderAction::Pay };
    let status = order.status.after(action).map_err(RefundRefusal::Order)?;
    let refunded = order.refunded.add(plan.sum.amount)?;
    let (id, version) = (order.id, order.version);
    Ok(refunds::settle_unpaid(tx, &SettledOrder { id, version, status, reason, total, refunded })?)
}
