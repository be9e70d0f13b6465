//! The workspace as a whole: make, fill, check, copy, serve.

use std::{fs, path::Path, sync::Arc};

use app::{Stagedoor, demo};
use kernel::{Failure, Fault, FaultKind};
use serde_json::json;

use super::given;
use crate::{
    arguments::{Backup, Demo, Init, Reconcile, Restore, Serve},
    host,
    output::Output,
};

pub(crate) fn init(file: &Path, init: &Init, output: &Output) -> Result<(), Failure> {
    let app = host::product();
    let request = given([
        ("path", Some(json!(file))),
        ("organization_name", Some(json!(init.organization))),
        ("owner_name", Some(json!(init.owner))),
        ("owner_email", init.email.as_ref().map(|email| json!(email))),
        ("country_code", Some(json!(init.country))),
        ("currency", Some(json!(init.currency))),
        ("time_zone", Some(json!(init.time_zone))),
    ]);
    let answer = app.dispatch("workspace.create", request)?;
    output.record(
        &answer,
        &[
            ("organization", "name"),
            ("handle", "handle"),
            ("currency", "currency"),
            ("time zone", "time_zone"),
        ],
    );
    output.say(&format!("Workspace {} is ready.", file.display()));
    Ok(())
}

pub(crate) fn demo(demo: &Demo, output: &Output) -> Result<(), Failure> {
    let app = host::product();
    let summary = demo::run_night(&app, &demo.out, |step| {
        output.line(
            &json!({ "step": step.what, "outcome": step.outcome }),
            &format!("{:<32}  {}", step.what, step.outcome),
        );
    })?;
    let value = serde_json::to_value(&summary)
        .map_err(|error| Fault::new(FaultKind::Bug, "the summary is not JSON").caused_by(error))?;
    let text = summary_text(&summary);
    write(&demo.out.join("summary.json"), &format!("{value:#}\n"))?;
    write(&demo.out.join("summary.txt"), &text)?;
    output.line(&value, &format!("\n{text}"));
    Ok(())
}

fn summary_text(summary: &demo::DemoSummary) -> String {
    let money: Vec<String> =
        summary.money.iter().map(|(how, amount)| format!("  {how:<10} {amount}")).collect();
    let refused: Vec<String> =
        summary.refused.iter().map(|(why, count)| format!("  {why:<16} {count}")).collect();
    format!(
        "Tickets out      {}\nMoney\n{}\nAdmitted         {}\nTurned away\n{}\nLedger balance   {}\nVerified         {}\nFiles\n  {}\n",
        summary.tickets_sold,
        money.join("\n"),
        summary.admitted,
        refused.join("\n"),
        summary.ledger_balance,
        if summary.is_verified { "yes, nothing found" } else { "NO: run stagedoor verify" },
        summary.files.join("\n  "),
    )
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| {
        Fault::new(FaultKind::Io, format!("{} cannot be written: {error}", path.display()))
            .caused_by(error)
            .into()
    })
}

pub(crate) fn reconcile(app: &Stagedoor, reconcile: &Reconcile, output: &Output) -> Result<(), Failure> {
    let request = given([("event", reconcile.event.as_ref().map(|event| json!(event)))]);
    let answer = app.dispatch("reconcile", request)?;
    output.record(
        &answer,
        &[
            ("consistent", "is_consistent"),
            ("tickets out", "tickets_issued"),
            ("ledger balance", "ledger_balance"),
        ],
    );
    if !output.is_json() {
        let differences = answer["differences"].as_array().map_or(&[][..], Vec::as_slice);
        if !differences.is_empty() {
            output.table(differences, &[("what", "message")]);
        }
    }
    Ok(())
}

pub(crate) fn verify(app: &Stagedoor, output: &Output) -> Result<(), Failure> {
    let answer = app.dispatch("verify", json!({}))?;
    if output.is_json() {
        output.record(&answer, &[]);
    } else {
        let checks = answer["checks"].as_array().map_or(&[][..], Vec::as_slice);
        output.table(checks, &[("check", "name"), ("ok", "is_ok"), ("findings", "finding_count")]);
        for finding in checks.iter().flat_map(|check| check["findings"].as_array().into_iter().flatten()) {
            output.say(&format!("  {}", finding["message"].as_str().unwrap_or_default()));
        }
    }
    if answer["is_ok"] == json!(true) {
        Ok(())
    } else {
        Err(Fault::new(FaultKind::Corrupt, "this workspace does not pass its checks").into())
    }
}

pub(crate) fn backup(app: &Stagedoor, backup: &Backup, output: &Output) -> Result<(), Failure> {
    let answer = app.dispatch("backup", json!({ "to": backup.to }))?;
    output.record(&answer, &[("backup", "path"), ("bytes", "bytes")]);
    Ok(())
}

pub(crate) fn restore(restore: &Restore, output: &Output) -> Result<(), Failure> {
    let answer =
        host::product().dispatch("workspace.restore", json!({ "from": restore.from, "to": restore.to }))?;
    output.record(&answer, &[("restored to", "path"), ("bytes", "bytes")]);
    Ok(())
}

pub(crate) fn serve(app: Stagedoor, serve: &Serve, output: &Output) -> Result<(), Failure> {
    let options = serve::Options { port: serve.port, ui: serve.ui.clone() };
    serve::run(Arc::new(app), &options, |ready| {
        output.line(
            &json!({ "url": ready.url, "token": ready.token }),
            &format!("Serving on {}\nOpen {}#token={}", ready.url, ready.url, ready.token),
        );
    })
}
