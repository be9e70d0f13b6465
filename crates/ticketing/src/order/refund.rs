//! Giving money back: for a whole order, for single tickets, or for less than they cost.

use kernel::{Failure, Money, Timestamp};
use payments::payment::PaymentMethod;
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use super::{
    FeeKind, OrderAction, OrderDetail, OrderStatus, RefundRefusal,
    refund_plan::{Back, Claim, RefundPlan, carry_out, plan},
    refund_policy::{CalledOffBy, KeepRule, band_at},
    refund_rules::REASON_CHARACTERS_MAX,
    show,
    store::write::{self, StoredOrder},
};
use crate::{
    event::event_of,
    percent::Percent,
    refund_policy,
    ticket::{TicketAction, TicketRow, TicketStatus, store as ticket_store, store::TicketLife},
};

/// Gives money back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundOrder {
    /// The order: its id or its code.
    pub order: String,
    /// The tickets, by code or id; all that are left, and the order's fees, when absent.
    #[serde(default)]
    #[ts(optional)]
    pub tickets: Option<Vec<String>>,
    /// What goes back, in minor units; what they cost when absent. The rest is kept as a fee.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub amount_minor: Option<i64>,
    /// Whether the event's refund policy says what is kept, instead of `amount_minor`.
    #[serde(default)]
    #[ts(optional)]
    pub by_policy: Option<bool>,
    /// Why.
    pub reason: String,
    /// By which tender it goes back; the ones it was paid by when absent.
    #[serde(default)]
    #[ts(optional)]
    pub method: Option<PaymentMethod>,
}

/// The money that went back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundMade {
    /// How much.
    pub amount: Money,
    /// By which tender; the first when there are several.
    pub method: PaymentMethod,
    /// How much by each tender.
    pub parts: Vec<RefundPart>,
    /// What was kept as a fee.
    pub kept: Money,
    /// The receipt's number.
    #[ts(type = "number")]
    pub receipt_number: i64,
}

/// What went back by one tender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundPart {
    /// The tender.
    pub method: PaymentMethod,
    /// How much.
    pub amount: Money,
}

/// What a refund would come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundPreview {
    /// What the tickets and fees cost.
    pub worth: Money,
    /// What would be kept as a fee.
    pub kept: Money,
    /// What would go back.
    pub amount: Money,
    /// How much by each tender.
    pub parts: Vec<RefundPart>,
}

/// What a refund left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RefundOutcome {
    /// The order as it stands now.
    pub order: OrderDetail,
    /// The money.
    pub refund: RefundMade,
    /// The tickets that were refunded.
    pub tickets: Vec<TicketRow>,
}

/// What a request comes to, before anything is written.
struct Decided {
    order: StoredOrder,
    status: OrderStatus,
    plan: RefundPlan,
}

/// Refunds tickets: their places return, the ledger gives back what it earned from them, a receipt is written.
///
/// # Errors
/// A refusal when the order is not paid, a ticket ended before, or the amount is more than the tickets cost or than is
/// left of what was paid; a fault when the machine fails.
pub fn refund_order(tx: &Tx<'_>, request: &RefundOrder) -> Result<RefundOutcome, Failure> {
    let reason = checked_reason(&request.reason)?;
    let Decided { order, status, plan } = decide(tx, request, tx.now())?;
    let receipt_number = carry_out(tx, &order, &plan, reason)?;
    let refunded = order.refunded.add(plan.sum.amount)?;
    write::move_on(tx, &StoredOrder { status, refunded, ..order.clone() }, reason)?;

    let detail = show::order_detail(tx, order.id)?;
    let was_claimed = |row: &&TicketRow| plan.claim.tickets.iter().any(|ticket| ticket.id == row.id);
    let tickets = detail.tickets.iter().filter(was_claimed).cloned().collect();
    let parts = parts(&plan);
    let method = parts.first().map_or(PaymentMethod::Other, |part| part.method);
    let refund = RefundMade { amount: plan.amount()?, method, parts, kept: plan.sum.kept, receipt_number };
    Ok(RefundOutcome { order: detail, refund, tickets })
}

/// What a refund would come to at `now`; the reason may still be missing.
///
/// # Errors
/// As [`refund_order`].
pub fn preview_refund(
    view: &View<'_>,
    request: &RefundOrder,
    now: Timestamp,
) -> Result<RefundPreview, Failure> {
    let Decided { plan, .. } = decide(view, request, now)?;
    let (worth, amount) = (plan.revenue.gross()?, plan.amount()?);
    Ok(RefundPreview { worth, kept: plan.sum.kept, amount, parts: parts(&plan) })
}

pub(super) fn parts(plan: &RefundPlan) -> Vec<RefundPart> {
    plan.parts.iter().map(|part| RefundPart { method: part.method, amount: part.amount }).collect()
}

fn decide(view: &View<'_>, request: &RefundOrder, now: Timestamp) -> Result<Decided, Failure> {
    let order = show::load(view, &request.order)?;
    let (claim, action) = claim(view, &order, request.tickets.as_deref())?;
    let status = order.status.after(action).map_err(RefundRefusal::Order)?;
    let asked = request.amount_minor.map(|minor| Money::new(minor, order.total.currency));
    let back = match (asked, request.by_policy.unwrap_or(false)) {
        (Some(_), true) => return Err(RefundRefusal::AmountAndPolicy.into()),
        (Some(amount), false) => Back::Amount(amount),
        (None, false) => Back::All,
        (None, true) => by_policy(view, &order, now)?,
    };
    let plan = plan(view, &order, claim, &back, request.method)?;
    Ok(Decided { order, status, plan })
}

/// What the event's policy says so long before it starts. An event without a policy keeps nothing; when its last step
/// is over it keeps everything.
fn by_policy(view: &View<'_>, order: &StoredOrder, now: Timestamp) -> Result<Back, Failure> {
    let bands = refund_policy::store::bands_of(view, order.event)?;
    if bands.is_empty() {
        return Ok(Back::All);
    }
    let event = event_of(view, order.event)?;
    let hours_left = (event.starts_at - now).num_hours();
    let nothing = Money::zero(event.currency);
    let everything = || KeepRule {
        fixed: nothing,
        percent: Percent::ALL,
        per_ticket: nothing,
        fees: Vec::new(),
        at_most: None,
    };
    let keep = band_at(&bands, hours_left).map_or_else(everything, |band| band.keep.clone());
    Ok(Back::LessKept(keep, CalledOffBy::Customer))
}

pub(crate) fn checked_reason(reason: &str) -> Result<&str, RefundRefusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(RefundRefusal::ReasonMissing);
    }
    if reason.chars().count() > REASON_CHARACTERS_MAX {
        return Err(RefundRefusal::ReasonTooLong);
    }
    Ok(reason)
}

/// The tickets to refund. Without a list it is everything that is left, and then the fees go back too.
fn claim(
    view: &View<'_>,
    order: &StoredOrder,
    wanted: Option<&[String]>,
) -> Result<(Claim, OrderAction), Failure> {
    let Some(wanted) = wanted else {
        // The machine says first why an order that is not paid cannot be refunded.
        order.status.after(OrderAction::RefundRest).map_err(RefundRefusal::Order)?;
        return Ok((claim_rest(view, order)?, OrderAction::RefundRest));
    };
    let lives = ticket_store::lives_of_order(view, order.id)?;
    let living = lives.iter().filter(|ticket| ticket.status == TicketStatus::Issued).count();
    let mut tickets: Vec<TicketLife> = Vec::with_capacity(wanted.len());
    for reference in wanted {
        let ticket = lives.iter().find(|ticket| is_named(ticket, reference)).ok_or_else(|| {
            RefundRefusal::NotInOrder {
                code: reference.chars().take(60).collect(),
                order: order.code.clone(),
            }
        })?;
        ticket.status.after(TicketAction::Refund, &ticket.code).map_err(RefundRefusal::Ticket)?;
        if tickets.iter().any(|known| known.id == ticket.id) {
            return Err(RefundRefusal::TicketTwice(ticket.code.clone()).into());
        }
        tickets.push(ticket.clone());
    }
    if tickets.is_empty() {
        return Err(RefundRefusal::NothingLeft.into());
    }
    let action = if tickets.len() == living { OrderAction::RefundRest } else { OrderAction::RefundPart };
    Ok((Claim { tickets, fees: Vec::new() }, action))
}

/// Everything that is left of an order: its living tickets and the fees that were not given back.
pub(super) fn claim_rest(view: &View<'_>, order: &StoredOrder) -> Result<Claim, Failure> {
    let lives = ticket_store::lives_of_order(view, order.id)?;
    let tickets: Vec<_> = lives.into_iter().filter(|ticket| ticket.status == TicketStatus::Issued).collect();
    let fees: Vec<_> = show::order_detail(view, order.id)?
        .fees
        .into_iter()
        .filter(|fee| !fee.is_cancelled && fee.kind != FeeKind::Cancellation)
        .collect();
    if tickets.is_empty() && fees.is_empty() {
        return Err(RefundRefusal::NothingLeft.into());
    }
    Ok(Claim { tickets, fees })
}

fn is_named(ticket: &TicketLife, reference: &str) -> bool {
    let reference = reference.trim();
    let as_spoken = reference.parse::<kernel::HumanCode>();
    ticket.code == reference
        || as_spoken.is_ok_and(|code| ticket.code == code.as_str())
        || reference.parse() == Ok(ticket.id)
}
