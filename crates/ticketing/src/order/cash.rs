//! What coins can pay: some currencies have no coins for their smallest units, so cash is rounded and cards are not.
//! Pure rules.

use kernel::{Money, MoneyError};

/// The amount of cash for `due`: the nearest multiple of the currency's smallest coin, halves away from zero.
///
/// # Errors
/// When it does not fit.
pub fn cash_due(due: Money) -> Result<Money, MoneyError> {
    let facts = reference::currency(due.currency);
    let step = facts.and_then(|facts| facts.cash_step_minor).unwrap_or(1);
    to_step(due, step)
}

fn to_step(due: Money, step: i64) -> Result<Money, MoneyError> {
    if step <= 1 {
        return Ok(due);
    }
    let over = due.minor % step;
    let down = due.minor - over;
    let is_up = over.abs() * 2 >= step;
    let minor = if is_up { down.checked_add(step * over.signum()) } else { Some(down) };
    minor.map(|minor| Money::new(minor, due.currency)).ok_or(MoneyError::TooLarge)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_currency_rounds_to_its_smallest_coin() {
        for (code, due, cash) in [
            ("CHF", 1_997, 1_995),
            ("CHF", 1_998, 2_000),
            ("SEK", 1_949, 1_900),
            ("SEK", 1_950, 2_000),
            ("NOK", 1_951, 2_000),
            ("DKK", 1_924, 1_900),
            ("DKK", 1_925, 1_950),
            ("AUD", 1_902, 1_900),
            ("CAD", 1_903, 1_905),
            ("NZD", 1_905, 1_910),
            ("EUR", 1_997, 1_997),
            ("JPY", 1_997, 1_997),
        ] {
            let currency = code.parse().unwrap();
            assert_eq!(cash_due(Money::new(due, currency)), Ok(Money::new(cash, currency)), "{due} {code}");
        }
    }

    proptest! {
        #[test]
        fn cash_is_never_further_off_than_half_a_coin(due in -1_000_000_i64..1_000_000, step in 1_i64..500) {
            let currency = kernel::Currency::EUR;
            let cash = to_step(Money::new(due, currency), step).unwrap().minor;
            prop_assert_eq!(cash % step, 0);
            prop_assert!((cash - due).abs() * 2 <= step);
        }
    }
}
