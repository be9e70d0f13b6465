//! Check-in lists, gates and scans.

use std::io::{self, BufReader};

use app::Stagedoor;
use kernel::{Failure, Fault, FaultKind};
use serde_json::{Value, json};

use super::given;
use crate::{
    arguments::{CheckinListVerb, GateVerb, Scan},
    lines::next_line,
    output::{Column, Output},
};

const LISTS: &[Column] = &[
    ("name", "name"),
    ("all tiers", "covers_all_tiers"),
    ("multiple entries", "allows_multiple_entries"),
    ("re-entry", "allows_reentry_after_exit"),
    ("unpaid", "includes_pending"),
];
const GATES: &[Column] = &[("code", "code"), ("name", "name")];

pub(crate) fn checkin_list(app: &Stagedoor, verb: &CheckinListVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        CheckinListVerb::Create { of, name, tiers, multiple_entries, no_reentry, include_pending } => {
            let request = given([
                ("event", Some(json!(of.event))),
                ("name", Some(json!(name))),
                ("tiers", (!tiers.is_empty()).then(|| json!(tiers))),
                ("allows_multiple_entries", Some(json!(multiple_entries))),
                ("allows_reentry_after_exit", Some(json!(!no_reentry))),
                ("includes_pending", Some(json!(include_pending))),
            ]);
            output.record(&app.dispatch("checkin_list.create", request)?, LISTS);
        }
        CheckinListVerb::List(of) => rows(app, "checkin_list.list", &of.event, LISTS, output)?,
    }
    Ok(())
}

pub(crate) fn gate(app: &Stagedoor, verb: &GateVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        GateVerb::Create { of, name, code } => {
            let request = given([
                ("event", Some(json!(of.event))),
                ("name", Some(json!(name))),
                ("code", code.as_ref().map(|code| json!(code))),
            ]);
            output.record(&app.dispatch("gate.create", request)?, GATES);
        }
        GateVerb::List(of) => rows(app, "gate.list", &of.event, GATES, output)?,
    }
    Ok(())
}

fn rows(
    app: &Stagedoor,
    command: &str,
    event: &str,
    columns: &[Column],
    output: &Output,
) -> Result<(), Failure> {
    let answer = app.dispatch(command, json!({ "event": event }))?;
    output.table(answer.as_array().map_or(&[], Vec::as_slice), columns);
    Ok(())
}

pub(crate) fn scan(app: &Stagedoor, scan: &Scan, output: &mut Output) -> Result<(), Failure> {
    for code in &scan.codes {
        one(app, scan, code, output)?;
    }
    if !scan.codes.is_empty() {
        return Ok(());
    }
    let mut input = BufReader::new(io::stdin().lock());
    let failed =
        |error: io::Error| Fault::new(FaultKind::Io, "standard input cannot be read").caused_by(error);
    while let Some(code) = next_line(&mut input).map_err(failed)? {
        one(app, scan, &code, output)?;
    }
    Ok(())
}

/// One verdict line. A refused scan (an empty line, a line that is far too long) is said and the next is read; a
/// refused event, list or gate, or a fault, ends the run.
fn one(app: &Stagedoor, scan: &Scan, code: &str, output: &mut Output) -> Result<(), Failure> {
    let request = given([
        ("event", Some(json!(scan.event))),
        ("list", Some(json!(scan.list))),
        ("gate", scan.gate.as_ref().map(|gate| json!(gate))),
        ("code", Some(json!(code))),
        ("direction", Some(json!(if scan.exit { "exit" } else { "entry" }))),
        ("scanned_at", scan.at.as_ref().map(|at| json!(at))),
        ("simulate", Some(json!(scan.simulate))),
        ("force", Some(json!(scan.force.is_some()))),
        ("override_reason", scan.force.as_ref().map(|reason| json!(reason))),
    ]);
    match app.dispatch("scan", request) {
        Ok(answer) => {
            output.line(&answer, &verdict(&answer));
            Ok(())
        }
        Err(Failure::Refused(refusal)) if refusal.field.as_deref() == Some("code") => {
            output.refused_line(&Failure::Refused(refusal));
            Ok(())
        }
        Err(failure) => Err(failure),
    }
}

/// `ADMIT  GA  Mira Okonkwo  7K3M-9QX2` or `ALREADY_USED  … first used 21:04 at MAIN`.
fn verdict(answer: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let ticket = &answer["ticket"];
    let first = &answer["first_use"];
    let first_use = if first.is_null() {
        String::new()
    } else {
        format!("first used {} {}", text(&first["at"]), text(&first["gate"]))
    };
    let parts = [
        format!("{:<14}", text(&answer["verdict"]).to_uppercase()),
        text(&ticket["code"]),
        text(&ticket["tier_name"]),
        text(&ticket["holder_name"]),
        text(&answer["reason_text"]),
        first_use,
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}
