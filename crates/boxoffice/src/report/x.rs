//! The X report: a look at a drawer that is not closed.

use kernel::{Failure, Timestamp};
use workspace::View;

use super::{DrawerReport, ReportKind, build};
use crate::{
    session::{self, DrawerRefusal, OfTill},
    till::chosen_till,
};

/// The figures of the session as it stands. Nothing is written, and nothing is set back.
///
/// # Errors
/// A refusal when there is no such till or its drawer is closed; a fault when the file cannot be read.
pub fn x_report(view: &View<'_>, request: &OfTill, now: Timestamp) -> Result<DrawerReport, Failure> {
    let till = chosen_till(view, request.till.as_deref())?;
    let session = session::store::unclosed(view, till.id)?;
    let session = session.ok_or_else(|| DrawerRefusal::Closed(till.code.clone()))?;
    build::report(view, &till, session.id, ReportKind::X, now)
}
