//! What one row would become, and what is wrong with it. Pure rules.

use identity::wording::optional_line;
use kernel::{Currency, Money, Refuse};
use serde::{Deserialize, Serialize};

use super::{TakenAs, columns::Columns};
use crate::{
    order::{
        Buyer,
        pricing::{PriceBasis, UnitPrice, unit_price},
    },
    search::fold,
    tax::TaxRate,
    tier::TierId,
};

/// Most tickets of one row.
pub const QUANTITY_MAX: i64 = 500;
/// Longest company, as a ticket shows it.
const COMPANY_CHARACTERS_MAX: usize = 200;
/// Longest note: it stands beside the file's name in the payment's reference.
const NOTE_CHARACTERS_MAX: usize = 80;
/// Highest price of a ticket in minor units, as for tiers.
const PRICE_MINOR_MAX: i64 = 100_000_000;
/// So much of a wrong value is shown.
const SHOWN_CHARACTERS_MAX: usize = 80;

/// A tier that rows can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierChoice {
    /// Its id.
    pub id: TierId,
    /// Its number.
    pub number: u16,
    /// Its name.
    pub name: String,
    /// What a customer pays, and the tax inside.
    pub price: UnitPrice,
    /// Its tax rate.
    pub rate: TaxRate,
    /// How many of it may be given away.
    pub gift_quantity_max: Option<i64>,
}

/// What rows are judged by.
#[derive(Clone, Debug)]
pub struct RowRules<'a> {
    /// As what they are taken.
    pub taken_as: TakenAs,
    /// Which column means what.
    pub columns: &'a Columns,
    /// The titles.
    pub titles: &'a [String],
    /// The event's tiers.
    pub tiers: &'a [TierChoice],
    /// The tier of rows that name none: its place in `tiers`.
    pub default_tier: Option<usize>,
    /// The event's currency.
    pub currency: Currency,
}

/// A row as it would be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestRow {
    /// Its line in the file.
    pub line: usize,
    /// Who.
    pub guest: Buyer,
    /// The company; may be empty.
    pub company: String,
    /// A note; may be empty.
    pub note: String,
    /// The tier.
    pub tier: TierChoice,
    /// How many tickets.
    pub quantity: i64,
    /// What one costs, and the tax inside; nothing for guests of the house.
    pub price: UnitPrice,
}

impl GuestRow {
    /// Who and where: two rows with the same are probably one guest written down twice.
    #[must_use]
    pub fn likeness(&self) -> (String, String, TierId) {
        (fold(&self.guest.name), self.guest.email.to_lowercase(), self.tier.id)
    }
}

/// Something about a row that a person should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RowProblem {
    /// Its line in the file.
    #[ts(type = "number")]
    pub line: usize,
    /// The title of the column; empty when the file has none for it.
    pub column: String,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong; stable, snake_case.
    pub code: String,
    /// What is wrong, in English.
    pub message: String,
    /// What to do, in English.
    pub fix: String,
    /// Whether the row cannot be taken; otherwise it is only worth a look.
    pub is_error: bool,
}

/// One row under judgement.
struct Judged<'a> {
    rules: &'a RowRules<'a>,
    line: usize,
    values: &'a [String],
    problems: Vec<RowProblem>,
}

impl Judged<'_> {
    fn value(&self, column: Option<usize>) -> &str {
        column.and_then(|at| self.values.get(at)).map_or("", String::as_str)
    }

    fn problem(&mut self, column: Option<usize>, is_error: bool, code: &str, message: String, fix: String) {
        let shown = |text: &str| text.chars().take(SHOWN_CHARACTERS_MAX).collect::<String>();
        let title = column.and_then(|at| self.rules.titles.get(at)).map_or("", String::as_str);
        self.problems.push(RowProblem {
            line: self.line,
            column: shown(title),
            value: shown(self.value(column)),
            code: code.to_owned(),
            message,
            fix,
            is_error,
        });
    }

    fn refused(&mut self, column: Option<usize>, reason: &impl Refuse) {
        self.problem(column, true, reason.code(), reason.to_string(), reason.fix());
    }

    fn guest(&mut self) -> Option<Buyer> {
        let columns = self.rules.columns;
        let parts: Vec<&str> = columns.name.iter().map(|at| self.value(Some(*at))).collect();
        let name = parts.join(" ");
        let (email, phone) = (self.value(columns.email), self.value(columns.phone));
        let name_column = columns.name.first().copied();
        let checks = [
            (name_column, Buyer::read(Some(&name), None, None)),
            (columns.email, Buyer::read(None, Some(email), None)),
            (columns.phone, Buyer::read(None, None, Some(phone))),
        ];
        let mut guest = Buyer::default();
        let mut is_sound = true;
        for (column, outcome) in checks {
            match outcome {
                Ok(part) => {
                    guest.name.push_str(&part.name);
                    guest.email.push_str(&part.email);
                    guest.phone.push_str(&part.phone);
                }
                Err(reason) => {
                    self.refused(column, &reason);
                    is_sound = false;
                }
            }
        }
        if is_sound && guest.name.trim().is_empty() {
            let (message, fix) = ("the row has no name", "Write down who it is for.");
            self.problem(name_column, true, "name_missing", message.to_owned(), fix.to_owned());
            return None;
        }
        is_sound.then_some(guest)
    }

    fn tier(&mut self) -> Option<TierChoice> {
        let (column, tiers) = (self.rules.columns.tier, self.rules.tiers);
        let wanted = self.value(column).to_owned();
        if wanted.is_empty() {
            let chosen = self.rules.default_tier.and_then(|at| tiers.get(at)).cloned();
            if chosen.is_none() {
                let fix = "Name a tier in the row, or choose one for all rows without.".to_owned();
                self.problem(column, true, "tier_missing", "the row names no tier".to_owned(), fix);
            }
            return chosen;
        }
        let found = tier_called(tiers, &wanted).and_then(|at| tiers.get(at)).cloned();
        if found.is_none() {
            let known: Vec<&str> = tiers.iter().map(|tier| tier.name.as_str()).take(12).collect();
            let fix = format!("Use one of these: {}.", known.join(", "));
            let shown: String = wanted.chars().take(SHOWN_CHARACTERS_MAX).collect();
            self.problem(column, true, "unknown_tier", format!("there is no tier “{shown}”"), fix);
        }
        found
    }

    fn quantity(&mut self) -> Option<i64> {
        let column = self.rules.columns.quantity;
        let text = self.value(column);
        if text.is_empty() {
            return Some(1);
        }
        let quantity = text.parse::<i64>().ok().filter(|quantity| (1..=QUANTITY_MAX).contains(quantity));
        if quantity.is_none() {
            let message = format!("a row takes 1 to {QUANTITY_MAX} tickets");
            let fix = "Write a whole number, or make several rows of it.".to_owned();
            self.problem(column, true, "quantity_out_of_range", message, fix);
        }
        quantity
    }

    fn company(&mut self) -> Option<String> {
        let column = self.rules.columns.company;
        match optional_line("company", self.value(column), COMPANY_CHARACTERS_MAX) {
            Ok(company) => Some(company),
            Err(reason) => {
                self.refused(column, &reason);
                None
            }
        }
    }

    /// A note that is too long is shortened: no guest is turned away for it.
    fn note(&mut self) -> String {
        let column = self.rules.columns.note;
        let note = optional_line("note", self.value(column), usize::MAX / 8).unwrap_or_default();
        if note.chars().count() <= NOTE_CHARACTERS_MAX {
            return note;
        }
        let message = format!("only the first {NOTE_CHARACTERS_MAX} characters of the note are kept");
        self.problem(column, false, "note_shortened", message, "Shorten it, if the rest matters.".to_owned());
        note.chars().take(NOTE_CHARACTERS_MAX).collect()
    }

    fn price(&mut self, tier: &TierChoice) -> Option<UnitPrice> {
        let currency = self.rules.currency;
        let nothing = Money::zero(currency);
        if self.rules.taken_as == TakenAs::GuestList {
            return Some(UnitPrice { gross: nothing, tax: nothing });
        }
        let column = self.rules.columns.price;
        let text = bare_amount(self.value(column), currency);
        if text.is_empty() {
            return Some(tier.price);
        }
        let price = match Money::parse(&text, currency) {
            Ok(price) => price,
            Err(reason) => {
                self.refused(column, &reason);
                return None;
            }
        };
        if !(0..=PRICE_MINOR_MAX).contains(&price.minor) {
            let message = format!("{price} is no price of a ticket");
            let fix = "Write what one ticket cost, such as 25.00.".to_owned();
            self.problem(column, true, "price_out_of_range", message, fix);
            return None;
        }
        // What somebody paid elsewhere is what they paid: the tax is inside, whatever way the event enters prices.
        match unit_price(price, tier.rate, PriceBasis::Gross) {
            Ok(price) => Some(price),
            Err(reason) => {
                self.refused(column, &reason);
                None
            }
        }
    }
}

/// Judges one row: what it would become, unless it is wrong, and everything that is to be said about it.
#[must_use]
pub fn judge(rules: &RowRules<'_>, line: usize, values: &[String]) -> (Option<GuestRow>, Vec<RowProblem>) {
    let mut row = Judged { rules, line, values, problems: Vec::new() };
    let guest = row.guest();
    let tier = row.tier();
    let quantity = row.quantity();
    let company = row.company();
    let note = row.note();
    let price = tier.as_ref().and_then(|tier| row.price(tier));
    let taken = guest.zip(tier).zip(quantity.zip(company)).zip(price);
    let taken = taken.map(|(((guest, tier), (quantity, company)), price)| GuestRow {
        line,
        guest,
        company,
        note,
        tier,
        quantity,
        price,
    });
    (taken, row.problems)
}

/// The place of the tier that `text` names: by its id, its name however it is spelt, or its number.
#[must_use]
pub fn tier_called(tiers: &[TierChoice], text: &str) -> Option<usize> {
    let text = text.trim();
    let by_id = || text.parse::<TierId>().ok().and_then(|id| tiers.iter().position(|tier| tier.id == id));
    let exact = || tiers.iter().position(|tier| tier.name == text);
    let alike = || {
        let wanted = fold(text);
        tiers.iter().position(|tier| !wanted.is_empty() && fold(&tier.name) == wanted)
    };
    let by_number =
        || text.parse::<u16>().ok().and_then(|number| tiers.iter().position(|tier| tier.number == number));
    exact().or_else(alike).or_else(by_number).or_else(by_id)
}

/// An amount without the signs of its currency around it.
fn bare_amount(text: &str, currency: Currency) -> String {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '€' | '$' | '£' | '¥'));
    let code = currency.code();
    bare.strip_prefix(code).or_else(|| bare.strip_suffix(code)).unwrap_or(bare).trim().to_owned()
}
