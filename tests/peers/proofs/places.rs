//! Places: a place has one taker, whoever asks at the same moment. Group Q.

use std::sync::Barrier;

use chrono::TimeDelta;
use payments::payment::Tender;
use serde_json::{Value, json};
use stagedoor_tests::{Server, Stagedoor};
use ticketing::{
    hold::{CreateHold, ReleaseHold, create_hold, release_hold},
    order::{
        LineRequest, OrderStatus, ReactivateOrder, ShowOrder, expire_due_orders, reactivate_order, show_order,
    },
    quota::{CreateQuota, create_quota},
    tier::TierState,
};

use super::house::{EVENT, House, refusal_code};

/// How often two takers meet; one meeting might be decided by who was started first.
const MEETINGS: usize = 12;

fn quota(house: &House, name: &str, size: i64, tier: &str) {
    let (event, name, tiers) = (EVENT.to_owned(), name.to_owned(), vec![tier.to_owned()]);
    let request = CreateQuota { event, name, size: Some(size), tiers };
    house.run(|tx| create_quota(tx, &request)).unwrap();
}

fn one(tier: &str) -> CreateHold {
    let lines = vec![LineRequest { tier: tier.to_owned(), quantity: 1, ..LineRequest::default() }];
    CreateHold { event: EVENT.to_owned(), lines, minutes: Some(15), note: None }
}

/// Runs `work` on two threads that start together.
fn at_the_same_moment<T: Send>(work: impl Fn(usize) -> T + Sync) -> [T; 2] {
    let start = Barrier::new(2);
    let go = |number| {
        start.wait();
        work(number)
    };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| go(0));
        let second = scope.spawn(|| go(1));
        [first.join().unwrap(), second.join().unwrap()]
    })
}

/// Two places, one paid, one unpaid: none is left, also when the time to pay is up, until the order is expired.
pub(crate) fn q03_an_unpaid_order_keeps_its_place_until_it_is_expired() {
    let house = House::open();
    let tier = house.tier("GA", 2_300, "19", None);
    quota(&house, "Hof", 2, "GA");
    house.sell("GA", 1);
    house.bring("Q03", OrderStatus::Pending, &tier);
    let ordered = house.tier_now("GA");
    assert_eq!((ordered.issued, ordered.held, ordered.available), (1, 1, Some(0)));
    house.file.clock.advance(TimeDelta::days(2));
    assert_eq!(house.left("GA"), Some(0), "run out, but nobody has ended it");
    assert_eq!(house.run(expire_due_orders).unwrap(), 1);
    assert_eq!(house.left("GA"), Some(1));
    house.assert_books_are_right();
}

/// Three places, one paid, one unpaid, one on hold: none is left, until the hold's time is up.
pub(crate) fn q05_a_hold_that_ran_out_keeps_nothing() {
    let house = House::open();
    let tier = house.tier("GA", 2_300, "19", None);
    quota(&house, "Hof", 3, "GA");
    house.sell("GA", 1);
    house.bring("Q05", OrderStatus::Pending, &tier);
    house.run(|tx| create_hold(tx, &one("GA"))).unwrap();
    let reserved = house.tier_now("GA");
    assert_eq!((reserved.issued, reserved.held, reserved.available), (1, 2, Some(0)));
    assert_eq!(refusal_code(house.run(|tx| create_hold(tx, &one("GA")))), "sold_out");
    house.file.clock.advance(TimeDelta::minutes(16));
    assert_eq!(house.left("GA"), Some(1));
    house.sell("GA", 1);
    house.assert_books_are_right();
}

/// A tier in a quota of two and one of one has one place; in one of none it has none.
pub(crate) fn q06_the_smallest_quota_counts() {
    let house = House::open();
    house.tier("GA", 2_300, "19", None);
    quota(&house, "A", 2, "GA");
    quota(&house, "B", 1, "GA");
    assert_eq!((house.left("GA"), house.tier_now("GA").state), (Some(1), TierState::OnSale));
    quota(&house, "None", 0, "GA");
    assert_eq!((house.left("GA"), house.tier_now("GA").state), (Some(0), TierState::SoldOut));
    assert_eq!(refusal_code(house.run(|tx| create_hold(tx, &one("GA")))), "sold_out");
}

/// One place and two who take it at the same moment: one has it, the other is told that it is gone.
pub(crate) fn q21_one_place_has_one_taker() {
    two_threads_hold_one_place();
    two_tills_sell_one_place();
}

fn two_threads_hold_one_place() {
    let house = House::open();
    house.tier("GA", 2_300, "19", None);
    quota(&house, "Hof", 1, "GA");
    for _ in 0..MEETINGS {
        let outcomes = at_the_same_moment(|_| house.run(|tx| create_hold(tx, &one("GA"))));
        let (held, refused): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!((held.len(), refused.len()), (1, 1));
        assert!(refused.into_iter().all(|outcome| refusal_code(outcome) == "sold_out"));
        assert_eq!(house.left("GA"), Some(0));
        let hold = held.into_iter().flatten().next().unwrap().id.to_string();
        house.run(|tx| release_hold(tx, &ReleaseHold { hold })).unwrap();
    }
    house.assert_books_are_right();
}

fn two_tills_sell_one_place() {
    let stagedoor = Stagedoor::on_sale();
    let names: Vec<String> = (1..=MEETINGS).map(|number| format!("Last seat {number}")).collect();
    let server = Server::start(&stagedoor.workspace());
    for name in &names {
        let tier = json!({ "event": "jazz", "name": name, "price_minor": 2_500, "quantity": 1 });
        server.call("tier.create", &tier).unwrap();
        let outcomes = at_the_same_moment(|till| {
            let key = format!("till {till} {name}");
            let lines = json!([{ "tier": name, "quantity": 1 }]);
            let sale = json!({ "event": "jazz", "lines": lines, "payment": { "method": "cash" }, "idempotency_key": key });
            server.call("order.complete", &sale)
        });
        let (sold, refused): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!((sold.len(), refused.len()), (1, 1), "{sold:?} {refused:?}");
        let error: Value = refused.into_iter().find_map(Result::err).flatten().unwrap();
        assert_eq!(error["code"], "sold_out", "{error}");
    }
    drop(server);
    assert_eq!(stagedoor.must(&["ticket", "list", "--event", "jazz"]).len(), MEETINGS);
    assert_eq!(stagedoor.must(&["verify"])[0]["is_ok"], json!(true));
    assert_eq!(stagedoor.must(&["reconcile"])[0]["is_consistent"], json!(true));
}

/// Two expired orders and one place, both paid at the same moment: one is paid, the other stays expired and nothing
/// is taken for it.
pub(crate) fn q23_one_of_two_expired_orders_is_paid() {
    let house = House::open();
    for meeting in 0..MEETINGS {
        let name = format!("Seat {meeting}");
        let tier = house.tier(&name, 2_300, "19", Some(1));
        let codes = [format!("Q23A{meeting}"), format!("Q23B{meeting}")];
        for code in &codes {
            house.bring(code, OrderStatus::Expired, &tier);
        }
        assert_eq!(house.left(&name), Some(1), "expired orders keep no place");
        let outcomes = at_the_same_moment(|which| {
            let payment = Some(Tender::Cash { tendered_minor: None });
            let request = ReactivateOrder { order: codes[which].clone(), payment };
            house.run(|tx| reactivate_order(tx, &request))
        });
        let (paid, refused): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!((paid.len(), refused.len()), (1, 1));
        assert!(refused.into_iter().all(|outcome| refusal_code(outcome) == "sold_out"));
        let mut stands = codes.map(|order| {
            let shown = house.file.read(|view| show_order(view, &ShowOrder { order })).unwrap();
            (shown.summary.status.as_str(), shown.payments.len())
        });
        stands.sort_unstable();
        assert_eq!(stands, [("expired", 0), ("paid", 1)]);
        assert_eq!(house.left(&name), Some(0));
    }
    house.assert_books_are_right();
}
