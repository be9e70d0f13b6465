//! Files that come in, and tables that go out.

use std::path::Path;

use app::Stagedoor;
use kernel::Failure;
use serde_json::{Value, json};

use super::{given, printing::write, selling::key};
use crate::{
    output::{Column, Output},
    table_arguments::{Export, ExportAs, GuestsAs, ImportGuests, ImportVerb},
};

const IMPORTS: &[Column] = &[
    ("import", "id"),
    ("event", "event_title"),
    ("file", "file_name"),
    ("as", "as"),
    ("status", "status"),
    ("rows", "row_count"),
    ("orders", "orders"),
    ("tickets valid", "tickets"),
    ("left out", "skipped"),
    ("by", "created_by"),
    ("at", "created_at"),
];
const PROBLEMS: &[Column] = &[
    ("line", "line"),
    ("column", "column"),
    ("value", "value"),
    ("wrong", "is_error"),
    ("what", "message"),
    ("fix", "fix"),
];

pub(crate) fn import(app: &Stagedoor, verb: &ImportVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        ImportVerb::Pretix { path } => import_pretix(app, path, output),
        ImportVerb::Guests(import) if import.dry_run => preview(app, import, output),
        ImportVerb::Guests(import) => guests(app, import, output),
        ImportVerb::Undo { import, reason } => {
            let request = json!({ "import_id": import, "reason": reason });
            let answer = app.dispatch("import.guests_undo", request)?;
            output.record(&answer, &[("orders taken back", "orders"), ("tickets", "tickets")]);
            let kept = rows(&answer, "kept");
            if !output.is_json() && !kept.is_empty() {
                output.say("These stay, because their guests are inside:");
                output.table(&kept, &[("line", "line"), ("order", "order"), ("name", "name")]);
            }
            Ok(())
        }
        ImportVerb::List { event } => {
            let query = given([("event", event.as_ref().map(|event| json!(event)))]);
            let found = app.dispatch("import.guests_list", query)?;
            output.table(found.as_array().map_or(&[], Vec::as_slice), IMPORTS);
            Ok(())
        }
    }
}

fn source(import: &ImportGuests) -> Value {
    let taken_as = match import.taken_as {
        GuestsAs::GuestList => "guest_list",
        GuestsAs::Attendees => "attendees",
    };
    given([
        ("event", Some(json!(import.event))),
        ("path", Some(json!(import.file))),
        ("default_tier", import.tier.as_ref().map(|tier| json!(tier))),
        ("as", Some(json!(taken_as))),
    ])
}

fn preview(app: &Stagedoor, import: &ImportGuests, output: &Output) -> Result<(), Failure> {
    let seen = app.dispatch("import.guests_preview", source(import))?;
    output.record(
        &seen,
        &[
            ("rows", "row_count"),
            ("ready", "ready"),
            ("tickets", "tickets"),
            ("warnings", "warnings"),
            ("errors", "errors"),
        ],
    );
    let problems = rows(&seen, "problems");
    if !output.is_json() && !problems.is_empty() {
        output.table(&problems, PROBLEMS);
    }
    Ok(())
}

fn guests(app: &Stagedoor, import: &ImportGuests, output: &Output) -> Result<(), Failure> {
    let key = key(import.key.as_deref())?;
    output.say(&format!("If this stops on its way, go on with --key {key}"));
    let mut request = source(import);
    request["accepts_partial"] = json!(import.partial);
    request["idempotency_key"] = json!(key);
    let answer = app.dispatch("import.guests", request)?;
    output.record(
        &answer,
        &[("import", "import_id"), ("orders", "orders"), ("tickets", "tickets"), ("left out", "skipped")],
    );
    if let (Some(path), Some(base64)) = (&import.errors, answer.get("error_rows_csv_base64")) {
        write(path, &app::print::decode(&json!({ "base64": base64 }))?)?;
        output.say(&format!("{}: the rows that were left out", path.display()));
    }
    Ok(())
}

fn rows(answer: &Value, list: &str) -> Vec<Value> {
    answer[list].as_array().cloned().unwrap_or_default()
}

pub(crate) fn export(app: &Stagedoor, export: &Export, output: &Output) -> Result<(), Failure> {
    let format = match export.format {
        ExportAs::Csv => "csv",
        ExportAs::Xlsx => "xlsx",
    };
    let input = given([("event", export.event.as_ref().map(|event| json!(event)))]);
    let request = json!({ "query": export.query, "input": input, "format": format });
    let document = app.dispatch("export.table", request)?;
    let bytes = app::print::decode(&document)?;
    write(&export.out, &bytes)?;
    let count = document["pages"].as_u64().unwrap_or_default();
    output.line(
        &json!({ "path": export.out, "rows": count, "bytes": bytes.len() }),
        &format!("{}: {count} rows, {} bytes", export.out.display(), bytes.len()),
    );
    Ok(())
}

fn import_pretix(app: &Stagedoor, path: &Path, output: &Output) -> Result<(), Failure> {
    let answer = app.dispatch("import.pretix", json!({ "path": path }))?;
    if output.is_json() {
        output.record(&answer, &[]);
        return Ok(());
    }
    let event = json!({ "title": answer["event"]["title"], "slug": answer["event"]["slug"], "paid": answer["paid_total"] });
    output.record(&event, &[("event", "title"), ("short name", "slug"), ("paid orders", "paid")]);
    let rows = |list: &str| answer[list].as_array().cloned().unwrap_or_default();
    output.table(
        &rows("counts"),
        &[("kind", "kind"), ("new", "new"), ("unchanged", "unchanged"), ("changed", "changed")],
    );
    for warning in rows("warnings") {
        output.say(&format!("Note: {}", warning.as_str().unwrap_or_default()));
    }
    let left_out = rows("not_imported");
    if !left_out.is_empty() {
        output.table(&left_out, &[("not imported", "what"), ("count", "count"), ("reason", "reason")]);
    }
    Ok(())
}
