//! What `verify` asks of the scan log.

mod store;

use kernel::Fault;
use workspace::{Check, Finding, View};

#[cfg(test)]
pub(crate) use store::STATEMENTS;

/// The checks of this context.
pub const CHECKS: &[Check] = &[Check { name: "scan_log", run: scan_log }];

/// An admission has the verdict "admit" and a ticket of its own event; nothing else admits.
fn scan_log(view: &View<'_>) -> Result<Vec<Finding>, Fault> {
    let contradictions = store::contradicting_scans(view)?;
    Ok(contradictions.into_iter().map(|message| Finding { message }).collect())
}
