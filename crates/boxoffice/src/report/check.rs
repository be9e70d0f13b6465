//! What `verify` asks of tills: drawers against the ledger, Z reports against their chain and their sessions.

use kernel::Fault;
use serde_json::Value;
use workspace::{Check, Finding, View};

use super::{
    chain,
    store::proof::{self, Sealed},
};

/// The checks of tills.
pub const CHECKS: &[Check] =
    &[Check { name: "drawers", run: drawers }, Check { name: "z_reports", run: z_reports }];

/// Drawer by drawer and entry by entry, the ledger holds what the entries say; a closed drawer is empty.
fn drawers(view: &View<'_>) -> Result<Vec<Finding>, Fault> {
    let drawers = proof::drawers(view)?.into_iter().filter(|drawer| drawer.entries != drawer.ledger);
    let differing = drawers.chain(proof::misbooked(view)?).map(|found| Finding {
        message: format!("{}: the entries say {}, the ledger {}", found.what, found.entries, found.ledger),
    });
    let left = proof::left_in_closed(view)?.into_iter().map(|(till, left)| Finding {
        message: format!("a closed session of till {till} still holds {left}"),
    });
    Ok(differing.chain(left).collect())
}

/// Every closed session has its Z; the numbers have no gap; each hash fits its text and the report before it; and
/// each report says of its session what the session and its entries say.
fn z_reports(view: &View<'_>) -> Result<Vec<Finding>, Fault> {
    let mut findings: Vec<Finding> = proof::unreported(view)?
        .into_iter()
        .map(|till| Finding { message: format!("a closed session of till {till} has no Z report") })
        .collect();
    let mut before: Option<Sealed> = None;
    for report in proof::chain(view)? {
        let previous = before.as_ref().filter(|previous| previous.till == report.till);
        findings.extend(problems(&report, previous).into_iter().map(|problem| Finding {
            message: format!("Z report {} of till {}: {problem}", report.number, report.till_code),
        }));
        before = Some(report);
    }
    Ok(findings)
}

fn problems(report: &Sealed, before: Option<&Sealed>) -> Vec<&'static str> {
    let mut problems = Vec::new();
    if report.number != before.map_or(1, |before| before.number + 1) {
        problems.push("the number before it is missing");
    }
    if report.previous != before.map_or(chain::BEFORE_THE_FIRST, |before| before.hash) {
        problems.push("it does not continue the report before it");
    }
    if report.hash != chain::seal(report.till, report.number, &report.previous, &report.text) {
        problems.push("its text was altered after it was sealed");
    }
    let text: Value = serde_json::from_str(&report.text).unwrap_or_default();
    let says = |pointer: &str| text.pointer(pointer).and_then(Value::as_i64);
    let is_of_session =
        text.pointer("/session_id").and_then(Value::as_str) == Some(report.session.to_string().as_str());
    if says("/number") != Some(report.number) || !is_of_session {
        problems.push("it is about another session");
    }
    if says("/cash/expected/minor") != Some(report.entries_minor)
        || report.expected_minor != Some(report.entries_minor)
        || says("/cash/counted/minor") != report.counted_minor
    {
        problems.push("its cash is not the cash of its session");
    }
    problems
}
