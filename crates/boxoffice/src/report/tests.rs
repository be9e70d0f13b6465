//! One session looked at closely, the walls of the database, and what `verify` sees of tampering.

use kernel::{Currency, Money};
use payments::payment::{PaymentMethod, TenderPart};
use ticketing::{order::RefundOrder, ticket::VoidTicket};
use workspace::params;

use super::{DrawerReport, ShowReport, z_report};
use crate::{
    drawer::{
        CashPurpose, EntryKind, ListEntries, MoveCash, NoSale, TillRefund, TillReprint, TillVoid,
        list_entries, open_without_sale, pay_in, pay_out, record_reprint, refund_at_till, sell_at_till,
        void_at_till,
    },
    fixture::{House, card, cash, comp, house, sale},
    session::{
        ListSessions, OfTill, OpenSession, begin_count, current_session, list_sessions, open_session,
        resume_session,
    },
};

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn named() -> Option<String> {
    Some("A".to_owned())
}

fn moved(amount_minor: i64) -> MoveCash {
    MoveCash { till: named(), amount_minor, reason: "Change".to_owned(), purpose: None }
}

fn refund(order: &str, tickets: Option<Vec<String>>, amount_minor: Option<i64>) -> TillRefund {
    let (order, reason) = (order.to_owned(), "Ill".to_owned());
    TillRefund {
        till: named(),
        refund: RefundOrder { order, tickets, amount_minor, reason, ..RefundOrder::default() },
        authorised_by: None,
    }
}

/// A night with one of everything: 185.00 in the drawer at the end.
fn night() -> House {
    let house = house();
    house.till("A", false);
    house.open("A", 10_000).unwrap();
    let sold = house.sell("A", &[("GA", 2), ("VIP", 1)], cash()).unwrap().sold;
    house.sell("A", &[("VIP", 2)], card()).unwrap();
    house.sell("A", &[("GA", 3)], comp()).unwrap();
    let code = |index: usize| sold.tickets[index].code.clone();
    let order = sold.order.summary.code.clone();
    house.run(|tx| refund_at_till(tx, &refund(&order, Some(vec![code(0)]), Some(2000)))).unwrap();
    house
        .run(|tx| {
            let (ticket, reason) = (code(1), "Torn".to_owned());
            void_at_till(
                tx,
                &TillVoid { till: named(), void: VoidTicket { ticket, reason }, authorised_by: None },
            )
        })
        .unwrap();
    house.run(|tx| pay_in(tx, &moved(5000))).unwrap();
    let purpose = Some(CashPurpose::Safe);
    house.run(|tx| pay_out(tx, &MoveCash { purpose, ..moved(2000) })).unwrap();
    house.run(|tx| pay_out(tx, &moved(1000))).unwrap();
    let reason = "Coin stuck".to_owned();
    house.run(|tx| open_without_sale(tx, &NoSale { till: named(), reason })).unwrap();
    let reprint = TillReprint { till: named(), order: Some(order), ..TillReprint::default() };
    house.run(|tx| record_reprint(tx, &reprint)).unwrap();
    house
}

fn count_of(report: &DrawerReport, kind: EntryKind) -> (i64, i64, i64, i64) {
    let count = report.counts.iter().find(|count| count.kind == kind).unwrap();
    (count.count, count.ticket_count, count.amount.minor, count.worth.minor)
}

#[test]
fn a_z_says_what_the_night_was() {
    let house = night();
    house.assert_books_are_right();
    assert_eq!(house.balance("drawer:A"), 10_000 + 11_000 - 2000 + 5000 - 2000 - 1000);
    let report = house.close("A", 20_950, Some("A coin too few")).unwrap().report;

    assert_eq!((report.number, report.order_count), (Some(1), 3));
    assert_eq!((report.receipt_first, report.receipt_last), (Some(1), Some(4)));
    let cash = &report.cash;
    assert_eq!((cash.float, cash.sales, cash.refunds), (eur(10_000), eur(11_000), eur(-2000)));
    assert_eq!((cash.paid_in, cash.paid_out, cash.expected), (eur(5000), eur(-3000), eur(21_000)));
    assert_eq!((cash.counted, cash.over_short), (Some(eur(20_950)), Some(eur(-50))));
    assert_eq!(report.turnover, eur(11_000 + 12_000 - 2000));
    let tenders: Vec<_> = report.tenders.iter().map(|tender| (tender.method, tender.total.minor)).collect();
    assert_eq!(
        tenders,
        [(PaymentMethod::Card, 12_000), (PaymentMethod::Cash, 9000), (PaymentMethod::Comp, 0)]
    );
    let tiers: Vec<_> = report
        .tiers
        .iter()
        .map(|tier| (tier.label.as_str(), tier.sold_count, tier.returned_count, tier.total.minor))
        .collect();
    assert_eq!(tiers, [("GA", 5, 1, 2500), ("VIP", 3, 0, 18_000), ("Cancellation fee", 1, 0, 500)]);
    let taxes: Vec<_> = report
        .taxes
        .iter()
        .map(|tax| (tax.rate.as_str(), tax.net.minor, tax.tax.minor, tax.gross.minor))
        .collect();
    assert_eq!(taxes, [("0", 500, 0, 500), ("7", 16_821, 1179, 18_000), ("19", 2101, 399, 2500)]);
    assert_eq!(count_of(&report, EntryKind::Sale), (2, 5, 23_000, 0));
    assert_eq!(count_of(&report, EntryKind::Comp), (1, 3, 0, 7500));
    assert_eq!(count_of(&report, EntryKind::Refund), (1, 1, -2000, 0));
    assert_eq!(count_of(&report, EntryKind::Void), (1, 1, 0, 2500));
    assert_eq!(count_of(&report, EntryKind::Reprint), (1, 1, 0, 0));
    assert_eq!(count_of(&report, EntryKind::NoSale), (1, 0, 0, 0));
    assert_eq!(report.notes.len(), 8, "each exception is named by itself: {:?}", report.notes);
    assert_eq!(report.cashiers.len(), 1);
    assert_eq!((report.cashiers[0].name.as_str(), report.cashiers[0].total), ("Mara Quell", report.turnover));
    house.assert_books_are_right();
}

#[test]
fn closing_brings_the_cash_to_the_safe_and_what_is_missing_to_its_account() {
    let house = night();
    house.close("A", 20_950, Some("A coin too few")).unwrap();
    assert_eq!(house.balance("drawer:A"), 0);
    assert_eq!(house.balance("cash_over_short"), 50);
    assert_eq!(house.balance("petty_cash"), 1000);
    // Everything taken is in the safe, but for what is missing and what was spent.
    assert_eq!(house.balance("cash"), 11_000 - 2000 - 50 - 1000);
}

#[test]
fn a_difference_needs_a_reason_and_an_exact_count_none() {
    let house = night();
    let refusal = house.close("A", 20_999, None).unwrap_err();
    assert_eq!(refusal.code(), "over_short_reason_missing");
    assert_eq!(refusal.to_string(), "the drawer is 0.01 EUR short");
    assert!(house.close("A", 21_000, None).is_ok(), "an exact count needs no reason");
}

#[test]
fn a_z_is_found_again_as_it_was_written() {
    let house = night();
    let written = house.close("A", 21_000, None).unwrap().report;
    let again = |number| {
        let request = ShowReport { till: named(), number };
        house.file.read(|view| z_report(view, &request))
    };
    assert_eq!(again(Some(1)).unwrap(), written);
    assert_eq!(again(None).unwrap(), written);
    assert_eq!(again(Some(2)).unwrap_err().code(), "unknown_z_report");
}

#[test]
fn nothing_is_taken_at_a_drawer_that_is_closed_or_being_counted() {
    let house = house();
    house.till("A", false);
    assert_eq!(house.sell("A", &[("GA", 1)], cash()).unwrap_err().code(), "drawer_closed");
    house.open("A", 0).unwrap();
    house.run(|tx| begin_count(tx, &OfTill { till: named() })).unwrap();
    assert_eq!(house.sell("A", &[("GA", 1)], cash()).unwrap_err().code(), "drawer_being_counted");
    assert_eq!(house.run(|tx| pay_in(tx, &moved(100))).unwrap_err().code(), "drawer_being_counted");
    house.run(|tx| resume_session(tx, &OfTill { till: named() })).unwrap();
    assert!(house.sell("A", &[("GA", 1)], cash()).is_ok(), "a count that is put off lets sell on");
    assert_eq!(house.open("A", 0).unwrap_err().code(), "drawer_open_already");
}

#[test]
fn cash_goes_out_only_as_far_as_the_drawer_has_it() {
    let house = house();
    house.till("A", false);
    house.open("A", 0).unwrap();
    let sold = house.sell("A", &[("GA", 1)], cash()).unwrap().sold;
    house.run(|tx| pay_out(tx, &moved(2000))).unwrap();
    let order = sold.order.summary.code;
    let refused = house.run(|tx| refund_at_till(tx, &refund(&order, None, None))).unwrap_err();
    assert_eq!(refused.code(), "drawer_not_enough_cash");
    assert_eq!(house.run(|tx| pay_out(tx, &moved(501))).unwrap_err().code(), "drawer_not_enough_cash");
    house.run(|tx| pay_in(tx, &moved(2000))).unwrap();
    assert!(house.run(|tx| refund_at_till(tx, &refund(&order, None, None))).is_ok(), "with change it goes");
    house.assert_books_are_right();
}

#[test]
fn a_sale_by_card_and_cash_is_one_order_and_goes_back_by_both() {
    let house = house();
    house.till("A", false);
    house.open("A", 0).unwrap();
    let mut split = sale("A", &[("GA", 2)], cash());
    let by_card = TenderPart { amount_minor: Some(1500), tender: card() };
    split.order.payments = vec![by_card, TenderPart { amount_minor: None, tender: cash() }];
    let order = house.run(|tx| sell_at_till(tx, &split)).unwrap().sold.order.summary.code;
    assert_eq!((house.balance("drawer:A"), house.balance("card_clearing")), (3500, 1500));
    house.run(|tx| refund_at_till(tx, &refund(&order, None, None))).unwrap();
    assert_eq!((house.balance("drawer:A"), house.balance("card_clearing")), (0, 0));
    let report = house.close("A", 0, None).unwrap().report;
    assert_eq!(report.order_count, 1);
    assert_eq!(count_of(&report, EntryKind::Sale), (1, 2, 5000, 0));
    let tenders: Vec<_> = report
        .tenders
        .iter()
        .map(|tender| (tender.method, tender.sale_count, tender.refund_count, tender.total.minor))
        .collect();
    assert_eq!(tenders, [(PaymentMethod::Card, 1, 1, 0), (PaymentMethod::Cash, 1, 1, 0)]);
    assert_eq!(report.rounding, eur(0));
    house.assert_books_are_right();
}

#[test]
fn the_float_is_what_the_last_close_laid_down() {
    let house = house();
    let first = house.run(|tx| open_session(tx, &OpenSession::default())).unwrap();
    assert_eq!((first.till_code.as_str(), first.float), ("A", eur(0)), "the first drawer makes its till");
    house.close("A", 0, None).unwrap();
    house.open("A", 15_000).unwrap();
    house.close("A", 15_000, None).unwrap();
    let state = house.file.read(|view| current_session(view, &OfTill::default())).unwrap();
    assert_eq!((state.session, state.suggested_float, state.expected), (None, eur(15_000), None));
    let next = house.run(|tx| open_session(tx, &OpenSession::default())).unwrap();
    assert_eq!(next.float, eur(15_000));
}

#[test]
fn practice_and_business_never_mix() {
    let house = house();
    house.plan_training();
    house.till("A", false);
    house.till("T", true);
    house.open("A", 0).unwrap();
    house.open("T", 0).unwrap();
    assert_eq!(house.sell("T", &[("GA", 1)], cash()).unwrap_err().code(), "till_is_training");
    let mut practice = crate::fixture::sale("A", &[("GA", 1)], cash());
    practice.order.event = "probe".to_owned();
    let refused = house.run(|tx| crate::drawer::sell_at_till(tx, &practice)).unwrap_err();
    assert_eq!(refused.code(), "event_is_training");
    practice.till = Some("T".to_owned());
    assert!(house.run(|tx| crate::drawer::sell_at_till(tx, &practice)).is_ok(), "practice at its own till");
}

#[test]
fn who_allowed_a_refund_stands_beside_who_made_it() {
    let house = house();
    house.till("A", false);
    house.open("A", 0).unwrap();
    let order = house.sell("A", &[("GA", 1)], cash()).unwrap().sold.order.summary.code;
    let owner = house.file.read(identity::Session::of_owner).unwrap().user;
    let allowed = TillRefund { authorised_by: Some(owner.id.to_string()), ..refund(&order, None, None) };
    house.run(|tx| refund_at_till(tx, &allowed)).unwrap();
    let rows = house.file.read(|view| list_entries(view, &ListEntries::default())).unwrap().rows;
    let refunded = rows.iter().find(|row| row.kind == EntryKind::Refund).unwrap();
    assert_eq!(refunded.authorised_by_name, "Mara Quell");
    let stranger = TillRefund { authorised_by: Some(order), ..allowed };
    assert!(house.run(|tx| refund_at_till(tx, &stranger)).is_err(), "a supervisor is a person of the house");
}

#[test]
fn sessions_and_entries_are_listed_page_by_page() {
    let house = house();
    house.till("A", false);
    for _ in 0..3 {
        house.clock.advance(chrono::TimeDelta::hours(1));
        house.open("A", 100).unwrap();
        house.close("A", 100, None).unwrap();
    }
    let page = kernel::page::PageRequest { after: None, first: Some(2) };
    let first = house.file.read(|view| list_sessions(view, &ListSessions { till: None, page })).unwrap();
    assert_eq!((first.rows.len(), first.total), (2, 3));
    assert_eq!(first.rows.iter().filter_map(|row| row.z_number).collect::<Vec<_>>(), [3, 2]);
    let page = kernel::page::PageRequest { after: first.next, first: Some(2) };
    let rest = house.file.read(|view| list_sessions(view, &ListSessions { till: named(), page })).unwrap();
    assert_eq!((rest.rows.len(), rest.next), (1, None));
    let entries = house.file.read(|view| list_entries(view, &ListEntries::default())).unwrap();
    assert_eq!(entries.total, 9, "float, count and lift of each session");
}

#[test]
fn the_database_itself_keeps_closed_sessions_entries_and_reports_as_they_are() {
    let house = night();
    house.close("A", 21_000, None).unwrap();
    for statement in [
        "update till_sessions set counted_minor = 1",
        "update till_entries set amount_minor = 1",
        "delete from till_entries",
        "update till_reports set number = 2",
        "delete from till_reports",
        "insert into till_reports (id, till_id, session_id, number, report_json, previous_hash, hash, created_at)
          select randomblob(16), till_id, randomblob(16), number + 2, report_json, hash, hash, 0 from till_reports",
        "insert into till_entries (id, till_id, session_id, kind, amount_minor, currency, created_at)
          select randomblob(16), till_id, id, 'reprint', 0, 'EUR', 0 from till_sessions",
    ] {
        let outcome = house.run(|tx| Ok(tx.execute(statement, params![])?));
        assert!(outcome.is_err(), "{statement} must not go through");
    }
    let second = "insert into till_sessions
        (id, till_id, status, currency, float_minor, opened_at, created_at, updated_at)
        select randomblob(16), id, 'open', 'EUR', 0, 0, 0, 0 from tills";
    assert!(house.run(|tx| Ok(tx.execute(second, params![])?)).is_ok(), "a closed drawer opens again");
    assert!(house.run(|tx| Ok(tx.execute(second, params![])?)).is_err(), "a drawer is open once");
    assert_eq!(house.findings(), Vec::<String>::new());
}

#[test]
fn verify_sees_a_z_that_was_tampered_with() {
    let house = night();
    house.close("A", 21_000, None).unwrap();
    house.open("A", 0).unwrap();
    house.close("A", 0, None).unwrap();
    assert_eq!(house.findings(), Vec::<String>::new());
    let drop_wall = "drop trigger capture_till_reports_keep_rows";
    let lower = "update till_reports
        set report_json = json_set(report_json, '$.turnover.minor', 1) where number = 1";
    house.run(|tx| Ok(tx.execute(drop_wall, params![])?)).unwrap();
    house.run(|tx| Ok(tx.execute(lower, params![])?)).unwrap();
    assert_eq!(house.findings(), ["Z report 1 of till A: its text was altered after it was sealed"]);

    let drop_wall = "drop trigger capture_till_reports_keep_all";
    house.run(|tx| Ok(tx.execute(drop_wall, params![])?)).unwrap();
    house.run(|tx| Ok(tx.execute("delete from till_reports where number = 1", params![])?)).unwrap();
    assert_eq!(
        house.findings(),
        [
            "a closed session of till A has no Z report",
            "Z report 2 of till A: the number before it is missing",
            "Z report 2 of till A: it does not continue the report before it",
        ]
    );
}

#[test]
fn verify_sees_cash_that_the_ledger_does_not_know() {
    let house = night();
    let drop_wall = "drop trigger capture_till_entries_keep_rows";
    house.run(|tx| Ok(tx.execute(drop_wall, params![])?)).unwrap();
    let raise = "update till_entries set amount_minor = amount_minor + 100 where kind = 'paid_in'";
    house.run(|tx| Ok(tx.execute(raise, params![])?)).unwrap();
    assert_eq!(
        house.findings(),
        [
            "the drawer of till A: the entries say 211.00 EUR, the ledger 210.00 EUR",
            "a paid_in at till A: the entries say 51.00 EUR, the ledger 50.00 EUR",
        ]
    );
}
