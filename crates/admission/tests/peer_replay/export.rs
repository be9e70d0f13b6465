//! An export of pretix's REST API, read straight into the values a verdict is made from.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Read,
    path::Path,
};

use admission::{
    ids::{CheckinListId, EventId, GateId, QuestionId, TicketId, TierId},
    rules::{EventDates, pretix},
    verdict::{
        AnswerKind, AnswerOption, Candidate, DoorQuestion, ListFacts, OrderStanding, TicketFacts,
        TicketStanding, TiersCovered,
    },
};
use kernel::{Timestamp, Zone, id::Id};
use serde_json::Value;

pub(crate) struct Position {
    pub(crate) order: String,
    pub(crate) number: i64,
    pub(crate) code: String,
    pub(crate) item: i64,
    pub(crate) variation: Option<i64>,
    pub(crate) is_cancelled: bool,
    pub(crate) is_blocked: bool,
    pub(crate) valid_from: Option<Timestamp>,
    pub(crate) valid_until: Option<Timestamp>,
    pub(crate) addon_to: Option<i64>,
}

pub(crate) struct Order {
    pub(crate) status: String,
    pub(crate) is_approval_pending: bool,
    pub(crate) is_valid_while_pending: bool,
}

pub(crate) struct World {
    pub(crate) orders: BTreeMap<String, Order>,
    pub(crate) positions: BTreeMap<i64, Position>,
    pub(crate) lists: BTreeMap<i64, ListFacts>,
    /// Replaced codes and the position they used to open for.
    pub(crate) revoked: BTreeMap<String, i64>,
    /// Answers given at the time of the purchase, by position.
    pub(crate) answered: BTreeMap<i64, BTreeSet<QuestionId>>,
}

/// An identifier that stands for a number of the export.
pub(crate) fn id<I: Id>(number: i64) -> I {
    let mut bytes = [0_u8; 16];
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    I::from_bytes(bytes)
}

pub(crate) fn tier(item: i64, variation: Option<i64>) -> TierId {
    id(variation.map_or(item, |variation| variation + 1_000_000_000))
}

pub(crate) fn event() -> EventId {
    id(1)
}

pub(crate) fn read(path: &Path) -> Value {
    let plain = path.with_extension("");
    let packed = plain.with_extension("json.gz");
    if packed.is_file() {
        let mut text = String::new();
        flate2::read::GzDecoder::new(fs::File::open(&packed).unwrap()).read_to_string(&mut text).unwrap();
        return serde_json::from_str(&text).unwrap();
    }
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

pub(crate) fn results(value: &Value) -> Vec<Value> {
    value["results"].as_array().unwrap().clone()
}

pub(crate) fn at(value: &Value) -> Option<Timestamp> {
    value.as_str().map(|text| Zone::UTC.parse(text).unwrap_or_else(|error| panic!("{error}")))
}

impl World {
    pub(crate) fn load(folder: &Path) -> Self {
        let event = read(&folder.join("event.json"));
        let zone: Zone = event["timezone"].as_str().unwrap().parse().unwrap();
        let dates = EventDates {
            starts_at: at(&event["date_from"]).unwrap(),
            ends_at: at(&event["date_to"]).or(at(&event["date_from"])).unwrap(),
            doors_at: at(&event["date_admission"]),
        };
        let names = names(folder, zone);
        let questions: Vec<DoorQuestion> = results(&read(&folder.join("questions.json")))
            .iter()
            .filter(|question| question["ask_during_checkin"] == true)
            .map(|question| door_question(question, &names))
            .collect();
        let lists = results(&read(&folder.join("checkinlists.json")))
            .iter()
            .map(|list| (list["id"].as_i64().unwrap(), list_facts(list, zone, dates, &names, &questions)))
            .collect();
        let mut world = Self {
            orders: BTreeMap::new(),
            positions: BTreeMap::new(),
            lists,
            revoked: BTreeMap::new(),
            answered: BTreeMap::new(),
        };
        for order in results(&read(&folder.join("orders.json"))) {
            world.add_order(&order);
        }
        world
    }

    fn add_order(&mut self, order: &Value) {
        let code = order["code"].as_str().unwrap().to_owned();
        for position in order["positions"].as_array().unwrap() {
            let number = position["id"].as_i64().unwrap();
            let answered = position["answers"].as_array().into_iter().flatten();
            let answered = answered.map(|answer| id(answer["question"].as_i64().unwrap())).collect();
            self.answered.insert(number, answered);
            self.positions.insert(
                number,
                Position {
                    order: code.clone(),
                    number: position["positionid"].as_i64().unwrap(),
                    code: position["secret"].as_str().unwrap().to_owned(),
                    item: position["item"].as_i64().unwrap(),
                    variation: position["variation"].as_i64(),
                    is_cancelled: position["canceled"].as_bool().unwrap(),
                    is_blocked: is_blocked(&position["blocked"]),
                    valid_from: at(&position["valid_from"]),
                    valid_until: at(&position["valid_until"]),
                    addon_to: position["addon_to"].as_i64(),
                },
            );
        }
        let order = Order {
            status: order["status"].as_str().unwrap().to_owned(),
            is_approval_pending: order["require_approval"].as_bool().unwrap(),
            is_valid_while_pending: order["valid_if_pending"].as_bool().unwrap_or(false),
        };
        self.orders.insert(code, order);
    }

    /// Applies the state of an order as a step of the transcript reports it.
    pub(crate) fn apply(&mut self, state: &Value, keeps_revocations: bool) {
        let Some(order) = state["order"].as_str() else { return };
        let known = self.orders.get_mut(order).unwrap();
        known.status = state["order_status"].as_str().unwrap().to_owned();
        known.is_approval_pending = state["require_approval"].as_bool().unwrap();
        known.is_valid_while_pending = state["valid_if_pending"].as_bool().unwrap();
        for told in state["all_positions"].as_array().unwrap() {
            let number = told["position"].as_i64().unwrap();
            let position = self.positions.get_mut(&number).unwrap();
            let code = told["secret"].as_str().unwrap();
            if position.code != code {
                let old = std::mem::replace(&mut position.code, code.to_owned());
                if keeps_revocations {
                    self.revoked.insert(old, number);
                }
            }
            position.is_cancelled = told["canceled"].as_bool().unwrap();
            position.is_blocked = is_blocked(&told["blocked"]);
            position.item = told["item"].as_i64().unwrap();
            position.variation = told["variation"].as_i64();
            position.valid_from = at(&told["valid_from"]);
            position.valid_until = at(&told["valid_until"]);
        }
    }

    pub(crate) fn facts(&self, number: i64) -> TicketFacts {
        let position = &self.positions[&number];
        let order = &self.orders[&position.order];
        TicketFacts {
            ticket: id::<TicketId>(number),
            event: event(),
            tier: tier(position.item, position.variation),
            standing: if position.is_cancelled { TicketStanding::Void } else { TicketStanding::Issued },
            order: match order.status.as_str() {
                "p" => OrderStanding::Paid,
                "n" => OrderStanding::Pending,
                "e" | "c" => OrderStanding::Cancelled,
                other => panic!("order status {other}"),
            },
            is_approval_pending: order.is_approval_pending,
            is_valid_while_pending: order.is_valid_while_pending,
            is_blocked: position.is_blocked,
            valid_from: position.valid_from,
            valid_until: position.valid_until,
        }
    }

    /// The tickets that a code leads to: its own first, then their add-ons.
    pub(crate) fn candidates(&self, code: &str) -> Vec<Candidate> {
        let own: Vec<i64> = self
            .positions
            .iter()
            .filter(|(_, position)| position.code == code)
            .map(|(number, _)| *number)
            .collect();
        let own = if own.is_empty() { self.revoked.get(code).copied().into_iter().collect() } else { own };
        let addons = self
            .positions
            .iter()
            .filter(|(_, position)| position.addon_to.is_some_and(|to| own.contains(&to)));
        let mine = own.iter().map(|number| Candidate { facts: self.facts(*number), is_own_code: true });
        let theirs = addons.map(|(number, _)| Candidate { facts: self.facts(*number), is_own_code: false });
        mine.chain(theirs).collect()
    }
}

fn is_blocked(value: &Value) -> bool {
    value.as_array().is_some_and(|reasons| !reasons.is_empty())
}

fn names(folder: &Path, zone: Zone) -> pretix::Names {
    let mut names = pretix::Names {
        products: BTreeMap::new(),
        variations: BTreeMap::new(),
        gates: BTreeMap::new(),
        zone,
    };
    for item in results(&read(&folder.join("items.json"))) {
        let number = item["id"].as_i64().unwrap();
        let tiers = names.products.entry(number).or_default();
        tiers.push(tier(number, None));
        for variation in item["variations"].as_array().unwrap() {
            let variation = variation["id"].as_i64().unwrap();
            tiers.push(tier(number, Some(variation)));
            names.variations.insert(variation, tier(number, Some(variation)));
        }
    }
    for gate in results(&read(&folder.join("gates.json"))) {
        let number = gate["id"].as_i64().unwrap();
        names.gates.insert(number, id::<GateId>(number));
    }
    names
}

fn list_facts(
    list: &Value,
    zone: Zone,
    dates: EventDates,
    names: &pretix::Names,
    questions: &[DoorQuestion],
) -> ListFacts {
    let tiers = if list["all_products"] == true {
        TiersCovered::All
    } else {
        let products =
            list["limit_products"].as_array().unwrap().iter().map(|number| number.as_i64().unwrap());
        TiersCovered::Only(products.flat_map(|product| names.products[&product].clone()).collect())
    };
    let flag = |name: &str| list[name].as_bool().unwrap();
    ListFacts {
        list: id::<CheckinListId>(list["id"].as_i64().unwrap()),
        event: event(),
        zone,
        dates,
        tiers,
        allows_multiple_entries: flag("allow_multiple_entries"),
        allows_reentry_after_exit: flag("allow_entry_after_exit"),
        includes_pending: flag("include_pending"),
        matches_addons: flag("addon_match"),
        rule: pretix::parse(&list["rules"], names)
            .unwrap_or_else(|error| panic!("list {}: {error}", list["id"])),
        questions: questions.to_vec(),
    }
}

fn door_question(question: &Value, names: &pretix::Names) -> DoorQuestion {
    let products = question["items"].as_array().unwrap().iter().map(|number| number.as_i64().unwrap());
    let options = question["options"].as_array().unwrap().iter().map(|option| AnswerOption {
        identifier: option["identifier"].as_str().unwrap().to_owned(),
        label: option["answer"].to_string(),
        source_number: option["id"].as_i64(),
    });
    DoorQuestion {
        question: id(question["id"].as_i64().unwrap()),
        identifier: question["identifier"].as_str().unwrap().to_owned(),
        text: question["question"].to_string(),
        kind: match question["type"].as_str().unwrap() {
            "S" | "T" => AnswerKind::Text,
            "N" => AnswerKind::Number,
            "B" => AnswerKind::YesNo,
            "C" => AnswerKind::Choice,
            "M" => AnswerKind::Choices,
            "D" => AnswerKind::Date,
            "H" => AnswerKind::Time,
            "W" => AnswerKind::DateTime,
            _ => AnswerKind::Other,
        },
        is_required: question["required"].as_bool().unwrap(),
        tiers: products.flat_map(|product| names.products[&product].clone()).collect(),
        options: options.collect(),
    }
}
