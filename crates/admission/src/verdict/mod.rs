//! The verdict: one total function from values to a decision, the same for every path (a scan at this device, a
//! simulated one, a late upload). No SQL, no clock, no randomness.
//!
//! The way of a code: [`choose`] picks the ticket that is meant among those the code leads to, [`decide`] judges it
//! on one list with the ticket's history there. The order of reasons is fixed in `decide.rs` and documented there.

mod candidates;
mod decide;
mod history;
mod kind;
mod question;
mod reason;
mod signature;
mod subject;

pub use candidates::{Candidate, Chosen, choose};
pub use decide::{Decision, Effect, decide};
pub use history::{Direction, History, Pass, UnknownDirection};
pub use kind::{UnknownVerdict, Verdict};
pub use question::{AnswerKind, AnswerOption, DoorQuestion, GivenAnswers, UnknownAnswerKind};
pub use reason::reason_text;
pub use signature::{SignedFacts, decide_by_signature};
pub use subject::{
    AdmissionRequest, ListFacts, OrderStanding, Subject, TicketFacts, TicketStanding, TiersCovered,
};
