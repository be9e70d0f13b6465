//! Importing as a whole: what is in the workspace afterwards, and what a second import does.

mod door;
mod festival;
mod updates;

use kernel::{Failure, Fault};
use testkit::TestWorkspace;
use workspace::params;

use super::{fixture::SmallExport, *};

/// A vault that has the same key for every event, so that imports of one test meet one computer.
struct OneKey;

impl KeyVault for OneKey {
    fn store(&self, _: events::EventId, _: &[u8; 32]) -> Result<(), Fault> {
        Ok(())
    }
    fn load(&self, _: events::EventId) -> Result<Option<[u8; 32]>, Fault> {
        Ok(Some([9; 32]))
    }
}

fn fresh() -> TestWorkspace {
    testkit::workspace(&crate::schema::tables())
}

fn import(file: &TestWorkspace, folder: &Path) -> Result<ImportReport, Failure> {
    let export = read_export(folder)?;
    file.transact(&testkit::as_test(), |tx| write_export(tx, &OneKey, &export))
}

fn import_small(file: &TestWorkspace, export: &SmallExport) -> Result<ImportReport, Failure> {
    import(file, export.write().path())
}

fn number(file: &TestWorkspace, sql: &'static str) -> i64 {
    file.read(|view| view.one(sql, params![], |row| row.int("n"))).unwrap()
}

fn text(file: &TestWorkspace, sql: &'static str) -> String {
    file.read(|view| view.one(sql, params![], |row| row.text("t"))).unwrap()
}

/// New, unchanged and changed records over all kinds.
fn totals(report: &ImportReport) -> (u32, u32, u32) {
    report.counts.iter().fold((0, 0, 0), |(new, unchanged, changed), count| {
        (new + count.new, unchanged + count.unchanged, changed + count.changed)
    })
}

/// What must hold after every import, whatever was in it.
fn assert_sound(file: &TestWorkspace) {
    let verified = file.verify(&crate::schema::checks()).unwrap();
    assert!(verified.is_ok, "{:?}", verified.checks);
    let drifted = number(
        file,
        "select count(*) as n from ticket_tiers tier
        left join inventory_operations latest on latest.tier_id = tier.id
          and latest.seq = (select max(seq) from inventory_operations where tier_id = tier.id)
        where coalesce(latest.issued_after, 0) <> (
            select count(*) from tickets ticket join orders own on own.id = ticket.order_id
            where ticket.tier_id = tier.id and ticket.status = 'issued' and own.status = 'paid')
          or coalesce(latest.held_after, 0) <> (
            select count(*) from tickets ticket join orders own on own.id = ticket.order_id
            where ticket.tier_id = tier.id and ticket.status = 'issued' and own.status = 'pending')",
    );
    assert_eq!(drifted, 0, "places are those of living tickets");
    let wrong_totals = number(
        file,
        "select count(*) as n from orders own
        where own.total_minor <> (
            select coalesce(sum(gross_minor), 0) from tickets where order_id = own.id and status = 'issued'
          ) + (
            select coalesce(sum(gross_minor), 0) from order_fees where order_id = own.id and is_cancelled = 0
          )",
    );
    assert_eq!(wrong_totals, 0, "totals are the sum of what is alive");
}

#[test]
fn statements_prepare_on_a_fresh_file() {
    let file = fresh();
    let statements = [
        store::catalog::STATEMENTS,
        store::door::STATEMENTS,
        store::money::STATEMENTS,
        store::order::STATEMENTS,
        store::references::STATEMENTS,
    ];
    for sql in statements.concat() {
        let prepared = file.transact(&testkit::as_test(), |tx| Ok(tx.prepares(sql)?));
        assert!(prepared.is_ok(), "{prepared:?}");
    }
}

#[test]
fn a_small_export_arrives_whole() {
    let file = fresh();
    let report = import_small(&file, &SmallExport::new()).unwrap();
    assert_eq!(report.event.slug, "herbst");
    assert_eq!(report.paid_total.minor, 14_519);
    assert_eq!(report.orders_by_status["cancelled"], 1);
    assert_sound(&file);
    assert_eq!(number(&file, "select count(*) as n from tickets where status = 'void'"), 1);
    assert_eq!(
        number(
            &file,
            "select held_after as n from inventory_operations operation join orders own on own.id = operation.order_id where own.code = 'BBBBB'"
        ),
        1,
        "an unpaid order keeps its place"
    );
    assert_eq!(
        text(
            &file,
            "select main.code as t from tickets addon join tickets main on main.id = addon.addon_to_ticket_id where addon.code = 'addonsecret'"
        ),
        "passsecret"
    );
    assert_eq!(
        text(
            &file,
            "select group_concat(verdict || '/' || basis, ' ' order by created_at) as t from scan_logs"
        ),
        "admit/import already_used/import"
    );
    assert_eq!(text(&file, "select name || ' | ' || address as t from venues"), "Spinnerei | Halle 3");
    assert_eq!(text(&file, "select answer as t from door_answers"), "4711");
    assert_eq!(text(&file, "select code as t from revoked_codes"), "oldoldold");
}

#[test]
fn a_second_import_changes_nothing() {
    let file = fresh();
    import_small(&file, &SmallExport::new()).unwrap();
    let changes = number(&file, "select count(*) as n from entity_audit_log");
    let report = import_small(&file, &SmallExport::new()).unwrap();
    let (new, unchanged, changed) = totals(&report);
    assert_eq!((new, changed), (0, 0));
    assert!(unchanged > 20);
    assert_eq!(number(&file, "select count(*) as n from entity_audit_log"), changes, "nothing was written");
}
