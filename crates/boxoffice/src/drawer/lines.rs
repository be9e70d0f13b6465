//! What a sale or a refund was about, tier by tier and rate by rate, as it was charged. Pure rules.

use kernel::{Money, MoneyError};
use serde::{Deserialize, Serialize};
use ticketing::{order::OrderFee, ticket::TicketRow, tier::TierId};

/// Tickets of one tier, or a fee, with their tax; everything is negative when it was given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EntryLine {
    /// The tier; absent for fees.
    pub(crate) tier_id: Option<TierId>,
    /// The tier's or the fee's name, as it was then.
    pub(crate) label: String,
    /// Tax in percent.
    pub(crate) tax_rate: String,
    /// How many.
    pub(crate) quantity: i64,
    /// What they cost, tax included, in minor units.
    pub(crate) gross_minor: i64,
    /// The tax inside, in minor units.
    pub(crate) tax_minor: i64,
}

/// What `tickets` and `fees` come to.
pub(super) fn charged<'a>(
    tickets: impl Iterator<Item = &'a TicketRow>,
    fees: impl Iterator<Item = &'a OrderFee>,
) -> Result<Vec<EntryLine>, MoneyError> {
    let mut lines: Vec<EntryLine> = Vec::new();
    for ticket in tickets {
        let of_ticket = EntryLine {
            tier_id: Some(ticket.tier_id),
            label: ticket.tier_name.clone(),
            tax_rate: ticket.tax_rate.clone(),
            quantity: 1,
            gross_minor: ticket.gross.minor,
            tax_minor: ticket.tax.minor,
        };
        add(&mut lines, of_ticket)?;
    }
    for fee in fees {
        let label = if fee.name.is_empty() { fee.kind.to_string() } else { fee.name.clone() };
        let of_fee = EntryLine {
            tier_id: None,
            label,
            tax_rate: fee.tax_rate.clone(),
            quantity: 1,
            gross_minor: fee.gross.minor,
            tax_minor: fee.tax.minor,
        };
        add(&mut lines, of_fee)?;
    }
    Ok(lines)
}

/// The same, given back.
pub(super) fn given_back(lines: Vec<EntryLine>) -> Result<Vec<EntryLine>, MoneyError> {
    let negated = |line: EntryLine| {
        Ok(EntryLine {
            quantity: line.quantity.checked_neg().ok_or(MoneyError::TooLarge)?,
            gross_minor: line.gross_minor.checked_neg().ok_or(MoneyError::TooLarge)?,
            tax_minor: line.tax_minor.checked_neg().ok_or(MoneyError::TooLarge)?,
            ..line
        })
    };
    lines.into_iter().map(negated).collect()
}

/// A fee that was kept when money went back.
pub(super) fn kept(label: &str, amount: Money) -> EntryLine {
    EntryLine {
        tier_id: None,
        label: label.to_owned(),
        tax_rate: "0".to_owned(),
        quantity: 1,
        gross_minor: amount.minor,
        tax_minor: 0,
    }
}

fn add(lines: &mut Vec<EntryLine>, more: EntryLine) -> Result<(), MoneyError> {
    let is_same = |line: &&mut EntryLine| {
        line.tier_id == more.tier_id && line.label == more.label && line.tax_rate == more.tax_rate
    };
    let Some(known) = lines.iter_mut().find(is_same) else {
        lines.push(more);
        return Ok(());
    };
    let sum = |one: i64, other: i64| one.checked_add(other).ok_or(MoneyError::TooLarge);
    known.quantity = sum(known.quantity, more.quantity)?;
    known.gross_minor = sum(known.gross_minor, more.gross_minor)?;
    known.tax_minor = sum(known.tax_minor, more.tax_minor)?;
    Ok(())
}
