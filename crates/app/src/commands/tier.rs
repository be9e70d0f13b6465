//! Tiers, quotas and holds.

use kernel::Permission;
use ticketing::{hold, quota, tier};

use crate::registry::{Command, Topic, read, write};

const TIERS: &[Topic] = &["tier.", "quota.", "event."];

/// Holding places changes only what is left.
const HELD: &[Topic] = &["tier."];

pub(super) fn commands() -> Vec<Command> {
    vec![
        write("tier.create", Permission::PlanEvents, TIERS, |desk, tx, request| {
            tier::create_tier(tx, desk.vault, &request)
        }),
        write("tier.update", Permission::PlanEvents, TIERS, |_, tx, request| tier::update_tier(tx, &request)),
        read("tier.list", Permission::ViewEvents, |desk, view, request| {
            tier::list_tiers(view, &request, desk.clock.now())
        }),
        write("quota.create", Permission::PlanEvents, TIERS, |_, tx, request| {
            quota::create_quota(tx, &request)
        }),
        write("quota.update", Permission::PlanEvents, TIERS, |_, tx, request| {
            quota::update_quota(tx, &request)
        }),
        read("quota.list", Permission::ViewEvents, |desk, view, request| {
            quota::list_quotas(view, &request, desk.clock.now())
        }),
        write("hold.create", Permission::Sell, HELD, |_, tx, request| hold::create_hold(tx, &request)),
        write("hold.release", Permission::Sell, HELD, |_, tx, request| hold::release_hold(tx, &request)),
        write("hold.sweep", Permission::Sell, HELD, |_, tx, request| hold::sweep_holds(tx, &request)),
    ]
}
