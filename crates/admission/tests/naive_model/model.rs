//! The engine against a model that is written as plainly as possible: every rule expanded into its alternatives,
//! every count made by walking the whole log, every verdict by asking for each reason in turn.

use std::collections::BTreeSet;

use admission::{
    ids::{CheckinListId, EventId, GateId, ScanId, TicketId, TierId},
    rules::{Comparison, EventDates, Measure, Moment, Presence, Rule, RuleFacts, TimeLimit},
    verdict::{
        AdmissionRequest, Direction, Effect, GivenAnswers, History, ListFacts, OrderStanding, Pass, Subject,
        TicketFacts, TicketStanding, TiersCovered, Verdict, decide,
    },
};
use chrono::{Datelike, TimeDelta};
use kernel::{Timestamp, Zone, id::Id};
use proptest::prelude::*;

fn id<I: Id>(number: u8) -> I {
    I::from_bytes([number; 16])
}

fn zone() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

/// Minutes after a Friday noon; the end of summer time is two days later.
fn after(minutes: i64) -> Timestamp {
    zone().parse("2026-10-23T12:00").unwrap() + TimeDelta::minutes(minutes)
}

fn dates() -> EventDates {
    EventDates { starts_at: after(240), ends_at: after(3_000), doors_at: Some(after(180)) }
}

#[derive(Clone, Debug)]
struct Step {
    minutes: i64,
    request: AdmissionRequest,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (
        0_i64..4_000,
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        prop::option::of(0_u8..3),
        0_u8..2,
        0_u8..3,
    );
    prop::collection::vec(step, 1..12).prop_map(|steps| {
        steps
            .into_iter()
            .map(|(minutes, is_exit, is_forced, ignores_unpaid, nonce, device, gate)| Step {
                minutes,
                request: AdmissionRequest {
                    scanned_at: after(minutes),
                    direction: if is_exit { Direction::Exit } else { Direction::Entry },
                    gate: (gate > 0).then(|| id::<GateId>(gate)),
                    device: format!("door {device}"),
                    nonce: nonce.map(|nonce| nonce.to_string()),
                    is_forced: is_forced && minutes % 3 == 0,
                    ignores_unpaid,
                    answers: GivenAnswers::new(),
                    can_ask: true,
                },
            })
            .collect()
    })
}

fn moments() -> impl Strategy<Value = Moment> {
    prop_oneof![
        (0_i64..4_000).prop_map(|minutes| Moment::At(after(minutes))),
        Just(Moment::ClockTime("18:30".parse().unwrap())),
        Just(Moment::EventStart),
        Just(Moment::EventEnd),
        Just(Moment::Admission),
    ]
}

fn measures() -> impl Strategy<Value = Measure> {
    prop_oneof![
        Just(Measure::Weekday),
        Just(Measure::EntriesNumber),
        Just(Measure::EntriesToday),
        Just(Measure::EntriesDays),
        moments().prop_map(Measure::EntriesSince),
        moments().prop_map(Measure::EntriesBefore),
        moments().prop_map(Measure::EntriesDaysSince),
        moments().prop_map(Measure::EntriesDaysBefore),
        Just(Measure::MinutesSinceLastEntry),
        Just(Measure::MinutesSinceFirstEntry),
    ]
}

fn comparisons() -> impl Strategy<Value = Comparison> {
    prop::sample::select(vec![
        Comparison::Below,
        Comparison::AtMost,
        Comparison::Above,
        Comparison::AtLeast,
        Comparison::Equal,
        Comparison::Different,
    ])
}

fn rules() -> impl Strategy<Value = Rule> {
    let limit = || {
        (moments(), -60_i64..60)
            .prop_map(|(moment, minutes)| TimeLimit { moment, tolerance_seconds: minutes * 60 })
    };
    let condition = prop_oneof![
        any::<bool>().prop_map(Rule::Constant),
        (0_u8..3).prop_map(|tier| Rule::TierIn(vec![id(tier)])),
        (0_u8..3).prop_map(|gate| Rule::GateIn(vec![id(gate)])),
        (measures(), comparisons(), -2_i64..8).prop_map(|(measure, is, value)| Rule::Compare {
            measure,
            is,
            value
        }),
        Just(Rule::Presence(Presence::Inside)),
        Just(Rule::Presence(Presence::Outside)),
        limit().prop_map(Rule::Before),
        limit().prop_map(Rule::After),
    ];
    condition.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Rule::All),
            prop::collection::vec(inner, 0..3).prop_map(Rule::Any),
        ]
    })
}

/// Every way to satisfy the rule, as the conditions that must hold together.
fn alternatives(rule: &Rule) -> Vec<Vec<Rule>> {
    match rule {
        Rule::All(rules) => rules.iter().fold(vec![vec![]], |paths, rule| {
            let mut longer = Vec::new();
            for path in &paths {
                for alternative in alternatives(rule) {
                    longer.push([path.clone(), alternative].concat());
                }
            }
            longer
        }),
        Rule::Any(rules) => rules.iter().flat_map(alternatives).collect(),
        Rule::Constant(_)
        | Rule::TierIn(_)
        | Rule::GateIn(_)
        | Rule::Compare { .. }
        | Rule::Presence(_)
        | Rule::Before(_)
        | Rule::After(_) => vec![vec![rule.clone()]],
    }
}

fn naive_value(measure: Measure, facts: &RuleFacts<'_>, log: &[Pass]) -> i64 {
    let entries: Vec<Timestamp> =
        log.iter().filter(|pass| pass.direction == Direction::Entry).map(|pass| pass.at).collect();
    let days = |entries: &[Timestamp]| {
        let days: BTreeSet<String> =
            entries.iter().map(|at| zone().local(*at).format("%F").to_string()).collect();
        i64::try_from(days.len()).unwrap()
    };
    let number = |entries: &[Timestamp]| i64::try_from(entries.len()).unwrap();
    let since = |moment: Moment| {
        let limit = moment.resolve(facts);
        entries.iter().copied().filter(|at| *at >= limit).collect::<Vec<_>>()
    };
    let before = |moment: Moment| {
        let limit = moment.resolve(facts);
        entries.iter().copied().filter(|at| *at < limit).collect::<Vec<_>>()
    };
    let today = zone().local(facts.scanned_at).date_naive();
    let minutes = |at: Option<&Timestamp>| at.map_or(-1, |at| (facts.scanned_at - *at).num_minutes());
    match measure {
        Measure::Weekday => i64::from(zone().local(facts.scanned_at).weekday().number_from_monday()),
        Measure::EntriesNumber => number(&entries),
        Measure::EntriesToday => number(
            &entries.iter().copied().filter(|at| zone().local(*at).date_naive() >= today).collect::<Vec<_>>(),
        ),
        Measure::EntriesDays => days(&entries),
        Measure::EntriesSince(moment) => number(&since(moment)),
        Measure::EntriesBefore(moment) => number(&before(moment)),
        Measure::EntriesDaysSince(moment) => days(&since(moment)),
        Measure::EntriesDaysBefore(moment) => days(&before(moment)),
        Measure::MinutesSinceLastEntry => minutes(entries.iter().max()),
        Measure::MinutesSinceFirstEntry => minutes(entries.iter().min()),
    }
}

fn naive_condition(condition: &Rule, facts: &RuleFacts<'_>, log: &[Pass]) -> bool {
    let is_inside =
        log.iter().max_by_key(|pass| pass.at).is_some_and(|pass| pass.direction == Direction::Entry);
    match condition {
        Rule::All(_) | Rule::Any(_) => unreachable!("conditions only"),
        Rule::Constant(holds) => *holds,
        Rule::TierIn(tiers) => tiers.contains(&facts.tier),
        Rule::GateIn(gates) => facts.gate.is_some_and(|gate| gates.contains(&gate)),
        Rule::Presence(presence) => (*presence == Presence::Inside) == is_inside,
        Rule::Before(limit) => {
            facts.scanned_at < limit.moment.resolve(facts) + TimeDelta::seconds(limit.tolerance_seconds)
        }
        Rule::After(limit) => {
            limit.moment.resolve(facts) < facts.scanned_at + TimeDelta::seconds(limit.tolerance_seconds)
        }
        Rule::Compare { measure, is, value } => is.holds(naive_value(*measure, facts, log), *value),
    }
}

fn naive_permits(rule: &Rule, facts: &RuleFacts<'_>, log: &[Pass]) -> bool {
    alternatives(rule).iter().any(|path| path.iter().all(|condition| naive_condition(condition, facts, log)))
}

fn lists() -> impl Strategy<Value = ListFacts> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), prop::option::of(rules())).prop_map(
        |(several, again, pending, all_tiers, rule)| ListFacts {
            list: id::<CheckinListId>(1),
            event: id::<EventId>(1),
            zone: zone(),
            dates: dates(),
            tiers: if all_tiers { TiersCovered::All } else { TiersCovered::Only([id(1)].into()) },
            allows_multiple_entries: several,
            allows_reentry_after_exit: again,
            includes_pending: pending,
            matches_addons: false,
            rule,
            questions: Vec::new(),
        },
    )
}

fn tickets() -> impl Strategy<Value = TicketFacts> {
    let standing =
        prop::sample::select(vec![TicketStanding::Issued, TicketStanding::Issued, TicketStanding::Void]);
    let order = prop::sample::select(vec![
        OrderStanding::Paid,
        OrderStanding::Paid,
        OrderStanding::Pending,
        OrderStanding::Cancelled,
    ]);
    let window = prop::option::of(0_i64..4_000);
    (0_u8..3, standing, order, any::<bool>(), any::<bool>(), any::<bool>(), window.clone(), window).prop_map(
        |(tier, standing, order, waits, while_pending, is_blocked, from, until)| TicketFacts {
            ticket: id::<TicketId>(1),
            event: id::<EventId>(1),
            tier: id::<TierId>(tier),
            standing,
            order,
            is_approval_pending: waits,
            is_valid_while_pending: while_pending,
            is_blocked,
            valid_from: from.map(after),
            valid_until: until.map(after),
        },
    )
}

/// The reasons against a scan, in their order, before the question whether the ticket was used.
fn naive_reasons(
    ticket: &TicketFacts,
    list: &ListFacts,
    log: &[Pass],
    request: &AdmissionRequest,
) -> Vec<Verdict> {
    let is_entry = request.direction == Direction::Entry;
    let history = History::new(log.to_vec());
    let facts = RuleFacts {
        scanned_at: request.scanned_at,
        zone: list.zone,
        dates: list.dates,
        tier: ticket.tier,
        gate: request.gate,
        history: &history,
    };
    let is_paid = ticket.order == OrderStanding::Paid;
    let may_be_unpaid = ticket.is_valid_while_pending
        || (list.includes_pending && request.ignores_unpaid && ticket.order == OrderStanding::Pending);
    let refused_by_rule = list.rule.as_ref().is_some_and(|rule| !naive_permits(rule, &facts, log));
    let reasons = [
        (Verdict::Cancelled, ticket.order == OrderStanding::Cancelled),
        (Verdict::Blocked, ticket.is_blocked),
        (Verdict::NotYetValid, is_entry && ticket.valid_from.is_some_and(|from| request.scanned_at < from)),
        (Verdict::Expired, is_entry && ticket.valid_until.is_some_and(|until| request.scanned_at > until)),
        (Verdict::WrongTier, !list.tiers.covers(ticket.tier)),
        (Verdict::Unapproved, !is_paid && ticket.is_approval_pending),
        (Verdict::Unpaid, !is_paid && !ticket.is_approval_pending && !may_be_unpaid),
        (Verdict::RuleRefused, is_entry && refused_by_rule),
    ];
    reasons.into_iter().filter(|(_, applies)| *applies).map(|(verdict, _)| verdict).collect()
}

fn naive_may_enter(list: &ListFacts, log: &[Pass]) -> bool {
    let has_entered = log.iter().any(|pass| pass.direction == Direction::Entry);
    let has_left_last =
        log.iter().max_by_key(|pass| pass.at).is_some_and(|pass| pass.direction == Direction::Exit);
    list.allows_multiple_entries || !has_entered || (list.allows_reentry_after_exit && has_left_last)
}

fn is_repeat(log: &[Pass], request: &AdmissionRequest) -> bool {
    let Some(nonce) = &request.nonce else { return false };
    let latest = log.iter().max_by_key(|pass| pass.at);
    latest.is_some_and(|pass| pass.nonce.as_ref() == Some(nonce))
        || log.iter().any(|pass| {
            pass.nonce.as_ref() == Some(nonce)
                && pass.direction == request.direction
                && pass.device == request.device
        })
}

proptest! {
    #[test]
    fn a_sequence_of_scans_gets_the_verdicts_of_the_naive_model(
        list in lists(), ticket in tickets(), steps in steps(),
    ) {
        let mut log: Vec<Pass> = Vec::new();
        for step in steps {
            let request = step.request;
            let decision =
                decide(Subject::Ticket(&ticket), &list, &History::new(log.clone()), &[], &request);
            let reasons = naive_reasons(&ticket, &list, &log, &request);
            let is_used = request.direction == Direction::Entry && !naive_may_enter(&list, &log);
            let expected = if ticket.standing == TicketStanding::Void {
                Verdict::Void
            } else if let (Some(first), false) = (reasons.first(), request.is_forced) {
                *first
            } else if is_repeat(&log, &request) || !is_used || request.is_forced {
                Verdict::Admit
            } else {
                Verdict::AlreadyUsed
            };
            let told = if decision.verdict == Verdict::WrongGate { Verdict::RuleRefused } else { decision.verdict };
            prop_assert_eq!(told, expected, "at minute {}", step.minutes);
            if decision.is_admitted() && !matches!(decision.effect, Effect::Repeated(_)) {
                prop_assert_eq!(decision.is_forced(), request.is_forced && (is_used || !reasons.is_empty()));
                log.push(Pass {
                    scan: id::<ScanId>(u8::try_from(log.len()).unwrap()),
                    direction: request.direction,
                    at: request.scanned_at,
                    nonce: request.nonce.clone(),
                    device: request.device.clone(),
                    gate: None,
                    operator: None,
                });
            }
        }
    }

    #[test]
    fn a_refusal_is_explained_and_a_permission_is_not(rule in rules(), minutes in 0_i64..4_000, tier in 0_u8..3) {
        let history = History::default();
        let facts = RuleFacts {
            scanned_at: after(minutes), zone: zone(), dates: dates(), tier: id(tier), gate: None, history: &history,
        };
        let explanation = rule.explain(&facts);
        prop_assert_eq!(explanation.is_none(), rule.permits(&facts));
        prop_assert!(explanation.is_none_or(|explanation| !explanation.text.is_empty()));
    }

    #[test]
    fn rules_survive_storage(rule in rules()) {
        let stored = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<Rule>(&stored).unwrap(), rule);
    }
}
