//! `verify`: is the file whole, do its links hold, is its history unbroken, do the books balance? Contexts add
//! checks of their own, such as inventory against tickets.

use kernel::Fault;
use rusqlite::{Connection, types::Value};
use serde::{Deserialize, Serialize};

use crate::{fault::from_sqlite, file::Workspace, view::View};

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

/// Recomputes every hash of the audit log and looks for gaps in its numbering.
fn audit_chain(connection: &Connection) -> Result<Vec<Finding>, Fault> {
    let failed = |error| from_sqlite(error, "audit chain");
    crate::functions::register(connection, &crate::context::CurrentCommand::default()).map_err(failed)?;
    let mut statement = connection
        .prepare(
            "select lseq, hash, audit_hash(lag(hash) over (order by lseq), command_id, command, actor_user_id, created_at,
               entity_type, entity_id, op, before_json, after_json) as expected,
               lseq - coalesce(lag(lseq) over (order by lseq), 0) as step
             from entity_audit_log order by lseq",
        )
        .map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    let mut findings = Vec::new();
    while let Some(row) = rows.next().map_err(failed)? {
        let lseq: i64 = row.get(0).map_err(failed)?;
        let (hash, expected): (Value, Value) = (row.get(1).map_err(failed)?, row.get(2).map_err(failed)?);
        if hash != expected {
            findings.push(Finding { message: format!("change {lseq} was altered after it was written") });
        }
        if row.get::<_, i64>(3).map_err(failed)? != 1 {
            findings.push(Finding { message: format!("changes are missing before change {lseq}") });
        }
    }
    Ok(findings)
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
