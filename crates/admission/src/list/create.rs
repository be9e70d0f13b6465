//! Making a check-in list.

use identity::wording;
use kernel::{Failure, Fault, FaultKind};
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use super::{CoveredTier, ListRefused, ListRow, StoredList, store};
use crate::{
    event::{EventAtDoor, find_event},
    rules::Rule,
};

pub(super) const NAME_CHARACTERS_MAX: usize = 120;

/// Makes a check-in list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateCheckinList {
    /// The event: its id or its slug.
    pub event: String,
    /// Its name, unique in the event.
    pub name: String,
    /// The tiers it admits: ids, names or numbers. Every tier when absent.
    #[serde(default)]
    #[ts(optional)]
    pub tiers: Option<Vec<String>>,
    /// A ticket may enter any number of times; no when absent.
    #[serde(default)]
    #[ts(optional)]
    pub allows_multiple_entries: Option<bool>,
    /// A ticket may enter again after it was scanned out; yes when absent.
    #[serde(default)]
    #[ts(optional)]
    pub allows_reentry_after_exit: Option<bool>,
    /// Unpaid tickets may enter when the operator says so; no when absent.
    #[serde(default)]
    #[ts(optional)]
    pub includes_pending: Option<bool>,
    /// The code of a main ticket stands for its add-on; no when absent.
    #[serde(default)]
    #[ts(optional)]
    pub matches_addons: Option<bool>,
    /// Further conditions on an entry.
    #[serde(default)]
    #[ts(optional)]
    pub rules: Option<Rule>,
    /// When everybody inside counts as gone: local in the event's zone, or with an offset.
    #[serde(default)]
    #[ts(optional)]
    pub exit_all_at: Option<String>,
}

/// Makes a check-in list of an event.
///
/// # Errors
/// [`ListRefused`], an unknown event, or a fault of the file.
pub fn create_checkin_list(tx: &Tx<'_>, request: &CreateCheckinList) -> Result<ListRow, Failure> {
    let event = find_event(tx, &request.event)?;
    let name = wording::line("name", &request.name, NAME_CHARACTERS_MAX).map_err(ListRefused::from)?;
    refuse_taken_name(tx, &event, &name, None)?;
    let tiers = request.tiers.as_deref().map(|named| tiers_named(tx, &event, named)).transpose()?;
    let exit_all_at = request.exit_all_at.as_deref().map(|text| event.zone.parse(text)).transpose();
    let list = StoredList {
        id: tx.new_id()?,
        event_id: event.id,
        name,
        covers_all_tiers: tiers.is_none(),
        allows_multiple_entries: request.allows_multiple_entries.unwrap_or(false),
        allows_reentry_after_exit: request.allows_reentry_after_exit.unwrap_or(true),
        includes_pending: request.includes_pending.unwrap_or(false),
        matches_addons: request.matches_addons.unwrap_or(false),
        rule: request.rules.clone(),
        exit_all_at: exit_all_at.map_err(ListRefused::from)?,
        version: 1,
    };
    store::insert_list(tx, &list, &rules_json(list.rule.as_ref())?)?;
    let tiers = tiers.unwrap_or_default();
    store::cover_tiers(tx, list.id, &tiers.iter().map(|tier| tier.id).collect::<Vec<_>>())?;
    Ok(row(list, tiers))
}

pub(super) fn refuse_taken_name(
    view: &View<'_>,
    event: &EventAtDoor,
    name: &str,
    own: Option<&StoredList>,
) -> Result<(), Failure> {
    let lists = store::lists_of(view, event.id)?;
    let is_taken = lists.iter().any(|list| list.name == name && own.is_none_or(|own| own.id != list.id));
    if is_taken { Err(ListRefused::NameTaken(name.to_owned()).into()) } else { Ok(()) }
}

pub(super) fn tiers_named(
    view: &View<'_>,
    event: &EventAtDoor,
    named: &[String],
) -> Result<Vec<CoveredTier>, Failure> {
    let known = store::tiers_of_event(view, event.id)?;
    let mut tiers: Vec<CoveredTier> = Vec::with_capacity(named.len());
    for name in named {
        let text = name.trim();
        let found = known.iter().find(|known| {
            known.tier.name == text || text.parse() == Ok(known.number) || text.parse() == Ok(known.tier.id)
        });
        let tier = found.ok_or_else(|| ListRefused::UnknownTier(text.chars().take(60).collect()))?;
        if !tiers.contains(&tier.tier) {
            tiers.push(tier.tier.clone());
        }
    }
    Ok(tiers)
}

/// The rule as it is stored; a list without one stores an empty object.
pub(super) fn rules_json(rule: Option<&Rule>) -> Result<String, Failure> {
    let Some(rule) = rule else { return Ok("{}".to_owned()) };
    rule.check_size().map_err(ListRefused::from)?;
    serde_json::to_string(rule).map_err(|error| {
        Fault::new(FaultKind::Bug, "a rule could not be written as JSON").caused_by(error).into()
    })
}

pub(super) fn row(list: StoredList, tiers: Vec<CoveredTier>) -> ListRow {
    ListRow {
        id: list.id,
        event_id: list.event_id,
        name: list.name,
        covers_all_tiers: list.covers_all_tiers,
        tiers,
        allows_multiple_entries: list.allows_multiple_entries,
        allows_reentry_after_exit: list.allows_reentry_after_exit,
        includes_pending: list.includes_pending,
        matches_addons: list.matches_addons,
        rules: list.rule,
        exit_all_at: list.exit_all_at,
        version: list.version,
    }
}
