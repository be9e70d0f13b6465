//! What happens to single tickets, tried on a real file.

use super::*;
use crate::{
    fixture::{House, house, refused, sale},
    order::CompleteOrder,
    quota::{CreateQuota, create_quota},
    signing::{Scanned, fill_payloads, public_keys},
    tier::TierDraft,
};

fn sold(house: &House, tier: &str, quantity: i64) -> Vec<TicketRow> {
    let request = CompleteOrder { buyer_name: Some("Ana Díaz".to_owned()), ..sale(&[(tier, quantity)]) };
    house.sell_as(&request).unwrap().tickets
}

fn void(house: &House, ticket: &str) -> Result<TicketRow, kernel::Failure> {
    house.run(|tx| void_ticket(tx, &VoidTicket { ticket: ticket.to_owned(), reason: "Lost bet".to_owned() }))
}

fn reissue(house: &House, ticket: &str) -> Result<TicketRow, kernel::Failure> {
    house.run(|tx| {
        reissue_ticket(tx, &ReissueTicket { ticket: ticket.to_owned(), reason: "Lost phone".to_owned() })
    })
}

#[test]
fn a_withdrawn_ticket_frees_its_place_and_keeps_its_money() {
    let house = house();
    house.simple_tier("Normal", 2300, Some(2));
    let tickets = sold(&house, "Normal", 2);
    assert_eq!(void(&house, &tickets[0].code).unwrap().status, TicketStatus::Void);
    assert_eq!((house.tier_now("Normal").available, house.balance("cash")), (Some(1), 4600));
    assert_eq!(refused(void(&house, &tickets[0].code)).code, "ticket_void");
    assert_eq!(
        refused(house.refund(&tickets[0].order_code, Some(&[&tickets[0].code]), None)).code,
        "ticket_void"
    );
    assert_eq!(refused(void(&house, "nothing")).code, "unknown_ticket");
    house.assert_books_are_right();
}

#[test]
fn a_replaced_ticket_has_a_new_code_and_the_old_one_is_revoked() {
    let house = house();
    house.simple_tier("Normal", 2300, Some(2));
    let first = sold(&house, "Normal", 1).remove(0);
    let second = reissue(&house, &first.code).unwrap();
    let third = reissue(&house, &second.id.to_string()).unwrap();
    assert!(first.code != second.code && second.code != third.code);
    assert_eq!((third.serial, third.gross, third.holder_name.as_str()), (3, first.gross, "Ana Díaz"));
    assert_eq!(refused(reissue(&house, &first.code)).code, "ticket_transferred");
    let shown = house.read(|view| show_ticket(view, &ShowTicket { ticket: second.code.clone() })).unwrap();
    let chain: Vec<_> = shown.chain.iter().map(|link| (link.code.as_str(), link.status)).collect();
    assert_eq!(
        chain,
        [
            (first.code.as_str(), TicketStatus::Transferred),
            (second.code.as_str(), TicketStatus::Transferred),
            (third.code.as_str(), TicketStatus::Issued)
        ]
    );
    assert_eq!(house.count("select count(*) as n from revoked_codes"), 2);
    assert_eq!(house.tier_now("Normal").issued, 1);
    house.assert_books_are_right();
}

#[test]
fn a_stopped_ticket_is_let_through_again() {
    let house = house();
    house.simple_tier("Normal", 2300, None);
    let ticket = sold(&house, "Normal", 1).remove(0).code;
    let stop = |reason: &str| {
        house.run(|tx| block_ticket(tx, &BlockTicket { ticket: ticket.clone(), reason: reason.to_owned() }))
    };
    assert_eq!(refused(stop(" \n")).code, "reason_missing");
    assert_eq!(refused(stop(&"x".repeat(10_000))).code, "reason_too_long");
    assert_eq!(stop("Chargeback").unwrap().block_reason, "Chargeback");
    let free = UnblockTicket { ticket: ticket.clone(), reason: "Settled".to_owned() };
    assert!(!house.run(|tx| unblock_ticket(tx, &free)).unwrap().is_blocked);
}

#[test]
fn a_ticket_moves_to_a_tier_of_the_same_price_within_a_shared_quota() {
    let house = house();
    for (name, price) in [("Stalls", 2300), ("Balcony", 2300), ("Box", 5000)] {
        house.simple_tier(name, price, None);
    }
    let quota = CreateQuota {
        event: "sommernacht".to_owned(),
        name: "Hall".to_owned(),
        size: Some(1),
        tiers: vec!["Stalls".to_owned(), "Balcony".to_owned(), "Box".to_owned()],
    };
    house.run(|tx| create_quota(tx, &quota)).unwrap();
    let ticket = sold(&house, "Stalls", 1).remove(0).code;
    let to = |tier: &str| {
        house.run(|tx| change_ticket_tier(tx, &ChangeTier { ticket: ticket.clone(), tier: tier.to_owned() }))
    };
    assert_eq!(to("Balcony").unwrap().tier_name, "Balcony");
    assert_eq!(refused(to("Balcony")).code, "same_tier");
    assert_eq!(refused(to("Box")).code, "tier_price_differs");
    assert_eq!(refused(to("Roof")).code, "unknown_tier");
    assert_eq!((house.tier_now("Stalls").issued, house.tier_now("Balcony").issued), (0, 1));
    house.assert_books_are_right();
}

#[test]
fn a_shown_ticket_carries_a_payload_that_its_events_keys_believe() {
    let house = house();
    house.simple_tier("Normal", 2300, None);
    house
        .tier(TierDraft {
            name: "Evening".to_owned(),
            price: Some("5".to_owned()),
            valid_from: Some("2026-06-13T18:00".to_owned()),
            ..TierDraft::default()
        })
        .unwrap();
    let mut tickets = sold(&house, "Normal", 2);
    tickets.extend(sold(&house, "Evening", 1));
    house.read(|view| fill_payloads(view, &house.vault, &mut tickets)).unwrap();
    let keys = house.read(|view| public_keys(view, house.event.id)).unwrap();
    for ticket in &tickets {
        let payload = ticket.payload.as_deref().unwrap();
        let Scanned::Signed(signed) = Scanned::read(payload) else { panic!("{payload}") };
        assert!(signed.is_signed_by_any(&keys));
        assert_eq!(
            (signed.claim.code.as_str(), signed.claim.tier_number),
            (ticket.code.as_str(), ticket.tier_number)
        );
        assert_eq!(signed.claim.valid_from, ticket.valid_from);
        let found =
            house.read(|view| show_ticket(view, &ShowTicket { ticket: payload.to_lowercase() })).unwrap();
        assert_eq!(found.ticket.id, ticket.id);
    }
    assert!(tickets[2].payload.as_deref().unwrap().starts_with("S2"));
}

#[test]
fn tickets_are_listed_page_by_page_and_found_by_name() {
    let house = house();
    house.simple_tier("Normal", 2300, None);
    for _ in 0..3 {
        sold(&house, "Normal", 2);
    }
    let mut request = ListTickets { event: "sommernacht".to_owned(), ..ListTickets::default() };
    request.page = Some(kernel::page::PageRequest { after: None, first: Some(4) });
    let first = house.read(|view| list_tickets(view, &request)).unwrap();
    assert_eq!((first.rows.len(), first.total, first.next.as_deref()), (4, 6, Some("4")));
    request.page = Some(kernel::page::PageRequest { after: first.next, first: Some(4) });
    let rest = house.read(|view| list_tickets(view, &request)).unwrap();
    assert_eq!((rest.rows.len(), rest.next), (2, None));
    for (text, found) in
        [("dia", 6), ("ana di", 6), ("A-000002", 2), ("bob", 0), ("'; drop table tickets", 0)]
    {
        let request = ListTickets {
            event: "sommernacht".to_owned(),
            search: Some(text.to_owned()),
            ..ListTickets::default()
        };
        assert_eq!(house.read(|view| list_tickets(view, &request)).unwrap().rows.len(), found, "{text}");
    }
}

#[test]
fn a_ticket_gets_times_of_its_own() {
    let house = house();
    house.simple_tier("Normal", 2300, None);
    let ticket = sold(&house, "Normal", 1).remove(0).code;
    let set = |from: &str, until: &str| {
        let (valid_from, valid_until) = (Some(from.to_owned()), Some(until.to_owned()));
        house.run(|tx| {
            set_ticket_validity(tx, &SetValidity { ticket: ticket.clone(), valid_from, valid_until })
        })
    };
    let row = set("2026-06-13T18:00", "2026-06-13T23:00").unwrap();
    assert_eq!(row.valid_from.unwrap().to_rfc3339(), "2026-06-13T16:00:00+00:00");
    assert_eq!(refused(set("2026-06-13T18:00", "2026-06-13T17:00")).code, "validity_ends_before_start");
    assert_eq!(refused(set("soon", "later")).code, "not_a_time");
}
