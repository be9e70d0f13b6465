//! Sending a ticket on its way.

use chrono::TimeDelta;
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    TransferId, TransferRow, TransferStatus,
    store::{self, NewTransfer},
    token,
};
use crate::{
    order::Buyer,
    ticket::{TicketAction, show},
};

/// How long a token is taken when nothing was said: three days.
pub(super) const HOURS_DEFAULT: i64 = 72;
/// Longest time of a token: a quarter.
pub(super) const HOURS_MAX: i64 = 24 * 92;

/// Sends a ticket on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct StartTransfer {
    /// The ticket: its id or its code.
    pub ticket: String,
    /// To whom.
    #[serde(default)]
    #[ts(optional)]
    pub recipient_name: Option<String>,
    /// The recipient's e-mail address.
    #[serde(default)]
    #[ts(optional)]
    pub recipient_email: Option<String>,
    /// For how many hours the token is taken; 72 when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub hours: Option<i64>,
}

/// A transfer that has just started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct StartedTransfer {
    /// The transfer.
    pub transfer: TransferRow,
    /// What the recipient brings. It is shown now and never again.
    pub token: String,
}

/// Why a ticket does not go to somebody else.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransferRefusal {
    /// It is on its way already.
    #[error("ticket {0} is on its way to somebody already")]
    Pending(String),
    /// A time that cannot be.
    #[error("a token of {0} hours cannot be; from 1 to {HOURS_MAX} can")]
    Hours(i64),
    /// No transfer has this token.
    #[error("no ticket waits for this token")]
    UnknownToken,
    /// Its time was up.
    #[error("the token was taken until {0}")]
    RunOut(String),
    /// No such transfer.
    #[error("there is no such transfer")]
    Unknown,
    /// Nobody said who takes it.
    #[error("the name of whoever takes the ticket over is missing")]
    NameMissing,
}

impl Refuse for TransferRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Pending(_) => "transfer_pending",
            Self::Hours(_) => "transfer_hours_out_of_range",
            Self::UnknownToken => "unknown_token",
            Self::RunOut(_) => "transfer_expired",
            Self::Unknown => "unknown_transfer",
            Self::NameMissing => "name_missing",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Pending(_) => "Cancel the other transfer first.".to_owned(),
            Self::Hours(_) => format!("Leave it empty for {HOURS_DEFAULT}."),
            Self::UnknownToken => "Read the token again; it may be used or called off.".to_owned(),
            Self::RunOut(_) => "Ask for a new transfer.".to_owned(),
            Self::Unknown => "Choose a transfer from the event's list.".to_owned(),
            Self::NameMissing => "Enter it.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Pending(_) => "ticket",
            Self::Hours(_) => "hours",
            Self::UnknownToken | Self::RunOut(_) => "token",
            Self::Unknown => "transfer",
            Self::NameMissing => "name",
        };
        Some(field.to_owned())
    }
}

/// Sends a ticket on its way: it opens the door as before until somebody takes it over.
///
/// # Errors
/// A refusal when the ticket ended or is on its way already; a fault when the database fails.
pub fn start_transfer(tx: &Tx<'_>, request: &StartTransfer) -> Result<StartedTransfer, Failure> {
    let hours = request.hours.unwrap_or(HOURS_DEFAULT);
    if !(1..=HOURS_MAX).contains(&hours) {
        return Err(TransferRefusal::Hours(hours).into());
    }
    let to = Buyer::read(request.recipient_name.as_deref(), request.recipient_email.as_deref(), None)?;
    let ticket = show::load(tx, &request.ticket)?;
    ticket.status.after(TicketAction::Replace, &ticket.code)?;
    super::end::expire_due(tx)?;
    if store::pending_of(tx, ticket.id)?.is_some() {
        return Err(TransferRefusal::Pending(ticket.code).into());
    }
    let mut random = [0_u8; token::LENGTH];
    tx.random(&mut random)?;
    let token = token::from_random(random);
    let id: TransferId = tx.new_id()?;
    let new = NewTransfer {
        id,
        event: ticket.event,
        ticket: ticket.id,
        token_hash: token::hash(&token),
        status: TransferStatus::Pending,
        to: &to,
        expires_at: tx.now() + TimeDelta::hours(hours),
    };
    store::insert(tx, &new)?;
    let transfer = store::by_id(tx, id)?.ok_or(TransferRefusal::Unknown)?;
    Ok(StartedTransfer { transfer, token })
}
