//! Making a shared pool of places.

use events::EventId;
use identity::wording::{self, WordingError};
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{QuotaId, QuotaRow, store};
use crate::{
    event::event_named,
    tier::{self, rules::QUANTITY_MAX},
};

/// Makes a quota.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateQuota {
    /// The event: its id or its slug.
    pub event: String,
    /// Its name, unique in the event.
    pub name: String,
    /// Its places; unlimited when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub size: Option<i64>,
    /// The tiers that draw on it: ids, names or numbers.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub tiers: Vec<String>,
}

/// Why a quota is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuotaRefusal {
    /// Its name.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// Another quota of the event has this name.
    #[error("Quota '{0}': the event has a quota with this name")]
    NameTaken(String),
    /// Its size.
    #[error("Quota '{name}': {size} places cannot be; from 0 to {QUANTITY_MAX} can")]
    Size {
        /// The quota.
        name: String,
        /// What was asked.
        size: i64,
    },
    /// One of its tiers.
    #[error("Quota '{name}': there is no tier “{tier}” in this event")]
    UnknownTier {
        /// The quota.
        name: String,
        /// What was asked.
        tier: String,
    },
    /// A tier that is named twice.
    #[error("Quota '{name}': tier “{tier}” is named twice")]
    TierTwice {
        /// The quota.
        name: String,
        /// The tier.
        tier: String,
    },
}

impl Refuse for QuotaRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(reason) => reason.code(),
            Self::NameTaken(_) => "quota_name_taken",
            Self::Size { .. } => "quota_size_out_of_range",
            Self::UnknownTier { .. } => "unknown_tier",
            Self::TierTwice { .. } => "tier_twice",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(reason) => reason.fix(),
            Self::NameTaken(_) => "Choose another name.".to_owned(),
            Self::Size { .. } => "Leave the size empty for no limit.".to_owned(),
            Self::UnknownTier { .. } => "Use a name or a number from the event's list of tiers.".to_owned(),
            Self::TierTwice { .. } => "Name each tier once.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Wording(reason) => reason.field(),
            Self::NameTaken(_) => Some("name".to_owned()),
            Self::Size { .. } => Some("size".to_owned()),
            Self::UnknownTier { .. } | Self::TierTwice { .. } => Some("tiers".to_owned()),
        }
    }
}

/// Makes a shared pool of places.
///
/// # Errors
/// A refusal naming the quota and the field; a fault when the database fails.
pub fn create_quota(tx: &Tx<'_>, request: &CreateQuota) -> Result<QuotaRow, Failure> {
    let event = event_named(tx, &request.event)?;
    let name = checked_name(&request.name)?;
    check_size(&name, request.size)?;
    if store::name_is_taken(tx, event.id, &name)? {
        return Err(QuotaRefusal::NameTaken(name).into());
    }
    let id: QuotaId = tx.new_id()?;
    store::insert(tx, id, event.id, &name, request.size)?;
    link_tiers(tx, event.id, id, &name, &request.tiers)?;
    Ok(store::quota(tx, id, tx.now())?)
}

/// Lets the tiers that are named draw on a quota.
pub(super) fn link_tiers(
    tx: &Tx<'_>,
    event: EventId,
    id: QuotaId,
    name: &str,
    references: &[String],
) -> Result<(), Failure> {
    let mut tiers = Vec::with_capacity(references.len());
    for reference in references {
        let unknown = || QuotaRefusal::UnknownTier { name: name.to_owned(), tier: reference.clone() };
        let tier = tier::tier_on_sale(tx, event, reference)?.ok_or_else(unknown)?;
        if tiers.contains(&tier.id) {
            return Err(QuotaRefusal::TierTwice { name: name.to_owned(), tier: tier.name }.into());
        }
        store::link(tx, id, tier.id)?;
        tiers.push(tier.id);
    }
    Ok(())
}

/// A quota's name as it is kept.
pub(super) fn checked_name(text: &str) -> Result<String, QuotaRefusal> {
    Ok(wording::line("name", text, tier::rules::NAME_CHARACTERS_MAX)?)
}

/// Refuses a size that no hall has.
pub(super) fn check_size(name: &str, size: Option<i64>) -> Result<(), QuotaRefusal> {
    match size.filter(|size| !(0..=QUANTITY_MAX).contains(size)) {
        Some(size) => Err(QuotaRefusal::Size { name: name.to_owned(), size }),
        None => Ok(()),
    }
}
