//! Setting places aside, tried on a real file.

use chrono::TimeDelta;

use super::*;
use crate::{
    fixture::{House, house_for, refused, sale},
    order::{CompleteOrder, LineRequest},
};

fn hold(house: &House, lines: &[(&str, i64)], minutes: Option<i64>) -> Result<Hold, kernel::Failure> {
    let lines = lines
        .iter()
        .map(|(tier, quantity)| LineRequest {
            tier: (*tier).to_owned(),
            quantity: *quantity,
            ..LineRequest::default()
        })
        .collect();
    house.run(|tx| {
        create_hold(tx, &CreateHold { event: "sommernacht".to_owned(), lines, minutes, note: None })
    })
}

fn two_tiers() -> House {
    let house = house_for(Some(8));
    house.simple_tier("Normal", 2300, Some(5));
    house.simple_tier("Reduced", 1500, None);
    house
}

#[test]
fn held_places_are_not_sold_to_others() {
    let house = two_tiers();
    hold(&house, &[("Normal", 4)], None).unwrap();
    assert_eq!((house.tier_now("Normal").held, house.tier_now("Normal").available), (4, Some(1)));
    assert_eq!(refused(house.sell(&[("Normal", 2)])).code, "sold_out");
    assert_eq!(refused(hold(&house, &[("Normal", 2)], None)).code, "sold_out");
    house.sell(&[("Normal", 1)]).unwrap();
    house.assert_books_are_right();
}

#[test]
fn places_are_free_once_the_time_is_up_though_nobody_swept() {
    let house = two_tiers();
    hold(&house, &[("Normal", 5)], None).unwrap();
    house.clock.advance(TimeDelta::minutes(14));
    assert_eq!(refused(house.sell(&[("Normal", 1)])).code, "sold_out");
    house.clock.advance(TimeDelta::minutes(1));
    assert_eq!((house.tier_now("Normal").held, house.tier_now("Normal").available), (0, Some(5)));
    house.sell(&[("Normal", 5)]).unwrap();
    assert_eq!(
        house.run(|tx| sweep_holds(tx, &Sweep {})).unwrap().expired,
        0,
        "the sale swept what it needed"
    );
    house.assert_books_are_right();
}

#[test]
fn a_sale_takes_what_its_hold_keeps_and_gives_the_rest_back() {
    let house = two_tiers();
    let held = hold(&house, &[("Normal", 4), ("Reduced", 2)], None).unwrap();
    let request = CompleteOrder { hold: Some(held.id.to_string()), ..sale(&[("Normal", 5)]) };
    let sold = house.sell_as(&request).unwrap();
    assert_eq!(sold.tickets.len(), 5);
    assert_eq!(
        (house.tier_now("Normal").issued, house.tier_now("Normal").held, house.tier_now("Reduced").held),
        (5, 0, 0)
    );
    assert_eq!(house.tier_now("Reduced").available, Some(3));
    assert_eq!(refused(house.sell_as(&request)).code, "hold_state");
    house.assert_books_are_right();
}

#[test]
fn a_hold_that_ran_out_or_ended_sells_nothing() {
    let house = two_tiers();
    let late = hold(&house, &[("Normal", 1)], Some(1)).unwrap();
    let freed = hold(&house, &[("Normal", 1)], None).unwrap();
    house.run(|tx| release_hold(tx, &ReleaseHold { hold: freed.id.to_string() })).unwrap();
    house.clock.advance(TimeDelta::minutes(2));
    for (id, code) in [
        (late.id.to_string(), "hold_expired"),
        (freed.id.to_string(), "hold_state"),
        ("x".to_owned(), "unknown_hold"),
    ] {
        let request = CompleteOrder { hold: Some(id), ..sale(&[("Normal", 1)]) };
        assert_eq!(refused(house.sell_as(&request)).code, code);
    }
    assert_eq!(house.run(|tx| sweep_holds(tx, &Sweep {})).unwrap().expired, 1);
    assert_eq!(
        refused(house.run(|tx| release_hold(tx, &ReleaseHold { hold: late.id.to_string() }))).code,
        "hold_state"
    );
    house.assert_books_are_right();
}

#[test]
fn a_hold_has_a_sensible_length() {
    let house = two_tiers();
    for minutes in [0, -1, 1_000_000] {
        assert_eq!(refused(hold(&house, &[("Normal", 1)], Some(minutes))).code, "hold_minutes_out_of_range");
    }
}
