//! Gates, questions, check-in lists, past scans and codes that no longer open a door.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use kernel::Timestamp;

use super::{
    GateRecord, ListRecord, OptionRecord, OrderRecord, QuestionRecord, RevokedCodeRecord, ScanRecord,
    TierKey, catalog::Products, export::Notes,
};
use crate::import_pretix::{
    read::{json_path::JsonPath, parse::Document},
    refusal::ImportRefused,
    wire::{
        CheckinList, Direction, ErrorReason, Gate, List, Order, Question, QuestionKind, QuestionOption,
        RevokedSecret, Scan,
    },
};

/// Gates, each with a short name that no other has.
pub(super) fn gates(document: &Document<List<Gate>>, locale: &str) -> Result<Vec<GateRecord>, ImportRefused> {
    let mut codes = BTreeSet::new();
    let mut records = Vec::new();
    for (index, gate) in document.value.results.iter().enumerate() {
        let path = JsonPath::root().element("results", index);
        let name = gate.name.in_locale(locale);
        if name.is_empty() {
            return Err(document.malformed(&path.key("name"), "the gate has no name"));
        }
        let code = gate.identifier.as_deref().filter(|code| !code.trim().is_empty());
        let mut code: String =
            code.map_or_else(|| gate.id.to_string(), |code| code.trim().chars().take(40).collect());
        if !codes.insert(code.clone()) {
            code = format!("{}-{}", code.chars().take(20).collect::<String>(), gate.id);
            codes.insert(code.clone());
        }
        records.push(GateRecord { id: gate.id, name: name.chars().take(120).collect(), code });
    }
    Ok(records)
}

/// Questions with the tiers they are asked for.
pub(super) fn questions(
    document: &Document<List<Question>>,
    products: &Products,
    locale: &str,
) -> Result<Vec<QuestionRecord>, ImportRefused> {
    let (mut ids, mut identifiers) = (HashSet::new(), HashSet::new());
    let mut records = Vec::new();
    for (index, question) in document.value.results.iter().enumerate() {
        let path = JsonPath::root().element("results", index);
        if !ids.insert(question.id) || !identifiers.insert(question.identifier.as_str()) {
            let problem = format!("question {} ({}) is there twice", question.id, question.identifier);
            return Err(document.malformed(&path.key("identifier"), problem));
        }
        let option = |option: &QuestionOption| OptionRecord {
            source_number: option.id,
            identifier: option.identifier.clone(),
            label: option.answer.in_locale(locale).to_owned(),
        };
        records.push(QuestionRecord {
            id: question.id,
            identifier: question.identifier.clone(),
            question: question.question.in_locale(locale).to_owned(),
            answer_kind: answer_kind(question.kind),
            is_required: question.required,
            is_asked_at_door: question.ask_during_checkin,
            options: question.options.iter().map(option).collect(),
            position: question.position,
            tiers: tiers_of(document, &path, ("items", &question.items), products)?,
        });
    }
    Ok(records)
}

fn answer_kind(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Number => "number",
        QuestionKind::Line | QuestionKind::Lines => "text",
        QuestionKind::YesNo => "yes_no",
        QuestionKind::Choice => "choice",
        QuestionKind::Choices => "choices",
        QuestionKind::Date => "date",
        QuestionKind::Time => "time",
        QuestionKind::DateTime => "date_time",
        QuestionKind::Other => "other",
    }
}

fn tiers_of<T>(
    document: &Document<List<T>>,
    path: &JsonPath,
    (field, items): (&str, &[i64]),
    products: &Products,
) -> Result<Vec<TierKey>, ImportRefused> {
    let mut tiers = BTreeSet::new();
    for (at, item) in items.iter().enumerate() {
        let all = products.tiers_of(*item).ok_or_else(|| {
            document.broken(&path.element(field, at), format!("product {item} is not in items.json"))
        })?;
        tiers.extend(all.iter().copied());
    }
    Ok(tiers.into_iter().collect())
}

/// Check-in lists. Their conditions are kept as they are; the writer turns them into the door's own.
pub(super) fn lists(
    document: &Document<List<CheckinList>>,
    products: &Products,
) -> Result<Vec<ListRecord>, ImportRefused> {
    let (mut ids, mut names) = (HashSet::new(), BTreeSet::new());
    let mut records = Vec::new();
    for (index, list) in document.value.results.iter().enumerate() {
        let path = JsonPath::root().element("results", index);
        if !ids.insert(list.id) {
            return Err(document.malformed(&path.key("id"), format!("list {} is there twice", list.id)));
        }
        let mut name: String = list.name.trim().chars().take(120).collect();
        if name.is_empty() {
            return Err(document.malformed(&path.key("name"), "the list has no name"));
        }
        if !names.insert(name.clone()) {
            name = format!("{} ({})", name.chars().take(100).collect::<String>(), list.id);
            names.insert(name.clone());
        }
        if !list.rules.is_object() && !list.rules.is_null() {
            return Err(document.malformed(&path.key("rules"), "conditions are an object of JSON logic"));
        }
        records.push(ListRecord {
            id: list.id,
            name,
            covers_all_tiers: list.all_products,
            tiers: if list.all_products {
                Vec::new()
            } else {
                tiers_of(document, &path, ("limit_products", &list.limit_products), products)?
            },
            allows_multiple_entries: list.allow_multiple_entries,
            allows_reentry_after_exit: list.allow_entry_after_exit,
            includes_pending: list.include_pending,
            matches_addons: list.addon_match,
            rules: list.rules.clone(),
            exit_all_at: list.exit_all_at.map(|at| at.0),
        });
    }
    Ok(records)
}

/// What a scan refers to, by its number in the export.
pub(super) struct Known<'a> {
    tickets: HashMap<i64, (&'a str, Option<Timestamp>)>,
    in_test_orders: HashSet<i64>,
    lists: HashSet<i64>,
    gates: HashSet<i64>,
    devices: HashMap<i64, String>,
}

impl<'a> Known<'a> {
    /// Gathers what scans may refer to.
    pub(super) fn new(
        orders: &'a [OrderRecord],
        all_orders: &[Order],
        lists: &[ListRecord],
        gates: &[GateRecord],
        devices: HashMap<i64, String>,
    ) -> Self {
        let tickets = orders.iter().flat_map(|order| &order.tickets);
        let test_orders = all_orders.iter().filter(|order| order.testmode);
        Self {
            tickets: tickets.map(|ticket| (ticket.id, (ticket.code.as_str(), ticket.valid_from))).collect(),
            in_test_orders: test_orders
                .flat_map(|order| &order.positions)
                .map(|position| position.id)
                .collect(),
            lists: lists.iter().map(|list| list.id).collect(),
            gates: gates.iter().map(|gate| gate.id).collect(),
            devices,
        }
    }

    fn device(&self, device: Option<i64>) -> String {
        match device {
            Some(number) => self.devices.get(&number).cloned().unwrap_or_else(|| format!("device {number}")),
            None => String::new(),
        }
    }
}

/// Past scans, in the order in which they were recorded.
pub(super) fn scans(
    document: &Document<List<Scan>>,
    known: &Known<'_>,
    notes: &mut Notes,
) -> Result<Vec<ScanRecord>, ImportRefused> {
    let mut ids = HashSet::new();
    let mut records = Vec::with_capacity(document.value.results.len());
    for (index, scan) in document.value.results.iter().enumerate() {
        let path = JsonPath::root().element("results", index);
        if !ids.insert(scan.id) {
            return Err(document.malformed(&path.key("id"), format!("scan {} is there twice", scan.id)));
        }
        if !known.lists.contains(&scan.list) {
            return Err(
                document.broken(&path.key("list"), format!("list {} is not in checkinlists.json", scan.list))
            );
        }
        if scan.position.is_some_and(|position| known.in_test_orders.contains(&position)) {
            notes.left_out("scans of test orders", 1, "test orders are not imported");
            continue;
        }
        let ticket = match scan.position {
            None => None,
            Some(position) => Some(known.tickets.get(&position).ok_or_else(|| {
                document.broken(&path.key("position"), format!("position {position} is not in orders.json"))
            })?),
        };
        let gate = scan.gate.filter(|gate| known.gates.contains(gate));
        if scan.gate.is_some() && gate.is_none() {
            notes.left_out("gates of scans", 1, "the gate is not in gates.json");
        }
        let raw_code = scan.raw_barcode.as_deref().or(ticket.map(|(code, _)| *code)).unwrap_or_default();
        records.push(ScanRecord {
            id: scan.id,
            ticket: scan.position,
            raw_code: raw_code.chars().take(512).collect(),
            list: scan.list,
            gate,
            device: known.device(scan.device),
            direction: match scan.direction {
                Direction::Entry => "entry",
                Direction::Exit => "exit",
            },
            verdict: verdict(scan, ticket.and_then(|(_, valid_from)| *valid_from)),
            is_admitted: scan.successful,
            is_forced: scan.successful && scan.forced,
            scanned_at: scan.datetime.0,
            recorded_at: scan.created.unwrap_or(scan.datetime).0,
        });
    }
    records.sort_by_key(|scan| (scan.recorded_at, scan.id));
    Ok(records)
}

/// The door's own word for what was answered. "Not at this time" is too early or too late by the ticket.
fn verdict(scan: &Scan, valid_from: Option<Timestamp>) -> &'static str {
    if scan.successful {
        return "admit";
    }
    match scan.error_reason {
        Some(ErrorReason::Canceled) => "cancelled",
        Some(ErrorReason::Invalid | ErrorReason::Other) | None => "unknown",
        Some(ErrorReason::Unpaid) => "unpaid",
        Some(ErrorReason::Product) => "wrong_tier",
        Some(ErrorReason::Rules) => "rule_refused",
        Some(ErrorReason::Revoked) => "revoked",
        Some(ErrorReason::Incomplete) => "incomplete",
        Some(ErrorReason::AlreadyRedeemed) => "already_used",
        Some(ErrorReason::Ambiguous) => "ambiguous",
        Some(ErrorReason::Blocked) => "blocked",
        Some(ErrorReason::Unapproved) => "unapproved",
        Some(ErrorReason::InvalidTime) if valid_from.is_some_and(|from| scan.datetime.0 < from) => {
            "not_yet_valid"
        }
        Some(ErrorReason::InvalidTime) => "expired",
    }
}

/// Successful scans as their positions carry them, for exports without a list of all scans.
pub(super) fn nested_scans(orders: &[Order]) -> List<Scan> {
    let positions = orders.iter().flat_map(|order| &order.positions);
    let scans = positions.flat_map(|position| {
        position.checkins.iter().map(|nested| Scan {
            id: nested.id,
            successful: true,
            error_reason: None,
            position: Some(position.id),
            raw_barcode: None,
            datetime: nested.datetime,
            created: None,
            list: nested.list,
            gate: nested.gate,
            device: nested.device,
            forced: false,
            direction: nested.direction,
        })
    });
    List { count: None, next: None, results: scans.collect() }
}

/// Codes that no longer open a door.
pub(super) fn revoked_codes(
    document: &Document<List<RevokedSecret>>,
) -> Result<Vec<RevokedCodeRecord>, ImportRefused> {
    let mut codes = BTreeMap::new();
    for (index, revoked) in document.value.results.iter().enumerate() {
        if revoked.secret.is_empty() || revoked.secret.chars().count() > 300 {
            let path = JsonPath::root().element("results", index).key("secret");
            return Err(document.malformed(&path, "a code has 1 to 300 characters"));
        }
        codes.insert(revoked.secret.clone(), revoked.created.map(|at| at.0));
    }
    Ok(codes.into_iter().map(|(code, revoked_at)| RevokedCodeRecord { code, revoked_at }).collect())
}
