//! What is wrong with an event right now. Each finding is a contradiction that no correct run leaves behind, or a
//! state that a person must look at.

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use super::Event;

/// What the contexts that sell and admit have counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HealthFacts {
    /// Tiers whose running balance differs from the tickets and holds that stand behind it.
    pub drifted_tiers: i64,
    /// Holds that are past their end and were not swept.
    pub stuck_holds: i64,
    /// Paid orders with fewer tickets than they bought.
    pub paid_orders_without_tickets: i64,
    /// Places sold beyond a tier, a quota or the event's capacity.
    pub places_over_capacity: i64,
    /// Admissions of tickets that were refunded or void at the time.
    pub scans_of_refunded_tickets: i64,
    /// Orders whose payments do not add up to what was sold.
    pub orders_out_of_balance: i64,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct HealthFinding {
    /// Stable, snake_case.
    pub code: String,
    /// What is wrong, in English.
    pub message: String,
    /// What to do, in English.
    pub fix: String,
    /// How many there are.
    #[ts(type = "number")]
    pub count: i64,
}

/// Whether an event is well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EventHealth {
    /// Whether nothing is wrong.
    pub is_healthy: bool,
    /// What is wrong; empty when nothing is.
    pub findings: Vec<HealthFinding>,
}

/// What is wrong with `event`.
#[must_use]
pub fn event_health(event: &Event, facts: HealthFacts, now: Timestamp) -> EventHealth {
    let on_sale_after_its_end = i64::from(event.status.is_on_sale() && event.ends_at <= now);
    let checks: [(&str, i64, &str, &str); 7] = [
        (
            "counters_drifted",
            facts.drifted_tiers,
            "tiers count other places than their tickets and holds take",
            "Run `stagedoor reconcile`; it names each tier and the difference.",
        ),
        (
            "holds_stuck",
            facts.stuck_holds,
            "holds are past their end and still keep places",
            "Sweep the holds; selling does it too.",
        ),
        (
            "paid_without_tickets",
            facts.paid_orders_without_tickets,
            "paid orders have fewer tickets than they bought",
            "Open the orders and issue or refund what is missing.",
        ),
        (
            "capacity_exceeded",
            facts.places_over_capacity,
            "places are sold beyond what a tier, a quota or the event holds",
            "Raise the limit if the house allows it, or refund the last orders.",
        ),
        (
            "refunded_admitted",
            facts.scans_of_refunded_tickets,
            "admissions were of tickets that were refunded or void",
            "Look at the scans: who overrode the verdict, and why.",
        ),
        (
            "orders_out_of_balance",
            facts.orders_out_of_balance,
            "orders have payments that do not add up to what was sold",
            "Run `stagedoor reconcile`; it names each order and the difference.",
        ),
        (
            "on_sale_after_end",
            on_sale_after_its_end,
            "event is on sale although it is over",
            "Complete the event.",
        ),
    ];
    let findings: Vec<HealthFinding> = checks
        .into_iter()
        .filter(|(_, count, ..)| *count > 0)
        .map(|(code, count, what, fix)| HealthFinding {
            code: code.to_owned(),
            message: format!("{count} {what}."),
            fix: fix.to_owned(),
            count,
        })
        .collect();
    EventHealth { is_healthy: findings.is_empty(), findings }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{event::EventStatus, fixture};

    #[test]
    fn nothing_counted_is_healthy() {
        let health = event_health(&fixture::draft(), HealthFacts::default(), fixture::now());
        assert_eq!(health, EventHealth { is_healthy: true, findings: vec![] });
    }

    #[test]
    fn each_fact_has_a_finding_of_its_own() {
        let facts = HealthFacts {
            drifted_tiers: 1,
            stuck_holds: 2,
            paid_orders_without_tickets: 3,
            places_over_capacity: 4,
            scans_of_refunded_tickets: 5,
            orders_out_of_balance: 6,
        };
        let health = event_health(&fixture::draft(), facts, fixture::now());
        let counts: Vec<i64> = health.findings.iter().map(|finding| finding.count).collect();
        assert_eq!((health.is_healthy, counts), (false, vec![1, 2, 3, 4, 5, 6]));
    }

    #[test]
    fn an_event_on_sale_after_its_end_is_not_well() {
        let event = Event { status: EventStatus::Published, ..fixture::draft() };
        let codes = |now| -> Vec<String> {
            event_health(&event, HealthFacts::default(), now)
                .findings
                .into_iter()
                .map(|finding| finding.code)
                .collect()
        };
        assert_eq!(codes(event.ends_at), ["on_sale_after_end"]);
        assert_eq!(codes(event.starts_at), Vec::<String>::new());
    }
}
