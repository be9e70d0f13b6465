//! Gates, questions, check-in lists, scans, revoked codes and keys of older codes.

use std::collections::BTreeMap;

use admission::{
    ids::{GateId, TierId},
    rules::pretix as rules,
};
use kernel::{Failure, Fault, FaultKind, id::Id};
use sha2::{Digest, Sha256};
use ticketing::order::import::record_revoked_code;
use workspace::Tx;

use super::{
    Import,
    catalog::Writing,
    found,
    known::{Kind, Standing, digest},
};
use crate::import_pretix::{
    read::json_path::JsonPath,
    records::ListRecord,
    refusal::ImportRefused,
    store::{RecordId, door as store},
};

impl Import<'_, '_> {
    /// Gates.
    pub(super) fn gates(&mut self) -> Result<(), Failure> {
        let event = self.event;
        for gate in &self.export.gates {
            let how = Writing {
                kind: Kind::Gate,
                key: &gate.id.to_string(),
                name: &gate.name,
                insert: |tx: &Tx<'_>, id| store::insert_gate(tx, (id, event), gate),
                update: |tx: &Tx<'_>, id| store::update_gate(tx, id, gate),
                updated_at: store::gate_updated_at,
            };
            let id = self.write_planned(gate, how)?;
            self.gates.insert(gate.id, id);
        }
        Ok(())
    }

    /// Questions.
    pub(super) fn questions(&mut self) -> Result<(), Failure> {
        let event = self.event;
        for question in &self.export.questions {
            let tiers = self.tier_ids(&question.tiers)?;
            let options = json(&question.options)?;
            let how = Writing {
                kind: Kind::Question,
                key: &question.id.to_string(),
                name: &question.question,
                insert: |tx: &Tx<'_>, id| store::insert_question(tx, (id, event), question, &options, &tiers),
                update: |tx: &Tx<'_>, id| store::update_question(tx, id, question, &options, &tiers),
                updated_at: store::question_updated_at,
            };
            let id = self.write_planned(question, how)?;
            self.questions.insert(question.id, id);
        }
        Ok(())
    }

    /// Check-in lists, with their conditions in the door's own words.
    pub(super) fn lists(&mut self) -> Result<(), Failure> {
        let event = self.event;
        let names = self.rule_names();
        for list in &self.export.lists {
            let tiers = self.tier_ids(&list.tiers)?;
            let rules = self.rules(list, &names)?;
            let how = Writing {
                kind: Kind::List,
                key: &list.id.to_string(),
                name: &list.name,
                insert: |tx: &Tx<'_>, id| store::insert_list(tx, (id, event), list, &rules, &tiers),
                update: |tx: &Tx<'_>, id| store::update_list(tx, id, list, &rules, &tiers),
                updated_at: store::list_updated_at,
            };
            let id = self.write_planned(list, how)?;
            self.lists.insert(list.id, id);
        }
        Ok(())
    }

    /// What the numbers in conditions stand for here.
    fn rule_names(&self) -> rules::Names {
        let mut products: BTreeMap<i64, Vec<TierId>> = BTreeMap::new();
        let mut variations = BTreeMap::new();
        for tier in &self.export.tiers {
            let Some(id) = self.tiers.get(&tier.key).map(|id| TierId::from_bytes(id.bytes())) else {
                continue;
            };
            products.entry(tier.key.item).or_default().push(id);
            variations.extend(tier.key.variation.map(|variation| (variation, id)));
        }
        let gates = self.gates.iter().map(|(number, id)| (*number, GateId::from_bytes(id.bytes()))).collect();
        rules::Names { products, variations, gates, zone: self.export.event.zone }
    }

    fn rules(&self, list: &ListRecord, names: &rules::Names) -> Result<String, Failure> {
        let rule = rules::parse(&list.rules, names).map_err(|error| {
            let lists = &self.export.list_file.value.results;
            let index = lists.iter().position(|known| known.id == list.id).unwrap_or_default();
            let path = JsonPath::root().element("results", index).key("rules");
            ImportRefused::Malformed { place: self.export.list_file.place(&path), problem: error.to_string() }
        })?;
        Ok(match rule {
            Some(rule) => json(&rule)?,
            None => "{}".to_owned(),
        })
    }

    /// Public keys that codes made before the import are signed with.
    pub(super) fn signing_keys(&mut self) -> Result<(), Failure> {
        for key in &self.export.signing_keys {
            let digest: [u8; 32] = Sha256::digest(key).into();
            let name = digest.map(|byte| format!("{byte:02x}")).concat();
            if self.known.reference(Kind::SigningKey, &name).is_some() {
                self.known.left(Kind::SigningKey);
                continue;
            }
            let id: RecordId = self.tx.new_id()?;
            let hint = [digest[0], digest[1], digest[2], digest[3]];
            store::insert_key(self.tx, (id, self.event), hint, *key)?;
            self.known.wrote(self.tx, (Kind::SigningKey, &name), id, digest)?;
        }
        Ok(())
    }

    /// Past scans, in the order in which they were recorded. A scan is a fact: one that is here is not looked at again.
    pub(super) fn scans(&mut self) -> Result<(), Failure> {
        for scan in &self.export.scans {
            let key = scan.id.to_string();
            if self.known.reference(Kind::Scan, &key).is_some() {
                self.known.left(Kind::Scan);
                continue;
            }
            let links = store::ScanLinks {
                event: self.event,
                list: found(self.lists.get(&scan.list), "list", scan.list)?,
                gate: scan.gate.map(|gate| found(self.gates.get(&gate), "gate", gate)).transpose()?,
                ticket: scan
                    .ticket
                    .map(|ticket| found(self.tickets.get(&ticket), "ticket", ticket))
                    .transpose()?,
            };
            let id: RecordId = self.tx.new_id()?;
            store::insert_scan(self.tx, id, links, scan)?;
            self.known.wrote(self.tx, (Kind::Scan, &key), id, digest(scan)?)?;
        }
        Ok(())
    }

    /// Codes that no longer open a door.
    pub(super) fn revoked_codes(&mut self) -> Result<(), Failure> {
        for revoked in &self.export.revoked_codes {
            let digest = digest(revoked)?;
            match self.known.standing(Kind::RevokedCode, &revoked.code, digest) {
                Standing::New => {
                    let at = revoked.revoked_at.unwrap_or_else(|| self.tx.now());
                    record_revoked_code(
                        self.tx,
                        self.event_id(),
                        &revoked.code,
                        "Revoked before the import",
                        at,
                    )?;
                    // Nobody points at a revoked code, so the event stands for it in the reference.
                    self.known.wrote(self.tx, (Kind::RevokedCode, &revoked.code), self.event, digest)?;
                }
                Standing::Unchanged(_) | Standing::Changed(..) => self.known.left(Kind::RevokedCode),
            }
        }
        Ok(())
    }
}

fn json(value: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| {
        Fault::new(FaultKind::Bug, "a record of the import cannot be written down").caused_by(error)
    })
}
