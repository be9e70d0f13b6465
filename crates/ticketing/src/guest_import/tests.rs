//! Imports of guests, tried on a real file.

use kernel::Failure;
use proptest::prelude::*;

use super::{
    Begun, GuestPlan, GuestTable, GuestTerms, NewImport, TakenAs, UndoneOrders, begin_import, finish_import,
    finish_undo, import_to_undo, plan_guests, take_guests, undo_orders,
};
use crate::{
    fixture::{House, house, house_for, refused},
    order::{ListOrders, list_orders},
    ticket::{ListTickets, list_tickets},
    tier::TierDraft,
};

const COLUMNS: [&str; 4] = ["Name", "E-mail", "Tier", "Quantity"];

type Rows = Vec<(usize, Vec<String>)>;

fn rows(texts: &[[&str; 4]]) -> Rows {
    let row = |texts: &[&str; 4]| texts.iter().map(|text| (*text).to_owned()).collect();
    texts.iter().enumerate().map(|(at, texts)| (at + 2, row(texts))).collect()
}

fn columns() -> Vec<String> {
    COLUMNS.iter().map(|title| (*title).to_owned()).collect()
}

fn planned(house: &House, rows: &Rows, taken_as: TakenAs, key: &str) -> Result<GuestPlan, Failure> {
    let columns = columns();
    let table = GuestTable { columns: &columns, rows };
    let terms = GuestTerms { taken_as, mapping: None, default_tier: Some("Normal") };
    house.file.read(|view| {
        let before = Begun::before(view, &new(rows, taken_as, key))?.map(|begun| begun.import);
        plan_guests(view, "sommernacht", &table, &terms, before)
    })
}

fn new<'a>(rows: &Rows, taken_as: TakenAs, key: &'a str) -> NewImport<'a> {
    let (event, file_name) = ("sommernacht", "guests.csv");
    NewImport { event, taken_as, file_name, content_hash: [7; 32], key, row_count: rows.len() }
}

/// Takes the ready rows, `batch` at a time, and stops after `batches` of them as a crash would.
fn taken(house: &House, rows: &Rows, taken_as: TakenAs, batch: usize, batches: usize) -> Begun {
    let plan = planned(house, rows, taken_as, "key").unwrap();
    let begun = house.run(|tx| begin_import(tx, &new(rows, taken_as, "key"))).unwrap();
    for part in plan.ready.chunks(batch).take(batches) {
        house.run(|tx| take_guests(tx, begun.import, part, true)).unwrap();
    }
    begun
}

fn undone(house: &House, begun: Begun) -> UndoneOrders {
    let (import, living) = house.file.read(|view| import_to_undo(view, &begun.import.to_string())).unwrap();
    let part = house.run(|tx| undo_orders(tx, &living, "Wrong file", |_, _| Ok(false))).unwrap();
    house.run(|tx| finish_undo(tx, import, "Wrong file")).unwrap();
    part
}

#[test]
fn guests_of_a_list_get_gifts_in_their_own_name() {
    let house = house();
    house.simple_tier("Normal", 2500, Some(10));
    let rows = rows(&[["Zoë Ünal", "zoe@example.org", "", "2"], ["Ana", "", "1", ""]]);
    let begun = taken(&house, &rows, TakenAs::GuestList, 500, 9);
    assert_eq!(house.run(|tx| finish_import(tx, begun.import)).unwrap(), (2, 3, 0));
    let request = ListTickets { event: "sommernacht".to_owned(), ..ListTickets::default() };
    let tickets = house.file.read(|view| list_tickets(view, &request)).unwrap().rows;
    let zoe = tickets.iter().find(|ticket| ticket.holder_name == "Zoë Ünal").unwrap();
    assert_eq!((zoe.holder_email.as_str(), zoe.gross.minor), ("zoe@example.org", 0));
    assert_eq!(
        house.count("select count(*) as n from tickets where is_foreign_code = 0 and length(code) = 8"),
        3
    );
    let gifts =
        "select count(*) as n from payments where method = 'comp' and reference = 'guest list: guests.csv'";
    assert_eq!((house.count(gifts), house.balance("ticket_sales")), (2, 0));
    assert_eq!(house.tier_now("Normal").available, Some(7));
    house.assert_books_are_right();
}

#[test]
fn attendees_have_paid_into_the_bank() {
    let house = house();
    house.simple_tier("Normal", 2500, None);
    let rows = rows(&[["Zoë", "", "", "2"]]);
    taken(&house, &rows, TakenAs::Attendees, 500, 9);
    assert_eq!((house.balance("bank"), house.balance("tax_payable:19")), (5000, -798));
    house.assert_books_are_right();
}

#[test]
fn places_and_gifts_are_drawn_on_row_by_row() {
    let house = house_for(Some(5));
    house.simple_tier("Normal", 2500, None);
    let few = TierDraft {
        name: "Few".to_owned(),
        price: Some("5".to_owned()),
        comp_quantity_max: Some(1),
        ..TierDraft::default()
    };
    house.tier(few).unwrap();
    let rows = rows(&[
        ["A", "", "Normal", "3"],
        ["B", "", "Normal", "3"],
        ["C", "", "few", "2"],
        ["D", "", "Few", "1"],
        ["E", "", "Normal", "1"],
        ["F", "", "Normal", "1"],
    ]);
    let plan = planned(&house, &rows, TakenAs::GuestList, "key").unwrap();
    let said: Vec<(usize, &str)> = plan.problems.iter().map(|p| (p.line, p.code.as_str())).collect();
    assert_eq!(said, [(3, "sold_out"), (4, "gifts_used_up"), (7, "sold_out")]);
    assert_eq!(plan.problems[0].message, "“Sommernacht im Hof” has 2 places left, 3 are wanted");
    assert_eq!(
        plan.ensure_whole().unwrap_err().to_string().split(';').next(),
        Some("3 of 6 rows cannot be taken")
    );
    taken(&house, &rows, TakenAs::GuestList, 2, 9);
    house.assert_books_are_right();
}

#[test]
fn places_that_were_sold_meanwhile_are_told_or_refuse_the_rest() {
    let house = house();
    house.simple_tier("Normal", 2500, Some(3));
    let rows = rows(&[["A", "", "", ""], ["B", "", "", ""], ["C", "", "", ""]]);
    let plan = planned(&house, &rows, TakenAs::GuestList, "key").unwrap();
    let begun = house.run(|tx| begin_import(tx, &new(&rows, TakenAs::GuestList, "key"))).unwrap();
    house.sell(&[("Normal", 2)]).unwrap();
    let whole = house.run(|tx| take_guests(tx, begun.import, &plan.ready, false));
    assert_eq!(refused(whole).code, "places_gone");
    assert_eq!(house.tier_now("Normal").issued, 2, "nothing of a refused batch stays");
    let gone = house.run(|tx| take_guests(tx, begun.import, &plan.ready, true)).unwrap();
    assert_eq!(gone.iter().map(|problem| problem.line).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(house.run(|tx| finish_import(tx, begun.import)).unwrap(), (1, 1, 2));
}

#[test]
fn a_guest_who_is_there_already_is_worth_a_look() {
    let house = house();
    house.simple_tier("Normal", 2500, None);
    taken(&house, &rows(&[["Zoë Ünal", "z@example.org", "", ""]]), TakenAs::GuestList, 500, 9);
    let again = rows(&[
        ["ZOE UNAL", "Z@example.org", "", ""],
        ["Ana", "", "", ""],
        ["ana", "", "", ""],
        ["Ana", "a@example.org", "", ""],
    ]);
    let plan = planned(&house, &again, TakenAs::GuestList, "other").unwrap();
    let said: Vec<(usize, &str)> = plan.problems.iter().map(|p| (p.line, p.code.as_str())).collect();
    assert_eq!(said, [(2, "duplicate_in_event"), (4, "duplicate_in_file")]);
    assert_eq!((plan.ready.len(), plan.warned_count()), (4, 2), "a warning keeps nobody out");
}

#[test]
fn a_key_belongs_to_one_file_and_a_line_to_one_order() {
    let house = house();
    house.simple_tier("Normal", 2500, None);
    let rows = rows(&[["A", "", "", ""]]);
    let begun = taken(&house, &rows, TakenAs::GuestList, 500, 9);
    let other = NewImport { content_hash: [8; 32], ..new(&rows, TakenAs::GuestList, "key") };
    assert_eq!(refused(house.run(|tx| begin_import(tx, &other))).code, "idempotency_key_reused");
    assert!(planned(&house, &rows, TakenAs::GuestList, "key").unwrap().ready.is_empty());
    let first = planned(&house, &rows, TakenAs::GuestList, "new").unwrap();
    let twice = house.run(|tx| take_guests(tx, begun.import, &first.ready, true));
    assert!(matches!(twice, Err(Failure::Fault(_))), "the table itself is the last wall");
    undone(&house, begun);
    assert_eq!(
        refused(house.run(|tx| begin_import(tx, &new(&rows, TakenAs::GuestList, "key")))).code,
        "import_undone"
    );
}

#[test]
fn will_call_finds_an_order_by_whatever_the_guest_remembers() {
    let house = house();
    house.simple_tier("Normal", 2500, None);
    let sale = crate::order::CompleteOrder {
        buyer_name: Some("Łukasz Groß".to_owned()),
        buyer_email: Some("lukasz@example.org".to_owned()),
        buyer_phone: Some("+49 (170) 555-4711".to_owned()),
        payment: payments::payment::Tender::Comp { reason: "Press".to_owned() },
        ..crate::fixture::sale(&[("Normal", 1)])
    };
    let sold = house.sell_as(&sale).unwrap();
    house.sell(&[("Normal", 1)]).unwrap();
    let ticket = sold.tickets[0].code.clone();
    for text in [
        "lu", "gro", "gross lu", "4711", "5554711", "A-000001", "a-000001", "1", "000001", "lukasz@", &ticket,
    ] {
        let request = ListOrders { search: Some(text.to_owned()), ..ListOrders::default() };
        let found = house.file.read(|view| list_orders(view, &request)).unwrap().rows;
        let codes: Vec<&str> = found.iter().map(|order| order.code.as_str()).collect();
        assert_eq!(codes, ["A-000001"], "{text}");
    }
}

fn some_rows() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    prop::collection::vec((0..30_u8, 0..4_u8, 0..5_u8), 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is in the file, wherever it stops: going on takes the rest and nothing twice, and taking it back leaves
    /// places and books as they were.
    #[test]
    fn an_import_that_stopped_goes_on_and_undone_leaves_nothing(
        wanted in some_rows(),
        is_list in any::<bool>(),
        batch in 1_usize..7,
        stopped_after in 0_usize..5,
    ) {
        let house = house_for(Some(30));
        house.simple_tier("Normal", 2500, Some(20));
        house.simple_tier("VIP", 7333, None);
        house.sell(&[("Normal", 2), ("VIP", 1)]).unwrap();
        let texts: Vec<[String; 4]> = wanted
            .iter()
            .map(|(name, tier, quantity)| {
                let tier = ["Normal", "vip", "", "none"][usize::from(*tier)].to_owned();
                [format!("Guest {name}"), String::new(), tier, quantity.to_string()]
            })
            .collect();
        let rows: Rows = texts.into_iter().enumerate().map(|(at, row)| (at + 2, row.to_vec())).collect();
        let taken_as = if is_list { TakenAs::GuestList } else { TakenAs::Attendees };
        let accounts = ["cash", "bank", "ticket_sales", "tax_payable:19", "customer_balance"];
        let state = || {
            let issued = ["Normal", "VIP"].map(|tier| house.tier_now(tier).issued);
            (issued, accounts.map(|account| house.balance(account)))
        };
        let before = state();
        let ready = planned(&house, &rows, taken_as, "other").unwrap().ready;
        taken(&house, &rows, taken_as, batch, stopped_after);
        let begun = taken(&house, &rows, taken_as, batch, usize::MAX);
        let (orders, tickets, skipped) = house.run(|tx| finish_import(tx, begun.import)).unwrap();
        prop_assert_eq!(orders as usize, ready.len());
        prop_assert_eq!(tickets, ready.iter().map(|row| row.quantity).sum::<i64>());
        prop_assert_eq!((orders + skipped) as usize, rows.len());
        house.assert_books_are_right();
        let part = undone(&house, begun);
        prop_assert_eq!((part.orders, part.tickets), (orders, tickets));
        prop_assert_eq!(state(), before);
        house.assert_books_are_right();
        prop_assert_eq!(undone(&house, begun).orders, 0, "a second press finds nothing left");
    }
}
