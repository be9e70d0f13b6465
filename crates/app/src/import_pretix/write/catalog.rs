//! Event, tiers and quotas.

use std::collections::HashMap;

use kernel::{Failure, Fault, Timestamp};
use serde::Serialize;
use workspace::{Tx, View};

use super::{
    Import,
    known::{Kind, Known, Standing, digest},
};
use crate::import_pretix::{
    records::{Export, TierRecord},
    refusal::ImportRefused,
    store::{RecordId, catalog as store},
};

/// How one kind of planned record is written.
pub(super) struct Writing<'a, I, U, A> {
    /// Kind.
    pub(super) kind: Kind,
    /// Its key in the export.
    pub(super) key: &'a str,
    /// What a person calls it.
    pub(super) name: &'a str,
    /// Writes it anew.
    pub(super) insert: I,
    /// Brings it up to date.
    pub(super) update: U,
    /// When it was last changed here.
    pub(super) updated_at: A,
}

/// Writes the event and starts the import into it; answers too with the event's short name and title here.
pub(super) fn event<'t, 'c>(
    tx: &'t Tx<'c>,
    export: &'t Export,
    known: Known,
) -> Result<(Import<'t, 'c>, String, String), Failure> {
    let digest = digest(&export.event)?;
    let key = export.event.slug.as_str();
    let standing = known.standing(Kind::Event, key, digest);
    let mut import = Import {
        tx,
        export,
        known,
        event: match standing.record() {
            Some(event) => event,
            None => tx.new_id()?,
        },
        tiers: HashMap::new(),
        gates: HashMap::new(),
        questions: HashMap::new(),
        lists: HashMap::new(),
        tickets: HashMap::new(),
        warnings: Vec::new(),
    };
    let event = &export.event;
    if matches!(standing, Standing::New) {
        let slug = import.free_slug(key)?;
        let venue = import.venue()?;
        store::insert_event(tx, import.event, event, &slug, venue)?;
        import.known.wrote(tx, (Kind::Event, key), import.event, digest)?;
        return Ok((import, slug, event.title.clone()));
    }
    let here = store::event(tx, import.event)?
        .ok_or_else(|| Fault::inconsistent("import_references", "entity_id", key))?;
    if here.currency != event.currency {
        return Err(ImportRefused::ChangedBeyondUpdate {
            place: export.currency_place.clone(),
            what: format!("the event “{}”", here.title),
            difference: format!("its currency was {} and cannot become {}", here.currency, event.currency),
        }
        .into());
    }
    match standing {
        Standing::Changed(_, written_at) if here.updated_at <= written_at => {
            store::update_event(tx, import.event, event)?;
            import.known.wrote(tx, (Kind::Event, key), import.event, digest)?;
            Ok((import, here.slug, event.title.clone()))
        }
        Standing::Changed(..) => {
            import.warn_kept(&here.title);
            import.known.left(Kind::Event);
            Ok((import, here.slug, here.title))
        }
        Standing::New | Standing::Unchanged(_) => {
            import.known.left(Kind::Event);
            Ok((import, here.slug, here.title))
        }
    }
}

impl Import<'_, '_> {
    /// The event's own short name, or the first numbered one that no other event has.
    fn free_slug(&mut self, wanted: &str) -> Result<String, Fault> {
        if !store::is_slug_taken(self.tx, wanted)? {
            return Ok(wanted.to_owned());
        }
        let stem: String = wanted.chars().take(70).collect();
        let mut number = 2_u32;
        loop {
            let slug = format!("{stem}-{number}");
            if !store::is_slug_taken(self.tx, &slug)? {
                self.warnings
                    .push(format!("Another event has the short name “{wanted}”; this one is “{slug}” here."));
                return Ok(slug);
            }
            number += 1;
        }
    }

    fn venue(&self) -> Result<Option<RecordId>, Fault> {
        let location = self.export.event.location.as_str();
        let (name, address) = location.split_once(',').unwrap_or((location, ""));
        match name.trim() {
            "" => Ok(None),
            name => store::venue(self.tx, name, address.trim()).map(Some),
        }
    }

    fn warn_kept(&mut self, name: &str) {
        self.warnings.push(format!(
            "“{name}” was changed here after its import; what the export says now was left out."
        ));
    }

    /// Writes a planned record, or leaves it as it is. A change made here comes before one made there.
    pub(super) fn write_planned<R, I, U, A>(
        &mut self,
        record: &R,
        how: Writing<'_, I, U, A>,
    ) -> Result<RecordId, Failure>
    where
        R: Serialize,
        I: FnOnce(&Tx<'_>, RecordId) -> Result<(), Fault>,
        U: FnOnce(&Tx<'_>, RecordId) -> Result<(), Fault>,
        A: FnOnce(&View<'_>, RecordId) -> Result<Timestamp, Fault>,
    {
        let digest = digest(record)?;
        let id = match self.known.standing(how.kind, how.key, digest) {
            Standing::New => {
                let id = self.tx.new_id()?;
                (how.insert)(self.tx, id)?;
                id
            }
            Standing::Changed(id, written_at) if (how.updated_at)(self.tx, id)? <= written_at => {
                (how.update)(self.tx, id)?;
                id
            }
            Standing::Changed(id, _) => {
                self.warn_kept(how.name);
                self.known.left(how.kind);
                return Ok(id);
            }
            Standing::Unchanged(id) => {
                self.known.left(how.kind);
                return Ok(id);
            }
        };
        self.known.wrote(self.tx, (how.kind, how.key), id, digest)?;
        Ok(id)
    }

    /// Tiers, in the order of the shop.
    pub(super) fn tiers(&mut self) -> Result<(), Failure> {
        let (event, currency) = (self.event, self.export.event.currency);
        for tier in &self.export.tiers {
            let how = Writing {
                kind: Kind::Tier,
                key: &tier.key.to_string(),
                name: &tier.name,
                insert: |tx: &Tx<'_>, id| {
                    store::insert_tier(tx, (id, event), &free_name(tx, event, id, tier)?, tier, currency)
                },
                update: |tx: &Tx<'_>, id| store::update_tier(tx, id, &free_name(tx, event, id, tier)?, tier),
                updated_at: store::tier_updated_at,
            };
            let id = self.write_planned(tier, how)?;
            self.tiers.insert(tier.key, id);
        }
        Ok(())
    }

    /// Pools of places.
    pub(super) fn quotas(&mut self) -> Result<(), Failure> {
        let event = self.event;
        for quota in &self.export.quotas {
            let tiers = self.tier_ids(&quota.tiers)?;
            let how = Writing {
                kind: Kind::Quota,
                key: &quota.id.to_string(),
                name: &quota.name,
                insert: |tx: &Tx<'_>, id| store::insert_quota(tx, (id, event), quota, &tiers),
                update: |tx: &Tx<'_>, id| store::update_quota(tx, id, quota, &tiers),
                updated_at: store::quota_updated_at,
            };
            self.write_planned(quota, how)?;
        }
        Ok(())
    }
}

/// The tier's name, with its number in the export when a tier made here has that name already.
fn free_name(view: &View<'_>, event: RecordId, id: RecordId, tier: &TierRecord) -> Result<String, Fault> {
    if !store::is_tier_name_taken(view, event, &tier.name, id)? {
        return Ok(tier.name.clone());
    }
    Ok(format!("{} ({})", tier.name.chars().take(100).collect::<String>(), tier.key))
}
