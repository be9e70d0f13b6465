//! A drawer's session: from the float that is put in to the count that closes it.
//!
//! - [`state`]: `open ↔ counting → closed`. Closing waits for nothing: whatever is parked or unprinted is listed and
//!   carried over.
//! - [`open_session`], [`begin_count`], [`resume_session`], [`close_session`]: the use-cases.
//! - [`current_session`], [`list_sessions`]: looking.

mod close;
mod count;
mod current;
pub mod denomination;
mod list;
mod open;
mod refusal;
pub mod state;
pub(crate) mod store;

use kernel::{Money, Timestamp};
use serde::{Deserialize, Serialize};

pub use close::{CloseSession, ClosedSession, close_session};
pub use count::{OfTill, begin_count, resume_session};
pub use current::{DrawerState, current_session};
pub use denomination::{Denomination, DenominationCount, denominations};
pub use list::{ListSessions, list_sessions};
pub use open::{OpenSession, open_session};
pub use refusal::DrawerRefusal;
pub(crate) use refusal::checked_reason;
pub use state::{InvalidSessionTransition, SessionAction, SessionStatus};

use crate::till::TillId;

kernel::id_type!(SessionId, "till session", "Names one session of a till's drawer.");

/// A session as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillSession {
    /// Which.
    pub id: SessionId,
    /// Its till.
    pub till_id: TillId,
    /// Its till's code.
    pub till_code: String,
    /// Where it stands.
    pub status: SessionStatus,
    /// What was put in to begin with.
    pub float: Money,
    /// When it was opened.
    #[ts(type = "string")]
    pub opened_at: Timestamp,
    /// Who opened it; empty when unknown.
    pub opened_by_name: String,
    /// When its count began.
    #[ts(type = "string | null")]
    pub counting_at: Option<Timestamp>,
    /// When it was closed.
    #[ts(type = "string | null")]
    pub closed_at: Option<Timestamp>,
    /// Who closed it; empty before that.
    pub closed_by_name: String,
    /// What should have been in the drawer, once it is closed.
    pub expected: Option<Money>,
    /// What was counted, once it is closed.
    pub counted: Option<Money>,
    /// Why the two differ; empty when they do not.
    pub over_short_reason: String,
    /// The pieces that were counted.
    pub counts: Vec<DenominationCount>,
    /// What the next session should begin with.
    pub next_float: Option<Money>,
    /// The number of its Z report, once it is closed.
    #[ts(type = "number | null")]
    pub z_number: Option<i64>,
    /// Counts its changes.
    #[ts(type = "number")]
    pub version: i64,
}
