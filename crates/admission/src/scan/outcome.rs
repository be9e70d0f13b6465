//! What the door is told about a scan.

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{EventId, QuestionId, ScanId, TicketId, TierId},
    verdict::{AnswerKind, AnswerOption, Direction, Verdict},
};

/// The ticket that a code led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ScannedTicket {
    /// Which.
    pub id: TicketId,
    /// Its code.
    pub code: String,
    /// Its tier.
    pub tier_id: TierId,
    /// Its tier's name.
    pub tier_name: String,
    /// What a badge or a door shows for the tier.
    pub badge_label: String,
    /// Who holds it; the buyer when nobody is named.
    pub holder_name: String,
    /// The code of its order.
    pub order_code: String,
    /// Its number in the event.
    #[ts(type = "number")]
    pub serial: i64,
    /// Its event.
    pub event_id: EventId,
    /// The event's title.
    pub event_title: String,
    /// When the event starts.
    #[ts(type = "string")]
    pub event_starts_at: Timestamp,
    /// Tickets of the order that still stand.
    #[ts(type = "number")]
    pub order_size: i64,
    /// How many of them are inside on this list, this scan included.
    #[ts(type = "number")]
    pub order_inside: i64,
}

/// When a ticket was first used on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct FirstUse {
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// At which gate.
    pub gate: Option<String>,
    /// By which device.
    pub device: String,
    /// Who held the scanner.
    pub operator: Option<String>,
}

/// A question that the guest must be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AskedQuestion {
    /// Which.
    pub id: QuestionId,
    /// Its short mark; answers may be sent under it.
    pub identifier: String,
    /// The words.
    pub question: String,
    /// What an answer looks like.
    pub answer_kind: AnswerKind,
    /// An empty answer will not do.
    pub is_required: bool,
    /// What can be chosen.
    pub options: Vec<AnswerOption>,
}

/// What the door is told about a scan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ScanOutcome {
    /// The admitted scan's entry in the log, by which it can be annulled; absent when nobody was admitted or the
    /// scan was only simulated.
    pub scan_id: Option<ScanId>,
    /// The verdict.
    pub verdict: Verdict,
    /// The guest may pass.
    pub is_admitted: bool,
    /// A force was needed.
    pub is_forced: bool,
    /// This very scan was in the log already and was counted once.
    pub is_repeated: bool,
    /// Which way.
    pub direction: Direction,
    /// Why, in one sentence.
    pub reason_text: String,
    /// The ticket, if the code led to one.
    pub ticket: Option<ScannedTicket>,
    /// When the ticket was first used on this list.
    pub first_use: Option<FirstUse>,
    /// How often the ticket was held under a scanner on this list, this scan included.
    #[ts(type = "number")]
    pub attempts: i64,
    /// The door stops for this kind of ticket.
    pub needs_attention: bool,
    /// What the door is told about this kind of ticket.
    pub door_note: String,
    /// Questions to ask before the guest may enter.
    pub questions: Vec<AskedQuestion>,
    /// Start of the ticket's validity.
    #[ts(type = "string | null")]
    pub valid_from: Option<Timestamp>,
    /// End of the ticket's validity.
    #[ts(type = "string | null")]
    pub valid_until: Option<Timestamp>,
    /// When the guest stood at the door.
    #[ts(type = "string")]
    pub scanned_at: Timestamp,
}
