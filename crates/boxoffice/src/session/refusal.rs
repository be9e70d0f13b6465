//! Why a drawer refuses.

use std::collections::BTreeMap;

use kernel::{Currency, Money, Refuse};

/// Longest reason that a drawer keeps, as the tables check it.
pub(crate) const REASON_CHARACTERS_MAX: usize = 500;

/// Why something cannot be done with a drawer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawerRefusal {
    /// No session is open.
    #[error("the drawer of till {0} is closed")]
    Closed(String),
    /// A session is open.
    #[error("the drawer of till {0} is open already")]
    OpenAlready(String),
    /// Its cash is being counted.
    #[error("the drawer of till {0} is being counted")]
    BeingCounted(String),
    /// Less than nothing as a float.
    #[error("a float cannot be less than nothing")]
    NegativeFloat,
    /// Nothing, or less, to put in or take out.
    #[error("the amount must be more than nothing")]
    NoAmount,
    /// More than is in the drawer.
    #[error("there is not that much cash in the drawer")]
    NotEnoughCash,
    /// No reason.
    #[error("this needs a reason")]
    ReasonMissing,
    /// Too long, or several lines.
    #[error("the reason must be one line of at most {REASON_CHARACTERS_MAX} characters")]
    ReasonMalformed,
    /// Priced in another currency than the drawer holds.
    #[error("this till takes {till}, not {asked}")]
    OtherCurrency {
        /// What the drawer holds.
        till: Currency,
        /// What the sale is in.
        asked: Currency,
    },
    /// A training till sells practice only.
    #[error("this till is for practice and sells to training events only")]
    TrainingTill,
    /// Practice is not sold at a till for business.
    #[error("this event is for practice and is sold at training tills only")]
    TrainingEvent,
    /// Pieces without worth, named twice, or too many.
    #[error("this is no count of notes and coins")]
    CountMalformed,
    /// Counted and expected differ, and nobody said why.
    #[error("the drawer is {}", in_words(*over_short))]
    OverShortUnexplained {
        /// Counted less expected.
        over_short: Money,
    },
    /// There is no such report.
    #[error("till {till} has no Z report {number}")]
    UnknownReport {
        /// The till.
        till: String,
        /// The number.
        number: i64,
    },
    /// There is no such session.
    #[error("there is no such session")]
    UnknownSession,
    /// Nothing was named that was printed again.
    #[error("say what was printed again")]
    NothingReprinted,
}

fn in_words(over_short: Money) -> String {
    let amount = Money::new(over_short.minor.saturating_abs(), over_short.currency);
    if over_short.minor < 0 { format!("{amount} short") } else { format!("{amount} over") }
}

impl Refuse for DrawerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Closed(_) => "drawer_closed",
            Self::OpenAlready(_) => "drawer_open_already",
            Self::BeingCounted(_) => "drawer_being_counted",
            Self::NegativeFloat => "float_negative",
            Self::NoAmount => "amount_not_positive",
            Self::NotEnoughCash => "drawer_not_enough_cash",
            Self::ReasonMissing => "reason_missing",
            Self::ReasonMalformed => "reason_too_long",
            Self::OtherCurrency { .. } => "till_other_currency",
            Self::TrainingTill => "till_is_training",
            Self::TrainingEvent => "event_is_training",
            Self::CountMalformed => "count_malformed",
            Self::OverShortUnexplained { .. } => "over_short_reason_missing",
            Self::UnknownReport { .. } => "unknown_z_report",
            Self::UnknownSession => "unknown_till_session",
            Self::NothingReprinted => "nothing_reprinted",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Closed(_) => "Open the drawer with its float first.".to_owned(),
            Self::OpenAlready(_) => "Go on with the session that is open, or close it.".to_owned(),
            Self::BeingCounted(_) => "Finish the count, or put it off to sell on.".to_owned(),
            Self::NegativeFloat => "Enter what is put in, 0 or more.".to_owned(),
            Self::NoAmount => "Enter an amount.".to_owned(),
            Self::NotEnoughCash => "Pay cash in first, or use another tender.".to_owned(),
            Self::ReasonMissing => "Say why.".to_owned(),
            Self::ReasonMalformed => "Shorten the reason.".to_owned(),
            Self::OtherCurrency { asked, .. } => format!("Sell it at a till for {asked}."),
            Self::TrainingTill => "Choose a training event, or another till.".to_owned(),
            Self::TrainingEvent => "Choose another event, or a training till.".to_owned(),
            Self::CountMalformed => "Name each note and coin once, with how many there are.".to_owned(),
            Self::OverShortUnexplained { .. } => "Count again, or say why it differs.".to_owned(),
            Self::UnknownReport { .. } => "Choose a number from the list of reports.".to_owned(),
            Self::UnknownSession => "Choose a session from the list.".to_owned(),
            Self::NothingReprinted => "Name an order or tickets.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Closed(_) | Self::OpenAlready(_) | Self::BeingCounted(_) => "till",
            Self::NegativeFloat => "float_minor",
            Self::NoAmount | Self::NotEnoughCash => "amount_minor",
            Self::ReasonMissing | Self::ReasonMalformed | Self::OverShortUnexplained { .. } => "reason",
            Self::OtherCurrency { .. } | Self::TrainingTill | Self::TrainingEvent => "event",
            Self::CountMalformed => "counts",
            Self::UnknownReport { .. } => "number",
            Self::UnknownSession => "session",
            Self::NothingReprinted => "order",
        };
        Some(field.to_owned())
    }
    fn params(&self) -> BTreeMap<String, String> {
        let mut params = BTreeMap::new();
        if let Self::OverShortUnexplained { over_short } = self {
            params.insert("over_short_minor".to_owned(), over_short.minor.to_string());
            params.insert("currency".to_owned(), over_short.currency.to_string());
        }
        params
    }
}

/// A reason that was given: one line, not empty.
pub(crate) fn checked_reason(reason: &str) -> Result<&str, DrawerRefusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(DrawerRefusal::ReasonMissing);
    }
    if reason.chars().count() > REASON_CHARACTERS_MAX || reason.chars().any(char::is_control) {
        return Err(DrawerRefusal::ReasonMalformed);
    }
    Ok(reason)
}
