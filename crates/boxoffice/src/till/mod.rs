//! Tills: the places where money is taken. A till has one drawer, and the drawer an account of its own in the ledger.

mod create;
mod find;
mod list;
pub(crate) mod store;

use kernel::{Currency, Refuse};
use serde::{Deserialize, Serialize};

pub use create::{CreateTill, create_till};
pub use find::chosen_till;
pub(crate) use find::{chosen_or_first_till, drawer_account};
pub use list::{TillSummary, list_tills};

kernel::id_type!(TillId, "till", "Names one till.");

/// Most characters of a till's code.
pub const CODE_CHARACTERS_MAX: usize = 8;
/// Most characters of a till's name.
pub const NAME_CHARACTERS_MAX: usize = 120;

/// A till as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Till {
    /// Which.
    pub id: TillId,
    /// Short, in capital letters and digits, as it is printed on reports: `A`.
    pub code: String,
    /// As people call it: `Foyer left`.
    pub name: String,
    /// The currency in its drawer.
    pub currency: Currency,
    /// Whether it is for practice: it sells to training events only.
    pub is_training: bool,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}

/// Why a till was not made or found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TillRefusal {
    /// No till answers to this.
    #[error("there is no till “{0}”")]
    Unknown(String),
    /// There are several, and none was named.
    #[error("there are several tills; which one?")]
    NotNamed,
    /// There is none at all.
    #[error("there is no till yet")]
    None,
    /// Not letters and digits, or too many.
    #[error("a till's code has 1 to {CODE_CHARACTERS_MAX} letters and digits")]
    CodeMalformed,
    /// Another till has it, or had it.
    #[error("till {0} exists already")]
    CodeTaken(String),
    /// Empty or too long.
    #[error("a till's name has 1 to {NAME_CHARACTERS_MAX} characters on one line")]
    NameMalformed,
}

impl Refuse for TillRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown_till",
            Self::NotNamed => "till_not_named",
            Self::None => "no_till",
            Self::CodeMalformed => "till_code_malformed",
            Self::CodeTaken(_) => "till_code_taken",
            Self::NameMalformed => "till_name_malformed",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unknown(_) | Self::NotNamed => "Give a till's code from the list of tills.".to_owned(),
            Self::None => "Open the drawer of a first till.".to_owned(),
            Self::CodeMalformed => "Use something short, like A or B2.".to_owned(),
            Self::CodeTaken(_) => "Choose another code; leave it out to get the next free one.".to_owned(),
            Self::NameMalformed => "Shorten the name.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Unknown(_) | Self::NotNamed | Self::None => "till",
            Self::CodeMalformed | Self::CodeTaken(_) => "code",
            Self::NameMalformed => "name",
        };
        Some(field.to_owned())
    }
}
