//! Orders with their tickets, fees, payments and refunds.

use std::collections::{BTreeSet, HashMap, HashSet};

use kernel::{Currency, Timestamp};
use payments::payment::PaymentMethod;

use super::{
    AnswerRecord, FeeRecord, OrderRecord, OrderStatus, PaymentRecord, RefundRecord, TicketRecord, TierKey,
    catalog::Products, export::Notes,
};
use crate::import_pretix::{
    read::{json_path::JsonPath, parse::Document},
    refusal::ImportRefused,
    wire::{
        Amount, Fee, FeeKind, List, Order, OrderState, Payment, PaymentState, Position, Refund, RefundState,
    },
};

/// What an order is checked against.
pub(super) struct Context<'a> {
    /// The orders' file.
    pub(super) document: &'a Document<List<Order>>,
    /// Products of the export.
    pub(super) products: &'a Products,
    /// Questions of the export, by number.
    pub(super) questions: &'a HashSet<i64>,
    /// Codes on the block list.
    pub(super) blocked: &'a HashSet<String>,
    /// Currency of every amount.
    pub(super) currency: Currency,
}

/// Products with variations of which some order holds a ticket without one.
pub(super) fn products_sold_bare(orders: &[Order]) -> BTreeSet<i64> {
    let positions = orders.iter().flat_map(|order| &order.positions);
    positions.filter(|position| position.variation.is_none()).map(|position| position.item).collect()
}

/// Every order that was no test, in the export's order.
pub(super) fn orders(context: &Context<'_>, notes: &mut Notes) -> Result<Vec<OrderRecord>, ImportRefused> {
    let mut codes = HashSet::new();
    let mut ticket_ids = HashMap::new();
    let mut secrets: HashMap<&str, usize> = HashMap::new();
    let mut records = Vec::with_capacity(context.document.value.results.len());
    for (index, order) in context.document.value.results.iter().enumerate() {
        let path = JsonPath::root().element("results", index);
        if !codes.insert(order.code.as_str()) {
            return Err(context
                .document
                .malformed(&path.key("code"), format!("order {} is there twice", order.code)));
        }
        for (at, position) in order.positions.iter().enumerate() {
            let place = path.element("positions", at);
            if ticket_ids.insert(position.id, index).is_some() {
                let problem = format!("position {} is there twice", position.id);
                return Err(context.document.malformed(&place.key("id"), problem));
            }
            if secrets.insert(&position.secret, index).is_some() {
                return Err(context
                    .document
                    .malformed(&place.key("secret"), "another position has the same code"));
            }
        }
        if order.testmode {
            notes.left_out("test orders", 1, "they were placed in the shop's test mode");
            continue;
        }
        records.push(context.order(index, order, &path)?);
        note_details(order, notes);
    }
    records.sort_by_key(|order| (order.ordered_at, order.index));
    Ok(records)
}

impl Context<'_> {
    fn order(&self, index: usize, order: &Order, path: &JsonPath) -> Result<OrderRecord, ImportRefused> {
        if order.code.is_empty() || order.code.chars().count() > 40 {
            return Err(self.document.malformed(&path.key("code"), "an order code has 1 to 40 characters"));
        }
        let tickets =
            each(&order.positions, path, "positions", |position, at| self.ticket(order, position, at))?;
        let fees = order.fees.iter().enumerate();
        let fees = fees
            .map(|(place, fee)| self.fee(order, place, fee, &path.element("fees", place)))
            .collect::<Result<Vec<_>, _>>()?;
        let total_minor = self.not_negative(order.total, &path.key("total"))?;
        self.check_total(total_minor, &tickets, &fees, path)?;
        let address = order.invoice_address.as_ref();
        let buyer = address
            .and_then(|address| {
                filled(address.name.as_deref()).or_else(|| filled(address.company.as_deref()))
            })
            .unwrap_or_default();
        Ok(OrderRecord {
            index,
            code: order.code.clone(),
            status: match order.status {
                OrderState::Pending => OrderStatus::Pending,
                OrderState::Paid => OrderStatus::Paid,
                OrderState::Expired => OrderStatus::Expired,
                OrderState::Cancelled => OrderStatus::Cancelled,
            },
            total_minor,
            buyer_name: buyer.chars().take(300).collect(),
            buyer_email: self.within(order.email.as_deref(), 254, &path.key("email"))?,
            buyer_phone: self.within(order.phone.as_deref(), 60, &path.key("phone"))?,
            locale: order.locale.clone().unwrap_or_else(|| "en".to_owned()),
            is_approval_pending: order.require_approval,
            is_valid_while_pending: order.valid_if_pending,
            ordered_at: order.datetime.0,
            expires_at: order.expires.map(|at| at.0),
            fees,
            tickets,
            payments: each(&order.payments, path, "payments", |payment, at| self.payment(payment, at))?,
            refunds: each(&order.refunds, path, "refunds", |refund, at| self.refund(order, refund, at))?,
        })
    }

    /// What is charged must be what the parts sum to. Orders that are over may keep an older total.
    fn check_total(
        &self,
        total_minor: i64,
        tickets: &[TicketRecord],
        fees: &[FeeRecord],
        path: &JsonPath,
    ) -> Result<(), ImportRefused> {
        let living_tickets =
            tickets.iter().filter(|ticket| !ticket.is_cancelled).map(|ticket| ticket.gross_minor);
        let living_fees = fees.iter().filter(|fee| !fee.is_cancelled).map(|fee| fee.gross_minor);
        let sum = living_tickets.chain(living_fees).try_fold(0_i64, i64::checked_add);
        if sum == Some(total_minor) {
            return Ok(());
        }
        let problem = "the total is not the sum of the positions and fees that were not cancelled";
        Err(self.document.malformed(&path.key("total"), problem))
    }

    fn ticket(
        &self,
        order: &Order,
        position: &Position,
        path: &JsonPath,
    ) -> Result<TicketRecord, ImportRefused> {
        let tier = TierKey { item: position.item, variation: position.variation };
        if !self.products.has(tier) {
            let is_item_known = self.products.tiers_of(position.item).is_some();
            let (field, problem) = match position.variation {
                Some(variation) if is_item_known => (
                    "variation",
                    format!("product {} of items.json has no variation {variation}", position.item),
                ),
                Some(_) | None => ("item", format!("product {} is not in items.json", position.item)),
            };
            return Err(self.document.broken(&path.key(field), problem));
        }
        let is_numbered_twice =
            order.positions.iter().filter(|other| other.positionid == position.positionid).count() > 1;
        if position.positionid < 1 || is_numbered_twice {
            let problem = "positions of an order have numbers of their own, from 1";
            return Err(self.document.malformed(&path.key("positionid"), problem));
        }
        if position.secret.is_empty() || position.secret.chars().count() > 300 {
            return Err(self.document.malformed(&path.key("secret"), "a code has 1 to 300 characters"));
        }
        if let Some(main) = position.addon_to
            && !order.positions.iter().any(|other| other.id == main && other.id != position.id)
        {
            let problem = format!("position {main} is not in this order");
            return Err(self.document.broken(&path.key("addon_to"), problem));
        }
        let answers = each(&position.answers, path, "answers", |answer, at| {
            if !self.questions.contains(&answer.question) {
                let problem = format!("question {} is not in questions.json", answer.question);
                return Err(self.document.broken(&at.key("question"), problem));
            }
            Ok(AnswerRecord { question: answer.question, answer: answer.answer.clone() })
        })?;
        let reasons = position.blocked.as_ref().map(|reasons| reasons.join(", "));
        let block_reason = match reasons {
            Some(reasons) if reasons.is_empty() => "pretix".to_owned(),
            Some(reasons) => format!("pretix: {reasons}"),
            None if self.blocked.contains(&position.secret) => "pretix: block list".to_owned(),
            None => String::new(),
        };
        Ok(TicketRecord {
            id: position.id,
            number: position.positionid,
            tier,
            code: position.secret.clone(),
            gross_minor: self.not_negative(position.price, &path.key("price"))?,
            tax_rate: position.tax_rate.to_string(),
            tax_minor: self.minor(position.tax_value, &path.key("tax_value"))?,
            holder_name: filled(position.attendee_name.as_deref()).unwrap_or_default().to_owned(),
            holder_email: filled(position.attendee_email.as_deref()).unwrap_or_default().to_owned(),
            holder_company: filled(position.company.as_deref()).unwrap_or_default().to_owned(),
            addon_to: position.addon_to,
            valid_from: position.valid_from.map(|at| at.0),
            valid_until: position.valid_until.map(|at| at.0),
            block_reason,
            is_cancelled: position.canceled,
            answers,
        })
    }

    fn fee(
        &self,
        order: &Order,
        place: usize,
        fee: &Fee,
        path: &JsonPath,
    ) -> Result<FeeRecord, ImportRefused> {
        Ok(FeeRecord {
            key: match fee.id {
                Some(id) => format!("{}/{id}", order.code),
                None => format!("{}/#{place}", order.code),
            },
            kind: match fee.fee_type {
                FeeKind::Payment => "payment",
                FeeKind::Shipping => "shipping",
                FeeKind::Service => "service",
                FeeKind::Cancellation => "cancellation",
                FeeKind::Insurance => "insurance",
                FeeKind::Late => "late",
                FeeKind::Other => "other",
            },
            name: fee.description.clone(),
            gross_minor: self.minor(fee.value, &path.key("value"))?,
            tax_rate: fee.tax_rate.to_string(),
            tax_minor: self.minor(fee.tax_value, &path.key("tax_value"))?,
            is_cancelled: fee.canceled,
        })
    }

    fn payment(&self, payment: &Payment, path: &JsonPath) -> Result<PaymentRecord, ImportRefused> {
        let provider = payment.provider.as_deref().unwrap_or_default();
        let (status, is_money_there) = match payment.state {
            PaymentState::Created | PaymentState::Pending => ("created", false),
            // A payment that was given back counts as received: the refund beside it takes the money out again.
            PaymentState::Confirmed | PaymentState::Refunded => ("confirmed", true),
            PaymentState::Failed | PaymentState::Canceled => ("cancelled", false),
        };
        let came_at: Option<Timestamp> =
            is_money_there.then(|| payment.payment_date.unwrap_or(payment.created).0);
        Ok(PaymentRecord {
            local_id: payment.local_id,
            status,
            method: method(provider),
            amount_minor: self.not_negative(payment.amount, &path.key("amount"))?,
            reference: provider.chars().take(200).collect(),
            created_at: payment.created.0,
            confirmed_at: came_at,
        })
    }

    fn refund(&self, order: &Order, refund: &Refund, path: &JsonPath) -> Result<RefundRecord, ImportRefused> {
        if let Some(payment) = refund.payment
            && !order.payments.iter().any(|known| known.local_id == payment)
        {
            let problem = format!("payment {payment} is not in this order");
            return Err(self.document.broken(&path.key("payment"), problem));
        }
        Ok(RefundRecord {
            local_id: refund.local_id,
            status: match refund.state {
                RefundState::Created | RefundState::External => "created",
                RefundState::Transit => "in_transit",
                RefundState::Done => "done",
                RefundState::Canceled => "cancelled",
                RefundState::Failed => "failed",
            },
            method: method(refund.provider.as_deref().unwrap_or_default()),
            amount_minor: self.not_negative(refund.amount, &path.key("amount"))?,
            payment: refund.payment,
            reason: filled(refund.comment.as_deref()).unwrap_or_default().to_owned(),
            created_at: refund.execution_date.unwrap_or(refund.created).0,
        })
    }

    fn minor(&self, amount: Amount, path: &JsonPath) -> Result<i64, ImportRefused> {
        amount.minor(self.currency).ok_or_else(|| {
            let problem = format!("“{}” is not an amount in {}", amount.decimal(), self.currency);
            self.document.malformed(path, problem)
        })
    }

    fn not_negative(&self, amount: Amount, path: &JsonPath) -> Result<i64, ImportRefused> {
        let minor = self.minor(amount, path)?;
        if minor < 0 {
            return Err(self
                .document
                .malformed(path, format!("“{}” is less than nothing", amount.decimal())));
        }
        Ok(minor)
    }

    fn within(
        &self,
        text: Option<&str>,
        characters_max: usize,
        path: &JsonPath,
    ) -> Result<String, ImportRefused> {
        let text = filled(text).unwrap_or_default();
        if text.chars().count() > characters_max {
            return Err(self.document.malformed(path, format!("more than {characters_max} characters")));
        }
        Ok(text.to_owned())
    }
}

/// Turns each element of a list at `path.key` into its record.
fn each<T, R>(
    list: &[T],
    path: &JsonPath,
    key: &str,
    mut read: impl FnMut(&T, &JsonPath) -> Result<R, ImportRefused>,
) -> Result<Vec<R>, ImportRefused> {
    list.iter().enumerate().map(|(index, element)| read(element, &path.element(key, index))).collect()
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A payment provider's plugin as a way of paying. Unknown plugins take cards far more often than anything else,
/// but their money is not ours to guess about: they are `other`, with the plugin's name as the reference.
fn method(provider: &str) -> PaymentMethod {
    match provider {
        "banktransfer" | "sepadebit" | "invoice" => PaymentMethod::Transfer,
        "giftcard" => PaymentMethod::Voucher,
        "free" => PaymentMethod::Comp,
        "cash" => PaymentMethod::Cash,
        _ if [
            "stripe", "paypal", "mollie", "adyen", "sumup", "zettle", "izettle", "saferpay", "square",
            "vrpay",
        ]
        .iter()
        .any(|family| provider.starts_with(family)) =>
        {
            PaymentMethod::Card
        }
        _ => PaymentMethod::Other,
    }
}

fn note_details(order: &Order, notes: &mut Notes) {
    let count = |holds: &dyn Fn(&Position) -> bool| {
        u32::try_from(order.positions.iter().filter(|position| holds(position)).count()).unwrap_or(u32::MAX)
    };
    notes.left_out(
        "voucher uses",
        count(&|position| position.voucher.is_some()),
        "prices already include them; vouchers are not here yet",
    );
    notes.left_out("seats", count(&|position| position.seat.is_some()), "there are no seating plans yet");
    if order.checkin_attention || filled(order.checkin_text.as_deref()).is_some() {
        notes.left_out("door notes of orders", 1, "door notes belong to tiers here");
    }
    if filled(order.comment.as_deref()).is_some() {
        notes.left_out("internal comments", 1, "orders have no comments here");
    }
}
