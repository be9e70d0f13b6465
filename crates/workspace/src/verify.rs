//! `verify`: is the file whole, do its links hold, is its history unbroken, do the books balance? Contexts add
//! checks of their own, such as inventory against tickets.

use std::collections::{HashMap, hash_map::Entry};

use kernel::Fault;
use rusqlite::{Connection, OptionalExtension, Statement, types::ValueRef};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    capture,
    changes::{Operation, absorb},
    fault::from_sqlite,
    file::Workspace,
    view::View,
};

/// Findings kept of one check; more are counted, not listed.
const FINDINGS_MAX: usize = 20;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What is wrong, naming table and row.
    pub message: String,
}

/// A question that a context asks of its own tables.
#[derive(Clone, Copy)]
pub struct Check {
    /// What is checked, snake_case.
    pub name: &'static str,
    /// Asks it; an empty list is a pass.
    pub run: fn(&View<'_>) -> Result<Vec<Finding>, Fault>,
}

/// The answer to one check.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CheckReport {
    /// What was checked.
    pub name: String,
    /// Whether nothing was found.
    pub is_ok: bool,
    /// How many findings there are.
    pub finding_count: usize,
    /// The first of them.
    pub findings: Vec<Finding>,
}

/// The answers to all checks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VerifyReport {
    /// Whether every check passed.
    pub is_ok: bool,
    /// Each check, in order.
    pub checks: Vec<CheckReport>,
}

impl Workspace {
    /// Checks the whole file. Reads only.
    ///
    /// # Errors
    /// A fault when the file cannot be read at all; what a check finds is in the report.
    pub fn verify(&self, more: &[Check]) -> Result<VerifyReport, Fault> {
        let mut checks = vec![self.with_reader(|reader| Ok(report("integrity", integrity(reader))))?];
        if checks.iter().all(|check| check.is_ok) {
            checks.push(self.with_reader(|reader| Ok(report("foreign_keys", foreign_keys(reader))))?);
            checks.push(self.with_reader(|reader| Ok(report("audit_chain", audit_chain(reader))))?);
            checks.push(self.read(|view| Ok::<_, Fault>(report("ledger_balance", ledger_balance(view))))?);
            for check in more {
                checks.push(self.read(|view| Ok::<_, Fault>(report(check.name, (check.run)(view))))?);
            }
        }
        Ok(VerifyReport { is_ok: checks.iter().all(|check| check.is_ok), checks })
    }
}

fn report(name: &str, found: Result<Vec<Finding>, Fault>) -> CheckReport {
    let found = found.unwrap_or_else(|fault| vec![Finding { message: fault.to_string() }]);
    CheckReport {
        name: name.to_owned(),
        is_ok: found.is_empty(),
        finding_count: found.len(),
        findings: found.into_iter().take(FINDINGS_MAX).collect(),
    }
}

fn integrity(connection: &Connection) -> Result<Vec<Finding>, Fault> {
    let failed = |error| from_sqlite(error, "integrity check");
    let mut statement = connection.prepare("pragma integrity_check").map_err(failed)?;
    let lines: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .map_err(failed)?
        .collect::<Result<_, _>>()
        .map_err(failed)?;
    Ok(lines.into_iter().filter(|line| line != "ok").map(|message| Finding { message }).collect())
}

fn foreign_keys(connection: &Connection) -> Result<Vec<Finding>, Fault> {
    let failed = |error| from_sqlite(error, "foreign key check");
    let mut statement = connection
        .prepare("select \"table\", rowid, parent from pragma_foreign_key_check")
        .map_err(failed)?;
    statement
        .query_map([], |row| {
            let (table, rowid, parent): (String, Option<i64>, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Finding { message: format!("{table} row {rowid:?} points to a missing {parent}") })
        })
        .map_err(failed)?
        .collect::<Result<_, _>>()
        .map_err(failed)
}

/// Recomputes every hash of the audit log and looks for gaps in its numbering. A fact's image is made from the row
/// itself, so that an edit of the row shows as well as an edit of the log.
fn audit_chain(connection: &Connection) -> Result<Vec<Finding>, Fault> {
    let failed = |error| from_sqlite(error, "audit chain");
    crate::functions::register_for_verify(connection).map_err(failed)?;
    let mut statement = connection
        .prepare(
            "select lseq, hash, lag(hash) over (order by lseq) as previous, command_id, command, actor_user_id,
               created_at, entity_type, entity_id, op, before_json, after_json,
               lseq - coalesce(lag(lseq) over (order by lseq), 0) as step
             from entity_audit_log order by lseq",
        )
        .map_err(failed)?;
    let mut facts = Facts { connection, queries: HashMap::new() };
    let mut rows = statement.query([]).map_err(failed)?;
    let mut findings = Vec::new();
    while let Some(row) = rows.next().map_err(failed)? {
        let lseq: i64 = row.get(0).map_err(failed)?;
        let mut digest = Sha256::new();
        for column in 2..11 {
            absorb(&mut digest, row.get_ref(column).map_err(failed)?);
        }
        let (op, after): (String, Option<String>) =
            (row.get(9).map_err(failed)?, row.get(11).map_err(failed)?);
        let after = match after {
            None if op == Operation::Fact.letter() => {
                let table: String = row.get(7).map_err(failed)?;
                let key: Vec<u8> = row.get(8).map_err(failed)?;
                let image = facts.image(&table, &key).map_err(failed)?;
                if image.is_none() {
                    let message = format!("the row of {table} that change {lseq} wrote is missing");
                    findings.push(Finding { message });
                    continue;
                }
                image
            }
            None | Some(_) => after,
        };
        absorb(&mut digest, after.as_ref().map_or(ValueRef::Null, |json| ValueRef::Text(json.as_bytes())));
        let hash: [u8; 32] = row.get(1).map_err(failed)?;
        if hash != <[u8; 32]>::from(digest.finalize()) {
            findings.push(Finding { message: format!("change {lseq} was altered after it was written") });
        }
        if row.get::<_, i64>(12).map_err(failed)? != 1 {
            findings.push(Finding { message: format!("changes are missing before change {lseq}") });
        }
    }
    Ok(findings)
}

/// The rows of append-only tables, read by their keys.
struct Facts<'c> {
    connection: &'c Connection,
    queries: HashMap<String, Statement<'c>>,
}

impl Facts<'_> {
    fn image(&mut self, table: &str, key: &[u8]) -> rusqlite::Result<Option<String>> {
        let query = match self.queries.entry(table.to_owned()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                let sql = capture::fact_image_query(self.connection, table)?;
                unknown.insert(self.connection.prepare(&sql)?)
            }
        };
        query.query_row([key], |row| row.get(0)).optional()
    }
}

fn ledger_balance(view: &View<'_>) -> Result<Vec<Finding>, Fault> {
    view.all(
        "select hex(transaction_id) as transaction_id, currency, sum(amount_minor) as sum_minor
         from ledger_entries group by transaction_id, currency having sum(amount_minor) <> 0",
        [],
        |row| {
            let message = format!(
                "ledger transaction {} is off by {} {}",
                row.text("transaction_id")?,
                row.int("sum_minor")?,
                row.text("currency")?
            );
            Ok(Finding { message })
        },
    )
}
