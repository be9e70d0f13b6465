//! What can be wrong with a file, and what is said about it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::{fs, path::Path, sync::Arc};

use kernel::FaultKind;
use rusqlite::Connection;
use testkit::{FakeClock, TestWorkspace, as_test, start_of_tests};
use workspace::{Table, Workspace, params, restore_to_copy};

const TABLES: &[Table] = &[Table::record("users")];

fn open(path: &Path) -> Result<Workspace, kernel::Fault> {
    Workspace::open(path, testkit::options(TABLES, Arc::new(FakeClock::at(start_of_tests()))))
}

fn with_people(count: u16) -> TestWorkspace {
    let workspace = testkit::workspace(TABLES);
    workspace
        .transact(&as_test(), |tx| {
            for n in 0..count {
                let mut id = [0_u8; 16];
                id[..2].copy_from_slice(&n.to_be_bytes());
                tx.execute_one(
                    "insert into users (id, name, created_at, updated_at) values (?1, ?2, 0, 0)",
                    params![id, "A name that fills a page after a while ".repeat(3)],
                )?;
            }
            Ok(())
        })
        .unwrap();
    workspace
}

/// Closes the workspace and hands over its file in a folder that stays.
fn closed(workspace: TestWorkspace) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("closed.stagedoor");
    workspace.backup(&path).unwrap();
    drop(workspace);
    (folder, path)
}

fn kind(outcome: Result<Workspace, kernel::Fault>) -> FaultKind {
    match outcome {
        Ok(_) => panic!("the file was opened"),
        Err(fault) => fault.kind,
    }
}

#[test]
fn a_second_app_on_the_same_file_is_refused() {
    let first = with_people(1);
    assert_eq!(kind(open(&first.path())), FaultKind::InUse);
}

#[test]
fn what_is_no_workspace_is_named_so() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("party.jpg");
    fs::write(&picture, [0xff, 0xd8, 0xff, 0xe0].repeat(100)).unwrap();
    assert_eq!(kind(open(&picture)), FaultKind::NotAWorkspace);
    let empty = folder.path().join("empty");
    fs::write(&empty, b"").unwrap();
    assert_eq!(kind(open(&empty)), FaultKind::NotAWorkspace);
    let foreign = folder.path().join("foreign.db");
    Connection::open(&foreign).unwrap().execute_batch("create table t (x)").unwrap();
    assert_eq!(kind(open(&foreign)), FaultKind::NotAWorkspace);
    assert_eq!(kind(open(&folder.path().join("nothing"))), FaultKind::Missing);
    assert_eq!(fs::read(&picture).unwrap().len(), 400, "a file that is not ours is not touched");
}

#[test]
fn a_closed_workspace_is_one_file() {
    let workspace = with_people(50);
    workspace.read(|view| view.one("select 1 as n", [], |row| row.int("n"))).unwrap();
    let (path, folder) = (workspace.path(), tempfile::tempdir().unwrap());
    let TestWorkspace { workspace, folder: _kept, .. } = workspace;
    drop(workspace);
    let copy = folder.path().join("copied by hand.stagedoor");
    fs::copy(&path, &copy).unwrap();
    let people = open(&copy)
        .unwrap()
        .read(|view| view.one("select count(*) as n from users", [], |row| row.int("n")))
        .unwrap();
    assert_eq!(people, 50, "whoever copies the file copies everything");
}

#[test]
fn a_file_cut_short_is_named_so() {
    let (_folder, path) = closed(with_people(500));
    let length = fs::metadata(&path).unwrap().len();
    fs::File::options().write(true).open(&path).unwrap().set_len(length / 2).unwrap();
    assert_eq!(kind(open(&path)), FaultKind::Corrupt);
}

#[test]
fn a_damaged_page_is_found_by_verify() {
    let (_folder, path) = closed(with_people(500));
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 64].fill(0xa5);
    fs::write(&path, bytes).unwrap();
    let workspace = open(&path).unwrap();
    assert!(!workspace.verify(&[]).unwrap().is_ok);
}

#[test]
fn a_change_behind_the_apps_back_is_found_by_verify() {
    let (_folder, path) = closed(with_people(3));
    let stranger = Connection::open(&path).unwrap();
    stranger
        .execute_batch("drop trigger capture_entity_audit_log_keep_rows; update entity_audit_log set actor_user_id = null where lseq = 2;")
        .unwrap();
    drop(stranger);
    let report = open(&path).unwrap().verify(&[]).unwrap();
    let chain = report.checks.iter().find(|check| check.name == "audit_chain").unwrap();
    assert_eq!(chain.finding_count, 1, "{:?}", chain.findings);
}

#[test]
fn a_newer_file_opens_read_only_and_says_so() {
    let (_folder, path) = closed(with_people(2));
    let future = Connection::open(&path).unwrap();
    future.execute("insert into schema_migrations (name, sha256, applied_at) values ('20990101000000_future', x'00', 0)", []).unwrap();
    drop(future);
    let workspace = open(&path).unwrap();
    assert_eq!(workspace.read_only_reason().unwrap().kind, FaultKind::NewerFile);
    let people =
        workspace.read(|view| view.one("select count(*) as n from users", [], |row| row.int("n"))).unwrap();
    assert_eq!(people, 2);
    let refused = workspace.transact(&as_test(), |_| Ok(())).unwrap_err();
    assert_eq!(refused.code(), "workspace_newer");
}

#[test]
fn a_protected_file_opens_read_only() {
    let (_folder, path) = closed(with_people(2));
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let workspace = open(&path).unwrap();
    assert!(workspace.is_read_only());
    let people =
        workspace.read(|view| view.one("select count(*) as n from users", [], |row| row.int("n"))).unwrap();
    assert_eq!(people, 2);
    assert_eq!(workspace.transact(&as_test(), |_| Ok(())).unwrap_err().code(), "workspace_read_only");
}

#[test]
fn a_backup_restores_to_the_same_rows_and_overwrites_nothing() {
    let workspace = with_people(50);
    let backup = workspace.folder().join("backup.stagedoor");
    workspace.backup(&backup).unwrap();
    assert!(workspace.backup(&backup).is_err(), "a backup never replaces another");
    let copy = workspace.folder().join("copy.stagedoor");
    restore_to_copy(&backup, &copy).unwrap();
    assert!(restore_to_copy(&backup, &copy).is_err(), "a restore never replaces a file");
    let restored = open(&copy).unwrap();
    assert!(restored.verify(&[]).unwrap().is_ok);
    let people =
        restored.read(|view| view.one("select count(*) as n from users", [], |row| row.int("n"))).unwrap();
    assert_eq!(people, 50);
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let (folder, path) = closed(with_people(500));
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 64].fill(0xa5);
    fs::write(&path, bytes).unwrap();
    let target = folder.path().join("restored.stagedoor");
    assert!(restore_to_copy(&path, &target).is_err());
    assert!(!target.exists(), "no half restore stays");
}

#[test]
fn sqlite_is_new_enough_to_keep_its_log() {
    let number = |text: &str| text.split('.').map(|part| part.parse::<u32>().unwrap()).collect::<Vec<_>>();
    assert!(number(rusqlite::version()) >= number(workspace::SQLITE_VERSION_MIN));
}
