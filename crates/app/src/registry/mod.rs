//! The one table of commands. Every host (desktop, terminal, loopback HTTP) and the TypeScript bridge are derived
//! from it, so they cannot drift apart. A command cannot be declared without its permission.

mod access;
mod dispatch;
mod idempotency;
mod typescript;

use kernel::{Failure, Permission};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, value::RawValue};
use ts_rs::TS;
use workspace::{Tx, View};

pub use dispatch::RequestRefused;
pub use typescript::Bridge;
pub(crate) use typescript::TypeScript;

use crate::{
    desk::Desk,
    stagedoor::{OpenWorkspace, Stagedoor},
};

/// Queries that must be asked again: a query's name, the part before its dot with the dot (`order.`), or `*` for all.
pub type Topic = &'static str;

/// A command's answer as JSON text: written once, stored and sent as it is.
pub type Answer = Box<RawValue>;

type ReadAction = Box<dyn Fn(&Desk<'_>, &View<'_>, Value) -> Result<Answer, Failure> + Send + Sync>;
type WriteAction = Box<dyn Fn(&Desk<'_>, &Tx<'_>, Value) -> Result<Answer, Failure> + Send + Sync>;
type StationAction = Box<dyn Fn(&Desk<'_>, &OpenWorkspace, Value) -> Result<Answer, Failure> + Send + Sync>;
type HostAction = Box<dyn Fn(&Stagedoor, Value) -> Result<Answer, Failure> + Send + Sync>;

pub(crate) enum Action {
    /// Reads one snapshot.
    Read(ReadAction),
    /// Writes in one transaction.
    Write(WriteAction),
    /// Decides by itself what is written, and when.
    Station(StationAction),
    /// Works on the workspace as a whole: opening, importing, backing up.
    Host(HostAction),
}

/// One declared command.
pub struct Command {
    /// Its name, `noun.verb`.
    pub name: &'static str,
    /// What the caller must be allowed to do.
    pub permission: Permission,
    /// The topics it makes stale.
    pub stale: &'static [Topic],
    pub(crate) action: Action,
    pub(crate) describe: fn(&mut TypeScript) -> (String, String),
}

/// Declares a command that reads.
pub(crate) fn read<I, O>(
    name: &'static str,
    permission: Permission,
    handler: fn(&Desk<'_>, &View<'_>, I) -> Result<O, Failure>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    O: Serialize + TS + 'static,
{
    let action: ReadAction =
        Box::new(move |desk, view, input| dispatch::answer(&handler(desk, view, dispatch::input(input)?)?));
    Command {
        name,
        permission,
        stale: &[],
        action: Action::Read(action),
        describe: TypeScript::of_command::<I, O>,
    }
}

/// Declares a command that writes.
pub(crate) fn write<I, O>(
    name: &'static str,
    permission: Permission,
    stale: &'static [Topic],
    handler: fn(&Desk<'_>, &Tx<'_>, I) -> Result<O, Failure>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    O: Serialize + TS + 'static,
{
    let action: WriteAction =
        Box::new(move |desk, tx, input| dispatch::answer(&handler(desk, tx, dispatch::input(input)?)?));
    Command {
        name,
        permission,
        stale,
        action: Action::Write(action),
        describe: TypeScript::of_command::<I, O>,
    }
}

/// Declares a command that decides by itself what is written, and when.
pub(crate) fn station<I, O>(
    name: &'static str,
    permission: Permission,
    stale: &'static [Topic],
    handler: fn(&Desk<'_>, &OpenWorkspace, I) -> Result<O, Failure>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    O: Serialize + TS + 'static,
{
    let action: StationAction =
        Box::new(move |desk, open, input| dispatch::answer(&handler(desk, open, dispatch::input(input)?)?));
    Command {
        name,
        permission,
        stale,
        action: Action::Station(action),
        describe: TypeScript::of_command::<I, O>,
    }
}

/// Declares a command on the workspace as a whole.
pub(crate) fn host<I, O>(
    name: &'static str,
    permission: Permission,
    stale: &'static [Topic],
    handler: fn(&Stagedoor, I) -> Result<O, Failure>,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    O: Serialize + TS + 'static,
{
    let action: HostAction =
        Box::new(move |app, input| dispatch::answer(&handler(app, dispatch::input(input)?)?));
    Command {
        name,
        permission,
        stale,
        action: Action::Host(action),
        describe: TypeScript::of_command::<I, O>,
    }
}

/// The TypeScript bridge of the whole registry, for `ui/src/gen`.
#[must_use]
pub fn bridge() -> Bridge {
    let mut commands = crate::commands::all();
    commands.sort_by_key(|command| command.name);
    TypeScript::of_registry(&commands)
}
