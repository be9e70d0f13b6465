//! Reading the audit log.

use kernel::{Fault, id::Id};
use workspace::{Row, View, params};

use super::{HistoryEntry, RecordId};

const CHANGES: &str = "select change.lseq, change.command, actor.name as actor_name, change.created_at, change.before_json, change.after_json
    from entity_audit_log change
    left join users actor on actor.id = change.actor_user_id
    where change.entity_id = ?1
    order by change.lseq desc
    limit 500";

pub(super) fn changes_of(view: &View<'_>, id: RecordId) -> Result<Vec<HistoryEntry>, Fault> {
    view.all(CHANGES, params![id.bytes()], |row| {
        Ok(HistoryEntry {
            lseq: row.int("lseq")?,
            command: row.text("command")?,
            actor_name: row.text_opt("actor_name")?,
            at: row.at("created_at")?,
            before: json(row, "before_json")?,
            after: json(row, "after_json")?,
        })
    })
}

fn json(row: &Row<'_>, column: &str) -> Result<Option<serde_json::Value>, Fault> {
    match row.text_opt(column)? {
        None => Ok(None),
        Some(_) => row.json(column).map(Some),
    }
}
