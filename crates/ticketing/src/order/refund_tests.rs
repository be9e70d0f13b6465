//! Giving money back, tried on a real file.

use payments::payment::{PaymentMethod, Tender};

use crate::{
    fixture::{House, house, refused, sale},
    order::{CompleteOrder, OrderStatus, RefundOrder, ShowOrder, refund_order, show_order},
    ticket::TicketStatus,
};

fn selling_house() -> House {
    let house = house();
    house.simple_tier("Normal", 2300, Some(10));
    house
}

#[test]
fn refunding_everything_undoes_the_sale_in_the_books() {
    let house = selling_house();
    let sold = house.sell(&[("Normal", 2)]).unwrap();
    let back = house.refund("a-000001", None, None).unwrap();
    assert_eq!((back.refund.amount.minor, back.refund.kept.minor, back.refund.receipt_number), (4600, 0, 2));
    assert_eq!((back.order.summary.status, back.order.summary.refunded.minor), (OrderStatus::Refunded, 4600));
    assert!(back.tickets.iter().all(|ticket| ticket.status == TicketStatus::Refunded));
    assert_eq!(
        back.order.receipts.iter().map(|receipt| receipt.total.minor).collect::<Vec<_>>(),
        [4600, -4600]
    );
    for account in ["cash", "ticket_sales", "tax_payable:19"] {
        assert_eq!(house.balance(account), 0, "{account}");
    }
    assert_eq!(house.tier_now("Normal").available, Some(10));
    assert_eq!(refused(house.refund(&sold.order.summary.code, None, None)).code, "order_state");
    house.assert_books_are_right();
}

#[test]
fn a_single_ticket_goes_back_once() {
    let house = selling_house();
    let sold = house.sell(&[("Normal", 3)]).unwrap();
    let (order, first, second) =
        (sold.order.summary.code.as_str(), &sold.tickets[0].code, &sold.tickets[1].code);
    let back = house.refund(order, Some(&[first]), None).unwrap();
    assert_eq!((back.refund.amount.minor, back.order.summary.status), (2300, OrderStatus::PartiallyRefunded));
    assert_eq!(back.order.summary.ticket_count, 2);
    let again = refused(house.refund(order, Some(&[second, first]), None));
    assert_eq!(again.code, "ticket_refunded");
    assert_eq!(again.message, format!("ticket {first} is refunded already, so it cannot be refunded"));
    assert_eq!(refused(house.refund(order, Some(&[second, second]), None)).code, "ticket_twice");
    assert_eq!(refused(house.refund(order, Some(&["ZZZZZZZZ"]), None)).code, "ticket_not_in_order");
    assert_eq!(refused(house.refund(order, Some(&[]), None)).code, "nothing_left_to_refund");
    let spoken = format!("{}-{}", &second[..4], &second[4..]).to_lowercase();
    house.refund(order, Some(&[&spoken]), None).unwrap();
    let rest = house.refund(order, None, None).unwrap();
    assert_eq!((rest.order.summary.status, rest.order.summary.refunded.minor), (OrderStatus::Refunded, 6900));
    house.assert_books_are_right();
}

#[test]
fn less_than_the_price_keeps_a_fee() {
    let house = selling_house();
    let sold = house.sell(&[("Normal", 2)]).unwrap();
    let back = house.refund(&sold.order.summary.code, None, Some(3140)).unwrap();
    assert_eq!((back.refund.amount.minor, back.refund.kept.minor), (3140, 1460));
    assert_eq!(back.order.fees.iter().map(|fee| fee.gross.minor).collect::<Vec<_>>(), [1460]);
    assert_eq!(
        (house.balance("cash"), house.balance("fee_income"), house.balance("ticket_sales")),
        (1460, -1460, 0)
    );
    house.assert_books_are_right();
}

#[test]
fn more_than_the_tickets_cost_never_goes_back() {
    let house = selling_house();
    let sold = house.sell(&[("Normal", 2)]).unwrap();
    let order = sold.order.summary.code.as_str();
    assert_eq!(refused(house.refund(order, None, Some(4601))).code, "refund_more_than_worth");
    assert_eq!(
        refused(house.refund(order, Some(&[&sold.tickets[0].code]), Some(2301))).code,
        "refund_more_than_worth"
    );
    assert_eq!(refused(house.refund(order, None, Some(-1))).code, "refund_negative");
    assert_eq!(refused(house.refund("A-999999", None, None)).code, "unknown_order");
    let unsaid = RefundOrder {
        order: order.to_owned(),
        tickets: None,
        amount_minor: None,
        reason: " ".to_owned(),
        ..RefundOrder::default()
    };
    assert_eq!(refused(house.run(|tx| refund_order(tx, &unsaid))).code, "reason_missing");
    house.assert_books_are_right();
}

#[test]
fn money_goes_back_the_way_it_came_unless_said_otherwise() {
    let house = selling_house();
    let card =
        CompleteOrder { payment: Tender::Card { reference: "T-17".to_owned() }, ..sale(&[("Normal", 2)]) };
    let sold = house.sell_as(&card).unwrap();
    let (order, ticket) = (sold.order.summary.code.as_str(), sold.tickets[0].code.as_str());
    let back = house.refund(order, Some(&[ticket]), None).unwrap();
    assert_eq!((back.refund.method, house.balance("card_clearing")), (PaymentMethod::Card, 2300));
    let cash = RefundOrder {
        order: order.to_owned(),
        tickets: None,
        amount_minor: None,
        reason: "Ill".to_owned(),
        method: Some(PaymentMethod::Cash),
        ..RefundOrder::default()
    };
    let back = house.run(|tx| refund_order(tx, &cash)).unwrap();
    assert_eq!(
        (back.refund.method, house.balance("card_clearing"), house.balance("cash")),
        (PaymentMethod::Cash, 2300, -2300)
    );
    house.assert_books_are_right();
}

#[test]
fn a_gift_is_taken_back_without_money() {
    let house = selling_house();
    let gift =
        CompleteOrder { payment: Tender::Comp { reason: "Press".to_owned() }, ..sale(&[("Normal", 1)]) };
    let given = house.sell_as(&gift).unwrap();
    let back = house.refund(&given.order.summary.code, None, None).unwrap();
    assert_eq!((back.refund.amount.minor, back.order.summary.status), (0, OrderStatus::Refunded));
    assert_eq!(house.tier_now("Normal").available, Some(10));
    house.assert_books_are_right();
}

#[test]
fn an_injected_failure_at_any_statement_refunds_nothing() {
    let house = selling_house();
    let sold = house.sell(&[("Normal", 3)]).unwrap();
    let (order, ticket) = (sold.order.summary.code.clone(), sold.tickets[0].code.clone());
    let before = house.read(|view| show_order(view, &ShowOrder { order: order.clone() })).unwrap();
    for statement in 1.. {
        house.fail_at_statement(statement);
        let outcome = house.refund(&order, Some(&[&ticket]), Some(2000));
        house.fail_at_statement(0);
        if outcome.is_ok() {
            assert!(statement > 10, "the trap was never sprung");
            break;
        }
        let after = house.read(|view| show_order(view, &ShowOrder { order: order.clone() })).unwrap();
        assert_eq!(after, before, "a failure at statement {statement} left something behind");
    }
    house.assert_books_are_right();
}
