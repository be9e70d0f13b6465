//! Random days at a box office against a model that counts on its fingers.

use chrono::TimeDelta;
use kernel::Timestamp;
use proptest::prelude::*;

use crate::{
    fixture::{House, house_for, sale},
    hold::{CreateHold, ReleaseHold, Sweep, create_hold, release_hold, sweep_holds},
    order::{CompleteOrder, LineRequest},
    quota::{CreateQuota, create_quota},
    ticket::{ReissueTicket, VoidTicket, reissue_ticket, void_ticket},
};

const TIERS: [&str; 3] = ["Stalls", "Balcony", "Box"];
/// Places of each tier; the box has no bound of its own.
const QUANTITIES: [Option<i64>; 3] = [Some(4), Some(3), None];
/// The quota over stalls and balcony.
const QUOTA: i64 = 5;
const CAPACITY: i64 = 7;

#[derive(Clone, Debug)]
enum Step {
    Sell(Vec<(usize, i64)>),
    SellHeld(prop::sample::Index, Vec<(usize, i64)>),
    Hold(Vec<(usize, i64)>, i64),
    Release(prop::sample::Index),
    Refund(prop::sample::Index, Option<i64>),
    Void(prop::sample::Index),
    Reissue(prop::sample::Index),
    Wait(i64),
    Sweep,
}

fn wanted() -> impl Strategy<Value = Vec<(usize, i64)>> {
    prop::collection::vec((0_usize..3, 1_i64..3), 1..3)
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => wanted().prop_map(Step::Sell),
        2 => (any::<prop::sample::Index>(), wanted()).prop_map(|(hold, lines)| Step::SellHeld(hold, lines)),
        3 => (wanted(), 1_i64..20).prop_map(|(lines, minutes)| Step::Hold(lines, minutes)),
        1 => any::<prop::sample::Index>().prop_map(Step::Release),
        3 => (any::<prop::sample::Index>(), prop::option::of(0_i64..6000)).prop_map(|(ticket, amount)| Step::Refund(ticket, amount)),
        1 => any::<prop::sample::Index>().prop_map(Step::Void),
        1 => any::<prop::sample::Index>().prop_map(Step::Reissue),
        1 => (1_i64..10).prop_map(Step::Wait),
        1 => Just(Step::Sweep),
    ];
    prop::collection::vec(step, 1..30)
}

/// What the model knows of a hold.
#[derive(Clone, Debug)]
struct Kept {
    id: String,
    places: [i64; 3],
    until: Timestamp,
}

/// What the model knows of a ticket.
#[derive(Clone, Debug)]
struct Sold {
    code: String,
    order: String,
    tier: usize,
    gross: i64,
}

struct Model {
    house: House,
    kept: Vec<Kept>,
    sold: Vec<Sold>,
    paid: i64,
    back: i64,
}

impl Model {
    fn new() -> Self {
        let house = house_for(Some(CAPACITY));
        for ((name, quantity), price) in TIERS.iter().zip(QUANTITIES).zip([2300, 1999, 5000]) {
            house.simple_tier(name, price, quantity);
        }
        let tiers = vec!["Stalls".to_owned(), "Balcony".to_owned()];
        let quota = CreateQuota {
            event: "sommernacht".to_owned(),
            name: "Hall".to_owned(),
            size: Some(QUOTA),
            tiers,
        };
        house.run(|tx| create_quota(tx, &quota)).unwrap();
        Self { house, kept: Vec::new(), sold: Vec::new(), paid: 0, back: 0 }
    }

    fn now(&self) -> Timestamp {
        self.house.clock().now()
    }

    /// Places issued or held with time left.
    fn taken(&self) -> [i64; 3] {
        let mut taken = [0; 3];
        for ticket in &self.sold {
            taken[ticket.tier] += 1;
        }
        for hold in self.kept.iter().filter(|hold| hold.until > self.now()) {
            for (sum, places) in taken.iter_mut().zip(hold.places) {
                *sum += places;
            }
        }
        taken
    }

    fn fits(&self, more: [i64; 3]) -> bool {
        let taken = self.taken();
        let after: Vec<i64> = taken.iter().zip(more).map(|(taken, more)| taken + more).collect();
        let grows = |tiers: &[usize]| tiers.iter().any(|tier| more[*tier] > 0);
        QUANTITIES
            .iter()
            .enumerate()
            .all(|(tier, size)| size.is_none_or(|size| more[tier] <= 0 || after[tier] <= size))
            && (!grows(&[0, 1]) || after[0] + after[1] <= QUOTA)
            && (!grows(&[0, 1, 2]) || after.iter().sum::<i64>() <= CAPACITY)
    }

    fn sell(&mut self, request: &CompleteOrder, expected: bool) {
        let outcome = self.house.sell_as(request);
        assert_eq!(outcome.is_ok(), expected, "{request:?}: {outcome:?}; taken {:?}", self.taken());
        if let Ok(done) = outcome {
            self.paid += done.order.summary.total.minor;
            let order = &done.order.summary.code;
            self.sold.extend(done.tickets.iter().map(|ticket| Sold {
                code: ticket.code.clone(),
                order: order.clone(),
                tier: TIERS.iter().position(|name| *name == ticket.tier_name).unwrap(),
                gross: ticket.gross.minor,
            }));
        }
    }

    fn apply(&mut self, step: Step) {
        match step {
            Step::Sell(lines) => {
                let expected = self.fits(sums(&lines));
                self.sell(&named(&lines), expected);
            }
            Step::SellHeld(which, lines) => self.sell_held(which, &lines),
            Step::Hold(lines, minutes) => self.hold(&lines, minutes),
            Step::Release(which) => self.release(which),
            Step::Refund(which, amount) => self.refund(which, amount),
            Step::Void(which) => {
                if let Some(at) = pick(&self.sold, which) {
                    let ticket = self.sold.remove(at).code;
                    let void = VoidTicket { ticket, reason: "Gone".to_owned() };
                    self.house.run(|tx| void_ticket(tx, &void)).unwrap();
                }
            }
            Step::Reissue(which) => {
                if let Some(at) = pick(&self.sold, which) {
                    let reissue =
                        ReissueTicket { ticket: self.sold[at].code.clone(), reason: "Lost".to_owned() };
                    self.sold[at].code = self.house.run(|tx| reissue_ticket(tx, &reissue)).unwrap().code;
                }
            }
            Step::Wait(minutes) => self.house.clock.advance(TimeDelta::minutes(minutes)),
            Step::Sweep => {
                self.house.run(|tx| sweep_holds(tx, &Sweep {})).unwrap();
            }
        }
    }

    fn sell_held(&mut self, which: prop::sample::Index, lines: &[(usize, i64)]) {
        let Some(at) = pick(&self.kept, which) else { return };
        let hold = self.kept[at].clone();
        let mut more = sums(lines);
        for (more, kept) in more.iter_mut().zip(hold.places) {
            *more = (*more - kept).max(0);
        }
        let expected = hold.until > self.now() && self.fits(more);
        if expected {
            self.kept.remove(at);
        }
        self.sell(&CompleteOrder { hold: Some(hold.id), ..named(lines) }, expected);
    }

    fn hold(&mut self, lines: &[(usize, i64)], minutes: i64) {
        let places = sums(lines);
        let expected = self.fits(places);
        let lines = named(lines).lines;
        let request =
            CreateHold { event: "sommernacht".to_owned(), lines, minutes: Some(minutes), note: None };
        let outcome = self.house.run(|tx| create_hold(tx, &request));
        assert_eq!(outcome.is_ok(), expected, "{request:?}: {outcome:?}");
        if let Ok(hold) = outcome {
            self.kept.push(Kept { id: hold.id.to_string(), places, until: hold.expires_at });
        }
    }

    fn release(&mut self, which: prop::sample::Index) {
        let Some(at) = pick(&self.kept, which) else { return };
        let hold = self.kept.remove(at);
        let outcome = self.house.run(|tx| release_hold(tx, &ReleaseHold { hold: hold.id }));
        assert!(outcome.is_ok() || hold.until <= self.now(), "{outcome:?}");
    }

    fn refund(&mut self, which: prop::sample::Index, amount: Option<i64>) {
        let Some(at) = pick(&self.sold, which) else { return };
        let ticket = self.sold[at].clone();
        let outcome = self.house.refund(&ticket.order, Some(&[&ticket.code]), amount);
        assert_eq!(outcome.is_ok(), amount.is_none_or(|amount| amount <= ticket.gross), "{outcome:?}");
        if let Ok(done) = outcome {
            self.back += done.refund.amount.minor;
            assert_eq!(done.refund.amount.minor + done.refund.kept.minor, ticket.gross);
            self.sold.remove(at);
        }
    }

    fn check(&self) {
        let taken = self.taken();
        for (tier, name) in TIERS.iter().enumerate() {
            let row = self.house.tier_now(name);
            assert_eq!(row.issued + row.held, taken[tier], "{name}");
            assert!(row.issued >= 0 && row.held >= 0 && row.available.unwrap() >= 0, "{row:?}");
            assert!(row.quantity.is_none_or(|quantity| row.issued <= quantity), "{name} is oversold");
        }
        assert_eq!(self.house.balance("cash"), self.paid - self.back);
        assert!(self.back <= self.paid);
    }
}

fn sums(lines: &[(usize, i64)]) -> [i64; 3] {
    let mut sums = [0; 3];
    for (tier, quantity) in lines {
        sums[*tier] += quantity;
    }
    sums
}

fn named(lines: &[(usize, i64)]) -> CompleteOrder {
    let lines = lines.iter().map(|(tier, quantity)| LineRequest {
        tier: TIERS[*tier].to_owned(),
        quantity: *quantity,
        ..LineRequest::default()
    });
    CompleteOrder { lines: lines.collect(), ..sale(&[]) }
}

fn pick<T>(items: &[T], which: prop::sample::Index) -> Option<usize> {
    (!items.is_empty()).then(|| which.index(items.len()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]
    #[test]
    fn places_and_money_are_what_fingers_count(steps in steps()) {
        let mut model = Model::new();
        for step in steps {
            model.apply(step);
            model.check();
        }
        model.house.run(|tx| sweep_holds(tx, &Sweep {})).unwrap();
        model.check();
        model.house.assert_books_are_right();
    }
}
