//! The identifiers of this context, and those of the contexts to its left that it passes on.

pub use events::EventId;
pub use ticketing::{ticket::TicketId, tier::TierId};

kernel::id_type!(CheckinListId, "check-in list", "Names one check-in list.");
kernel::id_type!(GateId, "gate", "Names one gate.");
kernel::id_type!(ScanId, "scan", "Names one entry of the scan log.");
kernel::id_type!(QuestionId, "question", "Names one question asked at the door.");
