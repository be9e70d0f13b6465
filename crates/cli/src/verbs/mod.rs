//! From what was typed to a request, and from the answer to what is printed.

mod door;
mod planning;
mod printing;
mod selling;
mod tables;
mod till;
mod upkeep;
mod voucher;

use app::Stagedoor;
use kernel::Failure;
use serde_json::Value;

use crate::{
    arguments::{Arguments, Verb},
    host,
    output::Output,
};

/// Runs one verb.
pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let file = &arguments.workspace;
    match &arguments.verb {
        Verb::Init(init) => upkeep::init(file, init, output),
        Verb::Demo(demo) => upkeep::demo(demo, output),
        Verb::Restore(restore) => upkeep::restore(restore, output),
        Verb::Event(verb) => planning::event(&host::open(file)?, verb, output),
        Verb::Tier(verb) => planning::tier(&host::open(file)?, verb, output),
        Verb::Sell(sell) => selling::sell(&host::open(file)?, sell, output),
        Verb::Voucher(verb) => voucher::voucher(&host::open(file)?, verb, output),
        Verb::Till(verb) => till::till(&host::open(file)?, verb, output),
        Verb::Order(verb) => selling::order(&host::open(file)?, verb, output),
        Verb::Ticket(verb) => selling::ticket(&host::open(file)?, verb, output),
        Verb::Print(verb) => printing::print(&host::open(file)?, verb, output),
        Verb::Printer(verb) => printing::printer(&host::open(file)?, verb, output),
        Verb::CheckinList(verb) => door::checkin_list(&host::open(file)?, verb, output),
        Verb::Gate(verb) => door::gate(&host::open(file)?, verb, output),
        Verb::Scan(scan) => door::scan(&host::open(file)?, scan, output),
        Verb::Import(verb) => tables::import(&host::open(file)?, verb, output),
        Verb::Export(export) => tables::export(&host::open(file)?, export, output),
        Verb::Reconcile(reconcile) => upkeep::reconcile(&host::open(file)?, reconcile, output),
        Verb::Verify => upkeep::verify(&host::open(file)?, output),
        Verb::Backup(backup) => upkeep::backup(&host::open(file)?, backup, output),
        Verb::Serve(serve) => upkeep::serve(host::open_for_screens(file)?, serve, output),
    }
}

/// Fields that were given; what was not typed is not sent, so that the command's own default holds.
pub(crate) fn given(fields: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    Value::Object(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

/// Every row of a paged query.
pub(crate) fn all_pages(app: &Stagedoor, command: &str, query: &Value) -> Result<Vec<Value>, Failure> {
    let mut rows = Vec::new();
    let mut after = Value::Null;
    loop {
        let mut request = query.clone();
        request["page"] = serde_json::json!({ "first": kernel::page::PAGE_ROWS_MAX, "after": after });
        let mut page = app.dispatch(command, request)?;
        if let Some(found) = page["rows"].as_array_mut() {
            rows.append(found);
        }
        after = page["next"].take();
        if after.is_null() {
            return Ok(rows);
        }
    }
}
