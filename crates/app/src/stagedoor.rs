//! The product without a face: a registry, at most one open workspace, and whoever is signed in.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use admission::scan::ScanStation;
use identity::Session;
use kernel::{Clock, Failure, Fault, Randomness};
use ticketing::signing::KeyVault;
use workspace::{OpenOptions, Workspace};

use crate::{
    commands, due, print,
    registry::{Command, RequestRefused, Topic},
    schema, vault,
};

/// What a host brings.
#[derive(Clone)]
pub struct Options {
    /// Where "now" comes from.
    pub clock: Arc<dyn Clock>,
    /// Where unpredictable bytes come from.
    pub randomness: Arc<dyn Randomness>,
    /// Where new workspaces are put when the person names no place.
    pub data_folder: PathBuf,
    /// Where private keys are kept.
    pub vault: vault::Choice,
    /// Who is at the controls of a workspace that opens.
    pub sign_in: SignIn,
}

/// Who is at the controls of a workspace that opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// The owner: for the terminal, whose user has the file itself.
    AsOwner,
    /// Whoever signs in, once anybody has a PIN or a badge on this device; the owner until then. For screens.
    ByStaff,
}

/// Who is at the controls.
#[derive(Clone, Debug)]
enum Controls {
    /// Nobody: the workspace has no organization yet.
    NotSetUp,
    /// Nobody: a PIN or a badge is asked for.
    Locked,
    /// This person.
    SignedIn(Box<Session>),
}

/// An open workspace with its session and its keys.
pub(crate) struct OpenWorkspace {
    workspace: Workspace,
    controls: RwLock<Controls>,
    vault: Box<dyn KeyVault>,
    station: ScanStation,
    _watch: due::Watch,
}

impl OpenWorkspace {
    pub(crate) fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    pub(crate) fn vault(&self) -> &dyn KeyVault {
        self.vault.as_ref()
    }

    /// Where scans are judged and recorded.
    pub(crate) fn station(&self) -> &ScanStation {
        &self.station
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// [`RequestRefused::NotSetUp`] when the workspace has no organization yet, [`RequestRefused::Locked`] when
    /// somebody has to sign in first.
    pub(crate) fn session(&self) -> Result<Session, Failure> {
        match &*self.controls.read().unwrap_or_else(PoisonError::into_inner) {
            Controls::NotSetUp => Err(RequestRefused::NotSetUp.into()),
            Controls::Locked => Err(RequestRefused::Locked.into()),
            Controls::SignedIn(session) => Ok(session.as_ref().clone()),
        }
    }

    /// Signs the owner in: a device that asks nobody for a PIN belongs to its owner.
    pub(crate) fn sign_in_owner(&self) -> Result<(), Failure> {
        self.sign_in(self.workspace.read(Session::of_owner)?);
        Ok(())
    }

    /// Hands the controls to `session`'s person.
    pub(crate) fn sign_in(&self, session: Session) {
        self.hand_controls(Controls::SignedIn(Box::new(session)));
    }

    /// Takes the controls away until somebody signs in.
    pub(crate) fn lock(&self) {
        self.hand_controls(Controls::Locked);
    }

    fn hand_controls(&self, to: Controls) {
        *self.controls.write().unwrap_or_else(PoisonError::into_inner) = to;
    }
}

impl Drop for OpenWorkspace {
    /// Refused scans that still wait are written before the file is let go.
    fn drop(&mut self) {
        if let Err(failure) = self.station.close(&self.workspace) {
            tracing::error!(%failure, "refused scans could not be written");
        }
    }
}

/// Refused scans are shown before they are durable; a thread of their own writes them a moment later. It ends with
/// the workspace and does not keep it open.
fn write_refusals_when_due(open: &Arc<OpenWorkspace>) {
    let due = open.station.refusals_due();
    let waiting_for = Arc::downgrade(open);
    std::thread::spawn(move || {
        while due.wait() {
            let Some(open) = waiting_for.upgrade() else { return };
            if let Err(failure) = open.station.flush(&open.workspace) {
                tracing::error!(%failure, "refused scans wait to be written");
            }
        }
    });
}

type Listener = Box<dyn Fn(&[Topic]) + Send + Sync>;

/// Who hears what became stale.
#[derive(Default)]
pub(crate) struct Listeners(Mutex<Vec<Listener>>);

impl Listeners {
    pub(crate) fn add(&self, listener: Listener) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(listener);
    }

    /// Tells everybody.
    pub(crate) fn announce(&self, topics: &[Topic]) {
        for listener in self.0.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(topics);
        }
    }
}

/// The product without a face. Hosts share one behind an [`Arc`].
pub struct Stagedoor {
    options: Options,
    commands: HashMap<&'static str, Command>,
    open: RwLock<Option<Arc<OpenWorkspace>>>,
    listeners: Arc<Listeners>,
}

impl Stagedoor {
    /// A product with no workspace open.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let commands = commands::all().into_iter().map(|command| (command.name, command)).collect();
        Self { options, commands, open: RwLock::default(), listeners: Arc::default() }
    }

    /// Opens the workspace at `path`, instead of any that is open, and signs its owner in.
    ///
    /// # Errors
    /// A fault that says what is wrong with the file; the workspace that was open stays open.
    pub fn open(&self, path: &Path) -> Result<(), Failure> {
        self.close_if_same(path);
        self.take_over(Workspace::open(path, self.open_options())?)
    }

    /// Makes a new, empty workspace at `path` and opens it.
    ///
    /// # Errors
    /// A fault when a file is already there or cannot be made.
    pub fn create(&self, path: &Path) -> Result<(), Failure> {
        self.take_over(Workspace::create(path, self.open_options())?)
    }

    fn take_over(&self, workspace: Workspace) -> Result<(), Failure> {
        let (watch, start_watching) = due::watch(Arc::clone(&self.listeners));
        let vault = vault::for_workspace(&self.options.vault, workspace.path());
        let open = Arc::new(OpenWorkspace {
            workspace,
            controls: RwLock::new(Controls::NotSetUp),
            vault,
            station: ScanStation::new(),
            _watch: watch,
        });
        if open.workspace.read(identity::organization::current)?.is_some() {
            match self.options.sign_in {
                SignIn::ByStaff if open.workspace.read(identity::staff::asks_for_credentials)? => open.lock(),
                SignIn::ByStaff | SignIn::AsOwner => open.sign_in_owner()?,
            }
        }
        print::press::recover(&open.workspace)?;
        write_refusals_when_due(&open);
        start_watching(Arc::downgrade(&open));
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(open);
        Ok(())
    }

    /// Opening the file that is open must not meet this app's own lock.
    fn close_if_same(&self, path: &Path) {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        let same = |open: &Arc<OpenWorkspace>| {
            path.canonicalize()
                .ok()
                .is_some_and(|path| open.workspace.path().canonicalize().ok() == Some(path))
        };
        if open.as_ref().is_some_and(same) {
            *open = None;
        }
    }

    /// Calls `listener` with the topics that each command made stale.
    pub fn on_stale(&self, listener: impl Fn(&[Topic]) + Send + Sync + 'static) {
        self.listeners.add(Box::new(listener));
    }

    /// Every command, by name.
    #[must_use]
    pub fn commands(&self) -> Vec<&Command> {
        let mut all: Vec<&Command> = self.commands.values().collect();
        all.sort_by_key(|command| command.name);
        all
    }

    /// The open workspace's path.
    #[must_use]
    pub fn workspace_path(&self) -> Option<PathBuf> {
        self.open_workspace().ok().map(|open| open.workspace.path().to_owned())
    }

    /// Reads from the open workspace: for hosts that check a thing the registry has no command for.
    ///
    /// # Errors
    /// A refusal when no workspace is open, else what `work` returned.
    pub fn read<T>(
        &self,
        work: impl FnOnce(&workspace::View<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.open_workspace()?.workspace.read(work)
    }

    pub(crate) fn command(&self, name: &str) -> Option<&Command> {
        self.commands.get(name)
    }

    pub(crate) fn open_workspace(&self) -> Result<Arc<OpenWorkspace>, Failure> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner).clone();
        open.ok_or_else(|| RequestRefused::NoWorkspace.into())
    }

    pub(crate) fn announce(&self, topics: &[Topic]) {
        self.listeners.announce(topics);
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        self.options.clock.as_ref()
    }

    pub(crate) fn data_folder(&self) -> &Path {
        &self.options.data_folder
    }

    pub(crate) fn open_options(&self) -> OpenOptions {
        OpenOptions {
            tables: schema::tables(),
            clock: Arc::clone(&self.options.clock),
            randomness: Arc::clone(&self.options.randomness),
        }
    }

    /// Where private keys are kept on this machine.
    pub(crate) fn keeper(&self) -> vault::Keeper {
        vault::keeper(&self.options.vault)
    }

    /// Closes the workspace that was just made at `path` and removes it: its set-up was refused.
    pub(crate) fn close_and_remove(&self, path: &Path) -> Result<(), Fault> {
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = None;
        for suffix in ["", "-wal", "-shm", "-lock"] {
            let mut name = path.as_os_str().to_owned();
            name.push(suffix);
            match std::fs::remove_file(&name) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    let message = format!("{} cannot be removed: {error}", path.display());
                    return Err(Fault::new(kernel::FaultKind::Io, message).caused_by(error));
                }
                Ok(()) | Err(_) => {}
            }
        }
        Ok(())
    }

    /// Makes the folder for new workspaces.
    pub(crate) fn prepared_data_folder(&self) -> Result<&Path, Fault> {
        std::fs::create_dir_all(self.data_folder()).map_err(|error| {
            let message = format!("{} cannot be made: {error}", self.data_folder().display());
            Fault::new(kernel::FaultKind::Io, message).caused_by(error)
        })?;
        Ok(self.data_folder())
    }
}
