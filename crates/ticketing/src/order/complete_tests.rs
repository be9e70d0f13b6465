//! Selling, tried on a real file.

use events::event::CreateEvent;
use kernel::page::PageRequest;
use payments::payment::Tender;

use crate::{
    fixture::{house, house_for, house_with, refused, sale, sommernacht},
    order::{CompleteOrder, ListOrders, OrderStatus, ShowOrder, list_orders, show_order},
    tier::TierDraft,
};

#[test]
fn a_sale_writes_order_money_places_tickets_and_receipt() {
    let house = house();
    house.simple_tier("Normal", 2500, Some(100));
    let request = CompleteOrder {
        payment: Tender::Cash { tendered_minor: Some(20_000) },
        buyer_name: Some("Mara Quell".to_owned()),
        buyer_email: Some("mara@example.org".to_owned()),
        ..sale(&[("Normal", 4)])
    };
    let sold = house.sell_as(&request).unwrap();
    assert_eq!(sold.order.summary.code, "A-000001");
    assert_eq!(sold.order.summary.status, OrderStatus::Paid);
    assert_eq!((sold.order.summary.total.minor, sold.change.minor, sold.receipt_number), (10_000, 10_000, 1));
    assert_eq!(sold.order.tax.minor, 4 * 399, "19 % inside 25.00 is 3.99 a ticket");
    assert_eq!(sold.tickets.iter().map(|ticket| ticket.serial).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert!(sold.tickets.iter().all(|ticket| ticket.holder_name == "Mara Quell" && ticket.payload.is_none()));
    let tier = house.tier_now("Normal");
    assert_eq!((tier.issued, tier.held, tier.available), (4, 0, Some(96)));
    assert_eq!(
        (house.balance("cash"), house.balance("ticket_sales"), house.balance("tax_payable:19")),
        (10_000, -8404, -1596)
    );
    house.assert_books_are_right();
}

#[test]
fn the_answer_of_a_sale_is_what_is_written() {
    let house = house();
    let draft = TierDraft {
        name: "Evening".to_owned(),
        badge_label: Some("E".to_owned()),
        price: Some("12,50".to_owned()),
        tax_rate: Some("7".to_owned()),
        valid_from: Some("2026-06-13T18:00".to_owned()),
        ..TierDraft::default()
    };
    house.tier(draft).unwrap();
    house.simple_tier("Normal", 2500, Some(10));
    for payment in [
        Tender::Cash { tendered_minor: Some(10_000) },
        Tender::Card { reference: "T-1".to_owned() },
        Tender::Comp { reason: "Press".to_owned() },
    ] {
        let request = CompleteOrder {
            payment,
            buyer_name: Some("Mara Quell".to_owned()),
            buyer_email: Some("mara@example.org".to_owned()),
            buyer_phone: Some("030 4711".to_owned()),
            locale: Some("de".to_owned()),
            ..sale(&[("Evening", 2), ("Normal", 1)])
        };
        let sold = house.sell_as(&request).unwrap();
        let order = sold.order.summary.code.clone();
        let shown = house.read(|view| show_order(view, &ShowOrder { order })).unwrap();
        assert_eq!(sold.order, shown);
        assert_eq!(sold.tickets, shown.tickets);
    }
}

#[test]
fn orders_and_receipts_are_numbered_without_gaps_though_sales_fail_between() {
    let house = house();
    house.simple_tier("Normal", 2500, Some(3));
    assert_eq!(house.sell(&[("Normal", 1)]).unwrap().receipt_number, 1);
    assert_eq!(refused(house.sell(&[("Normal", 3)])).code, "sold_out");
    let second = house.sell(&[("1", 2)]).unwrap();
    assert_eq!((second.receipt_number, second.order.summary.code.as_str()), (2, "A-000002"));
    assert_eq!(second.tickets.iter().map(|ticket| ticket.serial).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn tax_comes_on_top_where_prices_are_net() {
    let house = house_with(&CreateEvent { prices_include_tax: Some(false), ..sommernacht() });
    house.simple_tier("Normal", 8403, None);
    assert_eq!(house.tier_now("Normal").gross_price.minor, 10_000);
    let sold = house.sell(&[("Normal", 2)]).unwrap();
    assert_eq!((sold.order.summary.total.minor, sold.order.tax.minor), (20_000, 3194));
    house.assert_books_are_right();
}

#[test]
fn gifts_cost_nothing_and_post_nothing() {
    let house = house();
    house.simple_tier("Normal", 2500, None);
    let gift =
        CompleteOrder { payment: Tender::Comp { reason: "Press".to_owned() }, ..sale(&[("Normal", 2)]) };
    let given = house.sell_as(&gift).unwrap();
    assert_eq!((given.order.summary.total.minor, given.tickets.len()), (0, 2));
    assert_eq!(given.order.payments[0].reference, "Press");
    assert_eq!(house.count("select count(*) as n from ledger_transactions"), 0);
    house.assert_books_are_right();
}

#[test]
fn what_cannot_be_sold_is_named_and_changes_nothing() {
    let house = house_for(Some(50));
    house.simple_tier("Normal", 2500, Some(10));
    let early = TierDraft {
        name: "Early".to_owned(),
        price: Some("10".to_owned()),
        sales_end_at: Some("2026-06-01T00:00".to_owned()),
        ..TierDraft::default()
    };
    house.tier(early.clone()).unwrap();
    let late = TierDraft {
        name: "Late".to_owned(),
        sales_end_at: None,
        sales_start_at: Some("2026-06-13T10:00".to_owned()),
        ..early.clone()
    };
    house.tier(late).unwrap();
    house
        .tier(TierDraft { name: "Off".to_owned(), sales_end_at: None, is_active: Some(false), ..early })
        .unwrap();
    let before = house.count("select count(*) as n from entity_audit_log");
    for (lines, code, message) in [
        (&[][..], "order_empty", "the order is empty"),
        (&[("Nothing", 1)], "unknown_tier", "there is no tier “Nothing” in this event"),
        (&[("Normal", 0)], "quantity_out_of_range", "Tier 'Normal': 0 tickets cannot be sold"),
        (&[("Normal", -2)], "quantity_out_of_range", "Tier 'Normal': -2 tickets cannot be sold"),
        (
            &[("Normal", 1_000_000_000)],
            "too_many_in_order",
            "Tier 'Normal': at most 20 in one order, 1000000000 are wanted",
        ),
        (&[("Normal", i64::MAX), ("Normal", i64::MAX)], "too_many_in_order", ""),
        (&[("Normal", 11)], "sold_out", "Tier 'Normal' has 10 places left, 11 are wanted"),
        (&[("Normal", 6), ("1", 5)], "sold_out", "Tier 'Normal' has 10 places left, 11 are wanted"),
        (&[("Early", 1)], "sales_ended", "Tier 'Early': sales ended on 2026-06-01 00:00"),
        (&[("Late", 1)], "sales_not_started", "Tier 'Late': sales start on 2026-06-13 10:00"),
        (&[("Off", 1)], "tier_inactive", "Tier 'Off' is not on sale"),
    ] {
        let refusal = refused(house.sell(lines));
        assert_eq!(refusal.code, code, "{}", refusal.message);
        assert!(message.is_empty() || refusal.message == message, "{}", refusal.message);
        assert!(!refusal.fix.is_empty());
    }
    let short = CompleteOrder { payment: Tender::Cash { tendered_minor: Some(1) }, ..sale(&[("Normal", 1)]) };
    assert_eq!(refused(house.sell_as(&short)).code, "not_enough_cash");
    let other = CompleteOrder { event: "nowhere".to_owned(), ..sale(&[("Normal", 1)]) };
    assert_eq!(refused(house.sell_as(&other)).code, "unknown_event");
    let typo = CompleteOrder { buyer_email: Some("mara at home".to_owned()), ..sale(&[("Normal", 1)]) };
    assert_eq!(refused(house.sell_as(&typo)).code, "malformed_email");
    assert_eq!(house.count("select count(*) as n from entity_audit_log"), before);
}

#[test]
fn the_house_is_full_though_the_tier_is_not() {
    let house = house_for(Some(3));
    house.simple_tier("Normal", 2500, None);
    house
        .tier(TierDraft {
            name: "Parking".to_owned(),
            price: Some("5".to_owned()),
            is_admission: Some(false),
            ..TierDraft::default()
        })
        .unwrap();
    house.sell(&[("Normal", 2), ("Parking", 5)]).unwrap();
    let refusal = refused(house.sell(&[("Normal", 2)]));
    assert_eq!(refusal.message, "Tier 'Normal': the event has 1 place left, 2 are wanted");
    house.sell(&[("Normal", 1), ("Parking", 5)]).unwrap();
    house.assert_books_are_right();
}

#[test]
fn an_injected_failure_at_any_statement_leaves_nothing_behind() {
    let house = house_for(Some(50));
    house.simple_tier("Normal", 2500, Some(10));
    house.simple_tier("Reduced", 1500, None);
    let request =
        CompleteOrder { buyer_name: Some("Mara Quell".to_owned()), ..sale(&[("Normal", 2), ("Reduced", 1)]) };
    let everything = "select
        (select count(*) from entity_audit_log) + (select count(*) from orders) + (select count(*) from tickets)
        + (select count(*) from ledger_entries) + (select count(*) from inventory_operations)
        + (select count(*) from guest_search) + (select coalesce(sum(last_number), 0) from number_series) as n";
    let before = house.count(everything);
    let mut failures = 0;
    for statement in 1.. {
        house.fail_at_statement(statement);
        let outcome = house.sell_as(&request);
        house.fail_at_statement(0);
        if outcome.is_ok() {
            break;
        }
        failures += 1;
        assert_eq!(
            house.count(everything),
            before,
            "a failure at statement {statement} left something behind"
        );
    }
    assert!(failures > 20, "the trap was never sprung: {failures}");
    assert_eq!(
        house.count("select count(*) as n from orders"),
        1,
        "the sale after the last failure is the only one"
    );
    house.assert_books_are_right();
}

#[test]
fn orders_are_listed_newest_first_page_by_page() {
    let house = house();
    house.simple_tier("Normal", 2500, None);
    for _ in 0..5 {
        house.clock.advance(chrono::TimeDelta::minutes(1));
        house.sell(&[("Normal", 1)]).unwrap();
    }
    for event in [None, Some("sommernacht".to_owned())] {
        let mut request = ListOrders { event, ..ListOrders::default() };
        let mut codes = Vec::new();
        loop {
            let after = request.page.as_ref().and_then(|page| page.after.clone());
            request.page = Some(PageRequest { after, first: Some(2) });
            let page = house.read(|view| list_orders(view, &request)).unwrap();
            assert_eq!(page.total, 5);
            codes.extend(page.rows.into_iter().map(|order| order.code));
            let Some(next) = page.next else { break };
            request.page = Some(PageRequest { after: Some(next), first: Some(2) });
        }
        assert_eq!(codes, ["A-000005", "A-000004", "A-000003", "A-000002", "A-000001"]);
    }
    let elsewhere = PageRequest { after: Some("here".to_owned()), first: None };
    let request = ListOrders { page: Some(elsewhere), ..ListOrders::default() };
    assert_eq!(refused(house.read(|view| list_orders(view, &request))).code, "malformed_cursor");
}
