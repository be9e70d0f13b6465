//! Check-in lists, gates and scans.

use ::workspace::{CommandContext, Tx};
use admission::{
    door, gate, list,
    scan::{AnnulAuthority, AnnulScan, AnnulledScan, ScanOutcome, ScanRequest, annul_scan, scan_group},
};
use kernel::{Failure, Permission};

use crate::{
    desk::Desk,
    registry::{Command, Topic, read, station, write},
    stagedoor::OpenWorkspace,
};

const DOOR: &[Topic] = &["door.", "checkin_list.", "gate.", "event.readiness", "ticket."];

pub(super) fn commands() -> Vec<Command> {
    vec![
        write("checkin_list.create", Permission::PlanEvents, DOOR, |_, tx, request| {
            list::create_checkin_list(tx, &request)
        }),
        write("checkin_list.update", Permission::PlanEvents, DOOR, |_, tx, request| {
            list::update_checkin_list(tx, &request)
        }),
        read("checkin_list.list", Permission::ViewEvents, |_, view, request| {
            list::list_checkin_lists(view, &request)
        }),
        write("gate.create", Permission::PlanEvents, DOOR, |_, tx, request| gate::create_gate(tx, &request)),
        read("gate.list", Permission::ViewEvents, |_, view, request| gate::list_gates(view, &request)),
        station("scan", Permission::Scan, DOOR, scan),
        write("scan.annul", Permission::Scan, DOOR, annul),
        read("door.counters", Permission::Scan, |desk, view, request| {
            door::counters(view, &request, desk.clock.now())
        }),
        read("door.search", Permission::Scan, |_, view, request| door::search(view, &request)),
        read("door.recent", Permission::Scan, |_, view, request| door::recent(view, &request)),
        read("door.summary", Permission::Scan, |desk, view, request| {
            door::summary(view, &request, desk.clock.now())
        }),
        read("door.conflicts", Permission::ViewOrders, |_, view, request| door::conflicts(view, &request)),
        write("scan.group", Permission::Scan, DOOR, |_, tx, request| scan_group(tx, &request)),
    ]
}

/// The station decides what must be durable before the verdict shows, so it opens the transaction itself.
fn scan(desk: &Desk<'_>, open: &OpenWorkspace, request: ScanRequest) -> Result<ScanOutcome, Failure> {
    if request.force {
        desk.require(Permission::OverrideVerdict)?;
    }
    let context = CommandContext { command: "scan", actor: Some(desk.session.actor()) };
    open.station().scan(open.workspace(), &context, &request)
}

fn annul(desk: &Desk<'_>, tx: &Tx<'_>, request: AnnulScan) -> Result<AnnulledScan, Failure> {
    let may_override = desk.may(Permission::OverrideVerdict);
    let authority = if may_override { AnnulAuthority::Supervisor } else { AnnulAuthority::Scanner };
    annul_scan(tx, &request, authority)
}
