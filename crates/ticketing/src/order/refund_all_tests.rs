//! Giving back by policy, and a whole event's money, tried on a real file.

use events::event::{CancelEvent, cancel_event};
use payments::payment::Tender;
use proptest::prelude::*;

use super::*;
use crate::{
    fee_rule::{CreateFeeRule, FeeRuleDraft, create_fee_rule},
    fixture::{House, house, refused, sale},
    refund_policy::{KeepDraft, RefundPolicyStep, SetRefundPolicy, set_refund_policy},
};

const EVENT: &str = "sommernacht";

fn keep(fixed: i64, percent: &str, fees: &[FeeKind]) -> KeepDraft {
    KeepDraft {
        keep_percent: Some(percent.to_owned()),
        keep_fixed_minor: Some(fixed),
        keep_fees: Some(fees.to_vec()),
        ..KeepDraft::default()
    }
}

fn policy(house: &House, steps: Vec<(i64, KeepDraft)>) {
    let steps =
        steps.into_iter().map(|(hours_before, keep)| RefundPolicyStep { hours_before, keep }).collect();
    house.run(|tx| set_refund_policy(tx, &SetRefundPolicy { event: EVENT.to_owned(), steps })).unwrap();
}

fn by_policy(order: &str) -> RefundOrder {
    let (order, reason) = (order.to_owned(), "Ill".to_owned());
    RefundOrder { order, reason, by_policy: Some(true), ..RefundOrder::default() }
}

fn shipping(house: &House) {
    let draft = FeeRuleDraft {
        kind: Some(FeeKind::Shipping),
        name: Some("Shipping".to_owned()),
        amount_minor: Some(200),
        ..FeeRuleDraft::default()
    };
    house.run(|tx| create_fee_rule(tx, &CreateFeeRule { event: EVENT.to_owned(), draft })).unwrap();
}

#[test]
fn the_policy_of_the_event_says_what_is_kept() {
    for (fees, kept) in [(vec![], 730), (vec![FeeKind::Shipping], 910)] {
        let house = house();
        house.simple_tier("GA", 2_300, None);
        shipping(&house);
        policy(&house, vec![(0, keep(250, "10", &fees))]);
        let sold = house.sell(&[("GA", 2)]).unwrap();
        assert_eq!(sold.order.summary.total.minor, 4_800);
        let request = by_policy(&sold.order.summary.code);
        let now = house.file.clock().now();
        let preview = house.file.read(|view| preview_refund(view, &request, now)).unwrap();
        let back = house.run(|tx| refund_order(tx, &request)).unwrap();
        assert_eq!((back.refund.kept.minor, back.refund.amount.minor), (kept, 4_800 - kept));
        assert_eq!(
            (preview.kept, preview.amount, preview.parts),
            (back.refund.kept, back.refund.amount, back.refund.parts)
        );
        house.assert_books_are_right();
    }
}

#[test]
fn the_nearer_the_event_the_more_is_kept() {
    let house = house();
    house.simple_tier("GA", 1_000, None);
    let hours = (house.event.starts_at - house.file.clock().now()).num_hours();
    policy(&house, vec![(hours - 8, keep(0, "50", &[])), (hours - 4, keep(0, "10", &[]))]);
    let kept = |house: &House| {
        let sold = house.sell(&[("GA", 1)]).unwrap();
        let back = house.run(|tx| refund_order(tx, &by_policy(&sold.order.summary.code))).unwrap();
        back.refund.kept.minor
    };
    assert_eq!(kept(&house), 100);
    house.file.clock.advance(chrono::TimeDelta::hours(6));
    assert_eq!(kept(&house), 500);
    house.file.clock.advance(chrono::TimeDelta::hours(4));
    assert_eq!(kept(&house), 1_000, "after the last step nothing goes back");
    let both = RefundOrder { amount_minor: Some(1), ..by_policy("A-000001") };
    assert!(house.run(|tx| refund_order(tx, &both)).is_err());
    house.assert_books_are_right();
}

fn request(keep: KeepDraft, dry_run: bool, orders_max: Option<i64>) -> RefundAll {
    let (event, reason) = (EVENT.to_owned(), "Storm".to_owned());
    RefundAll { event, reason, dry_run: Some(dry_run), orders_max, keep }
}

fn called_off(house: &House) {
    let cancel = CancelEvent { event: house.event.id.into(), reason: "Storm".to_owned() };
    house.run(|tx| cancel_event(tx, &cancel)).unwrap();
}

#[test]
fn only_a_cancelled_event_is_refunded_as_a_whole() {
    let house = house();
    house.simple_tier("GA", 2_300, None);
    house.sell(&[("GA", 2)]).unwrap();
    let all = request(keep(1_000, "10", &[]), false, None);
    assert_eq!(refused(house.run(|tx| refund_all(tx, &all))).code, "event_not_cancelled");
    called_off(&house);
    let done = house.run(|tx| refund_all(tx, &all)).unwrap();
    assert_eq!((done.orders, done.refunded.minor, done.kept.minor), (1, 3_140, 1_460));
    let again = house.run(|tx| refund_all(tx, &all)).unwrap();
    assert_eq!((again.orders, again.refunded.minor, again.remaining), (0, 0, 0), "money goes back once");
    house.assert_books_are_right();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_dry_run_comes_to_what_the_real_run_does_in_however_many_steps(
        orders in prop::collection::vec((1_i64..4, 0..3_usize, any::<bool>()), 1..9), fixed in 0_i64..3_000,
        percent in 0_u32..=100, orders_max in 1_i64..4,
    ) {
        let house = house();
        house.simple_tier("GA", 2_300, None);
        shipping(&house);
        for (quantity, how, is_refunded_before) in orders {
            let payment = match how {
                0 => Tender::Cash { tendered_minor: None },
                1 => Tender::Card { reference: "T-1".to_owned() },
                _ => Tender::Comp { reason: "Press".to_owned() },
            };
            let sold = house.sell_as(&CompleteOrder { payment, ..sale(&[("GA", quantity)]) }).unwrap();
            if is_refunded_before {
                let first = sold.tickets[0].code.clone();
                house.refund(&sold.order.summary.code, Some(&[first.as_str()]), None).unwrap();
            }
        }
        called_off(&house);
        let keep = keep(fixed, &percent.to_string(), &[]);
        let dry = house.run(|tx| refund_all(tx, &request(keep.clone(), true, None))).unwrap();
        let again = house.run(|tx| refund_all(tx, &request(keep.clone(), true, None))).unwrap();
        prop_assert_eq!(&dry, &again, "a dry run changes nothing");
        let mut real = (0, 0, 0, 0);
        loop {
            let run = house.run(|tx| refund_all(tx, &request(keep.clone(), false, Some(orders_max)))).unwrap();
            prop_assert!(run.failed.is_empty() && run.orders <= orders_max);
            real.0 += run.orders;
            real.1 += run.tickets;
            real.2 += run.refunded.minor;
            real.3 += run.kept.minor;
            if run.remaining == 0 {
                break;
            }
        }
        prop_assert_eq!((dry.orders, dry.tickets, dry.refunded.minor, dry.kept.minor), real);
        prop_assert_eq!(house.tier_now("GA").issued, 0);
        house.assert_books_are_right();
    }
}
