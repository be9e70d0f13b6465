//! Tills: drawers, cash in and out, counts and reports.

use app::Stagedoor;
use kernel::{Currency, Failure, Money, Refuse};
use serde_json::{Value, json};

use super::{given, printing::write_document};
use crate::{
    output::{Column, Output},
    till_arguments::{Close, Moved, OfTill, Paper, Purpose, Report, TillVerb},
};

const TILLS: &[Column] = &[
    ("till", "code"),
    ("name", "name"),
    ("currency", "currency"),
    ("practice", "is_training"),
    ("drawer", "session.status"),
    ("opened by", "session.opened_by_name"),
    ("float", "session.float"),
];
const SESSION: &[Column] = &[
    ("till", "till_code"),
    ("drawer", "status"),
    ("float", "float"),
    ("opened", "opened_at"),
    ("by", "opened_by_name"),
];
const REPORT: &[Column] = &[
    ("till", "till_code"),
    ("Z", "number"),
    ("opened", "opened_at"),
    ("closed", "closed_at"),
    ("orders", "order_count"),
    ("turnover", "turnover"),
    ("float", "cash.float"),
    ("cash sales", "cash.sales"),
    ("cash refunds", "cash.refunds"),
    ("paid in", "cash.paid_in"),
    ("paid out", "cash.paid_out"),
    ("expected", "cash.expected"),
    ("counted", "cash.counted"),
    ("over or short", "cash.over_short"),
    ("reason", "cash.over_short_reason"),
    ("seal", "hash"),
];
const TENDERS: &[Column] = &[
    ("payment", "method"),
    ("sales", "sale_count"),
    ("taken", "sales"),
    ("refunds", "refund_count"),
    ("given back", "refunds"),
    ("total", "total"),
];
const TIERS: &[Column] =
    &[("sold", "label"), ("tickets", "sold_count"), ("returned", "returned_count"), ("total", "total")];
const TAXES: &[Column] = &[("tax %", "rate"), ("net", "net"), ("tax", "tax"), ("gross", "gross")];
const COUNTS: &[Column] = &[
    ("what", "kind"),
    ("how often", "count"),
    ("tickets", "ticket_count"),
    ("amount", "amount"),
    ("worth", "worth"),
];

/// A count that does not say what it counts.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” is no count of notes or coins")]
struct UnreadableCount(String);

impl Refuse for UnreadableCount {
    fn code(&self) -> &'static str {
        "unreadable_count"
    }
    fn fix(&self) -> String {
        "Write WORTH=PIECES, like --count 50=3 --count 0.20=14.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("counts".to_owned())
    }
}

pub(crate) fn till(app: &Stagedoor, verb: &TillVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        TillVerb::Create { code, name, training } => {
            let request = given([
                ("code", code.as_ref().map(|code| json!(code))),
                ("name", name.as_ref().map(|name| json!(name))),
                ("is_training", Some(json!(training))),
            ]);
            output.record(&app.dispatch("till.create", request)?, TILLS);
        }
        TillVerb::List => {
            let tills = app.dispatch("till.list", json!({}))?;
            output.table(tills.as_array().map_or(&[], Vec::as_slice), TILLS);
        }
        TillVerb::Open { of, float } => {
            // Where there is no till yet, the first one is made; then the organization's currency counts.
            let float = float.as_ref().map(|text| amount(app, of, text)).transpose()?;
            let request = given([("till", till_of(of)), ("float_minor", float.map(|minor| json!(minor)))]);
            output.record(&app.dispatch("till.open", request)?, SESSION);
        }
        TillVerb::PayIn(moved) => move_cash(app, "till.pay_in", moved, output)?,
        TillVerb::PayOut(moved) => move_cash(app, "till.pay_out", moved, output)?,
        TillVerb::NoSale { of, reason } => {
            let request = given([("till", till_of(of)), ("reason", Some(json!(reason)))]);
            output.record(&app.dispatch("till.no_sale", request)?, &[("session", "session_id")]);
        }
        TillVerb::Close(close) => close_drawer(app, close, output)?,
        TillVerb::X(wanted) => {
            let answer = app.dispatch("till.x_report", given([("till", till_of(&wanted.of))]))?;
            show(&answer, output);
            print(app, wanted, "x", None, output)?;
        }
        TillVerb::Z { report: wanted, number } => {
            let request =
                given([("till", till_of(&wanted.of)), ("number", number.map(|number| json!(number)))]);
            let answer = app.dispatch("till.z_report", request)?;
            show(&answer, output);
            print(app, wanted, "z", answer["number"].as_i64(), output)?;
        }
    }
    Ok(())
}

fn till_of(of: &OfTill) -> Option<Value> {
    of.till.as_ref().map(|till| json!(till))
}

fn move_cash(app: &Stagedoor, command: &str, moved: &Moved, output: &Output) -> Result<(), Failure> {
    let purpose = moved.purpose.map(|purpose| match purpose {
        Purpose::Safe => json!("safe"),
        Purpose::Petty => json!("petty"),
    });
    let request = given([
        ("till", till_of(&moved.of)),
        ("amount_minor", Some(json!(amount(app, &moved.of, &moved.amount)?))),
        ("reason", Some(json!(moved.reason))),
        ("purpose", purpose),
    ]);
    output.record(&app.dispatch(command, request)?, &[("into the drawer", "amount")]);
    Ok(())
}

/// Begins the count where nobody has, and closes with what was counted.
fn close_drawer(app: &Stagedoor, close: &Close, output: &Output) -> Result<(), Failure> {
    let of = given([("till", till_of(&close.of))]);
    let currency = currency(app, &close.of)?;
    let counts = match &close.total {
        Some(total) => {
            vec![json!({ "denomination_minor": 1, "count": Money::parse(total, currency)?.minor })]
        }
        None => close.counts.iter().map(|text| pieces(text, currency)).collect::<Result<_, _>>()?,
    };
    let next_float = close.next_float.as_ref().map(|text| Money::parse(text, currency)).transpose()?;
    let state = app.dispatch("till.current", of.clone())?;
    if state["session"]["status"] == "open" {
        app.dispatch("till.begin_count", of)?;
    }
    let request = given([
        ("till", till_of(&close.of)),
        ("counts", Some(json!(counts))),
        ("reason", close.reason.as_ref().map(|reason| json!(reason))),
        ("next_float_minor", next_float.map(|float| json!(float.minor))),
    ]);
    let answer = app.dispatch("till.close", request)?;
    if output.is_json() {
        output.record(&answer, &[]);
    } else {
        show(&answer["report"], output);
    }
    Ok(())
}

fn pieces(text: &str, currency: Currency) -> Result<Value, Failure> {
    let unreadable = || UnreadableCount(text.chars().take(80).collect());
    let (worth, count) = text.split_once('=').ok_or_else(unreadable)?;
    let count: i64 = count.trim().parse().map_err(|_| unreadable())?;
    Ok(json!({ "denomination_minor": Money::parse(worth.trim(), currency)?.minor, "count": count }))
}

fn amount(app: &Stagedoor, of: &OfTill, text: &str) -> Result<i64, Failure> {
    Ok(Money::parse(text, currency(app, of)?)?.minor)
}

/// The currency of the till, or the organization's before there is any till.
fn currency(app: &Stagedoor, of: &OfTill) -> Result<Currency, Failure> {
    let code = match app.dispatch("till.current", given([("till", till_of(of))])) {
        Ok(state) => state["till"]["currency"].clone(),
        Err(failure) if failure.code() == "no_till" => {
            app.dispatch("session.current", json!({}))?["organization"]["currency"].clone()
        }
        Err(failure) => return Err(failure),
    };
    Ok(code.as_str().unwrap_or_default().parse()?)
}

fn show(report: &Value, output: &Output) {
    output.record(report, REPORT);
    if output.is_json() {
        return;
    }
    for (field, columns) in [("tenders", TENDERS), ("tiers", TIERS), ("taxes", TAXES), ("counts", COUNTS)] {
        let rows = report[field].as_array().map_or(&[][..], Vec::as_slice);
        if !rows.is_empty() {
            output.say("");
            output.table(rows, columns);
        }
    }
}

fn print(
    app: &Stagedoor,
    wanted: &Report,
    kind: &str,
    number: Option<i64>,
    output: &Output,
) -> Result<(), Failure> {
    let Some(out) = &wanted.out else { return Ok(()) };
    let layout = match wanted.layout {
        Paper::A4 => "a4",
        Paper::Roll80 => "roll80",
    };
    let request = given([
        ("till", till_of(&wanted.of)),
        ("kind", Some(json!(kind))),
        ("number", number.map(|number| json!(number))),
        ("layout", Some(json!(layout))),
        ("locale", Some(json!(wanted.locale))),
    ]);
    write_document(&app.dispatch("print.drawer_report", request)?, out, output)
}
