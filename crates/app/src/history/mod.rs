//! The history of a record: who changed what, when, from what to what.

mod store;

use kernel::{Failure, Timestamp, id::MalformedId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use workspace::View;

/// One change of a record.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct HistoryEntry {
    /// Its number in the log of all changes.
    #[ts(type = "number")]
    pub lseq: i64,
    /// The command that made it.
    pub command: String,
    /// Who acted; absent for set-up and jobs.
    pub actor_name: Option<String>,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// The changed columns before; absent for a new record.
    pub before: Option<Value>,
    /// The changed columns after; absent for a removed record.
    pub after: Option<Value>,
}

kernel::id_type!(RecordId, "record", "Names a record of any kind.");

/// The changes of one record, newest first.
///
/// # Errors
/// A refusal when the text is no id, or a fault of the file.
pub(crate) fn of_record(view: &View<'_>, entity_id: &str) -> Result<Vec<HistoryEntry>, Failure> {
    let id: RecordId = entity_id.parse().map_err(|error: MalformedId| error)?;
    Ok(store::changes_of(view, id)?)
}
