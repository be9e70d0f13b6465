//! Why a check-in list is refused or not found.

use identity::wording::WordingError;
use kernel::{LocalTimeError, Refuse};

use crate::rules::RuleTooLarge;

/// Why a check-in list is refused or not found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListRefused {
    /// Its name.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// One of its times.
    #[error(transparent)]
    Time(#[from] LocalTimeError),
    /// Its rules.
    #[error(transparent)]
    Rule(#[from] RuleTooLarge),
    /// Another list of the event has this name.
    #[error("the event has a check-in list “{0}” already")]
    NameTaken(String),
    /// A tier that the event does not have.
    #[error("there is no tier “{0}” in this event")]
    UnknownTier(String),
    /// No list answers to this reference.
    #[error("there is no check-in list “{0}” in this event")]
    Unknown(String),
}

impl Refuse for ListRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(error) => error.code(),
            Self::Time(error) => error.code(),
            Self::Rule(error) => error.code(),
            Self::NameTaken(_) => "list_name_taken",
            Self::UnknownTier(_) => "unknown_tier",
            Self::Unknown(_) => "unknown_list",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(error) => error.fix(),
            Self::Time(error) => error.fix(),
            Self::Rule(error) => error.fix(),
            Self::NameTaken(_) => "Choose another name, or change the list that has it.".to_owned(),
            Self::UnknownTier(_) => "Use a tier's name, number or id from the list of tiers.".to_owned(),
            Self::Unknown(_) => "Use a list's name or id from the check-in lists of the event.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Wording(error) => error.field(),
            Self::Time(_) => Some("exit_all_at".to_owned()),
            Self::Rule(error) => error.field(),
            Self::NameTaken(_) => Some("name".to_owned()),
            Self::UnknownTier(_) => Some("tiers".to_owned()),
            Self::Unknown(_) => Some("list".to_owned()),
        }
    }
}
