//! Random nights at two tills: whatever is done in whatever order, the drawers are what the ledger says, the reports
//! are what the ledger says, and the Z reports are one unbroken chain.

use std::collections::BTreeMap;

use kernel::Failure;
use payments::{ledger::account_balances, payment::TenderPart};
use proptest::prelude::*;
use ticketing::{order::RefundOrder, ticket::VoidTicket};

use super::{DrawerReport, ShowReport, x_report, z_report};
use crate::{
    drawer::{
        MoveCash, NoSale, TillRefund, TillVoid, open_without_sale, pay_in, pay_out, refund_at_till,
        sell_at_till, void_at_till,
    },
    fixture::{House, card, cash, comp, house, sale},
    session::{OfTill, begin_count, current_session, resume_session},
};

const TILLS: [&str; 2] = ["A", "B"];
/// Everything that may rightly be refused on such a night.
const RIGHTLY_REFUSED: [&str; 10] = [
    "drawer_closed",
    "drawer_open_already",
    "drawer_being_counted",
    "drawer_state",
    "drawer_not_enough_cash",
    "over_short_reason_missing",
    "order_state",
    "ticket_refunded",
    "ticket_void",
    "nothing_left_to_refund",
];

#[derive(Clone, Debug)]
enum Step {
    Open { float_minor: i64 },
    Sell { tier: &'static str, quantity: i64, tender: u8 },
    Refund { order: prop::sample::Index, is_part: bool, kept_minor: i64 },
    Void { order: prop::sample::Index },
    PayIn { minor: i64 },
    PayOut { minor: i64 },
    NoSale,
    BeginCount,
    Resume,
    Close { off_minor: i64, has_reason: bool },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0_i64..30_000).prop_map(|float_minor| Step::Open { float_minor }),
        8 => (prop::sample::select(vec!["GA", "VIP"]), 1_i64..4, 0_u8..4)
            .prop_map(|(tier, quantity, tender)| Step::Sell { tier, quantity, tender }),
        4 => (any::<prop::sample::Index>(), any::<bool>(), 0_i64..800)
            .prop_map(|(order, is_part, kept_minor)| Step::Refund { order, is_part, kept_minor }),
        1 => any::<prop::sample::Index>().prop_map(|order| Step::Void { order }),
        2 => (1_i64..20_000).prop_map(|minor| Step::PayIn { minor }),
        3 => (1_i64..20_000).prop_map(|minor| Step::PayOut { minor }),
        1 => Just(Step::NoSale),
        2 => Just(Step::BeginCount),
        1 => Just(Step::Resume),
        3 => (prop_oneof![2 => Just(0_i64), 1 => -500_i64..500], any::<bool>())
            .prop_map(|(off_minor, has_reason)| Step::Close { off_minor, has_reason }),
    ]
}

/// A night in progress: the house, the orders that were sold, and how many Z each till has written.
struct Night {
    house: House,
    orders: Vec<String>,
    closed: [i64; 2],
}

impl Night {
    fn take(&mut self, step: &Step, till: usize) -> Result<(), Failure> {
        let named = || Some(TILLS[till].to_owned());
        let reason = || "For a reason".to_owned();
        let moved = |amount_minor| MoveCash { till: named(), amount_minor, reason: reason(), purpose: None };
        let house = &self.house;
        match step {
            Step::Open { float_minor } => house.open(TILLS[till], *float_minor).map(drop),
            Step::Sell { tier, quantity, tender } => {
                let payment = [cash(), card(), comp(), cash()][usize::from(*tender)].clone();
                let mut sale = sale(TILLS[till], &[(tier, *quantity)], payment);
                if *tender == 3 {
                    let by_card = TenderPart { amount_minor: Some(1050), tender: card() };
                    sale.order.payments = vec![by_card, TenderPart { amount_minor: None, tender: cash() }];
                }
                let sold = house.run(|tx| sell_at_till(tx, &sale))?.sold;
                self.orders.push(sold.order.summary.code);
                Ok(())
            }
            Step::Refund { order, is_part, kept_minor } => self.refund(till, order, *is_part, *kept_minor),
            Step::Void { order } => {
                let Some(ticket) = self.tickets(order).into_iter().next() else { return Ok(()) };
                let void = VoidTicket { ticket, reason: reason() };
                house
                    .run(|tx| void_at_till(tx, &TillVoid { till: named(), void, authorised_by: None }))
                    .map(drop)
            }
            Step::PayIn { minor } => house.run(|tx| pay_in(tx, &moved(*minor))).map(drop),
            Step::PayOut { minor } => house.run(|tx| pay_out(tx, &moved(*minor))).map(drop),
            Step::NoSale => {
                house.run(|tx| open_without_sale(tx, &NoSale { till: named(), reason: reason() })).map(drop)
            }
            Step::BeginCount => house.run(|tx| begin_count(tx, &OfTill { till: named() })).map(drop),
            Step::Resume => house.run(|tx| resume_session(tx, &OfTill { till: named() })).map(drop),
            Step::Close { off_minor, has_reason } => {
                let expected = house.balance(&format!("drawer:{}", TILLS[till]));
                let counted = (expected + off_minor).max(0);
                house.close(TILLS[till], counted, has_reason.then_some("Miscounted"))?;
                self.closed[till] += 1;
                Ok(())
            }
        }
    }

    fn refund(
        &self,
        till: usize,
        order: &prop::sample::Index,
        is_part: bool,
        kept_minor: i64,
    ) -> Result<(), Failure> {
        let Some(code) = self.chosen(order) else { return Ok(()) };
        let detail = self
            .house
            .file
            .read(|view| ticketing::order::order_detail(view, ticketing::order::order_id(view, code)?))?;
        let valid: Vec<_> = detail.tickets.iter().filter(|ticket| ticket.is_valid()).collect();
        let named = if is_part { &valid[..valid.len().min(1)] } else { &valid[..] };
        let worth: i64 = named.iter().map(|ticket| ticket.gross.minor).sum();
        let tickets = is_part.then(|| named.iter().map(|ticket| ticket.code.clone()).collect());
        let amount_minor = Some((worth - kept_minor).max(0)).filter(|_| kept_minor > 400);
        let (order, reason) = (code.to_owned(), "Ill".to_owned());
        let refund = RefundOrder { order, tickets, amount_minor, reason, ..RefundOrder::default() };
        let till = Some(TILLS[till].to_owned());
        self.house.run(|tx| refund_at_till(tx, &TillRefund { till, refund, authorised_by: None })).map(drop)
    }

    fn chosen(&self, order: &prop::sample::Index) -> Option<&str> {
        (!self.orders.is_empty()).then(|| order.get(&self.orders).as_str())
    }

    fn tickets(&self, order: &prop::sample::Index) -> Vec<String> {
        let Some(code) = self.chosen(order) else { return Vec::new() };
        let detail = self
            .house
            .file
            .read(|view| ticketing::order::order_detail(view, ticketing::order::order_id(view, code)?));
        detail.unwrap().tickets.into_iter().map(|ticket| ticket.code).collect()
    }

    /// The reports of all sessions so far: each till's Z one by one, and its X while a drawer is not closed.
    fn reports(&self) -> Vec<DrawerReport> {
        let mut reports = Vec::new();
        for (till, closed) in TILLS.into_iter().zip(self.closed) {
            let till = Some(till.to_owned());
            for number in 1..=closed {
                let request = ShowReport { till: till.clone(), number: Some(number) };
                reports.push(self.house.file.read(|view| z_report(view, &request)).unwrap());
            }
            let now = kernel::Clock::now(self.house.clock.as_ref());
            reports.extend(self.house.file.read(|view| x_report(view, &OfTill { till }, now)).ok());
        }
        reports
    }

    /// The balances of the ledger, the event's own accounts too.
    fn books(&self) -> BTreeMap<String, i64> {
        let mut books = BTreeMap::new();
        for account in self.house.file.read(account_balances).unwrap() {
            *books.entry(account.code).or_insert(0) += account.balance.minor;
        }
        books
    }

    fn assert_all_agree(&self) {
        assert_eq!(self.house.findings(), Vec::<String>::new());
        let (reports, books) = (self.reports(), self.books());
        let book = |code: &str| books.get(code).copied().unwrap_or(0);
        for till in TILLS {
            let of = OfTill { till: Some(till.to_owned()) };
            let state = self.house.file.read(|view| current_session(view, &of)).unwrap();
            let expected = state.expected.map_or(0, |expected| expected.minor);
            assert_eq!(book(&format!("drawer:{till}")), expected, "till {till}: account and expected cash");
        }
        let sum = |of: fn(&DrawerReport) -> i64| reports.iter().map(of).sum::<i64>();
        assert_eq!(sum(|report| tender(report, "card")), book("card_clearing"), "cards");
        let drawers = book("drawer:A") + book("drawer:B");
        let elsewhere = book("cash_over_short") + book("petty_cash");
        assert_eq!(sum(|report| tender(report, "cash")), book("cash") + drawers + elsewhere, "cash");
        assert_eq!(
            sum(|report| -report.cash.over_short.map_or(0, |over| over.minor)),
            book("cash_over_short")
        );
        for rate in ["7", "19"] {
            let taxes = reports.iter().flat_map(|report| &report.taxes).filter(|tax| tax.rate == rate);
            let owed: i64 = taxes.map(|tax| tax.tax.minor).sum();
            assert_eq!(owed, -book(&format!("tax_payable:{rate}")), "tax of {rate} %");
        }
        let net = sum(|report| report.taxes.iter().map(|tax| tax.net.minor).sum());
        assert_eq!(net, -book("ticket_sales") - book("fee_income"), "income net of tax");
        let tiers = sum(|report| report.tiers.iter().map(|tier| tier.total.minor).sum());
        assert_eq!(tiers, sum(|report| report.turnover.minor), "tiers and fees come to the turnover");
        let cashiers = sum(|report| report.cashiers.iter().map(|cashier| cashier.total.minor).sum());
        assert_eq!(cashiers, sum(|report| report.turnover.minor), "cashiers come to the turnover");
    }

    /// Each till's Z carries the hash of the one before it.
    fn assert_chained(&self) {
        let mut previous = BTreeMap::new();
        for report in self.reports().into_iter().filter(|report| report.number.is_some()) {
            let before = previous.insert(report.till_code.clone(), report.hash.clone());
            let first = Some("0".repeat(64));
            assert_eq!(report.previous_hash, before.unwrap_or(first), "Z {:?}", report.number);
        }
    }
}

fn tender(report: &DrawerReport, method: &str) -> i64 {
    let of = report.tenders.iter().filter(|tender| tender.method.as_str() == method);
    of.map(|tender| tender.total.minor).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn whatever_happens_at_two_tills_drawers_reports_and_ledger_agree(
        steps in prop::collection::vec((step(), 0_usize..2), 20..120),
    ) {
        let house = house();
        TILLS.iter().for_each(|till| house.till(till, false));
        house.open("A", 20_000).unwrap();
        let mut night = Night { house, orders: Vec::new(), closed: [0, 0] };
        for (step, till) in &steps {
            night.house.clock.advance(chrono::TimeDelta::seconds(20));
            if let Err(failure) = night.take(step, *till) {
                let code = failure.code().to_owned();
                prop_assert!(RIGHTLY_REFUSED.contains(&code.as_str()), "{step:?}: {failure}");
            }
            night.assert_all_agree();
        }
        for (till, code) in TILLS.into_iter().enumerate() {
            let expected = night.house.balance(&format!("drawer:{code}"));
            let of = OfTill { till: Some(code.to_owned()) };
            // A drawer can be closed from wherever it stands, also in the middle of a count.
            let _ = night.house.run(|tx| resume_session(tx, &of));
            if night.house.close(code, expected, None).is_ok() {
                night.closed[till] += 1;
            }
        }
        night.assert_all_agree();
        night.assert_chained();
        night.house.assert_books_are_right();
        prop_assert_eq!(night.house.balance("drawer:A") + night.house.balance("drawer:B"), 0);
    }
}
