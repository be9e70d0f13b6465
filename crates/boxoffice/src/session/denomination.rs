//! Notes and coins, and counts of them. Pure rules.

use kernel::{Currency, Money};
use serde::{Deserialize, Serialize};

use super::DrawerRefusal;

/// Most pieces of one kind in one count.
const PIECES_MAX: i64 = 1_000_000;

/// A note or a coin that a drawer may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Denomination {
    /// What one is worth, in minor units.
    #[ts(type = "number")]
    pub minor: i64,
    /// Whether it is a note; else it is a coin.
    pub is_note: bool,
}

/// How many pieces of one worth were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DenominationCount {
    /// What one is worth, in minor units.
    #[ts(type = "number")]
    pub denomination_minor: i64,
    /// How many there are.
    #[ts(type = "number")]
    pub count: i64,
}

/// The notes and coins of `currency` that circulate, the largest first. For a currency without a list of its own:
/// steps of 1, 2 and 5, with notes from five main units.
#[must_use]
pub fn denominations(currency: Currency) -> Vec<Denomination> {
    let (notes, coins): (&[i64], &[i64]) = match currency.code() {
        "EUR" => (&[50000, 20000, 10000, 5000, 2000, 1000, 500], &[200, 100, 50, 20, 10, 5, 2, 1]),
        "GBP" => (&[5000, 2000, 1000, 500], &[200, 100, 50, 20, 10, 5, 2, 1]),
        "USD" => (&[10000, 5000, 2000, 1000, 500, 200, 100], &[50, 25, 10, 5, 1]),
        "CHF" => (&[100_000, 20000, 10000, 5000, 2000, 1000], &[500, 200, 100, 50, 20, 10, 5]),
        "SEK" => (&[100_000, 50000, 20000, 10000, 5000, 2000], &[1000, 500, 200, 100]),
        "NOK" => (&[100_000, 50000, 20000, 10000, 5000], &[2000, 1000, 500, 100]),
        "DKK" => (&[100_000, 50000, 20000, 10000, 5000], &[2000, 1000, 500, 200, 100, 50]),
        "PLN" => (&[50000, 20000, 10000, 5000, 2000, 1000], &[500, 200, 100, 50, 20, 10, 5, 2, 1]),
        "CZK" => (&[500_000, 200_000, 100_000, 50000, 20000, 10000], &[5000, 2000, 1000, 500, 200, 100]),
        "JPY" => (&[10000, 5000, 2000, 1000], &[500, 100, 50, 10, 5, 1]),
        "INR" => (&[50000, 20000, 10000, 5000, 2000, 1000], &[2000, 1000, 500, 200, 100]),
        _ => return stepped(currency),
    };
    let notes = notes.iter().map(|minor| Denomination { minor: *minor, is_note: true });
    notes.chain(coins.iter().map(|minor| Denomination { minor: *minor, is_note: false })).collect()
}

fn stepped(currency: Currency) -> Vec<Denomination> {
    let unit = currency.minor_per_major();
    let mut steps: Vec<i64> = Vec::new();
    let mut power = 1;
    while power <= unit * 100 {
        steps.extend([power, power * 2, power * 5]);
        power *= 10;
    }
    steps.reverse();
    steps.into_iter().map(|minor| Denomination { minor, is_note: minor >= unit * 5 }).collect()
}

/// What the counted pieces come to.
///
/// # Errors
/// When a piece is worth nothing, is named twice, or the count is below nothing or beyond counting.
pub(super) fn counted(counts: &[DenominationCount], currency: Currency) -> Result<Money, DrawerRefusal> {
    let mut total = Money::zero(currency);
    for (index, pieces) in counts.iter().enumerate() {
        let is_twice =
            counts[..index].iter().any(|other| other.denomination_minor == pieces.denomination_minor);
        if pieces.denomination_minor <= 0 || !(0..=PIECES_MAX).contains(&pieces.count) || is_twice {
            return Err(DrawerRefusal::CountMalformed);
        }
        let worth = Money::new(pieces.denomination_minor, currency).times(pieces.count);
        let sum = worth.and_then(|worth| total.add(worth));
        total = sum.map_err(|_| DrawerRefusal::CountMalformed)?;
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(denomination_minor: i64, count: i64) -> DenominationCount {
        DenominationCount { denomination_minor, count }
    }

    #[test]
    fn a_count_is_the_sum_of_its_pieces() {
        let counts = [pieces(5000, 3), pieces(50, 7), pieces(1, 0)];
        assert_eq!(counted(&counts, Currency::EUR), Ok(Money::new(15_350, Currency::EUR)));
        assert_eq!(counted(&[], Currency::EUR), Ok(Money::zero(Currency::EUR)));
    }

    #[test]
    fn counts_that_cannot_be_are_refused() {
        for counts in [
            vec![pieces(0, 1)],
            vec![pieces(-100, 1)],
            vec![pieces(100, -1)],
            vec![pieces(100, 1), pieces(100, 2)],
            vec![pieces(i64::MAX, 2)],
        ] {
            assert_eq!(counted(&counts, Currency::EUR), Err(DrawerRefusal::CountMalformed), "{counts:?}");
        }
    }

    #[test]
    fn every_currency_has_notes_and_coins_from_the_largest_down() {
        for code in ["EUR", "USD", "GBP", "CHF", "JPY", "KWD", "XCR", "INR", "CZK"] {
            let all = denominations(code.parse().unwrap());
            assert!(all.len() > 6, "{code}");
            let notes: Vec<i64> = all.iter().filter(|one| one.is_note).map(|one| one.minor).collect();
            let coins: Vec<i64> = all.iter().filter(|one| !one.is_note).map(|one| one.minor).collect();
            for kind in [&notes, &coins] {
                assert!(kind.windows(2).all(|pair| pair[0] > pair[1]), "{code}: {kind:?}");
            }
        }
    }
}
