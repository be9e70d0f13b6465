//! Setting places aside.

use chrono::TimeDelta;
use identity::wording::{self, WordingError};
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{Hold, HoldId, HoldLine, HoldStatus, store};
use crate::{
    event::event_named,
    inventory::{self, Movement, OperationKind},
    order::{
        lines::{self, LineRequest},
        places,
        quote::{self, Customer},
    },
    voucher::store as voucher_store,
};

/// How long places are set aside when nothing was said (domain.md, 2.5).
pub(super) const HOLD_MINUTES_DEFAULT: i64 = 15;
/// Longest hold: a week.
pub(super) const HOLD_MINUTES_MAX: i64 = 7 * 24 * 60;
const NOTE_CHARACTERS_MAX: usize = 500;

/// Sets places aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateHold {
    /// The event: its id or its slug.
    pub event: String,
    /// What is set aside.
    pub lines: Vec<LineRequest>,
    /// For how many minutes; 15 when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub minutes: Option<i64>,
    /// For whom, or why.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
}

/// Why places cannot be set aside.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoldRefusal {
    /// The note.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// The time.
    #[error("a hold of {0} minutes cannot be; from 1 to {HOLD_MINUTES_MAX} can")]
    Minutes(i64),
    /// No such hold.
    #[error("there is no such hold")]
    Unknown,
    /// It is a hold of another event.
    #[error("this hold is for another event")]
    OtherEvent,
    /// Its time is up.
    #[error("the hold's time was up at {0}")]
    RunOut(String),
}

impl Refuse for HoldRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(reason) => reason.code(),
            Self::Minutes(_) => "hold_minutes_out_of_range",
            Self::Unknown => "unknown_hold",
            Self::OtherEvent => "hold_of_other_event",
            Self::RunOut(_) => "hold_expired",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(reason) => reason.fix(),
            Self::Minutes(_) => format!("Leave it empty for {HOLD_MINUTES_DEFAULT} minutes."),
            Self::Unknown | Self::OtherEvent => "Sell without the hold, or choose another.".to_owned(),
            Self::RunOut(_) => "Start the sale again; the places may still be there.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Wording(reason) => reason.field(),
            Self::Minutes(_) => Some("minutes".to_owned()),
            Self::Unknown | Self::OtherEvent | Self::RunOut(_) => Some("hold".to_owned()),
        }
    }
}

/// Sets places aside until the time is up, under the same rules as a sale.
///
/// # Errors
/// A refusal when the event or a tier does not sell, or a pool is short; a fault when the database fails.
pub fn create_hold(tx: &Tx<'_>, request: &CreateHold) -> Result<Hold, Failure> {
    let minutes = request.minutes.unwrap_or(HOLD_MINUTES_DEFAULT);
    if !(1..=HOLD_MINUTES_MAX).contains(&minutes) {
        return Err(HoldRefusal::Minutes(minutes).into());
    }
    let note = wording::optional_line("note", request.note.as_deref().unwrap_or(""), NOTE_CHARACTERS_MAX)
        .map_err(HoldRefusal::Wording)?;
    let event = event_named(tx, &request.event)?;
    let wanted = lines::load(tx, &event, &request.lines)?;
    lines::check_on_sale(&event, &wanted, tx.now())?;
    let vouchers = quote::vouchers(tx, &event, &wanted, &Customer::NotAskedYet, None, tx.now())?;
    quote::check_hidden(&wanted, &vouchers)?;
    let taken = places::of_sale(&wanted, None, &vouchers);
    inventory::ensure_available(tx, &event, &places::demands(&taken))?;
    let id: HoldId = tx.new_id()?;
    let set_aside = places::to_set_aside(&taken).into_iter();
    let hold_lines = set_aside.map(|(tier_id, quantity)| HoldLine { tier_id, quantity }).collect();
    let hold = Hold {
        id,
        event_id: event.id,
        status: HoldStatus::Active,
        expires_at: tx.now() + TimeDelta::minutes(minutes),
        note,
        lines: hold_lines,
        version: 1,
    };
    store::insert(tx, &hold)?;
    for line in &hold.lines {
        let (kind, held_delta) = (OperationKind::Hold, line.quantity);
        let (event, tier) = (event.id, line.tier_id);
        inventory::record(
            tx,
            &Movement { event, tier, kind, issued_delta: 0, held_delta, order: None, hold: Some(id) },
        )?;
    }
    // Usages in a basket count as used until it is sold or given up.
    for line in &wanted {
        if let Some(voucher) = vouchers.iter().find(|voucher| voucher.is_on(line)) {
            voucher_store::keep_in_basket(tx, id, voucher.stored.id, line.tier.id, line.quantity)?;
        }
    }
    Ok(hold)
}
