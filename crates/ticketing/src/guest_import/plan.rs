//! A whole table judged: rows one by one, then against each other, against who is in the event already, and against the
//! places that are left.

use std::collections::{HashMap, HashSet};

use events::EventStatus;
use kernel::Failure;
use workspace::View;

use super::{
    GuestImportId, GuestImportRefusal, GuestMapping, GuestTable, GuestTerms, TakenAs,
    columns::{guess, located},
    row::{GuestRow, RowProblem, RowRules, TierChoice, judge, tier_called},
    store,
};
use crate::{
    event::{Event, event_named},
    inventory::{TierDemand, pools_of},
    order::{
        gifts_given,
        pricing::{PriceBasis, unit_price},
    },
    tier::{TierId, store::tiers_of},
};

/// What a table would become.
#[derive(Clone, Debug)]
pub struct GuestPlan {
    /// Which column means what.
    pub mapping: GuestMapping,
    /// How many rows were judged.
    pub row_count: usize,
    /// The rows that can be taken, in the file's order.
    pub ready: Vec<GuestRow>,
    /// The lines that cannot.
    pub wrong: HashSet<usize>,
    /// Everything that is to be said, in the file's order.
    pub problems: Vec<RowProblem>,
}

impl GuestPlan {
    /// How many rows can be taken but are worth a look.
    #[must_use]
    pub fn warned_count(&self) -> usize {
        let lines: HashSet<usize> = self.problems.iter().map(|problem| problem.line).collect();
        lines.difference(&self.wrong).count()
    }

    /// Refuses a plan with wrong rows.
    ///
    /// # Errors
    /// When a row is wrong, with the first one.
    pub fn ensure_whole(&self) -> Result<(), GuestImportRefusal> {
        match self.problems.iter().find(|problem| problem.is_error) {
            None => Ok(()),
            Some(first) => Err(GuestImportRefusal::RowsWrong {
                errors: self.wrong.len(),
                rows: self.row_count,
                line: first.line,
                message: first.message.clone(),
            }),
        }
    }
}

/// Judges a table for an event. Rows that `import` took before are left out.
///
/// # Errors
/// A refusal when the event, a column or the default tier is unknown; a fault of the file.
pub fn plan_guests(
    view: &View<'_>,
    event: &str,
    table: &GuestTable<'_>,
    terms: &GuestTerms<'_>,
    import: Option<GuestImportId>,
) -> Result<GuestPlan, Failure> {
    let event = event_named(view, event)?;
    ensure_takes_guests(&event)?;
    if table.rows.is_empty() {
        return Err(GuestImportRefusal::NoRows.into());
    }
    let mapping = terms.mapping.cloned().unwrap_or_else(|| guess(table.columns));
    let columns = located(table.columns, &mapping)?;
    let tiers = tier_choices(view, &event)?;
    let rules = RowRules {
        taken_as: terms.taken_as,
        columns: &columns,
        titles: table.columns,
        tiers: &tiers,
        default_tier: default_tier(&tiers, terms.default_tier)?,
        currency: event.currency,
    };
    let taken = match import {
        Some(import) => store::taken_lines(view, import)?,
        None => HashSet::new(),
    };
    let mut known = store::guests_of(view, event.id, import)?;
    let mut places = Budgets::of(view, &event, &tiers, terms.taken_as)?;
    let mut plan = GuestPlan {
        mapping,
        row_count: table.rows.len(),
        ready: Vec::with_capacity(table.rows.len()),
        wrong: HashSet::new(),
        problems: Vec::new(),
    };
    for (line, values) in table.rows.iter().filter(|(line, _)| !taken.contains(line)) {
        let (row, problems) = judge(&rules, *line, values);
        plan.problems.extend(problems);
        let Some(row) = row else {
            plan.wrong.insert(*line);
            continue;
        };
        if let Some(problem) = places.draw(&row) {
            plan.wrong.insert(*line);
            plan.problems.push(problem);
            continue;
        }
        plan.problems.extend(known_before(&mut known, &row));
        plan.ready.push(row);
    }
    Ok(plan)
}

/// Whether an event takes guests: before it goes on sale too, but not when it is over.
fn ensure_takes_guests(event: &Event) -> Result<(), GuestImportRefusal> {
    match event.status {
        EventStatus::Draft | EventStatus::Published | EventStatus::Postponed => Ok(()),
        EventStatus::Completed | EventStatus::Cancelled => {
            Err(GuestImportRefusal::EventEnded(event.title.clone()))
        }
    }
}

fn default_tier(tiers: &[TierChoice], named: Option<&str>) -> Result<Option<usize>, GuestImportRefusal> {
    match named.map(str::trim).filter(|named| !named.is_empty()) {
        Some(named) => tier_called(tiers, named)
            .map(Some)
            .ok_or_else(|| GuestImportRefusal::UnknownTier(named.chars().take(60).collect())),
        // Where there is only one, nobody need say which.
        None => Ok((tiers.len() == 1).then_some(0)),
    }
}

pub(super) fn tier_choices(view: &View<'_>, event: &Event) -> Result<Vec<TierChoice>, Failure> {
    let basis = if event.prices_include_tax { PriceBasis::Gross } else { PriceBasis::Net };
    let tiers = tiers_of(view, event.id)?.into_iter().map(|tier| {
        Ok(TierChoice {
            id: tier.id,
            number: tier.tier_number,
            price: unit_price(tier.sound.price, tier.sound.tax_rate, basis)?,
            name: tier.sound.name,
            rate: tier.sound.tax_rate,
            gift_quantity_max: tier.sound.comp_quantity_max,
        })
    });
    tiers.collect()
}

/// Who is known, by name, address and tier, and from which line of the file; `None` for guests of the event.
pub(super) type KnownGuests = HashMap<(String, String, TierId), Option<usize>>;

fn known_before(known: &mut KnownGuests, row: &GuestRow) -> Option<RowProblem> {
    let before = known.get(&row.likeness()).copied();
    if before.is_none() {
        known.insert(row.likeness(), Some(row.line));
    }
    let (code, message) = match before? {
        Some(line) => ("duplicate_in_file", format!("the same guest stands in line {line}")),
        None => ("duplicate_in_event", "the event has a ticket for the same guest".to_owned()),
    };
    Some(RowProblem {
        line: row.line,
        column: String::new(),
        value: row.guest.name.chars().take(80).collect(),
        code: code.to_owned(),
        message,
        fix: "Leave the row out, unless they really come twice.".to_owned(),
        is_error: false,
    })
}

/// What is left of places and of gifts, drawn on row by row.
#[derive(Clone, Debug)]
pub(super) struct Budgets(Vec<Budget>);

#[derive(Clone, Debug)]
struct Budget {
    is_of_gifts: bool,
    name: String,
    left: i64,
    drawn_on_by: Vec<TierId>,
}

impl Budgets {
    /// What is left for the event's tiers now.
    pub(super) fn of(
        view: &View<'_>,
        event: &Event,
        tiers: &[TierChoice],
        taken_as: TakenAs,
    ) -> Result<Self, Failure> {
        let demands: Vec<TierDemand> = tiers
            .iter()
            .map(|tier| TierDemand { tier: tier.id, tier_name: tier.name.clone(), more: 0 })
            .collect();
        let pools = pools_of(view, event, &demands)?.into_iter();
        let mut budgets: Vec<Budget> = pools
            .map(|pool| Budget {
                is_of_gifts: false,
                left: pool.left(),
                name: pool.name,
                drawn_on_by: pool.drawn_on_by,
            })
            .collect();
        let is_limited =
            event.comp_quantity_max.is_some() || tiers.iter().any(|tier| tier.gift_quantity_max.is_some());
        if taken_as == TakenAs::GuestList && is_limited {
            let given = gifts_given(view, event.id)?;
            let of = |tier: TierId| {
                given.iter().filter(|(of, _)| *of == tier).map(|(_, count)| count).sum::<i64>()
            };
            let mut limit = |name: &str, most: Option<i64>, tiers: Vec<TierId>| {
                let Some(most) = most else { return };
                let given: i64 = tiers.iter().map(|tier| of(*tier)).sum();
                let (name, left) = (name.to_owned(), (most - given).max(0));
                budgets.push(Budget { is_of_gifts: true, name, left, drawn_on_by: tiers });
            };
            for tier in tiers {
                limit(&tier.name, tier.gift_quantity_max, vec![tier.id]);
            }
            limit(&event.title, event.comp_quantity_max, tiers.iter().map(|tier| tier.id).collect());
        }
        Ok(Self(budgets))
    }

    /// Takes a row's places, or says which pool is short; nothing is taken then.
    pub(super) fn draw(&mut self, row: &GuestRow) -> Option<RowProblem> {
        let concerned = |budget: &&mut Budget| budget.drawn_on_by.contains(&row.tier.id);
        let short = self.0.iter_mut().filter(concerned).find(|budget| budget.left < row.quantity);
        if let Some(short) = short {
            return Some(too_few(short, row));
        }
        self.0.iter_mut().filter(concerned).for_each(|budget| budget.left -= row.quantity);
        None
    }
}

fn too_few(short: &Budget, row: &GuestRow) -> RowProblem {
    let (what, code, fix) = if short.is_of_gifts {
        ("gifts", "gifts_used_up", "Raise the limit of gifts, or leave the row out.")
    } else {
        ("places", "sold_out", "Add places, choose another tier, or leave the row out.")
    };
    RowProblem {
        line: row.line,
        column: String::new(),
        value: row.quantity.to_string(),
        code: code.to_owned(),
        message: format!("“{}” has {} {what} left, {} are wanted", short.name, short.left, row.quantity),
        fix: fix.to_owned(),
        is_error: true,
    }
}
