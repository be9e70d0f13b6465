//! The rules of each tender: what is enough, what goes back as change, what must be written down. Pure rules.

use kernel::{Money, MoneyError, Refuse};
use serde::{Deserialize, Serialize};

use super::PaymentMethod;

/// Longest reference of a terminal or a transfer, in characters.
pub const REFERENCE_CHARACTERS_MAX: usize = 200;

/// What the customer hands over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Tender {
    /// Notes and coins.
    Cash {
        /// What was handed over, in minor units; absent when it is the exact amount.
        #[serde(default)]
        #[ts(optional, type = "number")]
        tendered_minor: Option<i64>,
    },
    /// A card at an external terminal.
    Card {
        /// What the terminal printed for it; never the card's number.
        reference: String,
    },
    /// A bank transfer.
    Transfer {
        /// What the bank statement says of it.
        reference: String,
    },
    /// A voucher that holds money.
    Voucher {
        /// Its code.
        voucher: String,
    },
    /// A gift of the house.
    Comp {
        /// To whom and why.
        reason: String,
    },
}

impl Tender {
    /// Its kind.
    #[must_use]
    pub const fn method(&self) -> PaymentMethod {
        match self {
            Self::Cash { .. } => PaymentMethod::Cash,
            Self::Card { .. } => PaymentMethod::Card,
            Self::Transfer { .. } => PaymentMethod::Transfer,
            Self::Voucher { .. } => PaymentMethod::Voucher,
            Self::Comp { .. } => PaymentMethod::Comp,
        }
    }
}

impl Default for Tender {
    /// Exact cash.
    fn default() -> Self {
        Self::Cash { tendered_minor: None }
    }
}

/// One of several tenders that pay together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TenderPart {
    /// How much is paid by it, in minor units. Only cash may leave it away: it pays the rest.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub amount_minor: Option<i64>,
    /// The tender.
    #[serde(flatten)]
    #[ts(flatten)]
    pub tender: Tender,
}

/// A tender that is enough, with the change worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Its kind.
    pub method: PaymentMethod,
    /// What is paid by it.
    pub amount: Money,
    /// What was handed over, for cash.
    pub tendered: Option<Money>,
    /// What goes back across the counter.
    pub change: Money,
    /// The terminal's or the bank's reference, or the reason of a gift.
    pub reference: String,
}

/// Why a tender cannot pay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TenderRefusal {
    /// Less cash than owed.
    #[error("{tendered} is not enough for {due}: {missing} is missing")]
    NotEnoughCash {
        /// What is owed.
        due: Money,
        /// What was handed over.
        tendered: Money,
        /// The difference.
        missing: Money,
    },
    /// A negative amount of cash.
    #[error("the cash handed over cannot be less than nothing")]
    NegativeCash,
    /// A card or a transfer without the reference that finds it again.
    #[error("a payment by {method} needs a reference")]
    ReferenceMissing {
        /// The tender.
        method: PaymentMethod,
    },
    /// Too long, or with line breaks.
    #[error("the payment's reference must be one line of at most {REFERENCE_CHARACTERS_MAX} characters")]
    ReferenceMalformed,
    /// The reference is a card number.
    #[error("this looks like a card number, which must never be written down here")]
    CardNumber,
    /// A gift without a reason.
    #[error("giving tickets away needs a reason")]
    ReasonMissing,
    /// A part without its amount.
    #[error("how much is paid by {method} is missing")]
    PartWithoutAmount {
        /// The tender.
        method: PaymentMethod,
    },
    /// A part that pays nothing.
    #[error("a payment by {method} of nothing pays nothing")]
    EmptyPart {
        /// The tender.
        method: PaymentMethod,
    },
    /// Several parts of cash.
    #[error("cash is one part of a payment, not several")]
    CashTwice,
    /// A gift among other tenders.
    #[error("a gift is not combined with other payments")]
    CompInPart,
    /// The parts are not what is owed.
    #[error("the payments come to {paid}, {due} is owed")]
    PartsDiffer {
        /// What is owed.
        due: Money,
        /// What they come to.
        paid: Money,
    },
    /// A gift pays nothing, so it cannot pay something that is owed.
    #[error("a gift cannot pay {due}")]
    CompPaysNothing {
        /// What is owed.
        due: Money,
    },
}

impl Refuse for TenderRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotEnoughCash { .. } => "not_enough_cash",
            Self::NegativeCash => "negative_cash",
            Self::ReferenceMissing { .. } => "reference_missing",
            Self::ReferenceMalformed => "reference_malformed",
            Self::CardNumber => "card_number",
            Self::ReasonMissing => "reason_missing",
            Self::PartWithoutAmount { .. } => "payment_amount_missing",
            Self::EmptyPart { .. } => "payment_empty",
            Self::CashTwice => "payment_cash_twice",
            Self::CompInPart => "payment_comp_in_part",
            Self::PartsDiffer { .. } => "payments_differ",
            Self::CompPaysNothing { .. } => "comp_pays_nothing",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NotEnoughCash { missing, .. } => {
                format!("Take {missing} more, or choose another way to pay.")
            }
            Self::NegativeCash => "Enter what was handed over.".to_owned(),
            Self::ReferenceMissing { .. } => {
                "Copy the receipt number of the terminal or the bank.".to_owned()
            }
            Self::ReferenceMalformed => "Shorten the reference.".to_owned(),
            Self::CardNumber => "Enter the terminal's receipt number instead.".to_owned(),
            Self::ReasonMissing => "Say for whom and why.".to_owned(),
            Self::PartWithoutAmount { .. } => "Enter how much of it is paid this way.".to_owned(),
            Self::EmptyPart { .. } => "Leave it away.".to_owned(),
            Self::CashTwice => "Add the cash up.".to_owned(),
            Self::CompInPart => "Give the whole order away, or take payment for all of it.".to_owned(),
            Self::PartsDiffer { due, .. } => format!("Let them come to {due}."),
            Self::CompPaysNothing { .. } => "Choose how this is paid.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::NotEnoughCash { .. } | Self::NegativeCash => "payment.tendered_minor",
            Self::ReferenceMissing { .. } | Self::ReferenceMalformed | Self::CardNumber => {
                "payment.reference"
            }
            Self::ReasonMissing => "payment.reason",
            Self::PartWithoutAmount { .. }
            | Self::EmptyPart { .. }
            | Self::CashTwice
            | Self::CompInPart
            | Self::PartsDiffer { .. } => "payments",
            Self::CompPaysNothing { .. } => "payment.method",
        };
        Some(field.to_owned())
    }
    fn params(&self) -> std::collections::BTreeMap<String, String> {
        let mut params = std::collections::BTreeMap::new();
        if let Self::NotEnoughCash { due, tendered, missing } = self {
            params.insert("due".to_owned(), due.to_string());
            params.insert("tendered".to_owned(), tendered.to_string());
            params.insert("missing".to_owned(), missing.to_string());
        }
        params
    }
}

/// Pays `due` with `tender`.
///
/// # Errors
/// When the tender is not enough or lacks what must be written down. Nothing is owed for free tickets, and then a
/// card needs no reference.
pub fn settle(due: Money, tender: &Tender) -> Result<Settled, TenderRefusal> {
    let exact = |method, reference| Settled {
        method,
        amount: due,
        tendered: None,
        change: Money::zero(due.currency),
        reference,
    };
    match tender {
        Tender::Cash { tendered_minor } => cash(due, *tendered_minor),
        Tender::Card { reference } => {
            Ok(exact(PaymentMethod::Card, checked_reference(due, reference, PaymentMethod::Card)?))
        }
        Tender::Transfer { reference } => {
            Ok(exact(PaymentMethod::Transfer, checked_reference(due, reference, PaymentMethod::Transfer)?))
        }
        Tender::Voucher { voucher } => {
            Ok(exact(PaymentMethod::Voucher, checked_reference(due, voucher, PaymentMethod::Voucher)?))
        }
        Tender::Comp { .. } if !due.is_zero() => Err(TenderRefusal::CompPaysNothing { due }),
        Tender::Comp { reason } => {
            let reason = one_line(reason)?;
            if reason.is_empty() {
                return Err(TenderRefusal::ReasonMissing);
            }
            Ok(exact(PaymentMethod::Comp, reason))
        }
    }
}

/// Pays `due` with several tenders, all or nothing. Cash pays the rest that the others leave: `cash_due` says what
/// coins can pay of an amount. Change comes from cash alone.
///
/// # Errors
/// When the parts do not come to what is owed, or one of them cannot pay.
pub fn settle_parts<E: From<TenderRefusal> + From<MoneyError>>(
    due: Money,
    parts: &[TenderPart],
    cash_due: impl Fn(Money) -> Result<Money, E>,
) -> Result<Vec<Settled>, E> {
    let mut rest = due;
    let mut settled = Vec::with_capacity(parts.len());
    for part in parts {
        let method = part.tender.method();
        match (method, part.amount_minor) {
            (PaymentMethod::Comp, _) => return Err(TenderRefusal::CompInPart.into()),
            (PaymentMethod::Cash, _) => continue,
            (_, None) => return Err(TenderRefusal::PartWithoutAmount { method }.into()),
            (_, Some(..=0)) => return Err(TenderRefusal::EmptyPart { method }.into()),
            (_, Some(minor)) => {
                let amount = Money::new(minor, due.currency);
                rest = rest.subtract(amount)?;
                settled.push(settle(amount, &part.tender)?);
            }
        }
    }
    let mut cash = parts.iter().filter(|part| part.tender.method() == PaymentMethod::Cash);
    let differ = |rest: Money| -> Result<E, MoneyError> {
        Ok(TenderRefusal::PartsDiffer { due, paid: due.subtract(rest)? }.into())
    };
    match (cash.next(), cash.next()) {
        (Some(_), Some(_)) => Err(TenderRefusal::CashTwice.into()),
        (None, _) if rest.is_zero() => Ok(settled),
        (None, _) => Err(differ(rest)?),
        (Some(_), None) if rest.minor < 0 => Err(differ(rest)?),
        (Some(_), None) if rest.is_zero() => {
            Err(TenderRefusal::EmptyPart { method: PaymentMethod::Cash }.into())
        }
        (Some(part), None) => {
            let coins = cash_due(rest)?;
            if let Some(minor) =
                part.amount_minor.filter(|minor| *minor != coins.minor && *minor != rest.minor)
            {
                return Err(differ(rest.subtract(Money::new(minor, due.currency))?)?);
            }
            settled.push(settle(coins, &part.tender)?);
            Ok(settled)
        }
    }
}

fn cash(due: Money, tendered_minor: Option<i64>) -> Result<Settled, TenderRefusal> {
    let tendered = Money::new(tendered_minor.unwrap_or(due.minor), due.currency);
    if tendered.minor < 0 {
        return Err(TenderRefusal::NegativeCash);
    }
    // Both are zero or more, so the difference always fits.
    let change = Money::new(tendered.minor - due.minor, due.currency);
    if change.minor < 0 {
        let missing = Money::new(-change.minor, due.currency);
        return Err(TenderRefusal::NotEnoughCash { due, tendered, missing });
    }
    Ok(Settled {
        method: PaymentMethod::Cash,
        amount: due,
        tendered: Some(tendered),
        change,
        reference: String::new(),
    })
}

fn checked_reference(due: Money, text: &str, method: PaymentMethod) -> Result<String, TenderRefusal> {
    let reference = one_line(text)?;
    if reference.is_empty() && !due.is_zero() {
        return Err(TenderRefusal::ReferenceMissing { method });
    }
    if is_card_number(&reference) {
        return Err(TenderRefusal::CardNumber);
    }
    Ok(reference)
}

fn one_line(text: &str) -> Result<String, TenderRefusal> {
    let trimmed = text.trim();
    if trimmed.chars().count() > REFERENCE_CHARACTERS_MAX || trimmed.chars().any(char::is_control) {
        return Err(TenderRefusal::ReferenceMalformed);
    }
    Ok(trimmed.to_owned())
}

/// Whether `text` is the number of a payment card: the length and first digits of a big scheme, and a check digit
/// that fits (ISO/IEC 7812). A terminal's own receipt numbers are shorter.
fn is_card_number(text: &str) -> bool {
    let digits: Vec<u32> =
        text.chars().filter(|c| !matches!(c, ' ' | '-')).filter_map(|c| c.to_digit(10)).collect();
    if digits.len() != text.chars().filter(|c| !matches!(c, ' ' | '-')).count() {
        return false;
    }
    let of_scheme = match (digits.len(), digits.first(), digits.get(1)) {
        (13 | 16 | 19, Some(4), _) | (15, Some(3), Some(4 | 7)) => true,
        (16, Some(5), Some(1..=5)) | (16, Some(2), Some(2..=7)) | (16..=19, Some(6), _) => true,
        (_, _, _) => false,
    };
    of_scheme && has_luhn_digit(&digits)
}

fn has_luhn_digit(digits: &[u32]) -> bool {
    let weighted = digits.iter().rev().enumerate().map(|(place, digit)| match place % 2 {
        0 => *digit,
        _ if *digit > 4 => digit * 2 - 9,
        _ => digit * 2,
    });
    weighted.sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn cash_without_an_amount_is_exact() {
        let settled = settle(eur(4200), &Tender::Cash { tendered_minor: None }).unwrap();
        assert_eq!((settled.tendered, settled.change), (Some(eur(4200)), eur(0)));
    }

    #[test]
    fn too_little_cash_says_what_is_missing() {
        let refusal = settle(eur(4200), &Tender::Cash { tendered_minor: Some(4000) }).unwrap_err();
        assert_eq!(refusal.to_string(), "40.00 EUR is not enough for 42.00 EUR: 2.00 EUR is missing");
    }

    #[test]
    fn a_card_needs_the_terminals_reference_but_never_the_cards_number() {
        let card = |reference: &str| settle(eur(100), &Tender::Card { reference: reference.to_owned() });
        assert_eq!(card(" T-0042 ").unwrap().reference, "T-0042");
        assert_eq!(card("  "), Err(TenderRefusal::ReferenceMissing { method: PaymentMethod::Card }));
        assert_eq!(card("4111 1111 1111 1111"), Err(TenderRefusal::CardNumber));
        assert_eq!(card("3782-822463-10005"), Err(TenderRefusal::CardNumber));
        assert_eq!(card("a\nb"), Err(TenderRefusal::ReferenceMalformed));
        assert_eq!(card(&"9".repeat(201)), Err(TenderRefusal::ReferenceMalformed));
        assert!(card("4111111111111112").is_ok(), "the check digit does not fit: not a card");
    }

    #[test]
    fn a_gift_needs_a_reason_and_pays_nothing() {
        let gift = |due, reason: &str| settle(eur(due), &Tender::Comp { reason: reason.to_owned() });
        assert_eq!(gift(0, "Press").unwrap().reference, "Press");
        assert_eq!(gift(0, " "), Err(TenderRefusal::ReasonMissing));
        assert_eq!(gift(1, "Press"), Err(TenderRefusal::CompPaysNothing { due: eur(1) }));
    }

    #[test]
    fn free_tickets_need_no_card_reference() {
        assert!(settle(eur(0), &Tender::Card { reference: String::new() }).is_ok());
    }

    #[test]
    fn tenders_are_read_from_their_wire_form() {
        let read = |text: &str| serde_json::from_str::<Tender>(text).unwrap();
        assert_eq!(read(r#"{"method":"cash"}"#), Tender::Cash { tendered_minor: None });
        assert_eq!(
            read(r#"{"method":"cash","tendered_minor":5000}"#),
            Tender::Cash { tendered_minor: Some(5000) }
        );
        assert_eq!(
            read(r#"{"method":"comp","reason":"Press"}"#),
            Tender::Comp { reason: "Press".to_owned() }
        );
    }

    fn part(tender: Tender, amount_minor: Option<i64>) -> TenderPart {
        TenderPart { amount_minor, tender }
    }

    fn card(minor: i64) -> TenderPart {
        part(Tender::Card { reference: "T-1".to_owned() }, Some(minor))
    }

    fn all(due: i64, parts: &[TenderPart]) -> Result<Vec<(PaymentMethod, i64, i64)>, &'static str> {
        let settled =
            settle_parts::<kernel::Failure>(eur(due), parts, Ok).map_err(|failure| match failure.code() {
                "payments_differ" => "payments_differ",
                "payment_empty" => "payment_empty",
                "payment_cash_twice" => "payment_cash_twice",
                "payment_comp_in_part" => "payment_comp_in_part",
                "payment_amount_missing" => "payment_amount_missing",
                "not_enough_cash" => "not_enough_cash",
                _ => "another",
            });
        Ok(settled?.iter().map(|paid| (paid.method, paid.amount.minor, paid.change.minor)).collect())
    }

    #[test]
    fn several_tenders_pay_together_and_cash_gives_change() {
        let cash = |amount, tendered| part(Tender::Cash { tendered_minor: tendered }, amount);
        let both = [(PaymentMethod::Card, 3_000, 0), (PaymentMethod::Cash, 1_200, 800)];
        assert_eq!(all(4_200, &[card(3_000), cash(None, Some(2_000))]).unwrap(), both);
        assert_eq!(all(4_200, &[cash(Some(1_200), Some(2_000)), card(3_000)]).unwrap(), both);
        assert_eq!(all(4_200, &[card(3_000), card(1_200)]).unwrap().len(), 2);
        for (parts, code) in [
            (vec![card(3_000)], "payments_differ"),
            (vec![card(4_300)], "payments_differ"),
            (vec![card(3_000), cash(Some(1_000), None)], "payments_differ"),
            (vec![card(5_000), cash(None, None)], "payments_differ"),
            (vec![card(4_200), cash(None, None)], "payment_empty"),
            (vec![card(0), cash(None, None)], "payment_empty"),
            (vec![cash(Some(100), None), cash(None, None)], "payment_cash_twice"),
            (vec![part(Tender::Comp { reason: "Press".to_owned() }, Some(1))], "payment_comp_in_part"),
            (vec![part(Tender::Card { reference: "T-1".to_owned() }, None)], "payment_amount_missing"),
            (vec![card(3_000), cash(None, Some(1_000))], "not_enough_cash"),
        ] {
            assert_eq!(all(4_200, &parts), Err(code), "{parts:?}");
        }
    }

    proptest! {
        #[test]
        fn cash_in_minus_change_is_what_was_owed(due in 0_i64.., tendered in any::<i64>()) {
            match settle(eur(due), &Tender::Cash { tendered_minor: Some(tendered) }) {
                Ok(settled) => {
                    prop_assert!(tendered >= due && settled.change.minor >= 0);
                    prop_assert_eq!(tendered - settled.change.minor, due);
                }
                Err(_) => prop_assert!(tendered < due),
            }
        }
    }
}
