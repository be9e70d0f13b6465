//! What happened between the scans: the state of an order as the recording reports it after a step, written straight
//! into the tables. The recording says what became of an order, not by which of our commands; what the commands do
//! is tested where they live.

use kernel::{Failure, Zone, clock::to_micros};
use serde_json::Value;
use testkit::TestWorkspace;
use workspace::params;

/// Writes the state that a step reports. `keeps_revocations` says whether a replaced code is remembered as replaced:
/// signed codes are, random ones are simply forgotten.
pub(crate) fn apply(file: &TestWorkspace, state: &Value, keeps_revocations: bool) {
    if state["order"].is_null() {
        return;
    }
    file.transact(&testkit::as_test(), |tx| {
        tx.execute_one(
            "update orders set status = ?2, is_approval_pending = ?3, is_valid_while_pending = ?4 where code = ?1",
            params![
                state["order"].as_str(),
                order_status(state["order_status"].as_str().unwrap()),
                state["require_approval"].as_bool(),
                state["valid_if_pending"].as_bool()
            ],
        )?;
        for position in state["all_positions"].as_array().unwrap() {
            apply_position(tx, state["order"].as_str().unwrap(), position, keeps_revocations)?;
        }
        Ok(())
    })
    .unwrap();
}

fn apply_position(
    tx: &workspace::Tx<'_>,
    order: &str,
    position: &Value,
    keeps_revocations: bool,
) -> Result<(), Failure> {
    let (number, code) = (position["positionid"].as_i64(), position["secret"].as_str());
    if keeps_revocations {
        tx.execute(
            "insert into revoked_codes (id, event_id, code, ticket_id, created_at)
             select randomblob(16), ticket.event_id, ticket.code, ticket.id, ?4
             from tickets ticket
             join order_items item on item.id = ticket.order_item_id
             join orders own on own.id = ticket.order_id
             where own.code = ?1 and item.line_number = ?2 and ticket.code <> ?3
             on conflict (event_id, code) do nothing",
            params![order, number, code, tx.now_micros()],
        )?;
    }
    let is_blocked = position["blocked"].as_array().is_some_and(|reasons| !reasons.is_empty());
    tx.execute_one(
        "update tickets
         set code = ?3, status = ?4, block_reason = ?5, valid_from = ?6, valid_until = ?7,
           tier_id = (select entity_id from import_references where kind = 'tiers' and source_key = ?8)
         where id = (
           select ticket.id from tickets ticket
           join order_items item on item.id = ticket.order_item_id
           join orders own on own.id = ticket.order_id
           where own.code = ?1 and item.line_number = ?2)",
        params![
            order,
            number,
            code,
            if position["canceled"] == true { "void" } else { "issued" },
            if is_blocked { "blocked there" } else { "" },
            moment(&position["valid_from"]),
            moment(&position["valid_until"]),
            tier_key(position)
        ],
    )?;
    Ok(())
}

fn order_status(letter: &str) -> &'static str {
    match letter {
        "p" => "paid",
        "n" => "pending",
        "e" => "expired",
        "c" => "cancelled",
        other => panic!("the recording has an order in state {other}"),
    }
}

fn moment(value: &Value) -> Option<i64> {
    value.as_str().map(|text| to_micros(Zone::UTC.parse(text).unwrap()))
}

/// The number of the product and of the variation, as the import keeps them.
fn tier_key(position: &Value) -> String {
    match position["variation"].as_i64() {
        None => position["item"].to_string(),
        Some(variation) => format!("{}/{variation}", position["item"]),
    }
}
