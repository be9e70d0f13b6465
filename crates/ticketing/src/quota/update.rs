//! Changing a shared pool of places.

use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::{Conflict, Tx};

use super::{
    QuotaRefusal, QuotaRow,
    create::{check_size, checked_name, link_tiers},
    store,
};
use crate::event::event_named;

/// Changes a quota; what is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdateQuota {
    /// The event: its id or its slug.
    pub event: String,
    /// The quota: its id or its name.
    pub quota: String,
    /// A new name.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// Its places from now on. Fewer than are sold is no mistake: nothing more is sold then.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub size: Option<i64>,
    /// It has no limit from now on.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub removes_size: bool,
    /// The tiers that draw on it from now on: ids, names or numbers.
    #[serde(default)]
    #[ts(optional)]
    pub tiers: Option<Vec<String>>,
}

/// The event has no such quota.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no quota “{given}” in this event")]
pub struct UnknownQuota {
    /// What was asked for.
    pub given: String,
}

impl Refuse for UnknownQuota {
    fn code(&self) -> &'static str {
        "unknown_quota"
    }
    fn fix(&self) -> String {
        "Use a name from the event's list of quotas.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("quota".to_owned())
    }
}

/// Changes a shared pool of places.
///
/// # Errors
/// A refusal naming the quota and the field; a fault when the database fails.
pub fn update_quota(tx: &Tx<'_>, request: &UpdateQuota) -> Result<QuotaRow, Failure> {
    let event = event_named(tx, &request.event)?;
    let reference = request.quota.trim();
    let known = store::quotas_of(tx, event.id, tx.now())?;
    let found = known.into_iter().find(|quota| quota.name == reference || quota.id.to_string() == reference);
    let mut quota = found.ok_or_else(|| UnknownQuota { given: reference.chars().take(60).collect() })?;
    if let Some(name) = &request.name {
        let name = checked_name(name)?;
        if name != quota.name && store::name_is_taken(tx, event.id, &name)? {
            return Err(QuotaRefusal::NameTaken(name).into());
        }
        quota.name = name;
    }
    check_size(&quota.name, request.size)?;
    quota.size = if request.removes_size { None } else { request.size.or(quota.size) };
    if store::update(tx, &quota)? == 0 {
        return Err(Conflict { noun: "quota" }.into());
    }
    if let Some(tiers) = &request.tiers {
        store::unlink_all(tx, quota.id)?;
        link_tiers(tx, event.id, quota.id, &quota.name, tiers)?;
    }
    Ok(store::quota(tx, quota.id, tx.now())?)
}
