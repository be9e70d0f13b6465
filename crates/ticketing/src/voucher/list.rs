//! Looking at vouchers.

use events::EventId;
use kernel::{Failure, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{VoucherId, VoucherRefusal, VoucherRow, row_of, store};
use crate::event::event_named;

/// Asks for the vouchers of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListVouchers {
    /// The event: its id or its slug.
    pub event: String,
    /// Text that stands in the code or the note.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
}

/// Asks for one voucher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ShowVoucher {
    /// The event: its id or its slug.
    pub event: String,
    /// The voucher: its id or its code.
    pub voucher: String,
}

/// The vouchers of an event, newest first, with what is left of each at `now`.
///
/// # Errors
/// A refusal when there is no such event; a fault when the database fails.
pub fn list_vouchers(
    view: &View<'_>,
    request: &ListVouchers,
    now: Timestamp,
) -> Result<Vec<VoucherRow>, Failure> {
    let event = event_named(view, &request.event)?;
    let search = request.search.as_deref().unwrap_or("").trim();
    let stored = store::of_event(view, event.id, search)?;
    stored.into_iter().map(|voucher| Ok(row_of(view, voucher, now)?)).collect()
}

/// One voucher with what is left of it at `now`.
///
/// # Errors
/// A refusal when there is none; a fault when the database fails.
pub fn show_voucher(view: &View<'_>, request: &ShowVoucher, now: Timestamp) -> Result<VoucherRow, Failure> {
    let event = event_named(view, &request.event)?;
    Ok(row_of(view, find(view, event.id, &request.voucher)?, now)?)
}

/// The voucher of `event` named by `reference`: its id or its code, in any case.
pub(crate) fn find(
    view: &View<'_>,
    event: EventId,
    reference: &str,
) -> Result<store::StoredVoucher, Failure> {
    let reference = reference.trim();
    let by_id = match reference.parse::<VoucherId>() {
        Ok(id) => store::by_id(view, id)?.filter(|voucher| voucher.event == event),
        Err(_) => None,
    };
    let found = match by_id {
        Some(voucher) => Some(voucher),
        None => store::by_code(view, event, reference)?,
    };
    found.ok_or_else(|| VoucherRefusal::Unknown(reference.chars().take(60).collect()).into())
}
