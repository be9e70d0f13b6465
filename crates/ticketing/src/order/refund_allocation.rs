//! By which payments money goes back when an order was paid by several. Pure rules.
//!
//! The fewest movements win: a payment that is exactly the sum; else the smallest that is more and can be given back
//! in part; else the largest that is less, and the rest is looked for again. What no payment can give is left to be
//! handed back by hand.

use kernel::{Money, MoneyError};

/// How much of a payment its tender can give back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refundable {
    /// Any part of it.
    InPart,
    /// All of it, or nothing.
    InFull,
    /// Nothing.
    Never,
}

/// A payment that money may go back by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What of it has not gone back yet.
    pub left: Money,
    /// How much its tender can give back.
    pub refundable: Refundable,
}

/// How a sum goes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// How much by each source, in the order in which they were chosen.
    pub parts: Vec<(usize, Money)>,
    /// What no source can give back.
    pub by_hand: Money,
}

/// Spreads `amount` over `sources`.
///
/// # Errors
/// When currencies meet or an amount does not fit.
pub fn allocate(amount: Money, sources: &[Source]) -> Result<Allocation, MoneyError> {
    let mut free: Vec<usize> = (0..sources.len())
        .filter(|index| sources[*index].refundable != Refundable::Never && sources[*index].left.minor > 0)
        .collect();
    let mut parts = Vec::new();
    let mut rest = amount;
    while rest.minor > 0 {
        let Some(chosen) = choose(rest, sources, &free) else { break };
        let left = sources[chosen].left;
        let part = if left.minor < rest.minor { left } else { rest };
        parts.push((chosen, part));
        rest = rest.subtract(part)?;
        free.retain(|index| *index != chosen);
    }
    Ok(Allocation { parts, by_hand: rest })
}

fn choose(rest: Money, sources: &[Source], free: &[usize]) -> Option<usize> {
    let left = |index: &&usize| sources[**index].left.minor;
    let same = free.iter().find(|index| left(index) == rest.minor);
    let larger = || {
        let in_part = |index: &&usize| sources[**index].refundable == Refundable::InPart;
        free.iter().filter(|index| left(index) > rest.minor && in_part(index)).min_by_key(left)
    };
    // The first among equals: `max_by_key` would take the last.
    let smaller = || free.iter().rev().filter(|index| left(index) < rest.minor).max_by_key(left);
    same.or_else(larger).or_else(smaller).copied()
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn source(minor: i64, refundable: Refundable) -> Source {
        Source { left: eur(minor), refundable }
    }

    #[test]
    fn the_fewest_movements_win() {
        let sources = [
            source(2_300, Refundable::InFull),
            source(1_000, Refundable::InPart),
            source(1_300, Refundable::Never),
        ];
        for (amount, parts, by_hand) in [
            (2_300, vec![(0, 2_300)], 0),
            (1_000, vec![(1, 1_000)], 0),
            (500, vec![(1, 500)], 0),
            (2_000, vec![(1, 1_000)], 1_000),
            (2_500, vec![(0, 2_300), (1, 200)], 0),
            (3_500, vec![(0, 2_300), (1, 1_000)], 200),
        ] {
            let found = allocate(eur(amount), &sources).unwrap();
            let minor: Vec<_> = found.parts.iter().map(|(index, part)| (*index, part.minor)).collect();
            assert_eq!((minor, found.by_hand.minor), (parts, by_hand), "{amount}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_given_twice_or_from_what_cannot_give(
            amount in 0_i64..10_000, sources in prop::collection::vec((0_i64..4_000, 0_usize..3), 0..6),
        ) {
            let sources: Vec<_> = sources
                .into_iter()
                .map(|(minor, kind)| {
                    let kinds = [Refundable::InPart, Refundable::InFull, Refundable::Never];
                    source(minor, kinds[kind])
                })
                .collect();
            let found = allocate(eur(amount), &sources).unwrap();
            let given: i64 = found.parts.iter().map(|(_, part)| part.minor).sum();
            prop_assert_eq!(given + found.by_hand.minor, amount);
            let mut seen = Vec::new();
            for (index, part) in &found.parts {
                let source = sources[*index];
                prop_assert!(!seen.contains(index) && part.minor > 0 && part.minor <= source.left.minor);
                let can_give = match source.refundable {
                    Refundable::InPart => true,
                    Refundable::InFull => *part == source.left,
                    Refundable::Never => false,
                };
                prop_assert!(can_give);
                seen.push(*index);
            }
            let all_in_part = sources.iter().all(|source| source.refundable == Refundable::InPart);
            let worth: i64 = sources.iter().map(|source| source.left.minor).sum();
            prop_assert!(!all_in_part || found.by_hand.minor == (amount - worth).max(0));
        }
    }
}
