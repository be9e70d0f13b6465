//! Prices, fees and tenders, tried on a real file: whatever was charged, order, tickets and ledger agree.

use events::{
    TaxRounding,
    event::{CreateEvent, EventRef, UpdateEvent, UpdateFacts, update_event},
};
use payments::payment::{PaymentMethod, Tender, TenderPart};
use proptest::prelude::*;

use super::*;
use crate::{
    fee_rule::{CreateFeeRule, FeeRuleDraft, FeeUnit, create_fee_rule},
    fixture::{House, house, house_with, refused, sale, sommernacht},
    group_discount::{CreateGroupDiscount, GroupDiscountDraft, create_group_discount},
    tier::TierDraft,
    voucher::{CreateVoucher, ShowVoucher, VoucherDraft, VoucherKind, create_voucher, show_voucher},
};

const EVENT: &str = "sommernacht";

fn fee(house: &House, draft: FeeRuleDraft) {
    let name = Some("Service".to_owned());
    let draft = FeeRuleDraft { name, ..draft };
    house.run(|tx| create_fee_rule(tx, &CreateFeeRule { event: EVENT.to_owned(), draft })).unwrap();
}

fn discount(house: &House, draft: GroupDiscountDraft) {
    let draft = GroupDiscountDraft { name: Some("Group".to_owned()), ..draft };
    let request = CreateGroupDiscount { event: EVENT.to_owned(), draft };
    house.run(|tx| create_group_discount(tx, &request)).unwrap();
}

fn part(tender: Tender, amount_minor: Option<i64>) -> TenderPart {
    TenderPart { amount_minor, tender }
}

fn card() -> Tender {
    Tender::Card { reference: "T-0042".to_owned() }
}

fn preview(house: &House, request: &CompleteOrder) -> OrderPreview {
    let methods = if request.payments.is_empty() {
        vec![request.payment.method()]
    } else {
        request.payments.iter().map(|part| part.tender.method()).collect()
    };
    let asked = PreviewOrder {
        event: request.event.clone(),
        lines: request.lines.clone(),
        payment_methods: Some(methods),
        buyer_email: request.buyer_email.clone(),
        tax_exemption: request.tax_exemption.clone(),
        hold: None,
    };
    let now = house.file.clock().now();
    house.file.read(|view| preview_order(view, &asked, now)).unwrap()
}

/// Sells, and sees that the preview said so, that a second look shows the same, and that the parts are the total.
fn sold(house: &House, request: &CompleteOrder) -> OrderDetail {
    let expected = preview(house, request);
    let order = house.sell_as(request).unwrap().order;
    assert_eq!(
        (&expected.items, &expected.fees, expected.total, expected.tax),
        (&order.items, &order.fees, order.summary.total, order.tax)
    );
    let again =
        house.file.read(|view| show_order(view, &ShowOrder { order: order.summary.code.clone() })).unwrap();
    assert_eq!(again.items, order.items);
    assert_eq!(
        (again.rounding, &again.payments, &again.receipts),
        (order.rounding, &order.payments, &order.receipts)
    );
    let lines: i64 = order.items.iter().map(|item| item.gross.minor).sum();
    let fees: i64 = order.fees.iter().map(|fee| fee.gross.minor).sum();
    let tickets: i64 = order.tickets.iter().map(|ticket| ticket.gross.minor).sum();
    let paid: i64 = order.payments.iter().map(|payment| payment.amount.minor).sum();
    assert_eq!(tickets, lines, "tickets are their lines");
    assert_eq!(lines + fees, order.summary.total.minor, "lines and fees are the total");
    assert_eq!(paid, order.summary.total.minor + order.rounding.minor, "payments are the total, rounded");
    house.assert_books_are_right();
    order
}

#[test]
fn fees_are_charged_shown_and_earned() {
    let house = house();
    house.simple_tier("GA", 2_300, None);
    let percent = Some("2.5".to_owned());
    let by_card = FeeRuleDraft { percent, method: Some(PaymentMethod::Card), ..FeeRuleDraft::default() };
    fee(&house, FeeRuleDraft { kind: Some(FeeKind::Payment), ..by_card });
    let tax_rate = Some("7".to_owned());
    fee(
        &house,
        FeeRuleDraft {
            amount_minor: Some(107),
            per: Some(FeeUnit::Ticket),
            tax_rate,
            ..FeeRuleDraft::default()
        },
    );
    let cash = sold(&house, &sale(&[("GA", 2)]));
    assert_eq!((cash.summary.total.minor, cash.fees.len(), cash.fees[0].tax.minor), (4_814, 1, 14));
    let paid_by_card = sold(&house, &CompleteOrder { payment: card(), ..sale(&[("GA", 2)]) });
    assert_eq!((paid_by_card.summary.total.minor, paid_by_card.fees[0].gross.minor), (4_929, 115));
    assert_eq!(paid_by_card.fees[0].kind, FeeKind::Payment);
    assert_eq!(house.balance("fee_income"), -(200 + 200 + 97), "net of tax");
    assert_eq!(house.balance("tax_payable:7"), -28);
    let back = house.refund(&cash.summary.code, None, None).unwrap();
    assert_eq!(back.refund.amount.minor, 4_814, "the whole order goes back with its fees");
    house.assert_books_are_right();
    let gift = CompleteOrder { payment: Tender::Comp { reason: "Press".to_owned() }, ..sale(&[("GA", 1)]) };
    assert!(sold(&house, &gift).fees.is_empty(), "a gift carries no fee");
}

#[test]
fn a_split_fee_takes_the_rates_of_the_tickets() {
    let house = house();
    for (name, rate) in [("Drink", "19"), ("Meal", "7")] {
        let (price_minor, tax_rate) = (Some(if rate == "19" { 1_190 } else { 1_070 }), Some(rate.to_owned()));
        house
            .tier(TierDraft { name: name.to_owned(), price_minor, tax_rate, ..TierDraft::default() })
            .unwrap();
    }
    fee(&house, FeeRuleDraft { amount_minor: Some(3), ..FeeRuleDraft::default() });
    let order = sold(&house, &sale(&[("Drink", 1), ("Meal", 1)]));
    let parts: Vec<_> = order.fees.iter().map(|fee| (fee.tax_rate.as_str(), fee.gross.minor)).collect();
    assert_eq!(parts, [("7", 1), ("19", 2)]);
}

#[test]
fn an_events_rounding_holds_for_its_orders() {
    for (rounding, total, tax) in [
        (TaxRounding::Line, 50_000, 7_985),
        (TaxRounding::SumByNet, 49_998, 7_983),
        (TaxRounding::SumByNetKeepGross, 50_000, 7_983),
    ] {
        let house = house_with(&CreateEvent { tax_rounding: Some(rounding), ..sommernacht() });
        house.simple_tier("GA", 10_000, None);
        let order = sold(&house, &sale(&[("GA", 5)]));
        assert_eq!((order.summary.total.minor, order.tax.minor), (total, tax), "{rounding}");
        let first = order.tickets[0].code.clone();
        house.refund(&order.summary.code, Some(&[first.as_str()]), None).unwrap();
        house.refund(&order.summary.code, None, None).unwrap();
        house.assert_books_are_right();
        assert_eq!((house.balance("cash"), house.balance("tax_payable:19")), (0, 0));
    }
}

#[test]
fn a_buyer_who_pays_no_tax_pays_the_net_price() {
    for (price, percent, off, net) in
        [(1_000, "30", "", 769), (1_100, "8", "1.00", 926), (1_000, "10", "10%", 818)]
    {
        let house = house();
        let (price_minor, tax_rate) = (Some(price), Some(percent.to_owned()));
        house
            .tier(TierDraft { name: "GA".to_owned(), price_minor, tax_rate, ..TierDraft::default() })
            .unwrap();
        let mut request = CompleteOrder { tax_exemption: Some("Embassy".to_owned()), ..sale(&[("GA", 1)]) };
        if !off.is_empty() {
            let kind = Some(if off.ends_with('%') { VoucherKind::Percent } else { VoucherKind::Amount });
            let (code, value) = (Some("OFF".to_owned()), Some(off.to_owned()));
            let draft = VoucherDraft { code, kind, value, ..VoucherDraft::default() };
            house.run(|tx| create_voucher(tx, &CreateVoucher { event: EVENT.to_owned(), draft })).unwrap();
            request.lines[0].voucher = Some("OFF".to_owned());
        }
        let order = sold(&house, &request);
        assert_eq!(
            (order.summary.total.minor, order.tax.minor),
            (net, 0),
            "{price} at {percent} % less {off}"
        );
        assert_eq!((order.tax_exemption.as_str(), order.items[0].tax_rate.as_str()), ("Embassy", "0"));
    }
}

#[test]
fn a_group_pays_less_and_the_receipt_says_how_much() {
    let house = house();
    house.simple_tier("GA", 12_000, None);
    let (percent, cheapest_quantity) = (Some("100".to_owned()), Some(1));
    discount(
        &house,
        GroupDiscountDraft {
            min_quantity: Some(3),
            percent,
            cheapest_quantity,
            ..GroupDiscountDraft::default()
        },
    );
    for (tickets, free) in [(2, 0), (3, 1), (5, 1), (6, 2)] {
        let order = sold(&house, &sale(&[("GA", tickets)]));
        assert_eq!(order.items[0].discount.minor, free * 12_000, "{tickets} tickets");
        assert_eq!(order.tickets.iter().filter(|ticket| ticket.gross.is_zero()).count() as i64, free);
    }
}

#[test]
fn cash_is_rounded_to_coins_and_a_card_is_not() {
    let house = house_with(&CreateEvent { currency: Some("CHF".to_owned()), ..sommernacht() });
    house.simple_tier("GA", 1_997, None);
    let cash = sold(
        &house,
        &CompleteOrder { payment: Tender::Cash { tendered_minor: Some(2_000) }, ..sale(&[("GA", 1)]) },
    );
    assert_eq!((cash.summary.total.minor, cash.rounding.minor), (1_997, -2));
    assert_eq!((cash.payments[0].amount.minor, cash.payments[0].change.unwrap().minor), (1_995, 5));
    let by_card = sold(&house, &CompleteOrder { payment: card(), ..sale(&[("GA", 1)]) });
    assert_eq!((by_card.payments[0].amount.minor, by_card.rounding.minor), (1_997, 0));
    assert_eq!(house.balance("rounding"), 2, "the house gave two");
    let short = CompleteOrder { payment: Tender::Cash { tendered_minor: Some(1_990) }, ..sale(&[("GA", 1)]) };
    assert_eq!(refused(house.sell_as(&short)).code, "not_enough_cash");
    let back = house.refund(&cash.summary.code, None, None).unwrap();
    assert_eq!(back.refund.amount.minor, 1_995, "as much as was taken");
    assert_eq!(
        (back.order.summary.refunded.minor, house.balance("cash"), house.balance("rounding")),
        (1_997, 0, 0)
    );
    house.assert_books_are_right();
}

#[test]
fn several_tenders_pay_all_or_nothing() {
    let house = house();
    house.simple_tier("GA", 2_300, Some(10));
    let (code, value) = (Some("GIFT".to_owned()), Some("15.00".to_owned()));
    let draft = VoucherDraft { code, kind: Some(VoucherKind::Balance), value, ..VoucherDraft::default() };
    house.run(|tx| create_voucher(tx, &CreateVoucher { event: EVENT.to_owned(), draft })).unwrap();
    let gift = |minor| part(Tender::Voucher { voucher: "gift".to_owned() }, Some(minor));
    let cash = part(Tender::Cash { tendered_minor: Some(2_000) }, None);
    let all = |parts: Vec<TenderPart>| CompleteOrder { payments: parts, ..sale(&[("GA", 2)]) };
    let order = sold(&house, &all(vec![part(card(), Some(2_000)), gift(1_000), cash]));
    let paid: Vec<_> = order.payments.iter().map(|payment| (payment.method, payment.amount.minor)).collect();
    assert_eq!(
        paid,
        [(PaymentMethod::Card, 2_000), (PaymentMethod::Voucher, 1_000), (PaymentMethod::Cash, 1_600)]
    );
    let balance = || {
        let (request, now) =
            (ShowVoucher { event: EVENT.to_owned(), voucher: "GIFT".to_owned() }, house.file.clock().now());
        house.file.read(|view| show_voucher(view, &request, now)).unwrap().balance.unwrap().minor
    };
    assert_eq!((balance(), house.balance("voucher_clearing")), (500, 1_000));
    let cash = part(Tender::Cash { tendered_minor: None }, None);
    assert_eq!(refused(house.sell_as(&all(vec![gift(600), cash.clone()]))).code, "voucher_balance_too_small");
    assert_eq!(
        refused(house.sell_as(&all(vec![gift(300), gift(300), cash]))).code,
        "voucher_balance_too_small"
    );
    assert_eq!(refused(house.sell_as(&all(vec![part(card(), Some(100))]))).code, "payments_differ");
    assert_eq!(house.tier_now("GA").issued, 2, "nothing is kept of what was refused");
    let first = order.tickets[0].code.clone();
    let back = house.refund(&order.summary.code, Some(&[first.as_str()]), None).unwrap();
    let parts: Vec<_> = back.refund.parts.iter().map(|part| (part.method, part.amount.minor)).collect();
    assert_eq!(parts, [(PaymentMethod::Card, 2_000), (PaymentMethod::Voucher, 300)]);
    assert_eq!(balance(), 800, "what went back to the voucher can pay again");
    house.refund(&order.summary.code, None, None).unwrap();
    assert_eq!((balance(), house.balance("cash"), house.balance("card_clearing")), (1_500, 0, 0));
    house.assert_books_are_right();
}

#[test]
fn a_house_gives_away_only_so_many() {
    let house = house();
    let limited = TierDraft { comp_quantity_max: Some(2), price_minor: Some(2_300), ..TierDraft::default() };
    house.tier(TierDraft { name: "GA".to_owned(), ..limited }).unwrap();
    house.simple_tier("VIP", 5_000, None);
    let gift = |tier, count| {
        house.sell_as(&CompleteOrder {
            payment: Tender::Comp { reason: "Press".to_owned() },
            ..sale(&[(tier, count)])
        })
    };
    let first = gift("GA", 1).unwrap();
    assert_eq!(refused(gift("GA", 2)).message, "Tier 'GA': 1 of 2 gifts are given away, 2 more are wanted");
    let request = UpdateEvent { comp_quantity_max: Some(Some(3)), ..UpdateEvent::of(EventRef::from(EVENT)) };
    house.run(|tx| update_event(tx, &request, UpdateFacts::default())).unwrap();
    gift("VIP", 2).unwrap();
    assert_eq!(refused(gift("VIP", 1)).code, "event_gifts_used_up");
    house.refund(&first.order.summary.code, None, None).unwrap();
    gift("VIP", 1).unwrap();
    house.sell(&[("GA", 9)]).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn money_adds_up_whatever_is_charged_and_given_back(
        prices in prop::collection::vec((0_i64..30_000, prop::sample::select(vec!["0", "7", "8.1", "19"])), 1..4),
        quantities in prop::collection::vec(1_i64..5, 1..4),
        rounding in prop::sample::select(vec![
            TaxRounding::Line, TaxRounding::SumByNet, TaxRounding::SumByNetKeepGross,
        ]),
        currency in prop::sample::select(vec!["EUR", "CHF", "SEK", "JPY"]),
        is_gross in any::<bool>(), is_exempt in any::<bool>(), fee_minor in 0_i64..500, percent_off in 0_u32..=100,
        refunds in 0_usize..4,
    ) {
        let house = house_with(&CreateEvent {
            tax_rounding: Some(rounding),
            currency: Some(currency.to_owned()),
            prices_include_tax: Some(is_gross),
            ..sommernacht()
        });
        let names = ["A", "B", "C"];
        for (name, (minor, rate)) in names.iter().zip(&prices) {
            let (price_minor, tax_rate) = (Some(*minor), Some((*rate).to_owned()));
            house.tier(TierDraft { name: (*name).to_owned(), price_minor, tax_rate, ..TierDraft::default() }).unwrap();
        }
        fee(&house, FeeRuleDraft { amount_minor: Some(fee_minor), ..FeeRuleDraft::default() });
        let percent = Some(percent_off.to_string());
        discount(&house, GroupDiscountDraft { min_quantity: Some(3), percent, ..GroupDiscountDraft::default() });
        let lines: Vec<(&str, i64)> =
            names.iter().take(prices.len()).zip(&quantities).map(|(name, quantity)| (*name, *quantity)).collect();
        let request = CompleteOrder {
            tax_exemption: is_exempt.then(|| "Embassy".to_owned()),
            ..sale(&lines)
        };
        let order = sold(&house, &request);
        for ticket in order.tickets.iter().take(refunds) {
            if house.refund(&order.summary.code, Some(&[ticket.code.as_str()]), None).is_err() {
                break;
            }
            house.assert_books_are_right();
        }
        let _ = house.refund(&order.summary.code, None, None);
        house.assert_books_are_right();
    }
}
