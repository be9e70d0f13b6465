//! Asking whether anything has run out.

use kernel::{Fault, Timestamp, clock::to_micros};
use workspace::{View, params};

const HOLD: &str =
    "select exists (select 1 from ticket_holds where status = 'active' and expires_at <= ?1) as is_due";

pub(super) fn is_hold_due(view: &View<'_>, now: Timestamp) -> Result<bool, Fault> {
    view.one(HOLD, params![to_micros(now)], |row| row.flag("is_due"))
}
