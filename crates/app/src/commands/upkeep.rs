//! Proof and safety: reconcile, verify, back up, look into the history of a record.

use std::path::PathBuf;

use ::workspace::{BackupReport, VerifyReport, View};
use kernel::{Failure, Permission};
use serde::{Deserialize, Serialize};

use super::{Nothing, workspace::new_file};
use crate::{
    desk::Desk,
    history::{self, HistoryEntry},
    reconcile::{self, ReconcileReport},
    registry::{Command, host, read},
    schema,
    stagedoor::Stagedoor,
};

pub(super) fn commands() -> Vec<Command> {
    vec![
        read("reconcile", Permission::ViewFinance, reconcile),
        host("verify", Permission::MaintainWorkspace, &[], verify),
        host("backup", Permission::MaintainWorkspace, &[], backup),
        read("audit.history", Permission::ViewFinance, audit_history),
    ]
}

/// What to reconcile.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ReconcileRequest {
    /// Only this event: its id or its slug; all when absent.
    #[serde(default)]
    #[ts(optional)]
    event: Option<events::EventRef>,
}

fn reconcile(_: &Desk<'_>, view: &View<'_>, request: ReconcileRequest) -> Result<ReconcileReport, Failure> {
    reconcile::reconcile(view, request.event.as_ref())
}

/// What was checked and found.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct VerifyAnswer {
    /// Whether every check passed.
    is_ok: bool,
    /// Each check.
    checks: Vec<CheckAnswer>,
}

/// One check.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct CheckAnswer {
    /// What was checked.
    name: String,
    /// Whether nothing was found.
    is_ok: bool,
    /// How many findings there are.
    #[ts(type = "number")]
    finding_count: usize,
    /// The first of them.
    findings: Vec<FindingAnswer>,
}

/// One thing that is wrong.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct FindingAnswer {
    /// What is wrong, naming table and row.
    message: String,
}

impl From<VerifyReport> for VerifyAnswer {
    fn from(report: VerifyReport) -> Self {
        let finding = |found: ::workspace::Finding| FindingAnswer { message: found.message };
        let checks = report.checks.into_iter().map(|check| CheckAnswer {
            name: check.name,
            is_ok: check.is_ok,
            finding_count: check.finding_count,
            findings: check.findings.into_iter().map(finding).collect(),
        });
        Self { is_ok: report.is_ok, checks: checks.collect() }
    }
}

fn verify(app: &Stagedoor, _: Nothing) -> Result<VerifyAnswer, Failure> {
    let open = app.open_workspace()?;
    open.station().flush(open.workspace())?;
    Ok(open.workspace().verify(&schema::checks())?.into())
}

/// Where to write the copy.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct BackupRequest {
    /// The new file.
    to: PathBuf,
}

/// A copy that was made and checked.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct CopyMade {
    /// Where it is.
    path: String,
    /// Its size.
    #[ts(type = "number")]
    bytes: u64,
}

impl From<BackupReport> for CopyMade {
    fn from(report: BackupReport) -> Self {
        Self { path: report.path, bytes: report.bytes }
    }
}

fn backup(app: &Stagedoor, request: BackupRequest) -> Result<CopyMade, Failure> {
    let open = app.open_workspace()?;
    if !open.workspace().is_read_only() {
        open.station().flush(open.workspace())?;
    }
    Ok(open.workspace().backup(new_file(&request.to)?)?.into())
}

/// Whose history is asked for.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct HistoryRequest {
    /// The record's id.
    entity_id: String,
}

fn audit_history(
    _: &Desk<'_>,
    view: &View<'_>,
    request: HistoryRequest,
) -> Result<Vec<HistoryEntry>, Failure> {
    history::of_record(view, &request.entity_id)
}
