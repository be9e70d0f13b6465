//! Tax, sums, texts of amounts and refunds: groups F and R.

use kernel::{Currency, Money};
use payments::ledger::{AccountCode, PostingDraft, PostingError, TransactionKind};
use ticketing::order::{OrderStatus, import::record_order};

use super::house::{House, eur, rate, refusal_code};

/// 99.99 at 19 % holds 15.96 tax: by the rule, on the order and on the ticket.
pub(crate) fn f16_tax_is_split_out_of_a_gross_price() {
    let house = House::open();
    house.tier("GA", 9_999, "19", None);
    let sold = house.sell("GA", 1);
    assert_eq!(sold.order.summary.total, eur(9_999), "what the customer pays is the price, never 100.00");
    assert_eq!(sold.order.tax, eur(1_596));
    assert_eq!(sold.order.summary.total.subtract(sold.order.tax), Ok(eur(8_403)));
    assert_eq!((sold.tickets[0].gross, sold.tickets[0].tax), (eur(9_999), eur(1_596)));
    house.assert_books_are_right();
}

/// 25 % of −6,491.34 is −1,622.835: −1,622.84, as 25 % of 6,491.34 is 1,622.84.
pub(crate) fn f27_halves_go_away_from_zero() {
    assert_eq!(rate("25").on_top_of(eur(-649_134)), Ok(eur(-162_284)));
    assert_eq!(rate("25").on_top_of(eur(649_134)), Ok(eur(162_284)));
}

/// Net 1,000.00 and tax 250.00 are 1,250.00; a total of one cent more is refused wherever sums are taken in.
pub(crate) fn f32_sums_agree_to_the_cent() {
    let house = House::open();
    let tier = house.tier("Board", 125_000, "25", None);
    let sound = house.order("F32A", OrderStatus::Paid, &tier);
    assert_eq!((sound.total, sound.tickets[0].tax), (eur(125_000), eur(25_000)));
    house.run(|tx| record_order(tx, &sound)).unwrap();
    let mut off = house.order("F32B", OrderStatus::Paid, &tier);
    off.total = eur(125_001);
    assert_eq!(refusal_code(house.run(|tx| record_order(tx, &off))), "order_sums_differ");

    let posting = |paid: i64| {
        PostingDraft::new(TransactionKind::Sale)
            .debit(AccountCode::Cash, eur(paid))
            .credit(AccountCode::TicketSales(house.event.id), eur(100_000))
            .credit(AccountCode::TaxPayable(rate("25").to_string()), eur(25_000))
            .balanced()
    };
    assert!(posting(125_000).is_ok_and(|posting| posting.is_some()));
    assert!(matches!(posting(125_001), Err(PostingError::Unbalanced { .. })));
    house.assert_books_are_right();
}

/// The decimals of an amount are its currency's: two for EUR, none for JPY, three for BHD.
pub(crate) fn f35_amounts_have_their_currencys_decimals() {
    for (minor, code, text) in [
        (1_000, "EUR", "10.00"),
        (1_000, "JPY", "1000"),
        (1_000, "BHD", "1.000"),
        (101, "JPY", "101"),
        (101_000, "BHD", "101.000"),
    ] {
        let currency: Currency = code.parse().unwrap();
        let amount = Money::new(minor, currency);
        assert_eq!(amount.to_string(), format!("{text} {code}"));
        assert_eq!(amount.to_decimal().to_string(), text);
        assert_eq!(Money::parse(text, currency), Ok(amount), "{text} {code} reads back");
    }
}
