//! People and access: who there is, the one organization of this workspace, who may do what, and how someone
//! proves at a shared till who they are (domain.md, 2.2 and 2.3).
//!
//! Invariants, each guarded by the rules here and again by an index:
//! - a workspace has one living organization;
//! - it has exactly one owner; ownership is handed over, never doubled and never dropped;
//! - an e-mail address belongs to one living person, whatever its case;
//! - a PIN's hash never leaves this device: a short PIN can be guessed from its hash.
//!
//! To add a permission: give it a variant in the kernel and a row in [`role`]; nothing compiles until both are there.

pub mod approval;
pub mod badge;
pub mod email;
#[cfg(test)]
mod fixture;
pub mod membership;
pub mod organization;
pub mod pin;
pub mod role;
pub mod session;
pub mod slug;
pub mod staff;
pub mod user;
pub mod wording;

pub use email::EmailAddress;
pub use membership::Member;
pub use organization::{Organization, OrganizationId};
pub use role::{EventRole, OrganizationRole};
pub use session::Session;
pub use user::{User, UserId};

/// The tables of this context. PINs and badges are local: neither the audit log nor another device gets to see one.
pub const TABLES: &[workspace::Table] = &[
    workspace::Table::record("users"),
    workspace::Table::record("organizations"),
    workspace::Table::record("org_memberships"),
    workspace::Table::local("user_pins"),
    workspace::Table::local("user_badges"),
    workspace::Table::fact("command_approvals"),
];

#[cfg(test)]
mod tests {
    #[test]
    fn every_statement_can_be_prepared_on_a_fresh_file() {
        let file = testkit::workspace(crate::TABLES);
        let stores = [
            crate::user::store::STATEMENTS,
            crate::organization::STATEMENTS,
            crate::membership::store::STATEMENTS,
            crate::pin::store::STATEMENTS,
            crate::badge::store::STATEMENTS,
            crate::approval::STATEMENTS,
            crate::staff::STATEMENTS,
        ];
        for statement in stores.concat() {
            let prepared = file.transact(&testkit::as_test(), |tx| Ok(tx.prepares(statement)?));
            assert!(prepared.is_ok(), "{prepared:?}");
        }
    }
}
