//! Ticketing: what is sold, how many are left, who bought what, and the codes that open a door (domain.md, 2.5).
//!
//! - [`tier`]: what is for sale; [`quota`]: pools that several tiers draw on.
//! - [`inventory`]: places move only by appending operations; availability is derived, never counted apart.
//! - [`guest_import`]: guest lists and attendees from a table, taken and taken back as a whole.
//! - [`hold`]: places set aside for some minutes.
//! - [`order`]: selling, all or nothing ([`order::complete_order`]), refunds, cancelling, importing, finding.
//! - [`ticket`]: the life of one ticket; [`signing`]: its signed code; [`receipt`]: the numbered paper.
//! - [`search`]: finding guests by what someone remembers of their name.
//!
//! Invariants: a place is sold at most once; the money of an order, its tickets and the ledger agree to the minor
//! unit; no status is written except through its machine; a code that was taken back never opens a door again.

mod event;
pub mod facts;
pub mod fee_rule;
pub mod group_discount;
pub mod guest_import;
pub mod hold;
pub mod inventory;
pub mod order;
pub mod percent;
pub mod quota;
pub mod receipt;
pub mod refund_policy;
pub mod search;
pub mod signing;
pub mod tax;
pub mod ticket;
pub mod tier;
pub mod transfer;
pub mod voucher;

pub use payments::OrderId;

/// The tables of this context and what a write to each means.
pub const TABLES: &[workspace::Table] = &[
    workspace::Table::record("ticket_tiers"),
    workspace::Table::record("quotas"),
    workspace::Table::junction("quota_tiers"),
    workspace::Table::record("orders"),
    workspace::Table::record("order_items"),
    workspace::Table::record("order_fees"),
    workspace::Table::record("tickets"),
    workspace::Table::record("revoked_codes"),
    workspace::Table::record("ticket_holds"),
    workspace::Table::junction("ticket_hold_lines"),
    workspace::Table::fact("inventory_operations"),
    workspace::Table::record("refunds"),
    workspace::Table::fact("receipts"),
    workspace::Table::record("event_signing_keys"),
    workspace::Table::record("ticket_transfers"),
    workspace::Table::record("vouchers"),
    workspace::Table::junction("voucher_tiers"),
    workspace::Table::record("voucher_redemptions"),
    workspace::Table::junction("ticket_hold_vouchers"),
    workspace::Table::record("fee_rules"),
    workspace::Table::record("group_discounts"),
    workspace::Table::junction("group_discount_tiers"),
    workspace::Table::record("refund_policy_bands"),
    workspace::Table::record("guest_imports"),
    workspace::Table::junction("guest_import_rows"),
    workspace::Table::local("import_references"),
    workspace::Table::local("guest_search"),
];

#[cfg(test)]
mod fixture;

#[cfg(test)]
mod tests {
    #[test]
    fn prepares_every_statement() {
        let file = testkit::workspace(crate::TABLES);
        let stores = [
            crate::facts::store::STATEMENTS,
            crate::fee_rule::store::STATEMENTS,
            crate::group_discount::store::STATEMENTS,
            crate::guest_import::store::STATEMENTS,
            crate::hold::store::STATEMENTS,
            crate::inventory::store::STATEMENTS,
            crate::order::store::check::STATEMENTS,
            crate::order::store::find::STATEMENTS,
            crate::order::store::gifts::STATEMENTS,
            crate::order::store::read::STATEMENTS,
            crate::order::store::refunds::STATEMENTS,
            crate::order::store::write::STATEMENTS,
            crate::quota::store::STATEMENTS,
            crate::receipt::store::STATEMENTS,
            crate::refund_policy::store::STATEMENTS,
            crate::search::store::STATEMENTS,
            crate::signing::store::STATEMENTS,
            crate::ticket::store::life::STATEMENTS,
            crate::ticket::store::rows::STATEMENTS,
            crate::tier::store::STATEMENTS,
            crate::transfer::store::STATEMENTS,
            crate::voucher::store::STATEMENTS,
        ];
        for statement in stores.concat() {
            let prepared = file.transact(&testkit::as_test(), |tx| Ok(tx.prepares(statement)?));
            assert!(prepared.is_ok(), "{statement}: {prepared:?}");
        }
    }
}
