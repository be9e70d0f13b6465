//! Who is changing the file, by which command, and when: what every captured change carries.

use rusqlite::{ToSql, types::ToSqlOutput};

/// The user behind a command, as the sixteen bytes of the user's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorId(pub [u8; 16]);

impl ToSql for ActorId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

/// What `transact` must know before the first write.
#[derive(Clone, Copy, Debug)]
pub struct CommandContext {
    /// The command's registered name, such as `order.complete`.
    pub command: &'static str,
    /// Who acts; absent for first run and for jobs.
    pub actor: Option<ActorId>,
}
