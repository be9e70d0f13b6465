//! Group C: the rules of a list. Event zone Berlin, several entries allowed; times local unless marked Z.

use std::collections::BTreeMap;

use admission::{
    rules::{EventDates, pretix},
    verdict::{AdmissionRequest, History, ListFacts, Subject, Verdict, decide},
};
use serde_json::{Value, json};

use crate::door::{Log, at, berlin, entry, exit, id, list, ticket, tier, with_gate};
use Verdict::{Admit, RuleRefused, WrongGate};

fn names() -> pretix::Names {
    pretix::Names {
        products: BTreeMap::from([(1, vec![tier()])]),
        variations: BTreeMap::new(),
        gates: BTreeMap::from([(3, id(3))]),
        zone: berlin(),
    }
}

fn ruled(rule: Value) -> ListFacts {
    let rule = pretix::parse(&rule, &names()).unwrap_or_else(|error| panic!("{error}"));
    ListFacts { allows_multiple_entries: true, rule, ..list() }
}

fn explained(list: &ListFacts, request: &AdmissionRequest) -> String {
    let decision = decide(Subject::Ticket(&ticket()), list, &History::default(), &[], request);
    assert_eq!(decision.verdict, RuleRefused);
    decision.explanation.unwrap().text
}

fn window(day: &str, from: &str, until: &str) -> Value {
    json!({"and": [
        {"isAfter": [{"var": "now"}, {"buildTime": ["custom", format!("{day}T{from}:00+01:00")]}]},
        {"isBefore": [{"var": "now"}, {"buildTime": ["custom", format!("{day}T{until}:00+01:00")]}]},
    ]})
}

#[test]
fn c01_rules_stop_entries_not_exits() {
    let never = ruled(json!({"and": [false, true]}));
    assert_eq!(
        Log::new().told(&never, &[entry("2020-01-01T10:00:00Z"), exit("2020-01-01T10:00:00Z")]),
        [RuleRefused, Admit]
    );
}

#[test]
fn c06_a_number_of_entries() {
    let thrice = ruled(json!({"<": [{"var": "entries_number"}, 3]}));
    let now = "2020-01-01T10:00:00Z";
    let scans = [entry(now), entry(now), exit(now), entry(now), entry(now)];
    assert_eq!(Log::new().told(&thrice, &scans), [Admit, Admit, Admit, Admit, RuleRefused]);
}

#[test]
fn c07_refused_scans_do_not_restart_the_clock() {
    let rule = ruled(json!({"or": [
        {"<": [{"var": "minutes_since_last_entry"}, 0]}, {">": [{"var": "minutes_since_last_entry"}, 180]},
    ]}));
    let scans =
        ["10:00", "12:55", "13:01", "15:55", "16:02"].map(|time| entry(&format!("2020-01-01T{time}:00Z")));
    assert_eq!(Log::new().told(&rule, &scans), [Admit, RuleRefused, Admit, RuleRefused, Admit]);
}

#[test]
fn c09_a_day_begins_at_local_midnight() {
    let rule = ruled(json!({"<": [{"var": "entries_today"}, 3]}));
    let morning = "2020-01-01T10:00:00Z";
    let mut log = Log::new();
    let scans = [entry(morning), entry(morning), exit(morning), entry(morning), entry(morning)];
    assert_eq!(log.told(&rule, &scans), [Admit, Admit, Admit, Admit, RuleRefused]);
    assert_eq!(log.told(&rule, &[entry("2020-01-01T22:50:00Z")]), [RuleRefused]);
    let next_day = [(); 4].map(|()| entry("2020-01-01T23:10:00Z"));
    assert_eq!(log.told(&rule, &next_day), [Admit, Admit, Admit, RuleRefused]);
}

#[test]
fn c11_days_with_an_entry() {
    let rule =
        ruled(json!({"or": [{">": [{"var": "entries_today"}, 0]}, {"<": [{"var": "entries_days"}, 2]}]}));
    let mut log = Log::new();
    let first = [(); 3].map(|()| entry("2020-01-01T10:00:00Z"));
    let third = [(); 4].map(|()| entry("2020-01-03T10:00:00Z"));
    assert_eq!(log.told(&rule, &first), [Admit; 3]);
    assert_eq!(log.told(&rule, &third), [Admit; 4]);
    let night = [entry("2020-01-03T22:50:00Z"), entry("2020-01-03T23:50:00Z")];
    assert_eq!(log.told(&rule, &night), [Admit, RuleRefused]);
}

#[test]
fn c15_entries_before_a_moment() {
    let moment = json!({"buildTime": ["custom", "2020-01-01T23:00:00.000+01:00"]});
    let rule = ruled(json!({"or": [
        {"isBefore": [{"var": "now"}, moment, null]},
        {"and": [{"isAfter": [{"var": "now"}, moment, null]}, {">=": [{"entries_before": [moment]}, 1]}]},
    ]}));
    let (early, late) = (entry("2020-01-01T22:00"), entry("2020-01-01T23:10"));
    assert_eq!(Log::new().told(&rule, &[early, late.clone()]), [Admit, Admit]);
    assert_eq!(Log::new().told(&rule, &[late]), [RuleRefused]);
}

fn after_admission(tolerance: Value) -> Value {
    json!({"isAfter": [{"var": "now"}, {"buildTime": ["date_admission"]}, tolerance]})
}

#[test]
fn c18_tolerance_opens_the_doors_earlier() {
    let rule = ListFacts {
        dates: EventDates {
            doors_at: Some(at("2020-01-01T12:00")),
            starts_at: at("2020-01-01T13:00"),
            ..list().dates
        },
        ..ruled(after_admission(json!(10)))
    };
    let early = entry("2020-01-01T11:45");
    assert_eq!(explained(&rule, &early), "only after 11:50");
    assert_eq!(Log::new().told(&rule, &[early, entry("2020-01-01T11:51")]), [RuleRefused, Admit]);
}

#[test]
fn c19_without_an_admission_time_the_start_counts() {
    let rule = ruled(after_admission(Value::Null));
    let scans = [entry("2020-01-01T11:51"), entry("2020-01-01T12:01")];
    assert_eq!(Log::new().told(&rule, &scans), [RuleRefused, Admit]);
}

#[test]
fn c28_the_nearest_window_is_told() {
    let rule = ruled(
        json!({"or": [window("2020-01-01", "11:00", "19:00"), window("2020-01-02", "11:00", "19:00")]}),
    );
    for (now, words) in [
        ("2020-01-01T10:00", "only after 11:00"),
        ("2020-01-01T21:00", "only before 19:00"),
        ("2020-01-02T10:00", "only after 11:00"),
        ("2020-01-03T19:00", "only before 2020-01-02 19:00"),
    ] {
        assert_eq!(explained(&rule, &entry(now)), words, "at {now}");
    }
}

#[test]
fn a_ticket_that_lacks_only_the_gate_is_sent_to_another_one() {
    let gate = json!({"inList": [{"var": "gate"}, {"objectList": [{"lookup": ["gate", "3", "VIP"]}]}]});
    let now = "2020-01-01T10:00:00Z";
    let at_gate = with_gate(entry(now), id(3));
    assert_eq!(Log::new().told(&ruled(gate.clone()), &[entry(now), at_gate]), [WrongGate, Admit]);
    let more = ruled(json!({"and": [gate, {"<": [{"var": "entries_number"}, 0]}]}));
    assert_eq!(Log::new().told(&more, &[entry(now)]), [RuleRefused], "another gate would not help");
}

#[test]
fn the_entry_status_and_clock_times_are_understood() {
    let outside = ruled(json!({"==": [{"var": "entry_status"}, "absent"]}));
    let now = "2020-01-01T10:00:00Z";
    assert_eq!(Log::new().told(&outside, &[entry(now), entry(now)]), [Admit, RuleRefused]);
    let evening = ruled(json!({"isAfter": [{"var": "now"}, {"buildTime": ["customtime", "18:00:00"]}]}));
    let scans = [entry("2020-01-05T17:59"), entry("2020-01-06T18:01")];
    assert_eq!(Log::new().told(&evening, &scans), [RuleRefused, Admit]);
}

#[test]
fn what_is_unknown_in_a_rule_is_refused_with_its_place() {
    for (rule, place) in [
        (json!({"xor": [true]}), "rule"),
        (json!({"and": [true, {"<": [{"var": "mood"}, 3]}]}), "and[1].<[0]"),
        (json!({"or": [{"isBefore": [{"var": "now"}, {"buildTime": ["easter"]}]}]}), "or[0].isBefore[1]"),
        (
            json!({"inList": [{"var": "product"}, {"objectList": [{"lookup": ["product", "9", "?"]}]}]}),
            "inList[1].objectList[0]",
        ),
        (json!({"<": [{"var": "entries_number"}, 1.5]}), "<[1]"),
        (json!({"and": [], "or": []}), "rule"),
        (json!("always"), "rule"),
    ] {
        assert_eq!(pretix::parse(&rule, &names()).unwrap_err().at, place, "{rule}");
    }
    assert_eq!(pretix::parse(&json!({}), &names()), Ok(None));
}
