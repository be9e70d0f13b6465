//! The double-entry ledger and the payments that post to it (domain.md, 2.9).
//!
//! - [`ledger`]: accounts, balanced postings, reversals, balances. A [`ledger::Posting`] can only be built balanced,
//!   and the database refuses at commit whatever does not sum to zero.
//! - [`payment`]: what was handed over for an order, by which tender, and its life.
//!
//! Invariants: entries are never changed or deleted; what is wrong is put right by a reversing transaction; amounts
//! of two currencies never meet; no card number enters the file.

pub mod ledger;
pub mod payment;
mod words;

kernel::id_type!(OrderId, "order", "Names one order: what a payment pays for.");

/// The tables of this context and what a write to each means.
pub const TABLES: &[workspace::Table] = &[
    workspace::Table::record("ledger_accounts"),
    workspace::Table::fact("ledger_transactions"),
    workspace::Table::fact("ledger_entries"),
    workspace::Table::local("ledger_open_sums"),
    workspace::Table::local("ledger_never"),
    workspace::Table::record("payments"),
];

pub use words::UnknownWord;

#[cfg(test)]
mod tests {
    #[test]
    fn prepares_every_statement() {
        let file = testkit::workspace(crate::TABLES);
        for statement in [crate::ledger::store::STATEMENTS, crate::payment::store::STATEMENTS].concat() {
            let prepared = file.transact(&testkit::as_test(), |tx| Ok(tx.prepares(statement)?));
            assert!(prepared.is_ok(), "{prepared:?}");
        }
    }
}
