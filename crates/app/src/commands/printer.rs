//! Printers and the queue of what they print.

use boxoffice::{
    print_job::{
        cancel_print_job, list_print_jobs, pause_print_job, resolve_item, resume_print_job, show_print_job,
    },
    printer::{OfPrinter, Printer, create_printer, list_printers, remove_printer, update_printer},
};
use kernel::{Failure, Permission};
use serde::{Deserialize, Serialize};

use crate::{
    print::press::{self, CreatePrintJob, Found, TurnRequest},
    registry::{Command, Topic, host, read, write},
    stagedoor::Stagedoor,
};

const PRINTERS: &[Topic] = &["printer."];
const QUEUE: &[Topic] = &["print_job."];
/// A reprint of a lost ticket makes a new one, and a reprint is named in the drawer's report.
const QUEUED: &[Topic] = &["print_job.", "ticket.", "order.", "till."];

pub(super) fn commands() -> Vec<Command> {
    [printers(), jobs()].into_iter().flatten().collect()
}

fn printers() -> Vec<Command> {
    vec![
        read("printer.list", Permission::Sell, |_, view, request| list_printers(view, &request)),
        write("printer.create", Permission::MaintainWorkspace, PRINTERS, |_, tx, request| {
            create_printer(tx, &request)
        }),
        write("printer.update", Permission::MaintainWorkspace, PRINTERS, |_, tx, request| {
            update_printer(tx, &request)
        }),
        write("printer.remove", Permission::MaintainWorkspace, PRINTERS, |_, tx, request| {
            remove_printer(tx, &request)
        }),
        host("printer.discover", Permission::Sell, &[], discover),
        host("printer.test", Permission::Sell, &[], test),
        host("printer.open_drawer", Permission::Sell, &[], open_drawer),
    ]
}

fn jobs() -> Vec<Command> {
    vec![
        write("print_job.create", Permission::Sell, QUEUED, |desk, tx, request: CreatePrintJob| {
            press::create_print_job(desk, tx, &request)
        }),
        read("print_job.list", Permission::Sell, |_, view, request| list_print_jobs(view, &request)),
        read("print_job.show", Permission::Sell, |_, view, request| show_print_job(view, &request)),
        host("print_job.step", Permission::Sell, QUEUE, |app: &Stagedoor, request: TurnRequest| {
            press::take_turn(app.open_workspace()?.as_ref(), &request)
        }),
        write("print_job.pause", Permission::Sell, QUEUE, |_, tx, request| pause_print_job(tx, &request)),
        write("print_job.resume", Permission::Sell, QUEUE, |_, tx, request| resume_print_job(tx, &request)),
        write("print_job.cancel", Permission::Sell, QUEUE, |_, tx, request| cancel_print_job(tx, &request)),
        write("print_job.resolve", Permission::Sell, QUEUE, |_, tx, request| resolve_item(tx, &request)),
    ]
}

/// Where to look.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct DiscoverPrinters {
    /// Another computer's print server, as `HOST:PORT`; this computer's when absent.
    #[serde(default)]
    #[ts(optional)]
    server: Option<String>,
}

fn discover(_: &Stagedoor, request: DiscoverPrinters) -> Result<Found, Failure> {
    Ok(press::discover(request.server.as_deref()))
}

fn test(app: &Stagedoor, request: OfPrinter) -> Result<Printer, Failure> {
    press::print_test_page(app.open_workspace()?.workspace(), &request.printer, app.clock().now())
}

/// Whose drawer to open.
#[derive(Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct OpenDrawer {
    /// The printer that the drawer is plugged into: its name or id; the first with a drawer when absent.
    #[serde(default)]
    #[ts(optional)]
    printer: Option<String>,
}

fn open_drawer(app: &Stagedoor, request: OpenDrawer) -> Result<Printer, Failure> {
    press::open_drawer(app.open_workspace()?.workspace(), request.printer.as_deref())
}
