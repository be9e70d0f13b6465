//! Admission: check-in lists, gates, the rules of a list, the verdict on a scan, and the log of scans.
//!
//! The words: a *list* says which tickets may enter and how often; a *gate* is a place; a *scan* is one code held
//! under a scanner; a *verdict* is what the door says; a *pass* is an admitted scan. What happened at a door is a
//! fact: the scan log is only ever appended to, and an annulment is a fact of its own.
//!
//! [`verdict`] and [`rules`] are pure. Invariants: an unknown code is never forced; "forced" is written only where a
//! force was needed; the same nonce is one record; refused scans neither use a ticket nor move any clock.

mod check;
pub mod code;
pub mod door;
mod event;
pub mod exit_all;
#[cfg(test)]
mod fixture;
pub mod gate;
pub mod ids;
pub mod list;
mod question;
pub mod rules;
pub mod scan;
pub mod verdict;

pub use check::CHECKS;

/// The tables of this context.
pub const TABLES: &[workspace::Table] = &[
    workspace::Table::record("gates"),
    workspace::Table::record("checkin_lists"),
    workspace::Table::junction("checkin_list_tiers"),
    workspace::Table::fact("scan_logs"),
    workspace::Table::fact("scan_annulments"),
    workspace::Table::record("door_questions"),
    workspace::Table::junction("door_question_tiers"),
    workspace::Table::record("door_answers"),
];

#[cfg(test)]
mod tests {
    #[test]
    fn every_statement_can_be_prepared_on_a_fresh_file() {
        let file = testkit::workspace(crate::TABLES);
        let stores = [
            crate::check::STATEMENTS,
            crate::code::STATEMENTS,
            crate::event::STATEMENTS,
            crate::exit_all::store::STATEMENTS,
            crate::gate::STATEMENTS,
            crate::list::STATEMENTS,
            crate::question::STATEMENTS,
            crate::scan::STATEMENTS,
        ];
        for statement in [stores.concat(), crate::door::all_statements()].concat() {
            let prepared = file.transact(&testkit::as_test(), |tx| Ok(tx.prepares(statement)?));
            assert!(prepared.is_ok(), "{prepared:?}");
        }
    }
}
