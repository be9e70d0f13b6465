//! Orders of another system, tried on a real file.

use chrono::TimeDelta;
use kernel::{Currency, Money};
use payments::payment::{PaymentMethod, PaymentStatus, RecordedPayment, Tender};

use crate::{
    fixture::{House, house, refused},
    order::{
        Buyer, CancelOrder, FeeKind, ListOrders, OrderStatus, PayOrder, ReactivateOrder, RefundStatus,
        cancel_order, expire_due_orders,
        import::{ImportedFee, ImportedOrder, ImportedRefund, ImportedTicket, RecordedOrder, record_order},
        list_orders, pay_order, reactivate_order,
    },
    tax::TaxRate,
    ticket::{ShowTicket, TicketStatus, show_ticket},
    tier::TierRow,
};

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn rate(text: &str) -> TaxRate {
    text.parse().unwrap()
}

fn ticket(tier: &TierRow, code: &str, gross: i64) -> ImportedTicket {
    ImportedTicket {
        tier: tier.id,
        code: code.to_owned(),
        status: TicketStatus::Issued,
        holder_name: "Łukasz Groß".to_owned(),
        holder_email: String::new(),
        holder_company: "Hof & Söhne".to_owned(),
        gross: eur(gross),
        tax_rate: rate("7"),
        tax: rate("7").inside(eur(gross)).unwrap(),
        addon_to: None,
        valid_from: None,
        valid_until: None,
        block_reason: String::new(),
    }
}

fn order(house: &House, code: &str, status: OrderStatus, tickets: Vec<ImportedTicket>) -> ImportedOrder {
    let now = house.clock().now();
    let living = tickets.iter().filter(|ticket| ticket.status == TicketStatus::Issued);
    ImportedOrder {
        event: house.event.id,
        code: code.to_owned(),
        status,
        total: Money::sum(Currency::EUR, living.map(|ticket| ticket.gross)).unwrap(),
        refunded: eur(0),
        buyer: Buyer::read(Some("Ana Díaz"), Some("ana@example.org"), Some("+49 170 4711")).unwrap(),
        locale: "de".to_owned(),
        is_approval_pending: false,
        is_valid_while_pending: false,
        ordered_at: now - TimeDelta::days(30),
        expires_at: Some(now + TimeDelta::days(1)),
        paid_at: None,
        tickets,
        fees: Vec::new(),
        payments: Vec::new(),
        refunds: Vec::new(),
    }
}

fn paid(house: &House, minor: i64) -> RecordedPayment {
    let at = house.clock().now() - TimeDelta::days(29);
    RecordedPayment {
        method: PaymentMethod::Transfer,
        status: PaymentStatus::Confirmed,
        amount: eur(minor),
        reference: "R-1".to_owned(),
        created_at: at,
        confirmed_at: Some(at),
    }
}

fn record(house: &House, imported: &ImportedOrder) -> Result<RecordedOrder, kernel::Failure> {
    house.run(|tx| record_order(tx, imported))
}

#[test]
fn an_overpaid_order_leaves_the_rest_on_the_customers_balance() {
    let house = house();
    let tier = house.simple_tier("Normal", 2300, Some(1));
    let gone = ImportedTicket { status: TicketStatus::Void, ..ticket(&tier, "gone", 2300) };
    let mut imported = order(
        &house,
        "XAB12",
        OrderStatus::Paid,
        vec![ticket(&tier, "k3x8v2", 2300), gone, ticket(&tier, "q9w", 1000)],
    );
    imported.fees = vec![ImportedFee {
        kind: FeeKind::Shipping,
        name: "Post".to_owned(),
        gross: eur(390),
        tax_rate: rate("19"),
        tax: rate("19").inside(eur(390)).unwrap(),
        is_cancelled: false,
    }];
    imported.total = eur(3690);
    imported.payments = vec![paid(&house, 5990)];
    imported.refunds = vec![ImportedRefund {
        payment: Some(0),
        status: RefundStatus::Done,
        method: PaymentMethod::Transfer,
        amount: eur(1300),
        reason: String::new(),
        created_at: house.clock().now(),
    }];
    let recorded = record(&house, &imported).unwrap();
    assert_eq!(recorded.tickets.len(), 3);
    assert_eq!((house.balance("bank"), house.balance("customer_balance")), (4690, -1000));
    let tier = house.tier_now("Normal");
    assert_eq!(
        (tier.issued, tier.available),
        (2, Some(0)),
        "what happened is not refused, but nothing is left"
    );
    house.assert_books_are_right();
}

#[test]
fn foreign_codes_are_kept_and_found() {
    let house = house();
    let tier = house.simple_tier("Normal", 2300, None);
    record(&house, &order(&house, "XAB12", OrderStatus::Pending, vec![ticket(&tier, "k3x8v2qq4abc", 2300)]))
        .unwrap();
    let found =
        house.read(|view| show_ticket(view, &ShowTicket { ticket: " k3x8v2qq4abc ".to_owned() })).unwrap();
    assert!(found.ticket.is_foreign_code);
    assert_eq!(
        (found.ticket.code.as_str(), found.ticket.order_status),
        ("k3x8v2qq4abc", OrderStatus::Pending)
    );
    for text in ["lukasz", "gro", "xab", "XAB12", "ana@ex", "4711", "k3x8v2qq4abc", "dia an", "sohne"] {
        let request = ListOrders { search: Some(text.to_owned()), ..ListOrders::default() };
        let page = house.read(|view| list_orders(view, &request)).unwrap();
        assert_eq!((page.rows.len(), page.total), (1, 1), "{text}");
    }
    for text in ["lukasz xyz", "zz", "4712", "l", "bob@"] {
        let request = ListOrders { search: Some(text.to_owned()), ..ListOrders::default() };
        assert!(house.read(|view| list_orders(view, &request)).unwrap().rows.is_empty(), "{text}");
    }
}

#[test]
fn taken_codes_and_contradicting_sums_are_refused() {
    let house = house();
    let tier = house.simple_tier("Normal", 2300, None);
    let good = order(&house, "XAB12", OrderStatus::Pending, vec![ticket(&tier, "one", 2300)]);
    record(&house, &good).unwrap();
    assert_eq!(refused(record(&house, &good)).code, "order_code_taken");
    let same = order(&house, "XAB13", OrderStatus::Pending, vec![ticket(&tier, "one", 2300)]);
    assert_eq!(refused(record(&house, &same)).code, "ticket_code_taken");
    let wrong = ImportedOrder {
        total: eur(2301),
        ..order(&house, "XAB14", OrderStatus::Paid, vec![ticket(&tier, "two", 2300)])
    };
    assert_eq!(refused(record(&house, &wrong)).code, "order_sums_differ");
    let addon = ImportedTicket { addon_to: Some(0), ..ticket(&tier, "three", 0) };
    assert_eq!(
        refused(record(&house, &order(&house, "XAB15", OrderStatus::Pending, vec![addon]))).code,
        "dangling_reference"
    );
}

#[test]
fn an_unpaid_order_is_paid_at_the_counter_with_what_it_still_owes() {
    let house = house();
    let tier = house.simple_tier("Normal", 2300, Some(5));
    let mut imported = order(
        &house,
        "XAB12",
        OrderStatus::Pending,
        vec![ticket(&tier, "one", 2300), ticket(&tier, "two", 2300)],
    );
    imported.payments = vec![paid(&house, 1000)];
    record(&house, &imported).unwrap();
    assert_eq!((house.tier_now("Normal").held, house.balance("customer_balance")), (2, -1000));
    let request = PayOrder {
        order: "XAB12".to_owned(),
        payment: Tender::Cash { tendered_minor: Some(4000) },
        ..PayOrder::default()
    };
    let done = house.run(|tx| pay_order(tx, &request)).unwrap();
    assert_eq!((done.change.minor, done.order.summary.status), (400, OrderStatus::Paid));
    assert_eq!((house.tier_now("Normal").issued, house.tier_now("Normal").held), (2, 0));
    assert_eq!(
        (house.balance("cash"), house.balance("bank"), house.balance("customer_balance")),
        (3600, 1000, 0)
    );
    assert_eq!(refused(house.run(|tx| pay_order(tx, &request))).code, "order_state");
    house.assert_books_are_right();
}

#[test]
fn an_order_that_ended_comes_back_only_while_its_places_are_there() {
    let house = house();
    let tier = house.simple_tier("Normal", 2300, Some(2));
    record(&house, &order(&house, "XAB12", OrderStatus::Pending, vec![ticket(&tier, "one", 2300)])).unwrap();
    record(&house, &order(&house, "XAB13", OrderStatus::Expired, vec![ticket(&tier, "two", 2300)])).unwrap();
    record(&house, &order(&house, "XAB14", OrderStatus::Expired, vec![ticket(&tier, "three", 2300)]))
        .unwrap();
    let pay = |code: &str| {
        let payment = Some(Tender::Cash { tendered_minor: None });
        house.run(|tx| reactivate_order(tx, &ReactivateOrder { order: code.to_owned(), payment }))
    };
    assert_eq!(pay("XAB13").unwrap().summary.status, OrderStatus::Paid);
    assert_eq!(refused(pay("XAB14")).code, "sold_out", "the last place is kept for the unpaid order");
    assert_eq!(refused(pay("XAB12")).code, "order_state");
    house.clock.advance(TimeDelta::days(2));
    assert_eq!(house.run(expire_due_orders).unwrap(), 1);
    assert_eq!(pay("XAB14").unwrap().summary.status, OrderStatus::Paid);
    assert_eq!(refused(pay("XAB12")).code, "sold_out");
    house.assert_books_are_right();
}

#[test]
fn a_cancelled_order_frees_its_places_and_may_wait_again() {
    let house = house();
    let tier = house.simple_tier("Normal", 2300, Some(1));
    record(&house, &order(&house, "XAB12", OrderStatus::Pending, vec![ticket(&tier, "one", 2300)])).unwrap();
    let cancel = CancelOrder { order: "XAB12".to_owned(), reason: "Changed plans".to_owned() };
    assert_eq!(house.run(|tx| cancel_order(tx, &cancel)).unwrap().status_reason, "Changed plans");
    assert_eq!(house.tier_now("Normal").available, Some(1));
    let again = house
        .run(|tx| reactivate_order(tx, &ReactivateOrder { order: "XAB12".to_owned(), payment: None }))
        .unwrap();
    assert_eq!(again.summary.status, OrderStatus::Pending);
    assert!(again.expires_at.is_some());
    assert_eq!(house.tier_now("Normal").available, Some(0));
    house.assert_books_are_right();
}

#[test]
fn refunding_an_imported_ticket_never_returns_more_than_was_paid() {
    let house = house();
    let tier = house.simple_tier("Normal", 2300, None);
    let mut imported = order(
        &house,
        "XAB12",
        OrderStatus::Paid,
        vec![ticket(&tier, "one", 2300), ticket(&tier, "two", 2300)],
    );
    imported.payments = vec![paid(&house, 3000)];
    record(&house, &imported).unwrap();
    let back = house.refund("XAB12", Some(&["one"]), None).unwrap();
    assert_eq!((back.refund.amount.minor, back.refund.method), (2300, PaymentMethod::Transfer));
    let rest = house.refund("XAB12", None, None).unwrap();
    assert_eq!(rest.refund.amount.minor, 700, "only what is left of what was paid");
    assert_eq!(house.balance("bank"), 0);
}
