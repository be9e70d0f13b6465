//! What rows become, and what is said about them.

use kernel::{Currency, Money, id::Id};
use proptest::prelude::*;

use super::{
    TakenAs,
    columns::Columns,
    row::{GuestRow, QUANTITY_MAX, RowProblem, RowRules, TierChoice, judge},
};
use crate::{
    order::pricing::{PriceBasis, unit_price},
    tax::TaxRate,
    tier::TierId,
};

fn tier(number: u8, name: &str, minor: i64) -> TierChoice {
    let rate: TaxRate = "19".parse().unwrap();
    TierChoice {
        id: TierId::from_bytes([number; 16]),
        number: u16::from(number),
        name: name.to_owned(),
        price: unit_price(Money::new(minor, Currency::EUR), rate, PriceBasis::Gross).unwrap(),
        rate,
        gift_quantity_max: None,
    }
}

fn judged(taken_as: TakenAs, values: &[&str]) -> (Option<GuestRow>, Vec<RowProblem>) {
    let titles = ["Name", "Mail", "Phone", "Tier", "Qty", "Company", "Note", "Price"].map(str::to_owned);
    let columns = Columns {
        name: vec![0],
        email: Some(1),
        phone: Some(2),
        tier: Some(3),
        quantity: Some(4),
        company: Some(5),
        note: Some(6),
        price: Some(7),
    };
    let tiers = [tier(1, "Parkett", 2500), tier(2, "Rang 2", 1500)];
    let rules = RowRules {
        taken_as,
        columns: &columns,
        titles: &titles,
        tiers: &tiers,
        default_tier: Some(0),
        currency: Currency::EUR,
    };
    let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
    judge(&rules, 7, &values)
}

#[test]
fn a_full_row_is_taken_as_it_stands() {
    let values =
        ["Zoë  Ünal", "zoe@example.org", "030 4711", "rang 2", "3", "Hof & Söhne", "Wheelchair", "12,50 €"];
    let (row, problems) = judged(TakenAs::Attendees, &values);
    let row = row.unwrap();
    assert_eq!(problems, []);
    assert_eq!((row.guest.name.as_str(), row.tier.number, row.quantity), ("Zoë Ünal", 2, 3));
    assert_eq!((row.price.gross.minor, row.price.tax.minor), (1250, 200));
    assert_eq!((row.company.as_str(), row.note.as_str()), ("Hof & Söhne", "Wheelchair"));
    let (row, _) = judged(TakenAs::GuestList, &values);
    assert_eq!(row.unwrap().price.gross.minor, 0, "guests of the house pay nothing");
}

#[test]
fn empty_values_have_their_default() {
    let row = judged(TakenAs::Attendees, &["Ana"]).0.unwrap();
    assert_eq!((row.tier.number, row.quantity, row.price.gross.minor), (1, 1, 2500));
    assert_eq!(judged(TakenAs::Attendees, &["Ana", "", "", "2"]).0.unwrap().tier.number, 2);
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_where() {
    let long = "x".repeat(400);
    let (row, problems) =
        judged(TakenAs::Attendees, &["", "zoe at home", "", "Balkon", "501", &long, &long, "-3"]);
    assert_eq!(row, None);
    let said: Vec<(&str, &str, bool)> =
        problems.iter().map(|p| (p.column.as_str(), p.code.as_str(), p.is_error)).collect();
    assert_eq!(
        said,
        [
            ("Mail", "malformed_email", true),
            ("Tier", "unknown_tier", true),
            ("Qty", "quantity_out_of_range", true),
            ("Company", "text_too_long", true),
            ("Note", "note_shortened", false),
        ]
    );
    assert!(problems.iter().all(|p| p.line == 7 && !p.fix.is_empty() && p.value.chars().count() <= 80));
    for quantity in ["0", "-1", "1.5", "many", "99999999999999999999"] {
        assert_eq!(judged(TakenAs::GuestList, &["Ana", "", "", "", quantity]).0, None, "{quantity}");
    }
    for price in ["-1", "free", "99999999999"] {
        assert_eq!(judged(TakenAs::Attendees, &["Ana", "", "", "", "", "", "", price]).0, None, "{price}");
    }
}

#[test]
fn a_formula_is_a_name_like_any_other() {
    let row = judged(TakenAs::GuestList, &["=HYPERLINK(\"http://x\")"]).0.unwrap();
    assert_eq!(row.guest.name, "=HYPERLINK(\"http://x\")");
}

proptest! {
    #[test]
    fn a_row_is_taken_or_told_why_not(values in prop::collection::vec(".{0,30}", 0..9)) {
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        for taken_as in [TakenAs::GuestList, TakenAs::Attendees] {
            let (row, problems) = judged(taken_as, &values);
            prop_assert_eq!(row.is_none(), problems.iter().any(|problem| problem.is_error));
            if let Some(row) = row {
                prop_assert!((1..=QUANTITY_MAX).contains(&row.quantity) && !row.guest.name.is_empty());
            }
        }
    }
}
