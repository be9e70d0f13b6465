//! Vouchers as a box office uses them.

use proptest::prelude::*;

use super::*;
use crate::{
    fixture::{House, house, refused, sale},
    hold::{CreateHold, create_hold},
    order::{CompleteOrder, CompletedOrder, LineRequest, PreviewOrder, check_voucher, preview_order},
    ticket::{ReissueTicket, VoidTicket, reissue_ticket, void_ticket},
    tier::TierDraft,
};

const EVENT: &str = "sommernacht";

fn draft(code: &str, kind: VoucherKind, value: &str) -> VoucherDraft {
    let value = Some(value.to_owned()).filter(|value| !value.is_empty());
    VoucherDraft { code: Some(code.to_owned()), kind: Some(kind), value, ..VoucherDraft::default() }
}

fn made(house: &House, draft: VoucherDraft) -> VoucherRow {
    house.run(|tx| create_voucher(tx, &CreateVoucher { event: EVENT.to_owned(), draft })).unwrap()
}

fn shown(house: &House, code: &str) -> VoucherRow {
    let (request, now) =
        (ShowVoucher { event: EVENT.to_owned(), voucher: code.to_owned() }, house.file.clock().now());
    house.file.read(|view| show_voucher(view, &request, now)).unwrap()
}

fn with(code: &str, tier: &str, quantity: i64) -> CompleteOrder {
    let line = LineRequest { tier: tier.to_owned(), quantity, voucher: Some(code.to_owned()) };
    CompleteOrder { lines: vec![line], ..sale(&[]) }
}

fn sell(house: &House, code: &str, quantity: i64) -> Result<CompletedOrder, kernel::Failure> {
    house.sell_as(&with(code, "GA", quantity))
}

fn selling() -> House {
    let house = house();
    house.simple_tier("GA", 2_300, Some(100));
    house.simple_tier("VIP", 5_000, Some(10));
    house
}

#[test]
fn a_voucher_lowers_the_price_and_counts_its_use() {
    let house = selling();
    made(&house, VoucherDraft { max_usages: Some(3), ..draft("summer", VoucherKind::Percent, "10") });
    let sold = sell(&house, " Summer ", 2).unwrap();
    assert_eq!((sold.order.summary.total.minor, sold.order.items[0].discount.minor), (4_140, 460));
    assert_eq!(sold.tickets[0].gross.minor, 2_070);
    let voucher = shown(&house, "SUMMER");
    assert_eq!((voucher.usages, voucher.discounted.minor), (2, 460));
    let refusal = refused(sell(&house, "SUMMER", 2));
    assert_eq!(refusal.message, "voucher SUMMER is used up: 1 of 3 usages are left, 2 are wanted");
    sell(&house, "SUMMER", 1).unwrap();
    assert_eq!(refused(sell(&house, "SUMMER", 1)).code, "voucher_used_up");
    assert_eq!(refused(sell(&house, "WINTER", 1)).code, "unknown_voucher");
    house.assert_books_are_right();
}

#[test]
fn what_is_given_back_can_be_used_again() {
    let house = selling();
    let terms = draft("FIVE", VoucherKind::Amount, "5.00");
    made(&house, VoucherDraft { max_usages: Some(3), budget: Some("12.00".to_owned()), ..terms });
    let sold = sell(&house, "FIVE", 3).unwrap();
    let prices: Vec<i64> = sold.tickets.iter().map(|ticket| ticket.gross.minor).collect();
    assert_eq!(prices, [1_800, 1_800, 2_100], "the last gets what is left of the budget");
    let codes: Vec<&str> = sold.tickets.iter().map(|ticket| ticket.code.as_str()).collect();
    house.refund("A-000001", Some(&codes[..1]), None).unwrap();
    assert_eq!((shown(&house, "FIVE").usages, shown(&house, "FIVE").discounted.minor), (2, 700));
    let reissue = ReissueTicket { ticket: codes[1].to_owned(), reason: "Lost".to_owned() };
    let new = house.run(|tx| reissue_ticket(tx, &reissue)).unwrap();
    assert_eq!(shown(&house, "FIVE").usages, 2, "a replaced ticket is still one use");
    let void = VoidTicket { ticket: new.code, reason: "Withdrawn".to_owned() };
    house.run(|tx| void_ticket(tx, &void)).unwrap();
    assert_eq!((shown(&house, "FIVE").usages, shown(&house, "FIVE").discounted.minor), (1, 200));
    sell(&house, "FIVE", 2).unwrap();
    house.assert_books_are_right();
}

#[test]
fn a_voucher_is_for_its_tiers_its_time_and_its_customers() {
    let house = selling();
    made(
        &house,
        VoucherDraft { tiers: Some(vec!["VIP".to_owned()]), ..draft("VIPS", VoucherKind::None, "") },
    );
    assert_eq!(refused(sell(&house, "VIPS", 1)).message, "voucher VIPS is not for tier 'GA'");
    let later = Some("2030-01-01T00:00".to_owned());
    made(&house, VoucherDraft { valid_from: later, ..draft("LATER", VoucherKind::None, "") });
    assert_eq!(refused(sell(&house, "LATER", 1)).code, "voucher_not_yet_valid");
    let twice = VoucherDraft {
        max_usages: Some(10),
        max_usages_per_customer: Some(2),
        ..draft("TWICE", VoucherKind::Percent, "50")
    };
    made(&house, twice);
    assert_eq!(refused(sell(&house, "TWICE", 1)).code, "voucher_customer_unknown");
    let of = |email: &str, quantity| {
        house.sell_as(&CompleteOrder { buyer_email: Some(email.to_owned()), ..with("TWICE", "GA", quantity) })
    };
    of("mara@example.org", 1).unwrap();
    assert_eq!(refused(of("MARA@example.org", 2)).code, "voucher_customer_used_up");
    of("mara@example.org", 1).unwrap();
    of("ana@example.org", 2).unwrap();
}

#[test]
fn places_are_kept_for_those_who_bring_the_code() {
    let house = house();
    house.simple_tier("GA", 2_300, Some(4));
    let tiers = Some(vec!["GA".to_owned()]);
    let keeping =
        VoucherDraft { max_usages: Some(3), block_quota: Some(true), tiers, ..VoucherDraft::default() };
    made(&house, VoucherDraft { code: Some("CREW".to_owned()), ..keeping.clone() });
    assert_eq!((house.tier_now("GA").held, house.tier_now("GA").available), (3, Some(1)));
    house.sell(&[("GA", 1)]).unwrap();
    assert_eq!(refused(house.sell(&[("GA", 1)])).code, "sold_out");
    let sold = sell(&house, "CREW", 2).unwrap();
    assert_eq!((house.tier_now("GA").issued, house.tier_now("GA").held), (3, 1));
    assert_eq!(shown(&house, "CREW").kept, 1);
    house.refund("A-000002", Some(&[sold.tickets[0].code.as_str()]), None).unwrap();
    assert_eq!((house.tier_now("GA").available, shown(&house, "CREW").kept), (Some(0), 2), "kept again");
    let again = VoucherDraft { code: Some("MORE".to_owned()), ..keeping };
    let more = house.run(|tx| create_voucher(tx, &CreateVoucher { event: EVENT.to_owned(), draft: again }));
    assert_eq!(refused(more).code, "sold_out");
    let back = UpdateVoucher {
        event: EVENT.to_owned(),
        voucher: "crew".to_owned(),
        version: None,
        is_active: Some(false),
        draft: VoucherDraft::default(),
    };
    house.run(|tx| update_voucher(tx, &back)).unwrap();
    assert_eq!((house.tier_now("GA").available, shown(&house, "CREW").kept), (Some(2), 0));
    assert_eq!(refused(sell(&house, "CREW", 1)).code, "voucher_inactive");
    house.assert_books_are_right();
}

#[test]
fn a_place_that_a_voucher_keeps_is_counted_once_in_a_basket() {
    let house = house();
    house.simple_tier("GA", 2_300, Some(2));
    let tiers = Some(vec!["GA".to_owned()]);
    made(&house, VoucherDraft { block_quota: Some(true), tiers, ..draft("CREW", VoucherKind::None, "") });
    let line = LineRequest { tier: "GA".to_owned(), quantity: 1, voucher: Some("CREW".to_owned()) };
    let basket = CreateHold { event: EVENT.to_owned(), lines: vec![line.clone()], minutes: None, note: None };
    let held = house.run(|tx| create_hold(tx, &basket)).unwrap();
    assert_eq!(house.tier_now("GA").available, Some(1));
    assert_eq!(refused(house.run(|tx| create_hold(tx, &basket))).code, "voucher_used_up");
    let request = CompleteOrder { hold: Some(held.id.to_string()), ..with("CREW", "GA", 1) };
    house.sell_as(&request).unwrap();
    assert_eq!((house.tier_now("GA").issued, house.tier_now("GA").held), (1, 0));
    house.sell(&[("GA", 1)]).unwrap();
    house.assert_books_are_right();
}

#[test]
fn a_voucher_may_open_what_is_hidden_or_full() {
    let house = house();
    let hidden = TierDraft { is_hidden: Some(true), quantity: Some(1), ..TierDraft::default() };
    house.tier(TierDraft { name: "GA".to_owned(), price_minor: Some(2_300), ..hidden }).unwrap();
    assert_eq!(refused(house.sell(&[("GA", 1)])).code, "tier_hidden");
    made(&house, VoucherDraft { max_usages: Some(9), ..draft("PLAIN", VoucherKind::None, "") });
    assert_eq!(refused(sell(&house, "PLAIN", 1)).code, "tier_hidden");
    let door =
        VoucherDraft { show_hidden: Some(true), max_usages: Some(9), ..draft("DOOR", VoucherKind::None, "") };
    made(&house, door.clone());
    sell(&house, "DOOR", 1).unwrap();
    assert_eq!(refused(sell(&house, "DOOR", 1)).code, "sold_out");
    let full = VoucherDraft { code: Some("FULL".to_owned()), allow_ignore_quota: Some(true), ..door };
    made(&house, full);
    sell(&house, "FULL", 2).unwrap();
    assert_eq!((house.tier_now("GA").issued, house.tier_now("GA").available), (3, Some(0)));
    house.assert_books_are_right();
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let house = selling();
    made(&house, draft("ONCE", VoucherKind::SetPrice, "10.00"));
    let code_of = |draft: VoucherDraft| {
        refused(house.run(|tx| create_voucher(tx, &CreateVoucher { event: EVENT.to_owned(), draft }))).code
    };
    assert_eq!(code_of(draft("once", VoucherKind::None, "")), "voucher_code_taken");
    assert_eq!(code_of(draft("no spaces", VoucherKind::None, "")), "voucher_code_malformed");
    assert_eq!(code_of(draft("A", VoucherKind::Percent, "")), "voucher_value_missing");
    assert_eq!(code_of(draft("A", VoucherKind::Percent, "101")), "malformed_percent");
    assert_eq!(code_of(draft("A", VoucherKind::Amount, "-1.00")), "voucher_negative");
    let none = || draft("A", VoucherKind::None, "");
    assert_eq!(code_of(VoucherDraft { max_usages: Some(0), ..none() }), "voucher_usages_out_of_range");
    assert_eq!(code_of(VoucherDraft { min_usages: Some(2), ..none() }), "voucher_usages_out_of_range");
    assert_eq!(code_of(VoucherDraft { block_quota: Some(true), ..none() }), "voucher_keeps_one_tier");
    assert_eq!(code_of(VoucherDraft { tiers: Some(vec!["X".to_owned()]), ..none() }), "unknown_tier");
    assert_eq!(code_of(VoucherDraft { quota: Some("X".to_owned()), ..none() }), "unknown_quota");
    sell(&house, "ONCE", 1).unwrap();
    let change = UpdateVoucher {
        event: EVENT.to_owned(),
        voucher: "ONCE".to_owned(),
        version: None,
        is_active: None,
        draft: VoucherDraft { value: Some("5.00".to_owned()), ..VoucherDraft::default() },
    };
    assert_eq!(refused(house.run(|tx| update_voucher(tx, &change))).code, "voucher_value_stands");
}

#[test]
fn a_code_is_checked_before_anything_is_sold() {
    let house = selling();
    let vip = Some(vec!["VIP".to_owned()]);
    made(&house, VoucherDraft { tiers: vip, ..draft("HALF", VoucherKind::Percent, "50") });
    let line = |tier: &str| LineRequest { tier: tier.to_owned(), quantity: 1, voucher: None };
    let basket = PreviewOrder {
        event: EVENT.to_owned(),
        lines: vec![line("GA"), line("VIP")],
        ..PreviewOrder::default()
    };
    let now = house.file.clock().now();
    let request = crate::order::CheckVoucher { voucher: "half".to_owned(), basket: basket.clone() };
    let checked = house.file.read(|view| check_voucher(view, &request, now)).unwrap();
    assert_eq!(checked.preview.unwrap().total.minor, 4_800, "only the tier it is for becomes cheaper");
    let plain = house.file.read(|view| preview_order(view, &basket, now)).unwrap();
    assert_eq!((plain.total.minor, plain.discount.minor, plain.problem), (7_300, 0, None));
    let only_ga = PreviewOrder { lines: vec![line("GA")], ..basket };
    let request = crate::order::CheckVoucher { voucher: "HALF".to_owned(), basket: only_ga };
    let refusal = refused(house.file.read(|view| check_voucher(view, &request, now)));
    assert_eq!(refusal.code, "voucher_other_tier");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_budget_is_never_exceeded_whatever_is_sold_and_given_back(
        steps in prop::collection::vec((1_i64..4, any::<bool>()), 1..14), budget in 0_i64..4_000, usages in 1_i64..9,
    ) {
        let house = selling();
        let terms = draft("FIVE", VoucherKind::Amount, "5.00");
        made(&house, VoucherDraft { budget_minor: Some(budget), max_usages: Some(usages), ..terms });
        let mut living: Vec<(String, String)> = Vec::new();
        for (quantity, is_refund) in steps {
            if is_refund {
                if let Some((order, ticket)) = living.pop() {
                    house.refund(&order, Some(&[ticket.as_str()]), None).unwrap();
                }
            } else if let Ok(sold) = sell(&house, "FIVE", quantity) {
                let order = sold.order.summary.code;
                living.extend(sold.tickets.into_iter().map(|ticket| (order.clone(), ticket.code)));
            }
            let voucher = shown(&house, "FIVE");
            prop_assert!(voucher.discounted.minor <= budget && voucher.usages <= usages);
            prop_assert_eq!(voucher.usages, i64::try_from(living.len()).unwrap());
        }
        house.assert_books_are_right();
    }
}
