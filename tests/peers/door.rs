//! One scenario: import the export, walk the steps at the real scan station, compare.

use std::{collections::BTreeMap, path::Path};

use admission::{
    ids::{ScanId, TicketId},
    scan::{AnnulAuthority, AnnulScan, ScanOutcome, ScanRequest, ScanStation, annul_scan},
};
use app::import_pretix::{read_export, write_export};
use kernel::{Fault, Zone, id::Id};
use serde_json::Value;
use testkit::TestWorkspace;
use ticketing::signing::MemoryVault;
use workspace::{CommandContext, Table, params};

use crate::{
    report::Report,
    state,
    words::{Answer, translate},
};

struct Door {
    file: TestWorkspace,
    station: ScanStation,
    event: String,
    /// Records here by their kind and number there.
    references: BTreeMap<(String, String), [u8; 16]>,
    /// Order and number of a ticket's position there.
    positions: BTreeMap<TicketId, (String, i64)>,
    /// Admitted scans by list and nonce, for annulments.
    admitted: BTreeMap<(i64, String), ScanId>,
}

/// Replays one scenario.
pub(crate) fn replay(scenario: &Path) -> Report {
    let transcript: Value =
        serde_json::from_str(&std::fs::read_to_string(scenario.join("transcript.json")).unwrap()).unwrap();
    let keeps_revocations = transcript["ticket_secret_generator"] != "random";
    let steps = transcript["steps"].as_array().unwrap();
    let mut door = Door::open(&scenario.join("export"), &steps[0]["clock"]);
    let mut report = Report::new(&scenario.file_name().unwrap().to_string_lossy());
    for step in steps {
        door.file.clock.set(Zone::UTC.parse(step["clock"].as_str().unwrap()).unwrap());
        match step["action"].as_str().unwrap() {
            "scan" => {
                let outcome = door.scan(step);
                let name = format!("step {} ({})", step["seq"], step["kind"].as_str().unwrap_or(""));
                report.compare(&name, outcome.verdict, &door.answer(&outcome), &expected(step));
            }
            "annul" => door.annul(step),
            _ => state::apply(&door.file, &step["expect"]["state"], keeps_revocations),
        }
    }
    report
}

fn expected(step: &Value) -> Answer {
    let expect = &step["expect"];
    Answer {
        status: expect["status"].as_str().unwrap().to_owned(),
        reason: expect["reason"].as_str().map(str::to_owned),
        ticket: expect["order"]
            .as_str()
            .map(|order| (order.to_owned(), expect["positionid"].as_i64().unwrap())),
    }
}

fn tables() -> Vec<Table> {
    [
        reference::TABLES,
        identity::TABLES,
        events::TABLES,
        payments::TABLES,
        ticketing::TABLES,
        admission::TABLES,
    ]
    .concat()
}

impl Door {
    fn open(export: &Path, clock: &Value) -> Self {
        let file = testkit::workspace(&tables());
        file.clock.set(Zone::UTC.parse(clock.as_str().unwrap()).unwrap());
        let export = read_export(export).unwrap_or_else(|error| panic!("{error}"));
        let vault = MemoryVault::default();
        let report = file.transact(&testkit::as_test(), |tx| write_export(tx, &vault, &export)).unwrap();
        let references = file.read(|view| {
            view.all("select kind, source_key, entity_id from import_references", params![], |row| {
                Ok(((row.text("kind")?, row.text("source_key")?), row.id::<TicketId>("entity_id")?.bytes()))
            })
        });
        let positions = file.read(|view| {
            view.all(
                "select ticket.id, own.code, item.line_number
                 from tickets ticket
                 join order_items item on item.id = ticket.order_item_id
                 join orders own on own.id = ticket.order_id",
                params![],
                |row| Ok((row.id("id")?, (row.text("code")?, row.int("line_number")?))),
            )
        });
        let named = |found: Result<Vec<_>, Fault>| found.unwrap().into_iter().collect();
        Self {
            event: report.event.slug,
            station: ScanStation::new(),
            references: named(references),
            positions: positions.unwrap().into_iter().collect(),
            admitted: BTreeMap::new(),
            file,
        }
    }

    /// The id here of a record there.
    fn id<I: Id + ToString>(&self, kind: &str, number: i64) -> String {
        let key = (kind.to_owned(), number.to_string());
        let bytes = self.references.get(&key).unwrap_or_else(|| panic!("{kind} {number} was not imported"));
        I::from_bytes(*bytes).to_string()
    }

    fn scan(&mut self, step: &Value) -> ScanOutcome {
        let list = step["list"].as_i64().unwrap();
        let answers = step["answers"].as_object().into_iter().flatten().map(|(question, answer)| {
            let question = self.id::<admission::ids::QuestionId>("questions", question.parse().unwrap());
            (question, answer.as_str().map_or_else(|| answer.to_string(), str::to_owned))
        });
        let flag = |name: &str| step[name].as_bool().unwrap();
        let request = ScanRequest {
            event: self.event.clone(),
            list: self.id::<admission::ids::CheckinListId>("checkin_lists", list),
            gate: step["gate"].as_i64().map(|gate| self.id::<admission::ids::GateId>("gates", gate)),
            code: step["code"].as_str().unwrap().to_owned(),
            direction: step["type"].as_str().unwrap().parse().unwrap(),
            nonce: step["nonce"].as_str().map(str::to_owned),
            scanned_at: step["datetime"].as_str().map(str::to_owned),
            force: flag("force"),
            override_reason: flag("force").then(|| "as recorded".to_owned()),
            ignore_unpaid: flag("ignore_unpaid"),
            answers: answers.collect(),
            asks_nothing: !flag("questions_supported"),
            simulate: false,
            device: step["device"].as_str().map(str::to_owned),
        };
        let context = CommandContext { command: "scan", actor: None };
        let outcome =
            self.station.scan(&self.file, &context, &request).unwrap_or_else(|failure| panic!("{failure}"));
        if let (Some(nonce), Some(scan), false) = (request.nonce, outcome.scan_id, outcome.is_repeated) {
            self.admitted.insert((list, nonce), scan);
        }
        outcome
    }

    /// The other system annuls within 15 minutes and from the same device only; the recording says whether it did.
    fn annul(&self, step: &Value) {
        if step["expect"]["http"] != 200 {
            return;
        }
        let nonce = step["nonce"].as_str().unwrap();
        let lists = step["lists"].as_array().unwrap().iter().filter_map(Value::as_i64);
        let scan = lists.filter_map(|list| self.admitted.get(&(list, nonce.to_owned()))).next();
        let request = AnnulScan { scan_id: *scan.expect("an annulled scan was admitted"), reason: None };
        let annulled = self
            .file
            .transact(&testkit::as_test(), |tx| annul_scan(tx, &request, AnnulAuthority::Supervisor));
        annulled.unwrap();
    }

    fn answer(&self, outcome: &ScanOutcome) -> Answer {
        let (status, reason) = translate(outcome.verdict);
        Answer {
            status: status.to_owned(),
            reason: reason.map(str::to_owned),
            ticket: outcome.ticket.as_ref().map(|ticket| self.positions[&ticket.id].clone()),
        }
    }
}
