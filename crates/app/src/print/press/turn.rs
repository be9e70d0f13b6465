//! A turn at the printer: up to ten sheets, each stored before it is sent and after.

use std::{
    collections::HashSet,
    sync::{LazyLock, Mutex, PoisonError},
};

use boxoffice::{
    print_job::{
        Outcome, Pause, PrintJobId, PrintJobRow, SendingItem, begin_next, lose_interrupted, print_job_by_id,
        settle,
    },
    printer::{Printer, printer_by_id},
};
use documents::Locale;
use integrations::printer::{Print, PrintFailure, PrinterPort, Trouble};
use kernel::{Failure, Fault, FaultKind, Refusal, Refuse};
use serde::{Deserialize, Serialize};
use workspace::{CommandContext, Workspace};

use super::{
    port,
    sheet::{self, Made},
};
use crate::stagedoor::OpenWorkspace;

/// Sheets of one turn: few enough that a person who stops the job stops it soon.
const SHEETS_MAX: usize = 10;

/// Takes a turn at a job.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct TurnRequest {
    /// The job's id.
    pub(crate) job: String,
    /// How many sheets, at most ten; ten when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub(crate) items_max: Option<usize>,
}

/// Somebody else is sending to this printer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is printing already")]
struct PrinterBusy(String);

impl Refuse for PrinterBusy {
    fn code(&self) -> &'static str {
        "printer_busy"
    }
    fn fix(&self) -> String {
        "Wait a moment and go on.".to_owned()
    }
}

/// Prints the job's next sheets and says how far it is. A printer's trouble is no failure of this: the job then
/// stands still and says why.
///
/// # Errors
/// A refusal when there is no such job or its printer is busy with another; a fault of the file.
pub(crate) fn take_turn(open: &OpenWorkspace, request: &TurnRequest) -> Result<PrintJobRow, Failure> {
    let id: PrintJobId = request.job.parse()?;
    let actor = open.session()?.actor();
    let (job, printer) = open.workspace().read(|view| -> Result<_, Failure> {
        let job = print_job_by_id(view, id)?;
        let printer = printer_by_id(view, job.printer_id)?;
        Ok((job, printer.ok_or_else(|| Fault::new(FaultKind::Inconsistent, "a print job has no printer"))?))
    })?;
    let _turn = Turn::at(&printer)?;
    let press = Press {
        open,
        printer: &printer,
        context: CommandContext { command: "print_job.step", actor: Some(actor) },
        locale: Locale::from_tag(&job.locale),
    };
    // It is our turn, so whatever of this printer seems to be on its way was broken off.
    press.write(|tx| lose_interrupted(tx, Some(printer.id)))?;
    let mut port = None;
    for _ in 0..request.items_max.unwrap_or(SHEETS_MAX).clamp(1, SHEETS_MAX) {
        let Some(item) = press.write(|tx| begin_next(tx, id))? else { break };
        let outcome = press.send(&mut port, &item);
        press.write(|tx| settle(tx, item.id, &outcome))?;
    }
    open.workspace().read(|view| print_job_by_id(view, id))
}

struct Press<'p> {
    open: &'p OpenWorkspace,
    printer: &'p Printer,
    context: CommandContext,
    locale: Locale,
}

impl Press<'_> {
    fn write<T>(&self, work: impl FnOnce(&workspace::Tx<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        let workspace: &Workspace = self.open.workspace();
        workspace.transact(&self.context, work)
    }

    /// Sends one sheet. No transaction is open meanwhile.
    fn send(&self, port: &mut Option<Box<dyn PrinterPort>>, item: &SendingItem) -> Outcome {
        let made = self
            .open
            .workspace()
            .read(|view| sheet::make(view, self.open.vault(), self.printer, item, self.locale));
        let sheet = match made {
            Ok(Made::Sheet(sheet)) => sheet,
            Ok(Made::Unprintable(message)) => return Outcome::Unprintable(message),
            Err(failure) => return Outcome::NotPrinted(pause(&failure.to_refusal())),
        };
        let open = match port {
            Some(open) => open,
            None => match port::open(self.printer) {
                Ok(opened) => port.insert(opened),
                Err(trouble) => return Outcome::NotPrinted(pause(&Refusal::from(&trouble))),
            },
        };
        match open.print(&Print { name: &sheet.name, bytes: &sheet.bytes }) {
            Ok(()) => Outcome::Printed,
            Err(failure) => {
                // Whatever is left in this connection must not be taken for an answer to the next sheet.
                *port = None;
                outcome_of(&failure)
            }
        }
    }
}

/// What a port's failure means for the sheet.
pub(super) fn outcome_of(failure: &PrintFailure) -> Outcome {
    let trouble: &Trouble = failure.trouble();
    let pause = pause(&Refusal::from(trouble));
    match failure {
        PrintFailure::NotPrinted(_) => Outcome::NotPrinted(pause),
        PrintFailure::Unknown(_) => Outcome::Unknown(pause),
    }
}

fn pause(refusal: &Refusal) -> Pause {
    Pause { code: refusal.code.clone(), message: refusal.message.clone(), fix: refusal.fix.clone() }
}

/// Printers that somebody is sending to, by their address: two records may name one printer, and two streams at once
/// would print into each other.
static TURNS: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);

/// The right to send to a printer, until dropped.
pub(super) struct Turn {
    address: String,
}

impl Turn {
    pub(super) fn at(printer: &Printer) -> Result<Self, Failure> {
        let address = format!("{} {}", printer.kind, printer.address);
        if TURNS.lock().unwrap_or_else(PoisonError::into_inner).insert(address.clone()) {
            Ok(Self { address })
        } else {
            Err(PrinterBusy(printer.name.clone()).into())
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        TURNS.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.address);
    }
}
