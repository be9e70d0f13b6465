//! Group A: what the order, the ticket and the list say.

use admission::{
    ids::{EventId, TicketId},
    verdict::{
        AnswerKind, DoorQuestion, Effect, History, ListFacts, OrderStanding, Subject, TicketFacts,
        TiersCovered, Verdict, decide,
    },
};

use crate::door::{Log, at, entry, exit, forced, id, list, ticket, tier, told};

const NOON: &str = "2020-01-01T12:00";

#[test]
fn a01_a_paid_ticket_on_the_list_is_admitted() {
    assert_eq!(told(&ticket(), &list(), &entry(NOON)), Verdict::Admit);
}

#[test]
fn a02_a_cancelled_order_is_refused() {
    let cancelled = TicketFacts { order: OrderStanding::Cancelled, ..ticket() };
    assert_eq!(told(&cancelled, &list(), &entry(NOON)), Verdict::Cancelled);
}

#[test]
fn a05_a_block_stops_entry_and_exit_but_not_a_force() {
    let blocked = TicketFacts { is_blocked: true, ..ticket() };
    assert_eq!(told(&blocked, &list(), &entry(NOON)), Verdict::Blocked);
    assert_eq!(told(&blocked, &list(), &exit(NOON)), Verdict::Blocked);
    assert_eq!(told(&blocked, &list(), &forced(exit(NOON))), Verdict::Admit);
}

#[test]
fn a06_validity_stops_an_early_entry_but_neither_a_force_nor_an_exit() {
    let from_noon = TicketFacts { valid_from: Some(at(NOON)), ..ticket() };
    let early = "2020-01-01T11:45";
    assert_eq!(told(&from_noon, &list(), &entry(early)), Verdict::NotYetValid);
    assert_eq!(told(&from_noon, &list(), &forced(entry(early))), Verdict::Admit);
    assert_eq!(told(&from_noon, &list(), &exit(early)), Verdict::Admit);
    assert_eq!(told(&from_noon, &list(), &entry(NOON)), Verdict::Admit, "the first moment is valid");
}

#[test]
fn a06_the_last_moment_of_validity_is_valid() {
    let until_noon = TicketFacts { valid_until: Some(at(NOON)), ..ticket() };
    assert_eq!(told(&until_noon, &list(), &entry(NOON)), Verdict::Admit);
    assert_eq!(told(&until_noon, &list(), &entry("2020-01-01T12:00:01")), Verdict::Expired);
}

#[test]
fn a10_a_tier_off_the_list_is_refused_unless_forced() {
    let empty = ListFacts { tiers: TiersCovered::Only([].into()), ..list() };
    assert_eq!(told(&ticket(), &empty, &entry(NOON)), Verdict::WrongTier);
    assert_eq!(told(&ticket(), &empty, &forced(entry(NOON))), Verdict::Admit);
}

#[test]
fn a11_a_ticket_for_another_date_is_a_ticket_for_another_event() {
    // Every date of a series is an event of its own here, so the peers' `product` becomes our `wrong_event`.
    let other_date = TicketFacts { event: id::<EventId>(2), ..ticket() };
    assert_eq!(told(&other_date, &list(), &entry(NOON)), Verdict::WrongEvent);
    assert_eq!(told(&other_date, &list(), &forced(entry(NOON))), Verdict::WrongEvent, "never forced");
}

#[test]
fn a13_an_unpaid_order_is_refused_unless_forced() {
    let pending = TicketFacts { order: OrderStanding::Pending, ..ticket() };
    assert_eq!(told(&pending, &list(), &entry(NOON)), Verdict::Unpaid);
    assert_eq!(told(&pending, &list(), &forced(entry(NOON))), Verdict::Admit);
}

#[test]
fn a16_a_list_with_pending_orders_admits_them_only_when_the_operator_says_so() {
    let pending = TicketFacts { order: OrderStanding::Pending, ..ticket() };
    let with_pending = ListFacts { includes_pending: true, ..list() };
    let mut request = entry(NOON);
    assert_eq!(told(&pending, &with_pending, &request), Verdict::Unpaid);
    request.ignores_unpaid = true;
    assert_eq!(told(&pending, &with_pending, &request), Verdict::Admit);
    assert_eq!(told(&pending, &list(), &request), Verdict::Unpaid, "the list must allow it too");
}

#[test]
fn an_order_valid_while_pending_is_admitted_and_one_waiting_for_approval_is_not() {
    let pending = TicketFacts { order: OrderStanding::Pending, is_valid_while_pending: true, ..ticket() };
    assert_eq!(told(&pending, &list(), &entry(NOON)), Verdict::Admit);
    let waiting = TicketFacts { is_approval_pending: true, ..pending };
    assert_eq!(told(&waiting, &list(), &entry(NOON)), Verdict::Unapproved);
}

fn question(is_required: bool) -> DoorQuestion {
    DoorQuestion {
        question: id(1),
        identifier: "BAND".to_owned(),
        text: "Wristband number".to_owned(),
        kind: AnswerKind::Number,
        is_required,
        tiers: vec![tier()],
        options: Vec::new(),
    }
}

#[test]
fn a19_an_optional_question_is_offered_once() {
    let asking = ListFacts { questions: vec![question(false)], allows_multiple_entries: true, ..list() };
    let mut log = Log::new();
    let first = log.scan(&ticket(), &asking, &entry(NOON));
    assert_eq!(
        (first.verdict, first.effect),
        (Verdict::Incomplete, Effect::Postponed),
        "nothing is logged yet"
    );
    assert_eq!(first.open_questions, [id(1)]);
    let mut answer = entry(NOON);
    answer.answers.insert(id(1), String::new());
    assert_eq!(log.scan(&ticket(), &asking, &answer).verdict, Verdict::Admit, "leaving it open is an answer");
    assert_eq!(log.scan(&ticket(), &asking, &entry(NOON)).verdict, Verdict::Admit, "and is not asked again");
}

#[test]
fn a_required_question_wants_a_fitting_answer_unless_forced_or_unaskable() {
    let asking = ListFacts { questions: vec![question(true)], ..list() };
    let mut request = entry(NOON);
    for useless in ["", "abc", "1.2.3"] {
        request.answers.insert(id(1), useless.to_owned());
        assert_eq!(told(&ticket(), &asking, &request), Verdict::Incomplete, "{useless:?}");
    }
    request.answers.insert(id(1), "3.5".to_owned());
    assert_eq!(told(&ticket(), &asking, &request), Verdict::Admit);
    let decision =
        decide(Subject::Ticket(&ticket()), &asking, &History::default(), &[], &forced(entry(NOON)));
    assert!(
        decision.is_admitted() && !decision.is_forced(),
        "a force asks nothing and overrules nothing here"
    );
    request.answers.clear();
    request.can_ask = false;
    assert_eq!(told(&ticket(), &asking, &request), Verdict::Admit);
    assert_eq!(told(&ticket(), &asking, &exit(NOON)), Verdict::Admit, "leaving guests are not asked");
}

#[test]
fn answers_are_kept_although_the_scan_is_refused() {
    let asking =
        ListFacts { questions: vec![question(true)], tiers: TiersCovered::Only([].into()), ..list() };
    let mut request = entry(NOON);
    request.answers.insert(id(1), "7".to_owned());
    let decision = decide(Subject::Ticket(&ticket()), &asking, &History::default(), &[], &request);
    assert_eq!(decision.verdict, Verdict::WrongTier);
    assert_eq!(decision.answers, [(id(1), Some("7".to_owned()))]);
}

#[test]
fn a25_an_unknown_code_is_refused_even_when_forced() {
    for request in [entry(NOON), forced(entry(NOON))] {
        let decision = decide(Subject::Unknown, &list(), &History::default(), &[], &request);
        assert_eq!((decision.verdict, decision.effect), (Verdict::Unknown, Effect::Logged));
    }
}

#[test]
fn a29_a_replaced_code_is_refused_and_a_force_is_marked() {
    let facts = ticket();
    let revoked = Subject::Revoked(&facts);
    assert_eq!(decide(revoked, &list(), &History::default(), &[], &entry(NOON)).verdict, Verdict::Revoked);
    let decision = decide(revoked, &list(), &History::default(), &[], &forced(entry(NOON)));
    assert!(decision.is_admitted() && decision.is_forced());
}

#[test]
fn a_ticket_both_used_and_cancelled_reads_cancelled() {
    let mut log = Log::new();
    assert_eq!(log.scan(&ticket(), &list(), &entry(NOON)).verdict, Verdict::Admit);
    let cancelled = TicketFacts { order: OrderStanding::Cancelled, ticket: id::<TicketId>(1), ..ticket() };
    assert_eq!(log.scan(&cancelled, &list(), &entry(NOON)).verdict, Verdict::Cancelled);
}
