//! The press: from the print queue to printers.
//!
//! A host takes turns ([`take_turn`]): each sends at most ten sheets and answers how far the job is. One sheet's way
//! is stored in three steps: that it is being sent; then it is sent, with no transaction open; then what became of
//! it. So selling never waits for paper, and a crash leaves one sheet in doubt.

mod create;
mod port;
mod sheet;
mod test_page;
#[cfg(test)]
mod tests;
mod turn;

use boxoffice::print_job::{has_interrupted, lose_interrupted};
use kernel::Failure;
use workspace::{CommandContext, Workspace};

pub(crate) use create::{CreatePrintJob, create_print_job};
pub(crate) use port::{Found, discover, open_drawer};
pub(crate) use test_page::print_test_page;
pub(crate) use turn::{TurnRequest, take_turn};

/// What was being printed when the program ended is in doubt now. Runs when a workspace is opened.
///
/// # Errors
/// A fault of the file.
pub(crate) fn recover(workspace: &Workspace) -> Result<(), Failure> {
    if workspace.is_read_only() || !workspace.read(has_interrupted)? {
        return Ok(());
    }
    let context = CommandContext { command: "print_job.recover", actor: None };
    workspace.transact(&context, |tx| lose_interrupted(tx, None))?;
    Ok(())
}
