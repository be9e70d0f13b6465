//! Reaching a printer as it is set up.

use std::time::Duration;

use boxoffice::printer::{
    Acknowledgement, Paper, Printer, PrinterKind, PrinterRefusal, find_printer, list_printers,
};
use documents::{DrawerPin, drawer_pulse};
use integrations::printer::{
    self as ports, FolderPort, Language, PrinterPort, SystemPort, Trouble, Waits, connect_serial,
    connect_tcp, discover::devices, open_device, system::queues,
};
use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::View;

/// A page through a system queue may take this long.
const QUEUE_WAIT: Duration = Duration::from_secs(40);
/// Asking which queues there are.
const ASK_WAIT: Duration = Duration::from_secs(5);

/// Opens the way to a printer.
pub(super) fn open(printer: &Printer) -> Result<Box<dyn PrinterPort>, Trouble> {
    let acknowledgement = match printer.acknowledgement {
        Acknowledgement::Answered => ports::Acknowledgement::Answered,
        Acknowledgement::Written => ports::Acknowledgement::Written,
    };
    let (address, waits) = (printer.address.as_str(), waits());
    let at_cable = |language| {
        let is_serial =
            address.contains('@') || address.starts_with("/dev/tty") || address.starts_with("COM");
        let open = if is_serial { connect_serial } else { open_device };
        open(address, language, acknowledgement, waits)
    };
    Ok(match printer.kind {
        PrinterKind::EscposTcp => Box::new(connect_tcp(address, Language::EscPos, acknowledgement, waits)?),
        PrinterKind::ZplTcp => Box::new(connect_tcp(address, Language::Zpl, acknowledgement, waits)?),
        PrinterKind::EscposDevice => Box::new(at_cable(Language::EscPos)?),
        PrinterKind::ZplDevice => Box::new(at_cable(Language::Zpl)?),
        PrinterKind::File => Box::new(FolderPort::open(address)?),
        PrinterKind::System => {
            let media = match printer.paper {
                Paper::A4 => Some("iso_a4_210x297mm"),
                // A roll's driver knows its paper better than we do.
                Paper::Roll58 | Paper::Roll80 | Paper::Label => None,
            };
            Box::new(SystemPort::open(address, media, QUEUE_WAIT)?)
        }
    })
}

/// The printers of tests answer in no time, and what they do not say need not be waited for.
fn waits() -> Waits {
    if cfg!(test) {
        let moment = Duration::from_millis(40);
        Waits { connect: moment, write: 20 * moment, ready: moment, printed: 4 * moment }
    } else {
        Waits::default()
    }
}

/// What could be a printer.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Found {
    /// The system's queues.
    pub(crate) queues: Vec<FoundQueue>,
    /// Devices at a cable.
    pub(crate) devices: Vec<String>,
    /// Why the system's queues are not known; absent when they are.
    pub(crate) problem: Option<String>,
}

/// A queue of the system.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct FoundQueue {
    /// Its name: the address of a printer of kind `system`.
    pub(crate) name: String,
    /// What people call it.
    pub(crate) description: String,
    /// Whether it takes jobs.
    pub(crate) is_ready: bool,
    /// Why not.
    pub(crate) reason: String,
}

/// Looks for printers of this computer; asks the CUPS at `server` if one is named.
pub(crate) fn discover(server: Option<&str>) -> Found {
    let (queues, problem) = match queues(server, ASK_WAIT) {
        Ok(queues) => (queues, None),
        Err(trouble) => (Vec::new(), Some(trouble.to_string())),
    };
    let queues = queues.into_iter().map(|queue| FoundQueue {
        name: queue.name,
        description: queue.description,
        is_ready: queue.is_ready,
        reason: queue.reason,
    });
    Found { queues: queues.collect(), devices: devices(), problem }
}

/// The printer whose drawer is meant: the named one, else the first with a drawer.
pub(super) fn drawer_printer(view: &View<'_>, named: Option<&str>) -> Result<Printer, Failure> {
    let found = match named {
        Some(named) => Some(find_printer(view, named)?),
        None => list_printers(view, &boxoffice::printer::ListPrinters {})?
            .into_iter()
            .find(|printer| printer.drawer_pin.is_some()),
    };
    found.filter(|printer| printer.drawer_pin.is_some()).ok_or_else(|| PrinterRefusal::NoDrawer.into())
}

/// Opens the drawer that is plugged into a printer.
///
/// # Errors
/// A refusal when no printer has a drawer or it cannot be reached.
pub(crate) fn open_drawer(workspace: &workspace::Workspace, named: Option<&str>) -> Result<Printer, Failure> {
    let printer = workspace.read(|view| drawer_printer(view, named))?;
    let pin = if printer.drawer_pin == Some(5) { DrawerPin::Five } else { DrawerPin::Two };
    open(&printer)?.command(&drawer_pulse(pin))?;
    Ok(printer)
}
