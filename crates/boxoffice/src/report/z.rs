//! The Z report: written with the close, found again by its number.

use kernel::{
    Failure, Fault, FaultKind, Money, Timestamp,
    id::Id as _,
    page::{Page, PageRequest},
};
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use super::{DrawerReport, ReportId, ReportKind, build, chain, store::sealed};
use crate::{
    drawer::OpenDrawer,
    session::{DrawerRefusal, SessionId},
    till::chosen_till,
};

/// Asks for one Z report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ShowReport {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// Its number; the latest when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub number: Option<i64>,
}

/// Asks for Z reports.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct ListReports {
    /// Only this till's, by code or id; all when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// Which page.
    #[serde(default)]
    #[ts(optional, as = "Option<PageRequest>")]
    pub page: PageRequest,
}

/// A Z report in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReportRow {
    /// Which.
    pub id: ReportId,
    /// The till's code.
    pub till_code: String,
    /// Its number.
    #[ts(type = "number")]
    pub number: i64,
    /// The session it is about.
    pub session_id: SessionId,
    /// When the drawer was opened.
    #[ts(type = "string")]
    pub opened_at: Timestamp,
    /// When it was closed.
    #[ts(type = "string")]
    pub closed_at: Timestamp,
    /// Who closed it; empty when unknown.
    pub closed_by_name: String,
    /// Payments less what went back.
    pub turnover: Money,
    /// What should have been in the drawer.
    pub expected: Money,
    /// What was counted.
    pub counted: Money,
    /// Counted less expected.
    pub over_short: Money,
}

/// Writes the Z of a session that was just closed: the next number of its till, sealed over the one before.
pub(crate) fn write_z(tx: &Tx<'_>, drawer: &OpenDrawer) -> Result<DrawerReport, Failure> {
    let till = &drawer.till;
    let number = tx.next_number(&format!("z:{}", till.id))?;
    let previous = sealed::last_hash(tx, till.id)?.unwrap_or(chain::BEFORE_THE_FIRST);
    let mut report = build::report(tx, till, drawer.session, ReportKind::Z, tx.now())?;
    report.number = Some(number);
    report.previous_hash = Some(chain::in_hexadecimal(&previous));
    let text = canonical(&report)?;
    let hash = chain::seal(till.id, number, &previous, &text);
    sealed::insert(tx, drawer, number, &text, [&previous, &hash])?;
    Ok(DrawerReport { hash: Some(chain::in_hexadecimal(&hash)), ..report })
}

/// A report as the one text that is sealed: its fields by name, no spaces.
fn canonical(report: &DrawerReport) -> Result<String, Fault> {
    serde_json::to_value(report)
        .map(|value| value.to_string())
        .map_err(|error| Fault::new(FaultKind::Bug, "a report cannot be written as JSON").caused_by(error))
}

/// A Z report as it was written, to be looked at or printed again.
///
/// # Errors
/// A refusal when there is no such till or report; a fault when the file cannot be read.
pub fn z_report(view: &View<'_>, request: &ShowReport) -> Result<DrawerReport, Failure> {
    let till = chosen_till(view, request.till.as_deref())?;
    let found = sealed::report(view, till.id, request.number)?;
    let (report, hash) = found.ok_or(DrawerRefusal::UnknownReport {
        till: till.code,
        number: request.number.unwrap_or_default(),
    })?;
    Ok(DrawerReport { hash: Some(chain::in_hexadecimal(&hash)), ..report })
}

/// Z reports, newest first.
///
/// # Errors
/// A refusal when there is no such till or the cursor is none; a fault when the file cannot be read.
pub fn list_reports(view: &View<'_>, request: &ListReports) -> Result<Page<ReportRow>, Failure> {
    let till = match &request.till {
        Some(reference) => Some(chosen_till(view, Some(reference))?.id),
        None => None,
    };
    let after: Option<ReportId> = match &request.page.after {
        Some(cursor) => Some(cursor.parse()?),
        None => None,
    };
    let wanted = request.page.rows();
    let till = till.map(|till| till.bytes());
    let mut rows = sealed::rows(view, till, after, wanted + 1)?;
    let next = if rows.len() > wanted as usize {
        rows.truncate(wanted as usize);
        rows.last().map(|last| last.id.to_string())
    } else {
        None
    };
    Ok(Page { rows, total: sealed::count(view, till)?, next })
}
