//! Paper: PDF files, printers and the print queue.

use std::{fs, path::Path};

use app::Stagedoor;
use kernel::{Failure, Fault, FaultKind, Refuse};
use serde_json::{Value, json};

use super::given;
use crate::{
    arguments::{Layout, PrintTo, PrintVerb, PrinterVerb},
    output::{Column, Output},
};

const PRINTERS: &[Column] = &[
    ("name", "name"),
    ("kind", "kind"),
    ("address", "address"),
    ("paper", "paper"),
    ("prints", "default_for"),
];
const QUEUES: &[Column] = &[("queue", "name"), ("description", "description"), ("ready", "is_ready")];
const JOB: &[Column] = &[
    ("job", "id"),
    ("what", "title"),
    ("printer", "printer_name"),
    ("status", "status"),
    ("printed", "printed"),
    ("of", "item_count"),
    ("unknown", "unknown"),
    ("why", "pause.message"),
    ("what to do", "pause.fix"),
];

/// A job that stopped before it was through.
#[derive(Debug, thiserror::Error)]
#[error("printed {printed} of {item_count}: {why}")]
struct StandsStill {
    job: String,
    printed: i64,
    item_count: i64,
    why: String,
}

impl Refuse for StandsStill {
    fn code(&self) -> &'static str {
        "print_job_paused"
    }
    fn fix(&self) -> String {
        format!("Mend it, look at the last sheet, then: stagedoor print resume --job {}", self.job)
    }
}

pub(crate) fn print(app: &Stagedoor, verb: &PrintVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        PrintVerb::Tickets { order, event, layout, to } => {
            let what =
                [("order", order.as_ref().map(|o| json!(o))), ("event", event.as_ref().map(|e| json!(e)))];
            print_to(app, ("print.tickets", "ticket"), given(what), *layout, to, output)
        }
        PrintVerb::Receipt { of, layout, to } => {
            let what = json!({ "order": of.order });
            print_to(app, ("print.receipt", "receipt"), what, *layout, to, output)
        }
        PrintVerb::Resume { job } => {
            app.dispatch("print_job.resume", json!({ "job": job }))?;
            run(app, job, output)
        }
        PrintVerb::Jobs => {
            let jobs = app.dispatch("print_job.list", json!({}))?;
            output.table(jobs.as_array().map_or(&[], Vec::as_slice), JOB);
            Ok(())
        }
    }
}

/// Prints on a printer by the queue, or into a file.
fn print_to(
    app: &Stagedoor,
    (command, document): (&str, &str),
    mut what: Value,
    layout: Layout,
    to: &PrintTo,
    output: &Output,
) -> Result<(), Failure> {
    if let Some(out) = &to.out {
        what["layout"] = json!(name(layout));
        return write_document(&app.dispatch(command, what)?, out, output);
    }
    what["document"] = json!(document);
    what["printer"] = json!(to.printer);
    if let Some(reason) = &to.reason {
        what["reason"] = json!(reason);
    }
    let made = app.dispatch("print_job.create", what)?;
    run(app, made["job"]["id"].as_str().unwrap_or_default(), output)
}

/// Takes turns until the job is through or stands still.
fn run(app: &Stagedoor, job: &str, output: &Output) -> Result<(), Failure> {
    loop {
        let row = app.dispatch("print_job.step", json!({ "job": job }))?;
        match row["status"].as_str() {
            Some("done" | "cancelled") => {
                output.record(&row, JOB);
                return Ok(());
            }
            Some("paused") => {
                let number = |name: &str| row[name].as_i64().unwrap_or_default();
                let why = row["pause"]["message"].as_str().unwrap_or_default().to_owned();
                let [printed, item_count] = [number("printed"), number("item_count")];
                return Err(StandsStill { job: job.to_owned(), printed, item_count, why }.into());
            }
            _ => output.say(&format!("{} of {}", row["printed"], row["item_count"])),
        }
    }
}

/// Writes a document to a file and says where it is.
pub(super) fn write_document(document: &Value, out: &Path, output: &Output) -> Result<(), Failure> {
    let bytes = app::print::decode(document)?;
    write(out, &bytes)?;
    let pages = document["pages"].as_u64().unwrap_or_default();
    let noun = if pages == 1 { "page" } else { "pages" };
    output.line(
        &json!({ "path": out, "pages": pages, "bytes": bytes.len() }),
        &format!("{}: {pages} {noun}, {} bytes", out.display(), bytes.len()),
    );
    Ok(())
}

pub(crate) fn printer(app: &Stagedoor, verb: &PrinterVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        PrinterVerb::Add { name, kind, address, paper, code_page, acknowledgement } => {
            let draft = given([
                ("name", Some(json!(name))),
                ("kind", Some(json!(kind))),
                ("address", Some(json!(address))),
                ("paper", paper.as_ref().map(|paper| json!(paper))),
                ("code_page", code_page.as_ref().map(|page| json!(page))),
                ("acknowledgement", acknowledgement.as_ref().map(|when| json!(when))),
            ]);
            output.record(&app.dispatch("printer.create", draft)?, PRINTERS);
        }
        PrinterVerb::List => {
            let printers = app.dispatch("printer.list", json!({}))?;
            output.table(printers.as_array().map_or(&[], Vec::as_slice), PRINTERS);
        }
        PrinterVerb::Discover => {
            let found = app.dispatch("printer.discover", json!({}))?;
            output.record(&found, &[("devices", "devices"), ("problem", "problem")]);
            if !output.is_json() {
                output.table(found["queues"].as_array().map_or(&[], Vec::as_slice), QUEUES);
            }
        }
        PrinterVerb::Test { printer } => {
            output.record(&app.dispatch("printer.test", json!({ "printer": printer }))?, PRINTERS);
        }
        PrinterVerb::OpenDrawer { printer } => {
            let request = given([("printer", printer.as_ref().map(|name| json!(name)))]);
            output.record(&app.dispatch("printer.open_drawer", request)?, PRINTERS);
        }
    }
    Ok(())
}

fn name(layout: Layout) -> &'static str {
    match layout {
        Layout::A4 => "a4",
        Layout::A4FourUp => "a4-4up",
        Layout::Roll80 => "roll80",
    }
}

/// Writes a file, whatever stood there before.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| {
        Fault::new(FaultKind::Io, format!("{} cannot be written: {error}", path.display()))
            .caused_by(error)
            .into()
    })
}
