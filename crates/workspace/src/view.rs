//! Reading: static SQL, bound parameters, typed rows.

use kernel::{Fault, FaultKind};
use rusqlite::{Connection, Params};

use crate::{changes::CurrentCommand, fault::from_sqlite, file::StatementTrap, row::Row};

/// A consistent view of the file for the length of one call.
pub struct View<'c> {
    pub(crate) connection: &'c Connection,
    pub(crate) command: Option<&'c CurrentCommand>,
    pub(crate) trap: Option<&'c StatementTrap>,
}

impl View<'_> {
    /// The one row of a query that must have one.
    ///
    /// # Errors
    /// A fault when the row is missing, the database fails, or `map` does.
    pub fn one<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        map: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.optional(sql, params, map)?.ok_or_else(|| {
            Fault::new(FaultKind::Inconsistent, format!("a row that must exist is missing: {}", head(sql)))
        })
    }

    /// The first row of a query, if it has one.
    ///
    /// # Errors
    /// A fault when the database fails, or `map` does.
    pub fn optional<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        mut map: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        self.trip()?;
        let held = self.held_changes();
        let mut statement =
            self.connection.prepare_cached(sql).map_err(|error| from_sqlite(error, head(sql)))?;
        let mut rows = statement.query(params).map_err(|error| self.failed(error, sql, held))?;
        match rows.next().map_err(|error| self.failed(error, sql, held))? {
            Some(row) => map(&Row::new(row)).map(Some),
            None => Ok(None),
        }
    }

    /// Every row of a query.
    ///
    /// # Errors
    /// A fault when the database fails, or `map` does.
    pub fn all<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        mut map: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut found = Vec::new();
        self.each(sql, params, |row| {
            found.push(map(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Walks the rows of a query without keeping them.
    ///
    /// # Errors
    /// A fault when the database fails, or `visit` does; the walk stops there.
    pub fn each(
        &self,
        sql: &'static str,
        params: impl Params,
        mut visit: impl FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.trip()?;
        let held = self.held_changes();
        let mut statement =
            self.connection.prepare_cached(sql).map_err(|error| from_sqlite(error, head(sql)))?;
        let mut rows = statement.query(params).map_err(|error| self.failed(error, sql, held))?;
        while let Some(row) = rows.next().map_err(|error| self.failed(error, sql, held))? {
            visit(&Row::new(row))?;
        }
        Ok(())
    }

    /// Whether `sql` can be prepared on this schema: each store tests all of its statements with it.
    ///
    /// # Errors
    /// A fault that quotes the statement when it cannot.
    pub fn prepares(&self, sql: &'static str) -> Result<(), Fault> {
        self.connection.prepare(sql).map(|_| ()).map_err(|error| from_sqlite(error, sql))
    }

    pub(crate) fn trip(&self) -> Result<(), Fault> {
        self.trap.map_or(Ok(()), StatementTrap::trip)
    }

    /// How many changes of the command wait for the audit log.
    pub(crate) fn held_changes(&self) -> usize {
        self.command.map_or(0, CurrentCommand::held)
    }

    /// The fault of a statement that failed. What it captured was undone with it and is forgotten.
    pub(crate) fn failed(&self, error: rusqlite::Error, sql: &'static str, held: usize) -> Fault {
        if let Some(command) = self.command {
            command.forget_since(held);
        }
        from_sqlite(error, head(sql))
    }

    pub(crate) fn write_changes_if_many(&self) -> Result<(), Fault> {
        self.command.map_or(Ok(()), |command| command.write_if_many(self.connection))
    }
}

/// The first line of a statement, for messages.
pub(crate) fn head(sql: &str) -> &str {
    sql.trim_start().lines().next().unwrap_or("")
}
