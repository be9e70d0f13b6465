//! The SQL of where imported records came from.

use std::collections::HashMap;

use kernel::{Fault, Timestamp, id::Id};
use workspace::{Tx, View, params};

use super::RecordId;

const OF_SOURCE: &str = "
    select kind, source_key, entity_id, content_hash, created_at
    from import_references
    where source = ?1";
const KEEP: &str = "
    insert into import_references (source, kind, source_key, entity_id, content_hash, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6)
    on conflict (source, kind, source_key)
    do update set content_hash = excluded.content_hash, created_at = excluded.created_at";

/// Every statement of this store.
#[cfg(test)]
pub(in crate::import_pretix) const STATEMENTS: &[&str] = &[OF_SOURCE, KEEP];

/// What an earlier import wrote.
#[derive(Debug, Clone, Copy)]
pub(in crate::import_pretix) struct Reference {
    /// The record here.
    pub(in crate::import_pretix) record: RecordId,
    /// Digest of what it was made from.
    pub(in crate::import_pretix) digest: [u8; 32],
    /// When an import last wrote it.
    pub(in crate::import_pretix) written_at: Timestamp,
}

/// Everything that came from `source`, by kind and key.
pub(in crate::import_pretix) fn of_source(
    view: &View<'_>,
    source: &str,
) -> Result<HashMap<(String, String), Reference>, Fault> {
    let mut found = HashMap::new();
    view.each(OF_SOURCE, params![source], |row| {
        let digest = row.bytes("content_hash")?;
        let digest = <[u8; 32]>::try_from(digest.as_slice())
            .map_err(|_| Fault::inconsistent("import_references", "content_hash", source))?;
        let reference = Reference { record: row.id("entity_id")?, digest, written_at: row.at("created_at")? };
        found.insert((row.text("kind")?, row.text("source_key")?), reference);
        Ok(())
    })?;
    Ok(found)
}

/// Notes that `record` was made from a record of `source` with this digest, now.
pub(in crate::import_pretix) fn keep(
    tx: &Tx<'_>,
    source: &str,
    (kind, key): (&str, &str),
    record: RecordId,
    digest: [u8; 32],
) -> Result<(), Fault> {
    tx.execute_one(KEEP, params![source, kind, key, record.bytes(), digest, tx.now_micros()])
}
