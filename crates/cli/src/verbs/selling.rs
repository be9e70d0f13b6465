//! Sales, orders and tickets.

use app::{Stagedoor, system::SystemRandomness};
use kernel::{Currency, Failure, Money, Randomness, Refuse};
use serde_json::{Value, json};

use super::{all_pages, given};
use crate::{
    arguments::{OrderVerb, Sell, TicketVerb},
    output::{Column, Output},
};

const ORDER: &[Column] = &[
    ("order", "code"),
    ("status", "status"),
    ("total", "total"),
    ("refunded", "refunded"),
    ("buyer", "buyer_name"),
    ("ordered", "ordered_at"),
    ("tickets", "ticket_count"),
];
const TICKETS: &[Column] = &[
    ("code", "code"),
    ("serial", "serial"),
    ("status", "status"),
    ("tier", "tier_name"),
    ("holder", "holder_name"),
    ("order", "order_code"),
    ("price", "gross"),
];
const TICKET: &[Column] = &[
    ("code", "code"),
    ("serial", "serial"),
    ("status", "status"),
    ("tier", "tier_name"),
    ("holder", "holder_name"),
    ("order", "order_code"),
    ("price", "gross"),
    ("of which tax", "tax"),
    ("QR text", "payload"),
];

/// Text after a colon or equals sign that does not fit the verb.
#[derive(Debug, thiserror::Error)]
enum Unreadable {
    #[error("“{0}” is not a sale line")]
    Line(String),
    #[error("“{0}” is not a way to pay")]
    Payment(String),
}

impl Refuse for Unreadable {
    fn code(&self) -> &'static str {
        match self {
            Self::Line(_) => "unreadable_line",
            Self::Payment(_) => "unreadable_payment",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Line(_) => "Write TIER=QUANTITY, like --line GA=2.".to_owned(),
            Self::Payment(_) => {
                "Write cash:60, card:4242, transfer:REFERENCE, voucher:CODE or comp:REASON.".to_owned()
            }
        }
    }
    fn field(&self) -> Option<String> {
        Some(match self {
            Self::Line(_) => "lines".to_owned(),
            Self::Payment(_) => "payment".to_owned(),
        })
    }
}

pub(crate) fn sell(app: &Stagedoor, sell: &Sell, output: &Output) -> Result<(), Failure> {
    let lines = sell
        .lines
        .iter()
        .map(|line| sale_line(line, sell.voucher.as_deref()))
        .collect::<Result<Vec<Value>, Failure>>()?;
    let request = given([
        ("till", sell.till.as_ref().map(|till| json!(till))),
        ("event", Some(json!(sell.event))),
        ("lines", Some(json!(lines))),
        ("payment", Some(payment(app, sell)?)),
        ("buyer_name", sell.buyer.as_ref().map(|name| json!(name))),
        ("buyer_email", sell.email.as_ref().map(|email| json!(email))),
        ("idempotency_key", Some(json!(key(sell.idempotency_key.as_deref())?))),
    ]);
    let command = if sell.till.is_some() { "till.sell" } else { "order.complete" };
    let answer = app.dispatch(command, request)?;
    if output.is_json() {
        output.record(&answer, &[]);
        return Ok(());
    }
    output.record(&answer["order"], ORDER);
    output.record(&answer, &[("change", "change"), ("receipt", "receipt_number")]);
    output.table(answer["tickets"].as_array().map_or(&[], Vec::as_slice), TICKETS);
    Ok(())
}

fn sale_line(text: &str, voucher: Option<&str>) -> Result<Value, Failure> {
    let unreadable = || Unreadable::Line(text.chars().take(80).collect());
    let (tier, quantity) = text.rsplit_once('=').ok_or_else(unreadable)?;
    let quantity: i64 = quantity.trim().parse().map_err(|_| unreadable())?;
    Ok(given([
        ("tier", Some(json!(tier))),
        ("quantity", Some(json!(quantity))),
        ("voucher", voucher.map(|code| json!(code))),
    ]))
}

fn payment(app: &Stagedoor, sell: &Sell) -> Result<Value, Failure> {
    let (how, rest) = sell.pay.split_once(':').unwrap_or((&sell.pay, ""));
    match how {
        "cash" if rest.is_empty() => Ok(json!({ "method": "cash" })),
        "cash" => {
            let event = app.dispatch("event.show", json!({ "event": sell.event }))?;
            let currency: Currency = event["currency"].as_str().unwrap_or_default().parse()?;
            Ok(json!({ "method": "cash", "tendered_minor": Money::parse(rest, currency)?.minor }))
        }
        "card" => Ok(json!({ "method": "card", "reference": rest })),
        "transfer" => Ok(json!({ "method": "transfer", "reference": rest })),
        "voucher" => Ok(json!({ "method": "voucher", "voucher": rest })),
        "comp" => {
            Ok(json!({ "method": "comp", "reason": if rest.is_empty() { "complimentary" } else { rest } }))
        }
        _ => Err(Unreadable::Payment(sell.pay.chars().take(80).collect()).into()),
    }
}

/// The key that was typed, or one of its own for this call.
pub(super) fn key(typed: Option<&str>) -> Result<String, Failure> {
    if let Some(typed) = typed {
        return Ok(typed.to_owned());
    }
    let mut random = [0_u8; 16];
    SystemRandomness.fill(&mut random)?;
    Ok(random.iter().map(|byte| format!("{byte:02x}")).collect())
}

pub(crate) fn order(app: &Stagedoor, verb: &OrderVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        OrderVerb::List { event, search } => {
            let query = given([
                ("event", event.as_ref().map(|e| json!(e))),
                ("search", search.as_ref().map(|s| json!(s))),
            ]);
            output.table(&all_pages(app, "order.list", &query)?, ORDER);
        }
        OrderVerb::Show(of) => {
            let answer = app.dispatch("order.show", json!({ "order": of.order }))?;
            output.record(&answer, ORDER);
            if !output.is_json() {
                output.table(answer["tickets"].as_array().map_or(&[], Vec::as_slice), TICKETS);
            }
        }
        OrderVerb::Refund { of, tickets, amount, reason, idempotency_key } => {
            let minor = amount.as_ref().map(|text| order_amount(app, &of.order, text)).transpose()?;
            let request = given([
                ("order", Some(json!(of.order))),
                ("tickets", (!tickets.is_empty()).then(|| json!(tickets))),
                ("amount_minor", minor.map(|minor| json!(minor))),
                ("reason", Some(json!(reason))),
                ("idempotency_key", Some(json!(key(idempotency_key.as_deref())?))),
            ]);
            let answer = app.dispatch("order.refund", request)?;
            output.record(
                &answer,
                &[
                    ("order", "order.code"),
                    ("status", "order.status"),
                    ("back", "refund.amount"),
                    ("receipt", "refund.receipt_number"),
                ],
            );
        }
    }
    Ok(())
}

fn order_amount(app: &Stagedoor, order: &str, text: &str) -> Result<i64, Failure> {
    let order = app.dispatch("order.show", json!({ "order": order }))?;
    let currency: Currency = order["total"]["currency"].as_str().unwrap_or_default().parse()?;
    Ok(Money::parse(text, currency)?.minor)
}

pub(crate) fn ticket(app: &Stagedoor, verb: &TicketVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        TicketVerb::List { of, search } => {
            let query =
                given([("event", Some(json!(of.event))), ("search", search.as_ref().map(|s| json!(s)))]);
            output.table(&all_pages(app, "ticket.list", &query)?, TICKETS);
        }
        TicketVerb::Show(of) => {
            output.record(&app.dispatch("ticket.show", json!({ "ticket": of.ticket }))?, TICKET)
        }
        TicketVerb::Void { of, reason } => {
            output.record(
                &app.dispatch("ticket.void", json!({ "ticket": of.ticket, "reason": reason }))?,
                TICKET,
            );
        }
    }
    Ok(())
}
