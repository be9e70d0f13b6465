//! Writing an export into the workspace, in the transaction of one command.
//!
//! Every record is written under a reference to where it came from, with a digest of what it was made from:
//! - the same digest again: nothing is written, so a second import of the same export changes nothing at all;
//! - another digest, and the record was not touched here since: it is brought up to date, an order with its places
//!   and its ledger entries (the old ones are reversed, new ones posted);
//! - another digest, and the record was changed here as well: for what is planned (event, tiers, quotas, gates,
//!   questions, lists) the change made here stays and the report says so; for orders the import is refused, because
//!   no program can say whose refund or whose name is right;
//! - a record that the newer export leaves out stays as it is; for orders the report says how many.

mod amend;
mod catalog;
mod door;
mod handover;
mod known;
mod orders;
pub(super) mod sums;

use std::collections::{BTreeMap, HashMap};

use kernel::{Failure, Fault, Money, id::Id};
use ticketing::signing::KeyVault;
use workspace::Tx;

use self::known::Known;
use super::{
    records::{Export, OrderStatus, TierKey},
    report::{ImportReport, ImportedEvent},
    store::RecordId,
};

/// Writes `export`. The event gets a key pair of its own, so that tickets sold here can be signed.
///
/// # Errors
/// A refusal when an order cannot be taken over or a condition of a list cannot be read; a fault when the database
/// or the vault fails. Either way nothing was written.
pub(super) fn write_export(
    tx: &Tx<'_>,
    vault: &dyn KeyVault,
    export: &Export,
) -> Result<ImportReport, Failure> {
    let known = Known::load(tx, &export.source)?;
    let (mut import, slug, title) = catalog::event(tx, export, known)?;
    ticketing::signing::ensure_key(tx, vault, import.event_id())?;
    import.tiers()?;
    import.quotas()?;
    import.gates()?;
    import.questions()?;
    import.lists()?;
    import.signing_keys()?;
    import.orders()?;
    import.scans()?;
    import.revoked_codes()?;
    import.report(slug, title)
}

/// An import under way: what was there, and what the records of the export are here.
struct Import<'t, 'c> {
    tx: &'t Tx<'c>,
    export: &'t Export,
    known: Known,
    event: RecordId,
    tiers: HashMap<TierKey, RecordId>,
    gates: HashMap<i64, RecordId>,
    questions: HashMap<i64, RecordId>,
    lists: HashMap<i64, RecordId>,
    tickets: HashMap<i64, RecordId>,
    warnings: Vec<String>,
}

impl Import<'_, '_> {
    fn event_id(&self) -> events::EventId {
        events::EventId::from_bytes(self.event.bytes())
    }

    /// The tiers behind `keys`; every key was checked when the export was read.
    fn tier_ids(&self, keys: &[TierKey]) -> Result<Vec<RecordId>, Fault> {
        keys.iter().map(|key| self.tier_id(*key)).collect()
    }

    fn tier_id(&self, key: TierKey) -> Result<RecordId, Fault> {
        found(self.tiers.get(&key), "tier", key)
    }

    fn report(self, slug: String, title: String) -> Result<ImportReport, Failure> {
        let orders = &self.export.orders;
        let mut orders_by_status = BTreeMap::new();
        for order in orders {
            *orders_by_status.entry(order.status.word().to_owned()).or_insert(0_u32) += 1;
        }
        let currency = self.export.event.currency;
        let paid = orders.iter().filter(|order| order.status == OrderStatus::Paid);
        let paid_total = Money::sum(currency, paid.map(|order| Money::new(order.total_minor, currency)))?;
        let mut warnings = self.export.warnings.clone();
        warnings.extend(self.warnings);
        Ok(ImportReport {
            event: ImportedEvent { id: self.event.to_string(), slug, title, currency },
            counts: self.known.counts(),
            orders_by_status,
            paid_total,
            warnings,
            not_imported: self.export.not_imported.clone(),
        })
    }
}

/// A record that must be there because the export was checked; otherwise the check has a defect.
fn found<T: Copy>(record: Option<&T>, noun: &str, key: impl std::fmt::Display) -> Result<T, Fault> {
    record.copied().ok_or_else(|| {
        Fault::new(
            kernel::FaultKind::Bug,
            format!("the import lost {noun} {key} between reading and writing"),
        )
    })
}
