//! All tables and all checks of the product, from the contexts that own them.

use kernel::Fault;
use workspace::{Check, Finding, Table, View};

use crate::reconcile::{self, Difference};

/// Every table of a workspace file.
#[must_use]
pub(crate) fn tables() -> Vec<Table> {
    [
        reference::TABLES,
        identity::TABLES,
        events::TABLES,
        payments::TABLES,
        ticketing::TABLES,
        boxoffice::TABLES,
        admission::TABLES,
    ]
    .concat()
}

/// What `verify` asks beyond the file's own soundness.
#[must_use]
pub(crate) fn checks() -> Vec<Check> {
    let books = [Check { name: "inventory", run: places }, Check { name: "money", run: money }];
    [&books, boxoffice::CHECKS, admission::CHECKS].concat()
}

fn places(view: &View<'_>) -> Result<Vec<Finding>, Fault> {
    Ok(findings(reconcile::places(view, None)?))
}

fn money(view: &View<'_>) -> Result<Vec<Finding>, Fault> {
    Ok(findings(reconcile::money(view, None)?))
}

fn findings(differences: Vec<Difference>) -> Vec<Finding> {
    differences.into_iter().map(|difference| Finding { message: difference.message }).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_table_of_the_file_is_registered() {
        let workspace = testkit::workspace(&super::tables());
        assert_eq!(workspace.unregistered_tables().unwrap(), Vec::<String>::new());
    }
}
