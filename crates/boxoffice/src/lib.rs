//! The box office: tills, their drawers and reports, and the queue of what is to be printed (domain.md, 2.5).
//!
//! - [`till`]: where money is taken; [`session`]: a drawer from its float to its count.
//! - [`drawer`]: what happens in between, sale by sale; [`report`]: X at any time, Z once for each closed session.
//! - [`printer`]: where paper comes out; [`print_job`]: the queue, which never prints a ticket twice unasked.
//!
//! Invariants: a drawer is open once; nothing is taken at a closed one; the cash that the entries of a till come to is
//! the balance of its drawer's account in the ledger; Z reports are numbered without gaps and sealed one over another.

pub mod drawer;
#[cfg(test)]
mod fixture;
pub mod print_job;
pub mod printer;
pub mod report;
pub mod session;
pub mod till;

pub use report::CHECKS;

/// The tables of this context and what a write to each means.
pub const TABLES: &[workspace::Table] = &[
    workspace::Table::record("tills"),
    workspace::Table::record("till_sessions"),
    workspace::Table::fact("till_entries"),
    workspace::Table::fact("till_reports"),
    workspace::Table::record("printers"),
    workspace::Table::local("printer_defaults"),
    workspace::Table::local("print_jobs"),
    workspace::Table::local("print_job_items"),
    workspace::Table::fact("ticket_prints"),
];

#[cfg(test)]
mod tests {
    #[test]
    fn prepares_every_statement() {
        let file = testkit::workspace(crate::TABLES);
        let stores = [
            crate::till::store::STATEMENTS,
            crate::session::store::STATEMENTS,
            crate::drawer::store::STATEMENTS,
            crate::report::store::proof::STATEMENTS,
            crate::report::store::sealed::STATEMENTS,
            crate::report::store::sums::STATEMENTS,
            crate::printer::store::STATEMENTS,
            &crate::print_job::store::STATEMENTS.concat(),
        ];
        for statement in stores.concat() {
            let prepared = file.transact(&testkit::as_test(), |tx| Ok(tx.prepares(statement)?));
            assert!(prepared.is_ok(), "{statement}: {prepared:?}");
        }
    }
}
