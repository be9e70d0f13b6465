//! The open file: one writer, a pool of readers, and the transaction that every command runs in.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use chrono::TimeDelta;
use kernel::{Clock, Failure, Fault, FaultKind, Randomness, Refuse, Timestamp, clock::from_micros};
use rusqlite::{Connection, OpenFlags};

use crate::{
    Table,
    changes::CurrentCommand,
    connect::{self, APPLICATION_ID, with_suffix},
    context::CommandContext,
    fault::from_sqlite,
    ids::RisingParts,
    lock::{self, WriterLock},
    migrate::{self, Standing},
    table::OWN_TABLES,
    tx::Tx,
    view::View,
};

/// Readers kept open; a fourth face of the app is still served without waiting.
const READERS_MAX: usize = 4;

/// How far the clock may lie behind the newest change: network time corrects by less.
const CLOCK_STEP_BACK_MAX: TimeDelta = TimeDelta::minutes(2);

/// What the workspace needs from its host.
#[derive(Clone)]
pub struct OpenOptions {
    /// The tables of every context.
    pub tables: Vec<Table>,
    /// Where "now" comes from.
    pub clock: Arc<dyn Clock>,
    /// Where unpredictable bytes come from.
    pub randomness: Arc<dyn Randomness>,
}

/// The computer's clock lies far behind the newest change in the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this computer's clock says {now}, but the newest change in this workspace is from {newest}")]
pub struct ClockWentBack {
    /// What the clock says.
    pub now: Timestamp,
    /// The newest change.
    pub newest: Timestamp,
}

impl Refuse for ClockWentBack {
    fn code(&self) -> &'static str {
        "clock_went_back"
    }
    fn fix(&self) -> String {
        "Set the date and time of this computer right, then try again. Nothing was changed.".to_owned()
    }
}

/// Lets a test make the n-th statement from now fail, to prove that nothing half remains.
#[derive(Debug, Default)]
pub(crate) struct StatementTrap {
    /// Statements until failure; zero or less means never.
    left: AtomicI64,
}

impl StatementTrap {
    pub(crate) fn trip(&self) -> Result<(), Fault> {
        if self.left.load(Ordering::Relaxed) > 0 && self.left.fetch_sub(1, Ordering::Relaxed) == 1 {
            return Err(Fault::new(FaultKind::Io, "a statement failed as the test asked"));
        }
        Ok(())
    }
}

enum Access {
    Writable { writer: Box<Mutex<Connection>>, _lock: WriterLock },
    ReadOnly { why: ReadOnlyReason },
}

enum ReadOnlyReason {
    FileIsProtected,
    FileIsNewer { step: String },
}

/// One open workspace file. Shared between threads behind an [`Arc`].
pub struct Workspace {
    path: PathBuf,
    access: Access,
    current: CurrentCommand,
    readers: Mutex<Vec<Connection>>,
    is_immutable: bool,
    options: OpenOptions,
    newest_change_micros: AtomicI64,
    generation: AtomicU64,
    trap: StatementTrap,
}

impl Workspace {
    /// Makes a new, empty workspace file and opens it.
    ///
    /// # Errors
    /// A fault when a file is already there, or the folder cannot be written.
    pub fn create(path: &Path, options: OpenOptions) -> Result<Self, Fault> {
        if fs::exists(path).unwrap_or(true) {
            let message = format!("{} exists already; nothing was changed", path.display());
            return Err(Fault::new(FaultKind::Io, message));
        }
        let doing = format!("creating {}", path.display());
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(path, flags).map_err(|error| from_sqlite(error, &doing))?;
        connection
            .execute_batch(&format!("pragma application_id = {APPLICATION_ID}; pragma journal_mode = wal;"))
            .map_err(|error| from_sqlite(error, &doing))?;
        drop(connection);
        Self::open_writable(path, options)
    }

    /// Opens an existing workspace: to write where possible, read-only when the file is protected or newer than
    /// this app (sync.md, 1.10).
    ///
    /// # Errors
    /// A fault that says what is wrong with the file, or that another app has it open.
    pub fn open(path: &Path, options: OpenOptions) -> Result<Self, Fault> {
        connect::inspect(path)?;
        let is_protected = fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly());
        if is_protected {
            return Self::open_read_only(path, options, ReadOnlyReason::FileIsProtected);
        }
        let standing = {
            let reader = connect::reader(path, false)?;
            migrate::standing(&reader)?
        };
        match standing {
            Standing::Newer { step } => {
                Self::open_read_only(path, options, ReadOnlyReason::FileIsNewer { step })
            }
            Standing::Current | Standing::Older => Self::open_writable(path, options),
        }
    }

    fn open_writable(path: &Path, options: OpenOptions) -> Result<Self, Fault> {
        let lock = lock::take(path)?;
        let current = CurrentCommand::default();
        let mut writer = connect::writer(path, &current)?;
        let tables: Vec<Table> = OWN_TABLES.iter().chain(&options.tables).copied().collect();
        let is_older = migrate::standing(&writer)? == Standing::Older;
        if is_older || !migrate::is_capture_current(&writer, &tables)? {
            keep_copy_before_migration(&writer, path)?;
            migrate::bring_up(&mut writer, &tables, options.clock.now())?;
        }
        let newest = newest_change(&writer)?;
        let access = Access::Writable { writer: Box::new(Mutex::new(writer)), _lock: lock };
        Ok(Self::assemble(path, access, current, false, options, newest))
    }

    fn open_read_only(path: &Path, options: OpenOptions, why: ReadOnlyReason) -> Result<Self, Fault> {
        let has_log = fs::exists(with_suffix(path, "-wal")).unwrap_or(false);
        let is_immutable = matches!(why, ReadOnlyReason::FileIsProtected) && !has_log;
        let reader = connect::reader(path, is_immutable)?;
        let workspace = Self::assemble(
            path,
            Access::ReadOnly { why },
            CurrentCommand::default(),
            is_immutable,
            options,
            0,
        );
        workspace.give_back(reader);
        Ok(workspace)
    }

    fn assemble(
        path: &Path,
        access: Access,
        current: CurrentCommand,
        is_immutable: bool,
        options: OpenOptions,
        newest_change_micros: i64,
    ) -> Self {
        Self {
            path: path.to_owned(),
            access,
            current,
            readers: Mutex::default(),
            is_immutable,
            options,
            newest_change_micros: AtomicI64::new(newest_change_micros),
            generation: AtomicU64::new(0),
            trap: StatementTrap::default(),
        }
    }

    /// The file's path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether commands are refused because the file is protected or newer than this app.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        matches!(self.access, Access::ReadOnly { .. })
    }

    /// Why the file is open read-only, as the fault that a write would meet.
    #[must_use]
    pub fn read_only_reason(&self) -> Option<Fault> {
        match &self.access {
            Access::Writable { .. } => None,
            Access::ReadOnly { why: ReadOnlyReason::FileIsProtected } => {
                Some(Fault::new(FaultKind::ReadOnly, format!("{} is write-protected", self.path.display())))
            }
            Access::ReadOnly { why: ReadOnlyReason::FileIsNewer { step } } => Some(Fault::new(
                FaultKind::NewerFile,
                format!("{} was made by a newer Stagedoor (it has “{step}”)", self.path.display()),
            )),
        }
    }

    /// Counts the commands that have committed since the file was opened; caches compare it.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// The clock this workspace was opened with.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.options.clock.as_ref()
    }

    /// Tables of the file that are in no registry, so that a forgotten one is found by a test.
    ///
    /// # Errors
    /// A fault when the file cannot be read.
    pub fn unregistered_tables(&self) -> Result<Vec<String>, Fault> {
        let tables: Vec<Table> = OWN_TABLES.iter().chain(&self.options.tables).copied().collect();
        self.with_reader(|reader| migrate::unregistered(reader, &tables))
    }

    /// Makes the `n`-th statement from now fail, once. Zero disarms. For tests of all-or-nothing.
    pub fn fail_at_statement(&self, n: i64) {
        self.trap.left.store(n, Ordering::Relaxed);
    }

    /// Runs a command: one `BEGIN IMMEDIATE`, durable when this returns `Ok`, rolled back otherwise.
    ///
    /// # Errors
    /// What `work` returned; [`ClockWentBack`]; or a fault, after which nothing has changed.
    pub fn transact<T>(
        &self,
        context: &CommandContext,
        work: impl FnOnce(&Tx<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let Access::Writable { writer, .. } = &self.access else {
            let reason = self.read_only_reason();
            return Err(reason
                .unwrap_or_else(|| Fault::new(FaultKind::ReadOnly, "the workspace is read-only"))
                .into());
        };
        let connection = locked(writer);
        let now = self.command_time()?;
        let open = OpenCommand::begin(&connection, &self.current)?;
        let tx = Tx {
            view: View { connection: &connection, command: Some(&self.current), trap: Some(&self.trap) },
            now,
            actor: context.actor,
            randomness: self.options.randomness.as_ref(),
            ids: RisingParts::default(),
        };
        let part = tx.ids.next(tx.randomness)?;
        self.current.begin(*kernel::id::uuid_v7(now, part).as_bytes(), context, now);
        let outcome = work(&tx)?;
        tx.trip()?;
        self.current.write(&connection)?;
        tx.trip()?;
        open.commit()?;
        self.newest_change_micros.fetch_max(kernel::clock::to_micros(now), Ordering::AcqRel);
        self.generation.fetch_add(1, Ordering::AcqRel);
        Ok(outcome)
    }

    /// Reads from one consistent snapshot, beside any writer.
    ///
    /// # Errors
    /// What `work` returned, or a fault.
    pub fn read<T, E: From<Fault>>(&self, work: impl FnOnce(&View<'_>) -> Result<T, E>) -> Result<T, E> {
        let reader = match locked(&self.readers).pop() {
            Some(reader) => reader,
            None => connect::reader(&self.path, self.is_immutable)?,
        };
        let outcome = snapshot(&reader, work);
        self.give_back(reader);
        outcome
    }

    /// Reads with a connection of its own, for work that takes long or needs more than a snapshot.
    pub(crate) fn with_reader<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let reader = connect::reader(&self.path, self.is_immutable)?;
        work(&reader)
    }

    fn give_back(&self, reader: Connection) {
        let mut readers = locked(&self.readers);
        if readers.len() < READERS_MAX {
            readers.push(reader);
        }
    }

    /// The command's time: never before the newest change, so that logs stay in order through small corrections.
    fn command_time(&self) -> Result<Timestamp, Failure> {
        let now = self.options.clock.now();
        let newest = from_micros(self.newest_change_micros.load(Ordering::Acquire)).unwrap_or(now);
        if newest - now > CLOCK_STEP_BACK_MAX {
            return Err(ClockWentBack { now, newest }.into());
        }
        Ok(now.max(newest))
    }
}

impl Drop for Workspace {
    /// Moves the log into the file, so that the one file is the whole workspace and can be copied. The readers go
    /// first: while one is open the log stays, and a reader cannot move it.
    fn drop(&mut self) {
        locked(&self.readers).clear();
        if let Access::Writable { writer, .. } = &self.access
            && let Err(error) = locked(writer).query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))
        {
            tracing::warn!(%error, "the log stays beside the file; the next start reads it");
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A command that panicked has rolled back through `OpenCommand`, so the connection behind the lock is sound.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn snapshot<T, E: From<Fault>>(
    reader: &Connection,
    work: impl FnOnce(&View<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let failed = |error| from_sqlite(error, "opening a snapshot");
    reader.execute_batch("begin").map_err(failed)?;
    let outcome = work(&View { connection: reader, command: None, trap: None });
    reader.execute_batch("rollback").map_err(failed)?;
    outcome
}

fn newest_change(connection: &Connection) -> Result<i64, Fault> {
    connection
        .query_row(
            "select coalesce((select created_at from entity_audit_log order by lseq desc limit 1), 0)",
            [],
            |row| row.get(0),
        )
        .map_err(|error| from_sqlite(error, "reading the newest change"))
}

fn keep_copy_before_migration(connection: &Connection, path: &Path) -> Result<(), Fault> {
    let is_empty: bool = connection
        .query_row(
            "select not exists (select 1 from sqlite_schema where name = 'schema_migrations')",
            [],
            |row| row.get(0),
        )
        .map_err(|error| from_sqlite(error, "looking for a schema"))?;
    if is_empty {
        return Ok(());
    }
    let copy = with_suffix(path, "-before-migration");
    if fs::exists(&copy).unwrap_or(false) {
        fs::remove_file(&copy).map_err(|error| {
            Fault::new(FaultKind::Io, format!("{} cannot be replaced: {error}", copy.display()))
                .caused_by(error)
        })?;
    }
    connection
        .execute("vacuum into ?1", [copy.to_string_lossy()])
        .map(|_| ())
        .map_err(|error| from_sqlite(error, "copying the workspace before its migration"))
}

/// An open transaction that rolls back unless it is committed, also when the command panics.
struct OpenCommand<'c> {
    connection: &'c Connection,
    current: &'c CurrentCommand,
    is_over: bool,
}

impl<'c> OpenCommand<'c> {
    fn begin(connection: &'c Connection, current: &'c CurrentCommand) -> Result<Self, Fault> {
        run_cached(connection, "begin immediate")?;
        Ok(Self { connection, current, is_over: false })
    }

    fn commit(mut self) -> Result<(), Fault> {
        run_cached(self.connection, "commit")?;
        self.is_over = true;
        Ok(())
    }
}

impl Drop for OpenCommand<'_> {
    fn drop(&mut self) {
        self.current.clear();
        if !self.is_over
            && !self.connection.is_autocommit()
            && let Err(fault) = run_cached(self.connection, "rollback")
        {
            tracing::error!(%fault, "a failed command could not be rolled back; SQLite will at the next start");
        }
    }
}

fn run_cached(connection: &Connection, sql: &'static str) -> Result<(), Fault> {
    let failed = |error| from_sqlite(error, sql);
    connection.prepare_cached(sql).map_err(failed)?.execute([]).map(|_| ()).map_err(failed)
}
