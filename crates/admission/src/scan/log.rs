//! One line of the scan log.

use kernel::{Fault, Timestamp};
use workspace::{ActorId, Tx};

use super::{ScanRequest, store};
use crate::{
    ids::{CheckinListId, EventId, GateId, ScanId, TicketId},
    verdict::{AdmissionRequest, Decision, Direction, Verdict},
};

/// One line of the scan log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LogLine {
    pub(super) event: EventId,
    pub(super) list: CheckinListId,
    pub(super) gate: Option<GateId>,
    pub(super) ticket: Option<TicketId>,
    pub(super) raw_code: String,
    pub(super) direction: Direction,
    pub(super) verdict: Verdict,
    pub(super) is_admitted: bool,
    pub(super) is_forced: bool,
    pub(super) is_force_requested: bool,
    pub(super) override_reason: String,
    pub(super) nonce: Option<String>,
    pub(super) device: String,
    pub(super) operator: Option<ActorId>,
    pub(super) scanned_at: Timestamp,
    pub(super) recorded_at: Timestamp,
}

/// A guest who passed without a scan.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage<'a> {
    pub(crate) event: EventId,
    pub(crate) list: CheckinListId,
    pub(crate) ticket: TicketId,
    pub(crate) direction: Direction,
    pub(crate) device: &'a str,
    pub(crate) at: Timestamp,
}

/// Where and by whom a scan was judged.
pub(super) struct Circumstances {
    pub(super) event: EventId,
    pub(super) list: CheckinListId,
    pub(super) operator: Option<ActorId>,
    pub(super) recorded_at: Timestamp,
}

impl LogLine {
    /// The line for a decision.
    pub(super) fn of(
        circumstances: &Circumstances,
        scan: &ScanRequest,
        request: &AdmissionRequest,
        raw_code: &str,
        ticket: Option<TicketId>,
        decision: &Decision,
    ) -> Self {
        let reason = scan.override_reason.as_deref().map_or("", str::trim);
        Self {
            event: circumstances.event,
            list: circumstances.list,
            gate: request.gate,
            ticket,
            raw_code: raw_code.to_owned(),
            direction: request.direction,
            verdict: decision.verdict,
            is_admitted: decision.is_admitted(),
            is_forced: decision.is_forced(),
            is_force_requested: request.is_forced,
            override_reason: reason.to_owned(),
            nonce: request.nonce.clone(),
            device: request.device.clone(),
            operator: circumstances.operator,
            scanned_at: request.scanned_at,
            recorded_at: circumstances.recorded_at,
        }
    }

    /// The line for a guest who passed without a scan.
    pub(crate) fn of_passage(passage: &Passage<'_>, recorded_at: Timestamp) -> Self {
        Self {
            event: passage.event,
            list: passage.list,
            gate: None,
            ticket: Some(passage.ticket),
            raw_code: String::new(),
            direction: passage.direction,
            verdict: Verdict::Admit,
            is_admitted: true,
            is_forced: false,
            is_force_requested: false,
            override_reason: String::new(),
            nonce: None,
            device: passage.device.to_owned(),
            operator: None,
            scanned_at: passage.at,
            recorded_at,
        }
    }

    /// Appends the line.
    pub(crate) fn append(&self, tx: &Tx<'_>) -> Result<ScanId, Fault> {
        let id = tx.new_id()?;
        store::insert_line(tx, id, self)?;
        Ok(id)
    }
}
