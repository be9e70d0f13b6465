//! Group D: add-ons and the code of the main ticket.

use std::collections::BTreeSet;

use admission::{
    ids::{TicketId, TierId},
    verdict::{
        Candidate, Chosen, History, ListFacts, Subject, TicketFacts, TicketStanding, TiersCovered, Verdict,
        choose, decide,
    },
};

use crate::door::{at, entry, id, list, ticket};

const NOON: &str = "2020-01-01T12:00";

fn addon(number: u8, tier: u8) -> Candidate {
    let facts = TicketFacts { ticket: id::<TicketId>(number), tier: id::<TierId>(tier), ..ticket() };
    Candidate { facts, is_own_code: false }
}

fn main_ticket() -> Candidate {
    Candidate { facts: ticket(), is_own_code: true }
}

fn workshop() -> ListFacts {
    ListFacts { matches_addons: true, tiers: TiersCovered::Only(BTreeSet::from([id(7)])), ..list() }
}

fn found(candidates: &[Candidate], list: &ListFacts) -> Option<TicketId> {
    match choose(candidates, list, at(NOON)) {
        Chosen::One(facts) => Some(facts.ticket),
        Chosen::None | Chosen::Ambiguous(_) => None,
    }
}

#[test]
fn d03_two_fitting_addons_are_ambiguous_and_nothing_is_admitted() {
    let candidates = [main_ticket(), addon(2, 7), addon(3, 7)];
    let Chosen::Ambiguous(first) = choose(&candidates, &workshop(), at(NOON)) else {
        panic!("one was chosen")
    };
    let decision = decide(Subject::Ambiguous(first), &workshop(), &History::default(), &[], &entry(NOON));
    assert_eq!(decision.verdict, Verdict::Ambiguous);
}

#[test]
fn the_only_fitting_addon_is_meant() {
    let candidates = [main_ticket(), addon(2, 7), addon(3, 8)];
    assert_eq!(found(&candidates, &workshop()), Some(id(2)));
}

#[test]
fn without_addon_matching_the_code_means_its_own_ticket() {
    let plain = ListFacts { matches_addons: false, ..workshop() };
    assert_eq!(found(&[main_ticket(), addon(2, 7)], &plain), Some(id(1)));
}

#[test]
fn when_nothing_fits_the_main_ticket_gets_the_reason() {
    assert_eq!(found(&[main_ticket(), addon(2, 8), addon(3, 9)], &workshop()), Some(id(1)));
}

#[test]
fn validity_tells_fitting_addons_apart() {
    let mut tomorrow = addon(2, 7);
    tomorrow.facts.valid_from = Some(at("2020-01-02T00:00"));
    let mut today = addon(3, 7);
    today.facts.valid_until = Some(at("2020-01-01T23:59"));
    assert_eq!(found(&[main_ticket(), tomorrow, today], &workshop()), Some(id(3)));
}

#[test]
fn an_addon_of_a_voided_main_ticket_still_stands() {
    let mut void = main_ticket();
    void.facts.standing = TicketStanding::Void;
    assert_eq!(found(&[void.clone(), addon(2, 7)], &workshop()), Some(id(2)));
    assert_eq!(found(&[void], &workshop()), Some(id(1)), "and if nothing stands, the voided ticket is named");
}
