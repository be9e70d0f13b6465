//! Tax rounded over an order, fees, discounts, exempt buyers: groups F and P, each sold at a till.

use events::{TaxRounding, event::CreateEvent};
use payments::payment::Tender;
use ticketing::{
    fee_rule::{CreateFeeRule, FeeRuleDraft, create_fee_rule},
    group_discount::{CreateGroupDiscount, GroupDiscountDraft, create_group_discount},
    order::{CompleteOrder, LineRequest, complete_order},
    voucher::{CreateVoucher, VoucherDraft, VoucherKind, create_voucher},
};

use super::house::{EVENT, House};

/// Gross, net and tax of a sale of tiers at one rate, in an event that rounds like this.
fn sums(
    rounding: TaxRounding,
    currency: &str,
    prices: &[i64],
    percent: &str,
    quantity: i64,
) -> (i64, i64, i64) {
    let house = House::open_with(CreateEvent {
        tax_rounding: Some(rounding),
        currency: Some(currency.to_owned()),
        ..CreateEvent::default()
    });
    let names: Vec<String> = (1..=prices.len()).map(|number| format!("Tier {number}")).collect();
    for (name, price) in names.iter().zip(prices) {
        house.tier(name, *price, percent, None);
    }
    let lines: Vec<(&str, i64)> = names.iter().map(|name| (name.as_str(), quantity)).collect();
    let order = house.sell_lines(&lines).order;
    let (gross, tax) = (order.summary.total.minor, order.tax.minor);
    let of_tickets: i64 = order.tickets.iter().map(|ticket| ticket.tax.minor).sum();
    assert_eq!(of_tickets, tax, "the tickets hold the tax of the order");
    house.assert_books_are_right();
    (gross, gross - tax, tax)
}

/// Five of 100.00 at 19 %, tax on the sum of nets: 499.98 / 420.15 / 79.83.
pub(crate) fn f02_tax_on_the_sum_of_nets_may_move_the_gross() {
    assert_eq!(sums(TaxRounding::SumByNet, "EUR", &[10_000], "19", 5), (49_998, 42_015, 7_983));
}

/// The same with the gross kept: 500.00 / 420.17 / 79.83.
pub(crate) fn f03_the_gross_is_kept_where_it_can() {
    assert_eq!(sums(TaxRounding::SumByNetKeepGross, "EUR", &[10_000], "19", 5), (50_000, 42_017, 7_983));
}

/// Five of 99.98: 499.90 / 420.08 / 79.82.
pub(crate) fn f06_an_odd_price_keeps_its_gross_too() {
    assert_eq!(sums(TaxRounding::SumByNetKeepGross, "EUR", &[9_998], "19", 5), (49_990, 42_008, 7_982));
}

/// Five of 9,998 in a currency without decimals: 49,992 / 42,010 / 7,982.
pub(crate) fn f08_currencies_without_decimals_round_to_whole_units() {
    assert_eq!(sums(TaxRounding::SumByNet, "JPY", &[9_998], "19", 5), (49_992, 42_010, 7_982));
}

/// No net gives 23.00 at 7 %, so it becomes 23.01 / 21.50 / 1.51.
pub(crate) fn f11_a_gross_that_no_net_gives_moves_by_a_cent() {
    assert_eq!(sums(TaxRounding::SumByNetKeepGross, "EUR", &[2_300], "7", 1), (2_301, 2_150, 151));
}

/// 34.00 + 34.00 + 2.07 at 7 %: 70.07 / 65.49 / 4.58.
pub(crate) fn f13_different_prices_of_one_rate_round_together() {
    assert_eq!(
        sums(TaxRounding::SumByNetKeepGross, "EUR", &[3_400, 3_400, 207], "7", 1),
        (7_007, 6_549, 458)
    );
}

/// A fee of 0.03 on equal nets at 19 and 7 %: 0.02 and 0.01, the odd cent at the highest rate.
pub(crate) fn f25_a_fee_is_split_over_the_rates() {
    let house = House::open();
    house.tier("Drink", 1_190, "19", None);
    house.tier("Meal", 1_070, "7", None);
    let draft =
        FeeRuleDraft { name: Some("Service".to_owned()), amount_minor: Some(3), ..FeeRuleDraft::default() };
    let request = CreateFeeRule { event: EVENT.to_owned(), draft };
    house.run(|tx| create_fee_rule(tx, &request)).unwrap();
    let order = house.sell_lines(&[("Drink", 1), ("Meal", 1)]).order;
    let mut fees: Vec<_> = order.fees.iter().map(|fee| (fee.tax_rate.as_str(), fee.gross.minor)).collect();
    fees.sort_unstable();
    assert_eq!(fees, [("19", 2), ("7", 1)]);
    assert_eq!(order.summary.total.minor, 1_190 + 1_070 + 3);
    house.assert_books_are_right();
}

/// A buyer who pays no tax: 10.00 at 30 %; 11.00 less 1.00 at 8 %; 10.00 less 10 % at 10 %: 7.69; 9.26; 8.18.
pub(crate) fn f36_tax_is_taken_out_after_the_discount() {
    for (price, percent, discount, charged) in [
        (1_000, "30", None, 769),
        (1_100, "8", Some((VoucherKind::Amount, "1.00")), 926),
        (1_000, "10", Some((VoucherKind::Percent, "10")), 818),
    ] {
        let house = House::open();
        house.tier("GA", price, percent, None);
        if let Some((kind, value)) = discount {
            let (code, value) = (Some("OFF".to_owned()), Some(value.to_owned()));
            let draft = VoucherDraft { code, kind: Some(kind), value, ..VoucherDraft::default() };
            let request = CreateVoucher { event: EVENT.to_owned(), draft };
            house.run(|tx| create_voucher(tx, &request)).unwrap();
        }
        let voucher = discount.map(|_| "OFF".to_owned());
        let request = CompleteOrder {
            event: EVENT.to_owned(),
            lines: vec![LineRequest { tier: "GA".to_owned(), quantity: 1, voucher }],
            payment: Tender::Cash { tendered_minor: None },
            tax_exemption: Some("Embassy".to_owned()),
            ..CompleteOrder::default()
        };
        let order = house.run(|tx| complete_order(tx, &request)).unwrap().order;
        assert_eq!((order.summary.total.minor, order.tax.minor), (charged, 0));
        house.assert_books_are_right();
    }
}

/// Three for two, the cheapest free: of 2, 3, 5 and 6 tickets none, one, one and two are free.
pub(crate) fn p02_three_for_two_frees_the_cheapest() {
    for (tickets, free) in [(2, 0), (3, 1), (5, 1), (6, 2)] {
        let house = House::open();
        house.tier("GA", 12_000, "19", None);
        let draft = GroupDiscountDraft {
            name: Some("Three for two".to_owned()),
            min_quantity: Some(3),
            percent: Some("100".to_owned()),
            cheapest_quantity: Some(1),
            ..GroupDiscountDraft::default()
        };
        let request = CreateGroupDiscount { event: EVENT.to_owned(), draft };
        house.run(|tx| create_group_discount(tx, &request)).unwrap();
        let order = house.sell("GA", tickets).order;
        assert_eq!(order.tickets.iter().filter(|ticket| ticket.gross.is_zero()).count(), free);
        let paid = tickets - i64::try_from(free).unwrap();
        assert_eq!(order.summary.total.minor, paid * 12_000, "{tickets} tickets");
        house.assert_books_are_right();
    }
}
