//! What a command promises: all or nothing, attributed, in order, once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use chrono::TimeDelta;
use kernel::{Failure, Fault, FaultKind, Refuse};
use rusqlite::Connection;
use testkit::{TestWorkspace, as_test};
use workspace::{CommandContext, Table, Tx, params};

const TABLES: &[Table] = &[
    Table::record("users"),
    Table::record("ledger_accounts"),
    Table::fact("ledger_transactions"),
    Table::fact("ledger_entries"),
];

#[derive(Debug, thiserror::Error)]
#[error("no")]
struct No;
impl Refuse for No {
    fn code(&self) -> &'static str {
        "no"
    }
    fn fix(&self) -> String {
        "Say yes.".to_owned()
    }
}

fn fresh() -> TestWorkspace {
    testkit::workspace(TABLES)
}

fn add_user(tx: &Tx<'_>, n: u8) -> Result<(), Failure> {
    tx.execute_one(
        "insert into users (id, name, created_at, updated_at) values (?1, ?2, ?3, ?3)",
        params![[n; 16], format!("Person {n}"), tx.now_micros()],
    )?;
    Ok(())
}

fn count(workspace: &TestWorkspace, sql: &'static str) -> i64 {
    workspace.read(|view| view.one(sql, [], |row| row.int("n"))).unwrap()
}

const USERS: &str = "select count(*) as n from users";

#[test]
fn a_refused_command_leaves_nothing() {
    let workspace = fresh();
    let outcome = workspace.transact(&as_test(), |tx| {
        add_user(tx, 1)?;
        tx.next_number("receipt")?;
        Err::<(), _>(No.into())
    });
    assert_eq!(outcome.unwrap_err().code(), "no");
    assert_eq!(count(&workspace, USERS), 0);
    let first = workspace.transact(&as_test(), |tx| Ok(tx.next_number("receipt")?)).unwrap();
    assert_eq!(first, 1, "a rolled-back command gives its number back, so that the series has no gap");
}

#[test]
fn a_panicking_command_leaves_nothing_and_the_file_goes_on() {
    let workspace = fresh();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        workspace.transact(&as_test(), |tx| {
            add_user(tx, 1)?;
            panic!("a defect");
            #[allow(unreachable_code)]
            Ok(())
        })
    }));
    assert!(panicked.is_err());
    workspace.transact(&as_test(), |tx| add_user(tx, 2)).unwrap();
    assert_eq!(count(&workspace, USERS), 1);
}

#[test]
fn every_change_is_attributed_with_before_and_after() {
    let workspace = fresh();
    workspace.transact(&as_test(), |tx| add_user(tx, 1)).unwrap();
    let rename = CommandContext { command: "user.rename", actor: None };
    workspace
        .transact(&rename, |tx| {
            Ok(tx.execute_one("update users set name = 'New' where id = ?1", params![[1_u8; 16]])?)
        })
        .unwrap();
    let log = workspace
        .read(|view| {
            view.all(
                "select command, op, before_json, after_json from entity_audit_log order by lseq",
                [],
                |row| {
                    Ok((
                        row.text("command")?,
                        row.text("op")?,
                        row.text_opt("before_json")?,
                        row.text_opt("after_json")?,
                    ))
                },
            )
        })
        .unwrap();
    assert_eq!(log.len(), 2);
    assert_eq!((log[0].0.as_str(), log[0].1.as_str(), &log[0].2), ("test", "I", &None));
    assert_eq!(log[1].2.as_deref(), Some(r#"{"name":"Person 1"}"#), "an update keeps only what changed");
    assert_eq!(log[1].3.as_deref(), Some(r#"{"name":"New"}"#));
    assert!(workspace.verify(&[]).unwrap().is_ok);
}

#[test]
fn a_statement_that_fails_leaves_no_trace_in_the_log() {
    let workspace = fresh();
    workspace
        .transact(&as_test(), |tx| {
            add_user(tx, 1)?;
            assert!(add_user(tx, 1).is_err(), "the same person twice");
            add_user(tx, 2)
        })
        .unwrap();
    assert_eq!(count(&workspace, USERS), 2);
    assert_eq!(count(&workspace, "select count(*) as n from entity_audit_log"), 2);
    assert!(workspace.verify(&[]).unwrap().is_ok);
}

#[test]
fn many_changes_of_one_command_are_one_unbroken_chain() {
    let workspace = fresh();
    workspace
        .transact(&as_test(), |tx| {
            for n in 0..2_500_u16 {
                let mut id = [0_u8; 16];
                id[..2].copy_from_slice(&n.to_be_bytes());
                let sql = "insert into users (id, name, created_at, updated_at) values (?1, 'Guest', 0, 0)";
                tx.execute_one(sql, params![id])?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(count(&workspace, "select count(*) as n from entity_audit_log"), 2_500);
    assert!(workspace.verify(&[]).unwrap().is_ok);
}

#[test]
fn a_fact_that_was_edited_or_removed_behind_the_apps_back_is_found() {
    for edit in [
        "drop trigger capture_ledger_entries_keep_rows; update ledger_entries set created_at = 7 where amount_minor = 5;",
        "drop trigger capture_ledger_entries_keep_all; delete from ledger_entries where amount_minor = 5;",
    ] {
        let workspace = fresh();
        workspace.transact(&as_test(), |tx| post(tx, &[5, -5])).unwrap();
        assert!(workspace.verify(&[]).unwrap().is_ok);
        Connection::open(workspace.path()).unwrap().execute_batch(edit).unwrap();
        let report = workspace.verify(&[]).unwrap();
        let chain = report.checks.iter().find(|check| check.name == "audit_chain").unwrap();
        assert_eq!(chain.finding_count, 1, "{edit}: {:?}", chain.findings);
    }
}

#[test]
fn nobody_else_can_write_a_captured_table() {
    let workspace = fresh();
    let stranger = Connection::open(workspace.path()).unwrap();
    let refused = stranger
        .execute("insert into users (id, name, created_at, updated_at) values (x'01', 'x', 0, 0)", []);
    assert!(refused.is_err(), "a tool without our functions cannot write");
    assert_eq!(count(&workspace, USERS), 0);
}

#[test]
fn logs_cannot_be_changed_even_by_a_command() {
    let workspace = fresh();
    workspace.transact(&as_test(), |tx| add_user(tx, 1)).unwrap();
    for sql in ["update entity_audit_log set command = 'x'", "delete from entity_audit_log"] {
        let outcome = workspace.transact(&as_test(), |tx| Ok(tx.execute(sql, [])?));
        assert!(outcome.unwrap_err().to_string().contains("append-only"), "{sql}");
    }
}

fn post(tx: &Tx<'_>, amounts: &[i64]) -> Result<(), Failure> {
    tx.execute(
        "insert or ignore into ledger_accounts (id, code, name, kind, currency, created_at) values (x'0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a', 'cash', 'Cash', 'asset', 'EUR', 0)",
        [],
    )?;
    tx.execute("insert into ledger_transactions (id, kind, created_at) values (x'0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b', 'sale', 0)", [])?;
    for (index, amount) in amounts.iter().enumerate() {
        tx.execute(
            "insert into ledger_entries (id, transaction_id, account_id, amount_minor, currency, created_at)
             values (?1, x'0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b', x'0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a', ?2, 'EUR', 0)",
            params![[u8::try_from(index).unwrap(); 16], amount],
        )?;
    }
    Ok(())
}

#[test]
fn an_unbalanced_ledger_transaction_cannot_commit() {
    let workspace = fresh();
    assert!(workspace.transact(&as_test(), |tx| post(tx, &[100, -99])).is_err());
    assert_eq!(count(&workspace, "select count(*) as n from ledger_entries"), 0);
    workspace.transact(&as_test(), |tx| post(tx, &[100, -60, -40])).unwrap();
    assert_eq!(count(&workspace, "select count(*) as n from ledger_entries"), 3);
}

#[test]
fn a_failure_at_any_statement_leaves_nothing() {
    let workspace = fresh();
    let mut failures = 0;
    for n in 1..40 {
        workspace.fail_at_statement(n);
        let outcome = workspace.transact(&as_test(), |tx| {
            add_user(tx, 1)?;
            post(tx, &[5, -5])
        });
        workspace.fail_at_statement(0);
        if outcome.is_ok() {
            break;
        }
        failures += 1;
        assert_eq!(count(&workspace, USERS), 0, "statement {n} failed, so nothing may remain");
    }
    assert_eq!(failures, 7, "five statements, the audit log and the commit: seven places to fail");
}

#[test]
fn a_clock_set_back_is_refused_and_small_corrections_keep_order() {
    let workspace = fresh();
    workspace.transact(&as_test(), |tx| add_user(tx, 1)).unwrap();
    workspace.clock.advance(TimeDelta::seconds(-30));
    let at = workspace.transact(&as_test(), |tx| Ok(tx.now())).unwrap();
    assert_eq!(at, testkit::start_of_tests(), "time does not run backwards inside the file");
    workspace.clock.advance(TimeDelta::hours(-1));
    let refused = workspace.transact(&as_test(), |tx| add_user(tx, 2)).unwrap_err();
    assert_eq!(refused.code(), "clock_went_back");
    assert_eq!(count(&workspace, USERS), 1);
}

#[test]
fn readers_do_not_see_an_open_command() {
    let workspace = fresh();
    workspace
        .transact(&as_test(), |tx| {
            add_user(tx, 1)?;
            assert_eq!(count(&workspace, USERS), 0, "not committed yet");
            Ok(())
        })
        .unwrap();
    assert_eq!(count(&workspace, USERS), 1);
}

#[test]
fn readers_cannot_write() {
    let workspace = fresh();
    let outcome: Result<i64, Fault> = workspace.read(|view| {
        view.one(
            "insert into number_series (name, last_number) values ('x', 1) returning last_number",
            [],
            |row| row.int("last_number"),
        )
    });
    assert_eq!(outcome.unwrap_err().kind, FaultKind::ReadOnly);
}
