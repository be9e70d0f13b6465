//! Bringing data in from other systems, and taking tables along.

use std::path::PathBuf;

use ::workspace::CommandContext;
use kernel::{Failure, Permission};
use serde::Deserialize;
use ticketing::guest_import::list_guest_imports;

use crate::{
    export, import_guests,
    import_pretix::{ImportReport, read_export, write_export},
    registry::{Command, Topic, host, read},
    stagedoor::Stagedoor,
};

/// Guests are orders with tickets: lists, counters and reports change.
const GUESTS: &[Topic] =
    &["order.", "ticket.", "tier.", "quota.", "event.", "door.", "import.", "till.", "reconcile"];

pub(super) fn commands() -> Vec<Command> {
    vec![
        host("import.pretix", Permission::Import, &["*"], import_pretix),
        host("import.guests_preview", Permission::Import, &[], import_guests::preview),
        host("import.guests", Permission::Import, GUESTS, import_guests::import),
        host("import.guests_undo", Permission::Import, GUESTS, import_guests::undo),
        read("import.guests_list", Permission::Import, |_, view, request| list_guest_imports(view, &request)),
        // The table's own permission is asked when it is read.
        host("export.table", Permission::ViewEvents, &[], export::table),
    ]
}

/// Where the export is.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ImportRequest {
    /// Its folder, or a file in it.
    path: PathBuf,
}

/// Reads everything first, then writes in one transaction: the till waits only for the writing.
fn import_pretix(app: &Stagedoor, request: ImportRequest) -> Result<ImportReport, Failure> {
    let open = app.open_workspace()?;
    let export = read_export(&request.path)?;
    let context = CommandContext { command: "import.pretix", actor: Some(open.session()?.actor()) };
    open.workspace().transact(&context, |tx| write_export(tx, open.vault(), &export))
}
