//! The workspace as a whole: which one is open, making one, opening another.

use std::path::{Path, PathBuf};

use identity::{Organization, organization};
use kernel::{Failure, Fault, Permission, Refuse};
use serde::{Deserialize, Serialize};

use super::{Nothing, organization as organization_commands};
use crate::{
    demo,
    registry::{Command, Topic, host},
    stagedoor::Stagedoor,
    vault::Keeper,
};

/// Another workspace makes every answer stale.
const EVERYTHING: &[Topic] = &["*"];

pub(super) fn commands() -> Vec<Command> {
    vec![
        host("app.info", Permission::Open, &[], info),
        host("workspace.create", Permission::Open, EVERYTHING, create),
        host("workspace.open", Permission::Open, EVERYTHING, open),
        host("workspace.open_demo", Permission::Open, EVERYTHING, open_demo),
        host("workspace.restore", Permission::Open, &[], restore),
    ]
}

/// What is running, and on which file.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct AppInfo {
    /// The app's version.
    version: String,
    /// The open workspace; absent before first run.
    workspace: Option<WorkspaceInfo>,
    /// Where private keys are kept.
    keychain: Keeper,
}

/// The open workspace.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct WorkspaceInfo {
    /// Its file.
    path: String,
    /// The file's name without its ending.
    name: String,
    /// Whether everything in it is invented.
    is_demo: bool,
    /// Whether commands that write are refused.
    is_read_only: bool,
    /// Why, in that case.
    read_only_reason: Option<String>,
    /// Whose it is; absent until it is set up.
    organization: Option<Organization>,
}

fn info(app: &Stagedoor, _: Nothing) -> Result<AppInfo, Failure> {
    let workspace = match app.open_workspace() {
        Err(_) => None,
        Ok(open) => {
            let workspace = open.workspace();
            let organization = workspace.read(organization::current)?;
            Some(WorkspaceInfo {
                path: workspace.path().display().to_string(),
                name: workspace.path().file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                is_demo: organization.as_ref().is_some_and(|organization| organization.is_demo),
                is_read_only: workspace.is_read_only(),
                read_only_reason: workspace.read_only_reason().map(|fault| fault.to_string()),
                organization,
            })
        }
    };
    Ok(AppInfo { version: env!("CARGO_PKG_VERSION").to_owned(), workspace, keychain: app.keeper() })
}

/// Why a file was not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum FileRefused {
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    #[error("the path is empty")]
    NoPath,
}

impl Refuse for FileRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Exists(_) => "file_exists",
            Self::NoPath => "no_path",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Exists(_) => "Choose a new name; nothing is ever overwritten.".to_owned(),
            Self::NoPath => "Name a file.".to_owned(),
        }
    }
}

/// A path that can be written to: named, and not taken.
pub(super) fn new_file(path: &Path) -> Result<&Path, Failure> {
    if path.as_os_str().is_empty() {
        return Err(FileRefused::NoPath.into());
    }
    if path.symlink_metadata().is_ok() {
        return Err(FileRefused::Exists(path.to_owned()).into());
    }
    Ok(path)
}

/// A new workspace and what it needs to know.
#[derive(Clone, Debug, Deserialize, ts_rs::TS)]
pub(crate) struct CreateWorkspace {
    /// The file; in the app's own folder when absent.
    #[serde(default)]
    #[ts(optional)]
    path: Option<PathBuf>,
    /// The organization and its owner.
    #[serde(flatten)]
    init: organization_commands::InitWorkspace,
}

fn create(app: &Stagedoor, request: CreateWorkspace) -> Result<Organization, Failure> {
    let path = match request.path {
        Some(path) => path,
        None => free_path(app, "workspace")?,
    };
    app.create(new_file(&path)?)?;
    let made = organization_commands::init(app, request.init);
    if made.is_err() {
        app.close_and_remove(&path)?;
    }
    made
}

/// `name.stagedoor`, `name 2.stagedoor`, … in the app's own folder.
fn free_path(app: &Stagedoor, name: &str) -> Result<PathBuf, Fault> {
    let folder = app.prepared_data_folder()?;
    let numbered = (2..).map(|number| folder.join(format!("{name} {number}.stagedoor")));
    let mut candidates = std::iter::once(folder.join(format!("{name}.stagedoor"))).chain(numbered);
    let free = candidates.find(|path| path.symlink_metadata().is_err());
    Ok(free.unwrap_or_else(|| folder.join(format!("{name}.stagedoor"))))
}

/// Which workspace to open.
#[derive(Clone, Debug, Deserialize, ts_rs::TS)]
pub(crate) struct OpenRequest {
    /// Its file.
    path: PathBuf,
}

fn open(app: &Stagedoor, request: OpenRequest) -> Result<AppInfo, Failure> {
    app.open(&request.path)?;
    info(app, Nothing {})
}

/// Opens the demo venue, made anew each time so that something is always on tonight.
fn open_demo(app: &Stagedoor, _: Nothing) -> Result<AppInfo, Failure> {
    let path = free_path(app, "demo")?;
    if let Err(failure) = demo::open_venue(app, &path) {
        // Half a demo venue would be found and opened at the next start.
        app.close_and_remove(&path)?;
        return Err(failure);
    }
    info(app, Nothing {})
}

/// A backup and where to put its copy.
#[derive(Clone, Debug, Deserialize, ts_rs::TS)]
pub(crate) struct RestoreRequest {
    /// The backup.
    from: PathBuf,
    /// The new workspace file.
    to: PathBuf,
}

fn restore(_: &Stagedoor, request: RestoreRequest) -> Result<super::upkeep::CopyMade, Failure> {
    let report = ::workspace::restore_to_copy(&request.from, new_file(&request.to)?)?;
    Ok(super::upkeep::CopyMade::from(report))
}
