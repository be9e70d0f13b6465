//! Writing: one command, one durable transaction.

use std::{ops::Deref, ops::RangeInclusive};

use kernel::{Fault, FaultKind, Randomness, Refuse, Timestamp, clock::to_micros, id::Id};
use rusqlite::{Params, params};

use crate::{
    context::ActorId,
    fault::from_sqlite,
    ids::RisingParts,
    kept_answer,
    view::{View, head},
};

/// The transaction of one command. Reads through [`View`]; nothing is visible to others until the command ends well.
pub struct Tx<'c> {
    pub(crate) view: View<'c>,
    pub(crate) now: Timestamp,
    pub(crate) actor: Option<ActorId>,
    pub(crate) randomness: &'c dyn Randomness,
    pub(crate) ids: RisingParts,
}

impl<'c> Deref for Tx<'c> {
    type Target = View<'c>;
    fn deref(&self) -> &View<'c> {
        &self.view
    }
}

/// Somebody else changed the record since it was read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this {noun} was changed in the meantime")]
pub struct Conflict {
    /// What was to be changed.
    pub noun: &'static str,
}

impl Refuse for Conflict {
    fn code(&self) -> &'static str {
        "changed_meanwhile"
    }
    fn fix(&self) -> String {
        "Look at the newer version, then make your change again.".to_owned()
    }
}

impl Tx<'_> {
    /// The moment of the command: the same for every row it writes.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// [`Tx::now`] as stored.
    #[must_use]
    pub fn now_micros(&self) -> i64 {
        to_micros(self.now)
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> Option<ActorId> {
        self.actor
    }

    /// Fills `buffer` with bytes nobody can guess.
    ///
    /// # Errors
    /// A fault when the system has none to give.
    pub fn random(&self, buffer: &mut [u8]) -> Result<(), Fault> {
        self.randomness.fill(buffer)
    }

    /// A new identifier, ordered by the command's time and after every other of the command.
    ///
    /// # Errors
    /// A fault when the system has no randomness to give.
    pub fn new_id<I: Id>(&self) -> Result<I, Fault> {
        let part = self.ids.next(self.randomness)?;
        Ok(I::from_bytes(*kernel::id::uuid_v7(self.now, part).as_bytes()))
    }

    /// Runs a statement that changes rows; says how many.
    ///
    /// # Errors
    /// A fault when the database fails or one of its constraints stops the write.
    pub fn execute(&self, sql: &'static str, params: impl Params) -> Result<usize, Fault> {
        self.view.trip()?;
        let held = self.view.held_changes();
        let mut statement =
            self.view.connection.prepare_cached(sql).map_err(|error| from_sqlite(error, head(sql)))?;
        let changed = statement.execute(params).map_err(|error| self.view.failed(error, sql, held))?;
        drop(statement);
        self.view.write_changes_if_many()?;
        Ok(changed)
    }

    /// Runs a statement that must change exactly one row.
    ///
    /// # Errors
    /// As [`Tx::execute`], and when it changed none or several.
    pub fn execute_one(&self, sql: &'static str, params: impl Params) -> Result<(), Fault> {
        match self.execute(sql, params)? {
            1 => Ok(()),
            changed => Err(Fault::new(
                FaultKind::Inconsistent,
                format!("{} changed {changed} rows, not one", head(sql)),
            )),
        }
    }

    /// The next number of a gapless series, such as `receipt`. A rolled-back command gives its number back.
    ///
    /// # Errors
    /// A fault when the database fails.
    pub fn next_number(&self, series: &str) -> Result<i64, Fault> {
        self.next_numbers(series, 1).map(|numbers| *numbers.end())
    }

    /// The next `count` numbers of a gapless series.
    ///
    /// # Errors
    /// A fault when the database fails.
    pub fn next_numbers(&self, series: &str, count: u32) -> Result<RangeInclusive<i64>, Fault> {
        let last = self.one(
            "insert into number_series (name, last_number) values (?1, ?2)
             on conflict (name) do update set last_number = last_number + excluded.last_number
             returning last_number",
            params![series, count],
            |row| row.int("last_number"),
        )?;
        Ok(last - i64::from(count) + 1..=last)
    }

    /// The first answer that was given under an idempotency key, with the digest of what was asked then.
    ///
    /// # Errors
    /// A fault when the database fails.
    pub fn answer_under_key(&self, key: &str) -> Result<Option<(Vec<u8>, String)>, Fault> {
        self.optional(
            "select request_hash, answer from idempotency_keys where key = ?1",
            params![key],
            |row| Ok((row.bytes("request_hash")?, kept_answer::unpack(&row.bytes("answer")?)?)),
        )
    }

    /// Keeps the answer of a command under its idempotency key.
    ///
    /// # Errors
    /// A fault when the database fails.
    pub fn keep_answer(
        &self,
        key: &str,
        command: &str,
        request_hash: [u8; 32],
        answer_json: &str,
    ) -> Result<(), Fault> {
        self.execute_one(
            "insert into idempotency_keys (key, command, request_hash, answer, created_at) values (?1, ?2, ?3, ?4, ?5)",
            params![key, command, request_hash, kept_answer::pack(answer_json), self.now_micros()],
        )
    }
}
