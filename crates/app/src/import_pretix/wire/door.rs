//! What happens at the door: lists, gates, devices, scans, questions, codes that no longer open.

use serde::Deserialize;

use super::values::{LocalText, Moment};

/// A check-in list.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct CheckinList {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// Name.
    pub(in crate::import_pretix) name: String,
    /// Whether it takes every product.
    pub(in crate::import_pretix) all_products: bool,
    /// Otherwise, which.
    pub(in crate::import_pretix) limit_products: Vec<i64>,
    /// Whether unpaid orders are on it.
    #[serde(default)]
    pub(in crate::import_pretix) include_pending: bool,
    /// Whether a ticket may enter again and again.
    #[serde(default)]
    pub(in crate::import_pretix) allow_multiple_entries: bool,
    /// Whether a ticket may enter again after it left.
    #[serde(default)]
    pub(in crate::import_pretix) allow_entry_after_exit: bool,
    /// Conditions, as JSON logic.
    #[serde(default)]
    pub(in crate::import_pretix) rules: serde_json::Value,
    /// When everybody inside counts as gone.
    #[serde(default)]
    pub(in crate::import_pretix) exit_all_at: Option<Moment>,
    /// Whether the main ticket's code opens for an add-on.
    #[serde(default)]
    pub(in crate::import_pretix) addon_match: bool,
}

/// A gate.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Gate {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// Name.
    pub(in crate::import_pretix) name: LocalText,
    /// Short name.
    #[serde(default)]
    pub(in crate::import_pretix) identifier: Option<String>,
}

/// A device.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Device {
    /// Number within the organizer.
    pub(in crate::import_pretix) device_id: i64,
    /// Name.
    pub(in crate::import_pretix) name: String,
}

/// In or out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::import_pretix) enum Direction {
    /// In.
    Entry,
    /// Out.
    Exit,
}

/// Why a scan was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::import_pretix) enum ErrorReason {
    /// The order is cancelled or expired.
    Canceled,
    /// Nobody knows the code.
    Invalid,
    /// The order is not paid.
    Unpaid,
    /// The product is not on the list.
    Product,
    /// A condition of the list says no.
    Rules,
    /// The code was replaced.
    Revoked,
    /// A question is open.
    Incomplete,
    /// It entered before.
    AlreadyRedeemed,
    /// Several tickets match.
    Ambiguous,
    /// The ticket is blocked.
    Blocked,
    /// The order waits for approval.
    Unapproved,
    /// Too early or too late for the ticket.
    InvalidTime,
    /// A reason that newer versions may have.
    #[serde(other)]
    Other,
}

/// A scan that happened.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Scan {
    /// Number within the installation; grows in the order in which scans were recorded.
    pub(in crate::import_pretix) id: i64,
    /// Whether it let someone pass.
    pub(in crate::import_pretix) successful: bool,
    /// If not, why.
    #[serde(default)]
    pub(in crate::import_pretix) error_reason: Option<ErrorReason>,
    /// The position that was found.
    #[serde(default)]
    pub(in crate::import_pretix) position: Option<i64>,
    /// The code that was read, where the export keeps it.
    #[serde(default)]
    pub(in crate::import_pretix) raw_barcode: Option<String>,
    /// When.
    pub(in crate::import_pretix) datetime: Moment,
    /// When it was recorded; later than `datetime` for scans that were uploaded.
    #[serde(default)]
    pub(in crate::import_pretix) created: Option<Moment>,
    /// On which list.
    pub(in crate::import_pretix) list: i64,
    /// At which gate.
    #[serde(default)]
    pub(in crate::import_pretix) gate: Option<i64>,
    /// By which device.
    #[serde(default)]
    pub(in crate::import_pretix) device: Option<i64>,
    /// Whether a person overrode a refusal.
    #[serde(default)]
    pub(in crate::import_pretix) forced: bool,
    /// In or out.
    #[serde(rename = "type")]
    pub(in crate::import_pretix) direction: Direction,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(in crate::import_pretix) enum QuestionKind {
    /// A number.
    #[serde(rename = "N")]
    Number,
    /// One line.
    #[serde(rename = "S")]
    Line,
    /// Several lines.
    #[serde(rename = "T")]
    Lines,
    /// Yes or no.
    #[serde(rename = "B")]
    YesNo,
    /// One of the options.
    #[serde(rename = "C")]
    Choice,
    /// Some of the options.
    #[serde(rename = "M")]
    Choices,
    /// A day.
    #[serde(rename = "D")]
    Date,
    /// A time of day.
    #[serde(rename = "H")]
    Time,
    /// A day and a time.
    #[serde(rename = "W")]
    DateTime,
    /// A file, a country, a telephone number, and what newer versions may have.
    #[serde(other)]
    Other,
}

/// A question about a guest.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Question {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// The words.
    pub(in crate::import_pretix) question: LocalText,
    /// What kind of answer it takes.
    #[serde(rename = "type")]
    pub(in crate::import_pretix) kind: QuestionKind,
    /// Whether it must be answered.
    pub(in crate::import_pretix) required: bool,
    /// Products it is asked for.
    pub(in crate::import_pretix) items: Vec<i64>,
    /// What can be chosen.
    #[serde(default)]
    pub(in crate::import_pretix) options: Vec<QuestionOption>,
    /// Place in the order of asking.
    #[serde(default)]
    pub(in crate::import_pretix) position: i64,
    /// Whether the door asks it.
    #[serde(default)]
    pub(in crate::import_pretix) ask_during_checkin: bool,
    /// Short name.
    pub(in crate::import_pretix) identifier: String,
}

/// Something that can be chosen.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct QuestionOption {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// Short name.
    pub(in crate::import_pretix) identifier: String,
    /// The words.
    pub(in crate::import_pretix) answer: LocalText,
}

/// A code that was replaced.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct RevokedSecret {
    /// The code.
    pub(in crate::import_pretix) secret: String,
    /// When.
    #[serde(default)]
    pub(in crate::import_pretix) created: Option<Moment>,
}

/// A code's place on the block list.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct BlockedSecret {
    /// The code.
    pub(in crate::import_pretix) secret: String,
    /// Whether it is blocked now.
    pub(in crate::import_pretix) blocked: bool,
}
