//! Looking at one ticket, and finding it by what someone has of it.

use events::EventId;
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{
    InvalidTicketTransition, TicketId, TicketRow, TicketStatus,
    store::{self, TicketLife},
};
use crate::signing::Scanned;

/// Asks for one ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ShowTicket {
    /// The ticket: its id, its code in any spelling, its QR text, or another system's code.
    pub ticket: String,
}

/// What names a ticket, and the event to look in when a code alone is not enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketReference<'a> {
    /// What someone gave.
    pub text: &'a str,
    /// The event to look in; all when absent.
    pub event: Option<EventId>,
}

/// A ticket with the ones it came from and became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TicketDetail {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketRow,
    /// The tickets before and after it under other codes, itself among them, oldest first.
    pub chain: Vec<TicketLink>,
}

/// One code in a ticket's life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TicketLink {
    /// The ticket.
    pub id: TicketId,
    /// Its code.
    pub code: String,
    /// Where it stands.
    pub status: TicketStatus,
    /// Its number in the event.
    #[ts(type = "number")]
    pub serial: i64,
}

/// Why a ticket could not be found or changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TicketRefusal {
    /// No ticket answers to this.
    #[error("there is no ticket “{0}”")]
    Unknown(String),
    /// Tickets of several events have this code.
    #[error("several events have a ticket “{0}”")]
    Ambiguous(String),
    /// A character of a signed code is wrong.
    #[error("the code was misread: a character is wrong")]
    Garbled,
    /// The machine has no such edge.
    #[error(transparent)]
    State(#[from] InvalidTicketTransition),
    /// No reason was given.
    #[error("this needs a reason")]
    ReasonMissing,
    /// The reason is too long.
    #[error("the reason is too long")]
    ReasonTooLong,
    /// Validity ends before it starts.
    #[error("the ticket would stop being valid before it starts")]
    ValidityEndsFirst,
}

impl Refuse for TicketRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown_ticket",
            Self::Ambiguous(_) => "ambiguous_ticket",
            Self::Garbled => "malformed_code",
            Self::State(refusal) => refusal.code(),
            Self::ReasonMissing => "reason_missing",
            Self::ReasonTooLong => "reason_too_long",
            Self::ValidityEndsFirst => "validity_ends_before_start",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unknown(_) => "Check the code, or find the guest by name.".to_owned(),
            Self::Ambiguous(_) => "Give the ticket's id from its event's list.".to_owned(),
            Self::Garbled => "Scan it again, or type the eight characters below the code.".to_owned(),
            Self::State(refusal) => refusal.fix(),
            Self::ReasonMissing => "Say why.".to_owned(),
            Self::ReasonTooLong => "Shorten the reason.".to_owned(),
            Self::ValidityEndsFirst => "Move the end after the start.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Unknown(_) | Self::Ambiguous(_) | Self::Garbled | Self::State(_) => "ticket",
            Self::ReasonMissing | Self::ReasonTooLong => "reason",
            Self::ValidityEndsFirst => "valid_until",
        };
        Some(field.to_owned())
    }
}

/// One ticket with its chain. The payload is filled in by [`crate::signing::fill_payloads`].
///
/// # Errors
/// A refusal when there is none or several; a fault when the database fails.
pub fn show_ticket(view: &View<'_>, request: &ShowTicket) -> Result<TicketDetail, Failure> {
    let ticket = find_ticket(view, &TicketReference { text: &request.ticket, event: None })?;
    let links = store::tickets_by_ids(view, &store::chain(view, ticket.id)?)?;
    let chain = links
        .into_iter()
        .map(|link| TicketLink { id: link.id, code: link.code, status: link.status, serial: link.serial })
        .collect();
    Ok(TicketDetail { ticket, chain })
}

/// The ticket that `reference` names: by id, by its code in any spelling, by its QR text (which is not believed, only
/// read), or by another system's code.
///
/// # Errors
/// As [`show_ticket`].
pub fn find_ticket(view: &View<'_>, reference: &TicketReference<'_>) -> Result<TicketRow, Failure> {
    let said = || reference.text.trim().chars().take(60).collect::<String>();
    let unknown = || Failure::from(TicketRefusal::Unknown(said()));
    if let Ok(id) = reference.text.parse::<TicketId>() {
        return store::ticket_row(view, id)?.ok_or_else(unknown);
    }
    let spellings: Vec<String> = match Scanned::read(reference.text) {
        Scanned::Signed(signed) => vec![signed.claim.code.to_string()],
        Scanned::Human(code, given) => vec![code.to_string(), given],
        Scanned::Foreign(given) => vec![given],
        Scanned::Garbled => return Err(TicketRefusal::Garbled.into()),
        Scanned::Empty | Scanned::TooLong => return Err(unknown()),
    };
    for code in spellings {
        let mut found = store::by_code(view, &code, reference.event)?;
        match found.len() {
            0 => {}
            1 => return found.pop().ok_or_else(unknown),
            _ => return Err(TicketRefusal::Ambiguous(said()).into()),
        }
    }
    Err(unknown())
}

/// The ticket that a use-case changes.
pub(crate) fn load(view: &View<'_>, reference: &str) -> Result<TicketLife, Failure> {
    let row = find_ticket(view, &TicketReference { text: reference, event: None })?;
    Ok(store::life(view, row.id)?.ok_or(TicketRefusal::Unknown(row.code))?)
}

/// The row of a ticket after a use-case changed it.
pub(crate) fn reload(view: &View<'_>, id: TicketId) -> Result<TicketRow, Failure> {
    Ok(store::ticket_row(view, id)?.ok_or_else(|| TicketRefusal::Unknown(id.to_string()))?)
}

/// A reason that says something, on one line.
pub(super) fn checked_reason(reason: &str) -> Result<String, TicketRefusal> {
    let reason =
        identity::wording::optional_line("reason", reason, crate::order::refund_rules::REASON_CHARACTERS_MAX)
            .map_err(|_| TicketRefusal::ReasonTooLong)?;
    if reason.is_empty() { Err(TicketRefusal::ReasonMissing) } else { Ok(reason) }
}
