//! The whole main job on the demo venue, step by step: sell, print, refund, scan, and check the books.

use std::{collections::BTreeMap, fs, path::Path};

use kernel::{Failure, Fault, FaultKind};
use serde::Serialize;
use serde_json::{Value, json};

use super::venue::{DemoVenue, open_venue, text};
use crate::stagedoor::Stagedoor;

/// One line of progress, as it happens.
#[derive(Clone, Debug)]
pub struct Step {
    /// What was done.
    pub what: String,
    /// What came of it.
    pub outcome: String,
}

/// How many were turned away, by verdict.
pub type Refusals = BTreeMap<String, u32>;

/// What a person can check after the night.
#[derive(Clone, Debug, Serialize)]
pub struct DemoSummary {
    /// The workspace file.
    pub workspace: String,
    /// Tickets sold for tonight, returns taken off.
    pub tickets_sold: i64,
    /// Money by tender after refunds, as `12.50 EUR`.
    pub money: BTreeMap<String, String>,
    /// Guests let in.
    pub admitted: u32,
    /// Guests turned away, by verdict.
    pub refused: Refusals,
    /// The sum of all ledger entries: zero in each currency.
    pub ledger_balance: String,
    /// Whether `verify` found nothing.
    pub is_verified: bool,
    /// Files written, in order.
    pub files: Vec<String>,
}

/// Runs the night into the folder `out`, telling `progress` each step.
///
/// # Errors
/// The first refusal or fault: in the demo, either is a defect.
pub fn run_night(
    app: &Stagedoor,
    out: &Path,
    mut progress: impl FnMut(Step),
) -> Result<DemoSummary, Failure> {
    make_folder(out)?;
    let workspace = out.join("demo.stagedoor");
    let venue = open_venue(app, &workspace)?;
    let mut night =
        Night { app, out, venue, files: vec![workspace.display().to_string()], progress: &mut progress };
    night.tell("Demo venue open", "Lindenhof Kulturhaus: three events, one on tonight");
    let sold = night.sell()?;
    night.print(&sold)?;
    night.refund(&sold)?;
    let (admitted, refused) = night.scan(&sold)?;
    night.close(admitted, refused)
}

fn make_folder(out: &Path) -> Result<(), Failure> {
    let is_used = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
    if is_used {
        let message = format!("{} is not empty; nothing was changed", out.display());
        return Err(Fault::new(FaultKind::Io, message).into());
    }
    fs::create_dir_all(out).map_err(|error| io(out, error).into())
}

fn io(path: &Path, error: std::io::Error) -> Fault {
    Fault::new(FaultKind::Io, format!("{}: {error}", path.display())).caused_by(error)
}

/// Tonight's sales at the till: the orders' codes and every ticket's QR text.
struct Sold {
    orders: Vec<String>,
    payloads: Vec<String>,
    codes: Vec<String>,
}

struct Night<'a> {
    app: &'a Stagedoor,
    out: &'a Path,
    venue: DemoVenue,
    files: Vec<String>,
    progress: &'a mut dyn FnMut(Step),
}

impl Night<'_> {
    fn tell(&mut self, what: &str, outcome: &str) {
        (self.progress)(Step { what: what.to_owned(), outcome: outcome.to_owned() });
    }

    fn sell(&mut self) -> Result<Sold, Failure> {
        let mut sold = Sold { orders: Vec::new(), payloads: Vec::new(), codes: Vec::new() };
        let sales = [
            (
                json!([{ "tier": "General admission", "quantity": 2 }, { "tier": "VIP balcony", "quantity": 1 }]),
                json!({ "method": "cash", "tendered_minor": 12_000 }),
                "2 GA + 1 VIP, cash 120",
            ),
            (
                json!([{ "tier": "Student", "quantity": 2 }]),
                json!({ "method": "card", "reference": "terminal 5512" }),
                "2 Student, card",
            ),
            (
                json!([{ "tier": "General admission", "quantity": 1 }]),
                json!({ "method": "comp", "reason": "press" }),
                "1 GA, complimentary",
            ),
        ];
        for (index, (lines, payment, what)) in sales.into_iter().enumerate() {
            let answer = self.app.dispatch(
                "order.complete",
                json!({ "event": self.venue.tonight, "lines": lines, "payment": payment, "idempotency_key": format!("night-{index}") }),
            )?;
            let code = text(&answer["order"], "code");
            self.tell(&format!("Sold {what}"), &format!("order {code}, change {}", money(&answer["change"])));
            for ticket in answer["tickets"].as_array().into_iter().flatten() {
                sold.codes.push(text(ticket, "code"));
                sold.payloads.push(self.payload(ticket)?);
            }
            sold.orders.push(code);
        }
        Ok(sold)
    }

    fn payload(&self, ticket: &Value) -> Result<String, Failure> {
        let detail = self.app.dispatch("ticket.show", json!({ "ticket": text(ticket, "id") }))?;
        Ok(text(&detail, "payload"))
    }

    fn print(&mut self, sold: &Sold) -> Result<(), Failure> {
        for (layout, name) in
            [("a4", "tickets-a4.pdf"), ("a4-4up", "tickets-a4-4up.pdf"), ("roll80", "tickets-roll80.pdf")]
        {
            let document =
                self.app.dispatch("print.tickets", json!({ "order": sold.orders[0], "layout": layout }))?;
            self.write(name, &document)?;
        }
        let all =
            self.app.dispatch("print.tickets", json!({ "event": self.venue.tonight, "layout": "a4-4up" }))?;
        self.write("tickets-tonight.pdf", &all)?;
        let receipt =
            self.app.dispatch("print.receipt", json!({ "order": sold.orders[0], "layout": "roll80" }))?;
        self.write("receipt.pdf", &receipt)
    }

    fn write(&mut self, name: &str, document: &Value) -> Result<(), Failure> {
        let path = self.out.join(name);
        let bytes = crate::print::decode(document)?;
        fs::write(&path, &bytes).map_err(|error| io(&path, error))?;
        self.tell(&format!("Printed {name}"), &format!("{} of {} bytes", paged(document), bytes.len()));
        self.files.push(path.display().to_string());
        Ok(())
    }

    fn refund(&mut self, sold: &Sold) -> Result<(), Failure> {
        let answer = self.app.dispatch(
            "order.refund",
            json!({ "order": sold.orders[0], "tickets": [sold.codes[1]], "reason": "guest is ill", "idempotency_key": "night-refund" }),
        )?;
        self.tell("Refunded one of three", &format!("{} back", money(&answer["refund"]["amount"])));
        self.app.dispatch(
            "ticket.void",
            json!({ "ticket": sold.codes[4], "reason": "printed twice by mistake" }),
        )?;
        self.tell("Voided one ticket", &sold.codes[4]);
        Ok(())
    }

    fn scan(&mut self, sold: &Sold) -> Result<(u32, Refusals), Failure> {
        let foreign = self.other_events_payload()?;
        let mut tampered = sold.payloads[0].clone();
        let last = if tampered.pop() == Some('0') { '1' } else { '0' };
        tampered.push(last);
        let scans: [(&str, &str); 9] = [
            ("first guest", &sold.payloads[0]),
            ("same code again", &sold.payloads[0]),
            ("refunded ticket", &sold.payloads[1]),
            ("VIP by its printed code", &sold.codes[2]),
            ("student", &sold.payloads[3]),
            ("voided ticket", &sold.payloads[4]),
            ("ticket of another event", &foreign),
            ("one character altered", &tampered),
            ("a code nobody issued", "HELLO-WORLD"),
        ];
        let (mut admitted, mut refused) = (0, Refusals::new());
        for (who, code) in scans {
            let answer = self.app.dispatch(
                "scan",
                json!({ "event": self.venue.tonight, "list": self.venue.list, "gate": self.venue.gate, "code": code }),
            )?;
            let verdict = text(&answer, "verdict");
            if answer["is_admitted"] == json!(true) {
                admitted += 1;
            } else {
                *refused.entry(verdict.clone()).or_default() += 1;
            }
            self.tell(&format!("Scanned {who}"), &format!("{verdict} {}", text(&answer, "reason_text")));
        }
        Ok((admitted, refused))
    }

    fn other_events_payload(&self) -> Result<String, Failure> {
        let page = self.app.dispatch("ticket.list", json!({ "event": self.venue.other }))?;
        self.payload(&page["rows"][0])
    }

    fn close(&mut self, admitted: u32, refused: Refusals) -> Result<DemoSummary, Failure> {
        let books = self.app.dispatch("reconcile", json!({ "event": self.venue.tonight }))?;
        let report = self.app.dispatch("verify", json!({}))?;
        let backup = self.out.join("backup.stagedoor");
        self.app.dispatch("backup", json!({ "to": backup.display().to_string() }))?;
        self.files.push(backup.display().to_string());
        let summary = DemoSummary {
            workspace: self.files[0].clone(),
            tickets_sold: books["tickets_issued"].as_i64().unwrap_or_default(),
            money: books["tenders"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|tender| (text(tender, "method"), money(&tender["amount"])))
                .collect(),
            admitted,
            refused,
            ledger_balance: books["ledger_balance"]
                .as_array()
                .into_iter()
                .flatten()
                .map(money)
                .collect::<Vec<_>>()
                .join(", "),
            is_verified: report["is_ok"] == json!(true) && books["is_consistent"] == json!(true),
            files: self.files.clone(),
        };
        self.tell("Books", &format!("ledger sums to {}", summary.ledger_balance));
        Ok(summary)
    }
}

/// `{minor, currency}` as people read it.
fn money(value: &Value) -> String {
    serde_json::from_value::<kernel::Money>(value.clone())
        .map_or_else(|_| "?".to_owned(), |money| money.to_string())
}

fn paged(document: &Value) -> String {
    match document["pages"].as_u64() {
        Some(1) => "1 page".to_owned(),
        pages => format!("{} pages", pages.unwrap_or_default()),
    }
}
