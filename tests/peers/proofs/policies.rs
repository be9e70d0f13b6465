//! What is kept of orders that are called off, and by which payments the rest goes back: group R.

use events::event::{CancelEvent, cancel_event};
use payments::payment::{PaymentMethod, PaymentStatus, RecordedPayment};
use ticketing::{
    fee_rule::{CreateFeeRule, FeeRuleDraft, create_fee_rule},
    order::{
        FeeKind, OrderStatus, RefundAll, RefundOrder, ShowOrder,
        import::record_order,
        refund_all,
        refund_allocation::{Refundable, Source, allocate},
        refund_order, show_order,
    },
    refund_policy::{KeepDraft, RefundPolicyStep, SetRefundPolicy, set_refund_policy},
    ticket::TicketStatus,
};

use super::house::{EVENT, House, eur};

fn keep(fixed: i64, percent: &str, fees: &[FeeKind]) -> KeepDraft {
    KeepDraft {
        keep_percent: Some(percent.to_owned()),
        keep_fixed_minor: Some(fixed),
        keep_fees: Some(fees.to_vec()),
        ..KeepDraft::default()
    }
}

/// What is kept of 46.00 and 2.00 for shipping when the customer calls it off and the policy keeps 2.50 and 10 %.
fn kept_of_forty_eight(fees: &[FeeKind]) -> i64 {
    let house = House::open();
    house.tier("GA", 2_300, "19", None);
    let draft = FeeRuleDraft {
        kind: Some(FeeKind::Shipping),
        name: Some("Shipping".to_owned()),
        amount_minor: Some(200),
        ..FeeRuleDraft::default()
    };
    house.run(|tx| create_fee_rule(tx, &CreateFeeRule { event: EVENT.to_owned(), draft })).unwrap();
    let steps = vec![RefundPolicyStep { hours_before: 0, keep: keep(250, "10", fees) }];
    house.run(|tx| set_refund_policy(tx, &SetRefundPolicy { event: EVENT.to_owned(), steps })).unwrap();
    let sold = house.sell("GA", 2).order;
    assert_eq!(sold.summary.total, eur(4_800));
    let request = RefundOrder {
        order: sold.summary.code,
        reason: "Cannot come".to_owned(),
        by_policy: Some(true),
        ..RefundOrder::default()
    };
    let done = house.run(|tx| refund_order(tx, &request)).unwrap();
    assert_eq!(done.refund.amount.add(done.refund.kept), Ok(eur(4_800)));
    house.assert_books_are_right();
    done.refund.kept.minor
}

/// Shipping is not kept: 2.50 and 10 % of 48.00 are 7.30.
pub(crate) fn r03_a_share_is_taken_of_everything() {
    assert_eq!(kept_of_forty_eight(&[]), 730);
}

/// Shipping is kept: 2.00, 2.50 and 10 % of the other 46.00 are 9.10.
pub(crate) fn r04_no_share_is_taken_of_fees_that_are_kept() {
    assert_eq!(kept_of_forty_eight(&[FeeKind::Shipping]), 910);
}

fn called_off(house: &House) {
    let cancel = CancelEvent { event: house.event.id.into(), reason: "Storm".to_owned() };
    house.run(|tx| cancel_event(tx, &cancel)).unwrap();
}

fn all_back() -> RefundAll {
    RefundAll {
        event: EVENT.to_owned(),
        reason: "The event is called off".to_owned(),
        dry_run: None,
        orders_max: None,
        keep: keep(1_000, "10", &[]),
    }
}

/// Two tickets of 23.00, the event called off, 10.00 and 10 % kept: 31.40 goes back and 14.60 is a fee. A dry run says so
/// before.
pub(crate) fn r12_what_is_kept_of_a_cancelled_event() {
    let house = House::open();
    house.tier("GA", 2_300, "19", Some(10));
    let sold = house.sell("GA", 2);
    called_off(&house);
    let dry = house.run(|tx| refund_all(tx, &RefundAll { dry_run: Some(true), ..all_back() })).unwrap();
    let done = house.run(|tx| refund_all(tx, &all_back())).unwrap();
    assert_eq!((done.refunded, done.kept, done.orders, done.remaining), (eur(3_140), eur(1_460), 1, 0));
    assert_eq!((dry.refunded, dry.kept, dry.by_method), (done.refunded, done.kept, done.by_method));
    let request = ShowOrder { order: sold.order.summary.code };
    let shown = house.file.read(|view| show_order(view, &request)).unwrap();
    assert_eq!((shown.summary.status, shown.summary.refunded), (OrderStatus::Refunded, eur(3_140)));
    assert_eq!((shown.fees[0].kind, shown.fees[0].gross), (FeeKind::Cancellation, eur(1_460)));
    assert_eq!(house.left("GA"), Some(10), "both places are free");
    let again = house.run(|tx| refund_all(tx, &all_back())).unwrap();
    assert_eq!((again.orders, again.refunded), (0, eur(0)), "money goes back once");
    house.assert_books_are_right();
}

/// 46.00 of which 12.00 was paid; the event is called off and 10.00 and 10 %, 14.60, are kept: 12.00 is all there is,
/// nothing goes back, and the order is one of 12.00, paid, without tickets.
pub(crate) fn r13_no_more_is_kept_than_was_paid() {
    let house = House::open();
    let tier = house.tier("GA", 4_600, "19", Some(5));
    let mut order = house.order("R13", OrderStatus::Pending, &tier);
    let now = house.file.clock().now();
    order.payments.push(RecordedPayment {
        method: PaymentMethod::Transfer,
        status: PaymentStatus::Confirmed,
        amount: eur(1_200),
        reference: "R-13".to_owned(),
        created_at: now,
        confirmed_at: Some(now),
    });
    house.run(|tx| record_order(tx, &order)).unwrap();
    called_off(&house);
    let done = house.run(|tx| refund_all(tx, &all_back())).unwrap();
    assert_eq!((done.refunded, done.kept, done.remaining), (eur(0), eur(1_200), 0));
    let shown = house.file.read(|view| show_order(view, &ShowOrder { order: "R13".to_owned() })).unwrap();
    assert_eq!((shown.summary.status, shown.summary.total), (OrderStatus::Paid, eur(1_200)));
    assert!(shown.tickets.iter().all(|ticket| ticket.status == TicketStatus::Refunded));
    assert_eq!((shown.fees[0].kind, shown.fees[0].gross), (FeeKind::Cancellation, eur(1_200)));
    assert_eq!(house.left("GA"), Some(5), "its place is free");
    house.assert_books_are_right();
}

/// 23.00 that goes back in full or not at all, 10.00 of which any part can, 13.00 that cannot: each sum goes back by the
/// fewest movements, the rest by hand.
pub(crate) fn r21_money_goes_back_by_what_brought_it() {
    let source = |minor, refundable| Source { left: eur(minor), refundable };
    let sources = [
        source(2_300, Refundable::InFull),
        source(1_000, Refundable::InPart),
        source(1_300, Refundable::Never),
    ];
    for (amount, parts, by_hand) in [
        (2_300, vec![(0, 2_300)], 0),
        (1_000, vec![(1, 1_000)], 0),
        (500, vec![(1, 500)], 0),
        (2_000, vec![(1, 1_000)], 1_000),
        (2_500, vec![(0, 2_300), (1, 200)], 0),
        (3_500, vec![(0, 2_300), (1, 1_000)], 200),
    ] {
        let found = allocate(eur(amount), &sources).unwrap();
        let minor: Vec<_> = found.parts.iter().map(|(index, part)| (*index, part.minor)).collect();
        assert_eq!((minor, found.by_hand.minor), (parts, by_hand), "{amount}");
    }
}
