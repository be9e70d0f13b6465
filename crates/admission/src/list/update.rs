//! Changing a check-in list.

use identity::wording;
use kernel::Failure;
use serde::{Deserialize, Serialize};
use workspace::{Conflict, Tx};

use super::{
    ListRefused, ListRow,
    create::{NAME_CHARACTERS_MAX, refuse_taken_name, row, rules_json, tiers_named},
    find::stored_list,
    store,
};
use crate::{event::find_event, rules::Rule};

/// Changes a check-in list; what is absent stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct UpdateCheckinList {
    /// The event: its id or its slug.
    pub event: String,
    /// The list: its id or its name.
    pub list: String,
    /// A new name.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// The tiers it admits from now on: ids, names or numbers.
    #[serde(default)]
    #[ts(optional)]
    pub tiers: Option<Vec<String>>,
    /// It admits every tier of the event from now on.
    #[serde(default)]
    #[ts(optional)]
    pub covers_all_tiers: Option<bool>,
    /// A ticket may enter any number of times.
    #[serde(default)]
    #[ts(optional)]
    pub allows_multiple_entries: Option<bool>,
    /// A ticket may enter again after it was scanned out.
    #[serde(default)]
    #[ts(optional)]
    pub allows_reentry_after_exit: Option<bool>,
    /// Unpaid tickets may enter when the operator says so.
    #[serde(default)]
    #[ts(optional)]
    pub includes_pending: Option<bool>,
    /// The code of a main ticket stands for its add-on.
    #[serde(default)]
    #[ts(optional)]
    pub matches_addons: Option<bool>,
    /// Further conditions on an entry, in place of the earlier ones.
    #[serde(default)]
    #[ts(optional)]
    pub rules: Option<Rule>,
    /// Takes the further conditions away.
    #[serde(default)]
    #[ts(optional)]
    pub removes_rules: Option<bool>,
    /// When everybody inside counts as gone; empty for never.
    #[serde(default)]
    #[ts(optional)]
    pub exit_all_at: Option<String>,
}

/// Changes a check-in list.
///
/// # Errors
/// [`ListRefused`], an unknown event, a change by somebody else in the meantime, or a fault of the file.
pub fn update_checkin_list(tx: &Tx<'_>, request: &UpdateCheckinList) -> Result<ListRow, Failure> {
    let event = find_event(tx, &request.event)?;
    let mut list = stored_list(tx, &event, &request.list)?;
    if let Some(name) = &request.name {
        let name = wording::line("name", name, NAME_CHARACTERS_MAX).map_err(ListRefused::from)?;
        refuse_taken_name(tx, &event, &name, Some(&list))?;
        list.name = name;
    }
    let tiers = request.tiers.as_deref().map(|named| tiers_named(tx, &event, named)).transpose()?;
    list.covers_all_tiers = match (&tiers, request.covers_all_tiers) {
        (Some(_), _) => false,
        (None, Some(covers_all)) => covers_all,
        (None, None) => list.covers_all_tiers,
    };
    list.allows_multiple_entries = request.allows_multiple_entries.unwrap_or(list.allows_multiple_entries);
    list.allows_reentry_after_exit =
        request.allows_reentry_after_exit.unwrap_or(list.allows_reentry_after_exit);
    list.includes_pending = request.includes_pending.unwrap_or(list.includes_pending);
    list.matches_addons = request.matches_addons.unwrap_or(list.matches_addons);
    if request.removes_rules == Some(true) {
        list.rule = None;
    } else if let Some(rule) = &request.rules {
        list.rule = Some(rule.clone());
    }
    list.exit_all_at = match request.exit_all_at.as_deref().map(str::trim) {
        None => list.exit_all_at,
        Some("") => None,
        Some(text) => Some(event.zone.parse(text).map_err(ListRefused::from)?),
    };
    if store::update_list(tx, &list, &rules_json(list.rule.as_ref())?)? == 0 {
        return Err(Conflict { noun: "check-in list" }.into());
    }
    list.version += 1;
    if list.covers_all_tiers {
        store::cover_tiers(tx, list.id, &[])?;
    } else if let Some(tiers) = tiers {
        store::cover_tiers(tx, list.id, &tiers.iter().map(|tier| tier.id).collect::<Vec<_>>())?;
    }
    let tiers = store::tiers_covered(tx, list.id)?;
    Ok(row(list, tiers))
}
