//! Events: where they take place, when, how they live from draft to done, what still keeps one from going on sale
//! and what is wrong with one right now (domain.md, 2.4).
//!
//! Invariants: a slug names one living event; an event starts before it ends and its doors open no later than it
//! starts; nothing writes a status except through [`event::transition`].
//!
//! Contexts to the right sell and admit. What this context needs to know of them (how many tiers, how many sold) is
//! handed in as values: [`event::ReadinessFacts`], [`event::HealthFacts`], [`event::EventTotals`].

pub mod event;
#[cfg(test)]
mod fixture;
pub mod role;
pub mod venue;

pub use event::{Event, EventDetail, EventId, EventRef, EventStatus, EventSummary, TaxRounding};
pub use venue::{Venue, VenueId};

/// The tables of this context.
pub const TABLES: &[workspace::Table] = &[
    workspace::Table::record("venues"),
    workspace::Table::record("events"),
    workspace::Table::record("event_roles"),
];

#[cfg(test)]
mod tests {
    #[test]
    fn every_statement_can_be_prepared_on_a_fresh_file() {
        let file = testkit::workspace(crate::TABLES);
        let stores = [
            crate::venue::store::STATEMENTS,
            crate::event::store::STATEMENTS,
            crate::role::store::STATEMENTS,
        ];
        for statement in stores.concat() {
            let prepared = file.transact(&testkit::as_test(), |tx| Ok(tx.prepares(statement)?));
            assert!(prepared.is_ok(), "{prepared:?}");
        }
    }
}
