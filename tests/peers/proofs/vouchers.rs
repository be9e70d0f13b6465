//! Vouchers that keep places: group Q.

use ticketing::{
    hold::{CreateHold, create_hold},
    order::{CompleteOrder, LineRequest, complete_order},
    quota::{CreateQuota, create_quota},
    tier::TierState,
    voucher::{CreateVoucher, VoucherDraft, create_voucher},
};

use super::house::{EVENT, House, refusal_code};

fn quota(house: &House, size: i64) {
    let (event, name, tiers) = (EVENT.to_owned(), "Hof".to_owned(), vec!["GA".to_owned()]);
    let request = CreateQuota { event, name, size: Some(size), tiers };
    house.run(|tx| create_quota(tx, &request)).unwrap();
}

fn keeping(house: &House, code: &str, usages: i64) {
    let draft = VoucherDraft {
        code: Some(code.to_owned()),
        max_usages: Some(usages),
        block_quota: Some(true),
        tiers: Some(vec!["GA".to_owned()]),
        ..VoucherDraft::default()
    };
    let request = CreateVoucher { event: EVENT.to_owned(), draft };
    house.run(|tx| create_voucher(tx, &request)).unwrap();
}

fn line(code: &str, quantity: i64) -> LineRequest {
    LineRequest { tier: "GA".to_owned(), quantity, voucher: Some(code.to_owned()) }
}

/// A voucher keeps the places of its usages that are left: of five usages two are redeemed, so three are kept; of five
/// other places two are left, and another voucher of two keeps those. Redeemed usages are real tickets here, which
/// have two places of their own.
pub(crate) fn q09_a_voucher_keeps_what_is_left_of_it() {
    let house = House::open();
    house.tier("GA", 2_300, "19", None);
    quota(&house, 5 + 2);
    keeping(&house, "FIVE", 5);
    let lines = vec![line("FIVE", 2)];
    let request = CompleteOrder { event: EVENT.to_owned(), lines, ..CompleteOrder::default() };
    house.run(|tx| complete_order(tx, &request)).unwrap();
    assert_eq!((house.left("GA"), house.tier_now("GA").held), (Some(2), 3));
    keeping(&house, "TWO", 2);
    assert_eq!((house.left("GA"), house.tier_now("GA").state), (Some(0), TierState::SoldOut));
    let plain = LineRequest { tier: "GA".to_owned(), quantity: 1, ..LineRequest::default() };
    let lines = vec![plain];
    let refused = CompleteOrder { event: EVENT.to_owned(), lines, ..CompleteOrder::default() };
    assert_eq!(refusal_code(house.run(|tx| complete_order(tx, &refused))), "sold_out");
    let lines = vec![line("TWO", 2), line("FIVE", 3)];
    let request = CompleteOrder { event: EVENT.to_owned(), lines, ..CompleteOrder::default() };
    house.run(|tx| complete_order(tx, &request)).unwrap();
    assert_eq!((house.tier_now("GA").issued, house.tier_now("GA").held), (7, 0));
    house.assert_books_are_right();
}

/// Two places, one kept by a voucher that lies in a basket: one is left, the other is counted once.
pub(crate) fn q11_a_voucher_in_a_basket_is_counted_once() {
    let house = House::open();
    house.tier("GA", 2_300, "19", None);
    quota(&house, 2);
    keeping(&house, "ONE", 1);
    assert_eq!(house.left("GA"), Some(1));
    let (event, lines) = (EVENT.to_owned(), vec![line("ONE", 1)]);
    let basket = CreateHold { event, lines, minutes: Some(15), note: None };
    house.run(|tx| create_hold(tx, &basket)).unwrap();
    assert_eq!(house.left("GA"), Some(1));
    assert_eq!(refusal_code(house.run(|tx| create_hold(tx, &basket))), "voucher_used_up");
    house.sell("GA", 1);
    house.assert_books_are_right();
}
