//! One scenario: load the export, walk the steps, compare.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    path::Path,
};

use admission::{
    ids::{GateId, QuestionId, ScanId},
    verdict::{
        AdmissionRequest, Chosen, Decision, Direction, Effect, GivenAnswers, History, Pass, Subject, Verdict,
        choose, decide,
    },
};
use serde_json::Value;

use crate::{
    export::{World, at, id, read, results},
    words::{Answer, DIFFERENCES, translate},
};

pub(crate) struct Report {
    pub(crate) name: String,
    pub(crate) equal: usize,
    pub(crate) total: usize,
    pub(crate) named: BTreeMap<&'static str, usize>,
    pub(crate) differing: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}/{} equal", self.name, self.equal, self.total)?;
        for (name, count) in &self.named {
            let reason = DIFFERENCES
                .iter()
                .find(|difference| difference.name == *name)
                .map_or("", |found| found.reason);
            write!(f, "\n  {count} by “{name}”: {reason}")?;
        }
        for line in &self.differing {
            write!(f, "\n  differs: {line}")?;
        }
        Ok(())
    }
}

impl Report {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), equal: 0, total: 0, named: BTreeMap::new(), differing: Vec::new() }
    }

    fn compare(&mut self, step: &str, verdict: Verdict, ours: &Answer, theirs: &Answer) {
        self.total += 1;
        if ours == theirs {
            self.equal += 1;
        } else if let Some(difference) =
            DIFFERENCES.iter().find(|difference| (difference.applies)(verdict, theirs))
        {
            *self.named.entry(difference.name).or_default() += 1;
        } else {
            self.differing.push(format!("{step}: pretix {theirs:?}, ours {ours:?} ({verdict})"));
        }
    }
}

struct Door {
    world: World,
    log: Vec<(i64, i64, Pass)>,
    annulled: BTreeSet<ScanId>,
    next_scan: i64,
}

pub(crate) fn run(scenario: &Path) -> Report {
    let transcript = read(&scenario.join("transcript.json"));
    let keeps_revocations = transcript["ticket_secret_generator"] != "random";
    let mut door = Door::new(World::load(&scenario.join("export")));
    let mut report = Report::new(&scenario.file_name().unwrap().to_string_lossy());
    for step in transcript["steps"].as_array().unwrap() {
        match step["action"].as_str().unwrap() {
            "scan" => {
                let (verdict, ours) = door.scan(step);
                report.compare(
                    &format!("step {} ({})", step["seq"], step["kind"]),
                    verdict,
                    &ours,
                    &expected(step),
                );
            }
            "annul" => door.annul(step),
            _ => door.world.apply(&step["expect"]["state"], keeps_revocations),
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

impl Door {
    fn new(world: World) -> Self {
        Self { world, log: Vec::new(), annulled: BTreeSet::new(), next_scan: 0 }
    }

    fn history(&self, list: i64, position: i64) -> History {
        let mine = self
            .log
            .iter()
            .filter(|(on, of, pass)| (*on, *of) == (list, position) && !self.annulled.contains(&pass.scan));
        History::new(mine.map(|(_, _, pass)| pass.clone()).collect())
    }

    fn scan(&mut self, step: &Value) -> (Verdict, Answer) {
        let request = request(step);
        let list = step["list"].as_i64().unwrap();
        let code = step["code"].as_str().unwrap().trim();
        let (decision, position) = self.judge(list, code, &request);
        if let Some(position) = position {
            self.keep(list, position, &request, &decision);
        }
        let (status, reason) = translate(decision.verdict);
        let ticket = position.map(|number| &self.world.positions[&number]);
        let answer = Answer {
            status: status.to_owned(),
            reason: reason.map(str::to_owned),
            ticket: ticket.map(|position| (position.order.clone(), position.number)),
        };
        (decision.verdict, answer)
    }

    fn judge(&self, list: i64, code: &str, request: &AdmissionRequest) -> (Decision, Option<i64>) {
        let facts = &self.world.lists[&list];
        let candidates = self.world.candidates(code);
        let is_live = self.world.positions.values().any(|position| position.code == code);
        let chosen = choose(&candidates, facts, request.scanned_at);
        let subject = match chosen {
            Chosen::None => Subject::Unknown,
            Chosen::Ambiguous(ticket) if is_live || request.is_forced => Subject::Ambiguous(ticket),
            Chosen::One(ticket) if is_live => Subject::Ticket(ticket),
            Chosen::One(ticket) if request.is_forced => Subject::Revoked(ticket),
            Chosen::One(_) | Chosen::Ambiguous(_) => Subject::Revoked(&candidates[0].facts),
        };
        let position = subject
            .ticket()
            .map(|ticket| number_of(*kernel::id::Id::bytes(&ticket.ticket).last_chunk().unwrap()));
        let none = BTreeSet::new();
        let answered: Vec<QuestionId> = position
            .and_then(|number| self.world.answered.get(&number))
            .unwrap_or(&none)
            .iter()
            .copied()
            .collect();
        let history = position.map_or_else(History::default, |number| self.history(list, number));
        (decide(subject, facts, &history, &answered, request), position)
    }

    fn keep(&mut self, list: i64, position: i64, request: &AdmissionRequest, decision: &Decision) {
        let answered = self.world.answered.entry(position).or_default();
        for (question, answer) in &decision.answers {
            if answer.is_some() {
                answered.insert(*question);
            } else {
                answered.remove(question);
            }
        }
        if decision.is_admitted() && decision.effect == Effect::Logged {
            self.next_scan += 1;
            let pass = Pass {
                scan: id(self.next_scan),
                direction: request.direction,
                at: request.scanned_at,
                nonce: request.nonce.clone(),
                device: request.device.clone(),
                gate: None,
                operator: None,
            };
            self.log.push((list, position, pass));
        }
    }

    /// pretix annuls within 15 minutes and from the same device only; the recording says whether it did.
    fn annul(&mut self, step: &Value) {
        if step["expect"]["http"] != 200 {
            return;
        }
        let lists: Vec<i64> =
            step["lists"].as_array().unwrap().iter().map(|list| list.as_i64().unwrap()).collect();
        let found = self.log.iter().rev().find(|(list, _, pass)| {
            lists.contains(list)
                && pass.nonce.as_deref() == step["nonce"].as_str()
                && !self.annulled.contains(&pass.scan)
        });
        let scan = found.map(|(_, _, pass)| pass.scan).expect("an annulled scan is in the log");
        self.annulled.insert(scan);
    }
}

fn number_of(bytes: [u8; 8]) -> i64 {
    i64::from_be_bytes(bytes)
}

fn request(step: &Value) -> AdmissionRequest {
    let answers: GivenAnswers = step["answers"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(question, answer)| {
            (id(question.parse().unwrap()), answer.as_str().map_or(answer.to_string(), str::to_owned))
        })
        .collect();
    let flag = |name: &str| step[name].as_bool().unwrap();
    AdmissionRequest {
        scanned_at: at(&step["datetime"]).or(at(&step["clock"])).unwrap(),
        direction: step["type"].as_str().unwrap().parse::<Direction>().unwrap(),
        gate: step["gate"].as_i64().map(id::<GateId>),
        device: step["device"].as_str().unwrap_or("").to_owned(),
        nonce: step["nonce"].as_str().map(str::to_owned),
        is_forced: flag("force"),
        ignores_unpaid: flag("ignore_unpaid"),
        answers,
        can_ask: flag("questions_supported"),
    }
}

/// What an entry scan would say for every ticket at the clock of the export.
pub(crate) fn admissible(folder: &Path) -> Report {
    let recorded = read(&folder.join("admissible.json"));
    let mut door = Door::new(World::load(folder));
    for checkin in results(&read(&folder.join("checkins.json"))) {
        if checkin["successful"] == true {
            door.next_scan += 1;
            let pass = Pass {
                scan: id(door.next_scan),
                direction: checkin["type"].as_str().unwrap().parse().unwrap(),
                at: at(&checkin["datetime"]).unwrap(),
                nonce: None,
                device: String::new(),
                gate: None,
                operator: None,
            };
            door.log.push((checkin["list"].as_i64().unwrap(), checkin["position"].as_i64().unwrap(), pass));
        }
    }
    let clock = at(&recorded["clock"]).unwrap();
    let mut report = Report::new("admissible");
    for (list_at_gate, answers) in recorded["lists"].as_object().unwrap() {
        let (list, gate) = list_at_gate.split_once(':').unwrap();
        let list: i64 = list.parse().unwrap();
        let request = AdmissionRequest {
            scanned_at: clock,
            direction: Direction::Entry,
            gate: gate_named(folder, gate),
            device: String::new(),
            nonce: None,
            is_forced: false,
            ignores_unpaid: false,
            answers: GivenAnswers::new(),
            can_ask: true,
        };
        for (number, position) in &door.world.positions {
            let name = format!("{}-{}", position.order, position.number);
            let Some(theirs) = answers.get(&name).and_then(Value::as_str) else { continue };
            let ticket = door.world.facts(*number);
            let answered: Vec<QuestionId> = door.world.answered[number].iter().copied().collect();
            let facts = &door.world.lists[&list];
            let decision =
                decide(Subject::Ticket(&ticket), facts, &door.history(list, *number), &answered, &request);
            let (status, reason) = translate(decision.verdict);
            let answer = |text: &str| Answer { status: text.to_owned(), reason: None, ticket: None };
            report.compare(&name, decision.verdict, &answer(reason.unwrap_or(status)), &answer(theirs));
        }
    }
    report
}

fn gate_named(folder: &Path, name: &str) -> Option<GateId> {
    results(&read(&folder.join("gates.json")))
        .iter()
        .find(|gate| {
            gate["identifier"].as_str().is_some_and(|mark| name == format!("{}_gate", mark.to_lowercase()))
        })
        .map(|gate| id(gate["id"].as_i64().unwrap()))
}
