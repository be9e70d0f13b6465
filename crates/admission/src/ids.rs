//! The identifiers of this context.

kernel::id_type!(TierId, "tier", "Names one ticket tier.");
kernel::id_type!(TicketId, "ticket", "Names one ticket.");
kernel::id_type!(EventId, "event", "Names one event.");
kernel::id_type!(CheckinListId, "check-in list", "Names one check-in list.");
kernel::id_type!(GateId, "gate", "Names one gate.");
kernel::id_type!(ScanId, "scan", "Names one entry of the scan log.");
kernel::id_type!(QuestionId, "question", "Names one question asked at the door.");
