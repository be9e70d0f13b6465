//! What earlier imports wrote, and how this one stands to it.

use std::collections::HashMap;

use kernel::{Fault, FaultKind, Timestamp};
use serde::Serialize;
use sha2::{Digest, Sha256};
use workspace::{Tx, View};

use crate::import_pretix::{
    report::ImportCount,
    store::{
        RecordId,
        references::{self, Reference},
    },
};

/// Kinds of records that an import writes, in the order in which a report counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// The event.
    Event,
    /// What is sold.
    Tier,
    /// Pools of places.
    Quota,
    /// Gates.
    Gate,
    /// Questions.
    Question,
    /// Check-in lists.
    List,
    /// Keys of older codes.
    SigningKey,
    /// Orders.
    Order,
    /// Tickets.
    Ticket,
    /// Fees.
    Fee,
    /// Payments.
    Payment,
    /// Refunds.
    Refund,
    /// Answers.
    Answer,
    /// Scans.
    Scan,
    /// Codes that no longer open a door.
    RevokedCode,
}

impl Kind {
    const ALL: [Self; 15] = [
        Self::Event,
        Self::Tier,
        Self::Quota,
        Self::Gate,
        Self::Question,
        Self::List,
        Self::SigningKey,
        Self::Order,
        Self::Ticket,
        Self::Fee,
        Self::Payment,
        Self::Refund,
        Self::Answer,
        Self::Scan,
        Self::RevokedCode,
    ];

    /// The word in references and reports.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Event => "events",
            Self::Tier => "tiers",
            Self::Quota => "quotas",
            Self::Gate => "gates",
            Self::Question => "questions",
            Self::List => "checkin_lists",
            Self::SigningKey => "signing_keys",
            Self::Order => "orders",
            Self::Ticket => "tickets",
            Self::Fee => "fees",
            Self::Payment => "payments",
            Self::Refund => "refunds",
            Self::Answer => "answers",
            Self::Scan => "scans",
            Self::RevokedCode => "revoked_codes",
        }
    }
}

/// How a record of the export stands to what is here.
#[derive(Debug, Clone, Copy)]
pub(super) enum Standing {
    /// Never imported.
    New,
    /// Imported with the same content.
    Unchanged(RecordId),
    /// Imported with other content, last written at the moment given.
    Changed(RecordId, Timestamp),
}

impl Standing {
    /// The record here, if there is one.
    pub(super) const fn record(self) -> Option<RecordId> {
        match self {
            Self::New => None,
            Self::Unchanged(record) | Self::Changed(record, _) => Some(record),
        }
    }

    /// Whether nothing is to be done.
    pub(super) const fn is_unchanged(self) -> bool {
        match self {
            Self::Unchanged(_) => true,
            Self::New | Self::Changed(..) => false,
        }
    }
}

/// What was imported from one source, and how often each kind was met.
#[derive(Debug)]
pub(super) struct Known {
    source: String,
    references: HashMap<String, HashMap<String, Reference>>,
    counts: HashMap<Kind, [u32; 3]>,
}

impl Known {
    /// Everything that came from `source` before.
    pub(super) fn load(view: &View<'_>, source: &str) -> Result<Self, Fault> {
        let mut by_kind: HashMap<String, HashMap<String, Reference>> = HashMap::new();
        for ((kind, key), reference) in references::of_source(view, source)? {
            by_kind.entry(kind).or_default().insert(key, reference);
        }
        Ok(Self { source: source.to_owned(), references: by_kind, counts: HashMap::new() })
    }

    /// What was written for `key` before.
    pub(super) fn reference(&self, kind: Kind, key: &str) -> Option<Reference> {
        self.references.get(kind.word())?.get(key).copied()
    }

    /// How many records of a kind came from this source before.
    pub(super) fn count_before(&self, kind: Kind) -> usize {
        self.references.get(kind.word()).map_or(0, HashMap::len)
    }

    /// How a record with this digest stands to what is here.
    pub(super) fn standing(&self, kind: Kind, key: &str, digest: [u8; 32]) -> Standing {
        match self.reference(kind, key) {
            None => Standing::New,
            Some(reference) if reference.digest == digest => Standing::Unchanged(reference.record),
            Some(reference) => Standing::Changed(reference.record, reference.written_at),
        }
    }

    /// Counts a record that was written, and remembers what it was made from.
    pub(super) fn wrote(
        &mut self,
        tx: &Tx<'_>,
        (kind, key): (Kind, &str),
        record: RecordId,
        digest: [u8; 32],
    ) -> Result<(), Fault> {
        references::keep(tx, &self.source, (kind.word(), key), record, digest)?;
        let place = usize::from(self.reference(kind, key).is_some()) * 2;
        self.counts.entry(kind).or_default()[place] += 1;
        Ok(())
    }

    /// Counts a record that was left as it is.
    pub(super) fn left(&mut self, kind: Kind) {
        self.counts.entry(kind).or_default()[1] += 1;
    }

    /// What was counted, kind by kind.
    pub(super) fn counts(&self) -> Vec<ImportCount> {
        let count = |kind: &Kind| {
            let [new, unchanged, changed] = self.counts.get(kind).copied().unwrap_or_default();
            ImportCount { kind: kind.word().to_owned(), new, unchanged, changed }
        };
        Kind::ALL.iter().map(count).collect()
    }
}

/// A digest of everything that a record is made from.
pub(super) fn digest(record: &impl Serialize) -> Result<[u8; 32], Fault> {
    let bytes = serde_json::to_vec(record).map_err(|error| {
        Fault::new(FaultKind::Bug, "a record of the import cannot be written down").caused_by(error)
    })?;
    Ok(Sha256::digest(bytes).into())
}
